// What a bplan_scheme holds, and the eight ratings of one recipient and of many.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include <brukerplan/brukerplan.h>
#include <brukerplan/scoring/batch.hpp>
#include <brukerplan/scoring/scheme.hpp>

#include "guard.hpp"

struct bplan_scheme {
    const brukerplan::scheme compiled;
};

namespace brukerplan::capi {

[[nodiscard]] inline const scheme& scheme_argument(const bplan_scheme* scheme) {
    return required(scheme, "scheme").compiled;
}

/// None when one of the eight numbers is no rating.
[[nodiscard]] inline std::optional<assessment> assessment_of(const std::uint8_t* ratings) {
    const auto* numbers = &required(ratings, "ratings");
    assessment result;
    for (const domain d : all_domains) {
        const auto number = numbers[static_cast<std::size_t>(d)];
        if (number >= rating_count) {
            return std::nullopt;
        }
        result.set(d, static_cast<rating>(number));
    }
    return result;
}

/// The eight columns; they may be null when there are no rows.
[[nodiscard]] inline rating_columns ratings_argument(const std::uint8_t** ratings,
                                                     std::size_t count) {
    rating_columns result{};
    if (count > 0) {
        const auto* columns = &required(ratings, "ratings");
        for (std::size_t d = 0; d < result.size(); ++d) {
            result[d] = &required(columns[d], "a column of ratings");
        }
    }
    return result;
}

/// Bytes from a rating to that of the next row, by domain; they may be null when there are no rows.
[[nodiscard]] inline std::array<std::ptrdiff_t, domain_count>
strides_argument(const std::int64_t* strides, std::size_t count) {
    std::array<std::ptrdiff_t, domain_count> result{};
    if (count > 0) {
        std::copy_n(&required(strides, "strides"), result.size(), result.begin());
    }
    return result;
}

} // namespace brukerplan::capi
