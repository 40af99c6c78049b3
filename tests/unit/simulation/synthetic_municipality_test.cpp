// The synthetic municipality: the same from the same seed, faultless where nothing is planted, and
// each planted fault found.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/statistics/round_summary.hpp>

#include "simulated_round.hpp"

namespace synthetic_municipality_test {

using namespace brukerplan;
using namespace brukerplan::testing;

simulation_options of(std::uint32_t recipients, std::uint64_t seed = 1,
                      std::uint32_t dirty_permille = 40) {
    simulation_options options;
    options.recipients = recipients;
    options.seed = seed;
    options.dirty_permille = dirty_permille;
    return options;
}

/// Every run of exactly eleven digits in a text.
std::vector<std::string> eleven_digits_in(const std::string& text) {
    std::vector<std::string> found;
    std::string run;
    for (const char c : text + " ") {
        if (c >= '0' && c <= '9') {
            run += c;
            continue;
        }
        if (run.size() == 11) {
            found.push_back(run);
        }
        run.clear();
    }
    return found;
}

bool is_tenor(const std::string& number) {
    national_id_policy policy;
    policy.kinds = number_kind::tenor;
    policy.rule = control_rule::strict_1964;
    return parse_national_id(number, policy).has_value();
}

std::string as_text(const finding& f, const pack& instrument) {
    return instrument.rules[f.rule].code + " in record " + std::to_string(f.record);
}

TEST_CASE("the same seed gives the same rows, another seed others") {
    const auto one = simulate(of(300, 7));
    const auto again = simulate(of(300, 7));
    const auto other = simulate(of(300, 8));
    CHECK(one.rows == again.rows);
    CHECK(one.truth.faults == again.truth.faults);
    CHECK(one.rows != other.rows);
}

TEST_CASE("the rows are the same on every platform and in every build") {
    // FNV-1a over the cells that hold something. Whoever changes it changes every example made from
    // a seed.
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const auto& row : simulate(of(400, 20240901)).rows) {
        for (const auto& cell : row) {
            for (const char c : cell.empty() ? std::string{} : cell + ";") {
                hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
            }
        }
    }
    CHECK(hash == 2448771377883053331);
}

TEST_CASE("no recipients give no rows, one gives at least one") {
    const auto none = simulate(of(0));
    CHECK(none.rows.empty());
    CHECK(none.truth.persons == 0);
    CHECK(none.truth.registrations == 0);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto one = simulate(of(1, seed));
        CHECK(one.truth.persons == 1);
        CHECK(one.rows.size() >= 1);
        CHECK(one.rows.size() <= 3);
        CHECK(one.rows.size() == one.truth.registrations);
    }
}

TEST_CASE("a mapping year outside the range is refused") {
    auto options = of(1);
    options.mapping_year = 2032;
    CHECK_THROWS_AS(simulate(options), std::invalid_argument);
    options.mapping_year = 2005;
    CHECK_THROWS_AS(simulate(options), std::invalid_argument);
}

TEST_CASE("without planted faults no rule of severity warning or error finds anything") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto round = simulate(of(5'000, seed, 0));
        const auto log = findings_of(round);
        CHECK(round.truth.faults.empty());
        CHECK(log.rows() == round.truth.registrations);
        for (const auto& f : log.details()) {
            if (f.severity >= severity::warning) {
                FAIL_CHECK(as_text(f, *round.instrument));
            }
        }
    }
}

