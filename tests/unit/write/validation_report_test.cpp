#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include <boost/json.hpp>

#include <brukerplan/write/validation_report.hpp>

#include "unit/validation/sample_people.hpp"

namespace validation_report_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;
namespace json = boost::json;

struct checked {
    finding_log log;
    finding_examples examples{2};
    std::string text;
    json::object root;
};

checked report_of(const std::string& file, validation_options options = test_policy()) {
    checked result;
    result.log = findings_in(file, options);
    for (const auto& f : result.log.details()) {
        result.examples.add(f);
    }
    auto reader = csv_reader::from_text(file, instrument());
    REQUIRE(reader.has_value());
    static_cast<void>(reader->next());
    result.text = make_validation_report(result.log.counts(), result.examples, *instrument(),
                                         options, understood(reader->dialect()));
    result.root = json::parse(result.text).as_object();
    return result;
}

/// Ten rows: three units, five objections, a bad colour, and a row that cannot be read.
std::string ten_rows() {
    const auto good = woman_with_both_problems();
    std::string text = good.header() + "\n";
    for (int i = 0; i < 5; ++i) {
        text += good.with({{"objects", "yes"}, {"unit", "Team B"}}).row() + "\n";
    }
    text += good.with({{"housing", "purple"}}).row() + "\n";
    text += good.row() + "\n" + good.row() + "\n" + good.with({{"unit", ""}}).row() + "\n";
    return text + "unreadable\n";
}

std::uint64_t number(const json::value& v) {
    return v.to_number<std::uint64_t>();
}

