// The charts of a report as SVG. Widths are percentages, heights are pixels, so that a chart fills
// its column on a phone, a desk and paper without scaling its text.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/language.hpp"
#include "report/report_document.hpp"

namespace brukerplan::detail {

/// Borrows everything for the length of the call.
struct chart_input {
    const report_table& table;
    std::span<const report_row* const> rows;
    const report_language& language;
    std::string title;
    std::string description;
};

/// False when there is nothing to draw: no rows, or only zeros.
[[nodiscard]] bool can_draw(std::span<const report_row* const> rows);

/// One `<svg>`, or several when there are too many rows for one page: they are meant to flow down
/// two columns where there is room. Needs `can_draw`.
[[nodiscard]] std::vector<std::string> draw_chart(const chart_input& input);

} // namespace brukerplan::detail
