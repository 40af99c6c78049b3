// The page of findings: what it says, in which order, and that it stands by itself.
#include <set>

#include <brukerplan/report/findings_page.hpp>

#include "markup.hpp"
#include "report_fixture.hpp"

namespace findings_page_test {

using namespace report_fixture;

/// Two rules, two units, a change, a limit: everything that the page can show.
json::value sample() {
    return json::parse(R"({
        "format": "brukerplan/validation-report", "version": 1, "status": "internal",
        "provenance": {"library": "9.9.9", "pack": "brukerplan/2024", "edition": "1",
            "test_numbers": true, "reference_date": "2024-12-31",
            "period_first": "2024-10-07", "period_last": "2024-10-18"},
        "input": {"format": "csv", "charset": "windows-1252", "separator": "semicolon",
            "header_language": "norwegian", "byte_order_mark": false, "decimal_comma": true,
            "unknown_columns": [3, 8], "unknown_keys": 0},
        "counts": {"rows": 1200, "usable": 1190, "with_errors": 9, "unreadable": 1,
            "findings": {"fatal": 1, "error": 9, "warning": 0, "info": 3}},
        "rules": [
            {"code": "BP-ROW-001", "severity": "fatal", "ground": "ours",
             "title": {"nb": "For faa celler", "en": "Too few cells"},
             "reason": {"nb": "Derfor"}, "findings": 1, "rows": 1,
             "examples": [{"record": 41, "row_ref": null, "unit": null, "field": null,
                "message": {"nb": "Linje 43 mangler celler"}, "action": {"nb": "Se etter"}}]},
            {"code": "BP-RGT-001", "severity": "error", "ground": "law",
             "title": {"nb": "Reservert <b>"}, "reason": {"nb": "Loven"}, "findings": 9, "rows": 9,
             "examples": [
                {"record": 1233, "row_ref": "R-17", "unit": "Team & B", "field": "objects",
                 "message": {"nb": "Har reservert seg"}, "action": {"nb": "Ta ut raden"}},
                {"record": 1240, "row_ref": "R-18", "unit": null, "field": "objects",
                 "message": {"nb": "Har reservert seg"}, "action": {"nb": "Ta ut raden"}}]},
            {"code": "BP-DOM-004", "severity": "info", "ground": "public",
             "title": {"nb": "Samme farge"}, "reason": {"nb": "Vane"}, "findings": 3, "rows": 3,
             "examples": []}],
        "units": [
            {"kind": "named", "name": "Team & B", "rows": 1000, "usable": 991, "with_errors": 9,
             "unreadable": 0, "findings": {"fatal": 0, "error": 9, "warning": 0, "info": 3},
             "rules": [{"code": "BP-RGT-001", "rows": 9}], "more_rules": 2},
            {"kind": "unnamed", "name": null, "rows": 200, "usable": 199, "with_errors": 0,
             "unreadable": 1, "findings": {"fatal": 1, "error": 0, "warning": 0, "info": 0},
             "rules": [{"code": "BP-ROW-001", "rows": 1}], "more_rules": 0}],
        "fields": [{"name": "objects", "label": {"nb": "Reservert", "en": "Objects"},
             "findings": {"fatal": 0, "error": 9, "warning": 0, "info": 0}}],
        "changes": [
            {"area": null, "code": "BP-PER-004", "title": {"nb": "Gravid og mann"},
             "severity": null, "reason": "Ikke i bruk hos oss"},
            {"area": "9001", "code": "BP-PER-003", "title": {"nb": "Over 100"},
             "severity": "info", "reason": "Mange eldre"}],
        "thresholds": [{"code": "BP-RGT-001", "title": {"nb": "Reservert"}, "severity": null,
             "limit": 50, "rows": 9},
            {"code": null, "severity": "error", "limit": 10, "rows": 9}],
        "truncated": {"examples": true, "units": false}})");
}

std::string page_of(const json::value& document, const std::string& language = "nb") {
    const auto page =
        brukerplan::render_findings_page(json::serialize(document), {.language = language});
    REQUIRE_MESSAGE(page.has_value(), (page ? std::string{} : page.error().message));
    return *page;
}

void check_refused(const json::value& document, const std::string& place) {
    const auto page = brukerplan::render_findings_page(json::serialize(document));
    REQUIRE_FALSE(page.has_value());
    CHECK(page.error().code == brukerplan::report_error_code::invalid_document);
    CHECK_MESSAGE(page.error().message.starts_with(place + ": "), page.error().message);
}

