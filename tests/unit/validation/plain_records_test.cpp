// A plain, good record gives no warning.

#include <doctest/doctest.h>

#include <string>

#include "sample_people.hpp"

namespace plain_records_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

TEST_SUITE("validation: plain, good records") {

    TEST_CASE("give no finding at all") {
        for (const auto& person : plain_people()) {
            CAPTURE(person.who);
            CHECK(listed(codes_of(person.record)) == "");
        }
    }

    TEST_CASE("give none from a form that sends JSON") {
        for (const auto& person : plain_people()) {
            CAPTURE(person.who);
            CHECK(listed(codes_of(findings_in_json(person.record.json(), test_policy()))) == "");
        }
    }

    TEST_CASE("give none with dates of the period and before the reference date") {
        auto options = test_policy();
        options.period_first = day(2024, 5, 1);
        options.period_last = day(2024, 5, 14);
        options.reference_date = day(2024, 6, 1);
        for (const auto& person : plain_people()) {
            CAPTURE(person.who);
            CHECK(listed(codes_of(person.record, options)) == "");
        }
    }

    TEST_CASE("of real people in real municipalities give none without the test policy") {
        const auto record = woman_with_both_problems().with(
            {{"municipality", "1103"}, {"national_number", ""}, {"birth_year", "1985"}});
        CHECK(listed(codes_of(record, {})) == "");
    }

    TEST_CASE("with nothing but the columns that a file must have give none") {
        CHECK(listed(codes_of(minimal_columns())) == "");
        const auto with_number =
            minimal_columns()
                .without({"birth_year"})
                .with({{"national_number", number_of(day(1985, 3, 9), sex::female)}});
        CHECK(listed(codes_of(with_number)) == "");
    }

    TEST_CASE("lose no finding and gain none by any one column that they need not have") {
        const auto people = plain_people();
        for (const auto& f : instrument()->fields) {
            if (f.required) {
                continue;
            }
            for (const auto& person : people) {
                CAPTURE(f.name);
                CAPTURE(person.who);
                CHECK(listed(codes_of(person.record.without({f.name}))) == "");
            }
        }
    }

    TEST_CASE("with an empty cell that may be empty give at most an information") {
        for (const auto& f : instrument()->fields) {
            const bool domain = f.role && index_of(*f.role) < domain_tokens.size();
            if (f.required || domain) {
                continue;
            }
            for (const auto& person : plain_people()) {
                CAPTURE(f.name);
                CAPTURE(person.who);
                const auto found = findings_of(person.record.with({{f.name, ""}}));
                CHECK(found.findings(severity::warning) == 0);
                CHECK_FALSE(found.has_errors());
            }
        }
    }

    TEST_CASE("of Oslo need a district") {
        const auto record = woman_with_both_problems().with({{"municipality", "0301"}});
        CHECK(listed(codes_of(record)) == "BP-GEO-002");
        CHECK(listed(codes_of(record.with({{"district", "030102"}}))) == "");
    }
}

} // namespace plain_records_test
