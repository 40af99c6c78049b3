#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include <brukerplan/projection/panel.hpp>

#include "small_panels.hpp"

namespace lags_test {

using namespace brukerplan;
using namespace projection_test;

/// Municipalities that were mapped twice, the last time in 2020.
void add_pairs(rounds_and_coverage& to, int first, int municipalities, int years) {
    for (int m = first; m < first + municipalities; ++m) {
        to.add(std::to_string(m), 2020 - years, "a", 10, 100);
        to.add(std::to_string(m), 2020, "a", 10, 100);
    }
}

rounds_and_coverage pairs_apart(int municipalities, int years) {
    rounds_and_coverage all;
    add_pairs(all, 9001, municipalities, years);
    return all;
}

TEST_SUITE("projection: lags") {

    TEST_CASE("one odd pair does not take over what most are apart") {
        auto rounds = pairs_apart(60, 2);
        CHECK(learning_lag(rounds.panel(), 1) == 2);
        rounds.add("9001", 2021, "a", 10, 100); // beside its 2020: a pair, and one of three years
        const auto all = rounds.panel();
        CHECK(pairs_of(all, 1).size() == 1);
        CHECK(pairs_of(all, 2).size() == 60);
        for (const int horizon : {1, 2, 3, 5}) {
            CHECK(learning_lag(all, horizon) == 2);
        }
    }

    TEST_CASE("of lags with 40 pairs the horizon is first, then longer ones, then shorter ones") {
        const auto with_pairs = [](std::vector<std::pair<int, int>> municipalities_and_lags) {
            rounds_and_coverage all;
            int first = 9001;
            for (const auto& [municipalities, years] : municipalities_and_lags) {
                add_pairs(all, first, municipalities, years);
                first += municipalities;
            }
            return all.panel();
        };
        CHECK(learning_lag(with_pairs({{40, 2}, {90, 1}, {90, 3}}), 2) == 2);
        CHECK(learning_lag(with_pairs({{39, 2}, {90, 1}, {40, 4}}), 2) == 4);
        CHECK(learning_lag(with_pairs({{39, 4}, {40, 1}, {40, 2}}), 3) == 2);
        // With so few of all, the most; and of as many the nearest, the longer one first.
        CHECK(learning_lag(with_pairs({{5, 1}, {12, 4}}), 1) == 4);
        CHECK(learning_lag(with_pairs({{5, 1}, {5, 3}, {5, 5}}), 2) == 3);
        CHECK(learning_lag(with_pairs({}), 2) == 2);
    }

    TEST_CASE("pairs across a break in level do not count") {
        auto rounds = pairs_apart(60, 1);
        for (auto& [key, counted] : rounds.counts.rounds) {
            counted.recipients *= key.round == 2020 ? 10 : 1;
        }
        add_pairs(rounds, 9101, 12, 2);
        const auto all = rounds.panel();
        CHECK(pairs_of(all, 1).empty());
        CHECK(pairs_of(all, 2).size() == 12);
        CHECK(learning_lag(all, 1) == 2);
    }

    TEST_CASE("pairs are by municipality and time, each of two rounds so far apart") {
        const auto all = made_up_rounds(4, 2018, 2021).panel();
        const auto pairs = pairs_of(all, 2);
        REQUIRE(pairs.size() == 8);
        for (std::size_t i = 0; i < 8; ++i) {
            CHECK(pairs[i].municipality == i / 2);
            CHECK(pairs[i].from == i % 2);
            CHECK(pairs[i].to == i % 2 + 2);
        }
    }
}

} // namespace lags_test
