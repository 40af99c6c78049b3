// Simulated worlds: consecutive years are of one world, every part stands alone, and what is said
// to be true is what the rows show.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/simulation/world.hpp>

#include "simulated_round.hpp"

namespace simulated_world_test {

using namespace brukerplan;
using namespace brukerplan::testing;

const world_definition& world_named(std::string_view name) {
    const auto* found = find_world(name);
    REQUIRE(found != nullptr);
    return *found;
}

world_definition with_everybody_mapped() {
    auto everybody = world_named("base");
    everybody.coverage_mean = 1 - 1e-9;
    everybody.coverage_municipal_sd = 0;
    everybody.coverage_year_sd = 0;
    everybody.coverage_severity = 0;
    return everybody;
}

simulated_round rows_of(const simulated_world& world, std::uint16_t municipality, int year) {
    simulated_round round{newest_pack(), {}, {}, {}};
    world.for_each_registration(*round.instrument, municipality, year,
                                [&](std::span<const std::string> cells) {
                                    round.rows.emplace_back(cells.begin(), cells.end());
                                });
    return round;
}

/// Row by national number.
std::map<std::string, std::size_t> by_number(const simulated_round& round) {
    std::map<std::string, std::size_t> result;
    for (std::size_t i = 0; i < round.rows.size(); ++i) {
        if (const auto& number = round.cell(i, "national_number"); !number.empty()) {
            CHECK(result.emplace(number, i).second);
        }
    }
    return result;
}

world_round sum_of(const std::vector<world_round>& rounds, int year) {
    world_round sum;
    for (const auto& round : rounds) {
        if (round.year == year) {
            sum.population += round.population;
            sum.recipients += round.recipients;
            sum.mapped += round.mapped;
            for (std::size_t s = 0; s < world_service_count; ++s) {
                sum.receiving[s] += round.receiving[s];
                sum.needing[s] += round.needing[s];
                sum.receiving_next_year[s] += round.receiving_next_year[s];
            }
        }
    }
    return sum;
}

std::size_t service_number(std::string_view token) {
    const auto services = world_services();
    const auto found = std::find_if(services.begin(), services.end(),
                                    [&](const auto& one) { return one.token == token; });
    REQUIRE(found != services.end());
    return static_cast<std::size_t>(found - services.begin());
}

double variance_of(const std::vector<double>& values) {
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    const auto n = static_cast<double>(values.size());
    return squares / n - sum / n * sum / n;
}

TEST_CASE("the same people are a year older the year after, and most are still there") {
    const simulated_world world{with_everybody_mapped(), 1, 1, 1'500};
    const auto before = rows_of(world, 9001, 2022);
    const auto after = rows_of(world, 9001, 2023);
    const auto then = by_number(before);
    const auto now = by_number(after);
    std::size_t stayed = 0;
    std::size_t went_on = 0;
    std::size_t had = 0;
    for (const auto& [number, row] : then) {
        const auto found = now.find(number);
        if (found == now.end()) {
            continue;
        }
        ++stayed;
        for (const auto* field :
             {"sex", "substance_problem", "mental_disorder", "birth_country_group", "birth_year"}) {
            CHECK(before.cell(row, field) == after.cell(found->second, field));
        }
        for (const auto& service : world_services()) {
            if (before.has_token(row, "services_received", service.token)) {
                ++had;
                went_on +=
                    after.has_token(found->second, "services_received", service.token) ? 1 : 0;
            }
        }
    }
    REQUIRE(then.size() > 500);
    CHECK(stayed * 100 / then.size() >= 78); // 8 to 26 % leave
    CHECK(stayed * 100 / then.size() <= 90);
    CHECK(now.size() - stayed >= then.size() * 10 / 100);
    CHECK(now.size() - stayed <= then.size() * 26 / 100);
    CHECK(went_on * 100 / had >= 55); // docs/simulation.md
    CHECK(went_on * 100 / had <= 80);
}

TEST_CASE("a municipality or year that is asked for alone is the same") {
    for (const auto* name : {"base", "merger", "mixture"}) {
        CAPTURE(name);
        const simulated_world world{world_named(name), 3, 12};
        const auto all = world.rounds(2015, 2020);
        const auto again = simulated_world{world_named(name), 3, 12}.rounds(2015, 2020);
        CHECK(all == again);
        for (const auto& round : all) {
            const auto alone = world.rounds(round.municipality, round.year, round.year);
            REQUIRE(alone.size() == 1);
            CHECK(alone.front() == round);
        }
        const simulated_world larger{world_named(name), 3, 40};
        CHECK(larger.rounds(9003, 2015, 2020) == world.rounds(9003, 2015, 2020));
        CHECK(simulated_world{world_named(name), 4, 12}.rounds(2015, 2020) != all);
    }
}

TEST_CASE("next year's truth is the year after's") {
    for (const auto& definition : worlds()) {
        CAPTURE(definition.name);
        const simulated_world world{definition, 5, 6};
        const auto rounds = world.rounds(2016, 2019);
        for (int year = 2016; year < 2019; ++year) {
            CHECK(sum_of(rounds, year).receiving_next_year == sum_of(rounds, year + 1).receiving);
        }
    }
}

TEST_CASE("the rows add up to the round, which is the truth when everybody is mapped") {
    const simulated_world world{with_everybody_mapped(), 7, 4, 2'000};
    for (std::uint16_t municipality = 9001; municipality <= 9003; ++municipality) {
        const auto round = world.rounds(municipality, 2021, 2021).front();
        const auto rows = rows_of(world, municipality, 2021);
        CHECK(round.mapped == round.recipients);
        CHECK(rows.rows.size() == round.recipients);
        for (std::size_t s = 0; s < world_service_count; ++s) {
            const auto token = world_services()[s].token;
            need_cells cells;
            for (std::size_t i = 0; i < rows.rows.size(); ++i) {
                const bool received = rows.has_token(i, "services_received", token);
                const bool needed = rows.has_token(i, "services_needed", token);
                ++(received ? (needed ? cells.received_needed : cells.received_only)
                            : (needed ? cells.needed_only : cells.neither));
            }
            CHECK(cells == round.cells[s]);
            CHECK(cells.received() == round.receiving[s]);
            CHECK(cells.needed() == round.needing[s]);
        }
    }
}

TEST_CASE("the rows of a partly mapped municipality add up to what a mapping sees") {
    const simulated_world world{world_named("base"), 8, 4, 3'000};
    const scheme sum16{*newest_pack()->find_scheme("sum16/1")};
    for (const auto& round : world.rounds(2018, 2018)) {
        const auto rows = rows_of(world, round.municipality, 2018);
        CHECK(rows.rows.size() == round.mapped);
        CHECK(round.mapped < round.recipients);
        auto profiles = round.profiles;
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            assessment colours;
            for (const domain d : all_domains) {
                const auto& token = rows.cell(i, token_of(d));
                colours.set(d, token == "red"      ? rating::red
                               : token == "yellow" ? rating::yellow
                                                   : rating::green);
            }
            const auto disorder = rows.cell(i, "mental_disorder");
            const auto of =
                categorise(rows.cell(i, "substance_problem") == "yes" ? yes_no::yes : yes_no::no,
                           disorder == "none"           ? mental_disorder::none
                           : disorder == "less_serious" ? mental_disorder::less_serious
                                                        : mental_disorder::serious);
            --profiles[static_cast<std::size_t>(sum16(colours).result)]
                      [static_cast<std::size_t>(of)];
        }
        CHECK(profiles == decltype(profiles){});
    }
}

TEST_CASE("no rule of severity warning or error finds anything in the rows") {
    for (const auto* name : {"base", "mixture"}) {
        const simulated_world world{world_named(name), 2, 2, 2'500};
        for (const int year : {2015, 2024, 2031}) {
            for (std::uint16_t municipality = 9001; municipality <= 9002; ++municipality) {
                const auto log = findings_of(rows_of(world, municipality, year));
                CAPTURE(name);
                CAPTURE(year);
                CHECK(log.findings(severity::warning) == 0);
                CHECK(log.findings(severity::error) == 0);
                CHECK(log.findings(severity::fatal) == 0);
            }
        }
    }
}

TEST_CASE("only numbers of test people occur in a world") {
    const simulated_world world{world_named("merger"), 9, 8, 6'000};
    std::size_t seen = 0;
    for (std::uint16_t municipality = 9001; municipality <= 9008; ++municipality) {
        const auto rows = rows_of(world, municipality, 2020);
        for (const auto& [number, row] : by_number(rows)) {
            ++seen;
            REQUIRE(number.size() == 11);
            CHECK(std::stoi(number.substr(2, 2)) >= 81); // Tenor: the month and 80
            CHECK(std::stoi(number.substr(2, 2)) <= 92);
        }
    }
    CHECK(seen > 3'000);
}

TEST_CASE("a country has the recipients, coverage and services that were meant") {
    for (const auto* name : {"base", "mixture"}) {
        CAPTURE(name);
        const auto rounds = simulated_world{world_named(name), 1}.rounds(2018, 2018);
        REQUIRE(rounds.size() == 357);
        const auto country = sum_of(rounds, 2018);
        CHECK(country.population > 4'800'000);
        CHECK(country.population < 6'200'000);
        CHECK(country.recipients > 85'000);
        CHECK(country.recipients < 120'000);
        CHECK(country.mapped > country.recipients * 0.75);
        CHECK(country.mapped < country.recipients * 0.85);
        const auto small = std::count_if(rounds.begin(), rounds.end(),
                                         [](const auto& round) { return round.mapped < 50; });
        CHECK(small > 357 / 5);
        CHECK(small < 357 / 2);
        for (std::size_t s = 0; s < world_service_count; ++s) {
            const auto& service = world_services()[s];
            const double share = country.receiving[s] / static_cast<double>(country.recipients);
            CAPTURE(service.token);
            // Shocks, and the largest towns' levels. Whoever would receive nothing of the
            // municipality gets the follow-up team.
            CHECK(share > 0.6 * service.prevalence);
            CHECK(share < 1.5 * service.prevalence + 0.01);
        }
    }
}

TEST_CASE("declared coverage errs by what it says, and in one world by more") {
    for (const auto& [name, wanted] :
         std::map<std::string, double>{{"base", 0.08}, {"coverage_undisclosed", 0.2}}) {
        auto definition = world_named(name);
        definition.coverage_mean = 0.4; // far from 1, where the declared is cut
        std::vector<double> errors;
        for (const auto& round : simulated_world{definition, 1, 300, 9'000}.rounds(2015, 2015)) {
            errors.push_back(std::log(round.coverage_declared / round.coverage));
            CHECK(round.coverage_sd == 0.08);
        }
        CAPTURE(name);
        CHECK(std::sqrt(variance_of(errors)) == doctest::Approx(wanted).epsilon(0.15));
    }
}

TEST_CASE("in the null world nothing changes but by chance") {
    const simulated_world world{world_named("null"), 6};
    const auto rounds = world.rounds(2015, 2020);
    const auto first = sum_of(rounds, 2015);
    const auto last = sum_of(rounds, 2020);
    // The first and the last year share less than half of their people: six standard deviations
    // of two counts.
    const auto close = [](double a, double b) { return std::abs(a - b) <= 6 * std::sqrt(a + b); };
    CHECK(close(first.recipients, last.recipients));
    for (std::size_t s = 0; s < world_service_count; ++s) {
        CAPTURE(world_services()[s].token);
        CHECK(close(first.receiving[s], last.receiving[s]));
    }
}

TEST_CASE("a base year moves all municipalities together, a null year does not") {
    const auto largest_step = [](std::string_view name) {
        const auto rounds = simulated_world{world_named(name), 6}.rounds(2015, 2018);
        double largest = 0;
        for (int year = 2015; year < 2018; ++year) {
            const auto now = sum_of(rounds, year);
            for (std::size_t s = 0; s < world_service_count; ++s) {
                const double a = now.receiving[s];
                const double b = now.receiving_next_year[s];
                largest = std::max(largest, std::abs(a - b) / std::sqrt(a + b));
            }
        }
        return largest;
    };
    CHECK(largest_step("null") < 4);
    CHECK(largest_step("base") > 6);
}

TEST_CASE("services begin and end in their world, and a rare one is not given everywhere") {
    const auto begins = service_number("individual_placement");
    const auto ends = service_number("user_organisation");
    const auto rounds =
        simulated_world{world_named("services_begin_and_end"), 1, 60}.rounds(2015, 2019);
    CHECK(sum_of(rounds, 2016).receiving[begins] == 0);
    CHECK(sum_of(rounds, 2016).receiving_next_year[begins] > 0);
    CHECK(sum_of(rounds, 2016).receiving[ends] > 0);
    CHECK(sum_of(rounds, 2017).receiving[ends] == 0);

    const simulated_world rare{world_named("rare_service"), 1, 100};
    std::size_t never = 0;
    for (std::uint16_t code = 9001; code <= 9100; ++code) {
        const auto own = rare.rounds(code, 2015, 2018);
        never += std::all_of(own.begin(), own.end(),
                             [&](const auto& round) { return round.receiving[begins] == 0; })
                     ? 1
                     : 0;
    }
    CHECK(never >= 55);
    CHECK(never <= 97);
}

TEST_CASE("where a unit drops out a fourth of the people cannot be mapped") {
    const auto rounds = simulated_world{world_named("units_drop_out"), 1, 100}.rounds(2015, 2019);
    const auto whole = simulated_world{world_named("base"), 1, 100}.rounds(2015, 2019);
    REQUIRE(rounds.size() == whole.size());
    std::size_t dropped = 0;
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        CHECK(rounds[i].receiving == whole[i].receiving);
        CHECK(rounds[i].coverage <= whole[i].coverage);
        if (rounds[i].coverage < whole[i].coverage) {
            ++dropped;
            if (rounds[i].recipients >= 400) {
                CHECK(rounds[i].coverage / whole[i].coverage ==
                      doctest::Approx(0.75).epsilon(0.15));
            }
        }
    }
    CHECK(dropped * 100 / rounds.size() >= 15);
    CHECK(dropped * 100 / rounds.size() <= 25);
}

TEST_CASE("worlds that only differ in how many rounds are shown are of the same people") {
    const auto base = simulated_world{world_named("base"), 1, 10}.rounds(2015, 2018);
    for (const auto* name : {"two_rounds", "three_rounds", "biennial"}) {
        CHECK(simulated_world{world_named(name), 1, 10}.rounds(2015, 2018) == base);
    }
}

TEST_CASE("several threads that ask one world get what one gets") {
    const simulated_world world{world_named("base"), 1, 8};
    const auto expected = world.rounds(2015, 2017);
    std::array<std::vector<world_round>, 2> got;
    {
        std::jthread one{[&] { got[0] = world.rounds(2015, 2017); }};
        std::jthread other{[&] { got[1] = world.rounds(2015, 2017); }};
    }
    CHECK(got[0] == expected);
    CHECK(got[1] == expected);
}

TEST_CASE("merged municipalities become one with all their people") {
    const auto& definition = world_named("merger");
    const simulated_world world{definition, 2, 100};
    const int year = definition.first_year + definition.merger_year;
    const auto rounds = world.rounds(year - 1, year);
    std::set<std::uint16_t> before;
    std::set<std::uint16_t> after;
    for (const auto& round : rounds) {
        (round.year == year ? after : before).insert(round.municipality);
    }
    CHECK(before.size() == 100);
    CHECK(after.size() < 100);
    CHECK(after.size() > 85);
    CHECK(sum_of(rounds, year - 1).population == sum_of(rounds, year).population);
    for (const auto code : before) {
        if (!after.contains(code)) {
            CHECK(world.rounds(code, year, year).empty());
            CHECK(rows_of(world, code, year).rows.empty());
            const auto one = rows_of(world, static_cast<std::uint16_t>(code - 1), year);
            CHECK(one.rows.size() ==
                  world.rounds(static_cast<std::uint16_t>(code - 1), year, year).front().mapped);
            by_number(one); // no number twice
        }
    }
}

TEST_CASE("municipalities and years that a world does not have are refused") {
    const simulated_world world{world_named("base"), 1, 5};
    CHECK_THROWS_AS((void)world.rounds(9006, 2020, 2020), std::invalid_argument);
    CHECK_THROWS_AS((void)world.rounds(9000, 2020, 2020), std::invalid_argument);
    CHECK_THROWS_AS((void)world.rounds(2014, 2020), std::invalid_argument);
    CHECK_THROWS_AS((void)world.rounds(2020, 2032), std::invalid_argument);
    CHECK_THROWS_AS((simulated_world{world_named("base"), 1, 0}), std::invalid_argument);
    CHECK_THROWS_AS((simulated_world{world_named("base"), 1, 999}), std::invalid_argument);
    CHECK(find_world("no such world") == nullptr);
}

TEST_CASE("the worlds are found by their names, and a definition's numbers by theirs") {
    std::set<std::string_view> names;
    for (const auto& world : worlds()) {
        CHECK(names.insert(world.name).second);
        CHECK(find_world(world.name) == &world);
        CHECK_FALSE(world.says.empty());
    }
    std::set<std::string_view> parameters;
    for (const auto& parameter : world_parameters()) {
        CHECK(parameters.insert(parameter.name).second);
    }
    for (const auto& service : world_services()) {
        CHECK(newest_pack()
                  ->list_of(*newest_pack()->field_of(role::services_received))
                  ->find(service.token)
                  .has_value());
    }
}

} // namespace simulated_world_test
