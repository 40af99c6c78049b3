// A bar that is divided: each segment carries its colour, its pattern, its mark and as much text as
// fits. What fits depends on the width of the page, so a segment may hold one text for each width.
#include <array>

#include "report/chart_parts.hpp"
#include "report/share.hpp"
#include "report/wrap.hpp"

namespace brukerplan::detail {

namespace {

constexpr int bar_height = 32;
constexpr int text_baseline = 21; // from the top of the bar
constexpr int mark_offset = 7;    // from the left edge of the segment
constexpr int text_offset = 22;
constexpr int text_offset_without_mark = 7;
constexpr int mark_room = 19;

struct viewport {
    std::string_view css; ///< a class that report.css shows at these widths only
    int width;            ///< the least width of the chart there, in pixels
};
// Phones from 320 pixels; small windows and A4 paper; wide windows. report.css has the limits.
constexpr std::array<viewport, 3> viewports{{{"at-n", 288}, {"at-m", 560}, {"at-w", 800}}};

// A generous estimate for the 12 pixel type of the segments.
int width_of(std::string_view words) { return static_cast<int>(length_of(words) * 77 / 10) + 5; }

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
    const int offset = s.style.mark.empty() ? text_offset_without_mark : text_offset;
    std::size_t i = 0;
    while (i < s.texts.size() && offset + width_of(s.texts[i]) > pixels(s, v)) {
        ++i;
    }
    return i;
}

/// The classes of the viewports where `shows` holds; `always` means that no class is needed.
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
