"""A table means the same in every layout in which an engine may hand it over."""

import datetime

import pytest

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

import brukerplan as bp  # noqa: E402
import sample  # noqa: E402


def arrow(columns, text=None):
    return pa.table({name: pa.array(cells, text or pa.string()) for name, cells in columns.items()})


def encoded(columns, index=None):
    return arrow(columns, pa.dictionary(index or pa.int32(), pa.string()))


def arrow_typed(columns, text=None, index=None, day=None, number=None):
    text = text or pa.string()
    words = pa.dictionary(index or pa.int8(), text)

    def array(name, cells):
        kind = (
            pa.list_(words) if name in sample.LISTS
            else number or pa.int16() if name in sample.NUMBERS
            else pa.date32() if name == sample.DAY
            else text if name in sample.TEXTS
            else words
        )  # fmt: skip
        made = pa.array(cells, kind)
        return made.cast(day) if name == sample.DAY and day else made

    return pa.table({name: array(name, cells) for name, cells in columns.items()})


def chunked(table, rows):
    """Batches that are slices, with empty ones between."""
    batches = [part for batch in table.to_batches(max_chunksize=rows) for part in (batch.slice(0, 0), batch)]
    return pa.RecordBatchReader.from_batches(table.schema, batches)


class AsArray:
    """Only the array protocol, of a batch."""

    def __init__(self, batch):
        self.batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self.batch.__arrow_c_array__(requested_schema)


def as_pandas(columns):
    """Numbers with gaps are float64 with NaN, as pandas makes them; words are categories."""

    def series(name, cells):
        if name in sample.NUMBERS:
            return pd.Series([float("nan") if cell is None else cell for cell in cells], dtype="float64")
        if name == sample.DAY:
            return pd.to_datetime(pd.Series(cells))
        if name in sample.TEXTS:
            return pd.Series(cells, dtype=object)
        if name in sample.LISTS:
            return pd.Series([None if cell is None else "|".join(cell) for cell in cells], dtype=object)
        return pd.Series(pd.Categorical(cells))

    return pd.DataFrame({name: series(name, cells) for name, cells in columns.items()})


def as_polars(columns, word):
    def series(name, cells):
        made = pl.Series(name, cells)
        plain = name in sample.LISTS or name in sample.NUMBERS or name == sample.DAY or name in sample.TEXTS
        return made if plain else made.cast(word(made)) if made.dtype == pl.String else made

    return pl.DataFrame([series(name, cells) for name, cells in columns.items()])


def enum(series):
    return pl.Enum(series.drop_nulls().unique(maintain_order=True))


WHOLE = slice(0, None)
PART = slice(100, 220)
TEXT_LAYOUTS = {
    "strings": lambda t: arrow(t),
    "large strings": lambda t: arrow(t, pa.large_string()),
    "string views": lambda t: arrow(t, pa.string_view()),
    "dictionaries": lambda t: encoded(t),
    "dictionaries with small indices": lambda t: encoded(t, pa.int16()),
    "chunks": lambda t: chunked(arrow(t), 50),
    "chunks with dictionaries": lambda t: chunked(encoded(t).unify_dictionaries(), 17),
    "one batch by the array protocol": lambda t: AsArray(arrow(t).combine_chunks().to_batches()[0]),
    "batches of a generator": lambda t: iter(arrow(t).to_batches(max_chunksize=31)),
    "batches of a list": lambda t: arrow(t).to_batches(max_chunksize=31),
    "a capsule": lambda t: arrow(t).__arrow_c_stream__(),
    "a table of this package": lambda t: bp.Table(t),
    "Polars": lambda t: pl.DataFrame(t),
    "Polars, lazy": lambda t: pl.DataFrame(t).lazy(),
    "Polars, chunks": lambda t: pl.concat([pl.DataFrame(t)[:77], pl.DataFrame(t)[77:]], rechunk=False),
    "pandas": lambda t: pd.DataFrame(t),
    "rows as dictionaries": lambda t: pl.DataFrame(t).to_dicts(),
    "extra columns": lambda t: arrow(t).append_column("merknad", [["x"] * len(t["Dato"])]).append_column("h", [[{}] * len(t["Dato"])]),
    "columns in another order": lambda t: arrow(dict(reversed(t.items()))),
}  # fmt: skip
TYPED_LAYOUTS = {
    "lists of Python": (WHOLE, lambda t: t),
    "a slice of lists": (PART, lambda t: sample.part(t, 100, 220)),
    "Arrow": (WHOLE, lambda t: arrow_typed(t)),
    "large, unsigned indices, microseconds": (WHOLE, lambda t: arrow_typed(t, pa.large_string(), pa.uint16(), pa.timestamp("us"))),
    "milliseconds in a zone": (WHOLE, lambda t: arrow_typed(t, day=pa.timestamp("ms", tz="UTC"))),
    "nanoseconds": (WHOLE, lambda t: arrow_typed(t, day=pa.timestamp("ns"))),
    "date64": (WHOLE, lambda t: arrow_typed(t, day=pa.date64())),
    "int64": (WHOLE, lambda t: arrow_typed(t, number=pa.int64())),
    "uint32": (WHOLE, lambda t: arrow_typed(t, number=pa.uint32())),
    "float64": (WHOLE, lambda t: arrow_typed(t, number=pa.float64())),
    "float32": (WHOLE, lambda t: arrow_typed(t, number=pa.float32())),
    "a slice": (PART, lambda t: arrow_typed(t).slice(100, 120)),
    "a slice as one batch": (PART, lambda t: AsArray(arrow_typed(t).combine_chunks().slice(100, 120).to_batches()[0])),
    "a slice of a slice": (PART, lambda t: arrow_typed(t).slice(50).slice(50, 120)),
    "pandas, NaN and categories": (WHOLE, as_pandas),
    "pandas, a slice": (PART, lambda t: as_pandas(t).iloc[100:220]),
    "Polars, categories": (WHOLE, lambda t: as_polars(t, lambda _: pl.Categorical)),
    "Polars, enumerations": (WHOLE, lambda t: as_polars(t, enum)),
    "Polars, a slice": (PART, lambda t: as_polars(t, enum).slice(100, 120)),
}


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
def test_text_is_read_alike_in_every_layout(layout, text, findings):
    expected = findings(text)
    assert len(expected) > 50
    assert findings(TEXT_LAYOUTS[layout](text)) == expected


