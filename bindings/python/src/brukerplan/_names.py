"""Tokens of the numbers of the C interface, in their order; empty for a number that has none."""

from . import _core

DOMAINS = tuple(_core.names("domain"))
RATINGS = tuple(_core.names("rating"))
CLASSES = tuple(_core.names("class"))
NO_CLASS_REASONS = tuple(_core.names("no_class"))
SEVERITIES = tuple(_core.names("severity"))
VALIDITIES = tuple(_core.names("municipality_validity"))
SEXES = tuple(_core.names("sex"))
NUMBER_REASONS = tuple(_core.names("number_reason"))
NUMBER_KINDS = tuple(_core.number_kind_names())
BASES = ("unknown", "assigned_before_2032", "if_assigned_before_2032", "convention", "not_guaranteed")
