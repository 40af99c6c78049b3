"""The C interface of brukerplan."""

from collections.abc import Sequence
from typing import Any


def tell_leaks(value: bool) -> None:
    """
    Whether objects that outlive the interpreter are told on standard error: for tests.
    """

def code_name(code: int) -> str:
    """The short name of a code of the C interface, as `unknown_pack`."""

def abi_version() -> int:
    """Number of the C interface of the core."""

def library_version() -> str:
    """Version of the core, `1.2.3`."""

class Table:
    """
    Columns in batches, in the memory of Arrow. Never changes; threads may share it.
    """

    def __len__(self) -> int: ...

    @property
    def names(self) -> list[str]: ...

    @property
    def batches(self) -> int: ...

    def column(self, column: int) -> list[Any]:
        """The cells of a column as objects of Python."""

    def take(self, rows: bytes) -> Table:
        """Rows by their numbers, rising, as eight bytes each."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

def read_table(rows: object) -> Table:
    """A stream in memory."""

def table_of_columns(names: list[str], columns: list[list[Any]]) -> Table:
    """A table of lists of cells."""

def table_of_text_rows(names: list[str], rows: list[list[Any]]) -> Table:
    """A table of text, from rows of cells."""

class Context:
    """An instrument made ready for use. Never changes; threads may share it."""

    def __init__(self, *, pack: str | None = None, pack_json: str | None = None, mapping_json: str | None = None, profile_json: str | None = None, scheme: str | None = None, scheme_json: str | None = None, language: str | None = None, test_numbers: bool = False, reference_date: tuple[int, int, int] | None = None, period_first: tuple[int, int, int] | None = None, period_last: tuple[int, int, int] | None = None) -> None: ...

    @property
    def pack_id(self) -> str: ...

    @property
    def scheme_id(self) -> str: ...

    @property
    def language(self) -> str: ...

    @property
    def test_numbers(self) -> bool: ...

    def describe(self) -> str:
        """The pack in the language of the context; JSON text."""

    def check(self, json: str) -> str:
        """Validates and scores a record; JSON text."""

    def validate(self, json: str) -> str:
        """Validates a record; JSON text."""

    def score(self, json: str) -> str:
        """Scores a record; JSON text."""

def pack_list() -> str:
    """The packs that come with the library; JSON text."""

class Validation:
    """What was found in a table. Never changes; threads may share it."""

    def count_rows(self, severity: int = -1) -> int: ...

    def count_findings(self, severity: int = -1) -> int: ...

    def count_details(self) -> int: ...

    def truncated(self) -> bool: ...

    def unknown_columns(self) -> list[int]: ...

    def count_rules(self) -> int: ...

    def rule_code(self, rule: int) -> str: ...

    def count_rule_findings(self, rule: int, severity: int = -1) -> int: ...

    def count_rule_records(self, rule: int, severity: int = -1) -> int: ...

    def count_fields(self) -> int: ...

    def field_name(self, field: int) -> str: ...

    def count_field_findings(self, field: int, severity: int = -1) -> int: ...

    def count_units(self) -> int: ...

    def unit_name(self, unit: int) -> str: ...

    def unit_kind(self, unit: int) -> int: ...

    def count_unit_rows(self, unit: int, severity: int = -1) -> int: ...

    def count_unit_findings(self, unit: int, severity: int = -1) -> int: ...

    def count_unit_rule_records(self, unit: int, rule: int) -> int: ...

    def worst_severities(self) -> bytes:
        """The worst severity of each row, one byte a row."""

    def good_rows(self) -> bytes:
        """
        Rows without errors from 0, as eight bytes each in the order of the machine.
        """

    def bad_rows(self) -> bytes:
        """
        Rows with errors from 0, as eight bytes each in the order of the machine.
        """

    def findings(self) -> Table: ...

    def summary(self) -> Table: ...

    def list_findings(self, lines: bool = False) -> str:
        """The findings that are kept, as JSON text or as NDJSON."""

    def merge(self, other: Validation) -> Validation:
        """That of this part of a table and of the rows behind it."""

    def save(self) -> str:
        """JSON text, to be restored in another process."""

    @staticmethod
    def restore(context: Context, state: str) -> Validation: ...

def validate_stream(context: Context, rows: object, most_details: int, keep_rows: bool, progress: object | None = None) -> Validation:
    """
    Validates a stream batch by batch. `progress` is called with the number of rows now and then.
    """

def score_stream(context: Context, rows: object) -> Table:
    """Scores a stream batch by batch: a batch of scores for each of rows."""

class Scheme:
    """
    A scoring scheme made ready for use. Never changes; threads may share it.
    """

    @staticmethod
    def shipped(id: str | None = None, pack: str | None = None) -> Scheme: ...

    @staticmethod
    def from_json(json: str) -> Scheme: ...

    @property
    def id(self) -> str: ...

    def score(self, ratings: bytes) -> tuple[int, int, int, int]:
        """
        Class, points, number of assessed domains, and reason for no class, as codes.
        """

    def score_code(self, code: int) -> tuple[int, int, int, int]: ...

    def score_columns(self, columns: Sequence[object]) -> tuple[bytes, bytes, bytes, bytes]:
        """
        Classes, points, numbers of assessed domains and reasons, as arrays in bytes, of eight arrays of ratings.
        """

    def score_packed(self, codes: object) -> tuple[bytes, bytes, bytes, bytes]: ...

    def explain(self, ratings: bytes, language: str | None = None) -> str: ...

    def compare(self, other: Scheme, counts: object | None = None) -> str: ...

    def count_classes(self, counts: object) -> list[int]: ...

    def count_no_classes(self, counts: object) -> list[int]: ...

class Histogram:
    """How many persons have which assessment. Never changes once it is made."""

    @staticmethod
    def of_stream(context: Context, rows: object) -> Histogram: ...

    @staticmethod
    def of_columns(columns: Sequence[object]) -> Histogram: ...

    @staticmethod
    def of_codes(codes: object) -> Histogram: ...

    @staticmethod
    def of_counts(counts: object, unreadable: int = 0) -> Histogram: ...

    def __add__(self, other: Histogram) -> Histogram: ...

    def counts(self) -> bytes: ...

    @property
    def persons(self) -> int: ...

    @property
    def unreadable(self) -> int: ...

def report_of_stream(context: Context, rows: object, progress: object | None = None) -> str:
    """
    Counts the rows of a stream as one round: the report document, JSON text.
    """

class Prepared:
    """What leaves a municipality. Never changes; threads may share it."""

    def total(self, total: int) -> int: ...

    def records(self) -> Table: ...

    def file(self) -> bytes:
        """The CSV file, of which the receipt has the SHA-256."""

    def receipt(self) -> str:
        """JSON text."""

    def take_validation(self) -> Validation:
        """What was found in the rows and by merging them; to be taken once."""

def prepare_stream(context: Context, rows: object, mapping_id: str, by: str, on: tuple[int, int, int], most_details: int, policy: str, changes: str, without: str, progress: object | None = None) -> Prepared:
    """
    Collects the rows of a stream, merges them, and makes of them what leaves.
    """

class MappingCounts:
    """
    Mapped persons by municipality, round and service. Never changes once it is made.
    """

    @staticmethod
    def of_stream(context: Context, rows: object, progress: object | None = None) -> MappingCounts: ...

    @staticmethod
    def of_csv(cells: str, profiles: str) -> MappingCounts: ...

    @staticmethod
    def restore(state: str) -> MappingCounts: ...

    def __add__(self, other: MappingCounts) -> MappingCounts: ...

    def save(self) -> str: ...

    def total(self, total: int) -> int: ...

class Projection:
    """
    Models that have been fitted to counts. Never changes; threads may share it.
    """

    def municipalities(self) -> list[str]: ...

    def rows(self, first: int, count: int) -> Table: ...

    def areas(self, csv: str) -> Table: ...

    def country(self, name: str) -> Table: ...

class Backtest:
    """
    What models would have said of past rounds, scored. Never changes; threads may share it.
    """

    def scores(self, period: bool, service: bool, size_group: bool) -> Table: ...

    def comparisons(self, resamples: int) -> Table: ...

def project(counts: MappingCounts, *, horizon: int, refits: int, draws: int, seed: int, coverage: str, population: str, all_models: bool, scenario: str, thousandths: int, capacities: Sequence[tuple[str, str, int]]) -> Projection:
    """Fits models to counts."""

def backtest(counts: MappingCounts, *, horizon: int, refits: int, seed: int, coverage: str, progress: object | None = None) -> Backtest:
    """Scores what models would have said of past rounds."""

def names(what: str) -> list[str]:
    """Tokens of the numbers from 0 on; empty for one that has none."""

def number_kind_names() -> list[str]:
    """Tokens of the kinds of number, in the order of their bits."""

class NumberPolicy:
    """Which numbers are accepted."""

    def __init__(self, *, rule: int | None = None, kinds: int | None = None, test_numbers: bool = False, assigned_by: tuple[int, int, int] | None = None, d_table: int | None = None, dates: int | None = None, reference_date: tuple[int, int, int] | None = None, refuse_ambiguous: bool = False) -> None: ...

    def check(self, text: str) -> dict[str, Any]:
        """What is found of one number, as codes of the C interface."""

    def check_column(self, column: object) -> Table:
        """What is found of each number of a column."""

def normalise_number(text: str) -> tuple[str, int]:
    """The digits, and what was taken away."""

def municipality_validity(code: str, on: tuple[int, int, int]) -> int: ...

def county_valid(code: str, on: tuple[int, int, int]) -> int: ...

def district_valid(code: str, on: tuple[int, int, int]) -> int: ...

def municipality_describe(code: str, on: tuple[int, int, int], to: tuple[int, int, int] | None = None) -> str: ...

def municipality_trace(code: str, from_: tuple[int, int, int], to: tuple[int, int, int], weights: str | None = None) -> str: ...

def municipality_find(name: str, on: tuple[int, int, int] | None = None) -> str: ...

def municipality_list(on: tuple[int, int, int]) -> str: ...

def municipality_same_territory(first: str, first_on: tuple[int, int, int], second: str, second_on: tuple[int, int, int]) -> bool: ...

def municipality_check_column(codes: object, days: Sequence[int]) -> Table: ...

class Pseudonymiser:
    """Makes pseudonyms under one key, which lies in locked memory."""

    @staticmethod
    def ephemeral(mapping_id: str, municipality: str) -> Pseudonymiser: ...

    @staticmethod
    def linking(key: bytes, purpose: str) -> Pseudonymiser: ...

    @property
    def basis(self) -> int: ...

    def make(self, policy: NumberPolicy, number: str) -> bytes: ...

    def make_column(self, policy: NumberPolicy, numbers: object) -> Table: ...