@pytest.mark.parametrize("layout", TYPED_LAYOUTS)
def test_typed_columns_mean_what_their_text_means(layout, whole, typed, findings):
    rows, make = TYPED_LAYOUTS[layout]
    expected = findings({name: cells[rows] for name, cells in whole.items()})
    assert len(expected) > 10
    assert findings(make(typed)) == expected


def test_duckdb_is_read_alike(text, findings):
    duckdb = pytest.importorskip("duckdb")
    registrations = arrow(text)  # noqa: F841  which the statement names
    assert findings(duckdb.sql("SELECT * FROM registrations")) == findings(text)


def test_no_rows_is_a_table_without_findings(text):
    for empty in (
        arrow(text).slice(0, 0),
        pl.DataFrame(text).head(0),
        chunked(arrow(text).slice(0, 0), 3),
        sample.part(text, 0, 0),
    ):
        found = bp.validate(empty, test_numbers=True)
        assert (len(found), len(found.findings), found.ok) == (0, 0, True)
        assert len(bp.score(empty)) == 0


def test_a_row_that_is_null_is_a_row_of_empty_cells(typed, whole, findings):
    batch = arrow_typed(typed).combine_chunks().to_batches()[0]
    null = pa.array([row == 3 for row in range(batch.num_rows)])
    rows = AsArray(pa.StructArray.from_arrays(batch.columns, names=batch.schema.names, mask=null))
    blank = {name: [*cells[:3], None, *cells[4:]] for name, cells in whole.items()}
    assert findings(rows) == findings(blank)


def test_nulls_at_every_level_are_empty_cells(text, findings):
    words = pa.dictionary(pa.int8(), pa.string())
    table = arrow(text)
    of_dictionary = pa.DictionaryArray.from_arrays(
        pa.array([0, None, 1] * 145, pa.int8()), pa.array(["green", None])
    )  # null as an index, and as the value of one
    column = [["green", None, None][row % 3] for row in range(435)]
    table = table.set_column(table.column_names.index("Bolig"), "Bolig", of_dictionary.cast(words, safe=False))
    assert findings(table) == findings({**text, "Bolig": column})


@pytest.mark.parametrize(
    ("column", "cells", "code"),
    [
        ("Bolig", pa.array([b"red"] * 3), 201),
        ("Bolig", pa.array([{"a": 1}] * 3), 201),
        ("Dato", pa.array([datetime.time(1)] * 3), 201),
        ("Dato", pa.array([1.5] * 3).cast(pa.float16()), 201),
    ],
)
def test_a_wrong_type_names_the_column(text, column, cells, code):
    table = arrow(sample.part(text, 0, 3))
    at = table.column_names.index(column)
    with pytest.raises(bp.ColumnType) as raised:
        bp.validate(table.set_column(at, column, cells), test_numbers=True)
    assert (raised.value.code, raised.value.column) == (code, at)
    assert isinstance(raised.value, TypeError)


def test_columns_that_are_missing_or_there_twice_are_named(text):
    table = arrow(text)
    with pytest.raises(bp.MissingColumns, match="mapped_on|dato"):
        bp.validate(table.drop_columns(["Dato"]))
    with pytest.raises(bp.DuplicateColumns):
        bp.validate(table.append_column("mapped_on", table["Dato"]))
    with pytest.raises(bp.MissingColumns):
        bp.score(table.drop_columns(["Nettverk"]))


def test_one_column_is_no_table(text):
    for column in (pl.Series(text["Bolig"]), pa.array(text["Bolig"])):
        with pytest.raises(bp.ArrowSchema):
            bp.validate(column)
        with pytest.raises(bp.ArrowSchema):
            len(bp.Table(column))


