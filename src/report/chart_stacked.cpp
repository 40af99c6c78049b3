// A bar that is divided: each segment carries its colour, its pattern, its mark and as much text as
// fits. What fits depends on the width of the page, so a segment may hold one text for each width.
#include <algorithm>
#include <array>

#include "report/chart_parts.hpp"
#include "report/share.hpp"
#include "report/wrap.hpp"

namespace brukerplan::detail {

namespace {

constexpr int bar_height = 32;
constexpr int text_baseline = 21; // from the top of the bar
constexpr int mark_offset = 5;    // from the left edge of the segment
constexpr int text_offset = 19;
constexpr int text_offset_without_mark = 6;
constexpr int mark_room = 16;

struct viewport {
    std::string_view css; ///< a class that report.css shows at these widths only
    int width;            ///< the least width of the chart there, in pixels
    int character;        ///< the width of a character, generously, in tenths of a pixel
};
// Phones from 360 pixels; small windows; wide windows and A4 paper. report.css has the limits.
constexpr std::array<viewport, 3> viewports{
    {{"at-n", 328, 75}, {"at-m", 560, 81}, {"at-w", 800, 81}}};

struct segment {
    token_style style;
    bar_box box;
    std::array<std::string, 3> texts; ///< from the fullest to the shortest
};

int pixels(const segment& s, const viewport& v) {
    return static_cast<int>(s.box.width * v.width / 10'000);
}

/// Which of the texts fits at this width; the number of texts when none does.
std::size_t fitting_text(const segment& s, const viewport& v) {
    constexpr int margin = 4;
    const int offset = s.style.mark.empty() ? text_offset_without_mark : text_offset;
    const auto fits = [&](const std::string& words) {
        const auto width = static_cast<int>(length_of(words)) * v.character / 10;
        return offset + width + margin <= pixels(s, v);
    };
    return static_cast<std::size_t>(std::find_if(s.texts.begin(), s.texts.end(), fits) -
                                    s.texts.begin());
}

/// `base` and the classes of the viewports where `shows` holds. A narrow panel has one text for
/// every width, so it needs no class. `anywhere`: whether there is such a viewport.
template <class F>
std::string classes(std::string_view base, bool narrow, bool& anywhere, F&& shows) {
    std::string result{base};
    anywhere = false;
    for (const auto& v : viewports) {
        const bool shown = shows(v);
        anywhere = anywhere || shown;
        if (shown && !narrow) {
            result += ' ';
            result += v.css;
        }
        if (narrow) {
            break;
        }
    }
    return result;
}

void draw_texts(svg_writer& svg, const chart_panel& panel, const segment& s) {
    const auto x = svg_percent(s.box.x);
    bool anywhere = false;
    if (!s.style.mark.empty()) {
        const auto css = classes("mark t-" + std::string{s.style.css}, panel.narrow, anywhere,
                                 [&](const viewport& v) { return pixels(s, v) >= mark_room; });
        if (anywhere) {
            svg.open("svg", {{"class", css},
                             {"x", x},
                             {"y", std::to_string(s.box.y + text_baseline - 10)},
                             {"overflow", "visible"}});
            svg.leaf("path", {{"transform", "translate(" + std::to_string(mark_offset) + ")"},
                              {"fill-rule", "evenodd"},
                              {"d", s.style.mark}});
            svg.close();
        }
    }
    const auto offset =
        std::to_string(s.style.mark.empty() ? text_offset_without_mark : text_offset);
    for (std::size_t i = 0; i < s.texts.size(); ++i) {
        const auto css = classes("value t-" + std::string{s.style.css}, panel.narrow, anywhere,
                                 [&](const viewport& v) { return fitting_text(s, v) == i; });
        if (anywhere) {
            svg.text("text",
                     {{"class", css},
                      {"x", x},
                      {"dx", offset},
                      {"y", std::to_string(s.box.y + text_baseline)}},
                     s.texts[i]);
        }
    }
}

} // namespace

void draw_stacked_row(svg_writer& svg, const chart_panel& panel, const report_row& row, int y) {
    const auto& [table, rows, language, title, description] = panel.input;
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < row.counts.size(); ++j) {
        const auto& column = table.columns[j];
        const auto begin = hundredths_of_percent(sum, column.denominator.count);
        sum += row.counts[j];
        const auto end = hundredths_of_percent(sum, column.denominator.count);
        if (row.counts[j] == 0) {
            continue;
        }
        const auto value = value_text(panel.input, row, j);
        const segment s{
            .style = style_of(column.token),
            .box = {.x = begin, .width = end - begin, .y = y, .height = bar_height},
            .texts = {language.message("segment", language.words(column.label), value), value,
                      language.numbers().share(row.counts[j], column.denominator.count)}};
        svg.open("g", {});
        svg.text("title", {}, cell_text(panel.input, row, j));
        draw_bar(svg, s.style, s.box);
        draw_texts(svg, panel, s);
        svg.close();
    }
}

} // namespace brukerplan::detail
