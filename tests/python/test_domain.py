"""Schemes, records, numbers, places and pseudonyms."""

import array
import datetime
import json
import random

import brukerplan as bp
import pytest
from brukerplan import municipality, national_id

OWN = {
    "format": "brukerplan/scheme", "version": 1, "id": "our-town/1", "kind": "weighted_sum", "ground": "ours", "label": {"nb": "Egen"},
    "points": {"green": 0, "yellow": 1, "red": 2}, "weights": {}, "minimum_assessed": 8, "below_minimum": "no_class",
    "classes": [{"class": "green", "from": 0}, {"class": "yellow", "from": 6}, {"class": "red", "from": 11}],
}  # fmt: skip


# ---- schemes


def test_many_are_scored_as_one_by_one():
    chance = random.Random(1)
    for scheme in (bp.Scheme(), bp.Scheme("rule/1"), bp.Scheme(OWN)):
        rows = [[chance.choice((0, 1, 2, 3, 3, 7)) for _ in range(8)] for _ in range(500)]
        columns = [bytes(row[domain] for row in rows) for domain in range(8)]
        strided = [memoryview(bytes(cell for row in rows for cell in row))[domain::8] for domain in range(8)]
        for many in (scheme.score_columns(columns), scheme.score_columns(strided)):
            for row, index_class, points, answered in zip(rows, many.classes, many.points, many.answered):
                one = scheme.score(row)
                assert (bp.CLASSES[index_class], points, answered) == (one.index_class, one.points or 0, one.answered)
        codes = array.array("H", [chance.randrange(65536) for _ in range(500)])
        packed = scheme.score_packed(codes)
        for code, index_class in zip(codes, packed.classes):
            ratings = [code >> 2 * domain & 3 for domain in range(8)]
            assert scheme.score_code(code) == scheme.score(ratings)
            assert bp.CLASSES[index_class] == scheme.score(ratings).index_class


def test_numpy_is_scored_without_a_copy():
    numpy = pytest.importorskip("numpy")
    ratings = numpy.full((1000, 8), 3, numpy.int8)
    found = bp.Scheme().score_columns(list(ratings.T))
    assert (numpy.asarray(found.points) == 16).all() and numpy.asarray(found.classes).dtype == numpy.int8


@pytest.mark.parametrize("arrays", [[b""] * 7, [b"\1"] * 7 + [b""], [array.array("d", [1])] * 8, [b"\1"] * 7 + [1]])
def test_arrays_that_are_no_ratings_are_refused(arrays):
    with pytest.raises((bp.InvalidArgument, TypeError)):
        bp.Scheme().score_columns(arrays)


def test_a_scheme_of_ones_own_is_checked_and_used(tmp_path):
    file = tmp_path / "own.json"
    file.write_text(json.dumps(OWN), encoding="utf-8")
    for form in (OWN, json.dumps(OWN), file, str(file)):
        assert bp.Scheme(form).id == "our-town/1"
    with pytest.raises(bp.InvalidScheme, match="/points"):
        bp.Scheme({**OWN, "points": {}})
    with pytest.raises(bp.UnknownScheme) as raised:
        bp.Scheme("none/1")
    assert isinstance(raised.value, LookupError)


def test_ratings_may_be_words_numbers_or_a_row():
    words = ["red", "Green", None, "", "yellow", 3, 0, "not_assessed"]
    assert (
        bp.Scheme().score(words) == bp.Scheme().score([3, 1, 0, 0, 2, 3, 0, 0]) == bp.Scheme().score(dict(zip(bp.DOMAINS, words)))
    )
    for wrong in (["blue"] * 8, {"a": 1}, [3], [object()] * 8):
        with pytest.raises(bp.InvalidArgument):
            bp.Scheme().score(wrong)


def test_an_explanation_reads_as_sentences():
    why = bp.explain([3] * 8, "sum16/1", lang="en")
    assert (why.index_class, why.points, why.worse) == ("blue_light", 16, None)
    assert str(why) == "\n".join(why.text) and why.document["format"] == "brukerplan/explanation"
    assert why.text != bp.explain([3] * 8, "sum16/1").text
    with pytest.raises(bp.UnknownLanguage):
        bp.explain([3] * 8, lang="xx")


