"""Tables of every layout that pyarrow, pandas and Polars hand over have the findings that the same rows have as CSV.

usage: arrow_peers.py <libbrukerplan.so> <brukerplan> <CSV file>
"""
import csv
import ctypes
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import pandas
import polars
import pyarrow

LISTS = {"rusmidler", "tjenester mottatt", "tjenester behov"}
NUMBERS = {"kartleggingsår", "fødselsår", "barn omsorg", "barn samvær", "andres barn", "barn barnevern"}
DAYS = {"dato"}
# Free text, which an engine would not keep as a category.
TEXTS = {"radref", "fødselsnummer", "kommune", "bydel", "enhet", "kartlegger"}


class Error(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_uint32), ("code", ctypes.c_int32), ("row", ctypes.c_int64),
                ("column", ctypes.c_int32), ("reserved", ctypes.c_uint32), ("message", ctypes.c_char * 256)]


class Struct(ctypes.Structure):
    """As large as the largest of the structs of Arrow; all zeros is a released one."""
    _fields_ = [("words", ctypes.c_int64 * 10)]


def pointer_in(capsule, name: bytes) -> ctypes.c_void_p:
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return ctypes.c_void_p(get(capsule, name))


class Library:
    def __init__(self, path: str):
        self.functions = ctypes.CDLL(path)
        self.error = Error(struct_size=ctypes.sizeof(Error))
        options, self.context = ctypes.c_void_p(), ctypes.c_void_p()
        self.call("bplan_options_create", ctypes.byref(options))
        self.call("bplan_options_set_test_numbers", options, 1)
        self.call("bplan_options_set_language", options, b"en", ctypes.c_int64(2))
        self.call("bplan_context_create", options, ctypes.byref(self.context))
        self.functions.bplan_options_free(options)

    def call(self, name: str, *arguments) -> None:
        code = getattr(self.functions, name)(*arguments, ctypes.byref(self.error))
        assert code == 0, f"{name}: {code} {self.error.message.decode()}"

    def findings(self, table) -> list[dict]:
        """Of anything that has the stream protocol, or the array protocol."""
        validation = ctypes.c_void_p()
        many = ctypes.c_int64(10_000_000)
        if hasattr(table, "__arrow_c_stream__"):
            capsule = table.__arrow_c_stream__()
            self.call("bplan_table_validate_stream", self.context, pointer_in(capsule, b"arrow_array_stream"), many, 1, None,
                      None, ctypes.byref(validation))
        else:
            schema, array = table.__arrow_c_array__()
            self.call("bplan_table_validate", self.context, pointer_in(schema, b"arrow_schema"),
                      pointer_in(array, b"arrow_array"), many, ctypes.byref(validation))
        schema, array = Struct(), Struct()
        self.call("bplan_validation_export_findings", validation, ctypes.byref(schema), ctypes.byref(array))
        self.functions.bplan_validation_free(validation)
        found = pyarrow.RecordBatch._import_from_c(ctypes.addressof(array), ctypes.addressof(schema))
        found.validate(full=True)
        return [dict(row, params=json.loads(row["params"])) for row in found.to_pylist()]


class Rows:
    def __init__(self, names: list[str], rows: list[list[str]]):
        self.names, self.rows = names, rows

    def column(self, name: str) -> list:
        at = self.names.index(name)
        return [row[at] or None for row in self.rows]

    def part(self, first: int, last: int) -> "Rows":
        return Rows(self.names, self.rows[first:last])

    def findings(self, command: str) -> list[dict]:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\n")
        writer.writerows([self.names, *self.rows])
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "rows.csv")
            file.write_text(text.getvalue(), encoding="utf-8")
            out = subprocess.run([command, "validate", file, "--format", "ndjson", "--test-numbers", "--lang", "en"],
                                 capture_output=True, text=True)
        assert out.returncode in (0, 1), out.stderr
        return [json.loads(line) for line in out.stdout.splitlines()]


def strings(rows: Rows, kind=pyarrow.string()) -> pyarrow.Table:
    return pyarrow.table({name: pyarrow.array(rows.column(name), kind) for name in rows.names})


def typed(rows: Rows, text=pyarrow.string(), index=pyarrow.int8(), day=pyarrow.date32()) -> pyarrow.Table:
    columns = {}
    for name in rows.names:
        key, cells = name.lower(), rows.column(name)
        if key in LISTS:
            words = [None if c is None else c.split("|") for c in cells]
            columns[name] = pyarrow.array(words, pyarrow.list_(pyarrow.dictionary(index, text)))
        elif key in NUMBERS:
            columns[name] = pyarrow.array([None if c is None else int(c) for c in cells], pyarrow.int16())
        elif key in DAYS:
            columns[name] = pyarrow.array([None if c is None else day_of(c) for c in cells], pyarrow.date32()).cast(day)
        elif key in TEXTS:
            columns[name] = pyarrow.array(cells, text)
        else:
            columns[name] = pyarrow.array(cells, pyarrow.dictionary(index, text))
    return pyarrow.table(columns)


def day_of(text: str):
    return pandas.to_datetime(text, format="%d.%m.%Y").date()


def can_be_typed(names: list[str], row: list[str]) -> bool:
    try:
        for name, value in zip(names, row):
            if value and name.lower() in NUMBERS:
                int(value)
            if value and name.lower() in DAYS:
                day_of(value)
    except ValueError:
        return False
    return True


