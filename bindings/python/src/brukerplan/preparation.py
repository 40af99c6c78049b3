"""From the registrations of a municipality's units to what the register receives, and the receipt."""

from __future__ import annotations

import contextlib
import functools
import json
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from . import _core
from ._context import Date, Json, day, json_text, made_of, options_of, text, told_to, whole_number
from ._sources import Source, source_of
from ._tables import Table
from .errors import InvalidArgument
from .validation import Validation

# In the order and by the names of the receipt, with the numbers of the C interface.
TOTALS = {
    "rows": 1, "unreadable": 2, "with_errors": 3, "objected": 4, "objections_without_number": 5, "withdrawn": 6, "out_of_age": 7,
    "registrations": 8, "objection_unanswered": 15,
    "persons": 9, "unlinked": 10, "merged": 11, "suspected_pairs": 12, "suspected_objections": 16, "not_informed": 14,
    "transferable": 13,
}  # fmt: skip


class Prepared:
    """What leaves a municipality: records without a national number or a date of birth, and the receipt. `len()` is the number of
    records. Experimental: it may change with any release.

    Attributes:
        pack: id of the pack, as `brukerplan/2024`.
        lang: language of the messages.
        test_numbers: whether the people carry test numbers and real ones were refused.
        validation: what was found in the rows, as `validate` gives it, and behind it what units disagree on (rules `BP-MRG-...`).
            Which rows are good is not kept. It stays with the municipality: findings have the references of its own system.
    """

    def __init__(self, core: _core.Prepared, options: dict[str, Any], source: Source, pack: Any) -> None:
        self._core = core
        self._pack = pack
        self._native = source.native
        # Not the source itself: the rows, with the numbers in them, are not held on to.
        self.validation = Validation(
            core.take_validation(), options, Source(lambda: None, again=False, native=source.native, note=source.note)
        )
        self.pack: str = self.validation.pack
        self.lang: str = self.validation.lang
        self.test_numbers: bool = self.validation.test_numbers

    def __len__(self) -> int:
        return self.counts["transferable"]

    @functools.cached_property
    def records(self) -> Table:
        """The records that leave, in the columns of the pack: `row_ref` is the running number, codes of several are tokens with a
        bar between them, `mapped_on` is the last day of the round for everybody. They are registrations again: `validate`, `score`
        and the others take them. Their order is random and differs from run to run."""
        return Table._of(self._core.records, self._native, length=len(self), read_by={"pack": self._pack})

    @property
    def findings(self) -> Table:
        """The findings of `validation`, as a table."""
        return self.validation.findings

    @functools.cached_property
    def counts(self) -> dict[str, int]:
        """What became of the rows (`rows unreadable with_errors objected objections_without_number withdrawn out_of_age registrations
        objection_unanswered`) and of the persons (`persons unlinked merged suspected_pairs suspected_objections transferable
        not_informed`), by the names of the receipt."""
        return {name: self._core.total(number) for name, number in TOTALS.items()}

    @functools.cached_property
    def receipt(self) -> dict[str, Any]:
        """What the municipality keeps (`brukerplan/receipt`): what made the file, what became of the rows, the SHA-256 of the file,
        until when the register may keep it, and who did which step when. It names nobody."""
        document: dict[str, Any] = json.loads(self._core.receipt())
        return document

    @functools.cached_property
    def csv(self) -> bytes:
        """The records as a CSV file: the bytes that the receipt's SHA-256 is of."""
        return self._core.file()

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the CSV file, these bytes and no others: a new file, which its owner alone can read.

        Raises:
            FileExistsError: there is a file already. It stays as it is.
        """
        _write_new(path, self.csv)

    def write_receipt(self, path: str | os.PathLike[str]) -> None:
        """Writes the receipt as JSON: a new file, which its owner alone can read.

        Raises:
            FileExistsError: there is a file already. It stays as it is.
        """
        _write_new(path, self._core.receipt().encode())

    def __repr__(self) -> str:
        counts = self.counts
        return (
            f"<brukerplan.Prepared by {self.pack}: {counts['rows']} rows, {counts['persons']} persons, "
            f"{counts['transferable']} transferable>"
        )

    def _repr_html_(self) -> str:
        from ._prepared_html import prepared_page

        return prepared_page(self)


def _for_owner(path: str, flags: int) -> int:
    file = os.open(path, flags, 0o600)
    if hasattr(os, "fchmod"):  # the umask may have taken from the mode
        with contextlib.suppress(OSError):  # where a file system has no modes
            os.fchmod(file, 0o600)
    return file


def _write_new(path: str | os.PathLike[str], content: bytes) -> None:
    """Whole or not at all, and never in the place of another."""
    file = open(path, "xb", opener=_for_owner)  # noqa: SIM115
    try:
        with file:
            file.write(content)
    except BaseException:
        os.unlink(path)
        raise


def _names(without: Iterable[str] | None) -> str:
    if without is None:
        return ""
    if isinstance(without, str):
        raise InvalidArgument("without must be a list of names of fields")
    return json.dumps([text(name, "a name in without") for name in without])


def _need_objections_seen(counts: dict[str, int], lines: int) -> None:
    """
    Raises:
        InvalidArgument: somebody may have objected without being seen to.
    """
    found = {
        "rows that cannot be read": counts["unreadable"] + lines,
        "objections without a valid number": counts["objections_without_number"],
        "persons who may have objected under another number": counts["suspected_objections"],
    }
    told = [f"{number} {what}" for what, number in found.items() if number]
    if counts["objection_unanswered"] == counts["registrations"] > 0:
        told.append("no answer to whether anybody objects")
    if told:
        raise InvalidArgument(
            f"there may be objections that were not found: {', '.join(told)}. When everybody who objects has been taken out, prepare "
            "with objections_checked=True"
        )


def prepare(
    table: Any,
    pack: Any = None,
    *,
    mapping_id: str,
    by: str,
    on: Date,
    merge: str | None = None,
    changes: Mapping[str, str] | None = None,
    without: Iterable[str] | None = None,
    objections_checked: bool = False,
    test_numbers: bool = False,
    lang: str | None = None,
    mapping: Json | None = None,
    profile: Json | None = None,
    reference_date: Date | None = None,
    period: tuple[Date | None, Date | None] | None = None,
    max_findings: int = 100_000,
    progress: Callable[[int], Any] | None = None,
) -> Prepared:
    """Makes of the registrations of one mapping of one municipality what the register receives: usable rows are collected under
    pseudonyms, merged to one record a person, freed from those who object or were not informed, and numbered in random order.
    docs/register.md says what each step does. Experimental: it may change with any release.

    There is no seed: the order is that of pseudonyms under a random key, which is destroyed, so that nobody can lead a record back.

    Args:
        table: registrations, as for `validate`; all units of the municipality in one call.
        pack, test_numbers, lang, mapping, profile, reference_date, period, max_findings, progress: as for `validate`.
        mapping_id: names the mapping among the municipality's own, as `autumn-2024`; it stands in the receipt. (`mapping` is how columns
            of your own are those of the pack.)
        by: the function or the system that acts, as `municipal coordinator`, and no person; it stands in the receipt.
        on: the day of it.
        merge: what becomes of a field that units answered differently: `latest_known/1`, which is taken for None,
            `latest_mapped_on/1` or `worst_known/1`.
        changes: other rules for fields, by their names: `latest latest_known worst largest any_yes united`.
        without: fields that do not leave, by their names.
        objections_checked: somebody has looked into rows that cannot be read, objections without a valid number, and persons who may
            have objected under another number (`counts`, and BP-MRG-006 among the `findings`). Without that, they are refused.

    Raises:
        InvalidArgument: rows of another municipality or year than the first, nobody to be merged, a transfer before the last mapping
            date, objections that nobody has looked into, or an argument that cannot be used.
        InputError, InstrumentError: as `validate`.

    >>> import brukerplan as bp
    >>> row = {"municipality": "9001", "mapping_year": 2024, "mapped_on": "2024-10-07", "birth_year": 1987, "informed": "yes",
    ...     "objects": "no", "substance_problem": "yes", "mental_disorder": "none", "housing": "red", "activity": "red", "economy": "red",
    ...     "physical_health": "green", "mental_health": "green", "substance_use": "red", "social_functioning": "green",
    ...     "network": "yellow", "services_received": "gp"}
    >>> prepared = bp.prepare([row, {**row, "informed": "no"}], mapping_id="autumn-2024", by="municipal coordinator",
    ...     on="2024-11-30", test_numbers=True)
    >>> len(prepared), prepared.counts["not_informed"], prepared.records["row_ref"], prepared.records["birth_year"]
    (1, 1, ['1'], [1987])
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
    acted = day(on, "on")
    if acted is None:
        raise InvalidArgument("on must be a date or text YYYY-MM-DD")
    core = _core.prepare_stream(
        made_of(options),
        source.open(),
        text(mapping_id, "mapping_id"),
        text(by, "by"),
        acted,
        whole_number(max_findings, "max_findings", 0, 2**63 - 1),
        "" if merge is None else text(merge, "merge"),
        json_text(changes) or "",
        _names(without),
        told_to(progress),
    )
    if source.note is not None:
        source.note.warn()
    prepared = Prepared(core, options, source, read_by["pack"])
    if not objections_checked:
        _need_objections_seen(prepared.counts, 0 if source.note is None else source.note.unreadable)
    return prepared
