// What a scheme says about one assessment, worked out from its definition on the spot.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/assessment.hpp>

namespace brukerplan {

/// Why an assessment has no class.
enum class no_class_reason : std::uint8_t {
    none, ///< it has a class
    nothing_assessed,
    too_few_assessed, ///< fewer domains assessed than the scheme needs
    below_classes,    ///< the points lie below the lowest class of the scheme
    unreadable,       ///< the row could not be read as a record, or a number was no rating
    no_rule_holds,    ///< the scheme has rules alone, and none of them holds
};

inline constexpr std::array<std::string_view, 6> no_class_reason_tokens{
    "", "nothing_assessed", "too_few_assessed", "below_classes", "unreadable", "no_rule_holds"};

[[nodiscard]] constexpr std::string_view token_of(no_class_reason r) noexcept {
    return no_class_reason_tokens[static_cast<std::size_t>(r)];
}

/// What a scheme says about one assessment. `points` means something only with a class, and in a
/// scheme that has points.
struct score {
    std::int32_t points = 0;
    index_class result = index_class::none;
    no_class_reason reason = no_class_reason::none;
    std::uint8_t answered = 0; ///< number of domains assessed, 0 to 8

    [[nodiscard]] constexpr bool has_class() const noexcept { return result != index_class::none; }
    friend constexpr bool operator==(const score&, const score&) noexcept = default;
};

/// What decided about an assessment.
struct decision {
    enum class basis : std::uint8_t { too_few, rule, points, cap, otherwise, nothing };

    basis by = basis::nothing;
    std::size_t index = 0; ///< of the rule, or of the cut-off that the points reach
    friend constexpr bool operator==(const decision&, const decision&) noexcept = default;
};

/// Points that `answered` domains gave, scaled to all eight and rounded down. Cut-offs are whole
/// numbers, so the rounded points reach one exactly when the fraction does: 8 * points / answered
/// is at least n if and only if its floor is.
[[nodiscard]] constexpr std::int32_t prorated(std::int32_t points, int answered) noexcept {
    const auto scaled = points * static_cast<std::int32_t>(domain_count);
    const auto whole = scaled / answered;
    return whole - (scaled % answered < 0 ? 1 : 0);
}

/// The points of an assessment of which `answered` domains are assessed, at least one.
[[nodiscard]] constexpr std::int32_t final_points(const scheme_definition& by, std::int32_t sum,
                                                  int answered) noexcept {
    return answered < by.minimum_assessed ? prorated(sum, answered) : sum;
}

/// What the points lead to.
[[nodiscard]] inline decision decide_by_points(const scheme_definition& by,
                                               std::int32_t points) noexcept {
    const auto above = std::find_if(by.classes.begin(), by.classes.end(),
                                    [&](const auto& c) { return points < c.from; });
    if (above == by.classes.begin()) {
        return {by.otherwise ? decision::basis::otherwise : decision::basis::nothing, 0};
    }
    const auto reached = static_cast<std::size_t>(above - by.classes.begin()) - 1;
    const bool capped = by.cap != index_class::none && by.classes[reached].result > by.cap;
    return {capped ? decision::basis::cap : decision::basis::points, reached};
}

/// The score that a decision makes.
[[nodiscard]] inline score scored(const scheme_definition& by, decision d, std::int32_t points,
                                  int answered) noexcept {
    score s;
    s.answered = static_cast<std::uint8_t>(answered);
    switch (d.by) {
    case decision::basis::too_few:
        s.reason =
            answered == 0 ? no_class_reason::nothing_assessed : no_class_reason::too_few_assessed;
        return s;
    case decision::basis::rule:
        s.result = by.rules[d.index].result;
        break;
    case decision::basis::points:
        s.result = by.classes[d.index].result;
        break;
    case decision::basis::cap:
        s.result = by.cap;
        break;
    case decision::basis::otherwise:
        s.result = *by.otherwise;
        break;
    case decision::basis::nothing:
        break;
    }
    if (!s.has_class()) {
        s.reason =
            by.has_points() ? no_class_reason::below_classes : no_class_reason::no_rule_holds;
        return s;
    }
    s.points = points;
    return s;
}

/// Sum of the points of the assessed domains, before any scaling.
[[nodiscard]] constexpr std::int32_t sum_of_points(const point_table& points,
                                                   assessment a) noexcept {
    std::int32_t sum = 0;
    for (const domain d : all_domains) {
        sum += points[static_cast<std::size_t>(d)][static_cast<std::size_t>(a[d])];
    }
    return sum;
}

/// What decides about an assessment, and with how many points.
struct reasoned_score {
    brukerplan::score score;
    decision decided;
};

/// The definition applied to one assessment: what a compiled scheme holds, worked out on the spot.
[[nodiscard]] inline reasoned_score reason_by_definition(const scheme_definition& by,
                                                         assessment a) noexcept {
    const int answered = a.assessed();
    if (answered == 0 || answered < by.fewest_assessed()) {
        const decision few{decision::basis::too_few, 0};
        return {scored(by, few, 0, answered), few};
    }
    const auto points = final_points(by, sum_of_points(by.points, a), answered);
    const auto rule = std::find_if(by.rules.begin(), by.rules.end(),
                                   [&](const auto& r) { return holds(r.when, a); });
    const auto decided =
        rule != by.rules.end()
            ? decision{decision::basis::rule, static_cast<std::size_t>(rule - by.rules.begin())}
            : decide_by_points(by, points);
    return {scored(by, decided, points, answered), decided};
}

[[nodiscard]] inline score score_by_definition(const scheme_definition& by, assessment a) noexcept {
    return reason_by_definition(by, a).score;
}

} // namespace brukerplan