const std::string sp{hard_space};

TEST_CASE("the page of findings is well-formed HTML in the language asked for") {
    for (const std::string language : {"nb", "nn", "en"}) {
        const auto page = page_of(sample(), language);
        CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"" + language + "\">"));
        CHECK(read_markup(page).fault == "");
        CHECK_FALSE(contains(page, "{{"));
    }
}

TEST_CASE("the page of findings comes in reading order: what to do first, explanations last") {
    const auto page = page_of(sample());
    std::size_t from = 0;
    for (const std::string part :
         {"<h1>10 rader m", "Internt", "Oppdiktede", "Grenser som er overskredet",
          "id=\"key-figures\"", "id=\"todo\"", "Rader som ikke kan leses", "For faa celler",
          "Feil som m", "Reservert &lt;b&gt;", "Til orientering", "Samme farge", "id=\"units\"",
          "id=\"fields\"", "id=\"rules\"", "id=\"changes\"", "id=\"about\""}) {
        const auto found = page.find(part, from);
        CHECK_MESSAGE(found != page.npos, part);
        from = found == page.npos ? from : found;
    }
}

TEST_CASE("a severity is a word and a sign, not a colour alone") {
    const auto page = page_of(sample());
    CHECK(contains(page, "<span class=\"severity-word\">Feil:</span>"));
    CHECK(contains(page, "<span class=\"severity-word\">Kan ikke leses:</span>"));
    const auto signs = between(page, "<svg class=\"sign ", "</svg>");
    REQUIRE(signs.size() == 6); // three in what to do, three in the explanations
    CHECK(std::set<std::string>(signs.begin(), signs.end()).size() == 3);
}

TEST_CASE("a row is named by its number and reference, with what to do") {
    const auto todo = section_of(page_of(sample()), "todo");
    CHECK(contains(todo, "<td class=\"number\">1" + sp +
                             "234</td>\n<td>R-17</td>\n"
                             "<td class=\"unit\">Team &amp; B</td>"));
    CHECK(occurrences(todo, "Ta ut raden") == 1); // once for the rows that need it
    CHECK(contains(todo, "9 rader (1" + sp + "%)"));
    CHECK(contains(todo, "7 rader til"));
    CHECK_FALSE(
        contains(between(todo, "id=\"BP-ROW-001-fatal\"", "</article>").front(), "Referanse"));
}

TEST_CASE("a unit has its counts and links to what it most often needs to look at") {
    const auto units = section_of(page_of(sample()), "units");
    CHECK(contains(units, "Team &amp; B"));
    CHECK(contains(units, "<a href=\"#BP-RGT-001\">Reservert &lt;b&gt;</a> (9)"));
    CHECK(contains(units, "2 kontroller til"));
    CHECK(contains(units, "Uten enhet"));
}

TEST_CASE("every rule found is explained once: why, what to do and on what ground") {
    const auto rules = section_of(page_of(sample()), "rules");
    CHECK(occurrences(rules, "<div id=\"") == 3);
    CHECK(contains(rules, "Loven"));
    CHECK(contains(rules, "Forskrift om BrukerPlan."));
    CHECK(contains(rules, "programbiblioteket brukerplan"));
}

TEST_CASE("rules that were changed or switched off are named with the reason") {
    auto document = sample();
    const auto changes = section_of(page_of(document), "changes");
    CHECK(contains(changes, "Gravid og mann"));
    CHECK(contains(changes, "Sl\xC3\xA5tt av"));
    CHECK(contains(changes, "Ikke i bruk hos oss"));
    CHECK(contains(changes, "Alvorlighetsgrad: Opplysning"));
    CHECK(contains(changes, "9001"));
    at(document, "/changes").as_array().clear();
    CHECK(contains(section_of(page_of(document), "changes"), "Ingen er endret"));
}

TEST_CASE("limits that were exceeded are said at the top") {
    const auto page = page_of(sample());
    CHECK(contains(page, "Reservert: 1" + sp + "% av radene. Grensen er 1" + sp + "%."));
    CHECK(contains(page, "Feil: 1" + sp + "% av radene. Grensen er &lt;1" + sp + "%."));
}

