// Counties through time. A municipality's county is the first two digits of its code, and that only
// for as long as the code is valid: Rindal was in county 15 as 1567 and is in 50 as 5061.
#pragma once

#include <optional>
#include <string_view>

#include <brukerplan/identity/municipality_code.hpp>

namespace brukerplan {

/// One county with one code. Refers to constant tables. Source: Statistics Norway, KLASS 104.
struct county {
    std::string_view code;               // two digits
    std::string_view name;               // Norwegian, UTF-8
    std::string_view multilingual_label; // as of 2025, joined by " - "; empty when there is none.
                                         // Since when it holds is not in the facts.
    date valid_from;
    std::optional<date> valid_to; // exclusive; nothing: no end known
};

/// The county with this two-digit code on `day`; null when there is none, and before
/// `municipality_facts_from`.
[[nodiscard]] constexpr const county* find_county(std::string_view code, date day) noexcept;

[[nodiscard]] constexpr bool county_valid_on(std::string_view code, date day) noexcept;

/// The counties on `day` in order of code: a forward range of `const county&` with `count()`.
[[nodiscard]] constexpr auto counties_on(date day) noexcept;

/// The county in which the municipality with this code lies on `day`; null when the code is not
/// valid on that day.
[[nodiscard]] constexpr const county* county_of_municipality(std::string_view municipality_code,
                                                             date day) noexcept;

} // namespace brukerplan

#include <brukerplan/identity/detail/county_lookup.hpp>
