// Kinds of rules on their edges, where the rules of the shipped pack do not lead: with rules of
// their own, about the same fields.

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <boost/json.hpp>

#include "sample_people.hpp"

namespace rule_kinds_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;
namespace json = boost::json;

/// The shipped pack with one rule instead of its own. The rule is given by what differs.
expected<std::shared_ptr<const pack>, pack_error> load_with(std::string_view rule) {
    auto document = json::parse(shipped_pack_json("brukerplan/2024"));
    auto& rules = document.as_object()["rules"].as_array();
    auto one = rules.front().as_object();
    for (const auto* key : {"kind", "fields", "fault", "severity"}) {
        one.erase(key);
    }
    one["severity"] = "error";
    for (const auto* part :
         {"reason", "message", "action"}) { // those of its own kind are foreign here
        one[part] = one["title"];
    }
    const auto parsed = json::parse(rule);
    for (const auto& member : parsed.as_object()) {
        one[member.key()] = member.value();
    }
    rules = json::array{one};
    return load_pack(json::serialize(document));
}

std::size_t count(std::string_view rule, const sample_record& record) {
    const auto with = load_with(rule);
    REQUIRE_MESSAGE(with.has_value(), with.error().path, " ", with.error().message);
    return findings_in(record.file(), test_policy(), *with).details().size();
}

TEST_SUITE("validation: kinds of rules") {

    TEST_CASE("implies fires when its condition holds and all that follows fails") {
        constexpr std::string_view rule = R"({"kind": "implies", "fields": ["sex", "pregnant"],
            "when": [{"field": "pregnant", "is": ["yes"]}],
            "then": [{"field": "sex", "is": ["female"]}, {"field": "age", "at_least": 50}]})";
        const auto woman = woman_with_both_problems();
        const auto pregnant = woman.with({{"pregnant", "yes"}});
        CHECK(count(rule, woman) == 0);
        CHECK(count(rule, pregnant) == 0);
        CHECK(count(rule, pregnant.with({{"sex", "male"}})) == 1);
        CHECK(count(rule, pregnant.with({{"sex", ""}})) == 0);
        CHECK(count(rule, pregnant.with({{"sex", "?"}})) == 0);
        CHECK(count(rule, pregnant.with(identity_of(day(1970, 1, 1), sex::male))) == 0);
    }

    TEST_CASE("required takes an absent column as empty, required_when does not") {
        constexpr std::string_view required = R"({"kind": "required", "fields": ["pregnant"]})";
        constexpr std::string_view when = R"({"kind": "required_when",
            "fields": ["pregnant", "sex"], "when": [{"field": "sex", "is": ["female"]}]})";
        const auto woman = woman_with_both_problems();
        CHECK(count(required, woman.with({{"pregnant", ""}})) == 1);
        CHECK(count(required, woman.with({{"pregnant", "?"}})) == 0);
        CHECK(count(required, woman.without({"pregnant"})) == 1);
        CHECK(count(when, woman.with({{"pregnant", ""}})) == 1);
        CHECK(count(when, woman.with({{"pregnant", "?"}})) == 0);
        CHECK(count(when, woman.without({"pregnant"})) == 0);
        CHECK(count(when, woman.with({{"pregnant", ""}, {"sex", "male"}})) == 0);
    }

    TEST_CASE("a range is silent about a cell that cannot be read, unless it says otherwise") {
        const auto record = woman_with_both_problems().with({{"children_care", "to"}});
        CHECK(count(R"({"kind": "range", "fields": ["children_care"], "minimum": 0,
                        "maximum": 20})",
                    record) == 0);
        CHECK(count(R"({"kind": "range", "fields": ["children_care"], "minimum": 0,
                        "maximum": 20, "unreadable": true})",
                    record) == 1);
    }

    TEST_CASE("a field without a list can be asked only whether it is there") {
        constexpr std::string_view no_mapper = R"({"kind": "conflict", "fields": ["mapper"],
            "cases": [[{"field": "mapper", "is": ["missing", "absent"]}]]})";
        constexpr std::string_view mapper = R"({"kind": "conflict", "fields": ["mapper"],
            "cases": [[{"field": "mapper", "is_not": ["missing"]}]]})";
        const auto record = woman_with_both_problems();
        CHECK(count(no_mapper, record) == 0);
        CHECK(count(no_mapper, record.with({{"mapper", ""}})) == 1);
        CHECK(count(no_mapper, record.without({"mapper"})) == 1);
        CHECK(count(mapper, record) == 1);
        CHECK(count(mapper, record.with({{"mapper", ""}})) == 0);
        CHECK(count(mapper, record.without({"mapper"})) == 0);
    }

    TEST_CASE("a rule about fields that its kind cannot check is refused with the pack") {
        for (const std::string_view rule :
             {R"({"kind": "in_list", "fields": ["birth_year"]})",
              R"({"kind": "alone", "fields": ["sex"]})",
              R"({"kind": "range", "fields": ["sex"], "minimum": 0, "maximum": 1})",
              R"({"kind": "sum_at_most", "fields": ["children_care", "mapper"]})",
              R"({"kind": "identity_in_text", "fields": ["national_number"]})",
              R"({"kind": "national_number", "fields": ["unit"], "check": "valid"})",
              R"({"kind": "agrees_with_number", "fields": ["mapping_year", "national_number"]})",
              R"({"kind": "date_in_year", "fields": ["mapping_year", "mapped_on"],
                  "tolerance_days": 1, "severity_within": "info"})",
              R"({"kind": "municipality_valid", "fields": ["district", "mapped_on"]})",
              R"({"kind": "assessed", "fields": ["housing", "sex"], "check": "none"})",
              R"({"kind": "assessed", "fields": [], "check": "none"})",
              R"({"kind": "required", "fields": []})"}) {
            CAPTURE(rule);
            CHECK_FALSE(load_with(rule).has_value());
        }
    }

    TEST_CASE("a rule over a person says nothing of any record, not of one twice either") {
        const auto woman = woman_with_both_problems();
        const auto twice = woman.file() + woman.with({{"sex", "male"}, {"housing", "red"}}).row();
        for (const auto* rule :
             {R"({"kind": "person", "check": "differs", "fields": ["sex"]})",
              R"({"kind": "person", "check": "opposite", "fields": ["housing"]})",
              R"({"kind": "person", "check": "category",
                  "fields": ["substance_problem", "mental_disorder"]})",
              R"({"kind": "person", "check": "same_unit", "fields": ["unit"]})",
              R"({"kind": "person", "check": "other_number", "fields": ["national_number"]})"}) {
            CAPTURE(rule);
            const auto with = load_with(rule);
            REQUIRE_MESSAGE(with.has_value(), with.error().path, " ", with.error().message);
            CHECK(findings_in(twice, test_policy(), *with).details().empty());
            CHECK(findings_in_json(woman.json(), test_policy(), *with).details().empty());
        }
    }

    TEST_CASE("a row with a fault is for rules about rows, and they for it alone") {
        const auto file = woman_with_both_problems().header() + "\nonly;three;cells\n";
        const auto log = findings_in(file, test_policy());
        REQUIRE(codes_of(log) == names{"BP-ROW-001"});
        CHECK(log.details().front().field == finding::no_field);
        CHECK(log.details().front().row_ref == "");
        CHECK(log.rows(severity::fatal) == 1);
    }
}

} // namespace rule_kinds_test