def test_schemes_are_compared_over_everybody():
    found = bp.compare_schemes("sum16/1", "rule/1")
    assert found.total == 65536 and sum(map(sum, (row.values() for row in found.counts.values()))) == 65536
    persons = array.array("q", bytes(8 * 65536))
    persons[0xFFFF] = 3
    assert bp.compare_schemes("sum16/1", "rule/1", persons).total == 3
    assert len(found.to_table()) == len(found.counts)


# ---- records


def test_a_record_is_what_a_form_says(text):
    found = bp.check({"kommune": "9001", "mapped_on": datetime.date(2024, 1, 2), "x": 1}, test_numbers=True)
    assert not found and found.unknown_keys == 1 and found.scheme == "sum16/1"
    assert found.score.reason == "nothing_assessed"
    assert bp.check("no json").findings[0].severity == "fatal"
    with pytest.raises(bp.InvalidArgument, match="no object"):
        bp.check({"kommune": object()})


def test_options_that_are_none_are_refused():
    for options, error in (
        ({"pack": "none/1"}, bp.UnknownPack), ({"pack": "{}"}, bp.InvalidPack), ({"mapping": {}}, bp.InvalidMapping),
        ({"profile": {}}, bp.InvalidProfile), ({"scheme": "none/1"}, bp.UnknownScheme), ({"lang": "xx"}, bp.UnknownLanguage),
        ({"reference_date": "2024-13-01"}, bp.InvalidArgument), ({"period": ("2024-02-01", "2024-01-01")}, bp.InvalidArgument),
        ({"reference_date": 5}, bp.InvalidArgument), ({"reference_date": "20240101"}, bp.InvalidArgument),
    ):  # fmt: skip
        with pytest.raises(error):
            bp.check({}, **options)


def test_a_profile_and_a_mapping_are_kept_to():
    profile = {
        "format": "brukerplan/profile",
        "version": 1,
        "id": "x",
        "changes": [{"rule": "BP-DOM-001", "severity": "info", "reason": "x"}],
    }
    severities = {f.code: f.severity for f in bp.check({"housing": "blue"}, profile=profile).findings}
    assert severities["BP-DOM-001"] == "info"


# ---- numbers

NUMBERS = [
    "17912099997",
    "20036914700",
    "30108299939",
    "2003691470",
    "20036914701",
    "",
    "x",
    "1",
    "99999999999",
    "200369 14700",
    None,
]


@pytest.mark.parametrize("policy", [
    national_id.Policy(), national_id.Policy(test_numbers=True), national_id.Policy(rule="1964", dates="strict", d_table="old"),
    national_id.Policy(rule="by_date", assigned_by="2020-01-01"), national_id.Policy(kinds=("tenor", "date_only", "dummy")),
    national_id.Policy(reference_date=datetime.date(1960, 1, 1), refuse_ambiguous=True),
])  # fmt: skip
def test_a_column_of_numbers_is_checked_as_one_by_one(policy):
    chance = random.Random(2)
    numbers = NUMBERS + ["".join(chance.choices("0123456789", k=chance.choice((10, 11, 11, 11, 12)))) for _ in range(3000)]
    columns = national_id.check_column(numbers, policy).to_dicts()
    for text, row in zip(numbers, columns):
        if text is None:
            assert set(row.values()) == {None}
            continue
        one = national_id.check(text, policy)
        years = one.birth_years + (None, None)
        assert row == {
            "valid": one.valid, "kinds": "|".join(one.kinds) or None, "first_birth_year": years[0], "second_birth_year": years[1],
            "sex": one.sex, "rules": "|".join(one.rules) or None, "reason": one.reason, "position": one.position,
        }  # fmt: skip


def test_columns_of_text_come_in_every_layout():
    pa, pl, pd = (pytest.importorskip(name) for name in ("pyarrow", "polars", "pandas"))
    expected = national_id.check_column(NUMBERS).to_dict()
    array = pa.array(NUMBERS)
    for column in (
        array, pa.chunked_array([array.slice(0, 3), array.slice(3)]), array.cast(pa.large_string()), array.cast(pa.string_view()),
        array.dictionary_encode(), pa.array(["a", *NUMBERS]).slice(1), pl.Series(NUMBERS), pl.Series(NUMBERS, dtype=pl.Categorical),
        pd.Series(NUMBERS, dtype="str"), tuple(NUMBERS),
    ):  # fmt: skip
        assert national_id.check_column(column).to_dict() == expected
    for column in ([20036914700], pa.array([1]), pl.Series([1.5])):
        with pytest.raises(bp.ColumnType, match="leading zeros"):
            national_id.check_column(column)


