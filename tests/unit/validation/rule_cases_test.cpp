// Every rule of the pack has cases that it is silent about and cases in which it finds something,
// and says what its row in the pack says. Mutants of the pack show that the cases hold it fast.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>

#include "rule_case_checks.hpp"

namespace rule_cases_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

TEST_SUITE("validation: rules") {

    TEST_CASE("each case gives the findings it names and no others") {
        check_findings(all_rule_cases(), instrument());
    }

    TEST_CASE("every rule of the pack has a case that it is silent about and one with a finding") {
        check_coverage(all_rule_cases(), *instrument());
    }

    TEST_CASE("a field that a rule checks by itself has a case with a finding") {
        const std::set<rule_kind> each{rule_kind::alone, rule_kind::required, rule_kind::range,
                                       rule_kind::identity_in_text};
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& c : all_rule_cases()) {
            if (c.expected) {
                seen.emplace(c.code, c.expected->field);
            }
        }
        for (const auto& r : instrument()->rules) {
            for (const auto f : r.fields) {
                if (each.contains(r.kind) && !r.unreadable) {
                    CHECK_MESSAGE(seen.contains({r.code, field_name(f)}), r.code, " ",
                                  field_name(f));
                }
            }
        }
    }

    TEST_CASE("a pack without a rule finds the same, except what that rule found") {
        const auto cases = all_rule_cases();
        for (const auto& r : instrument()->rules) {
            auto fewer = std::make_shared<pack>(*instrument());
            std::erase_if(fewer->rules, [&](const rule& other) { return other.code == r.code; });
            for (const auto& c : cases) {
                if (c.code != r.code || !c.expected) {
                    continue;
                }
                CAPTURE(c.code);
                CAPTURE(c.what);
                auto left = codes_of(findings_of(c, instrument()));
                CHECK(std::erase(left, c.code) == 1);
                CHECK(codes_of(findings_of(c, fewer), *fewer) == left);
            }
        }
    }

    TEST_CASE("a condition, bound or severity changed in the pack fails a case") {
        check_mutants(all_rule_cases(), *instrument());
    }
}

} // namespace rule_cases_test
