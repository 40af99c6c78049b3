"""What a scheme says of an assessment, read from its JSON as docs/scoring.md puts it, one assessment at a time."""
from math import floor
from fractions import Fraction

DOMAINS = "housing activity economy physical_health mental_health substance_use social_functioning network".split()
COLOURS = {1: "green", 2: "yellow", 3: "red"}
CLASSES = "green yellow red blue_light".split()

SUM16 = {"format": "brukerplan/scheme", "version": 1, "id": "sum16/1", "kind": "weighted_sum", "ground": "ours",
         "label": {"nb": "Sum"}, "points": {"green": 0, "yellow": 1, "red": 2}, "weights": {}, "minimum_assessed": 8,
         "classes": [{"class": "green", "from": 0}, {"class": "yellow", "from": 5}, {"class": "red", "from": 9},
                     {"class": "blue_light", "from": 13}]}
BLUE_LIGHT = {"all": [{"domain": "activity", "at_least": "red"},
                      {"any": [{"domain": "mental_health", "at_least": "red"},
                               {"domain": "substance_use", "at_least": "red"}]},
                      {"domain": "social_functioning", "at_least": "red"}]}
RULE1 = {**SUM16, "id": "rule/1", "kind": "rules_then_sum", "cap": "red",
         "rules": [{"class": "blue_light", "when": BLUE_LIGHT}]}
SHIPPED = {"sum16/1": SUM16, "rule/1": RULE1}


def holds(condition, colours):
    if "domain" in condition:
        colour = colours.get(condition["domain"])
        order = list(COLOURS.values())
        return colour is not None and order.index(colour) >= order.index(condition["at_least"])
    if "all" in condition:
        return all(holds(part, colours) for part in condition["all"])
    if "any" in condition:
        return any(holds(part, colours) for part in condition["any"])
    return sum(holds(part, colours) for part in condition["of"]) >= condition["least"]


def points_of(scheme, domain, colour):
    if "domain_points" in scheme:
        return scheme["domain_points"][domain][colour]
    return scheme["points"][colour] * scheme.get("weights", {}).get(domain, 1)


def none(reason, answered):
    return {"class": "none", "points": 0, "answered": answered, "no_class_reason": reason}


def score(scheme, ratings):
    """The answer to eight ratings: 0 not assessed, 1 green, 2 yellow, 3 red; any other number is no rating."""
    colours = {domain: COLOURS[rating] for domain, rating in zip(DOMAINS, ratings) if rating in COLOURS}
    answered = len(colours)
    if any(rating not in (0, 1, 2, 3) for rating in ratings):
        return none("unreadable", 0)  # the row as a whole: nothing of it is counted
    if answered == 0:
        return none("nothing_assessed", 0)
    prorated = answered < scheme["minimum_assessed"]
    if prorated and (scheme.get("below_minimum", "no_class") == "no_class" or answered < scheme["prorate_from"]):
        return none("too_few_assessed", answered)

    points = 0
    if "classes" in scheme:
        points = sum(points_of(scheme, domain, colour) for domain, colour in colours.items())
        if prorated:
            points = floor(Fraction(points * len(DOMAINS), answered))
    decided = next((rule["class"] for rule in scheme.get("rules", []) if holds(rule["when"], colours)), None)
    if decided is None:
        reached = [cut["class"] for cut in scheme.get("classes", []) if points >= cut["from"]]
        if reached:
            worst = CLASSES.index(scheme.get("cap", "blue_light"))
            decided = CLASSES[min(CLASSES.index(reached[-1]), worst)]
        else:
            decided = scheme.get("otherwise")
    if decided in (None, "none"):
        return none("below_classes" if "classes" in scheme else "no_rule_holds", answered)
    return {"class": decided, "points": points, "answered": answered, "no_class_reason": "none"}


def explained(scheme, ratings):
    """What decides about ratings that can be read, in a few words."""
    colours = {domain: COLOURS[rating] for domain, rating in zip(DOMAINS, ratings) if rating}
    answer = score(scheme, ratings)
    parts = [f"{len(colours)} of 8 assessed"]
    if "classes" in scheme:
        parts.append(" + ".join(str(points_of(scheme, *rated)) for rated in colours.items()) + " points")
    if answer["no_class_reason"] == "too_few_assessed":
        return f"{parts[0]}, too few"
    for number, rule in enumerate(scheme.get("rules", []), 1):
        if holds(rule["when"], colours):
            return f"{', '.join(parts)}; rule {number} holds"
    return ", ".join(parts) + ("; no rule holds" if "rules" in scheme else "")
