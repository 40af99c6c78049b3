// Messages and what to do about them, in the reader's language.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>

#include <brukerplan/validation/nearest_codes.hpp>

#include "rule_cases.hpp"

namespace messages_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

constexpr std::array<const char*, 3> languages{"nb", "nn", "en"};

const finding& first_of(const finding_log& log, std::string_view code) {
    for (const auto& f : log.details()) {
        if (instrument()->rules[f.rule].code == code) {
            return f;
        }
    }
    FAIL("no finding of ", std::string{code});
    return log.details().front();
}

/// The message about a record in English, and what to do.
std::string english(const sample_record& record, std::string_view code) {
    const auto log = findings_of(record);
    const auto& f = first_of(log, code);
    return message_of(f, *instrument(), "en") + " " + action_of(f, *instrument(), "en");
}

names nearest(const sample_record& record, std::string_view code) {
    const auto log = findings_of(record);
    for (const auto& p : first_of(log, code).parameters) {
        if (p.name == "nearest") {
            return std::get<names>(p.value);
        }
    }
    return {};
}

TEST_SUITE("validation: messages") {

    TEST_CASE("have no brace and no dash left over, in any language") {
        std::set<std::string> seen;
        for (const auto& c : all_rule_cases()) {
            if (!c.expected) {
                continue;
            }
            const auto log = c.text.starts_with('{') ? findings_in_json(c.text, c.options)
                                                     : findings_in(c.text, c.options);
            CAPTURE(c.code);
            CAPTURE(c.what);
            const auto& f = first_of(log, c.code);
            const bool no_suggestion =
                std::any_of(f.parameters.begin(), f.parameters.end(), [](const auto& p) {
                    const auto* list = std::get_if<names>(&p.value);
                    return list != nullptr && list->empty();
                });
            for (const auto* language : languages) {
                const auto message = message_of(f, *instrument(), language);
                const auto action = action_of(f, *instrument(), language);
                for (const auto& text : {message, action}) {
                    CHECK(text.find_first_of("{}") == text.npos);
                    CHECK(text.find('\n') == text.npos);
                    const bool dash = (" " + text).find(" -") != std::string::npos ||
                                      text.find("(-") != text.npos;
                    CHECK(dash == (no_suggestion && text == action));
                    CHECK(text.back() == '.');
                }
            }
            CHECK(message_of(f, *instrument(), "nb") != message_of(f, *instrument(), "en"));
            seen.insert(c.code);
        }
        CHECK(seen.size() == count_rules_about_rows(*instrument()));
    }

    TEST_CASE("about a person name the other rows") {
        for (std::size_t i = 0; i < instrument()->rules.size(); ++i) {
            const auto& r = instrument()->rules[i];
            if (is_about_row(r)) {
                continue;
            }
            CAPTURE(r.code);
            finding f;
            f.rule = i;
            f.field = r.fields.front();
            f.parameters = {{"rows", names{"R-7", "R-9"}}};
            for (const auto* language : languages) {
                const auto message = message_of(f, *instrument(), language);
                CHECK(message.find_first_of("{}") == message.npos);
                CHECK((message.find("R-7, R-9)") == message.npos) ==
                      (r.person == person_check::other_number)); // which is counted alone
                CHECK(action_of(f, *instrument(), language).back() == '.');
            }
        }
    }

    TEST_CASE("fall back to bokmal in a language that the pack lacks") {
        const auto log = findings_of(woman_with_both_problems().with({{"objects", "yes"}}));
        const auto& f = log.details().front();
        CHECK(message_of(f, *instrument(), "se") == message_of(f, *instrument(), "nb"));
    }

    TEST_CASE("name the field and the domains by their labels") {
        const auto record = woman_with_both_problems();
        CHECK(english(record.with({{"physical_health", ""}, {"network", ""}}), "BP-DOM-003")
                  .starts_with("Domains not assessed: Physical health, Network."));
        CHECK(english(record.with({{"birth_year", "?"}}), "BP-FLD-001").find("Birth year") !=
              std::string::npos);
    }

    TEST_CASE("say why a number is invalid in words, for every reason there can be") {
        const auto* causes = instrument()->find_list("number_cause");
        REQUIRE(causes != nullptr);
        for (std::size_t i = 1; i < national_id_reason_count; ++i) {
            const auto reason = static_cast<national_id_reason>(i);
            const bool never = reason == national_id_reason::lost_leading_zero ||
                               reason == national_id_reason::synthetic_not_allowed;
            CHECK_MESSAGE(causes->find(token_of(reason)).has_value() != never, token_of(reason));
        }
        for (const auto token : normalise_reason_tokens) {
            CHECK_MESSAGE(causes->find(token).has_value(), token);
        }
        auto wrong = number_of(day(1985, 3, 9), sex::female);
        wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);
        const auto text =
            english(woman_with_both_problems().with({{"national_number", wrong}}), "BP-ID-001");
        CHECK(text.find("control digit") != std::string::npos);
        CHECK(text.find('_') == std::string::npos);
    }

    TEST_CASE("suggest the municipality's new number") {
        const auto record = woman_with_both_problems();
        CHECK(english(record.with({{"municipality", "1201"}}), "BP-GEO-001").find("4601") !=
              std::string::npos);
        CHECK(english(record.with({{"municipality", "1507"}}), "BP-GEO-001").find("1508, 1580") !=
              std::string::npos);
        CHECK(english(record.with({{"municipality", "301"}}), "BP-GEO-001").find("0301") !=
              std::string::npos);
    }

    TEST_CASE("suggest the nearest codes, the right one first") {
        const auto record = woman_with_both_problems();
        const auto of = [&](std::string column, std::string content, std::string_view code) {
            return nearest(record.with({{std::move(column), std::move(content)}}), code);
        };
        CHECK(of("housing", "grenn", "BP-DOM-001").front() == "green");
        CHECK(of("housing", "GRENN", "BP-DOM-001").front() == "green");
        CHECK(of("housing", "gr\xC3\xB8nn", "BP-DOM-001").front() == "green");
        CHECK(of("housing", "gul", "BP-DOM-001").front() == "yellow");
        CHECK(of("housing",
                 "R\xC3\xB8"
                 "d",
                 "BP-DOM-001")
                  .front() == "red");
        CHECK(of("substances", "opiods", "BP-FLD-002").front() == "opioids");
        CHECK(of("substances", "Alcohol | opiods", "BP-FLD-002").front() == "opioids");
        CHECK(of("substances", "ghb,,stimulant", "BP-FLD-002").front() == "stimulants");
        CHECK(of("injects", "ja", "BP-FLD-002").front() == "yes");
        CHECK(of("injects", "Nei", "BP-FLD-002").front() == "no");
        CHECK(of("injects", "yess", "BP-FLD-002").size() == 3);
        CHECK(of("services_needed", "outreach", "BP-SRV-001").front() == "outreach_team");
        CHECK(of("services_needed", "fastlege", "BP-SRV-001").front() == "gp");
        CHECK(of("services_needed", "gp|Fastlege", "BP-SRV-001").front() == "gp");
    }

    TEST_CASE("the distance of two words is what it takes to make one the other") {
        CHECK(edit_distance("", "") == 0);
        CHECK(edit_distance("", "green") == 5);
        CHECK(edit_distance("green", "") == 5);
        CHECK(edit_distance("grenn", "green") == 1);
        CHECK(edit_distance("gren", "green") == 1);
        CHECK(edit_distance("kitten", "sitting") == 3);
        CHECK(edit_distance(std::string(1000, 'a'), std::string(64, 'a')) == 0);
    }
}

} // namespace messages_test
