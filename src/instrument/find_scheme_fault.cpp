// What a scheme is checked for when it is loaded, over all 65 536 assessments.
#include <algorithm>
#include <vector>

#include <brukerplan/instrument/detail/score_table.hpp>
#include <brukerplan/instrument/load_scheme.hpp>

namespace brukerplan {

namespace {

/// The domains in which one assessment differs from another, as the latter has them.
std::string changes(assessment from, assessment to) {
    std::string result;
    for (const domain d : all_domains) {
        if (from[d] != to[d]) {
            result += (result.empty() ? "" : ", ") + std::string{token_of(d)} + " " +
                      std::string{token_of(to[d])};
        }
    }
    return result;
}

using fault = std::optional<scheme_fault>;

/// What decided about whom.
struct outcome {
    std::vector<score> scores = std::vector<score>(assessment::space);
    std::vector<std::uint64_t> by_rule;
    std::vector<std::uint64_t> by_cut_off;
    std::uint64_t capped = 0;
    std::uint64_t by_otherwise = 0;
    std::optional<assessment> gap; ///< the first that nothing decides about
};

outcome outcome_of(const scheme_definition& scheme) {
    outcome result;
    result.by_rule.resize(scheme.rules.size());
    result.by_cut_off.resize(scheme.classes.size());
    detail::decide_all(scheme, [&](assessment a, decision d, std::int32_t points, int answered) {
        result.scores[a.code()] = scored(scheme, d, points, answered);
        switch (d.by) {
        case decision::basis::too_few:
            break;
        case decision::basis::rule:
            ++result.by_rule[d.index];
            break;
        case decision::basis::cap:
            ++result.capped;
            [[fallthrough]];
        case decision::basis::points:
            ++result.by_cut_off[d.index];
            break;
        case decision::basis::otherwise:
            ++result.by_otherwise;
            break;
        case decision::basis::nothing:
            if (!result.gap) {
                result.gap = a;
            }
            break;
        }
    });
    return result;
}

fault gap_fault(const scheme_definition& scheme, const outcome& found) {
    if (!found.gap) {
        return std::nullopt;
    }
    if (!scheme.has_points()) {
        return scheme_fault{"/rules",
                            "no rule holds of: " + describe(*found.gap) +
                                "; add a rule, or \"otherwise\" with a class or \"none\""};
    }
    const auto points =
        final_points(scheme, sum_of_points(scheme.points, *found.gap), found.gap->assessed());
    return scheme_fault{"/classes", "no class begins at or below " + std::to_string(points) +
                                        " points, those of: " + describe(*found.gap) +
                                        "; begin lower, or add \"otherwise\""};
}

/// Why no assessment is left for a rule.
fault dead_rule(const scheme_definition& scheme, std::size_t dead) {
    const auto& rule = scheme.rules[dead];
    const auto path = "/rules/" + std::to_string(dead);
    std::optional<assessment> example;
    detail::where(rule.when).each([&](assessment a) {
        if (!example && a.assessed() >= std::max(1, scheme.fewest_assessed())) {
            example = a;
        }
    });
    if (!example) {
        return scheme_fault{path, "the rule holds of no assessment"};
    }
    const auto earlier = std::find_if(scheme.rules.begin(), scheme.rules.end(),
                                      [&](const auto& r) { return holds(r.when, *example); });
    return scheme_fault{path,
                        "the rule never decides: wherever it holds an earlier one does, as rule " +
                            std::to_string(earlier - scheme.rules.begin() + 1) +
                            " for: " + describe(*example)};
}

fault dead_part(const scheme_definition& scheme, const outcome& found) {
    for (std::size_t i = 0; i < found.by_rule.size(); ++i) {
        if (found.by_rule[i] == 0) {
            return dead_rule(scheme, i);
        }
    }
    for (std::size_t i = 0; i < found.by_cut_off.size(); ++i) {
        if (found.by_cut_off[i] == 0) {
            return scheme_fault{"/classes/" + std::to_string(i),
                                "no assessment is placed by this cut-off"};
        }
    }
    if (scheme.cap != index_class::none && found.capped == 0) {
        return scheme_fault{"/cap", "the points never lead to a worse class"};
    }
    if (scheme.otherwise && found.by_otherwise == 0) {
        return scheme_fault{"/otherwise", "nothing is left for it"};
    }
    return std::nullopt;
}

/// Every way from better to worse colours leads through steps of one domain by one colour, and a
/// step makes the code larger. So one pass by code carries along, for each assessment, the one with
/// the worst class among those that are nowhere worse rated.
fault not_monotone(const scheme_definition& scheme, const std::vector<score>& scores) {
    if (!scheme.monotone) {
        return std::nullopt;
    }
    std::vector<std::uint16_t> worst(assessment::space);
    for (const assessment a : all_assessments) {
        worst[a.code()] = a.code();
        const auto& here = scores[a.code()];
        if (here.answered == 0 || here.answered < scheme.fewest_assessed()) {
            continue;
        }
        for (const domain d : all_domains) {
            if (a[d] <= rating::green) {
                continue;
            }
            const auto better = a.with(d, a[d] == rating::red ? rating::yellow : rating::green);
            const auto candidate = worst[better.code()];
            if (scores[candidate].result > scores[worst[a.code()]].result) {
                worst[a.code()] = candidate;
            }
        }
        const auto before = worst[a.code()];
        if (here.has_class() && scores[before].result > here.result) {
            return scheme_fault{
                "", "not monotone: " + std::string{token_of(scores[before].result)} + " for " +
                        describe(assessment{before}) + ", but " +
                        std::string{token_of(here.result)} + " with " +
                        changes(assessment{before}, a) + "; or add \"monotone\": false"};
        }
    }
    return std::nullopt;
}

} // namespace

std::string describe(assessment a) {
    std::string text;
    for (const domain d : all_domains) {
        if (a[d] != rating::not_assessed) {
            text += (text.empty() ? "" : ", ") + std::string{token_of(d)} + " " +
                    std::string{token_of(a[d])};
        }
    }
    return text.empty() ? "nothing assessed" : text;
}

std::optional<scheme_fault> find_fault(const scheme_definition& scheme) {
    const auto found = outcome_of(scheme);
    if (auto gap = gap_fault(scheme, found)) {
        return gap;
    }
    if (auto dead = dead_part(scheme, found)) {
        return dead;
    }
    return not_monotone(scheme, found.scores);
}

} // namespace brukerplan
