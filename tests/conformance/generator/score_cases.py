"""Scores by schemes that ship and by schemes of one's own, worked out by score_definition."""
from score_definition import SHIPPED, score


def add(cases, name, why, scheme, ratings, pack=None, **known):
    """`scheme` is the id of one that ships, or one of one's own."""
    own = isinstance(scheme, dict)
    expected = score(scheme if own else SHIPPED[scheme], ratings)
    for key, value in known.items():
        if expected[key] != value:
            raise ValueError(f"score/{name}: {key} is known to be {value}, and the description gives {expected[key]}")
    given = {"scheme_json": scheme} if own else {"scheme": scheme}
    if pack:
        given["pack"] = pack
    cases.add("scores", "score", name, why, {**given, "ratings": ratings}, expected)


def add_cases(cases):
    add(cases, "sum16-all-green", "No points: the best class.", "sum16/1", [1] * 8, points=0, **{"class": "green"})
    add(cases, "sum16-all-red", "16 points, 13 or more are blue light.", "sum16/1", [3] * 8, points=16,
        **{"class": "blue_light"})
    add(cases, "sum16-4", "4 points are the most of green.", "sum16/1", [2, 2, 2, 2, 1, 1, 1, 1], points=4,
        **{"class": "green"})
    add(cases, "sum16-5", "5 points are the fewest of yellow.", "sum16/1", [2, 2, 2, 2, 2, 1, 1, 1], points=5,
        **{"class": "yellow"})
    add(cases, "sum16-seven-assessed", "The scheme needs all eight domains.", "sum16/1", [3] * 7 + [0], answered=7,
        no_class_reason="too_few_assessed")
    add(cases, "sum16-nothing", "Nothing is assessed.", "sum16/1", [0] * 8, no_class_reason="nothing_assessed")
    add(cases, "sum16-no-rating", "4 is no rating, and nothing is made of it.", "sum16/1", [1, 2, 3, 4, 1, 2, 3, 1],
        no_class_reason="unreadable")
    add(cases, "rule-blue-light", "Activity, mental health and social functioning are red: the rule decides.", "rule/1",
        [1, 3, 1, 1, 3, 1, 3, 1], points=6, **{"class": "blue_light"})
    add(cases, "rule-capped", "The rule does not hold, and the sum alone leads to red at worst.", "rule/1",
        [3, 2, 3, 3, 3, 3, 3, 3], points=15, **{"class": "red"})
    cases.add("scores", "score", "unknown-scheme", "The pack has no scheme of this id.",
              {"scheme": "sum17/1", "ratings": [1] * 8}, {"error": "unknown_scheme"})
    cases.add("scores", "score", "unknown-pack", "No pack of this id ships.",
              {"scheme": "sum16/1", "pack": "brukerplan/1999", "ratings": [1] * 8}, {"error": "unknown_pack"})
