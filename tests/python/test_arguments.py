"""Wrong arguments: every one is told by an exception of this package that says what to do."""

import datetime
import decimal

import brukerplan as bp
import pytest
import rounds
from brukerplan import municipality, national_id

RED = {domain: ["red"] for domain in bp.DOMAINS}
ROW = {domain: "red" for domain in bp.DOMAINS}


@pytest.mark.parametrize(
    ("option", "wrong"),
    [
        ("lang", 5), ("lang", b"nb"), ("lang", "\ud800"), ("pack", b"x"), ("pack", {1, 2}), ("profile", object()), ("mapping", {"a": {1}}),
        ("period", ("2024-10-01",)), ("period", "2024-10-01"), ("period", 2024), ("period", ("2024-10-01", "x")), ("reference_date", 2024),
        ("max_findings", "many"), ("max_findings", None), ("max_findings", -1), ("max_findings", 1.5), ("max_findings", 2**70),
        ("progress", "often"), ("progress", 5),
    ],
)  # fmt: skip
def test_an_option_that_is_none_is_refused(option, wrong, typed):
    with pytest.raises(bp.InvalidArgument):
        bp.validate(typed, **{option: wrong})


def test_what_is_not_known_comes_with_what_is():
    for call, known in (
        (lambda: bp.validate(RED, pack="none/1"), "shipped"),
        (lambda: bp.score(RED, "none/1"), "schemes"),
        (lambda: bp.Pack(lang="de"), "nb, nn or en"),
    ):
        with pytest.raises(LookupError, match=known):
            call()


def test_words_that_are_counted_are_those_of_severities(typed):
    found = bp.validate(typed, test_numbers=True)
    for wrong in ("ERROR", "bad", 3):
        with pytest.raises(bp.InvalidArgument, match="warning error fatal"):
            found.count(wrong)
        with pytest.raises(bp.InvalidArgument, match="none info"):
            found.count_rows(wrong)


def test_one_record_is_no_table():
    with pytest.raises(bp.UnreadableTable, match="column housing.*brukerplan.check"):
        bp.score(ROW)
    with pytest.raises(bp.UnreadableTable, match="column housing"):
        bp.validate({**RED, "housing": 3})
    with pytest.raises(bp.UnreadableTable, match="this is str"):
        national_id.check_column("17912099997", test_numbers=True)


def test_what_is_no_table_is_told_what_is(tmp_path):
    numpy = pytest.importorskip("numpy")
    with open(__file__, encoding="utf-8") as file:
        for thing, hint in (
            (file, "its path"),
            (numpy.zeros((2, 8)), "by their names"),
            (dict, "list of dictionaries"),
            (None, "NoneType"),
        ):
            with pytest.raises(bp.UnreadableTable, match=hint):
                bp.validate(thing)


def test_columns_that_come_twice_are_called_so():
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = pandas.DataFrame(RED)
    with pytest.raises(bp.DuplicateColumns):
        bp.score(pandas.concat([frame, frame[["housing"]]], axis=1))


def test_parts_of_different_kinds_do_not_add_up(typed):
    found, counted = bp.validate(typed, test_numbers=True), bp.histogram(RED)
    for one, other in ((found, 1), (counted, 1), (counted, found), (found, counted)):
        with pytest.raises(TypeError):
            one + other


# ---- Ratings


def test_a_rating_between_two_is_none():
    scheme = bp.Scheme()
    for wrong in (1.5, True, 9):
        assert scheme.score([wrong] * 8).reason == "unreadable"
        with pytest.raises(bp.InvalidArgument):
            bp.explain([wrong] * 8)
    assert scheme.score([1.0] * 8).index_class == "green"
    for wrong in (None, 5, "red", [b"red"] * 8, [object()] * 8):
        with pytest.raises(bp.InvalidArgument):
            scheme.score(wrong)


def test_what_stands_for_nothing_is_not_assessed():
    pandas = pytest.importorskip("pandas")
    for nothing in (None, float("nan"), pandas.NA, pandas.NaT, "", 0):
        assert bp.Scheme().score([nothing] * 8).reason == "nothing_assessed"


def test_arrays_of_another_kind_are_refused():
    numpy = pytest.importorskip("numpy")
    scheme = bp.Scheme()
    for wrong in (numpy.zeros(3, "uint8"), numpy.zeros(3, ">u2"), numpy.zeros((3, 1), "uint16"), [1, 2]):
        with pytest.raises(bp.InvalidArgument, match="uint16"):
            scheme.score_packed(wrong)
    with pytest.raises(bp.InvalidArgument, match="uint8"):
        bp.Histogram.of_columns([numpy.zeros(3, "int64")] * 8)
    with pytest.raises(bp.InvalidArgument, match="int64"):
        bp.Histogram.of_counts([1] * 65536)
    for wrong in (-1, 65536, 2**40, "x", 1.5):
        with pytest.raises(bp.InvalidArgument):
            scheme.score_code(wrong)


# ---- Records


