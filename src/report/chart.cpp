#include "report/chart.hpp"

#include <algorithm>

#include "report/chart_parts.hpp"
#include "report/share.hpp"
#include "report/wrap.hpp"

namespace brukerplan::detail {

namespace {

// A chart of more rows than fit on a sheet of paper is cut into panels of a few rows each, which
// flow down two columns and over to the next sheet.
constexpr std::size_t rows_in_one_chart = 12;
constexpr std::size_t rows_in_a_panel = 6;

// What fits on one line at 288 and at 560 pixels, the narrowest screens that show each variant.
constexpr std::size_t narrow_label_width = 40;
constexpr std::size_t wide_label_width = 76;

int row_height(chart_kind kind) {
    switch (kind) {
    case chart_kind::stacked:
        return stacked_row_height;
    case chart_kind::bars:
        return bars_row_height;
    case chart_kind::paired:
        break;
    }
    return paired_row_height;
}

std::size_t label_lines(const chart_input& input, const report_row& row) {
    return wrap(input.language.words(row.label), narrow_label_width).size();
}

std::size_t most_label_lines(const chart_input& input) {
    std::size_t most = 1;
    for (const auto* row : input.rows) {
        most = std::max(most, label_lines(input, *row));
    }
    return most;
}

void draw_lines(svg_writer& svg, std::span<const std::string> lines, std::string_view css,
                int last_baseline) {
    int y = last_baseline - label_line * (static_cast<int>(lines.size()) - 1);
    for (const auto& line : lines) {
        svg.text("text", {{"class", css}, {"x", "0"}, {"y", std::to_string(y)}}, line);
        y += label_line;
    }
}

std::string draw_panel(const chart_panel& panel, const std::string& id, const std::string& title) {
    const auto kind = panel.input.table.chart;
    int height = 0;
    for (const auto* row : panel.rows) {
        height += label_height(panel, *row) + row_height(kind);
    }
    svg_writer svg;
    svg.open("svg", {{"class", "chart"},
                     {"role", "img"},
                     {"aria-labelledby", id + "-title " + id + "-desc"},
                     {"width", "100%"},
                     {"height", std::to_string(height)}});
    svg.text("title", {{"id", id + "-title"}}, title);
    svg.text("desc", {{"id", id + "-desc"}}, panel.input.description);
    int top = 0;
    for (const auto* row : panel.rows) {
        svg.open("g", {});
        const int y = draw_label(svg, panel, *row, top);
        if (kind == chart_kind::stacked) {
            draw_stacked_row(svg, panel, *row, y);
        } else {
            draw_bars_row(svg, panel, *row, y);
        }
        svg.close();
        top = y + row_height(kind);
    }
    svg.close();
    return std::move(svg).take();
}

} // namespace

bool can_draw(std::span<const report_row* const> rows) {
    return std::any_of(rows.begin(), rows.end(), [](const report_row* row) {
        return std::any_of(row->counts.begin(), row->counts.end(), [](auto n) { return n > 0; });
    });
}

int label_height(const chart_panel& panel, const report_row& row) {
    const auto lines = panel.narrow ? label_lines(panel.input, row) : panel.label_lines;
    return label_baseline + 7 + label_line * (static_cast<int>(lines) - 1);
}

int draw_label(svg_writer& svg, const chart_panel& panel, const report_row& row, int top) {
    const auto label = panel.input.language.words(row.label);
    const auto narrow = wrap(label, narrow_label_width);
    const auto wide = wrap(label, wide_label_width);
    const int below = top + label_height(panel, row);
    const int baseline = below - 7;
    if (panel.narrow || narrow == wide) {
        draw_lines(svg, narrow, "label", baseline);
    } else {
        draw_lines(svg, narrow, "label at-n", baseline);
        draw_lines(svg, wide, "label at-m at-w", baseline);
    }
    return below;
}

void draw_bar(svg_writer& svg, const token_style& style, const bar_box& box) {
    const auto x = svg_percent(box.x);
    const auto width = svg_percent(box.width);
    const auto y = std::to_string(box.y);
    const auto height = std::to_string(box.height);
    const auto fill = "s-" + std::string{style.css};
    const auto edge = "e-" + std::string{style.css};
    const auto pattern = "url(#p-" + std::string{style.css} + ")";
    svg.leaf("rect", {{"class", fill}, {"x", x}, {"y", y}, {"width", width}, {"height", height}});
    svg.leaf("rect", {{"class", edge},
                      {"fill", pattern},
                      {"x", x},
                      {"y", y},
                      {"width", width},
                      {"height", height}});
}

std::string value_text(const chart_input& input, const report_row& row, std::size_t column) {
    const auto& numbers = input.language.numbers();
    const auto share =
        numbers.share(row.counts[column], input.table.columns[column].denominator.count);
    return input.language.message("share_and_count", share, numbers.count(row.counts[column]));
}

std::string cell_text(const chart_input& input, const report_row& row, std::size_t column) {
    const auto& language = input.language;
    const auto label = language.words(row.label);
    const auto value = value_text(input, row, column);
    return input.table.chart == chart_kind::bars
               ? language.message("bar_cell", label, value)
               : language.message("cell", label, language.words(input.table.columns[column].label),
                                  value);
}

std::vector<std::string> draw_chart(const chart_input& input) {
    const auto n = input.rows.size();
    const auto panels = n <= rows_in_one_chart ? 1 : (n + rows_in_a_panel - 1) / rows_in_a_panel;
    const auto largest = largest_share(input);
    const auto lines = most_label_lines(input);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < panels; ++i) {
        const auto begin = n * i / panels;
        const auto end = n * (i + 1) / panels;
        const auto id =
            "chart-" + input.table.id + (panels == 1 ? "" : "-" + std::to_string(i + 1));
        const auto title = panels == 1
                               ? input.title
                               : input.language.message("panel_title", input.title,
                                                        input.language.numbers().count(i + 1),
                                                        input.language.numbers().count(panels));
        result.push_back(
            draw_panel({input, input.rows.subspan(begin, end - begin), largest, lines, panels > 1},
                       id, title));
    }
    return result;
}

} // namespace brukerplan::detail