TEST_SUITE("write: the validation report") {

    TEST_CASE("it says what it is, what made it and how the file was understood") {
        auto options = test_policy();
        options.reference_date = day(2024, 12, 31);
        const auto root = report_of(ten_rows(), options).root;
        CHECK(root.at("format") == "brukerplan/validation-report");
        CHECK(root.at("version") == 1);
        CHECK(root.at("status") == "internal");
        CHECK(root.at("provenance").at("pack") == "brukerplan/2024");
        CHECK(root.at("provenance").at("edition") == "1");
        CHECK(root.at("provenance").at("test_numbers") == true);
        CHECK(root.at("provenance").at("reference_date") == "2024-12-31");
        CHECK(root.at("provenance").at("period_first").is_null());
        CHECK(root.at("input").at("format") == "csv");
        CHECK(root.at("input").at("separator") == "semicolon");
        CHECK(root.at("input").at("charset") == "ascii");
        CHECK(root.at("input").at("header_language") == "english");
        CHECK(root.at("changes").as_array().empty());
        CHECK(root.at("thresholds").as_array().empty());
    }

    TEST_CASE("rows are those that can be used, those with errors and those that cannot be read") {
        const auto root = report_of(ten_rows()).root;
        const auto& counts = root.at("counts");
        CHECK(number(counts.at("rows")) == 10);
        CHECK(number(counts.at("usable")) == 3);
        CHECK(number(counts.at("with_errors")) == 6);
        CHECK(number(counts.at("unreadable")) == 1);
        CHECK(number(counts.at("findings").at("fatal")) == 1);
        CHECK(number(counts.at("findings").at("error")) == 6);
    }

    TEST_CASE("rules come with the most serious first, then the most frequent, and some examples") {
        const auto root = report_of(ten_rows()).root;
        const auto& rules = root.at("rules").as_array();
        REQUIRE(rules.size() == 3);
        CHECK(rules[0].at("code") == "BP-ROW-001");
        CHECK(rules[1].at("code") == "BP-RGT-001");
        CHECK(rules[2].at("code") == "BP-DOM-001");
        CHECK(rules[1].at("severity") == "error");
        CHECK(rules[1].at("ground") == "law");
        CHECK(number(rules[1].at("rows")) == 5);
        const auto& examples = rules[1].at("examples").as_array();
        REQUIRE(examples.size() == 2);
        CHECK(examples[0].at("row_ref") == "R-17");
        CHECK(examples[0].at("unit") == "Team B");
        CHECK(examples[0].at("field") == "objects");
        CHECK(number(examples[1].at("record")) == 1);
        for (const auto* language : {"nb", "nn", "en"}) {
            CHECK_FALSE(examples[0].at("message").at(language).as_string().empty());
            CHECK_FALSE(examples[0].at("action").at(language).as_string().empty());
            CHECK_FALSE(rules[1].at("title").at(language).as_string().empty());
        }
        CHECK(root.at("truncated").at("examples") == true);
        CHECK(root.at("truncated").at("units") == false);
    }

    TEST_CASE("units come with the most rows to correct first, and rows without one last") {
        const auto root = report_of(ten_rows()).root;
        const auto& units = root.at("units").as_array();
        REQUIRE(units.size() == 3);
        CHECK(units[0].at("name") == "Team B");
        CHECK(number(units[0].at("with_errors")) == 5);
        CHECK(units[0].at("rules").at(0).at("code") == "BP-RGT-001");
        CHECK(number(units[0].at("rules").at(0).at("rows")) == 5);
        CHECK(units[1].at("name") == "Team A");
        CHECK(number(units[1].at("rows")) == 3);
        CHECK(units[2].at("kind") == "unnamed");
        CHECK(units[2].at("name").is_null());
        CHECK(number(units[2].at("unreadable")) == 1);
    }

    TEST_CASE("fields come in the pack's order with what was found in them") {
        const auto root = report_of(ten_rows()).root;
        const auto& fields = root.at("fields").as_array();
        REQUIRE(fields.size() == 2);
        CHECK(fields[0].at("name") == "objects");
        CHECK(number(fields[0].at("findings").at("error")) == 5);
        CHECK(fields[1].at("name") == "housing");
    }

    TEST_CASE("more units than there is room for are counted together") {
        const auto good = woman_with_both_problems();
        std::string text = good.header() + "\n";
        for (std::size_t i = 0; i < most_units_in_report + 20; ++i) {
            text += good.with({{"unit", "Unit " + std::to_string(i)}}).row() + "\n";
        }
        text += good.with({{"unit", "Unit Z"}, {"objects", "yes"}}).row() + "\n";
        const auto root = report_of(text).root;
        const auto& units = root.at("units").as_array();
        CHECK(units.size() == most_units_in_report + 1);
        CHECK(units.front().at("name") == "Unit Z");
        CHECK(units.back().at("kind") == "others");
        CHECK(number(units.back().at("rows")) == 21);
        CHECK(root.at("truncated").at("units") == true);
        std::uint64_t rows = 0;
        for (const auto& unit : units) {
            rows += number(unit.at("rows"));
        }
        CHECK(rows == number(root.at("counts").at("rows")));
    }

    TEST_CASE("the same input gives the same bytes") {
        CHECK(report_of(ten_rows()).text == report_of(ten_rows()).text);
    }

    TEST_CASE("a change of a rule over a person is none of its own") {
        auto options = test_policy();
        auto& changes = options.tuning.areas.emplace_back().changes;
        for (std::size_t i = 0; i < instrument()->rules.size(); ++i) {
            const auto& code = instrument()->rules[i].code;
            if (code == "BP-RGT-001" || code == "BP-MRG-002") {
                changes.push_back({i, severity::info, "ours"});
            }
        }
        REQUIRE(changes.size() == 2);
        const auto root = report_of(ten_rows(), options).root;
        const auto& told = root.at("changes").as_array();
        REQUIRE(told.size() == 1);
        CHECK(told.front().at("code") == "BP-RGT-001");
    }

    TEST_CASE("an input without findings has empty lists") {
        const auto root = report_of(woman_with_both_problems().file()).root;
        CHECK(root.at("rules").as_array().empty());
        CHECK(root.at("fields").as_array().empty());
        CHECK(root.at("units").as_array().size() == 1);
        CHECK(root.at("truncated").at("examples") == false);
    }
}

} // namespace validation_report_test
