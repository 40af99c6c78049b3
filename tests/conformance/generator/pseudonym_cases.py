"""Pseudonyms by HMAC-SHA-256 of Python's standard library, over the message that docs/pseudonyms.md lays down."""
import hashlib
import hmac
import struct

import numbers_of_people as numbers

DOMAIN = b"brukerplan/pseudonym/linking/1"
KEY = bytes(range(32)).hex()
OTHER_KEY = hashlib.sha256(b"another key").hexdigest()
TEST = {"test_numbers": True}


def message(purpose, digits, kinds):
    """Each field with its length in front, four bytes, most significant first; the kinds as two bytes."""
    bits = sum(1 << numbers.KINDS.index(kind) for kind in kinds)
    fields = (DOMAIN, purpose.encode("utf-8"), struct.pack(">H", bits), digits.encode("ascii"))
    return b"".join(struct.pack(">I", len(field)) + field for field in fields)


def pseudonym(key, purpose, digits, kinds):
    return hmac.new(bytes.fromhex(key), message(purpose, digits, kinds), hashlib.sha256).hexdigest()


def add_cases(cases):
    def add(name, why, key, purpose, text, digits, kinds, policy=None):
        given = {"key": key, "purpose": purpose, "text": text}
        if policy:
            given["policy"] = policy
        cases.add("pseudonyms", "pseudonym", name, why, given, {"pseudonym": pseudonym(key, purpose, digits, kinds)})

    def refuse(name, why, text, policy=None, key=KEY, error="invalid_number"):
        given = {"key": key, "purpose": "years", "text": text}
        if policy:
            given["policy"] = policy
        cases.add("pseudonyms", "pseudonym", name, why, given, {"error": error})

    tenor, man = "17912099997", "15868710168"
    add("tenor", "HMAC-SHA-256 under the key of domain, purpose, kind of number and digits.", KEY, "years", tenor, tenor,
        {"tenor"}, TEST)
    add("other-person", "Another person has another pseudonym.", KEY, "years", man, man, {"tenor"}, TEST)
    for name, text in (("hyphen", "179120-99997"), ("space", "179120 99997"), ("blanks", "  17912099997\n"),
                       ("no-break-space", "179120\u00a099997"), ("narrow-no-break-space", "179120\u202f99997")):
        add(f"tenor-{name}", "Two spellings of one person meet: the number is normalised first.", KEY, "years", text, tenor,
            {"tenor"}, TEST)
    add("other-key", "Another key gives another pseudonym.", OTHER_KEY, "years", tenor, tenor, {"tenor"}, TEST)
    add("last-bit-of-key", "Every bit of the key counts.", KEY[:-1] + "e", "years", tenor, tenor, {"tenor"}, TEST)
    add("zero-key", "A key of zeros is a key like any other: whoever holds it answers for it.", "00" * 32, "years", tenor,
        tenor, {"tenor"}, TEST)
    add("other-purpose", "Another purpose gives another pseudonym under the same key.", KEY, "other", tenor, tenor,
        {"tenor"}, TEST)
    add("no-purpose", "An empty purpose is a purpose.", KEY, "", tenor, tenor, {"tenor"}, TEST)
    add("norwegian-purpose", "A purpose is UTF-8, and its length is counted in bytes.", KEY, "kobling av \u00e5r", tenor, tenor,
        {"tenor"}, TEST)
    add("long-purpose", "A purpose may be longer than a block of the hash.", KEY, "p" * 200, tenor, tenor, {"tenor"}, TEST)
    born = numbers.near((9, 3, 90), 500)
    add("birth-number", "Numbers that people carry have pseudonyms under the policy as it is made.", KEY, "years", born, born,
        {"birth_number"})
    for name, parts, kinds, policy in (
            ("d-number", dict(day_mark=40), {"d_number"}, None),
            ("d-tenor", dict(day_mark=40, month_mark=80), {"d_number", "tenor"}, TEST),
            ("nhn", dict(month_mark=65), None, TEST)):
        digits = numbers.near((9, 10, 90), 500, **parts)
        add(name, "The kinds that the digits can be are part of the message.", KEY, "years", digits, digits, kinds or {"nhn"},
            policy)
    month_40 = numbers.near((9, 3, 90), 500, month_mark=40)
    for name, policy in (("h-number", None), ("nav-synthetic", TEST)):
        add(name, "Month + 40 can be an H-number and NAV's test number: the message has both, whatever the policy took.", KEY,
            "years", month_40, month_40, {"h_number", "nav_synthetic"}, policy)
    common = next(d for d in (numbers.complete(f"89992345{i}") for i in range(10)) if d)
    add("fh-number", "An FH-number has a pseudonym as well.", KEY, "years", common, common, {"fh_number"})
    later = numbers.near((9, 3, 90), 501, remainder=1)
    add("rule-of-2032", "A number by the rule of 2032 has a pseudonym under both rules.", KEY, "years", later, later,
        {"birth_number"})

    refuse("wrong-digit", "A typing error must not become a person.", "17912099996", TEST)
    refuse("test-number", "The policy as it is made refuses test numbers.", tenor)
    refuse("real-number-in-tests", "The test policy refuses the numbers that people carry.", born, TEST)
    refuse("rule-of-2032-before", "Under the rule of 1964 alone the number is none.", later, {"rule": "1964"})
    refuse("lost-zero", "A lost zero is not put back.", born[1:])
    refuse("empty", "Nothing is no person.", "")
    refuse("letters", "A name is no number.", "Kari Nordmann")
    refuse("duf", "A DUF number has no pseudonym.", "202000000003", {"kinds": list(numbers.KINDS)})
    refuse("placeholder", "A date of birth without a number stands for many people.", "15068700000",
           {"kinds": list(numbers.KINDS)})
    refuse("separator-elsewhere", "What cannot be brought to digits is no number.", "1791 2099997", TEST)
    refuse("short-key", "A key has 32 bytes.", tenor, TEST, key=KEY[:-2], error="invalid_argument")
    refuse("long-key", "A key has 32 bytes.", tenor, TEST, key=KEY + "00", error="invalid_argument")
    refuse("no-key", "A key has 32 bytes.", tenor, TEST, key="", error="invalid_argument")
