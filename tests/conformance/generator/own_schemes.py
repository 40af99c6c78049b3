"""Schemes of one's own, as a municipality or a researcher might write them, and such as are refused."""
from score_definition import DOMAINS, SUM16

HEAD = {"format": "brukerplan/scheme", "version": 1, "ground": "ours", "label": {"nb": "Egen poengordning"}}
POINTS = {"green": 0, "yellow": 1, "red": 2}


def red(domain):
    return {"domain": domain, "at_least": "red"}


def cuts(*pairs):
    return [{"class": name, "from": start} for name, start in pairs]


WEIGHTED = {**HEAD, "id": "weighted/1", "kind": "weighted_sum", "points": POINTS,
            "weights": {"housing": 2, "mental_health": 3, "network": 0}, "minimum_assessed": 8,
            "classes": cuts(("green", 0), ("yellow", 6), ("red", 12), ("blue_light", 18))}

PRORATED = {**HEAD, "id": "prorated/1", "kind": "weighted_sum", "points": POINTS, "weights": {}, "minimum_assessed": 8,
            "below_minimum": "prorate", "prorate_from": 6,
            "classes": cuts(("green", 0), ("yellow", 5), ("red", 9), ("blue_light", 13))}

SIX_ARE_ENOUGH = {**PRORATED, "id": "six/1", "minimum_assessed": 6, "prorate_from": 3}

BELOW_NOTHING = {**HEAD, "id": "signed/1", "kind": "weighted_sum", "points": {"green": -1, "yellow": 0, "red": 2}, "weights": {},
                 "minimum_assessed": 8, "below_minimum": "prorate", "prorate_from": 1, "otherwise": "none",
                 "classes": cuts(("green", -4), ("yellow", 0), ("red", 6))}

CAPPED = {**HEAD, "id": "capped/1", "kind": "weighted_sum", "points": POINTS, "weights": {}, "minimum_assessed": 8, "cap": "yellow",
          "classes": cuts(("green", 0), ("yellow", 5), ("red", 9))}

BY_DOMAIN = {**HEAD, "id": "by-domain/1", "kind": "weighted_sum", "minimum_assessed": 8,
             "domain_points": {domain: {"green": 0, "yellow": 1 + i, "red": 3 + 2 * i} for i, domain in enumerate(DOMAINS)},
             "classes": cuts(("green", 0), ("yellow", 20), ("red", 40), ("blue_light", 60))}

RULES = {**HEAD, "id": "rules/1", "kind": "rules", "minimum_assessed": 1, "otherwise": "none", "rules": [
    {"class": "blue_light", "when": {"all": [red("housing"), {"any": [red("mental_health"), red("substance_use")]}]}},
    {"class": "red", "when": {"least": 3, "of": [red(domain) for domain in DOMAINS]}},
    {"class": "yellow", "when": {"least": 2, "of": [{"domain": d, "at_least": "yellow"} for d in DOMAINS]}}]}

ASKS_WHETHER_ASSESSED = {**HEAD, "id": "assessed/1", "kind": "rules", "minimum_assessed": 0, "otherwise": "none", "rules": [
    {"class": "red", "when": red("network")},
    {"class": "green", "when": {"domain": "network", "at_least": "green"}}]}

RULES_THEN_SUM = {**HEAD, "id": "our-town/1", "kind": "rules_then_sum", "points": POINTS, "weights": {"housing": 2},
                  "rules": [{"class": "blue_light", "when": {"least": 3, "of": [
                      red("housing"), red("activity"), red("mental_health"), red("substance_use")]}}],
                  "classes": cuts(("green", 0), ("yellow", 6), ("red", 11)),
                  "minimum_assessed": 8, "below_minimum": "prorate", "prorate_from": 6}

NOT_MONOTONE = {**HEAD, "id": "turned/1", "kind": "weighted_sum", "points": {"green": 2, "yellow": 1, "red": 0}, "weights": {},
                "minimum_assessed": 8, "monotone": False, "classes": cuts(("green", 0), ("yellow", 8))}


def without(scheme, key):
    return {k: v for k, v in scheme.items() if k != key}


# name, scheme, why it is refused
REFUSED = (
    ("other-format", {**SUM16, "format": "brukerplan/pack"}, "A pack is no scheme."),
    ("other-version", {**SUM16, "version": 2}, "A version that is not known cannot be read."),
    ("no-id", without(SUM16, "id"), "Every result names its scheme."),
    ("unknown-key", {**SUM16, "minimum_asessed": 7}, "A misspelt key must not pass unnoticed."),
    ("unknown-kind", {**SUM16, "kind": "median"}, "There is no such kind of scheme."),
    ("unknown-domain", {**SUM16, "weights": {"hosing": 2}}, "There is no such domain."),
    ("unknown-class", {**SUM16, "classes": cuts(("green", 0), ("purple", 9))}, "There is no such class."),
    ("nine-domains", {**SUM16, "minimum_assessed": 9}, "There are eight domains."),
    ("falling-cut-offs", {**SUM16, "classes": cuts(("green", 0), ("yellow", 9), ("red", 5))}, "Cut-offs rise."),
    ("no-points", without(SUM16, "points"), "A sum needs points."),
    ("no-weights", without(SUM16, "weights"), "A sum says how domains weigh, if only with an empty object."),
    ("too-many-points", {**SUM16, "points": {"green": 0, "yellow": 1, "red": 1001}}, "Points lie between -1000 and 1000."),
    ("sum-with-rules", {**SUM16, "rules": RULES["rules"]}, "A weighted sum has no rules."),
    ("prorate-without-from", {**SUM16, "below_minimum": "prorate"}, "Scaling says from how many assessed domains."),
    ("better-when-worse", without(NOT_MONOTONE, "monotone"),
     "A worse colour gives a better class here, and the scheme does not say that it may."),
    ("some-without-class", {**SUM16, "classes": cuts(("yellow", 5), ("red", 9))},
     "Fewer than 5 points have no class, and the scheme does not say so."),
    ("rules-with-a-gap", without(RULES, "otherwise"), "Where no rule holds there is no class, and the scheme does not say so."),
    ("never-reached", {**SUM16, "classes": cuts(("green", 0), ("yellow", 5), ("red", 9), ("blue_light", 17))},
     "Nobody has 17 points, so the last class never decides."),
    ("rule-behind-another", {**RULES, "rules": [RULES["rules"][1], {
        "class": "red", "when": {"least": 4, "of": [red(domain) for domain in DOMAINS]}}, RULES["rules"][2]]},
     "Whoever has four reds has three, so the second rule never decides."),
)
