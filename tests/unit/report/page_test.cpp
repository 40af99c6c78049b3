// The page as a whole: what it says, in which order, and that it stands by itself.
#include <clocale>
#include <locale>
#include <set>

#include "markup.hpp"
#include "report_fixture.hpp"

namespace page_test {

using namespace report_fixture;

/// In the order of the page; each must come after the one before.
void check_order(std::string_view page, const std::vector<std::string>& parts) {
    std::size_t from = 0;
    for (const auto& part : parts) {
        const auto found = page.find(part, from);
        CHECK_MESSAGE(found != page.npos, part);
        from = found == page.npos ? from : found;
    }
}

struct comma_as_point : std::numpunct<char> {
    [[nodiscard]] char do_decimal_point() const override { return ','; }
    [[nodiscard]] char do_thousands_sep() const override { return '#'; }
    [[nodiscard]] std::string do_grouping() const override { return "\1"; }
};

TEST_CASE("the page is well-formed HTML in the language asked for") {
    for (const std::string language : {"nb", "nn", "en"}) {
        const auto page = render(sample_document(), language);
        CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"" + language + "\">"));
        CHECK(contains(page, "<meta charset=\"utf-8\">"));
        CHECK(read_markup(page).fault == "");
    }
}

TEST_CASE("the page comes in reading order, whatever the order of the document") {
    const auto page = render(sample_document());
    check_order(page, {"<h1>", "Kartlagt 7.", "Internt", "Oppdiktede personer", "N\xC3\xB8kkeltall",
                       "<section id=\"t-domains\"", "<section id=\"t-index\"",
                       "<section id=\"t-category\"", "<section id=\"t-sex\"",
                       "<section id=\"t-age_group\"", "<section id=\"t-services\"",
                       "<section id=\"quality\"", "<section id=\"about\""});
}

TEST_CASE("a table that the library does not know follows the known ones") {
    auto document = small_document();
    at(document, "/tables/0/id") = "children";
    at(document, "/tables/0/columns/0/denominator/unit") = "children";
    at(document, "/tables/0/columns/1/denominator/unit") = "children";
    const auto page = render(document);
    check_order(page, {"<section id=\"t-services\"", "<section id=\"t-children\"", "10 barn"});
}

TEST_CASE("the page loads nothing and runs nothing") {
    for (const std::string language : {"nb", "nn", "en"}) {
        const auto page = render(sample_document(), language);
        for (const auto* forbidden :
             {"http:", "https:", "//", "<script", "src=", "@import", "<link", "<iframe", "<img",
              "javascript", "onload", "data:"}) {
            CHECK_MESSAGE(!contains(page, forbidden), forbidden);
        }
        CHECK(occurrences(page, "url(") == occurrences(page, "url(#"));
        CHECK(contains(page, "default-src 'none'"));
    }
}

TEST_CASE("links and descriptions point at something that is there, and names are given once") {
    const auto page = read_markup(render(sample_document()));
    const auto ids = page.values_of("id");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const auto& link : page.values_of("href")) {
        CHECK_MESSAGE(known.contains(link.substr(1)), link);
    }
    for (const auto& labels : page.values_of("aria-labelledby")) {
        CHECK_MESSAGE(known.contains(labels.substr(0, labels.find(' '))), labels);
        CHECK_MESSAGE(known.contains(labels.substr(labels.rfind(' ') + 1)), labels);
    }
}

TEST_CASE("the same document gives the same bytes") {
    CHECK(render(sample_document()) == render(sample_document()));
}

TEST_CASE("the locale of the program changes nothing") {
    const auto expected = render(sample_document());
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const auto* name : {"C", "C.UTF-8", "POSIX"}) {
        if (std::setlocale(LC_ALL, name) != nullptr) {
            CHECK(render(sample_document()) == expected);
        }
    }
    const auto global =
        std::locale::global(std::locale{std::locale::classic(), new comma_as_point});
    const auto odd = render(sample_document());
    std::locale::global(global);
    std::setlocale(LC_ALL, before.c_str());
    CHECK(odd == expected);
}

TEST_CASE("the page says that it is internal, on screen and on every sheet of paper") {
    const auto page = render(sample_document());
    CHECK(contains(page, "Internt \xE2\x80\x93 ikke for publisering</p>"));
    CHECK(
        contains(page, "@bottom-left { content: \"Internt \xE2\x80\x93 ikke for publisering\"; }"));
    CHECK(contains(page, "<title>Gr\xC3\xA5skarv\xC3\xB8y kommune, 2024 \xE2\x80\x93 BrukerPlan "
                         "\xE2\x80\x93 internt</title>"));
}

TEST_CASE("synthetic people are announced when there are any, and only then") {
    auto document = small_document();
    CHECK(contains(render(document), "Oppdiktede personer"));
    at(document, "/provenance/test_numbers") = false;
    CHECK_FALSE(contains(render(document), "Oppdiktede personer"));
}

