// Tables of the page: every number, shares, totals, notes.
#include "report_fixture.hpp"

namespace table_test {

using namespace report_fixture;

std::vector<std::string> cells(std::string_view section) {
    auto found = between(section, "<td>", "</td>");
    return found;
}

std::vector<std::string> counts(std::string_view section) {
    return between(section, "<td class=\"count\">", "</td>");
}

TEST_CASE("every count of the document stands in the table of its section, in order") {
    const auto document = json::parse(sample_document());
    const auto page = render(document);
    for (const auto& table : document.at("tables").as_array()) {
        std::vector<std::string> expected;
        std::int64_t sum = 0;
        for (const auto& row : table.at("rows").as_array()) {
            const auto& row_counts = row.at("counts").as_array();
            const bool folded =
                table.at("chart") == "paired" && row_counts[0] == 0 && row_counts[1] == 0;
            for (const auto& count : row_counts) {
                sum += count.as_int64();
                if (!folded) {
                    expected.push_back(std::to_string(count.as_int64()));
                }
            }
        }
        if (table.at("chart") == "bars") {
            expected.push_back(std::to_string(sum)); // the total
        }
        const std::string id{table.at("id").as_string()};
        CHECK_MESSAGE(counts(section_of(page, "t-" + id)) == expected, id);
    }
}

TEST_CASE("shares are taken of the column's own denominator") {
    const auto section = section_of(render(small_document()), "t-services");
    const std::string sp{hard_space};
    CHECK(cells(section) == std::vector<std::string>{"90" + sp + "%", "63" + sp + "%",
                                                     "10" + sp + "%", "75" + sp + "%"});
    CHECK(contains(section, "av 10 personer"));
    CHECK(contains(section, "av 8 personer"));
    CHECK(contains(section, "Det er ikke like mange som har svar"));
}

TEST_CASE("the difference is needed minus received, with a sign") {
    const auto section = section_of(render(small_document()), "t-services");
    CHECK(between(section, "<td class=\"difference\">", "</td>") ==
          std::vector<std::string>{std::string{minus_sign} + "4", "+5"});
    CHECK(contains(section, "\xC2\xAB"
                            "Behov\xC2\xBB minus \xC2\xABMottatt\xC2\xBB"));
}

TEST_CASE("rows of zeros are folded into a note that counts and names them") {
    const auto section = section_of(render(small_document()), "t-services");
    CHECK(contains(section, "1 rad med bare nuller er ikke vist: Avlastning."));
    CHECK(occurrences(section, "<tr>") == 4); // two of the head, two of the body
}

TEST_CASE("a row of zeros is shown where there is one answer a person") {
    auto document = small_document();
    at(document, "/tables/1/rows/0/counts/0") = 0;
    CHECK(contains(section_of(render(document), "t-sex"), "Kvinne"));
}

TEST_CASE("a table of several answers says that its parts do not add up, and has no total") {
    auto document = small_document();
    CHECK(contains(section_of(render(document), "t-services"), "talt i flere rader"));
    CHECK_FALSE(contains(section_of(render(document), "t-sex"), "talt i flere rader"));
    CHECK(contains(section_of(render(document), "t-sex"), "I alt"));
    at(document, "/tables/1/multi_response") = true;
    const auto section = section_of(render(document), "t-sex");
    CHECK(contains(section, "talt i flere rader"));
    CHECK_FALSE(contains(section, "I alt"));
}

TEST_CASE("no total where the parts do not add up to the denominator") {
    auto document = small_document();
    at(document, "/tables/1/rows/0/counts/0") = 3;
    CHECK_FALSE(contains(section_of(render(document), "t-sex"), "I alt"));
}

TEST_CASE("nothing is a share of nobody") {
    auto document = small_document();
    at(document, "/tables/1/columns/0/denominator/count") = 0;
    at(document, "/tables/1/rows/0/counts/0") = 0;
    at(document, "/tables/1/rows/1/counts/0") = 0;
    const auto section = section_of(render(document), "t-sex");
    CHECK(contains(section, "Det er ingen \xC3\xA5 regne prosent av"));
    CHECK(contains(section, "Det er ingen tall \xC3\xA5 tegne."));
    CHECK_FALSE(contains(section, "<figure>"));
    CHECK_FALSE(contains(section, "%"));
}

TEST_CASE("figures and tables are numbered by themselves") {
    auto document = small_document();
    at(document, "/tables/0/rows/0/counts") = json::parse("[0, 0]");
    const auto page = render(document);
    CHECK(contains(page, "Tabell 1. Domener"));
    CHECK(contains(page, "Figur 1. Kjoenn"));
    CHECK(contains(page, "Tabell 2. Kjoenn"));
    CHECK(contains(page, "Tabell 4. Funn"));
}

TEST_CASE("tables can be read by ear: a caption, and a scope for every header") {
    const auto page = render(sample_document());
    CHECK(occurrences(page, "<table") == 7);
    CHECK(occurrences(page, "<caption") == 7);
    CHECK(occurrences(page, "<th") ==
          occurrences(page, "<th scope=") + occurrences(page, "<thead"));
}

TEST_CASE("a text that lacks the language is shown in bokmal and says so") {
    const auto page = render(small_document(), "en");
    CHECK(contains(page, "<h2 id=\"t-domains-heading\">Domains</h2>"));
    CHECK(contains(page, "<h2 id=\"t-sex-heading\" lang=\"nb\">Kjoenn</h2>"));
    CHECK(contains(page, "<span lang=\"nb\">Bolig</span>"));
}

TEST_CASE("words of the document are text, never markup") {
    auto document = small_document();
    const std::string evil = "<script>alert(\"x\")</script>&amp;'{{css}}";
    for (const auto* place :
         {"/tables/0/title/nb", "/tables/0/dimension/label/nb", "/tables/0/columns/0/label/nb",
          "/tables/0/rows/0/label/nb", "/tables/1/rows/0/label/nb", "/tables/2/rows/2/label/nb",
          "/findings/0/message/nb", "/findings/0/code", "/scope/municipalities/0/name",
          "/scope/municipalities/0/code", "/provenance/scheme", "/provenance/pack",
          "/provenance/library", "/provenance/merge_policy", "/provenance/age_groups"}) {
        at(document, place) = evil;
    }
    const auto page = render(document);
    CHECK_FALSE(contains(page, "<script"));
    CHECK_FALSE(contains(page, "&amp;'"));
    CHECK(contains(page, "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;&#39;{{css}}"));
}

TEST_CASE("control characters do not reach the page") {
    auto document = small_document();
    at(document, "/tables/0/title/nb") = std::string{"a\0b\x1F\n\xC2\x85z\xEF\xBF\xBF", 11};
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(contains(render(document), ">a" + mark + "b" + mark + " " + mark + "z" + mark + "<"));
}

} // namespace table_test
