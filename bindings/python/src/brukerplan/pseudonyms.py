"""Pseudonyms of national numbers, for merging the records of one person (docs/pseudonyms.md)."""

from __future__ import annotations

from typing import Any

from . import _core
from ._context import text
from ._names import PSEUDONYM_BASES
from ._tables import Table
from .errors import InvalidArgument, NotThere
from .national_id import Policy, column, core_policy


class Pseudonymiser:
    """Makes pseudonyms under one key: HMAC-SHA-256, 32 bytes. The key lies in locked memory, and is wiped by `close()`, at
    the end of `with`, or with the object.

    >>> import brukerplan as bp
    >>> with bp.pseudonymiser("autumn", "9001") as merging:
    ...     merging.make("179120 99997", test_numbers=True) == merging.make("17912099997", test_numbers=True)
    True
    """

    def __init__(self, core: _core.Pseudonymiser) -> None:
        self._core: _core.Pseudonymiser | None = core

    def _open(self) -> _core.Pseudonymiser:
        if self._core is None:
            raise NotThere("the key has been wiped")
        return self._core

    @property
    def basis(self) -> str:
        """`ephemeral`, or `caller_linking_key`: whoever has the key can link years."""
        return PSEUDONYM_BASES[self._open().basis]

    def make(self, number: str, policy: Policy | None = None, *, test_numbers: bool = False) -> bytes:
        """The pseudonym of one number, which may be written with blanks and hyphens.

        Raises:
            InvalidNumber: the policy does not accept it, or it stands for nobody of the register.
        """
        return self._open().make(core_policy(policy, test_numbers), number)

    def make_column(self, numbers: Any, policy: Policy | None = None, *, test_numbers: bool = False) -> Table:
        """Of a column (a Series, an Arrow array, a list of text): `pseudonym`, 64 hexadecimal digits, null where there is
        none for a `reason`."""
        return Table._of(self._open().make_column(core_policy(policy, test_numbers), column(numbers)))

    def close(self) -> None:
        """Wipes the key. No pseudonym can be made any more."""
        self._core = None

    def __enter__(self) -> Pseudonymiser:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<brukerplan.Pseudonymiser: {'closed' if self._core is None else self.basis}>"


def pseudonymiser(mapping_id: str, municipality: str) -> Pseudonymiser:
    """With a random key that nobody can get out, for merging within one mapping of one municipality. Raises InvalidArgument for what is
    no text.

    >>> import brukerplan as bp
    >>> with bp.pseudonymiser("autumn-2024", "9001") as merging:
    ...     merging.basis, len(merging.make("17912099997", test_numbers=True))
    ('ephemeral', 32)
    """
    return Pseudonymiser(_core.Pseudonymiser.ephemeral(text(mapping_id, "mapping_id"), text(municipality, "municipality")))


def linking_pseudonymiser(key: bytes, purpose: str) -> Pseudonymiser:
    """With a key of your own of 32 bytes, to link mappings of several years. You answer for the legal basis, and for wiping
    your copy.

    Args:
        key: 32 random bytes, kept by whoever may link.
        purpose: text; other purposes have other pseudonyms under the same key.

    Raises:
        InvalidArgument: the key is not 32 bytes.

    >>> import brukerplan as bp, secrets
    >>> key = secrets.token_bytes(32)
    >>> first, second = (bp.linking_pseudonymiser(key, "follow-up").make("17912099997", test_numbers=True) for _ in range(2))
    >>> first == second
    True
    """
    if not isinstance(key, bytes):
        raise InvalidArgument(f"a key must be bytes, not {type(key).__name__}")
    return Pseudonymiser(_core.Pseudonymiser.linking(key, text(purpose, "purpose")))