@pytest.mark.parametrize("thing", [1, b"bytes", object(), None, 1.5])
def test_what_has_no_columns_is_refused(thing):
    with pytest.raises(bp.UnreadableTable):
        bp.validate(thing)


def test_a_capsule_is_taken_once(text):
    capsule = arrow(text).__arrow_c_stream__()
    bp.validate(capsule, test_numbers=True)
    with pytest.raises(bp.ArrowStream):
        bp.validate(capsule, test_numbers=True)


def test_what_a_generator_raises_comes_out_as_it_is(text):
    class Mine(Exception):
        pass

    def parts():
        yield arrow(text)
        raise Mine

    with pytest.raises(Mine):
        bp.validate(parts(), test_numbers=True)
    with pytest.raises(Mine):
        bp.score(parts())
    with pytest.raises(Mine):
        bp.histogram(parts())


def test_parts_with_other_columns_are_refused_and_not_misread():
    first = {domain: [1, 2] for domain in bp.DOMAINS}
    others = {
        "a number of another kind": (3, {**first, "physical_health": [1.0, 2.0]}),
        "a wider number": (3, pa.table({**first, "physical_health": pa.array([1, 2], pa.int16())})),
        "words": (0, {**first, "housing": ["green", "red"]}),
        "another order": (0, dict(reversed(first.items()))),
        "a dictionary": (7, pa.table({**first, "network": pa.array(["green", "red"]).dictionary_encode()})),
        "a column less": (None, {name: cells for name, cells in first.items() if name != "network"}),
    }
    for what, (column, other) in others.items():
        for call in (bp.score, bp.histogram, lambda parts: len(bp.Table(parts))):
            with pytest.raises(bp.ArrowBatch, match="parts") as raised:
                call(iter([first, other]))
            assert raised.value.column == column, what
    words = {**first, "network": [["a"], []]}
    with pytest.raises(bp.ArrowBatch):
        len(bp.Table(iter([pa.table(words), pa.table({**words, "network": [[1], []]})])))


def test_parts_without_rows_need_no_types():
    rows = {domain: ["green", "red"] for domain in bp.DOMAINS}
    none = {domain: [] for domain in bp.DOMAINS}
    assert bp.score(iter([none, rows, none, rows]))["class"] == ["green", "blue_light"] * 2
    assert len(bp.score(iter([none, none]))) == bp.histogram(iter([none])).persons == 0


def test_an_engine_that_fails_does_not_tell_what_stands_in_its_cells():
    mixed = pd.DataFrame({"Kommune": ["17912099997 Kari", 3, {}]}, dtype=object)
    with pytest.raises(bp.InputError) as raised:
        bp.validate(mixed)
    assert "Kari" not in str(raised.value) and raised.value.__cause__ is None and raised.value.__suppress_context__


# ---- Rows one by one


def test_rows_may_come_one_by_one(text):
    rows = bp.Table(text).to_dicts()
    expected = bp.validate(rows, test_numbers=True)
    given = (tuple(rows), iter(rows), (row for row in rows))
    for some in given:
        found = bp.validate(some, test_numbers=True)
        assert found.findings.to_dicts() == expected.findings.to_dicts()
        assert len(found.valid.to_dicts()) == len(found.valid_rows)
    import csv

    with open(sample.FILE, encoding="cp1252", newline="") as file:
        assert len(bp.validate(csv.DictReader(file, delimiter=";", restkey="more"), test_numbers=True)) == 436


def test_dictionaries_of_lists_are_parts_and_not_rows(text):
    middle = 200
    parts = [sample.part(text, 0, middle), sample.part(text, middle, None)]
    whole = bp.validate(text, test_numbers=True)
    assert bp.validate(parts, test_numbers=True).findings.to_dicts() == whole.findings.to_dicts()
    assert bp.validate(iter(parts), test_numbers=True).count() == whole.count()


# ---- Columns of other libraries in a dictionary


def test_moments_of_numpy_are_moments():
    numpy = pytest.importorskip("numpy")
    for unit in ("D", "s", "ms", "us", "ns"):
        days = numpy.array(["2024-10-07", "NaT"], dtype=f"datetime64[{unit}]")
        first, second = bp.Table({"mapped_on": days})["mapped_on"]
        assert (first.year, first.month, first.day, second) == (2024, 10, 7, None), unit


def test_a_cell_may_be_an_array_of_words():
    numpy = pytest.importorskip("numpy")
    for cells in ([numpy.array(["gp", "nav"]), None], [["gp", "nav"], None], [("gp", "nav"), None]):
        assert bp.Table({"services": cells})["services"] == [["gp", "nav"], None]
    for wrong in ([numpy.array([1, 2])], [b"gp"], [{"gp"}], [{"gp": 1}]):
        with pytest.raises(bp.UnreadableTable):
            len(bp.Table({"services": wrong}))


def test_columns_of_pyarrow_stand_in_a_dictionary():
    pyarrow = pytest.importorskip("pyarrow")
    for cells in (pyarrow.array(["a", None]), pyarrow.chunked_array([["a"], [None]])):
        assert bp.Table({"x": cells})["x"] == ["a", None]
