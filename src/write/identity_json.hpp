// Answers about numbers and municipality codes as JSON objects with the frozen names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/identity/checked_number.hpp>
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

} // namespace brukerplan::detail
