// Every rule of the municipality survey has cases that it is silent about and cases in which it
// finds something, and the good answer gives none.

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "rule_case_checks.hpp"
#include "survey_answer.hpp"
#include "survey_cases.hpp"

namespace survey_cases_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

std::vector<rule_case> all_survey_cases() {
    auto all = survey_reading_cases();
    auto answers = survey_answer_cases();
    std::move(answers.begin(), answers.end(), std::back_inserter(all));
    return all;
}

std::string found_in(const std::string& file, const validation_options& options) {
    return listed(codes_of(findings_in(file, options, survey()), *survey()));
}

TEST_SUITE("validation: municipality survey") {

    TEST_CASE("a good answer gives no finding, in CSV and in JSON") {
        CHECK(found_in(good_answer().file(), test_policy()) == "");
        const auto as_json = findings_in_json(good_answer().json(), test_policy(), survey());
        CHECK(as_json.details().empty());
        const auto real = good_answer().with({{"municipality", "0301"}, {"district", "030103"}});
        CHECK(found_in(real.file(), {}) == "");
    }

    TEST_CASE("a good answer without what may be left out gives no finding") {
        for (const auto& f : survey()->fields) {
            CAPTURE(f.name);
            if (!f.required && f.name != "plans" && f.name != "plans_other") {
                CHECK(found_in(good_answer().without({f.name}).file(), test_policy()) == "");
                CHECK(found_in(good_answer().with({{f.name, ""}}).file(), test_policy()) == "");
            }
        }
        const auto no_plan = good_answer().without({"plans", "plans_other"});
        CHECK(found_in(no_plan.file(), test_policy()) == "");
    }

    TEST_CASE("each case gives the findings it names and no others") {
        check_findings(all_survey_cases(), survey());
    }

    TEST_CASE("every rule has a case that it is silent about and one with a finding") {
        check_coverage(all_survey_cases(), *survey());
    }

    TEST_CASE("a condition, bound or severity changed in the pack fails a case") {
        check_mutants(all_survey_cases(), *survey());
    }

    TEST_CASE("the example that the pack gives of a rule makes it fire in a good answer") {
        const auto text = shipped_pack_json("municipality-survey/2019");
        const auto document = boost::json::parse({text.data(), text.size()});
        for (const auto& r : document.at("rules").as_array()) {
            const std::string code{r.at("code").as_string()};
            CAPTURE(code);
            const auto* example = r.as_object().if_contains("example");
            REQUIRE((example == nullptr) == (r.at("kind") == "row"));
            sample_record::cells cells;
            for (const auto& [field, content] :
                 example != nullptr ? example->as_object() : boost::json::object{}) {
                cells.emplace_back(field, std::string{content.as_string()});
            }
            const auto found = found_in(good_answer().with(cells).file(), test_policy());
            CHECK((found.find(code) != std::string::npos) == (example != nullptr));
        }
    }

    TEST_CASE("no message or advice leaves a placeholder open or repeats a cell") {
        for (const auto& c : all_survey_cases()) {
            const auto log = findings_of(c, survey());
            for (const auto& f : log.details()) {
                CAPTURE(survey()->rules[f.rule].code);
                for (const auto& language : survey()->languages) {
                    const auto words = message_of(f, *survey(), language) + " " +
                                       action_of(f, *survey(), language);
                    CHECK(words.find('{') == std::string::npos);
                    CHECK(words.find("Boligsosial") == std::string::npos);
                    CHECK(words.find("planarbeidet") == std::string::npos);
                }
            }
        }
    }
}

} // namespace survey_cases_test