def test_cells_of_a_record_are_those_that_people_have():
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")

    def fields(record):
        return {finding.field for finding in bp.check(record, test_numbers=True).findings}

    plain = {**ROW, "municipality": "9001", "mapping_year": 2024, "mapped_on": datetime.date(2024, 10, 7), "birth_year": 1987}
    plain |= {"substance_problem": "yes", "mental_disorder": "light", "services_received": ["gp"], "sex": None}
    expected = fields(plain)
    for name, cell in (
        ("sex", float("nan")), ("sex", pandas.NA), ("sex", pandas.NaT), ("birth_year", numpy.int64(1987)), ("birth_year", 1987.0),
        ("birth_year", decimal.Decimal(1987)), ("services_received", numpy.array(["gp"])), ("services_received", ("gp",)),
        ("mapped_on", pandas.Timestamp("2024-10-07")),
    ):  # fmt: skip
        assert fields({**plain, name: cell}) == expected, name
    assert fields(pandas.Series({**plain, "sex": float("nan")})) == expected
    assert "birth_year" in fields({**plain, "birth_year": float("inf")}) | fields({**plain, "birth_year": decimal.Decimal("NaN")})


def test_what_is_no_record_is_refused():
    for wrong in (None, 5, [], [ROW], b"{}", {"housing": object()}, {"housing": b"red"}, {"housing": {"red"}}):
        with pytest.raises(bp.InvalidArgument, match="a record"):
            bp.check(wrong)
    assert not bp.check("\ud800").valid and not bp.check({"housing": "\ud800"}).valid


def test_a_row_of_pandas_is_explained():
    pandas = pytest.importorskip("pandas")
    assert bp.explain(pandas.DataFrame(RED).iloc[0]).index_class == "blue_light"
    assert bp.explain(pandas.Series([3] * 8)).index_class == "blue_light"


# ---- Numbers and places


def test_numbers_and_codes_are_text():
    for wrong in (None, 17912099997, b"17912099997"):
        with pytest.raises(bp.InvalidArgument, match="text"):
            national_id.check(wrong)
        with pytest.raises(bp.InvalidArgument, match="text"):
            municipality.validity(wrong, "2024-01-01")
    assert not national_id.check("\ud800").valid
    with pytest.raises(bp.InvalidArgument):
        bp.pseudonymiser(None, "9001")
    with pytest.raises(bp.InvalidArgument, match="bytes"):
        bp.linking_pseudonymiser("x" * 32, "link")


def test_a_policy_is_a_policy_and_says_all():
    Policy = national_id.Policy
    assert Policy(kinds=["tenor"]) == Policy(kinds="tenor") == Policy(kinds=("tenor",))
    assert national_id.check("17912099997", Policy(kinds=["tenor"])).valid
    with pytest.raises(bp.InvalidArgument, match="Policy"):
        national_id.check("1", {"rule": "1964"})
    with pytest.raises(bp.InvalidArgument, match="test_numbers=True"):
        national_id.check("17912099997", Policy(), test_numbers=True)


def test_days_may_be_a_column_of_any_library():
    numpy = pytest.importorskip("numpy")
    days = numpy.array(["2024-01-01"], dtype="datetime64[D]")
    assert municipality.check_column(["0301"], days)["validity"] == ["valid"]
    with pytest.raises(bp.UnreadableTable):
        municipality.trace("1507", "2023-01-01", "2024-01-01", 5)


# ---- Projections


@pytest.mark.parametrize(
    ("option", "wrong", "told"),
    [
        ("horizon", "x", "horizon"), ("horizon", 1.5, "horizon"), ("horizon", 6, "1 to 5"), ("refits", None, "refits"), ("draws", "x", "draws"),
        ("seed", 2**64, "seed"), ("scenario", "x", "as_is met_need"), ("scenario", None, "scenario"), ("progress", 5, "progress"),
        ("resamples", "x", "resamples"),
    ],
)  # fmt: skip
def test_an_option_of_a_projection_that_is_none_is_refused(option, wrong, told):
    counts = bp.MappingCounts.of_table(rounds.cells(2))
    with pytest.raises(bp.InvalidArgument, match=told):
        if option == "progress":
            bp.backtest(counts, refits=0, progress=wrong)
        elif option == "resamples":
            bp.backtest(counts, refits=0).comparisons(wrong)
        else:
            bp.project(counts, **{"refits": 0, option: wrong})


def test_scenarios_take_shares_and_persons():
    counts = bp.MappingCounts.of_table(rounds.cells(2))
    for wrong in ({"9001": 5}, {("9001", "gp"): 1.5}, {("9001", "gp"): -1}, {(9001, "gp"): 5}, 5):
        with pytest.raises(bp.InvalidArgument):
            bp.project(counts, refits=0, scenario="capacity", capacities=wrong)
    for scenario, option in (("met_need", "percentile"), ("more_entrants", "more")):
        with pytest.raises(bp.InvalidArgument, match=option):
            bp.project(counts, refits=0, scenario=scenario, **{option: "much"})
