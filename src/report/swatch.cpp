#include "report/svg_writer.hpp"
#include "report/token_style.hpp"

namespace brukerplan::detail {

std::string swatch(const token_style& style) {
    const std::string css{style.css};
    svg_writer svg;
    svg.open("svg", {{"class", "swatch"},
                     {"aria-hidden", "true"},
                     {"focusable", "false"},
                     {"width", "22"},
                     {"height", "16"}});
    svg.leaf("rect", {{"class", "s-" + css}, {"width", "22"}, {"height", "16"}});
    svg.leaf("rect", {{"class", "e-" + css},
                      {"fill", "url(#p-" + css + ")"},
                      {"width", "22"},
                      {"height", "16"}});
    if (!style.mark.empty()) {
        svg.leaf("path", {{"class", "mark t-" + css},
                          {"transform", "translate(6 3)"},
                          {"fill-rule", "evenodd"},
                          {"d", style.mark}});
    }
    svg.close();
    return std::move(svg).take();
}

} // namespace brukerplan::detail
