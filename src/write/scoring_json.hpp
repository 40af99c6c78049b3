// Explanations and comparisons of schemes as JSON.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/scoring/comparison.hpp>
#include <brukerplan/scoring/explanation.hpp>

namespace brukerplan::detail {

/// `brukerplan/explanation`, version 1: docs/scoring.md.
[[nodiscard]] boost::json::object explanation_object(const explanation& e, const scheme& by,
                                                     std::string_view language);

/// `brukerplan/scheme-comparison`, version 1: docs/scoring.md.
[[nodiscard]] boost::json::object comparison_object(const scheme_comparison& compared,
                                                    std::string_view first,
                                                    std::string_view second);

/// Columns of a comparison as a list: a row for each class under the first scheme and one for all
/// together, a column for each class under the second.
inline constexpr std::array<std::string_view, 11> comparison_columns{
    "first", "class",      "second", "none",    "green",        "yellow",
    "red",   "blue_light", "total",  "changed", "share_changed"};

/// The same for a reader who has been told the names of the schemes.
inline constexpr std::array<std::string_view, 8> comparison_table_columns{
    "class", "none", "green", "yellow", "red", "blue_light", "total", "changed"};

/// `share_changed` is null in a row without persons.
[[nodiscard]] std::vector<boost::json::object>
comparison_rows(const scheme_comparison& compared, std::string_view first, std::string_view second);

} // namespace brukerplan::detail
