"""What the conformance kit asks of the library, by ctypes alone: brukerplan.h, function by function.

A wrapper to copy. It checks the number of the interface once, declares the types of every function that it calls, turns
codes into an exception, frees each handle where `with` ends, and passes UTF-8.
"""
import ctypes
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_int8, c_uint8, c_uint32, c_void_p

ABI = 1
DOMAINS = 8
PSEUDONYM_SIZE = 32
MOST_DIGITS = 12
KINDS = 11  # of numbers

HANDLE, NUMBER, COUNT = c_void_p, c_int32, c_int64
TEXT = (c_char_p, c_int64)  # bytes and how many: text is never ended by a zero byte here
DAY = (c_int32, c_int32, c_int32)
TO_HANDLE, TO_NUMBER, TO_COUNT = POINTER(c_void_p), POINTER(c_int32), POINTER(c_int64)
TO_TEXT = (POINTER(c_char_p), POINTER(c_int64))
RATINGS, ROWS = POINTER(c_uint8), POINTER(c_int8)


class Error(ctypes.Structure):
    """bplan_error"""
    _fields_ = [("struct_size", c_uint32), ("code", c_int32), ("row", c_int64), ("column", c_int32),
                ("reserved", c_uint32), ("message", ctypes.c_char * 256)]


class ScoreColumns(ctypes.Structure):
    """bplan_score_columns"""
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("classes", POINTER(c_int8)),
                ("points", POINTER(c_int32)), ("answered", POINTER(c_int8)), ("reasons", POINTER(c_int8))]


def flat(*types):
    """Arguments in order; TEXT and DAY stand for several."""
    return [t for part in types for t in (part if isinstance(part, tuple) else (part,))]


# Every function that can fail ends with the error and returns its code: neither is repeated here.
SIGNATURES = {
    "code_get_name": flat(NUMBER, TO_TEXT),
    "library_get_version": flat(TO_TEXT),
    "options_create": flat(TO_HANDLE),
    "options_set_pack": flat(HANDLE, TEXT),
    "options_set_pack_json": flat(HANDLE, TEXT),
    "options_set_mapping_json": flat(HANDLE, TEXT),
    "options_set_profile_json": flat(HANDLE, TEXT),
    "options_set_scheme": flat(HANDLE, TEXT),
    "options_set_scheme_json": flat(HANDLE, TEXT),
    "options_set_language": flat(HANDLE, TEXT),
    "options_set_test_numbers": flat(HANDLE, NUMBER),
    "options_set_reference_date": flat(HANDLE, DAY),
    "options_set_period_first": flat(HANDLE, DAY),
    "options_set_period_last": flat(HANDLE, DAY),
    "context_create": flat(HANDLE, TO_HANDLE),
    "record_check": flat(HANDLE, TEXT, TO_HANDLE),
    "document_get_valid": flat(HANDLE, TO_NUMBER),
    "document_get_worst_severity": flat(HANDLE, TO_NUMBER),
    "document_count_findings": flat(HANDLE, TO_COUNT),
    "document_get_finding_severity": flat(HANDLE, COUNT, TO_NUMBER),
    "document_get_finding_text": flat(HANDLE, COUNT, NUMBER, TO_TEXT),
    "document_get_class": flat(HANDLE, TO_NUMBER),
    "document_get_points": flat(HANDLE, TO_NUMBER),
    "document_get_answered": flat(HANDLE, TO_NUMBER),
    "document_get_no_class_reason": flat(HANDLE, TO_NUMBER),
    "document_count_unknown_keys": flat(HANDLE, TO_COUNT),
    "scheme_create": flat(TEXT, TEXT, TO_HANDLE),
    "scheme_create_from_json": flat(TEXT, TO_HANDLE),
    "scheme_score_ratings": flat(HANDLE, RATINGS, TO_NUMBER, TO_NUMBER, TO_NUMBER, TO_NUMBER),
    "scheme_score_columns": flat(HANDLE, POINTER(RATINGS), COUNT, POINTER(ScoreColumns), TO_COUNT),
    "number_policy_create": flat(TO_HANDLE),
    "number_policy_set_rule": flat(HANDLE, NUMBER),
    "number_policy_set_assigned_by": flat(HANDLE, DAY),
    "number_policy_set_kinds": flat(HANDLE, NUMBER),
    "number_policy_set_test_numbers": flat(HANDLE, NUMBER),
    "number_policy_set_d_table": flat(HANDLE, NUMBER),
    "number_policy_set_dates": flat(HANDLE, NUMBER),
    "number_policy_set_reference_date": flat(HANDLE, DAY),
    "number_policy_set_refuse_ambiguous": flat(HANDLE, NUMBER),
    "number_check": flat(HANDLE, TEXT, TO_HANDLE),
    "number_get_valid": flat(HANDLE, TO_NUMBER),
    "number_get_kinds": flat(HANDLE, TO_NUMBER),
    "number_get_reason": flat(HANDLE, TO_NUMBER),
    "number_get_position": flat(HANDLE, TO_NUMBER),
    "number_get_sex": flat(HANDLE, TO_NUMBER),
    "number_get_rules": flat(HANDLE, TO_NUMBER),
    "number_count_birth_years": flat(HANDLE, TO_COUNT),
    "number_get_birth_year": flat(HANDLE, COUNT, TO_NUMBER),
    "number_reason_get_name": flat(NUMBER, TO_TEXT),
    "number_kind_get_name": flat(NUMBER, TO_TEXT),
    "number_normalise": flat(TEXT, c_char_p, COUNT, TO_COUNT, TO_NUMBER),
    "municipality_get_validity": flat(TEXT, DAY, TO_NUMBER),
    "pseudonymiser_create_linking": flat(c_char_p, COUNT, TEXT, TO_HANDLE),
    "pseudonymiser_make": flat(HANDLE, HANDLE, TEXT, POINTER(c_uint8)),
    "severity_get_name": flat(NUMBER, TO_TEXT),
    "class_get_name": flat(NUMBER, TO_TEXT),
    "no_class_get_name": flat(NUMBER, TO_TEXT),
    "municipality_validity_get_name": flat(NUMBER, TO_TEXT),
    "sex_get_name": flat(NUMBER, TO_TEXT),
}
FREED = ("options", "context", "document", "scheme", "number_policy", "number", "pseudonymiser")

