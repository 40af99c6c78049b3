// What a bplan_scheme holds, and the eight ratings of one recipient.
#pragma once

#include <optional>

#include <brukerplan/brukerplan.h>
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

} // namespace brukerplan::capi
