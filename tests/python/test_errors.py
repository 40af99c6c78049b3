"""One exception for each code of the C interface."""

import pathlib
import pickle
import re

import brukerplan as bp
import pytest
from brukerplan import _core, errors

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = (ROOT / "capi/include/brukerplan/brukerplan.h").read_text(encoding="utf-8")


def test_the_table_of_codes_is_that_of_the_header():
    defined = {name: int(number) for name, number in re.findall(r"#define BPLAN_ERROR_(\w+) (\d+)", HEADER)}
    assert {code.macro: code.number for code in errors.CODES} == defined
    for code in errors.CODES:
        assert _core.code_name(code.number) == code.macro.lower()


def test_every_code_has_a_class_under_its_theme():
    assert len(errors.BY_CODE) == len(errors.CODES)
    for code in errors.CODES:
        made = errors.BY_CODE[code.number]
        assert issubclass(made, code.theme) and issubclass(made, bp.BrukerplanError) and made.code == code.number
        assert code.also is None or issubclass(made, code.also)
        assert getattr(bp, made.__name__) is made and made.__doc__
    themes = {code.number // 100: code.theme for code in errors.CODES if code.number < 140 or code.number >= 200}
    assert themes == {
        0: errors.UsageError,
        1: errors.InstrumentError,
        2: errors.InputError,
        3: errors.ReportError,
        9: errors.LibraryError,
    }


def test_exceptions_are_also_those_of_python():
    for made, python in (
        (bp.InvalidArgument, ValueError), (bp.OutOfMemory, MemoryError), (bp.OutOfRange, IndexError), (bp.ColumnType, TypeError),
        (bp.MissingLibrary, ImportError), (bp.ValidationFailed, ValueError), (bp.UnknownPack, LookupError),
    ):  # fmt: skip
        assert issubclass(made, python)


def test_an_exception_tells_where_and_can_be_sent():
    made = errors.from_code(201, "the column is wrong", -1, 4)
    assert (made.code, made.row, made.column, str(made)) == (201, None, 4, "the column is wrong")
    again = pickle.loads(pickle.dumps(made))
    assert type(again) is bp.ColumnType and (again.column, str(again)) == (4, "the column is wrong")


def test_a_code_that_is_not_known_is_an_internal_fault():
    assert type(errors.from_code(12345, "?")) is errors.BY_CODE[990]


def test_a_failed_call_raises_its_class():
    with pytest.raises(bp.UnknownPack) as raised:
        bp.validate({}, pack="none/1")
    assert raised.value.code == 100 and isinstance(raised.value, errors.InstrumentError)
    with pytest.raises(bp.InvalidArgument):
        bp.Scheme().score_code(65536)
