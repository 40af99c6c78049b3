"""From registrations to what the register receives: what Python adds to the steps of the core."""

import collections
import csv
import datetime
import gc
import hashlib
import io
import json
import os
import stat
import weakref

import brukerplan as bp
import pytest
import sample

SAID = {"mapping_id": "autumn-2024", "by": "municipal coordinator", "on": "2024-11-30", "test_numbers": True, "objections_checked": True}
HIDDEN = {"national_number", "unit", "mapper", "informed", "objects", "record_noted"}
ROW = {
    "row_ref": "canary-ref", "municipality": "9001", "mapping_year": 2024, "mapped_on": "2024-10-07", "unit": "canary-unit",
    "mapper": "canary-mapper", "national_number": "15897113322", "sex": "male", "informed": "yes", "objects": "no",
    "substance_problem": "yes", "mental_disorder": "less_serious", "housing": "red", "activity": "red", "economy": "yellow",
    "physical_health": "green", "mental_health": "yellow", "substance_use": "red", "social_functioning": "yellow", "network": "green",
    "substances": "alcohol|cannabis", "housing_kind": "homeless", "services_received": "follow_up_team",
    "services_needed": "housing_follow_up",
}  # fmt: skip


def records(prepared):
    """As a multiset: their order is random, and so are their numbers."""
    rows = [tuple((name, cell) for name, cell in row.items() if name != "row_ref") for row in prepared.records]
    return collections.Counter(rows)


@pytest.fixture(scope="module")
def table():
    return sample.text_columns()


@pytest.fixture(scope="module")
def prepared(table):
    return bp.prepare(table, lang="en", **SAID)


def test_rows_become_records(table, prepared):
    counts = prepared.counts
    assert counts["rows"] == len(table["Kommune"])
    became = ("unreadable", "with_errors", "objected", "withdrawn", "out_of_age", "registrations")
    assert counts["rows"] == sum(counts[name] for name in became)
    assert counts["persons"] == counts["transferable"] + counts["not_informed"]
    assert len(prepared) == len(prepared.records) == counts["transferable"] > 0
    assert counts["merged"] > 0
    assert sorted(map(int, prepared.records["row_ref"])) == list(range(1, len(prepared) + 1))


def test_names_of_counts_are_those_of_the_receipt(prepared):
    receipt = prepared.receipt
    assert receipt["format"] == "brukerplan/receipt"
    assert prepared.counts == {**receipt["rows"], **receipt["persons"]}


@pytest.mark.parametrize(
    "rows",
    [
        [ROW, {**ROW, "national_number": "123", "objects": "yes"}],
        [{**ROW, "objects": ""}],
        [{name: cell for name, cell in ROW.items() if name != "objects"}],
    ],
)
def test_what_may_be_an_objection_is_looked_into(rows):
    with pytest.raises(bp.InvalidArgument, match="objections_checked=True") as raised:
        bp.prepare(rows, **{**SAID, "objections_checked": False})
    assert "canary" not in str(raised.value)
    assert len(bp.prepare(rows, **SAID)) == 1


def test_nothing_leads_to_anybody(table, prepared):
    told = "\n".join(
        [prepared.csv.decode(), json.dumps(prepared.receipt), repr(prepared), prepared._repr_html_()]
        + [str(row) for row in prepared.records.to_dicts()]
    )
    assert not HIDDEN & set(prepared.records.columns)
    for number in filter(None, table["Fødselsnummer"]):
        assert number not in told and number[:6] not in prepared.csv.decode().split("\n")[0]
    for column in ("Radref", "Enhet", "Kartlegger"):
        for text in set(filter(None, table[column])):
            assert f",{text}," not in prepared.csv.decode() and text not in json.dumps(prepared.receipt)
    assert len(set(prepared.records["mapped_on"])) == 1


def test_a_canary_reaches_findings_alone():
    rows = [ROW, {**ROW, "unit": "canary-other", "housing": "green"}]
    prepared = bp.prepare(rows, **SAID)
    assert len(prepared) == 1 and prepared.counts["merged"] == 1
    told = prepared.csv.decode() + json.dumps(prepared.receipt) + str(prepared.records.to_dicts()) + repr(prepared)
    told += prepared._repr_html_()
    assert "canary" not in told and "15897113322" not in told
    findings = prepared.findings.to_dicts()
    disagreeing = [finding for finding in findings if finding["code"] == "BP-MRG-002"]
    assert disagreeing and disagreeing[0]["row_ref"] == "canary-ref"
    assert "15897113322" not in str(findings)