TEST_CASE("the page says how the file was read and what is our own") {
    const auto about = section_of(page_of(sample()), "about");
    CHECK(contains(about, "CSV med semikolon som skilletegn, tegnsett Windows-1252"));
    CHECK(contains(about, "3 og 8"));
    CHECK(contains(about, "7.\xE2\x80\x93"
                          "18. oktober 2024"));
    CHECK(contains(about, "ikke KORFORs eller Helsedirektoratets kontroller"));
    auto document = sample();
    at(document, "/input") = json::parse(R"({"format": "ndjson", "charset": "utf-8",
        "separator": null, "header_language": null, "byte_order_mark": false,
        "decimal_comma": false, "unknown_columns": [], "unknown_keys": 1})");
    CHECK(contains(section_of(page_of(document), "about"), "JSON med ett objekt"));
}

TEST_CASE("a page without findings says that there is nothing to correct") {
    auto document = sample();
    for (const auto* list : {"/rules", "/units", "/fields", "/thresholds"}) {
        at(document, list).as_array().clear();
    }
    at(document, "/counts") = json::parse(R"({"rows": 2, "usable": 2, "with_errors": 0,
        "unreadable": 0, "findings": {"fatal": 0, "error": 0, "warning": 0, "info": 0}})");
    const auto page = page_of(document);
    CHECK(contains(page, "<h1>Ingen rader m"));
    CHECK(contains(page, "Det er ingenting \xC3\xA5 rette."));
    CHECK_FALSE(contains(page, "href=\"#rules\""));
    CHECK(read_markup(page).fault == "");
}

TEST_CASE("the page of findings loads nothing, and its links lead somewhere") {
    for (const std::string language : {"nb", "nn", "en"}) {
        const auto page = page_of(sample(), language);
        for (const auto* forbidden :
             {"http:", "https:", "//", "<script", "src=", "@import", "<link", "url("}) {
            CHECK_MESSAGE(!contains(page, forbidden), forbidden);
        }
        const auto markup = read_markup(page);
        const auto ids = markup.values_of("id");
        const std::set<std::string> known(ids.begin(), ids.end());
        CHECK(known.size() == ids.size());
        for (const auto* attribute : {"href", "aria-labelledby"}) {
            for (const auto& value : markup.values_of(attribute)) {
                CHECK_MESSAGE(known.contains(value.substr(value.starts_with('#') ? 1 : 0)), value);
            }
        }
    }
}

TEST_CASE("the same validation report gives the same page") {
    CHECK(page_of(sample()) == page_of(sample()));
}

TEST_CASE("a text that lacks the language is marked as what it is") {
    const auto page = page_of(sample(), "en");
    CHECK(contains(page, "<span>Too few cells</span>"));
    CHECK(contains(page, "<span lang=\"nb\">Samme farge</span>"));
}

TEST_CASE("a broken validation report is refused with its place") {
    auto document = sample();
    SUBCASE("rows that do not add up") {
        at(document, "/counts/usable") = 1;
        check_refused(document, "/counts");
    }
    SUBCASE("a code that is no name of a place") {
        at(document, "/rules/0/code") = "BP ROW\"";
        check_refused(document, "/rules/0/code");
    }
    SUBCASE("more examples than rows") {
        at(document, "/rules/1/rows") = 1;
        check_refused(document, "/rules/1");
    }
    SUBCASE("a unit without the name that its kind asks for") {
        at(document, "/units/0/name") = nullptr;
        check_refused(document, "/units/0/name");
    }
    SUBCASE("a rule of a unit that is not explained") {
        at(document, "/units/0/rules/0/code") = "BP-X-001";
        check_refused(document, "/units");
    }
    SUBCASE("JSON that has a separator") {
        at(document, "/input/format") = "ndjson";
        check_refused(document, "/input");
    }
    SUBCASE("a threshold about nothing") {
        at(document, "/thresholds/1/severity") = nullptr;
        check_refused(document, "/thresholds/1");
    }
    SUBCASE("a key that is missing") {
        document.as_object().erase("truncated");
        check_refused(document, "");
    }
}

TEST_CASE("a report document is no validation report, and the other way round") {
    const auto page = brukerplan::render_findings_page(sample_document());
    REQUIRE_FALSE(page.has_value());
    CHECK(page.error().code == brukerplan::report_error_code::not_a_report);
    CHECK(error_of(json::serialize(sample())).code == brukerplan::report_error_code::not_a_report);
}

} // namespace findings_page_test
