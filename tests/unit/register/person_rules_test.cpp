// What units disagree on about a person is told, so that they can correct their forms.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "round_fixture.hpp"

namespace person_rules_test {

using namespace brukerplan;
using namespace brukerplan::register_test;
using strings = std::vector<std::string>;

const sample_record woman = woman_with_both_problems();
const sample_record earlier = woman.with({{"mapped_on", "2024-05-01"}, {"unit", "NAV"}});
const sample_record earliest = woman.with({{"mapped_on", "2024-04-01"}, {"unit", "Team C"}});

strings rows_of(const finding& f) {
    REQUIRE(f.parameters.size() == 1);
    CHECK(f.parameters[0].name == "rows");
    return std::get<strings>(f.parameters[0].value);
}

TEST_SUITE("register: rules over a person") {

    TEST_CASE("units that agree are told nothing, and neither is a single registration") {
        CHECK(transfer_of({woman, earlier, earliest}).about_persons.details().empty());
        CHECK(transfer_of({woman}).about_persons.details().empty());
    }

    TEST_CASE("different birth years and sexes are errors, each by itself") {
        const sample_record::cells d_number{
            {"national_number", number_of(day(1985, 3, 9), sex::female, {40})}};
        const auto way =
            transfer_of({woman.with(d_number),
                         earlier.with(d_number).with({{"birth_year", "1986"}, {"sex", "male"}}),
                         earliest.with(d_number).with({{"birth_year", "1986"}})});
        const auto findings = found(way, "BP-MRG-001");
        REQUIRE(findings.size() == 2);
        CHECK(field_name(findings[0].field) == "birth_year");
        CHECK(rows_of(findings[0]) == strings{"2", "3"});
        CHECK(field_name(findings[1].field) == "sex");
        CHECK(rows_of(findings[1]) == strings{"2"});
        for (const auto& f : findings) {
            CHECK(f.record == 0);
            CHECK(f.severity == severity::error);
            CHECK(f.row_ref == "R-17");
            CHECK(f.unit == "Team A");
        }
    }

    TEST_CASE("green in one unit and red in another is a warning, a step is none") {
        const auto way = transfer_of({earlier.with({{"housing", "green"}, {"network", "green"}}),
                                      woman.with({{"housing", "red"}, {"network", "yellow"}})});
        const auto findings = found(way, "BP-MRG-002");
        REQUIRE(findings.size() == 1);
        CHECK(field_name(findings[0].field) == "housing");
        CHECK(findings[0].record == 1); // the latest of the person
        CHECK(rows_of(findings[0]) == strings{"1"});
        CHECK(findings[0].severity == severity::warning);
    }

    TEST_CASE("the latest registration need not be one of those that disagree") {
        const auto way =
            transfer_of({woman.with({{"housing", "yellow"}}), earlier.with({{"housing", "red"}}),
                         earliest.with({{"housing", "green"}})});
        const auto findings = found(way, "BP-MRG-002");
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].record == 0);
        CHECK(rows_of(findings[0]) == strings{"2", "3"});
    }

    TEST_CASE("different categories are a warning, an unknown one is none") {
        const auto way = transfer_of({woman, earlier.with({{"mental_disorder", "less_serious"}}),
                                      earliest.with({{"mental_disorder", "unknown"}})});
        const auto findings = found(way, "BP-MRG-003");
        REQUIRE(findings.size() == 1);
        CHECK(rows_of(findings[0]) == strings{"2"});
    }

    TEST_CASE("different counts of children are told for each count") {
        const auto way = transfer_of({woman.with({{"children_care", "1"}}),
                                      earlier.with({{"children_care", ""}}),
                                      earliest.with({{"children_contact", "2"}})});
        const auto findings = found(way, "BP-MRG-004");
        REQUIRE(findings.size() == 2);
        CHECK(field_name(findings[0].field) == "children_care");
        CHECK(rows_of(findings[0]) == strings{"3"});
        CHECK(field_name(findings[1].field) == "children_contact");
        CHECK(rows_of(findings[1]) == strings{"3"});
    }

    TEST_CASE("a unit that has a person twice is told of its latest form") {
        const auto nav = sample_record::cells{{"unit", "NAV"}};
        const auto way = transfer_of({woman, earliest.with(nav), earlier.with(nav)});
        const auto findings = found(way, "BP-MRG-005");
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].record == 2);
        CHECK(findings[0].unit == "NAV");
        CHECK(rows_of(findings[0]) == strings{"2"});
        const auto unnamed = sample_record::cells{{"unit", ""}};
        CHECK(
            found(transfer_of({woman.with(unnamed), earlier.with(unnamed)}), "BP-MRG-005").empty());
    }

    TEST_CASE("a D-number and a birth number of one birth date and sex are a suspected pair") {
        const auto with_d_number =
            earlier.with({{"national_number", number_of(day(1985, 3, 9), sex::female, {40})}});
        const auto way = transfer_of({with_d_number, woman});
        CHECK(way.receipt().merged.persons == 2);
        CHECK(way.receipt().merged.suspected_pairs == 1);
        const auto findings = found(way, "BP-MRG-006");
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].record == 1);
        CHECK(rows_of(findings[0]) == strings{"1"});
        CHECK(findings[0].severity == severity::info);

        const auto other_day =
            earlier.with({{"national_number", number_of(day(1985, 3, 10), sex::female, {40})}});
        CHECK(transfer_of({other_day, woman}).receipt().merged.suspected_pairs == 0);
        const auto man = earlier.with(
            {{"national_number", number_of(day(1985, 3, 9), sex::male, {40})}, {"sex", "male"}});
        CHECK(transfer_of({man, woman}).receipt().merged.suspected_pairs == 0);
    }

    TEST_CASE("the profile of a caller holds for rules over a person too") {
        const auto rule_of = [](std::string_view code) {
            std::size_t i = 0;
            while (instrument()->rules[i].code != code) {
                ++i;
            }
            return i;
        };
        const std::vector<sample_record> records{woman.with({{"housing", "red"}}),
                                                 earlier.with({{"housing", "green"}})};
        auto options = test_policy();
        const auto opposite = rule_of("BP-MRG-002");
        options.tuning.areas.push_back({"", {{opposite, std::nullopt, "a test"}}});
        CHECK(found(transfer_of(records, policy_of(), options), "BP-MRG-002").empty());
        options.tuning.areas.push_back({"9001", {{opposite, severity::error, "a test"}}});
        const auto findings = found(transfer_of(records, policy_of(), options), "BP-MRG-002");
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].severity == severity::error);
    }

    TEST_CASE("findings stand in the order of records, and rows are not counted again") {
        const auto man = identity_of(day(1990, 2, 1), sex::male);
        finding_log log;
        auto round = new_round(log);
        add_file(round, file_of({woman.with({{"housing", "red"}}), earlier.with(man),
                                 earlier.with({{"housing", "green"}, {"children_care", "1"}}),
                                 woman.with(man).with({{"network", "green"}}),
                                 earliest.with(man).with({{"network", "red"}})}));
        const auto rows = log.rows();
        const auto unit_rows = total(log.counts().units().front().rows);
        const auto before = log.details().size();
        (void)merge(std::move(round), policy_of(), stamp(), log);
        CHECK(log.rows() == rows);
        CHECK(total(log.counts().units().front().rows) == unit_rows);
        strings told;
        for (std::size_t i = before; i < log.details().size(); ++i) {
            const auto& f = log.details()[i];
            told.push_back(std::to_string(f.record) + " " + instrument()->rules[f.rule].code);
        }
        CHECK(told == strings{"0 BP-MRG-002", "0 BP-MRG-004", "3 BP-MRG-002"});
        CHECK(log.records(log.details()[before].rule) == 2);
    }

    TEST_CASE("a finding says nothing of what a cell holds") {
        const auto way =
            transfer_of({woman.with({{"children_care", "7"}, {"row_ref", "R-1"}}), earlier});
        REQUIRE(way.about_persons.details().size() == 1);
        const auto message = message_of(way.about_persons.details()[0], *instrument(), "en");
        CHECK(message.find("(row 2)") != std::string::npos);
        CHECK(message.find('7') == std::string::npos);
    }
}

} // namespace person_rules_test
