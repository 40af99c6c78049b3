#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/write/report_document.hpp>

#include "unit/statistics/round_fixture.hpp"

namespace report_document_test {

using namespace brukerplan;
using round_test::person_number;
using round_test::registered;
namespace json = boost::json;

std::vector<std::string> numbers_put_in() {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < 20; ++i) {
        numbers.push_back(person_number(i));
    }
    return numbers;
}

/// Twenty people, half of them registered twice, with identity numbers in every free text.
std::string file_of_twenty() {
    std::string text{round_test::header};
    for (const auto& number : numbers_put_in()) {
        registered r;
        r.number = number;
        text += r.row();
        r.mapped_on = "2024-11-06";
        r.sex = "male";
        std::string row = r.row();
        const bool with_reference = number.back() % 2 == 0;
        if (with_reference) {
            row.replace(0, 1, number); // the row reference: an error, and never shown
        }
        text += row;
    }
    return text + "unreadable\n";
}

struct document {
    round_test::counted counted = round_test::count({file_of_twenty()});
    std::string text = make_report_document(counted.round, counted.findings, *shipped_pack(),
                                            round_test::sum16(), round_test::test_policy());
    json::object root = json::parse(text).as_object();
};

const document& made() {
    static const document d;
    return d;
}

std::uint64_t number_of(const json::value& v) {
    return v.to_number<std::uint64_t>();
}

std::string digits_of(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        }
    }
    return digits;
}

TEST_SUITE("write: the report document") {

    TEST_CASE("it is JSON that says what it is and where it comes from") {
        const auto& root = made().root;
        CHECK(root.at("format") == "brukerplan/report-document");
        CHECK(root.at("version") == 1);
        CHECK(root.at("status") == "internal");
        const auto& provenance = root.at("provenance").as_object();
        CHECK(provenance.at("pack") == "brukerplan/2024");
        CHECK(provenance.at("scheme") == "sum16/1");
        CHECK(provenance.at("merge_policy") == "latest_mapped_on/1");
        CHECK(provenance.at("test_numbers") == true);
        CHECK(provenance.at("reference_date").is_null());
    }

    TEST_CASE("its counts are those of the round") {
        const auto& counts = made().root.at("counts").as_object();
        const auto& c = made().counted.round.counts;
        CHECK(number_of(counts.at("rows")) == c.rows);
        CHECK(number_of(counts.at("unreadable")) == c.unreadable);
        CHECK(number_of(counts.at("with_errors")) == c.with_errors);
        CHECK(number_of(counts.at("registrations")) == c.registrations);
        CHECK(number_of(counts.at("persons")) == c.persons);
        CHECK(number_of(counts.at("unlinked")) == c.unlinked);
        CHECK(c.rows == 41);
        CHECK(c.unreadable == 1);
        CHECK(c.persons == 20);
    }

    TEST_CASE("its tables are those of the tabulation, without rows for an empty rest") {
        const auto counted =
            made().counted.round.persons.tables(*shipped_pack(), round_test::sum16());
        const auto& written = made().root.at("tables").as_array();
        REQUIRE(written.size() == counted.size());
        for (const auto& table : counted) {
            CAPTURE(table.id);
            const json::object* found = nullptr;
            for (const auto& candidate : written) {
                if (candidate.at("id") == json::string_view{table.id}) {
                    found = &candidate.as_object();
                }
            }
            REQUIRE(found != nullptr);
            const auto& columns = found->at("columns").as_array();
            REQUIRE(columns.size() == table.columns.size());
            for (std::size_t i = 0; i < columns.size(); ++i) {
                CHECK(columns[i].at("token") == json::string_view{table.columns[i].token});
                CHECK(columns[i].at("denominator").at("unit") == "persons");
                CHECK(number_of(columns[i].at("denominator").at("count")) ==
                      table.columns[i].of.count);
            }
            std::size_t at = 0;
            const auto& rows = found->at("rows").as_array();
            for (const auto& row : table.rows) {
                const bool shown =
                    at < rows.size() && rows[at].at("token") == json::string_view{row.token};
                if (!shown) {
                    CHECK(row.counts == std::vector<std::uint64_t>(row.counts.size(), 0));
                    continue;
                }
                const auto& counts = rows[at++].at("counts").as_array();
                REQUIRE(counts.size() == row.counts.size());
                for (std::size_t i = 0; i < counts.size(); ++i) {
                    CHECK(number_of(counts[i]) == row.counts[i]);
                }
            }
            CHECK(at == rows.size());
        }
    }

    TEST_CASE("its findings are counts of records") {
        for (const auto& finding : made().root.at("findings").as_array()) {
            const auto& code = finding.at("code").as_string();
            bool known = false;
            for (std::size_t i = 0; i < shipped_pack()->rules.size(); ++i) {
                if (shipped_pack()->rules[i].code == std::string_view{code.data(), code.size()}) {
                    known = true;
                    CHECK(number_of(finding.at("count")) == made().counted.findings.records(i));
                }
            }
            CHECK(known);
        }
        CHECK_FALSE(made().root.at("findings").as_array().empty());
    }

    TEST_CASE("it holds no digits of anybody's number") {
        const auto digits = digits_of(made().text);
        for (const auto& number : numbers_put_in()) {
            CHECK(made().text.find(number) == std::string::npos);
            CHECK(made().text.find(number.substr(0, 6)) == std::string::npos);
            CHECK(made().text.find(number.substr(6)) == std::string::npos);
            CHECK(digits.find(number) == std::string::npos);
        }
    }

    TEST_CASE("it names the place and the time, and a fictional place as fictional") {
        const auto& scope = made().root.at("scope").as_object();
        CHECK(scope.at("municipalities").at(0).at("code") == "9001");
        CHECK(scope.at("municipalities").at(0).at("name").is_string());
        CHECK(scope.at("first_mapped_on") == "2024-11-05");
        CHECK(scope.at("last_mapped_on") == "2024-11-06");
        CHECK(scope.at("mapping_years").at(0) == 2024);
    }

    TEST_CASE("it is the same text for the same input") {
        CHECK(document{}.text == made().text);
    }
}

} // namespace report_document_test