def as_pandas(rows: Rows) -> pandas.DataFrame:
    """Numbers with gaps become float64 with NaN, as pandas makes them; words become categories."""
    columns = {}
    for name in rows.names:
        cells = rows.column(name)
        if name.lower() in NUMBERS:
            columns[name] = pandas.Series([float("nan") if c is None else int(c) for c in cells], dtype="float64")
        elif name.lower() in DAYS:
            columns[name] = pandas.to_datetime(pandas.Series(cells), format="%d.%m.%Y")
        elif name.lower() in TEXTS | LISTS:
            columns[name] = pandas.Series(cells, dtype=object)
        else:
            columns[name] = pandas.Categorical(cells)
    return pandas.DataFrame(columns)


def as_polars(rows: Rows, kind) -> polars.DataFrame:
    columns = []
    for name in rows.names:
        series = polars.Series(name, rows.column(name), polars.String)
        if name.lower() in LISTS:
            series = series.str.split("|")
        elif name.lower() in NUMBERS:
            series = series.cast(polars.Int32)
        elif name.lower() in DAYS:
            series = series.str.to_date("%d.%m.%Y")
        elif name.lower() not in TEXTS:
            series = series.cast(kind(series))
        columns.append(series)
    return polars.DataFrame(columns)


def empty_row_at(table: pyarrow.Table, at: int) -> pyarrow.RecordBatch:
    """A batch with a row that is null itself, whatever stands in its columns."""
    batch = table.combine_chunks().to_batches()[0]
    mask = pyarrow.array([i == at for i in range(batch.num_rows)])
    return pyarrow.StructArray.from_arrays(batch.columns, names=batch.schema.names, mask=mask)


class AsArray:
    """Only the array protocol of a batch."""

    def __init__(self, batch):
        self.batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self.batch.__arrow_c_array__(requested_schema)


def chunked(table: pyarrow.Table, size: int) -> pyarrow.RecordBatchReader:
    """Batches that are slices, with empty ones between."""
    batches = []
    for batch in table.to_batches(max_chunksize=size):
        batches += [batch.slice(0, 0), batch]
    return pyarrow.RecordBatchReader.from_batches(table.schema, batches)


def main(library: str, command: str, file: str) -> int:
    with open(file, encoding="windows-1252", newline="") as text:
        names, *lines = list(csv.reader(text, delimiter=";"))
    every = Rows(names, [row for row in lines if len(row) == len(names)])
    whole = Rows(names, [row for row in every.rows if can_be_typed(names, row)])
    instrument = Library(library)
    enum = lambda series: polars.Enum(series.drop_nulls().unique(maintain_order=True))
    encoded = lambda rows: strings(rows, pyarrow.dictionary(pyarrow.int32(), pyarrow.string()))
    part, after = whole.part(100, 220), (100, 120)
    # A row of a file in which there is nothing at all is no row: a column that nobody knows keeps this one.
    with_gap = Rows([*names, "merknad"],
                    [[*(row if i != 3 else [""] * len(names)), "-"] for i, row in enumerate(whole.rows)])
    layouts = [
        ("pyarrow, strings", every, strings(every)),
        ("pyarrow, large strings", every, strings(every, pyarrow.large_string())),
        ("pyarrow, string views", every, strings(every, pyarrow.string_view())),
        ("pyarrow, dictionaries", every, encoded(every)),
        ("pyarrow, dictionaries in unified chunks", every, chunked(encoded(every).unify_dictionaries(), 17)),
        ("pyarrow, chunks of strings", every, chunked(strings(every), 50)),
        ("pyarrow, one batch", every, AsArray(strings(every).combine_chunks().to_batches()[0])),
        ("pyarrow, typed", whole, typed(whole)),
        ("pyarrow, typed, large", whole, typed(whole, pyarrow.large_string(), pyarrow.uint16(), pyarrow.timestamp("us"))),
        ("pyarrow, typed, milliseconds in a zone", whole, typed(whole, day=pyarrow.timestamp("ms", tz="UTC"))),
        ("pyarrow, typed, date64", whole, typed(whole, day=pyarrow.date64())),
        ("pyarrow, a slice of typed columns", part, typed(whole).slice(*after)),
        ("pyarrow, a slice as one batch", part, AsArray(typed(whole).combine_chunks().slice(*after).to_batches()[0])),
        ("pyarrow, a slice of string views", part, strings(whole, pyarrow.string_view()).slice(*after)),
        ("pyarrow, a row that is null", with_gap, AsArray(empty_row_at(typed(whole), 3))),
        ("pyarrow, no rows", every.part(0, 0), strings(every).slice(0, 0)),
        ("pandas, NaN and categories", whole, as_pandas(whole)),
        ("pandas, a slice", part, as_pandas(whole).iloc[100:220]),
        ("Polars, categories", whole, as_polars(whole, lambda series: polars.Categorical)),
        ("Polars, enumerations", whole, as_polars(whole, enum)),
        ("Polars, a slice", part, as_polars(whole, enum).slice(*after)),
        ("Polars, chunks", whole, polars.concat([as_polars(whole, lambda s: polars.String).slice(0, 77),
                                                 as_polars(whole, lambda s: polars.String).slice(77)], rechunk=False)),
    ]
    faults = 0
    for name, rows, table in layouts:
        expected = rows.findings(command) if rows.rows else []
        found = instrument.findings(table)
        for row in expected:  # a blank reference is none
            row["row_ref"] = row["row_ref"] or None
        good = found == expected and (expected or not rows.rows)
        faults += not good
        print(f"{name}: {len(rows.rows)} rows, {len(found)} findings{'' if good else ', and as CSV ' + str(len(expected))}")
        if not good:
            differing = [pair for pair in zip(found, expected) if pair[0] != pair[1]][:2]
            print(*[f"  {one['code']} of record {one['record']}: {one['field']}" for pair in differing for one in pair],
                  sep="\n")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
