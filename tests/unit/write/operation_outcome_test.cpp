#include <doctest/doctest.h>

#include <set>
#include <string>

#include <boost/json.hpp>

#include <brukerplan/write/operation_outcome.hpp>

#include "unit/validation/sample_people.hpp"

namespace operation_outcome_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;
namespace json = boost::json;

json::object outcome_of(const finding_log& log, const std::string& language = "nb") {
    std::string text;
    operation_outcome_writer writer{*instrument(), language,
                                    [&](std::string_view part) { text += part; }};
    for (const auto& f : log.details()) {
        writer.add(f);
    }
    writer.finish();
    return json::parse(text).as_object();
}

TEST_SUITE("write: FHIR OperationOutcome") {

    TEST_CASE("a finding is an issue with the rule's code, words and place") {
        const auto log = findings_of(woman_with_both_problems().with({{"objects", "yes"}}));
        const auto outcome = outcome_of(log, "en");
        CHECK(outcome.at("resourceType") == "OperationOutcome");
        CHECK(outcome.at("language") == "en");
        const auto& issues = outcome.at("issue").as_array();
        REQUIRE(issues.size() == log.details().size());
        const auto& issue = issues[0].as_object();
        const auto& coding = issue.at("details").at("coding").at(0);
        CHECK(issue.at("severity") == "error");
        CHECK(issue.at("code") == "business-rule");
        CHECK(coding.at("system") == "urn:brukerplan:codesystem:brukerplan-2024:rules");
        CHECK(coding.at("code") == "BP-RGT-001");
        CHECK(issue.at("details").at("text").as_string() ==
              std::string_view{message_of(log.details()[0], *instrument(), "en")});
        CHECK(issue.at("diagnostics").as_string() ==
              std::string_view{action_of(log.details()[0], *instrument(), "en")});
        CHECK(issue.at("expression") == json::array{"row[0].objects"});
    }

    TEST_CASE("the related fields follow the field of the finding") {
        const auto log = findings_of(
            woman_with_both_problems().with({{"housing_kind", "homeless"}, {"housing", "green"}}));
        REQUIRE(codes_of(log).front() == "BP-HOU-001");
        CHECK(outcome_of(log).at("issue").at(0).at("expression") ==
              json::array{"row[0].housing", "row[0].housing_kind"});
    }

    TEST_CASE("a row that cannot be read is fatal, and has no field") {
        const auto log = findings_in(woman_with_both_problems().header() + "\nx\n", test_policy());
        const auto outcome = outcome_of(log);
        const auto& issue = outcome.at("issue").at(0);
        CHECK(issue.at("severity") == "fatal");
        CHECK(issue.at("code") == "structure");
        CHECK(issue.at("expression") == json::array{"row[0]"});
    }

    TEST_CASE("without findings there is one issue that says so") {
        const auto outcome = outcome_of(finding_log{});
        const auto& issues = outcome.at("issue").as_array();
        REQUIRE(issues.size() == 1);
        CHECK(issues[0].at("severity") == "information");
        CHECK(issues[0].at("code") == "informational");
        CHECK(issues[0].at("details").at("text") == "Kontrollene ga ingen funn.");
    }

    TEST_CASE("every kind of rule has a type of the value set that FHIR requires") {
        // http://hl7.org/fhir/R4/valueset-issue-type.html, those that are about content
        const std::set<std::string_view> known{"invalid",   "structure",    "required",     "value",
                                               "invariant", "code-invalid", "business-rule"};
        for (std::size_t kind = 0; kind < rule_kind_names.size(); ++kind) {
            CAPTURE(rule_kind_names[kind]);
            CHECK(known.contains(issue_type_of(static_cast<rule_kind>(kind))));
        }
        CHECK(issue_type_of(rule_kind::required) == "required");
        CHECK(issue_type_of(rule_kind::in_list) == "code-invalid");
        CHECK(issue_type_of(rule_kind::not_asked) == "business-rule");
    }
}

} // namespace operation_outcome_test