def test_the_rows_are_not_held_on_to():
    class Rows(dict):
        pass

    rows = Rows({name: [cell] for name, cell in ROW.items()})
    gone = weakref.ref(rows)
    prepared = bp.prepare(rows, **SAID)
    del rows
    gc.collect()
    assert gone() is None and len(prepared) == 1


def test_two_runs_give_the_same_records(table, prepared):
    again = bp.prepare(table, **SAID)
    assert records(again) == records(prepared)
    assert again.counts == prepared.counts
    assert again.csv != prepared.csv, "the order of more than a hundred records is random"


def test_records_are_registrations_again(prepared):
    assert bp.validate(prepared.records, test_numbers=True).ok
    scores = bp.score(prepared.records)
    assert len(scores) == len(prepared)
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(prepared.records)
    assert frame.height == len(prepared) and frame["mapped_on"].dtype == polars.Date
    assert bp.validate(frame, test_numbers=True).ok


def test_the_file_is_what_the_receipt_says(prepared, tmp_path):
    path, receipt = tmp_path / "transferred.csv", tmp_path / "receipt.json"
    prepared.write(path)
    prepared.write_receipt(str(receipt))
    assert path.read_bytes() == prepared.csv
    file = json.loads(receipt.read_bytes())["file"]
    assert file["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert file["records"] == len(prepared) and file["fields"] == prepared.records.columns
    assert receipt.read_bytes().count(b"\n") == 1
    of_file = bp.validate(path, test_numbers=True)
    assert of_file.ok and len(of_file) == len(prepared)
    of_table = bp.validate(prepared.records, test_numbers=True)
    assert of_file.findings.to_dicts() == of_table.findings.to_dicts()


def test_files_are_new_and_their_owners(prepared, tmp_path):
    for write, path in ((prepared.write, tmp_path / "transferred.csv"), (prepared.write_receipt, tmp_path / "receipt.json")):
        usual = os.umask(0)
        try:
            write(path)
        finally:
            os.umask(usual)
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.write_bytes(b"of another day")
        with pytest.raises(FileExistsError):
            write(path)
        assert path.read_bytes() == b"of another day"


def test_the_file_has_what_the_records_have(prepared):
    of_file = list(csv.DictReader(io.StringIO(prepared.csv.decode())))
    assert of_file == [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in prepared.records]


def test_the_receipt_says_who_did_what(prepared):
    receipt = prepared.receipt
    assert [step["step"] for step in receipt["trail"]] == ["collected", "merged", "made_transferable", "transferred"]
    assert {(step["by"], step["on"]) for step in receipt["trail"]} == {("municipal coordinator", "2024-11-30")}
    assert receipt["round"]["mapping"] == "autumn-2024" and receipt["round"]["municipality"] == "9001"
    assert receipt["transferred_on"] == "2024-11-30"
    assert receipt["made_by"]["merge_policy"] == "latest_known/1"
    assert receipt["made_by"]["test_numbers"] is True


def test_policies_and_rules_decide():
    rows = [{**ROW, "mapped_on": "2024-10-01"}, {**ROW, "unit": "other", "housing_kind": "unknown"}]

    def kind(**how):
        return bp.prepare(rows, **SAID, **how).records["housing_kind"]

    assert kind() == kind(merge="latest_known/1") == ["homeless"]
    assert kind(merge="latest_mapped_on/1") == kind(changes={"housing_kind": "latest"}) == ["unknown"]
    changed = bp.prepare(rows, **SAID, merge="worst_known/1", changes={"housing_kind": "latest"}, without=["substances"])
    assert changed.receipt["made_by"]["merge_policy"] == "worst_known/1+changed"
    assert changed.receipt["made_by"]["transfer_set"] == "transfer/1+reduced"
    assert "substances" not in changed.records.columns


@pytest.mark.parametrize(
    "wrong",
    [
        {"merge": "no_policy/1"}, {"changes": {"housing": "best"}}, {"changes": {"no_field": "latest"}}, {"changes": {"housing": "united"}},
        {"without": ["no_field"]}, {"without": ["national_number"]}, {"without": "district"}, {"mapping_id": ""}, {"by": ""},
        {"by": "15897113322"}, {"on": "2024-02-30"}, {"on": None}, {"mapping_id": "x" * 101},
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_used_is_refused(wrong):
    with pytest.raises(bp.InvalidArgument) as error:
        bp.prepare([ROW], **{**SAID, **wrong})
    assert "15897113322" not in str(error.value)


def test_a_municipality_is_prepared_by_itself():
    with pytest.raises(bp.InvalidArgument, match="row 2 is of another municipality"):
        bp.prepare([ROW, {**ROW, "municipality": "9002"}], **SAID)
    with pytest.raises(bp.InvalidArgument, match="row 2 is of another mapping year"):
        bp.prepare([ROW, {**ROW, "mapping_year": 2023, "mapped_on": "2023-10-02"}], **SAID)
    with pytest.raises(bp.InvalidArgument):
        bp.prepare([{**ROW, "housing": "blue"}], **SAID)


def test_any_table_and_any_parts_will_do(prepared, table):
    half = len(table["Kommune"]) // 2
    parts = [sample.part(table, 0, half), sample.part(table, half, None)]
    assert records(bp.prepare(iter(parts), **SAID)) == records(prepared)
    with pytest.warns(bp.UnreadableRows):
        of_file = bp.prepare(sample.FILE, **SAID)
    assert records(of_file) == records(prepared)
    polars = pytest.importorskip("polars")
    of_frame = bp.prepare(polars.DataFrame(table), **SAID)
    assert records(of_frame) == records(prepared)
    assert isinstance(of_frame.records.to_native(), polars.DataFrame)


def test_columns_and_codes_of_somebodys_own_leave_as_those_of_the_pack():
    mapping = {
        "format": "brukerplan/mapping", "version": 1, "id": "example-system/3", "pack": "brukerplan/2024",
        "columns": {"Bolig kode": "housing"}, "codes": {"sex": {"M": "male"}, "services_received": {"T01": "follow_up_team"}},
        "constants": {"mapping_year": "2024"},
    }  # fmt: skip
    own = {name: cell for name, cell in ROW.items() if name not in ("housing", "mapping_year")}
    prepared = bp.prepare([{**own, "Bolig kode": "red", "sex": "M", "services_received": "T01"}], mapping=mapping, **SAID)
    assert records(prepared) == records(bp.prepare([ROW], **SAID))
    assert bp.validate(prepared.records, test_numbers=True).ok


def test_the_day_may_be_a_date(prepared):
    again = bp.prepare([ROW], **{**SAID, "on": datetime.date(2024, 11, 30)})
    assert again.receipt["transferred_on"] == prepared.receipt["transferred_on"]


def test_what_was_found_is_a_validation(table, prepared):
    alone = bp.validate(table, test_numbers=True, lang="en")
    assert len(prepared.validation) == len(alone) and prepared.lang == "en"
    merging = [finding for finding in prepared.findings if finding["code"].startswith("BP-MRG")]
    assert prepared.findings.to_dicts()[: len(alone.findings)] == alone.findings.to_dicts()
    assert len(prepared.findings) == len(alone.findings) + len(merging)
    with pytest.raises(bp.RowsGone):
        prepared.validation.valid  # noqa: B018


def test_it_shows_counts_and_nothing_else(prepared):
    shown = repr(prepared)
    assert shown == (
        f"<brukerplan.Prepared by brukerplan/2024: {prepared.counts['rows']} rows, {prepared.counts['persons']} persons, "
        f"{len(prepared)} transferable>"
    )
    pages = {lang: bp.prepare([ROW], lang=lang, **SAID)._repr_html_() for lang in ("nb", "nn", "en")}
    assert len(set(pages.values())) == 3
    for lang, page in pages.items():
        assert f'lang="{lang}"' in page and page.count("<tr>") == 1 + len(prepared.counts)


def test_progress_is_told_and_may_stop_it(table):
    def stop(rows):
        raise KeyboardInterrupt

    parts = (sample.part(table, 0, 200) for _ in range(2000))
    with pytest.raises(KeyboardInterrupt):
        bp.prepare(parts, progress=stop, **SAID)
