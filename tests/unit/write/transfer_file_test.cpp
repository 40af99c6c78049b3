#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include "unit/register/round_fixture.hpp"

namespace transfer_file_test {

using namespace brukerplan;
using namespace brukerplan::register_test;

std::string header_of(const std::string& file) {
    return file.substr(0, file.find('\n'));
}

TEST_SUITE("write: the file that leaves") {

    TEST_CASE("it has the columns of the transfer set, without what says who somebody is") {
        const auto way = transfer_of({woman_with_both_problems()});
        CHECK(header_of(way.file) ==
              "row_ref,municipality,district,mapping_year,mapped_on,unit_kind,birth_year,sex,"
              "birth_country_group,work_experience,substance_problem,mental_disorder,housing,"
              "activity,economy,physical_health,mental_health,substance_use,social_functioning,"
              "network,substances,injects,opioid_agonist_treatment,housing_kind,main_activity,"
              "income_source,managed_economy,violence,suicide_attempt,pregnant,children_care,"
              "children_contact,others_children,children_with_child_welfare,individual_plan,"
              "coordinator,services_received,services_needed");
        auto expected = woman_with_both_problems()
                            .with({{"row_ref", "1"}})
                            .without({"unit", "mapper", "national_number", "informed", "objects",
                                      "record_noted"});
        REQUIRE(way.rows.size() == 1);
        for (const auto& [column, cell] : expected.all()) {
            CAPTURE(column);
            CHECK(way.rows[0].at(column) == cell);
        }
    }

    TEST_CASE("everybody was mapped on the last day of the round") {
        const auto record = woman_with_both_problems();
        const auto way = transfer_of({record.with({{"mapped_on", "2024-04-01"}}),
                                      record.with(identity_of(day(1970, 1, 1), sex::female))});
        REQUIRE(way.rows.size() == 2);
        CHECK(way.rows[0].at("mapped_on") == "2024-05-06");
        CHECK(way.rows[1].at("mapped_on") == "2024-05-06");
        CHECK(way.receipt().scope.first_day == day(2024, 4, 1));
    }

    TEST_CASE("a column that no unit had is not there") {
        const auto record = minimal_columns().with({{"informed", "yes"}});
        const auto way = transfer_of({record});
        CHECK(header_of(way.file) ==
              "row_ref,municipality,mapping_year,mapped_on,birth_year,substance_problem,"
              "mental_disorder,housing,activity,economy,physical_health,mental_health,"
              "substance_use,social_functioning,network,services_received");
        const auto again = findings_in(way.file, test_policy());
        CHECK(again.rows() == 1);
        CHECK(again.rows_with_errors() == 0);
    }

    TEST_CASE("the set can be made smaller, as long as a file of registrations is left") {
        const std::vector<std::string> without{"birth_country_group", "pregnant"};
        const auto smaller = make_transfer_set(*instrument(), without);
        CHECK(smaller.id == "transfer/1+reduced");
        CHECK(smaller.fields.size() + 2 == make_transfer_set(*instrument()).fields.size());
        CHECK(make_transfer_set(*instrument()).id == "transfer/1");
        finding_log log;
        auto round = new_round(log);
        add_file(round, woman_with_both_problems().file());
        const auto way =
            finish(std::move(round), std::move(log), policy_of(), *instrument(), without);
        CHECK_FALSE(way.rows[0].contains("pregnant"));
        CHECK(way.rows[0].contains("injects"));
        CHECK(way.receipt().transfer_set == "transfer/1+reduced");
        CHECK_FALSE(findings_in(way.file, test_policy()).has_errors());
        for (const std::string name : {"housing", "birth_year", "mapped_on", "row_ref", "unit",
                                       "national_number", "informed", "shoe_size"}) {
            CAPTURE(name);
            CHECK_THROWS_AS((void)make_transfer_set(*instrument(), std::vector{name}),
                            std::invalid_argument);
        }
    }

    TEST_CASE("what a pack of somebody's own adds leaves by its type") {
        auto own = std::make_shared<pack>(*instrument());
        const auto add = [&](std::string name, field_type type) {
            field f;
            f.name = std::move(name);
            f.type = type;
            own->fields.push_back(f);
        };
        add("remark", field_type::text);
        add("spouse_number", field_type::national_number);
        add("first_contact", field_type::date);
        add("visits", field_type::integer);
        add("home", field_type::municipality);
        const auto record = woman_with_both_problems().with({{"remark", "a canary"},
                                                             {"spouse_number", "x"},
                                                             {"first_contact", "1999-01-02"},
                                                             {"visits", "12"},
                                                             {"home", "0301"}});
        const auto through = [&](const sample_record& r) {
            finding_log log;
            auto round = new_round(log, test_policy(), own);
            add_file(round, r.file(), 65'536, own);
            return finish(std::move(round), std::move(log), policy_of(merge_policies[0], {}, *own),
                          *own);
        };
        const auto way = through(record);
        REQUIRE(way.rows.size() == 1);
        for (const std::string name : {"remark", "spouse_number", "first_contact"}) {
            CHECK_FALSE(way.rows[0].contains(name));
        }
        CHECK(way.rows[0].at("visits") == "12");
        CHECK(way.rows[0].at("home") == "0301");
        // A number of five digits may be a date of birth.
        CHECK(through(record.with({{"visits", "90385"}})).rows[0].at("visits") == "");
    }

    TEST_CASE("records of another pack are refused") {
        const auto way = transfer_of({woman_with_both_problems()});
        const auto older = load_pack(shipped_pack_json("brukerplan/2019"));
        REQUIRE(older.has_value());
        CHECK_THROWS_AS(write_transfer_file(way.result, **older, [](std::string_view) {}),
                        std::invalid_argument);
    }
}

} // namespace transfer_file_test
