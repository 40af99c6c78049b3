// What the kinds of chart share: panels, row labels and patterned bars.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/chart.hpp"
#include "report/svg_writer.hpp"
#include "report/token_style.hpp"

namespace brukerplan::detail {

/// Baseline of a one-line label, and what each further line adds, in pixels.
inline constexpr int label_baseline = 14;
inline constexpr int label_line = 16;

/// The part of a chart that is drawn into one `<svg>`.
struct chart_panel {
    const chart_input& input;
    std::span<const report_row* const> rows;
    /// The largest share of the whole chart, in millionths: the scale of bars.
    std::int64_t largest = 1;
    /// Lines that the longest label of the chart takes on a phone. Rows stand at even distances, so
    /// all leave room for that many, except in panels, where room is scarce.
    std::size_t label_lines = 1;
    /// Set when panels stand side by side, so that even on a wide screen there is little room.
    bool narrow = false;
};

/// A row that is drawn at `top`. Draws the label and gives the y of what comes below it.
int draw_label(svg_writer& svg, const chart_panel& panel, const report_row& row, int top);

/// How many pixels the label of a row takes.
[[nodiscard]] int label_height(const chart_panel& panel, const report_row& row);

struct bar_box {
    std::int64_t x = 0;     ///< hundredths of a percent of the chart's width
    std::int64_t width = 0; ///< the same
    int y = 0;
    int height = 0;
};

/// A filled box and its pattern.
void draw_bar(svg_writer& svg, const token_style& style, const bar_box& box);

/// Tooltip text: `Bosituasjon: Groenn 51 % (200)`.
[[nodiscard]] std::string cell_text(const chart_input& input, const report_row& row,
                                    std::size_t column);

/// `51 % (200)`.
[[nodiscard]] std::string value_text(const chart_input& input, const report_row& row,
                                     std::size_t column);

/// At least 1.
[[nodiscard]] std::int64_t largest_share(const chart_input& input);

// One kind of chart each: the height of a row without its label, and the drawing below the label.
inline constexpr int stacked_row_height = 52;
inline constexpr int bars_row_height = 37;
inline constexpr int paired_row_height = 42;
void draw_stacked_row(svg_writer& svg, const chart_panel& panel, const report_row& row, int y);
void draw_bars_row(svg_writer& svg, const chart_panel& panel, const report_row& row, int y);

} // namespace brukerplan::detail
