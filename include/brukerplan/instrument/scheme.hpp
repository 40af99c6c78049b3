// A scoring scheme as a pack states it: rules over the colours, points for the colours, or both. No
// public source gives the official formula, so a scheme is named, versioned data. What the parts
// mean together: docs/scoring.md.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/domain.hpp>

namespace brukerplan {

/// Class of the living-conditions index, worst last. `none` always comes with a reason.
enum class index_class : std::uint8_t { none, green, yellow, red, blue_light };

inline constexpr std::array<std::string_view, 5> index_class_tokens{"none", "green", "yellow",
                                                                    "red", "blue_light"};

inline constexpr std::size_t index_class_count = index_class_tokens.size();

[[nodiscard]] constexpr std::string_view token_of(index_class c) noexcept {
    return index_class_tokens[static_cast<std::size_t>(c)];
}

/// Something that holds of an assessment or does not: one domain has a colour or a worse one, or at
/// least so many of other conditions hold. A domain that is not assessed has no colour.
struct colour_condition {
    brukerplan::domain domain = domain::housing;
    rating at_least = rating::red;    ///< `green` holds as soon as the domain is assessed
    std::vector<colour_condition> of; ///< when not empty, the two above say nothing
    int least = 0;                    ///< how many of `of` must hold, 1 to their number

    [[nodiscard]] static colour_condition colour(brukerplan::domain d, rating r) {
        return {d, r, {}, 0};
    }
    [[nodiscard]] static colour_condition some(int least, std::vector<colour_condition> of) {
        return {domain::housing, rating::red, std::move(of), least};
    }
    [[nodiscard]] static colour_condition all(std::vector<colour_condition> of) {
        const auto every = static_cast<int>(of.size());
        return some(every, std::move(of));
    }
    [[nodiscard]] static colour_condition any(std::vector<colour_condition> of) {
        return some(1, std::move(of));
    }
};

/// Whether a condition holds of an assessment.
[[nodiscard]] inline bool holds(const colour_condition& c, assessment a) noexcept {
    if (c.of.empty()) {
        return a[c.domain] >= c.at_least;
    }
    const auto holding = std::count_if(c.of.begin(), c.of.end(),
                                       [&](const colour_condition& one) { return holds(one, a); });
    return holding >= c.least;
}

/// Points by domain and rating; not assessed counts 0.
using point_table = std::array<std::array<std::int32_t, rating_count>, domain_count>;

/// The points of a colour (by rating) times the weight of the domain.
[[nodiscard]] constexpr point_table weighted_points(
    const std::array<std::int32_t, rating_count>& colours,
    const std::array<std::int32_t, domain_count>& weights = {1, 1, 1, 1, 1, 1, 1, 1}) noexcept {
    point_table points{};
    for (std::size_t d = 0; d < domain_count; ++d) {
        for (std::size_t r = 1; r < rating_count; ++r) {
            points[d][r] = weights[d] * colours[r];
        }
    }
    return points;
}

struct scheme_definition {
    /// The class of whoever the condition holds of, when no earlier rule's does.
    struct rule {
        colour_condition when;
        index_class result = index_class::none;
    };
    struct cut_off {
        index_class result = index_class::none;
        std::int32_t from = 0; ///< least number of points
    };

    std::string id; ///< name and version: `sum16/1`
    brukerplan::ground ground = ground::ours;
    text label;

    std::vector<rule> rules;      ///< in order: the first that holds decides
    point_table points{};         ///< all 0 in a scheme without a sum
    std::vector<cut_off> classes; ///< ascending `from`; the last that the points reach decides
    /// The worst class that points lead to; `none` for no such limit.
    index_class cap = index_class::none;
    /// What becomes of those whom neither a rule nor the points place: a class, or `none`.
    std::optional<index_class> otherwise;

    int minimum_assessed = 8; ///< with fewer assessed domains there is no class, unless:
    /// With at least so many assessed domains the points are scaled to eight domains; 0 for never.
    int prorate_from = 0;
    /// Whether a worse colour never gives a better class: checked when it says so.
    bool monotone = true;

    [[nodiscard]] bool has_points() const noexcept { return !classes.empty(); }
    /// The fewest assessed domains that can have a class.
    [[nodiscard]] int fewest_assessed() const noexcept {
        return prorate_from > 0 ? std::min(prorate_from, minimum_assessed) : minimum_assessed;
    }
};

} // namespace brukerplan
