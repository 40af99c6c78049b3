// Bars from a common zero, one or two for each row, with the value behind the bar.
#include <algorithm>

#include "report/chart_parts.hpp"
#include "report/share.hpp"

namespace brukerplan::detail {

namespace {

// The longest bar takes 70 % of the width; the rest is for its value, 86 pixels on a phone.
constexpr std::int64_t longest_bar = 70;
constexpr std::int64_t whole = 1'000'000;

/// Of the column's denominator, in millionths.
std::int64_t share(const report_table& table, const report_row& row, std::size_t column) {
    const auto denominator = table.columns[column].denominator.count;
    return denominator == 0 ? 0 : row.counts[column] * whole / denominator;
}

} // namespace

std::int64_t largest_share(const chart_input& input) {
    std::int64_t largest = 1;
    for (const auto* row : input.rows) {
        for (std::size_t j = 0; j < row->counts.size(); ++j) {
            largest = std::max(largest, share(input.table, *row, j));
        }
    }
    return largest;
}

void draw_bars_row(svg_writer& svg, const chart_panel& panel, const report_row& row, int y) {
    const auto& table = panel.input.table;
    const bool paired = table.chart == chart_kind::paired;
    const int height = paired ? 13 : 19;
    for (std::size_t j = 0; j < row.counts.size(); ++j) {
        const auto style = paired ? (j == 0 ? first_style : second_style) : style_of(row.token);
        const auto length =
            hundredths_of_percent(share(table, row, j) * longest_bar, panel.largest * 100);
        const int top = y + static_cast<int>(j) * (height + 1);
        svg.open("g", {});
        svg.text("title", {}, cell_text(panel.input, row, j));
        draw_bar(svg, style, {.x = 0, .width = length, .y = top, .height = height});
        svg.leaf("rect", {{"class", "zero"},
                          {"x", "0"},
                          {"y", std::to_string(top)},
                          {"width", "2"},
                          {"height", std::to_string(height)}});
        svg.text("text",
                 {{"class", "value outside"},
                  {"x", svg_percent(length)},
                  {"dx", "8"},
                  {"y", std::to_string(top + height / 2 + 5)}},
                 value_text(panel.input, row, j));
        svg.close();
    }
}

} // namespace brukerplan::detail
