"""What is wrong with a table of registrations."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

from . import _core
from ._context import Date, Json, made_of, options_of, place_of, text, told_to, whole_number
from ._names import SEVERITIES, UNIT_KINDS
from ._sources import Source, source_of
from ._tables import Table
from .errors import RowsGone, ValidationFailed

_ANY = -1
_WORST_FIRST = range(len(SEVERITIES) - 1, 0, -1)


_NOWHERE = Source(lambda: None, again=False)


class Validation:
    """What was found in a table: counts that are exact, the first findings whole, good and bad rows. Never changes. It can be
    pickled, as `save` does it: counts and findings, and not the rows.

    Attributes:
        pack: id of the pack that judged, as `brukerplan/2024`.
        lang: language of the messages.
        test_numbers: whether the people carry test numbers and real ones were refused.
    """

    def __init__(
        self, core: _core.Validation, options: dict[str, Any], source: Source, read_by: dict[str, Any] | None = None
    ) -> None:
        made_by = made_of(options)
        self._core = core
        self._source = source
        self._read_by = read_by or {}
        self._options = options
        self._made_by = made_by
        self.pack: str = made_by.pack_id
        self.lang: str = made_by.language
        self.test_numbers: bool = made_by.test_numbers

    def __len__(self) -> int:
        """Number of rows that were read."""
        return self._core.count_rows(_ANY)

    @property
    def ok(self) -> bool:
        """Whether no row has an error or worse."""
        return self.count("error") == 0 and self.count("fatal") == 0

    def count(self, severity: str | None = None) -> int:
        """Number of findings of a severity (`info warning error fatal`), or of all; exact, however many are kept. Raises
        InvalidArgument for another word."""
        return self._core.count_findings(_ANY if severity is None else place_of(severity, SEVERITIES, "severity"))

    def count_rows(self, worst: str | None = None) -> int:
        """Number of rows whose worst finding has a severity; `none` for rows without findings, or all. Raises InvalidArgument for
        another word."""
        return self._core.count_rows(_ANY if worst is None else place_of(worst, SEVERITIES, "worst"))

    @functools.cached_property
    def findings(self) -> Table:
        """The findings that were kept, as a table: `code severity record row_ref unit field related message action pack
        params`. `record` counts rows from 0; `params` is JSON text. No national number is in it."""
        return Table._of(self._core.findings, self._source.native, length=self._core.count_details(), shown=True)

    @property
    def truncated(self) -> bool:
        """Whether there are more findings than were kept (`max_findings`)."""
        return self._core.truncated()

    @functools.cached_property
    def summary(self) -> Table:
        """Each rule that found something, by severity: `code title severity findings records share`; `share` of all rows."""
        titles = {rule["code"]: rule["title"] for rule in json.loads(self._made_by.describe())["rules"]}
        columns: dict[str, list[Any]] = {name: [] for name in ("code", "title", "severity", "findings", "records", "share")}
        for rule in range(self._core.count_rules()):
            for worst in _WORST_FIRST:
                if found := self._core.count_rule_findings(rule, worst):
                    code, records = self._core.rule_code(rule), self._core.count_rule_records(rule, worst)
                    row = (code, titles[code], SEVERITIES[worst], found, records, records / len(self))
                    for cells, cell in zip(columns.values(), row):
                        cells.append(cell)
        return self._table(columns)

    @functools.cached_property
    def by_field(self) -> Table:
        """Each field with findings, by severity: `field severity findings`."""
        columns: dict[str, list[Any]] = {"field": [], "severity": [], "findings": []}
        for field in range(self._core.count_fields()):
            for worst in _WORST_FIRST:
                if found := self._core.count_field_findings(field, worst):
                    columns["field"].append(self._core.field_name(field))
                    columns["severity"].append(SEVERITIES[worst])
                    columns["findings"].append(found)
        return self._table(columns)

    @functools.cached_property
    def by_unit(self) -> Table:
        """Each unit: `unit kind rows rows_with_errors findings`. `kind` is `named`, or what the rows have in common whose
        unit is not shown: `unnamed`, `masked` (the name may hold somebody's number), `others` (beyond 10 000)."""
        units = range(self._core.count_units())
        bad = [sum(self._core.count_unit_rows(unit, worst) for worst in (3, 4)) for unit in units]
        return self._table(
            {
                "unit": [self._core.unit_name(unit) or None for unit in units],
                "kind": [UNIT_KINDS[self._core.unit_kind(unit)] for unit in units],
                "rows": [self._core.count_unit_rows(unit) for unit in units],
                "rows_with_errors": bad,
                "findings": [self._core.count_unit_findings(unit) for unit in units],
            }
        )

    def _table(self, columns: dict[str, list[Any]]) -> Table:
        return Table._of(_core.table_of_columns(list(columns), list(columns.values())), self._source.native, shown=True)

    def _rows(self, rows: Callable[[], bytes]) -> bytes:
        try:
            return rows()
        except LookupError:
            raise RowsGone("which rows are good was not kept: validate with keep_rows=True") from None

    @property
    def valid_rows(self) -> memoryview:
        """Rows that can be used, from 0 and rising: 64-bit integers, as `numpy.asarray` takes them."""
        return memoryview(self._rows(self._core.good_rows)).cast("q")

    @property
    def invalid_rows(self) -> memoryview:
        """Rows with an error or worse, likewise."""
        return memoryview(self._rows(self._core.bad_rows)).cast("q")

    @property
    def severities(self) -> memoryview:
        """The worst severity of each row as an 8-bit integer: 0 nothing, 1 info, 2 warning, 3 error, 4 fatal."""
        return memoryview(self._rows(self._core.worst_severities)).cast("b")

    @functools.cached_property
    def valid(self) -> Table:
        """The rows that can be used, as they came in; `to_native()` gives the kind of table that they came in. Whoever scores,
        counts or validates them need not name the pack and the mapping again.

        Raises:
            RowsGone: they came in a stream that can be read once, or are no longer there.
        """
        return self._source.table(self._rows(self._core.good_rows), len(self), self._read_by)

    @functools.cached_property
    def invalid(self) -> Table:
        """The rows with an error or worse, as they came in. Raises RowsGone like `valid`."""
        return self._source.table(self._rows(self._core.bad_rows), len(self), self._read_by)

    @property
    def unknown_columns(self) -> list[int]:
        """Positions of the columns that the pack does not know and that were not looked at."""
        return self._core.unknown_columns()

    @property
    def file(self) -> Any:
        """How a file was understood (`encoding`, `separator`, `unreadable` lines); None for a table."""
        return self._source.note

    def raise_for_errors(self) -> Validation:
        """Returns itself, so that it can stand in a chain.

        Raises:
            ValidationFailed: a row has an error or worse; its `validation` is this one.
        """
        if not self.ok:
            error = ValidationFailed(self._sentence())
            error.validation = self
            raise error
        return self

    def _sentence(self) -> str:
        bad = self.count_rows("error") + self.count_rows("fatal")
        by_rule = Table._of(self._core.summary())
        rules = sum(fatal + error > 0 for fatal, error in zip(by_rule["fatal"], by_rule["error"]))
        return f"{bad} of {len(self)} rows have errors, by {rules} rules of {self.pack}; see .findings and .summary"

    def to_json(self, lines: bool = False) -> str:
        """The findings that were kept as JSON, or with `lines` as NDJSON."""
        return self._core.list_findings(lines)

    def __add__(self, other: Validation) -> Validation:
        """The validation of two parts of a table as one, the rows of the second behind those of the first: what the whole
        table would have given. Their rows themselves are not put together.

        Raises:
            InvalidArgument: they are by different packs, mappings or profiles.
        """
        if not isinstance(other, Validation):
            return NotImplemented
        return Validation(self._core.merge(other._core), self._options, _NOWHERE)

    def save(self) -> str:
        """As text, to be restored in another process. It holds counts and findings, and so nobody's identity."""
        return self._core.save()

    @classmethod
    def restore(cls, state: str, pack: Any = None, **options: Any) -> Validation:
        """The way back, with the pack, mapping and profile that it was made with, in any language; the rows themselves are
        not in it.

        Raises:
            InvalidState: it is no saved validation, or one by another pack, mapping or profile.
        """
        return cls._restored(options_of(pack=pack, **options), state)

    @classmethod
    def _restored(cls, options: dict[str, Any], state: str) -> Validation:
        return cls(_core.Validation.restore(made_of(options), text(state, "a saved validation")), options, _NOWHERE)

    def __reduce__(self) -> tuple[Any, ...]:
        return Validation._restored, (self._options, self.save())

    def __deepcopy__(self, memo: Any) -> Validation:
        return self  # it never changes

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count(severity)} {severity}" for severity in SEVERITIES[:0:-1] if self.count(severity))
        return f"<brukerplan.Validation by {self.pack}: {len(self)} rows, findings: {counts or 'none'}>"

    def _repr_html_(self) -> str:
        from ._html import validation_page

        return validation_page(self)


