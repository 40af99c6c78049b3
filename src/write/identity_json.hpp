// Answers about numbers and municipality codes as JSON objects with the frozen names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/identity/checked_number.hpp>
#include <brukerplan/identity/municipality_trace.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan::detail {

inline constexpr std::array<std::string_view, 8> number_check_columns{
    "line", "valid", "kinds", "birth_years", "sex", "rules", "reason", "position"};

/// `reason` and `position` are null where there is none.
[[nodiscard]] boost::json::object number_check_object(std::uint64_t line,
                                                      const checked_number& check);

/// What a municipality code is on a date, and, when `to` is given, what it is then.
[[nodiscard]] boost::json::object municipality_object(std::string_view code, date on,
                                                      std::optional<date> to);

/// What a municipality is on another date, by a trace that has been made.
[[nodiscard]] boost::json::object municipality_trace_object(std::string_view code, date on, date to,
                                                            const municipality_trace& trace);

/// The municipalities on a date.
[[nodiscard]] boost::json::object municipality_list_object(date on);

/// The municipalities of a name on a date, or, without one, at any time.
[[nodiscard]] boost::json::object municipalities_named_object(std::string_view name,
                                                              std::optional<date> on);

} // namespace brukerplan::detail
