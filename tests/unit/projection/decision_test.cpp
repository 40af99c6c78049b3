#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/count_families.hpp>
#include <brukerplan/projection/decision.hpp>
#include <brukerplan/write/decision_table.hpp>

namespace decision_test {

using namespace brukerplan;

const count_mass two_to_five{2, {0.1, 0.2, 0.3, 0.4}, 0, 0};

std::vector<count_fault> faults_of(std::string_view text) {
    const auto read = read_capacities(text_source(text));
    std::vector<count_fault> faults;
    if (!read) {
        for (const auto& fault : read.error().faults) {
            faults.push_back(fault.what);
        }
    }
    return faults;
}

std::vector<count_fault> faults_of_row(std::string_view row) {
    return faults_of("municipality,service,capacity,service_level,cost_under,cost_over,"
                     "person_years,cost\n" +
                     std::string{row} + "\n");
}

/// What a room is expected to cost.
double misjudging(const count_mass& use, std::uint32_t room, double under, double over) {
    double sum = 0;
    for (std::uint32_t persons = use.first; persons <= use.last(); ++persons) {
        sum += mass_at(use, persons) *
               (persons > room ? under * (persons - room) : over * (room - persons));
    }
    return sum;
}

TEST_SUITE("projection: decisions") {
    TEST_CASE("room that suffices with a probability is the least that does") {
        const auto room = [](double level) {
            return *decide(two_to_five, {{}, level, {}, {}}).capacity_needed;
        };
        CHECK(room(0.05) == 2);
        CHECK(room(0.25) == 3);
        CHECK(room(0.61) == 5);
        CHECK(room(0.99) == 5);
    }

    TEST_CASE("no other room is expected to cost less than that of the two costs") {
        for (const auto& [under, over] : {std::pair{3.0, 1.0}, {1.0, 9.0}, {5.0, 4.0}}) {
            const auto use = mass_of(negative_binomial{23.0, 0.1}, {});
            const double level = service_level_of(under, over);
            const auto best = *decide(use, {{}, level, {}, {}}).capacity_needed;
            for (std::uint32_t other = 0; other < 80; ++other) {
                CHECK(misjudging(use, best, under, over) <=
                      misjudging(use, other, under, over) + 1e-9);
            }
        }
    }

    TEST_CASE("persons above the room are counted one by one") {
        const auto decided = decide(two_to_five, {3.0, {}, {}, {}});
        CHECK(*decided.probability_exceeded == doctest::Approx(0.7));
        CHECK(*decided.expected_above == doctest::Approx(0.3 * 1 + 0.4 * 2));
        const auto enough = decide(two_to_five, {5.0, {}, {}, {}});
        CHECK(*enough.probability_exceeded == 0);
        CHECK(*enough.expected_above == 0);
        const auto part_time = decide(two_to_five, {3.5, {}, {}, {}});
        CHECK(*part_time.probability_exceeded == doctest::Approx(0.7));
        CHECK(*part_time.expected_above == doctest::Approx(0.3 * 0.5 + 0.4 * 1.5));
        CHECK(*decide(two_to_five, {0.0, {}, {}, {}}).expected_above == doctest::Approx(4));
    }

    TEST_CASE("person-years and money follow the mean and the high quantile") {
        const auto decided = decide(two_to_five, {{}, {}, 0.5, 100.0});
        CHECK(*decided.person_years == doctest::Approx(2));
        CHECK(*decided.person_years_q95 == doctest::Approx(2.5));
        CHECK(*decided.cost == doctest::Approx(400));
        CHECK(*decided.cost_q95 == doctest::Approx(500));
    }

    TEST_CASE("nothing is said of what no figure is given for") {
        decision_row row{"9001", "gp", {}, decide(two_to_five, {})};
        std::string line;
        append_csv_row(row, line);
        CHECK(line == "9001,gp,,,,,,,,,\n");
        CHECK(decision_csv_header() ==
              "municipality,service,service_level,capacity_needed,capacity,probability_exceeded,"
              "expected_above,person_years,person_years_q95,cost,cost_q95\n");
        row.figures = {3.0, 0.75, {}, 2.0};
        row.decided = decide(two_to_five, row.figures);
        line.clear();
        append_csv_row(row, line);
        CHECK(line == "9001,gp,0.7500,5,3.000,0.7000,1.100,,,8.00,10.00\n");
        line.clear();
        append_ndjson_row(row, line);
        CHECK(line.find(R"("capacity_needed":5,"capacity":3.000)") != line.npos);
        CHECK(line.find(R"("person_years":null)") != line.npos);
    }
}

TEST_SUITE("projection: capacity files") {
    TEST_CASE("a row needs a municipality and a service alone") {
        const auto table = read_capacities(text_source("service;municipality\ngp;9001\n"));
        REQUIRE(table);
        REQUIRE(table->size() == 1);
        CHECK(!table->begin()->second.capacity);
        CHECK(capacities_of(*table).empty());
    }

    TEST_CASE("the costs of misjudging become a service level") {
        const auto table = read_capacities(
            text_source("municipality;service;capacity;cost_under;cost_over\n9001;gp;12,5;3;1\n"));
        REQUIRE(table);
        const auto& figures = table->at({"9001", "gp"});
        CHECK(*figures.service_level == 0.75);
        CHECK(capacities_of(*table).at({"9001", "gp"}) == 12.5);
    }

    TEST_CASE("what a planner can get wrong is told") {
        using faults = std::vector<count_fault>;
        CHECK(faults_of_row("9001,gp,1,0.9,,,1,1") == faults{});
        CHECK(faults_of_row("9001,gp,,1,,,,") == faults{count_fault::not_a_level});
        CHECK(faults_of_row("9001,gp,,0,,,,") == faults{count_fault::not_a_level});
        CHECK(faults_of_row("9001,gp,,0.5,1,1,,") == faults{count_fault::level_and_costs});
        CHECK(faults_of_row("9001,gp,,,1,,,") == faults{count_fault::one_cost_alone});
        CHECK(faults_of_row("9001,gp,,,1,0,,") == faults{count_fault::not_a_cost});
        CHECK(faults_of_row("9001,gp,-1,,,,,") == faults{count_fault::not_a_number});
        CHECK(faults_of_row("9001,gp,,,,,a,") == faults{count_fault::not_a_number});
        CHECK(faults_of_row("9001,gp,1,,,,,\n9001,gp,2,,,,,") == faults{count_fault::duplicate});
        CHECK(faults_of_row("9001,,1,,,,,") == faults{count_fault::empty_cell});
    }
}

} // namespace decision_test
