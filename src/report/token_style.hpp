// What a rating or an index class looks like: a fill, a pattern and a mark, so that colour is never
// the only sign. The only place where the renderer knows tokens.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace brukerplan::detail {

struct token_style {
    std::string_view token;
    std::string_view css;  ///< names the class `s-<css>` of report.css and the pattern `p-<css>`
    std::string_view mark; ///< an SVG path in a box of 10 by 10; empty: no mark
};

inline constexpr std::array<token_style, 6> token_styles{{
    {"green", "green", "M5 0a5 5 0 1 0 .01 0z"},
    {"yellow", "yellow", "M5 .3 10 9.5H0z"},
    {"red", "red", "M.5.5h9v9h-9z"},
    {"blue_light", "blue", "M3.4 0h3.2v3.4H10v3.2H6.6V10H3.4V6.6H0V3.4h3.4z"},
    {"not_assessed", "unknown", "M5 0a5 5 0 1 0 .01 0zM5 2.4a2.6 2.6 0 1 1-.01 0z"},
    {"none", "absent", "M0 3.4h10v3.2H0z"},
}};

inline constexpr token_style first_style{"", "first", ""};
inline constexpr token_style second_style{"", "second", ""};

[[nodiscard]] constexpr token_style style_of(std::string_view token,
                                             const token_style& otherwise = first_style) {
    for (const auto& style : token_styles) {
        if (style.token == token) {
            return style;
        }
    }
    return otherwise;
}

/// A small picture of the style for legends and table headers; decoration, hidden from readers of
/// the text.
[[nodiscard]] std::string swatch(const token_style& style);

} // namespace brukerplan::detail
