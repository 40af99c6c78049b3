// Explanations and comparisons of schemes as JSON.
#pragma once

#include <array>
#include <string_view>

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

/// Columns of a comparison as a list: a row for each class under the first scheme, a column for
/// each class under the second, the sum, and those of the row that change class.
inline constexpr std::array<std::string_view, 8> comparison_columns{
    "class", "none", "green", "yellow", "red", "blue_light", "total", "changed"};

/// One row; for all classes together `sum_row`.
[[nodiscard]] boost::json::object comparison_row(const scheme_comparison& compared,
                                                 index_class first);
[[nodiscard]] boost::json::object comparison_sum_row(const scheme_comparison& compared);

} // namespace brukerplan::detail
