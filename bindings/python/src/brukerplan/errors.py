"""Exceptions: one for each code of the C interface, under a theme, under `BrukerplanError`.

The classes are made from `CODES`, and `errors.pyi` from the classes. Several are exceptions of Python's own as well, so that
`except ValueError` does what one expects. No message holds what stood in a record.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class BrukerplanError(Exception):
    """Whatever this package raises of its own.

    Attributes:
        code: number of the C interface's code; None for what only this package knows.
        row: data row that it is about, from 0, or None.
        column: column that it is about, from 0, or None.
    """

    code: int | None = None

    def __init__(self, message: str = "", row: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.row = row
        self.column = column

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.row, self.column)


class UsageError(BrukerplanError):
    """How something was called."""


class InstrumentError(BrukerplanError):
    """A pack, a mapping, a profile, a scheme or a language."""


class IdentityError(BrukerplanError):
    """A national number or a municipality."""


class InputError(BrukerplanError):
    """An input that cannot be used at all."""


class ReportError(BrukerplanError):
    """A report document."""


class LibraryError(BrukerplanError):
    """The machine, or the library itself."""


class Code(NamedTuple):
    number: int
    macro: str  # of the C header, behind BPLAN_ERROR_
    theme: type[BrukerplanError]
    also: type[Exception] | None  # the exception of Python that it is, too
    meaning: str
    name: str = ""  # of the class, where it is not that of the macro


CODES = (
    Code(1, "NULL_ARGUMENT", UsageError, ValueError, "Something that must be there is not."),
    Code(2, "INVALID_ARGUMENT", UsageError, ValueError, "A value that a function does not take."),
    Code(3, "STRUCT_SIZE", UsageError, None, "Package and core do not fit together."),
    Code(4, "OUT_OF_RANGE", UsageError, IndexError, "An index beyond the last."),
    Code(5, "NOT_THERE", UsageError, LookupError, "What is asked for was not made."),
    Code(100, "UNKNOWN_PACK", InstrumentError, LookupError, "No pack of this id comes with the library."),
    Code(101, "INVALID_PACK", InstrumentError, ValueError, "A pack that cannot be read or is not whole."),
    Code(102, "INVALID_MAPPING", InstrumentError, ValueError, "A mapping that cannot be read or does not fit the pack."),
    Code(103, "INVALID_PROFILE", InstrumentError, ValueError, "A profile that cannot be read or does not fit the pack."),
    Code(110, "UNKNOWN_SCHEME", InstrumentError, LookupError, "No scoring scheme of this id, or none at all."),
    Code(111, "INVALID_SCHEME", InstrumentError, ValueError, "A scheme that cannot be read or has a fault."),
    Code(120, "UNKNOWN_LANGUAGE", InstrumentError, LookupError, "No texts in this language."),
    Code(140, "INVALID_NUMBER", IdentityError, ValueError, "No number, or none that the policy accepts."),
    Code(150, "NOT_VALID_ON_DATE", IdentityError, ValueError, "A municipality code that is not valid on its date."),
    Code(151, "BEFORE_FACTS", IdentityError, ValueError, "A date before 2006, of which nothing is known."),
    Code(152, "MISSING_WEIGHT", IdentityError, ValueError, "Weights, but not for every branch of a split."),
    Code(153, "INVALID_WEIGHT", IdentityError, ValueError, "Weights that cannot be read, or have no usable sum."),
    Code(200, "ARROW_SCHEMA", InputError, TypeError, "A schema that is not whole, or not that of columns."),
    Code(201, "COLUMN_TYPE", InputError, TypeError, "A column whose type does not go with its field."),
    Code(202, "MISSING_COLUMNS", InputError, ValueError, "Columns that are needed are not there."),
    Code(203, "DUPLICATE_COLUMNS", InputError, ValueError, "Columns that are there more than once."),
    Code(210, "ARROW_BATCH", InputError, ValueError, "A batch that is not what its schema says."),
    Code(211, "ARROW_STREAM", InputError, OSError, "A stream that gave an error of its own."),
    Code(220, "CANCELLED", InputError, None, "A call that was cancelled."),
    Code(230, "INVALID_STATE", InputError, ValueError, "A saved validation that cannot be read or does not fit."),
    Code(300, "REPORT_NOT_JSON", ReportError, ValueError, "A report document that is not JSON in UTF-8."),
    Code(301, "REPORT_FORMAT", ReportError, ValueError, "JSON that is no report document."),
    Code(302, "REPORT_VERSION", ReportError, ValueError, "A report document of a version not known here."),
    Code(303, "REPORT_INVALID", ReportError, ValueError, "A report document of which a part is missing, wrong, or disagrees."),
    Code(310, "REPORT_RESOURCE", ReportError, LookupError, "The Unicode library lacks the data of the language."),
    Code(900, "MEMORY", LibraryError, MemoryError, "Memory ran out; nothing was changed.", "OutOfMemory"),
    Code(990, "INTERNAL", LibraryError, None, "A fault of the library: please report it.", "InternalFault"),
    Code(991, "UNKNOWN", LibraryError, None, "A fault of the library that it cannot even name.", "UnknownFault"),
)


def _class_of(code: Code) -> type[BrukerplanError]:
    name = code.name or "".join(word.capitalize() for word in code.macro.split("_"))
    bases = (code.theme,) if code.also is None else (code.theme, code.also)
    return type(name, bases, {"__doc__": code.meaning, "__module__": __name__, "code": code.number})


# What Python knows of it beyond the core's own words.
HINTS = {
    100: "brukerplan.Pack.shipped() lists those that do",
    110: "brukerplan.Pack().schemes lists those of the newest pack",
    120: "nb, nn or en",
}
BY_CODE = {code.number: _class_of(code) for code in CODES}
globals().update({made.__name__: made for made in BY_CODE.values()})


class MissingLibrary(BrukerplanError, ImportError):
    """A library that is not needed for the rest is needed for this; the message says what to install."""


class ValidationFailed(BrukerplanError, ValueError):
    """A validation has errors, and was asked to raise them. `validation` is where they are."""

    validation: Any = None


class RowsGone(BrukerplanError, LookupError):
    """The rows were read once and not kept, or are no longer those that were validated."""


class UnreadableFile(InputError, ValueError):
    """A file that cannot be read as what its name says."""


class UnreadableTable(InputError, TypeError):
    """Something that is no table, or a table that its own library cannot hand over."""


class UnreadableRows(UserWarning):
    """A file has lines that are not rows; they count as rows in which nothing can be used."""


def from_code(code: int, message: str, row: int = -1, column: int = -1) -> BrukerplanError:
    """The exception of a failed call of the C interface. A code that is not known is an internal fault."""
    made = BY_CODE.get(code, BY_CODE[990])
    hint = HINTS.get(code)
    return made(f"{message} ({hint})" if hint else message, None if row < 0 else row, None if column < 0 else column)


__all__ = [
    name for name, value in globals().items() if isinstance(value, type) and issubclass(value, (BrukerplanError, UserWarning))
]


def __dir__() -> list[str]:
    return __all__
