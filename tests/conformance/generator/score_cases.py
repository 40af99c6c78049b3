"""Scores by schemes that ship and by schemes of one's own, worked out by score_definition."""
import random

import own_schemes as own
from score_definition import SHIPPED, SUM16, explained, score

G, Y, R, N = 1, 2, 3, 0  # green, yellow, red, not assessed


def add(cases, name, why, scheme, ratings, pack=None, **known):
    """`scheme` is the id of one that ships, or one of one's own; `known` must be what the description says as well."""
    is_own = isinstance(scheme, dict)
    expected = score(scheme if is_own else SHIPPED[scheme], ratings)
    for key, value in known.items():
        if expected[key.rstrip("_")] != value:
            raise ValueError(f"score/{name}: {key} is known to be {value}, and the description gives {expected}")
    given = {"scheme_json": scheme} if is_own else {"scheme": scheme}
    if pack:
        given["pack"] = pack
    cases.add("scores", "score", name, why, {**given, "ratings": list(ratings)}, expected)


def sum16(cases):
    for reds in range(9):
        points = 2 * reds
        add(cases, f"sum16-reds-{reds}", f"{reds} red and the others green: {points} points.", "sum16/1",
            [R] * reds + [G] * (8 - reds), points=points)
    for yellows in range(1, 9):
        add(cases, f"sum16-yellows-{yellows}", f"{yellows} yellow and the others green: {yellows} points.", "sum16/1",
            [G] * (8 - yellows) + [Y] * yellows, points=yellows)
    for points, edge in ((4, "green"), (5, "yellow"), (8, "yellow"), (9, "red"), (12, "red"), (13, "blue_light")):
        ratings = [R] * (points // 2) + [Y] * (points % 2)
        add(cases, f"sum16-edge-{points}", f"{points} points are at an edge of {edge}.", "sum16/1",
            ratings + [G] * (8 - len(ratings)), points=points, class_=edge)
    for place in range(8):
        add(cases, f"sum16-without-{place}", f"Domain {place} is not assessed, and the scheme needs all eight.", "sum16/1",
            [R] * place + [N] + [R] * (7 - place), answered=7, no_class_reason="too_few_assessed", class_="none", points=0)
        add(cases, f"sum16-only-{place}", f"Only domain {place} is red: every domain counts alike.", "sum16/1",
            [G] * place + [R] + [G] * (7 - place), points=2, class_="green")
    add(cases, "sum16-one-assessed", "One assessed domain is too few.", "sum16/1", [N, N, R] + [N] * 5, answered=1,
        no_class_reason="too_few_assessed")
    add(cases, "sum16-nothing", "Nothing is assessed, which is a reason of its own.", "sum16/1", [N] * 8, answered=0,
        no_class_reason="nothing_assessed")
    add(cases, "sum16-2019", "The pack of 2019 has the same scheme.", "sum16/1", [R, Y, G, R, Y, G, R, Y],
        pack="brukerplan/2019", points=9, class_="red")
    for number in (4, 5, 128, 255):
        add(cases, f"sum16-number-{number}", f"{number} is no rating: nothing is made of the row, and nothing in it is counted.",
            "sum16/1", [G, Y, R, number, G, Y, R, G], class_="none", points=0, answered=0, no_class_reason="unreadable")
    add(cases, "sum16-number-and-missing", "A number that is no rating comes before what is not assessed.", "sum16/1",
        [7] + [N] * 7, no_class_reason="unreadable")


def rule1(cases):
    def rated(activity, mental, substance, social, others=G):
        return [others, activity, others, others, mental, substance, social, others]

    add(cases, "rule-mental-health", "Activity, mental health and social functioning are red: the rule decides.", "rule/1",
        rated(R, R, G, R), points=6, class_="blue_light")
    add(cases, "rule-substance-use", "Activity, substance use and social functioning are red: the rule decides.", "rule/1",
        rated(R, G, R, R), points=6, class_="blue_light")
    add(cases, "rule-both", "Either of the two is enough, and both are no more.", "rule/1", rated(R, R, R, R),
        class_="blue_light")
    for name, ratings in (("activity", rated(Y, R, R, R)), ("social", rated(R, R, R, Y)), ("neither", rated(R, Y, Y, R))):
        add(cases, f"rule-not-{name}", "One part of the rule is yellow, so the sum decides.", "rule/1", ratings,
            class_="yellow")
    add(cases, "rule-capped", "The rule does not hold; the sum alone leads to red at worst, and the points stay.", "rule/1",
        [R, Y, R, R, R, R, R, R], points=15, class_="red")
    add(cases, "rule-sum-13", "13 points without the rule: red.", "rule/1", rated(Y, R, R, R, R)[:7] + [G], points=13,
        class_="red")
    add(cases, "rule-all-green", "No rule and no points.", "rule/1", [G] * 8, points=0, class_="green")
    add(cases, "rule-all-red", "The rule decides; the points are there as well.", "rule/1", [R] * 8, points=16,
        class_="blue_light")
    add(cases, "rule-one-missing", "Without all eight domains not even the rule decides.", "rule/1",
        [N] + rated(R, R, R, R)[1:], answered=7, no_class_reason="too_few_assessed")
    add(cases, "rule-nothing", "Nothing is assessed.", "rule/1", [N] * 8, no_class_reason="nothing_assessed")
    add(cases, "rule-number", "9 is no rating, whatever the other domains are.", "rule/1", [9] + rated(R, R, R, R)[1:],
        no_class_reason="unreadable")


def own_sums(cases):
    for name, why, ratings, known in (
            ("housing", "Housing counts twice: red is 4 points.", [R] + [G] * 7, dict(points=4)),
            ("mental-health", "Mental health counts three times: red is 6 points.", [G] * 4 + [R] + [G] * 3,
             dict(points=6, class_="yellow")),
            ("network", "Network has the weight 0.", [G] * 7 + [R], dict(points=0, class_="green")),
            ("all-red", "2 for each unit of weight; 2 + 3 + 0 and five others are 10.", [R] * 8,
             dict(points=20, class_="blue_light")),
            ("network-missing", "A domain without weight must be assessed like the others.", [R] * 7 + [N],
             dict(no_class_reason="too_few_assessed"))):
        add(cases, f"weighted-{name}", why, own.WEIGHTED, ratings, **known)
    for assessed in (8, 7, 6, 5):
        ratings = [R] * 3 + [G] * (assessed - 3) + [N] * (8 - assessed)
        known = dict(points=48 // assessed) if assessed >= 6 else dict(no_class_reason="too_few_assessed")
        add(cases, f"prorated-{assessed}", "6 points of those assessed, times 8, divided by their number and rounded down; "
            "from six assessed domains on.", own.PRORATED, ratings, **known)
    add(cases, "prorated-edge", "4 x 8 / 7 is 4.57, which has not reached 5.", own.PRORATED, [Y] * 4 + [G] * 3 + [N],
        points=4, class_="green")
    add(cases, "prorated-over-edge", "5 x 8 / 7 is 5.71: 5 points.", own.PRORATED, [Y] * 5 + [G] * 2 + [N], points=5,
        class_="yellow")
    add(cases, "six-not-scaled", "Six are as many as the scheme asks for: the sum stands as it is.", own.SIX_ARE_ENOUGH,
        [R] * 4 + [G] * 2 + [N] * 2, points=8, class_="yellow")
    add(cases, "six-five-scaled", "Five are fewer than the scheme asks for: 8 x 8 / 5 is 12.8.", own.SIX_ARE_ENOUGH,
        [R] * 4 + [G] + [N] * 3, points=12, class_="red")
    add(cases, "six-two", "Two are fewer than may be scaled.", own.SIX_ARE_ENOUGH, [R] * 2 + [N] * 6,
        no_class_reason="too_few_assessed")
    add(cases, "signed-all-green", "8 green are -8 points, below the lowest class.", own.BELOW_NOTHING, [G] * 8,
        no_class_reason="below_classes", points=0, answered=8)
    add(cases, "signed-edge", "Four green and four yellow are -4 points, the lowest class.", own.BELOW_NOTHING,
        [G] * 4 + [Y] * 4, points=-4, class_="green")
    add(cases, "signed-rounds-down", "-1 x 8 / 3 is -2.67, rounded down to -3.", own.BELOW_NOTHING, [G, Y, Y] + [N] * 5,
        points=-3, class_="green")
    add(cases, "signed-below-edge", "-4 x 8 / 7 is -4.57, rounded down to -5: below the lowest class.", own.BELOW_NOTHING,
        [G] * 4 + [Y] * 3 + [N], no_class_reason="below_classes")
    add(cases, "signed-nothing", "With nothing assessed there never is a class.", own.BELOW_NOTHING, [N] * 8,
        no_class_reason="nothing_assessed")
    add(cases, "capped", "16 points reach red, and points lead to yellow at worst.", own.CAPPED, [R] * 8, points=16,
        class_="yellow")
    for i in range(8):
        add(cases, f"by-domain-{i}", f"Red in domain {i} has {3 + 2 * i} points, yellow in the others from 1 to 8.",
            own.BY_DOMAIN, [Y] * i + [R] + [Y] * (7 - i), points=36 - (1 + i) + 3 + 2 * i)
    add(cases, "turned", "The scheme says that a worse colour may give a better class.", own.NOT_MONOTONE, [G] * 8, points=16,
        class_="yellow")
    add(cases, "turned-red", "The scheme says that a worse colour may give a better class.", own.NOT_MONOTONE, [R] * 8,
        points=0, class_="green")


def own_rules(cases):
    for name, why, ratings, known in (
            ("first", "The first rule that holds decides.", [R, G, G, G, R, G, G, G], dict(class_="blue_light")),
            ("any", "One of `any` is enough.", [R, G, G, G, G, R, G, G], dict(class_="blue_light")),
            ("least", "Three reds, and housing is not one of them.", [G, R, R, R, G, G, G, G], dict(class_="red")),
            ("two-reds", "Two reds are at least yellow twice.", [G, R, R, G, G, G, G, G], dict(class_="yellow")),
            ("nothing-holds", "No rule holds, and the scheme says that there is no class then.", [G] * 7 + [Y],
             dict(no_class_reason="no_rule_holds", answered=8)),
            ("missing-holds-nothing", "What is not assessed has no colour, so no condition about it holds.",
             [N, N, N, N, R, R, N, N], dict(class_="yellow", answered=2)),
            ("nothing", "With nothing assessed there never is a class.", [N] * 8, dict(no_class_reason="nothing_assessed")),
            ("all-red", "A scheme of rules alone has no points.", [R] * 8, dict(class_="blue_light", points=0))):
        add(cases, f"rules-{name}", why, own.RULES, ratings, **known)
    for rating, known in ((G, dict(class_="green")), (Y, dict(class_="green")), (R, dict(class_="red")),
                          (N, dict(no_class_reason="no_rule_holds"))):
        add(cases, f"assessed-{rating}", "At least green asks whether the domain is assessed at all.",
            own.ASKS_WHETHER_ASSESSED, [G] * 7 + [rating], **known)
    add(cases, "our-town-rule", "Three of four are red: the rule decides, and the points are there.", own.RULES_THEN_SUM,
        [R, R, G, G, R, G, G, G], points=8, class_="blue_light")
    add(cases, "our-town-sum", "Two of four are red: 4 + 2 points decide.", own.RULES_THEN_SUM, [R, R, G, G, G, G, G, G],
        points=6, class_="yellow")
    add(cases, "our-town-rule-six", "Six assessed domains: the rule decides before points, which are scaled.",
        own.RULES_THEN_SUM, [R, R, N, N, R, G, G, G], points=10, class_="blue_light", answered=6)
    add(cases, "our-town-five", "Five assessed domains are too few even for the rule.", own.RULES_THEN_SUM,
        [R, R, N, N, R, G, G, N], no_class_reason="too_few_assessed")


def by_chance(cases):
    """Assessments by chance, the same each time."""
    chance = random.Random(2024)
    for scheme in ("sum16/1", "rule/1", own.WEIGHTED, own.PRORATED, own.RULES, own.RULES_THEN_SUM):
        scheme_id = scheme["id"] if isinstance(scheme, dict) else scheme
        for i in range(5):
            ratings = [chance.choice((G, Y, R) if i < 4 else (N, G, Y, R)) for _ in range(8)]
            decided = explained(scheme if isinstance(scheme, dict) else SHIPPED[scheme], ratings)
            add(cases, f"chance-{scheme_id.replace('/', '-')}-{i}", f"By chance, under {scheme_id}: {decided}.", scheme, ratings)


def refusals(cases):
    def refuse(name, why, error, **given):
        cases.add("refusals", "score", f"refused-{name}", why, {**given, "ratings": [G] * 8}, {"error": error})

    refuse("unknown-scheme", "The pack has no scheme of this id.", "unknown_scheme", scheme="sum17/1")
    refuse("scheme-without-version", "The id of a scheme has its version.", "unknown_scheme", scheme="sum16")
    refuse("unknown-pack", "No pack of this id ships.", "unknown_pack", scheme="sum16/1", pack="brukerplan/1999")
    refuse("survey", "The municipality survey has no scheme: it is not about recipients.", "unknown_scheme",
           scheme="sum16/1", pack="municipality-survey/2019")
    for name, scheme, why in own.REFUSED:
        refuse(name, why, "invalid_scheme", scheme_json=scheme)
    refuse("list", "A scheme is a JSON object.", "invalid_scheme", scheme_json=[SUM16])


def add_cases(cases):
    for part in (sum16, rule1, own_sums, own_rules, by_chance, refusals):
        part(cases)
