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

    tenor = "17912099997"
    add("tenor", "HMAC-SHA-256 under the key of domain, purpose, kind of number and digits.", KEY, "years", tenor, tenor,
        {"tenor"}, TEST)
    add("tenor-with-hyphen", "Two spellings of one person meet: the number is normalised first.", KEY, "years",
        " 179120-99997", tenor, {"tenor"}, TEST)
    add("other-key", "Another key gives another pseudonym.", OTHER_KEY, "years", tenor, tenor, {"tenor"}, TEST)
    add("other-purpose", "Another purpose gives another pseudonym under the same key.", KEY, "other", tenor, tenor,
        {"tenor"}, TEST)
    refuse("wrong-digit", "A typing error must not become a person.", "17912099996", TEST)
    refuse("test-number", "The policy as it is made refuses test numbers.", tenor)
    refuse("short-key", "A key has 32 bytes.", tenor, TEST, key=KEY[:-2], error="invalid_argument")
