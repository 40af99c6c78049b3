// The shares of a synthetic municipality are those of its table of marginals, within what chance
// allows. All in whole numbers and of one seed, so that the test cannot come and go.
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/model/domain.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/simulation/marginals.hpp>

#include "simulated_round.hpp"

namespace simulated_margins_test {

using namespace brukerplan;
using namespace brukerplan::testing;
using marginals::population;
using marginals::quantity;

const simulated_round& large_round() {
    static const auto round = [] {
        simulation_options options;
        options.recipients = 20'000;
        options.seed = 1;
        options.dirty_permille = 0;
        return simulate(options);
    }();
    return round;
}

/// One row a person of a group.
std::vector<std::size_t> group(population of) {
    std::vector<std::size_t> result;
    for (const auto row : large_round().persons()) {
        const bool substance = large_round().cell(row, "substance_problem") == "yes";
        if (substance == (of == population::substance_problem)) {
            result.push_back(row);
        }
    }
    return result;
}

using condition = std::function<bool(std::size_t row)>;

std::size_t permille(const std::vector<std::size_t>& rows, const condition& holds) {
    std::size_t count = 0;
    for (const auto row : rows) {
        count += holds(row) ? 1 : 0;
    }
    return count * 1000 / rows.size();
}

condition cell_is(std::string_view field, std::string_view token) {
    return [=](std::size_t row) { return large_round().cell(row, field) == token; };
}

bool positive(std::size_t row, std::string_view field) {
    const auto& cell = large_round().cell(row, field);
    return !cell.empty() && cell != "0";
}

void check_near(std::size_t measured, std::size_t wanted, std::size_t tolerance) {
    CAPTURE(measured);
    CAPTURE(wanted);
    CHECK(measured + tolerance >= wanted);
    CHECK(measured <= wanted + tolerance);
}

index_class class_of(std::size_t row) {
    static const scheme sum16{*large_round().instrument->find_scheme("sum16/1")};
    assessment a;
    for (const domain d : all_domains) {
        const auto& token = large_round().cell(row, token_of(d));
        a.set(d, token == "red" ? rating::red : token == "yellow" ? rating::yellow : rating::green);
    }
    return sum16(a).result;
}

condition class_is(index_class c) {
    return [=](std::size_t row) { return class_of(row) == c; };
}

constexpr std::size_t tolerance = 15; // permille; some two standard deviations of a group of 7 600

TEST_CASE("every share of the table is met") {
    // Duplicates show the persons' own colours only in part: a second unit sees some differently.
    for (const auto& share : marginals::shares) {
        const auto rows = group(share.of);
        CAPTURE(static_cast<int>(share.what));
        CAPTURE(token_of(share.about));
        condition holds;
        switch (share.what) {
        case quantity::red:
            holds = cell_is(token_of(share.about), "red");
            break;
        case quantity::green:
            holds = cell_is(token_of(share.about), "green");
            break;
        case quantity::men:
            holds = cell_is("sex", "male");
            break;
        case quantity::serious_mental:
            holds = cell_is("mental_disorder", "serious");
            break;
        case quantity::has_children:
            holds = [](std::size_t row) {
                return positive(row, "children_care") || positive(row, "children_contact");
            };
            break;
        case quantity::daily_care:
            holds = [](std::size_t row) { return positive(row, "children_care"); };
            break;
        case quantity::individual_plan:
            holds = cell_is("individual_plan", "yes");
            break;
        case quantity::injects:
            holds = cell_is("injects", "yes");
            break;
        case quantity::opioid_agonist_treatment:
            holds = cell_is("opioid_agonist_treatment", "yes");
            break;
        case quantity::child_has_child_welfare:
        case quantity::injects_of_red_use:
            continue; // of children, and of a part of the group
        }
        check_near(permille(rows, holds), share.permille, tolerance);
    }
}

TEST_CASE("categories are as in 2019") {
    const auto& truth = large_round().truth;
    constexpr std::size_t all = marginals::substance_only +
                                marginals::substance_and_less_serious_mental +
                                marginals::substance_and_serious_mental + marginals::mental_only;
    static_assert(all == 58'790);
    const auto check = [&](category c, std::size_t published) {
        check_near(truth.persons_by_category[static_cast<std::size_t>(c)] * 1000 / truth.persons,
                   published * 1000 / all, 10);
    };
    check(category::substance_only, marginals::substance_only);
    check(category::substance_and_less_serious_mental,
          marginals::substance_and_less_serious_mental);
    check(category::substance_and_serious_mental, marginals::substance_and_serious_mental);
    check_near(group(population::mental_only).size() * 1000 / truth.persons,
               std::size_t{marginals::mental_only} * 1000 / all, 10);
    CHECK(truth.persons_by_category[static_cast<std::size_t>(category::none)] == 0);
    CHECK(truth.persons_by_category[static_cast<std::size_t>(category::unknown)] == 0);
}

TEST_CASE("those with a substance problem are 42 years old on average") {
    std::size_t age_sum = 0;
    std::size_t counted = 0;
    for (const auto row : group(population::substance_problem)) {
        if (const auto& year = large_round().cell(row, "birth_year"); !year.empty()) {
            age_sum += 2024U - std::stoul(year);
            ++counted;
        }
    }
    // By the difference of years, which in October is a quarter of a year above the age.
    check_near(age_sum * 10 / counted, 422, 7);
}

TEST_CASE("the index of those with a substance problem has both ends as published") {
    const auto rows = group(population::substance_problem);
    const auto blue_light = permille(rows, class_is(index_class::blue_light));
    const auto green = permille(rows, class_is(index_class::green));
    CHECK(blue_light >= 88);
    CHECK(blue_light <= 105);
    CHECK(green > blue_light);
    CHECK(green <= blue_light + 40);
}

TEST_CASE("those with a mental disorder only are seldom homeless and seldom badly off") {
    const auto rows = group(population::mental_only);
    CHECK(permille(rows, cell_is("housing", "red")) <= 20);
    const auto blue_light = permille(rows, class_is(index_class::blue_light));
    const auto red = permille(rows, class_is(index_class::red));
    CHECK(blue_light <= 10);
    CHECK(red <= 100);
}

TEST_CASE("needs answered by none, unknown or nothing at all are few but occur") {
    const auto rows = large_round().persons();
    for (const auto* answer : {"none", "unknown", ""}) {
        const auto share = permille(rows, cell_is("services_needed", answer));
        CAPTURE(answer);
        CHECK(share >= 3);
        CHECK(share <= 60);
    }
    // Some services stop and some are new.
    std::size_t stop = 0;
    std::size_t begin = 0;
    for (const auto row : rows) {
        for (const auto* service : {"follow_up_team", "mental_outpatient", "day_activity"}) {
            const bool received = large_round().has_token(row, "services_received", service);
            const bool needed = large_round().has_token(row, "services_needed", service);
            stop += received && !needed ? 1 : 0;
            begin += !received && needed ? 1 : 0;
        }
    }
    CHECK(stop > 1'000);
    CHECK(begin > 500);
}

} // namespace simulated_margins_test
