"""Parts of a table, counts of assessments, packs, and the report of a round."""

import array

import brukerplan as bp
import pytest
import sample
from brukerplan import experimental


def rows(table, first, last):
    return sample.part(table, first, last)


def test_parts_of_a_table_add_up_to_the_whole(text):
    whole = bp.validate(text, test_numbers=True)
    parts = [bp.validate(rows(text, first, last), test_numbers=True) for first, last in ((0, 100), (100, 101), (101, 435))]
    joined = parts[0] + parts[1] + parts[2]
    assert joined.to_json() == whole.to_json()
    assert bytes(joined.severities) == bytes(whole.severities)
    assert joined.summary.to_dict() == whole.summary.to_dict() and joined.by_unit.to_dict() == whole.by_unit.to_dict()
    with pytest.raises(bp.RowsGone):
        joined.valid.to_dict()
    with pytest.raises(bp.InvalidArgument):
        parts[0] + bp.validate(rows(text, 0, 1), profile=PROFILE, test_numbers=True)


PROFILE = {
    "format": "brukerplan/profile", "version": 1, "id": "x", "changes": [{"rule": "BP-DOM-001", "severity": "info", "reason": "x"}],
}  # fmt: skip


def test_a_validation_is_carried_elsewhere_and_told_in_another_language(text):
    found = bp.validate(text, test_numbers=True)
    state = found.save()
    assert not any(number in state for number in text["Fødselsnummer"] if number)
    again = bp.Validation.restore(state, test_numbers=True)
    assert again.to_json() == found.to_json() and bytes(again.severities) == bytes(found.severities)
    english = bp.Validation.restore(state, test_numbers=True, lang="en")
    assert english.findings["message"] == bp.validate(text, test_numbers=True, lang="en").findings["message"]
    for text_of_it, options in (("{}", {}), (state, {"profile": PROFILE}), (state, {"pack": "brukerplan/2019"})):
        with pytest.raises(bp.InvalidState):
            bp.Validation.restore(text_of_it, test_numbers=True, **options)


def test_a_histogram_is_that_of_the_scores(typed):
    counted = bp.histogram(typed)
    for scheme in ("sum16/1", "rule/1"):
        classes = bp.score(typed, scheme=scheme)["class"]
        assert counted.classes(scheme) == {
            name: classes.count(name) - (counted.unreadable if name == "none" else 0) for name in bp.CLASSES
        }
    assert counted.persons + counted.unreadable == len(typed["Dato"]) and sum(counted.counts) == counted.persons
    assert sum(counted.no_classes().values()) == counted.classes()["none"]


def test_histograms_of_parts_add_up(typed):
    whole = bp.histogram(typed)
    assert bp.histogram(rows(typed, 0, 100)) + bp.histogram(rows(typed, 100, 433)) == whole
    assert bp.Histogram.of_counts(whole.counts, whole.unreadable) == whole
    table = whole.ratings().to_dict()
    assert [sum(cells[domain] for name, cells in table.items() if name != "domain") for domain in range(8)] == [whole.persons] * 8
    bolig = typed["Bolig"]
    assert table["red"][0] == bolig.count("red")


def test_histograms_come_of_arrays():
    ratings = [[1, 2, 3, 0, 1, 1, 1, 3], [3] * 8, [7] + [1] * 7]
    columns = [bytes(row[domain] for row in ratings) for domain in range(8)]
    counted = bp.Histogram.of_columns(columns)
    assert (counted.persons, counted.unreadable) == (2, 1)
    strided = [memoryview(bytes(cell for row in ratings for cell in row))[domain::8] for domain in range(8)]
    assert bp.Histogram.of_columns(strided) == counted
    codes = array.array("H", [sum(row[domain] << 2 * domain for domain in range(8)) for row in ratings[:2]])
    assert bytes(bp.Histogram.of_codes(codes).counts) == bytes(counted.counts)
    assert bp.compare_schemes("sum16/1", "rule/1", counted).total == 2
    for wrong in (array.array("q", [0]), array.array("d", [0.0] * 65536), array.array("q", [-1] * 65536)):
        with pytest.raises((bp.InvalidArgument, TypeError)):
            bp.Histogram.of_counts(wrong)


def test_a_row_of_a_table_is_explained(typed):
    scores = bp.score(typed, scheme="rule/1").to_dicts()
    for row in range(0, 433, 20):
        record = {name: cells[row] for name, cells in typed.items()}
        if scores[row]["reason"] == "unreadable":
            with pytest.raises(bp.InvalidArgument):
                bp.explain(record, "rule/1")
            continue
        why = bp.explain(record, "rule/1")
        assert (why.index_class, why.points, why.answered) == tuple(scores[row][name] for name in ("class", "points", "answered"))
    with pytest.raises(bp.MissingColumns):
        bp.explain({"housing": "red"})


def test_a_pack_says_what_it_asks_and_checks():
    pack = bp.Pack(lang="en")
    assert pack.id == "brukerplan/2024" and pack.title and len(pack.fields) == 44
    assert set(pack.fields["name"]) >= set(bp.DOMAINS)
    assert {"BP-DOM-001", "BP-ROW-001"} <= set(pack.rules["code"])
    assert pack.schemes["id"] == ["sum16/1", "rule/1"]
    assert set(pack.codes("rating")) >= {"green", "yellow", "red"}
    assert pack.label("housing") != bp.Pack().label("housing")
    assert len(pack.code_lists) > 100
    with pytest.raises(KeyError):
        pack.codes("none")
    with pytest.raises(bp.UnknownPack):
        bp.Pack("none/1")
    assert bp.check({}, pack=bp.Pack("brukerplan/2019")).pack == "brukerplan/2019"


def test_a_round_gives_the_report_document(typed):
    document = experimental.report(typed, test_numbers=True)
    assert document["format"].startswith("brukerplan/")
    found = bp.validate(typed, test_numbers=True)
    assert str(len(found)) in str(document)
    with pytest.raises(bp.MissingColumns):
        experimental.report({"housing": []})


def test_engines_say_what_they_take():
    with pytest.raises(bp.InvalidArgument, match="int"):
        bp.engines.join([1, 2])
    for engine, needed in ((bp.engines.polars, "LazyFrame"), (bp.engines.duckdb, "relation")):
        pytest.importorskip("pyarrow")
        with pytest.raises(bp.UnreadableTable, match=needed):
            engine.validate({"housing": ["red"]})
