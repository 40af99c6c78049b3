// Municipality, county and district codes. A code is text and stands for something only on a date.
#pragma once

#include <cstdint>
#include <string_view>

#include <brukerplan/c/document.hpp>

namespace brukerplan_c {

namespace municipality {

/// Any text has an answer.
[[nodiscard]] inline result<municipality_validity> validity(std::string_view code,
                                                            date on) noexcept {
    return detail::call<municipality_validity>(bplan_municipality_get_validity, code, on);
}

// These give JSON: docs/c-api.md.

/// Everything about a code on a date, and with a second date also what it is then.
[[nodiscard]] inline result<document> describe(std::string_view code, date on,
                                               date then = {}) noexcept {
    return detail::call<document>(bplan_municipality_describe, code, on, then);
}
/// What the municipality with a code on one date is on another. `weights`, JSON, resolve splits.
[[nodiscard]] inline result<document> trace(std::string_view code, date from, date to,
                                            std::string_view weights = {}) noexcept {
    return detail::call<document>(bplan_municipality_trace, code, from, to, weights);
}
/// The municipalities of a name on a date; at any time without one.
[[nodiscard]] inline result<document> find_by_name(std::string_view name, date on = {}) noexcept {
    return detail::call<document>(bplan_municipality_find_by_name, name, on);
}
[[nodiscard]] inline result<document> list(date on) noexcept {
    return detail::call<document>(bplan_municipality_list, on);
}

/// Whether two codes, each on its date, are the same territory.
[[nodiscard]] inline result<bool> same_territory(std::string_view first, date first_on,
                                                 std::string_view second, date second_on) noexcept {
    return detail::call<bool>(bplan_municipality_same_territory, first, first_on, second,
                              second_on);
}

/// How many codes stand: bplan_municipality_check_many(). Gives how many are valid.
[[nodiscard]] inline result<std::int64_t> check_many(const char* codes, std::int64_t codes_stride,
                                                     const std::int32_t* days,
                                                     std::int64_t days_stride, std::int64_t count,
                                                     std::int8_t* validities) noexcept {
    return detail::call<std::int64_t>(bplan_municipality_check_many, codes, codes_stride, days,
                                      days_stride, count, validities);
}

} // namespace municipality

namespace county {
/// Whether a code of two digits is a county's on a date.
[[nodiscard]] inline result<bool> valid(std::string_view code, date on) noexcept {
    return detail::call<bool>(bplan_county_get_valid, code, on);
}
} // namespace county

namespace district {
/// Whether a code of six digits is a city district's on a date.
[[nodiscard]] inline result<bool> valid(std::string_view code, date on) noexcept {
    return detail::call<bool>(bplan_district_get_valid, code, on);
}
} // namespace district

} // namespace brukerplan_c