CODE, FIELD, MESSAGE = 1, 2, 3  # BPLAN_FINDING_*
RULES = {1: "1964", 2: "2032"}
CHANGES = {1: "blanks", 2: "space", 4: "no_break_space", 8: "narrow_no_break_space", 16: "hyphen"}
POLICY = {  # key of a policy: the words of its numbers in order; none: a day, or kinds
    "rule": ("1964", "both", "by_date"), "assigned_by": None, "kinds": None, "test_numbers": (False, True),
    "d_table": ("old", "new", "both"), "dates": ("by_rule", "strict", "lenient"), "reference_date": None,
    "refuse_ambiguous": (False, True),
}


class Refused(Exception):
    """A call that failed. `code` is the name of its code."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code


def text(words):
    """Text that goes in: bytes and their number."""
    data = words if isinstance(words, bytes) else words.encode("utf-8")
    return data, len(data)


def day(iso):
    """"2024-05-06" as year, month and day."""
    return tuple(int(part) for part in iso.split("-"))


class Library:
    def __init__(self, path):
        self._library = ctypes.CDLL(str(path))
        for name, arguments in SIGNATURES.items():
            function = getattr(self._library, f"bplan_{name}")
            function.argtypes = [*arguments, POINTER(Error)]
            function.restype = c_int32
        for name in FREED:
            function = getattr(self._library, f"bplan_{name}_free")
            function.argtypes = [c_void_p]
            function.restype = None
        self._library.bplan_abi_version.restype = c_int32
        if self._library.bplan_abi_version() != ABI:
            raise RuntimeError(f"the library has another interface than {ABI}")

    # ---- Calls

    def call(self, function, *arguments):
        error = Error(struct_size=ctypes.sizeof(Error), row=-1, column=-1)
        code = getattr(self._library, f"bplan_{function}")(*arguments, byref(error))
        if code != 0:
            raise Refused(self.name_of("code", code), error.message.decode("utf-8"))

    def number_from(self, function, *arguments, kind=c_int32):
        to = kind()
        self.call(function, *arguments, byref(to))
        return to.value

    def count_from(self, function, *arguments):
        return self.number_from(function, *arguments, kind=c_int64)

    def text_from(self, function, *arguments):
        """Text that comes out is copied: it is borrowed from its handle."""
        to, length = c_char_p(), c_int64()
        self.call(function, *arguments, byref(to), byref(length))
        return ctypes.string_at(to, length.value).decode("utf-8")

    def name_of(self, what, value):
        """bplan_<what>_get_name"""
        return self.text_from(f"{what}_get_name", value)

    @contextmanager
    def made(self, what, create, *arguments):
        """A handle of the type `what`, which lives until `with` ends."""
        handle = c_void_p()
        self.call(create, *arguments, byref(handle))
        try:
            yield handle
        finally:
            getattr(self._library, f"bplan_{what}_free")(handle)

    # ---- Handles

    @contextmanager
    def context(self, texts, days, test_numbers):
        """A context. `texts` and `days` go to bplan_options_set_<key>."""
        with self.made("options", "options_create") as options:
            for key, value in texts.items():
                self.call(f"options_set_{key}", options, *text(value))
            for key, value in days.items():
                self.call(f"options_set_{key}", options, *day(value))
            self.call("options_set_test_numbers", options, int(test_numbers))
            with self.made("context", "context_create", options) as context:
                yield context

    @contextmanager
    def policy(self, given):
        """A policy of numbers, or null for the policy as it is made."""
        if given is None:
            yield None
            return
        with self.made("number_policy", "number_policy_create") as policy:
            for key, value in given.items():
                if key == "kinds":
                    bits = {self.name_of("number_kind", 1 << bit): 1 << bit for bit in range(KINDS)}
                    self.call("number_policy_set_kinds", policy, sum(bits[kind] for kind in value))
                elif POLICY[key]:
                    self.call(f"number_policy_set_{key}", policy, POLICY[key].index(value))
                else:
                    self.call(f"number_policy_set_{key}", policy, *day(value))
            yield policy
