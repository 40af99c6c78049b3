// A document that is wrong gives an error that says where, and never a page or a crash.
#include "report_fixture.hpp"

namespace malformed_document_test {

using namespace report_fixture;
using brukerplan::report_error_code;

void check_invalid(const json::value& document, std::string_view place) {
    const auto error = error_of(document);
    CHECK(error.code == report_error_code::invalid_document);
    CHECK_MESSAGE(error.message.starts_with(place), error.message);
    CHECK_FALSE(contains(error.message, "\n"));
}

void visit(json::value& value, const std::string& pointer, std::vector<std::string>& pointers) {
    pointers.push_back(pointer);
    if (auto* object = value.if_object()) {
        for (auto& member : *object) {
            visit(member.value(), pointer + "/" + std::string{member.key()}, pointers);
        }
    } else if (auto* array = value.if_array()) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            visit((*array)[i], pointer + "/" + std::to_string(i), pointers);
        }
    }
}

std::vector<std::string> all_places(json::value document) {
    std::vector<std::string> pointers;
    visit(document, "", pointers);
    return pointers;
}

TEST_CASE("a document that is cut off is not rendered, wherever the cut is") {
    const auto whole = json::serialize(small_document());
    for (std::size_t n = 0; n < whole.size(); ++n) {
        CHECK(error_of(std::string_view{whole}.substr(0, n)).code == report_error_code::not_json);
    }
    CHECK(error_of(whole + "}").code == report_error_code::not_json);
}

