// Documents to render, and ways to look into a rendered page.
#pragma once

#include <concepts>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <brukerplan/report/html.hpp>

namespace report_fixture {

namespace json = boost::json;

inline constexpr std::string_view hard_space = "\xC2\xA0";
inline constexpr std::string_view minus_sign = "\xE2\x88\x92";

inline std::string read_source(const std::string& path) {
    std::ifstream file(std::string{BRUKERPLAN_SOURCE_DIR} + "/" + path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// All tables, 390 people.
inline std::string sample_document() {
    return read_source("tests/data/report-document-sample.json");
}

/// One small table of each kind. Ten people.
inline json::value small_document() {
    return json::parse(R"({
        "format": "brukerplan/report-document", "version": 1, "status": "internal",
        "provenance": {"library": "9.9.9", "pack": "brukerplan/2024", "scheme": "sum16/1",
            "merge_policy": "latest_mapped_on/1", "age_groups": "age_groups/1",
            "test_numbers": true, "reference_date": null},
        "scope": {"municipalities": [{"code": "9001", "name": "Elgvarden"}],
            "mapping_years": [2024],
            "first_mapped_on": "2024-10-07", "last_mapped_on": "2024-10-18"},
        "counts": {"rows": 14, "unreadable": 1, "with_errors": 2, "registrations": 11,
            "persons": 10, "unlinked": 1},
        "findings": [
            {"code": "BP-DOM-003", "severity": "warning", "count": 4, "message": {"nb": "Mangler"}},
            {"code": "BP-ROW-001", "severity": "fatal", "count": 1, "message": {"nb": "Uleselig"}}],
        "tables": [
            {"id": "domains", "chart": "stacked", "title": {"nb": "Domener", "en": "Domains"},
             "dimension": {"token": "domain", "label": {"nb": "Domene"}}, "multi_response": false,
             "columns": [
                {"token": "green", "label": {"nb": "Groenn"},
                 "denominator": {"unit": "persons", "count": 10}},
                {"token": "red", "label": {"nb": "Roed"},
                 "denominator": {"unit": "persons", "count": 10}}],
             "rows": [{"token": "housing", "label": {"nb": "Bolig"}, "counts": [7, 3]}]},
            {"id": "sex", "chart": "bars", "title": {"nb": "Kjoenn"},
             "dimension": {"token": "sex", "label": {"nb": "Kjoenn"}}, "multi_response": false,
             "columns": [{"token": "count", "label": {"nb": "Antall"},
                          "denominator": {"unit": "persons", "count": 10}}],
             "rows": [{"token": "female", "label": {"nb": "Kvinne"}, "counts": [4]},
                      {"token": "male", "label": {"nb": "Mann"}, "counts": [6]}]},
            {"id": "services", "chart": "paired", "title": {"nb": "Tjenester"},
             "dimension": {"token": "service", "label": {"nb": "Tjeneste"}},
             "multi_response": true,
             "columns": [{"token": "received", "label": {"nb": "Mottatt"},
                          "denominator": {"unit": "persons", "count": 10}},
                         {"token": "needed", "label": {"nb": "Behov"},
                          "denominator": {"unit": "persons", "count": 8}}],
             "rows": [{"token": "gp", "label": {"nb": "Fastlege"}, "counts": [9, 5]},
                      {"token": "dental", "label": {"nb": "Tannlege"}, "counts": [1, 6]},
                      {"token": "respite", "label": {"nb": "Avlastning"}, "counts": [0, 0]}]}]})");
}

inline std::string render(std::string_view document, const std::string& language = "nb") {
    const auto page = brukerplan::render_html(document, {.language = language});
    REQUIRE_MESSAGE(page.has_value(), (page ? std::string{} : page.error().message));
    return *page;
}

inline std::string render(const std::same_as<json::value> auto& document,
                          const std::string& language = "nb") {
    return render(json::serialize(document), language);
}

inline brukerplan::report_error error_of(std::string_view document,
                                         const std::string& language = "nb") {
    const auto page = brukerplan::render_html(document, {.language = language});
    REQUIRE_FALSE(page.has_value());
    return page.error();
}

inline brukerplan::report_error error_of(const std::same_as<json::value> auto& document) {
    return error_of(json::serialize(document));
}

/// The value at a JSON pointer of a document that has it.
inline json::value& at(json::value& document, std::string_view pointer) {
    boost::system::error_code ec;
    auto* found = document.find_pointer({pointer.data(), pointer.size()}, ec);
    REQUIRE(found != nullptr);
    return *found;
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

inline std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
        ++n;
    }
    return n;
}

/// Every stretch from `begin` to the next `end`, without them.
inline std::vector<std::string> between(std::string_view text, std::string_view begin,
                                        std::string_view end) {
    std::vector<std::string> found;
    for (auto at = text.find(begin); at != text.npos; at = text.find(begin, at)) {
        at += begin.size();
        const auto stop = text.find(end, at);
        REQUIRE(stop != text.npos);
        found.emplace_back(text.substr(at, stop - at));
    }
    return found;
}

/// The section of a table, from its heading to its notes.
inline std::string section_of(std::string_view page, const std::string& id) {
    const auto found = between(page, "<section id=\"" + id + "\"", "</section>");
    REQUIRE(found.size() == 1);
    return found.front();
}

} // namespace report_fixture
