"""Instruments: fields, code lists, rules and schemes."""
from __future__ import annotations


class Pack:
    source: str | None = None