TEST_CASE("every value of a wrong type is refused or harmless") {
    const auto original = small_document();
    const std::vector<json::value> replacements{nullptr,
                                                true,
                                                -1,
                                                1e300,
                                                0.5,
                                                99'999'999'999,
                                                "",
                                                "x",
                                                json::array{},
                                                json::object{},
                                                json::array{nullptr},
                                                json::object{{"nb", 1}},
                                                json::object{{"<b>", "x"}}};
    std::size_t refused = 0;
    for (const auto& place : all_places(original)) {
        for (const auto& replacement : replacements) {
            auto document = original;
            at(document, place) = replacement;
            const auto page = brukerplan::render_html(json::serialize(document));
            if (!page) {
                ++refused;
                CHECK_FALSE(page.error().message.empty());
                CHECK_FALSE(contains(page.error().message, "\n"));
            }
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("every key is needed") {
    const auto original = small_document();
    for (const auto& place : all_places(original)) {
        const auto slash = place.rfind('/');
        auto document = original;
        auto* parent =
            slash == place.npos ? nullptr : at(document, place.substr(0, slash)).if_object();
        if (parent == nullptr || place.ends_with("/en")) {
            continue; // a list element, or a language that may be absent
        }
        parent->erase(place.substr(slash + 1));
        CHECK_MESSAGE(!brukerplan::render_html(json::serialize(document)).has_value(), place);
    }
}

TEST_CASE("keys that are not known are passed over, so that documents may gain some") {
    auto document = small_document();
    document.as_object()["later"] = "something";
    at(document, "/counts").as_object()["later"] = 1;
    CHECK(render(document) == render(small_document()));
}

TEST_CASE("what is not a report document is told from a broken one") {
    CHECK(error_of("").code == report_error_code::not_json);
    CHECK(error_of("\xFF\xFE").code == report_error_code::not_json);
    CHECK(error_of("\"\xC3\x28\"").code == report_error_code::not_json);
    CHECK(error_of(std::string(100'000, '[')).code == report_error_code::not_json);
    CHECK(error_of("[]").code == report_error_code::not_a_report);
    CHECK(error_of("{}").code == report_error_code::not_a_report);
    CHECK(error_of(R"({"format": "brukerplan/pack"})").code == report_error_code::not_a_report);
    CHECK(error_of(R"({"format": "brukerplan/report-document"})").code ==
          report_error_code::unknown_version);
    CHECK(error_of(R"({"format": "brukerplan/report-document", "version": 2})").code ==
          report_error_code::unknown_version);
    CHECK(error_of(R"({"format": "brukerplan/report-document", "version": 1})").code ==
          report_error_code::invalid_document);
}

TEST_CASE("a language without texts is an error") {
    const auto document = json::serialize(small_document());
    for (const auto* language : {"", "se", "no", "NB", "nb_NO", "../nb"}) {
        CHECK(error_of(document, language).code == report_error_code::unknown_language);
    }
}

TEST_CASE("only an internal document may be rendered") {
    auto document = small_document();
    at(document, "/status") = "public";
    check_invalid(document, "/status: ");
}

TEST_CASE("counts that disagree are refused") {
    auto document = small_document();
    SUBCASE("rows that are lost") {
        at(document, "/counts/rows") = 15;
        check_invalid(document, "/counts: ");
    }
    SUBCASE("rows that overflow") {
        at(document, "/counts/unreadable") = 2'147'483'647;
        at(document, "/counts/with_errors") = 2'147'483'647;
        check_invalid(document, "/counts: ");
    }
    SUBCASE("more persons than registrations") {
        at(document, "/counts/persons") = 12;
        check_invalid(document, "/counts: ");
    }
    SUBCASE("more unlinked persons than persons") {
        at(document, "/counts/unlinked") = 11;
        check_invalid(document, "/counts: ");
    }
    SUBCASE("a part that exceeds its denominator") {
        at(document, "/tables/1/rows/0/counts/0") = 11;
        check_invalid(document, "/tables/1/rows/0: ");
    }
    SUBCASE("a bar that is more than full") {
        at(document, "/tables/0/rows/0/counts/0") = 8;
        check_invalid(document, "/tables/0/rows/0: ");
    }
    SUBCASE("a count that is missing") {
        at(document, "/tables/2/rows/1/counts").as_array().pop_back();
        check_invalid(document, "/tables/2/rows/1: ");
    }
    SUBCASE("a negative count") {
        at(document, "/findings/0/count") = -1;
        check_invalid(document, "/findings/0/count: ");
    }
}

TEST_CASE("tables that cannot be drawn as they ask are refused") {
    auto document = small_document();
    SUBCASE("bars of two columns") {
        at(document, "/tables/2/chart") = "bars";
        check_invalid(document, "/tables/2/columns: ");
    }
    SUBCASE("a pair of one column") {
        at(document, "/tables/1/chart") = "paired";
        check_invalid(document, "/tables/1/columns: ");
    }
    SUBCASE("a divided bar with two denominators") {
        at(document, "/tables/2/chart") = "stacked";
        check_invalid(document, "/tables/2/columns: ");
    }
    SUBCASE("an unknown kind") {
        at(document, "/tables/1/chart") = "pie";
        check_invalid(document, "/tables/1/chart: ");
    }
    SUBCASE("the same table twice") {
        at(document, "/tables/1/id") = "domains";
        check_invalid(document, "/tables: ");
    }
    SUBCASE("the same row twice") {
        at(document, "/tables/1/rows/1/token") = "female";
        check_invalid(document, "/tables/1/rows: ");
    }
    SUBCASE("an id that would break the page") {
        at(document, "/tables/1/id") = "a b\"";
        check_invalid(document, "/tables/1/id: ");
    }
}

TEST_CASE("dates that do not exist are refused") {
    auto document = small_document();
    for (const auto* date : {"2024-02-30", "07.10.2024", "2024-10-7", "yesterday", ""}) {
        at(document, "/scope/first_mapped_on") = date;
        check_invalid(document, "/scope/first_mapped_on: ");
    }
    at(document, "/scope/first_mapped_on") = "2024-10-19"; // after the last one
    check_invalid(document, "/scope: ");
    at(document, "/scope/first_mapped_on") = nullptr;
    check_invalid(document, "/scope: ");
}

TEST_CASE("an error never repeats what the document holds") {
    auto document = small_document();
    at(document, "/tables/0/chart") = "12857912345";
    at(document, "/tables/0/title") = json::object{{"12857912345", "Kari Nordmann"}};
    CHECK_FALSE(contains(error_of(document).message, "12857912345"));
    CHECK_FALSE(contains(error_of(document).message, "Kari"));
    at(document, "/tables/0/chart") = "stacked";
    CHECK_FALSE(contains(error_of(document).message, "12857912345"));
}

} // namespace malformed_document_test