TEST_CASE("the title names the municipality, the year and the period") {
    auto document = small_document();
    CHECK(
        contains(render(document), "<h1>Elgvarden kommune <span class=\"years\">2024</span></h1>"));
    CHECK(contains(render(document, "en"), "<h1>Elgvarden municipality "));
    CHECK(contains(render(document), "Kartlagt 7.\xE2\x80\x93"
                                     "18. oktober 2024"));

    SUBCASE("one day is one date") {
        at(document, "/scope/last_mapped_on") = "2024-10-07";
        CHECK(contains(render(document), "Kartlagt 7. oktober 2024<"));
    }
    SUBCASE("no dates, no period") {
        at(document, "/scope/first_mapped_on") = nullptr;
        at(document, "/scope/last_mapped_on") = nullptr;
        CHECK_FALSE(contains(render(document), "Kartlagt"));
    }
    SUBCASE("a municipality without a name goes by its code") {
        at(document, "/scope/municipalities/0/name") = nullptr;
        CHECK(contains(render(document), "<h1>Kommune 9001 "));
    }
    SUBCASE("a name that says kommune is left as it is") {
        at(document, "/scope/municipalities/0/name") = "Fiktiv kommune";
        CHECK(contains(render(document), "<h1>Fiktiv kommune <span"));
    }
    SUBCASE("several municipalities and years") {
        at(document, "/scope/municipalities") =
            json::parse(R"([{"code": "9001", "name": "A"}, {"code": "9002", "name": "B"}])");
        at(document, "/scope/mapping_years") = json::parse("[2022, 2023, 2024]");
        const auto page = render(document);
        CHECK(contains(page, "<h1>2 kommuner <span class=\"years\">2022, 2023 og 2024</span>"));
        CHECK(contains(page, "A (9001) og B (9002). Kartlegging"));
    }
    SUBCASE("nothing known") {
        at(document, "/scope/municipalities") = json::array{};
        at(document, "/scope/mapping_years") = json::array{};
        CHECK(contains(render(document), "<h1>Kartlegging med BrukerPlan</h1>"));
    }
}

TEST_CASE("key figures account for every row of the source") {
    const auto page = section_of(render(small_document()), "key-figures");
    CHECK(between(page, "<dd class=\"number\">", "</dd>") ==
          std::vector<std::string>{"10", "11", "3"});
    CHECK(contains(page, "11 registreringer gjelder 10 personer."));
    CHECK(contains(page, "1 person er uten gyldig"));
    CHECK(contains(page, "Av 14 rader i grunnlaget."));
    CHECK(contains(page, "1 rad kunne ikke leses, 2 hadde feil."));
}

TEST_CASE("key figures when all is well") {
    auto document = small_document();
    at(document, "/counts") = json::parse(R"({"rows": 10, "unreadable": 0, "with_errors": 0,
        "registrations": 10, "persons": 10, "unlinked": 0})");
    const auto page = section_of(render(document), "key-figures");
    CHECK(contains(page, "Hver person er registrert \xC3\xA9n gang."));
    CHECK(contains(page, "Alle radene i grunnlaget er med."));
    CHECK_FALSE(contains(page, "uten gyldig"));
}

TEST_CASE("findings stand with the most serious first, as text and not only colour") {
    const auto page = section_of(render(sample_document()), "quality");
    check_order(page, {"BP-ROW-001", "BP-FLD-002", "BP-ID-001", "BP-INC-002", "BP-PER-001",
                       "BP-DOM-003", "BP-PRB-001", "BP-RGT-002", "BP-SRV-002", "BP-ID-004"});
    for (const auto* severity : {"Kan ikke leses", "Feil", "Advarsel", "Opplysning"}) {
        CHECK(contains(page, "<span>" + std::string{severity} + "</span>"));
    }
    CHECK(contains(page, "Kontrollene ga 102 funn."));
}

TEST_CASE("no findings, no table of findings") {
    auto document = small_document();
    at(document, "/findings") = json::array{};
    const auto page = section_of(render(document), "quality");
    CHECK(contains(page, "Kontrollene ga ingen funn."));
    CHECK_FALSE(contains(page, "<table"));
}

TEST_CASE("the page names what made the numbers, and whose it is") {
    const auto page = render(small_document());
    const auto about = section_of(page, "about");
    for (const auto* id : {"brukerplan/2024", "sum16/1", "latest_mapped_on/1", "age_groups/1"}) {
        CHECK(contains(about, "<code>" + std::string{id} + "</code>"));
    }
    CHECK(contains(about, "9.9.9"));
    CHECK(contains(about, "ikke laget, kontrollert eller godkjent av dem"));
}

TEST_CASE("a scheme that is not the library's own is not described as such") {
    auto document = json::parse(sample_document());
    CHECK(contains(section_of(render(document), "t-index"),
                   "\xC2\xABsum16/1\xC2\xBB, som er laget for programbiblioteket brukerplan."));
    at(document, "/provenance/scheme") = "unknown";
    const auto page = render(document);
    CHECK(contains(section_of(page, "t-index"), "regnet ut med \xC2\xABunknown\xC2\xBB. Det er "
                                                "ikke KORFORs eller Helsedirektoratets"));
    CHECK(contains(section_of(page, "about"), "Valgt av den som har laget rapporten."));
}

TEST_CASE("a reference date is told") {
    auto document = small_document();
    at(document, "/provenance/reference_date") = "2024-12-01";
    CHECK(contains(render(document), "Ingen dato er godtatt etter 1. desember 2024."));
}

} // namespace page_test
