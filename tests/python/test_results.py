"""What comes out: as the kind of table that went in, and as any other."""

import datetime

import brukerplan as bp
import pytest
import sample
from brukerplan import experimental

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")


def duckdb_relation(columns):
    return pytest.importorskip("duckdb").from_arrow(pa.table(columns))


KINDS = {
    "polars": (pl.DataFrame, pl.DataFrame),
    "polars, lazy": (lambda t: pl.DataFrame(t).lazy(), pl.LazyFrame),
    "pandas": (pd.DataFrame, pd.DataFrame),
    "pyarrow": (pa.table, pa.Table),
    "a batch of pyarrow": (lambda t: pa.table(t).to_batches()[0], pa.Table),
    "lists": (dict, dict),
    "rows": (lambda t: pl.DataFrame(t).to_dicts(), list),
    "a table of this package": (bp.Table, bp.Table),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_kind_comes_out_as_went_in(kind, typed):
    make, same = KINDS[kind]
    if kind == "a table of this package":
        same = dict  # which it was made of
    found = bp.validate(make(typed), test_numbers=True)
    for table in (found.findings, found.valid, found.invalid, found.summary, bp.score(make(typed))):
        assert isinstance(table.to_native(), same)
        assert isinstance(table, bp.Table)


def test_duckdb_comes_out_of_duckdb(typed):
    relation = duckdb_relation(typed)
    found = bp.validate(relation, test_numbers=True)
    assert type(found.valid.to_native()) is type(relation)
    assert len(found.valid.to_native().fetchall()) == len(found.valid)


def test_good_and_bad_rows_are_the_rows_that_came_in(typed):
    every = pl.DataFrame(typed)
    found = bp.validate(every, test_numbers=True)
    assert len(found.valid) + len(found.invalid) == len(found) == len(every)
    assert found.valid.to_native().equals(every[list(found.valid_rows)])
    assert found.invalid.to_native().equals(every[list(found.invalid_rows)])
    severities = list(found.severities)
    assert list(found.invalid_rows) == [row for row, worst in enumerate(severities) if worst >= 3]


def as_csv(columns, folder):
    pl.DataFrame(columns).write_csv(folder / "rows.csv", separator=";")
    return folder / "rows.csv"


def as_ndjson(columns, folder):
    pl.DataFrame(columns).write_ndjson(folder / "rows.ndjson")
    return str(folder / "rows.ndjson")


def as_parquet(columns, folder):
    pl.DataFrame(columns).write_parquet(folder / "rows.parquet", row_group_size=100)
    return folder / "rows.parquet"


def halves(columns):
    table, middle = pa.table(columns), len(columns["Dato"]) // 2
    return [table.slice(0, middle), table.slice(0, 0), bp.Table(table.slice(middle))]


GIVEN = {
    **{kind: (lambda columns, _, make=make: make(columns)) for kind, (make, _) in KINDS.items()},
    "pandas, columns of Arrow": lambda columns, _: pd.DataFrame(columns).convert_dtypes(dtype_backend="pyarrow"),
    "pyarrow, chunked": lambda columns, _: pa.concat_tables(pa.table(part) for part in halves(columns)),
    "DuckDB": lambda columns, _: duckdb_relation(columns),
    "parts": lambda columns, _: halves(columns),
    "CSV": as_csv,
    "NDJSON": as_ndjson,
    "Parquet": as_parquet,
}


@pytest.mark.parametrize("kind", GIVEN)
def test_good_rows_are_scored_one_for_each_as_they_are_among_all(kind, whole, tmp_path):
    table = GIVEN[kind](whole, tmp_path)
    found = bp.validate(table, test_numbers=True)
    every, good, bad = (bp.score(rows) for rows in (table, found.valid, found.invalid))
    assert (len(every), len(good), len(bad)) == (len(found), len(found.valid), len(found.invalid))
    assert len(found) == len(whole["Dato"]) and 0 < len(bad) < len(good)
    for scored, rows in ((good, found.valid_rows), (bad, found.invalid_rows)):
        for column in ("row_ref", "class", "points", "answered", "reason"):
            assert scored[column] == [every[column][row] for row in rows], column
    assert every["row_ref"] == [reference for reference in whole["Radref"]]
    assert bp.score(found.valid.to_native()).to_dict() == good.to_dict()


def test_no_good_rows_are_scored_as_none(typed):
    every = {**typed, "Dato": [None] * len(typed["Dato"])}
    found = bp.validate(every, test_numbers=True)
    assert len(found.valid) == len(bp.score(found.valid)) == 0
    assert len(bp.score(found.invalid)) == len(found)


def test_good_rows_are_read_as_they_were_validated(whole):
    words = {"G": "green", "Y": "yellow", "R": "red"}
    mapping = {
        "format": "brukerplan/mapping",
        "version": 1,
        "id": "system/1",
        "pack": "brukerplan/2024",
        "columns": {"Colour of the house": "housing"},
        "codes": {"housing": words},
    }
    pack = bp.Pack("brukerplan/2024")
    ours = {name: cells for name, cells in whole.items() if name != "Bolig"}
    letters = {token: letter for letter, token in words.items()}
    ours["Colour of the house"] = [letters.get(cell, cell) for cell in whole["Bolig"]]
    found = bp.validate(ours, pack, mapping=mapping, test_numbers=True)
    expected = bp.validate(whole, test_numbers=True)
    assert bytes(found.severities) == bytes(expected.severities)
    assert bp.score(found.valid).to_dict() == bp.score(expected.valid).to_dict()
    assert bp.histogram(found.valid) == bp.histogram(expected.valid)
    assert bp.validate(found.valid, test_numbers=True).ok
    assert bp.score(bp.validate(found.valid, test_numbers=True).valid).to_dict() == bp.score(expected.valid).to_dict()
    reports = [experimental.report(rows, test_numbers=True) for rows in (found.valid, expected.valid)]
    assert reports[0]["tables"] == reports[1]["tables"]
    with pytest.raises(bp.MissingColumns):
        bp.score(found.valid.to_native())


def test_lines_of_a_file_that_are_no_rows_are_not_among_the_good():
    with pytest.warns(bp.UnreadableRows):
        found = bp.validate(sample.FILE, test_numbers=True)
        every, good = bp.score(sample.FILE), bp.score(found.valid)
    assert good["class"] == [every["class"][row] for row in found.valid_rows]


def test_types_of_polars_survive():
    columns = {"Bolig": ["red", "green", "red"], "Dato": [datetime.date(2024, 1, day) for day in (1, 2, 3)]}
    words = pl.Enum(["green", "yellow", "red"])
    table = pl.DataFrame(columns).with_columns(pl.col("Bolig").cast(words), n=pl.lit(1.5), t=pl.lit(b"x"), b=pl.lit(True))
    rows = bp.Table(table)._core.take(memoryview(bytes(8) + (2).to_bytes(8, "little")).tobytes())
    assert pl.DataFrame(rows).equals(table[[0, 2]]) and pl.DataFrame(rows).schema == table.schema


def test_the_index_of_pandas_survives(typed):
    frame = pd.DataFrame(typed, index=[f"r{row}" for row in range(len(typed["Dato"]))])
    found = bp.validate(frame, test_numbers=True)
    assert list(found.invalid.to_native().index) == [f"r{row}" for row in found.invalid_rows]


def test_rows_are_taken_out_of_every_layout():
    def taken(array, rows=(0, 2, 3)):
        picked = b"".join(row.to_bytes(8, "little") for row in rows)
        return pa.table(bp.Table(pa.table({"x": array, "y": array}))._core.take(picked))

    cells = {
        pa.bool_(): [True, None, False, True],
        pa.int8(): [1, None, -3, 4],
        pa.uint64(): [1, 2, 3, None],
        pa.float16(): [1.0, 2.0, None, 4.0],
        pa.decimal128(9, 2): [None, None, None, None],
        pa.decimal256(40, 2): [None, None, None, None],
        pa.binary(3): [b"abc", None, b"def", b"ghi"],
        pa.large_binary(): [b"abc", None, b"", b"ghi"],
        pa.string_view(): ["short", None, "longer than twelve bytes", ""],
        pa.time32("ms"): [datetime.time(1), None, datetime.time(2), None],
        pa.duration("ns"): [datetime.timedelta(1), None, None, datetime.timedelta(2)],
        pa.month_day_nano_interval(): [None, None, None, None],
        pa.null(): [None] * 4,
        pa.list_(pa.string()): [["a", None], None, [], ["b"]],
        pa.large_list(pa.int16()): [[1], None, [2, 3], []],
        pa.list_(pa.bool_(), 2): [[True, False], None, [False, None], [True, True]],
        pa.struct({"a": pa.int8(), "b": pa.string()}): [{"a": 1, "b": "x"}, None, {"a": None, "b": ""}, {"a": 2, "b": None}],
        pa.map_(pa.string(), pa.int8()): [[("a", 1)], None, [], [("b", None)]],
        pa.dictionary(pa.int8(), pa.string()): ["a", None, "b", "a"],
    }
    for kind, values in cells.items():
        for array in (pa.array(values, kind), pa.array([None, *values, None], kind).slice(1, 4)):
            expected = (
                array.take(pa.array([0, 2, 3]))
                if kind not in (pa.string_view(),)
                else pa.array([values[i] for i in (0, 2, 3)], kind)
            )
            table = taken(array)
            table.validate(full=True)
            assert table["x"].to_pylist() == expected.to_pylist() == table["y"].to_pylist(), kind
    with pytest.raises(bp.ColumnType, match="taken out"):
        taken(pa.RunEndEncodedArray.from_arrays([2, 4], [1, 2]))


def test_rows_are_taken_out_of_every_batch():
    table = pa.concat_tables([pa.table({"x": list(range(start, start + 5))}) for start in (0, 5, 10)])
    rows = b"".join(row.to_bytes(8, "little") for row in (4, 5, 12, 14))
    assert pa.table(bp.Table(table)._core.take(rows))["x"].to_pylist() == [4, 5, 12, 14]


def test_cells_become_objects_of_python():
    day = datetime.date(2024, 2, 29)
    moment = datetime.datetime(1969, 12, 31, 23, 59, 59, 500000)
    columns = {
        "text": ["a", None], "view": pa.array(["longer than twelve bytes", None], pa.string_view()), "int": pa.array([1, None], pa.int8()),
        "float": [1.5, None], "bool": [True, None], "bytes": [b"x", None], "day": [day, None], "day64": pa.array([day, None], pa.date64()),
        "ms": pa.array([moment, None], pa.timestamp("ms")), "ns": pa.array([moment, None], pa.timestamp("ns", "UTC")),
        "words": [["a", None], None], "two": pa.array([[1, 2], None], pa.list_(pa.int8(), 2)),
        "struct": [{"a": 1, "b": None}, None], "word": pa.array(["a", None]).dictionary_encode(), "null": pa.nulls(2),
    }  # fmt: skip
    table = pa.table(columns)
    expected = table.to_pydict()
    expected["ns"] = [moment.replace(tzinfo=datetime.timezone.utc), None]
    assert bp.Table(table).to_dict() == expected
    assert bp.Table(table.slice(1)).to_dict() == {name: cells[1:] for name, cells in expected.items()}
    assert list(bp.Table(table))[1] == dict.fromkeys(columns)
    with pytest.raises(bp.ColumnType, match="to_arrow"):
        bp.Table(pa.table({"t": [datetime.time(1)]})).to_dict()


def test_lists_become_columns_of_arrow():
    moment = datetime.datetime(2024, 2, 29, 12, 30, 1, 5)
    zone = datetime.timezone(datetime.timedelta(hours=2))
    columns = {
        "text": ["a", None, "æ"], "int": [1, None, -3], "float": [1.5, None, 2], "bool": [True, None, False],
        "day": [moment.date(), None, datetime.date(1900, 1, 1)], "moment": [moment, None, moment.replace(tzinfo=zone)],
        "words": [["a", "b"], None, []], "mixed": ["a", 2, None], "large": [2**70, 1, None], "none": [None] * 3,
    }  # fmt: skip
    expected = dict(columns)
    expected["moment"] = [moment, None, moment - datetime.timedelta(hours=2)]
    expected["mixed"], expected["large"] = ["a", "2", None], [str(2**70), "1", None]
    table = bp.Table(columns)
    pa.table(table).validate(full=True)
    assert table.to_dict() == expected
    assert pl.DataFrame(table).height == pd.DataFrame(table.to_pandas()).shape[0] == 3
    for wrong in ({"a": [{}, 1]}, {"a": [["x", 1]]}, {"a": [1], "b": []}, {1: ["x"]}):
        with pytest.raises(bp.UnreadableTable):
            len(bp.Table(wrong))


def test_what_stands_for_nothing_is_nothing():
    nan = float("nan")
    for cells in (
        ["a", nan],
        [1, nan],
        [True, None],
        [pd.NaT, datetime.date(2024, 1, 1)],
        [pd.NA, "a"],
        pd.Series(["a", None], dtype="str"),
    ):
        assert None in bp.Table({"x": cells})["x"]
    numpy = pytest.importorskip("numpy")
    assert bp.Table({"x": [numpy.int8(1), None]})["x"] == [1, None]
    assert bp.Table({"x": numpy.array([1.5, nan])})["x"] == [1.5, None]


def test_a_table_can_be_read_again_and_outlives_what_made_it(typed):
    def made():
        return bp.validate(pl.DataFrame(typed), test_numbers=True).findings

    findings = made()
    first = pa.table(findings)
    assert pa.table(findings).equals(first) and pl.DataFrame(findings).height == len(findings) == first.num_rows
    capsule = made().__arrow_c_stream__()
    assert pa.RecordBatchReader._import_from_c_capsule(capsule).read_all().equals(first)


def test_findings_are_the_listing(text):
    import json

    found = bp.validate(text, test_numbers=True, lang="en")
    columns = [{**row, "params": json.loads(row["params"])} for row in found.findings]
    assert columns == json.loads(found.to_json())
    assert columns == [json.loads(line) for line in found.to_json(lines=True).splitlines()]


def test_counts_are_those_of_the_findings(text):
    found = bp.validate(text, test_numbers=True)
    severities = found.findings["severity"]
    assert found.count() == len(severities)
    assert {s: found.count(s) for s in ("info", "warning", "error", "fatal")} == {
        s: severities.count(s) for s in ("info", "warning", "error", "fatal")
    }
    assert sum(found.summary["findings"]) == sum(found.by_field["findings"]) + found.findings["field"].count(None) == found.count()
    assert (
        sum(found.by_unit["rows"]) == len(found) == sum(found.count_rows(s) for s in ("none", "info", "warning", "error", "fatal"))
    )


def test_details_beyond_the_bound_are_counted(text):
    every, few = bp.validate(text, test_numbers=True), bp.validate(text, test_numbers=True, max_findings=5)
    assert (few.truncated, every.truncated) == (True, False)
    assert len(few.findings) == 5 and few.count() == every.count()
    assert few.findings.to_dicts() == every.findings.to_dicts()[:5]


def test_errors_are_raised_when_asked_for(text):
    found = bp.validate(text, test_numbers=True)
    with pytest.raises(bp.ValidationFailed, match="16 of 435 rows") as raised:
        found.raise_for_errors()
    assert raised.value.validation is found and isinstance(raised.value, ValueError)
    bad = {rule["code"] for rule in found.summary if rule["severity"] in ("error", "fatal")}
    assert f"by {len(bad)} rules" in str(raised.value)
    good = bp.validate(found.valid, test_numbers=True)
    assert good.raise_for_errors() is good and good.ok


def test_rows_of_a_stream_are_gone(typed):
    reader = pa.table(typed).to_reader()
    found = bp.validate(reader, test_numbers=True)
    assert len(found.valid) == len(found.valid_rows)
    with pytest.raises(bp.RowsGone):
        found.valid.to_arrow()
    with pytest.raises(bp.RowsGone):
        bp.validate(typed, test_numbers=True, keep_rows=False).valid  # noqa: B018


def test_rows_that_have_changed_are_not_taken_for_those_that_were_validated(typed):
    frame = {name: list(cells) for name, cells in typed.items()}
    found = bp.validate(frame, test_numbers=True)
    for cells in frame.values():
        cells.pop()
    with pytest.raises(bp.RowsGone):
        found.valid.to_dict()


def test_progress_is_told_and_can_end_the_call(text):
    class Enough(Exception):
        pass

    def slowly():
        import time

        for _ in range(4):
            time.sleep(0.12)
            yield text

    told = []
    bp.validate(slowly(), test_numbers=True, progress=told.append)
    assert told and told == sorted(told)

    def stop(rows):
        raise Enough

    with pytest.raises(Enough):
        bp.validate(slowly(), test_numbers=True, progress=stop)


def test_a_table_without_a_batch_has_scores_without_rows():
    names = [*bp.DOMAINS, "row_ref"]
    nothing = pa.table({name: pa.array([], pa.string()) for name in names})
    scores = bp.score(pa.RecordBatchReader.from_batches(nothing.schema, []))
    assert scores.columns == ["row_ref", "points", "class", "answered", "scheme", "reason"]
    assert len(scores) == 0 and scores.to_dicts() == [] and "0 rows" in repr(scores)


# ---- Copies


def test_results_can_be_sent_to_another_process(typed):
    import copy
    import pickle

    def sent(result):
        assert copy.deepcopy(result) is result
        return pickle.loads(pickle.dumps(result))

    found = bp.validate(typed, test_numbers=True, lang="nn", max_findings=50)
    again = sent(found)
    assert again.save() == found.save() and again.lang == "nn" and repr(again) == repr(found)
    assert bytes(again.severities) == bytes(found.severities) and again.findings.to_dicts() == found.findings.to_dicts()
    with pytest.raises(bp.RowsGone):
        again.valid.to_dicts()
    scores = bp.score(typed)
    assert sent(scores).to_arrow().equals(scores.to_arrow()) and "yellow" in sent(scores)._repr_html_()
    assert "Rows of people" in sent(found.valid)._repr_html_()
    counted = bp.histogram(typed)
    assert sent(counted) == counted
    for scheme in (bp.Scheme("rule/1"), bp.Scheme(bp.Scheme("rule/1", pack="brukerplan/2019"))):
        assert sent(scheme).id == scheme.id == "rule/1"


def test_rows_that_are_gone_are_shown_as_gone(typed):
    found = bp.validate(pa.table(typed).to_reader(), test_numbers=True)
    rows = (found + found).valid
    assert "not there any more" in repr(rows) and "not there any more" in rows._repr_html_()


def test_a_column_is_in_a_table():
    table = bp.Table({"unit": ["a"]})
    assert "unit" in table and "a" not in table