def validate(
    table: Any,
    pack: Any = None,
    *,
    test_numbers: bool = False,
    lang: str | None = None,
    mapping: Json | None = None,
    profile: Json | None = None,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
    max_findings: int = 100_000,
    keep_rows: bool = True,
    progress: Callable[[int], Any] | None = None,
) -> Validation:
    """Validates a table of registrations, or a file with them.

    Args:
        table: anything with `__arrow_c_stream__` or `__arrow_c_array__` (polars, pyarrow, pandas, DuckDB, Ibis), a
            dictionary of lists, a dictionary for each row, an iterable of such tables, or the path of a CSV, NDJSON or Parquet file.
            It is read batch by batch. Columns have the names of the pack, English or Norwegian, in any order. A moment is the day
            that it says; with a time zone, its day in UTC.
        pack: id of a pack (`brukerplan/2024`), a `Pack`, or a pack of your own as a dictionary, JSON text or the path of a
            `.json` file. None for the newest.
        test_numbers: people carry synthetic numbers and live in fictional municipalities; real numbers are refused.
        lang: language of messages, `nb`, `nn` or `en`; None for `nb`.
        mapping: how columns and codes of your own are those of the pack.
        profile: other severities, and rules switched off.
        reference_date: today; later dates are in the future. None: nothing is.
        period: first and last day of the round; None for no limit, on either side.
        max_findings: findings that are kept whole; all are counted.
        keep_rows: one byte a row is kept, for `valid`, `invalid` and `severities`.
        progress: called now and then with the number of rows so far; what it raises ends the call.

    Raises:
        InputError: the table cannot be used at all: columns are missing, or have types that do not go with their fields.
        InstrumentError: there is no such pack or language, or the mapping or profile does not fit.
        InvalidArgument: an option has a value that it does not take.
        FileNotFoundError: there is no such file.

    >>> import brukerplan as bp
    >>> found = bp.validate({"municipality": ["9001"], "mapping_year": [2024], "mapped_on": ["2024-10-07"],
    ...     "birth_year": [1987], "substance_problem": ["yes"], "mental_disorder": ["none"], "housing": ["blue"],
    ...     "activity": ["red"], "economy": ["red"], "physical_health": ["green"], "mental_health": ["green"],
    ...     "substance_use": ["red"], "social_functioning": ["green"], "network": ["yellow"],
    ...     "services_received": ["none"]}, test_numbers=True, lang="en")
    >>> found.ok, "housing" in found.findings["field"]
    (False, True)
    """
    source = source_of(table)
    read_by = source.reading(pack, mapping)
    options = options_of(
        **read_by,
        profile=profile,
        lang=lang,
        test_numbers=test_numbers,
        reference_date=reference_date,
        period=period,
    )
    most = whole_number(max_findings, "max_findings", 0, 2**63 - 1)
    core = _core.validate_stream(made_of(options), source.open(), most, bool(keep_rows), told_to(progress))
    if source.note is not None:
        source.note.warn()
    return Validation(core, options, source, read_by)