TEST_CASE("other mapping years are faultless too") {
    for (const int year : {2006, 2014, 2015, 2019, 2020, 2031}) {
        auto options = of(1'500, 4, 0);
        options.mapping_year = year;
        const auto round = simulate(options);
        const auto log = findings_of(round);
        CAPTURE(year);
        CHECK(log.findings(severity::warning) == 0);
        CHECK(log.findings(severity::error) == 0);
        CHECK(log.findings(severity::fatal) == 0);
    }
}

TEST_CASE("each kind of planted fault is found by its rule, and only rows with one are faulty") {
    const auto round = simulate(of(2'000, 5, 60));
    const auto log = findings_of(round);
    std::map<std::uint64_t, std::set<std::string>> codes;
    for (const auto& f : log.details()) {
        if (f.severity >= severity::warning) {
            codes[f.record].insert(round.instrument->rules[f.rule].code);
        }
    }
    for (const auto& planted : round.truth.faults) {
        CAPTURE(token_of(planted.fault));
        CAPTURE(planted.record);
        CHECK(codes[planted.record].contains(std::string{rule_that_finds(planted.fault)}));
    }
    CHECK(codes.size() == round.truth.faults.size());
    for (std::size_t i = 0; i < simulated_fault_count; ++i) {
        const auto kind = static_cast<simulated_fault>(i);
        CAPTURE(token_of(kind));
        CHECK(round.truth.planted(kind) >= 1);
    }
}

TEST_CASE("the share of dirty rows is the one asked for") {
    const auto round = simulate(of(20'000, 6));
    const auto permille = round.truth.faults.size() * 1000 / round.truth.registrations;
    CHECK(permille >= 37);
    CHECK(permille <= 43);
    // One kind after the other, so that a small file already shows many.
    std::set<simulated_fault> kinds;
    const auto small = simulate(of(400, 6));
    for (const auto& f : small.truth.faults) {
        kinds.insert(f.fault);
    }
    CHECK(kinds.size() == small.truth.faults.size());
}

TEST_CASE("only numbers of test people occur, in whatever cell") {
    const auto round = simulate(of(5'000, 9, 300));
    std::size_t seen = 0;
    std::size_t wrong = 0;
    for (const auto& row : round.rows) {
        for (const auto& cell : row) {
            for (const auto& number : eleven_digits_in(cell)) {
                ++seen;
                const int month = std::stoi(number.substr(2, 2));
                REQUIRE(month >= 81);
                REQUIRE(month <= 92);
                wrong += is_tenor(number) ? 0 : 1;
            }
        }
    }
    CHECK(seen > 5'000);
    CHECK(wrong == round.truth.planted(simulated_fault::wrong_control_digit));
}

TEST_CASE("the numbers fit birth year and sex, and no two persons share one") {
    const auto round = simulate(of(20'000, 10, 0));
    std::map<std::string, std::string> persons;
    for (std::size_t i = 0; i < round.rows.size(); ++i) {
        const auto& number = round.cell(i, "national_number");
        if (number.empty()) {
            CHECK_FALSE(round.cell(i, "birth_year").empty());
            continue;
        }
        // What does not change from unit to unit.
        std::string who;
        for (const auto* field : {"sex", "substance_problem", "mental_disorder", "substances",
                                  "housing_kind", "main_activity", "birth_country_group"}) {
            who += round.cell(i, field) + ";";
        }
        CHECK(persons.emplace(number, who).first->second == who);
        const bool male = (number[8] - '0') % 2 == 1;
        CHECK(round.cell(i, "sex") == (male ? "male" : "female"));
    }
    CHECK(persons.size() == round.truth.persons - round.truth.persons_without_number);
}

TEST_CASE("the library counts the persons and duplicates that were made") {
    const auto round = simulate(of(8'000, 11, 0));
    const auto text = round.text();
    auto reader = csv_reader::from_text(text, round.instrument);
    const validator rules{round.instrument, test_policy()};
    finding_log log;
    round_builder builder{rules, log};
    for (auto batch = reader.value().next(1'000); batch.rows() > 0;
         batch = reader.value().next(1'000)) {
        builder.add(batch);
    }
    const auto result = builder.finish();
    const auto& truth = round.truth;
    CHECK(result.counts.rows == truth.registrations);
    CHECK(result.counts.registrations == truth.registrations);
    CHECK(result.counts.persons == truth.persons);
    CHECK(result.counts.unlinked == truth.persons_without_number);
    CHECK(truth.registrations ==
          truth.persons + truth.persons_by_two_units + 2 * truth.persons_by_three_units);
    CHECK(std::accumulate(truth.persons_by_category.begin(), truth.persons_by_category.end(),
                          std::uint64_t{0}) == truth.persons);
    // 12 % by a second unit, 2 % by a third.
    CHECK((truth.persons_by_two_units + truth.persons_by_three_units) * 1000 / truth.persons >=
          110);
    CHECK((truth.persons_by_two_units + truth.persons_by_three_units) * 1000 / truth.persons <=
          130);
    CHECK(truth.persons_by_three_units * 1000 / truth.persons >= 15);
    CHECK(truth.persons_by_three_units * 1000 / truth.persons <= 25);
    CHECK(truth.persons_without_number * 1000 / truth.persons >= 7);
    CHECK(truth.persons_without_number * 1000 / truth.persons <= 13);
}

TEST_CASE("units follow each other, dates within a unit, and a person's rows stand apart") {
    const auto round = simulate(of(6'000, 12, 0));
    std::vector<std::string> units;
    std::map<std::string, std::set<std::string>> seen_by;
    std::size_t other_colour = 0;
    std::map<std::string, std::string> economy;
    for (std::size_t i = 0; i < round.rows.size(); ++i) {
        const auto& unit = round.cell(i, "unit");
        const auto& number = round.cell(i, "national_number");
        if (units.empty() || units.back() != unit) {
            CHECK(std::find(units.begin(), units.end(), unit) == units.end());
            units.push_back(unit);
        } else {
            CHECK(round.cell(i - 1, "mapped_on") <= round.cell(i, "mapped_on"));
        }
        CHECK(round.cell(i, "row_ref").size() == 7);
        if (number.empty()) {
            continue;
        }
        if (i > 0) {
            CHECK(number != round.cell(i - 1, "national_number"));
        }
        // Neither twice by one unit nor twice on one day.
        CHECK(seen_by[number].insert(unit).second);
        CHECK(seen_by[number].insert(round.cell(i, "mapped_on")).second);
        const auto [first, is_new] = economy.emplace(number, round.cell(i, "economy"));
        other_colour += !is_new && first->second != round.cell(i, "economy") ? 1 : 0;
    }
    CHECK(units.size() >= 10);
    CHECK(other_colour > 20);
}

} // namespace synthetic_municipality_test
