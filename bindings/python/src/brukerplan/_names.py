"""Tokens of the codes of the C interface, in their order."""
DOMAINS = (
    "housing", "activity", "economy", "physical_health", "mental_health", "substance_use", "social_functioning", "network",
)  # fmt: skip
RATINGS = ("not_assessed", "green", "yellow", "red")
CLASSES = ("none", "green", "yellow", "red", "blue_light")
NO_CLASS_REASONS = (
    "has_class", "nothing_assessed", "too_few_assessed", "below_classes", "unreadable", "no_rule_holds",
)  # fmt: skip
SEVERITIES = ("none", "info", "warning", "error", "fatal")
VALIDITIES = (
    "none", "valid", "not_yet_valid", "no_longer_valid", "unknown_code", "malformed_code", "fictional_code", "before_facts",
)  # fmt: skip
SEXES = ("unknown", "female", "male")
BASES = (
    "unknown", "assigned_before_2032", "if_assigned_before_2032", "convention", "not_guaranteed",
)  # fmt: skip
