// Charts: well-formed, described, readable without colour.
#include "report_fixture.hpp"

#include "markup.hpp"
#include "report/share.hpp"
#include "report/wrap.hpp"

namespace chart_test {

using namespace report_fixture;
using namespace brukerplan::detail;

std::vector<std::string> charts(std::string_view page) {
    auto found = between(page, "<svg class=\"chart\"", "</g>\n</svg>\n");
    for (auto& chart : found) {
        chart = "<svg class=\"chart\"" + chart + "</g>\n</svg>";
    }
    return found;
}

int hundredths(const std::string& percent) {
    REQUIRE(percent.ends_with('%'));
    const auto point = percent.find('.');
    return std::stoi(percent.substr(0, point)) * 100 + std::stoi(percent.substr(point + 1, 2));
}

/// A document whose last table has `n` services.
json::value with_services(int n) {
    auto document = small_document();
    auto& rows = at(document, "/tables/2/rows").as_array();
    rows.clear();
    for (int i = 0; i < n; ++i) {
        rows.push_back({{"token", "s" + std::to_string(i)},
                        {"label", {{"nb", "Tjeneste nummer " + std::to_string(i)}}},
                        {"counts", {1 + i % 5, 1 + i % 7}}});
    }
    return document;
}

TEST_CASE("every chart is well-formed, named, described and an image to those who listen") {
    for (const std::string language : {"nb", "nn", "en"}) {
        const auto found = charts(render(sample_document(), language));
        CHECK(found.size() == 11); // five, and six panels of services
        for (const auto& chart : found) {
            CHECK(read_markup(chart).fault == "");
            CHECK(contains(chart, "role=\"img\" aria-labelledby=\"chart-"));
            CHECK(contains(chart, "<title id=\"chart-"));
            CHECK(contains(chart, "<desc id=\"chart-"));
        }
    }
}

TEST_CASE("each segment of a divided bar has its fill, its pattern, its mark and its numbers") {
    const auto chart = charts(render(small_document())).front();
    const std::string sp{hard_space};
    for (const auto* css : {"green", "red"}) {
        CHECK(contains(chart, "class=\"s-" + std::string{css} + "\""));
        CHECK(contains(chart, "fill=\"url(#p-" + std::string{css} + ")\""));
        CHECK(contains(chart, "class=\"mark t-" + std::string{css}));
    }
    CHECK(contains(chart, "Groenn 70" + sp + "% (7)"));
    CHECK(contains(chart, "<title>Bolig: Roed 30" + sp + "% (3)</title>"));
}

TEST_CASE("every pattern that a chart uses is defined") {
    const auto page = render(sample_document());
    for (const auto& pattern : between(page, "url(#", ")")) {
        CHECK_MESSAGE(contains(page, "<pattern id=\"" + pattern + "\""), pattern);
    }
}

TEST_CASE("the segments of a bar join without gaps and fill it") {
    const auto chart = charts(render(sample_document())).front();
    int rows = 0;
    int expected_x = 0;
    const auto bars = between(chart, "<rect class=\"s-", "/>");
    for (const auto& bar : bars) {
        const int x = hundredths(between(bar, " x=\"", "\"").front());
        const int width = hundredths(between(bar, " width=\"", "\"").front());
        CHECK(x == expected_x % 10'000);
        expected_x = x + width;
        rows += expected_x == 10'000 ? 1 : 0;
    }
    CHECK(rows == 8);
}

TEST_CASE("a segment of nobody is not drawn") {
    auto document = small_document();
    at(document, "/tables/0/rows/0/counts") = json::parse("[10, 0]");
    CHECK_FALSE(contains(charts(render(document)).front(), "s-red"));
}

TEST_CASE("a short segment carries less text, and never more than one at each width") {
    auto document = small_document();
    for (const auto* column : {"/tables/0/columns/0", "/tables/0/columns/1"}) {
        at(document, std::string{column} + "/denominator/count") = 1000;
    }
    for (int red = 0; red <= 1000; red += 7) {
        at(document, "/tables/0/rows/0/counts") = json::array{1000 - red, red};
        const auto chart = charts(render(document)).front();
        for (const auto& segment : between(chart, "<g>\n<title>", "</g>")) {
            for (const auto* width : {"at-n", "at-m", "at-w"}) {
                std::size_t shown = 0;
                for (const auto& css : between(segment, "<text class=\"value", "\"")) {
                    shown += occurrences(css, width);
                }
                CHECK(shown <= 1);
            }
        }
    }
}

TEST_CASE("bars start at zero and share one scale") {
    const auto chart = charts(render(small_document()))[1];
    std::vector<int> widths;
    for (const auto& bar : between(chart, "<rect class=\"s-first\"", "/>")) {
        CHECK(between(bar, " x=\"", "\"").front() == "0.00%");
        widths.push_back(hundredths(between(bar, " width=\"", "\"").front()));
    }
    CHECK(widths == std::vector<int>{4667, 7000}); // 4 and 6 of 10; the longest takes 70 %
}

TEST_CASE("an index class has the colours of its name, any other row those of the page") {
    const auto page = render(sample_document());
    const auto index = section_of(page, "t-index");
    for (const auto* css : {"s-green", "s-yellow", "s-red", "s-blue", "s-absent"}) {
        CHECK(contains(index, css));
    }
    CHECK(contains(section_of(page, "t-age_group"), "s-first"));
    CHECK_FALSE(contains(section_of(page, "t-age_group"), "s-green"));
}

TEST_CASE("a chart that is too long for a sheet of paper comes in panels, with every row once") {
    for (const int n : {1, 12, 13, 36, 64}) {
        const auto page = section_of(render(with_services(n)), "t-services");
        const auto panels = charts(page);
        CHECK(panels.size() == (n <= 12 ? 1 : static_cast<std::size_t>(n + 5) / 6));
        std::size_t rows = 0;
        for (const auto& panel : panels) {
            rows += occurrences(panel, "class=\"label");
        }
        CHECK(rows == static_cast<std::size_t>(n));
    }
    CHECK(contains(render(with_services(36)), "Figur 3. Tjenester (del 6 av 6)"));
}

TEST_CASE("a long label is broken into lines, in full") {
    CHECK(wrap("Rusproblem og alvorlig psykisk lidelse", 20) ==
          std::vector<std::string>{"Rusproblem og", "alvorlig psykisk", "lidelse"});
    CHECK(wrap("", 20) == std::vector<std::string>{""});
    CHECK(wrap("Donaudampfschifffahrtsgesellschaft", 10) ==
          std::vector<std::string>{"Donaudampfschifffahrtsgesellschaft"});
    CHECK(wrap("  a   b ", 40) == std::vector<std::string>{"a b"});
    CHECK(length_of("\xC3\xA6\xC3\xB8\xC3\xA5") == 3);
}

TEST_CASE("shares are exact at the half") {
    CHECK(whole_percent(1, 200) == 1);   // 0.5
    CHECK(whole_percent(25, 200) == 13); // 12.5, which ICU rounds to 12
    CHECK(whole_percent(29, 200) == 15); // 14.5, which no binary fraction is
    CHECK(whole_percent(149, 1000) == 15);
    CHECK(whole_percent(2'147'483'647, 2'147'483'647) == 100);
    CHECK(svg_percent(hundredths_of_percent(1, 3)) == "33.33%");
    CHECK(svg_percent(hundredths_of_percent(1, 1)) == "100.00%");
    CHECK(svg_percent(hundredths_of_percent(5, 0)) == "0.00%");
}

} // namespace chart_test