def test_a_number_is_parsed_as_people_write_it():
    assert national_id.parse("200369 14700").birth_years == (1969,)
    assert national_id.normalise("200369-14700") == ("20036914700", ("hyphen",))
    for wrong in ("20036914701", "17912099997", "x"):
        with pytest.raises(bp.InvalidNumber) as raised:
            national_id.parse(wrong)
        assert wrong not in str(raised.value).split() or wrong == "x"
    with pytest.raises(bp.InvalidArgument, match="kinds are"):
        national_id.check("1", national_id.Policy(kinds=("none",)))
    with pytest.raises(bp.InvalidArgument, match="rule is one of"):
        national_id.check("1", national_id.Policy(rule="none"))


# ---- places


def test_a_column_of_codes_is_checked_as_one_by_one():
    codes = ["0301", "1507", "301", "9001", "", "abcd", None, "0101", "12345"]
    days = [
        "2024-01-01",
        "2023-12-31",
        "2024-01-01",
        "2024-01-01",
        "2024-01-01",
        "2024-01-01",
        "2024-01-01",
        "2005-01-01",
        "2024-01-01",
    ]
    found = municipality.check_column(codes, days)["validity"]
    assert found == [None if code is None else municipality.validity(code, on) for code, on in zip(codes, days)]
    assert municipality.check_column(codes, days[0])["validity"][1] == "no_longer_valid"
    with pytest.raises(bp.InvalidArgument):
        municipality.check_column(codes, days[:2])


def test_a_municipality_is_followed_through_time():
    weights = [{"before": "1507", "after": after, "weight": weight} for after, weight in (("1508", 3), ("1580", 1))]
    split = municipality.trace("1507", datetime.date(2023, 1, 1), "2024-01-01", weights)
    assert [(part.code, part.share) for part in split.municipalities] == [("1508", 0.75), ("1580", 0.25)]
    assert (split.basis, split.determined, split.shares_are_the_callers) == ("split", False, True)
    assert municipality.trace("0101", "2019-01-01", "2024-01-01").codes == ("3101",)
    assert municipality.same_territory("0101", "2019-01-01", "3101", "2024-01-01")
    assert municipality.describe("0301", "2024-01-01")["label"].startswith("Oslo")
    assert len(municipality.list("2024-01-01")) == 357
    assert municipality.valid("0301", "2024-01-01") and municipality.county_valid("03", "2024-01-01")
    assert municipality.district_valid("030101", "2024-01-01") and not municipality.district_valid("030188", "2024-01-01")
    for error, call in (
        (bp.NotValidOnDate, lambda: municipality.trace("1507", "2024-01-01", "2023-01-01")),
        (bp.BeforeFacts, lambda: municipality.list("2005-01-01")),
        (bp.MissingWeight, lambda: municipality.trace("1507", "2023-01-01", "2024-01-01", weights[:1])),
        (bp.InvalidWeight, lambda: municipality.trace("1507", "2023-01-01", "2024-01-01", [{}])),
        (bp.InvalidArgument, lambda: municipality.list(None)),
    ):
        with pytest.raises(error):
            call()


# ---- pseudonyms


def test_a_column_of_pseudonyms_is_made_as_one_by_one():
    numbers = ["17912099997", "179120 99997", "15868710168", None, "1791209999", "20036914700", "x", "201012345603"]
    with bp.linking_pseudonymiser(bytes(range(32)), "years") as maker:
        found = maker.make_column(numbers, test_numbers=True).to_dicts()
        for text, row in zip(numbers, found):
            if text is None:
                assert row == {"pseudonym": None, "reason": None}
            elif row["pseudonym"] is None:
                assert row["reason"]
                with pytest.raises(bp.InvalidNumber):
                    maker.make(text, test_numbers=True)
            else:
                assert row == {"pseudonym": maker.make(text, test_numbers=True).hex(), "reason": None}
        assert [row["reason"] for row in found][4:7] == ["length", "kind_not_allowed", "length"]
        assert maker.basis == "caller_linking_key"
    with pytest.raises(bp.NotThere):
        maker.make("17912099997")
    with pytest.raises(bp.InvalidArgument):
        bp.linking_pseudonymiser(b"short", "years")


def test_a_random_key_is_never_the_same():
    made = [bp.pseudonymiser("autumn", "9001").make("17912099997", test_numbers=True) for _ in range(2)]
    assert made[0] != made[1]
