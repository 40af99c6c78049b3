#include "report/severity_sign.hpp"

#include <array>
#include <string_view>

#include "report/svg_writer.hpp"

namespace brukerplan::detail {

namespace {

struct sign_shape {
    std::string_view ground; ///< SVG paths in a box of 18 by 18
    std::string_view mark;
};

constexpr std::string_view letter_i = "M8 4h2v2H8zM8 7.5h2V14H8z";

/// By the number of the severity: a square, a triangle, a circle, an octagon.
constexpr std::array<sign_shape, severity_tokens.size()> shapes{{
    {"", ""},
    {"M1 1h16v16H1z", letter_i},
    {"M9 .5 17.8 17H.2z", "M8.1 6h1.8l-.3 6H8.4zM8.1 13.2h1.8V15H8.1z"},
    {"M9 .5a8.5 8.5 0 1 0 .01 0z", "M8 3.8h2l-.4 7H8.4zM8 12.2h2v2H8z"},
    {"M5.5.5h7l5 5v7l-5 5h-7l-5-5v-7z",
     "M5 6.4 6.4 5 9 7.6 11.6 5 13 6.4 10.4 9l2.6 2.6-1.4 1.4L9 10.4 6.4 13 5 11.6 7.6 9z"},
}};

} // namespace

std::string severity_sign(severity s) {
    const auto& shape = shapes[static_cast<std::size_t>(s)];
    svg_writer svg;
    svg.open("svg", {{"class", "sign " + std::string{token_of(s)}},
                     {"aria-hidden", "true"},
                     {"focusable", "false"},
                     {"width", "18"},
                     {"height", "18"}});
    svg.leaf("path", {{"d", shape.ground}});
    svg.leaf("path", {{"class", "cut"}, {"d", shape.mark}});
    svg.close();
    return std::move(svg).take();
}

} // namespace brukerplan::detail
