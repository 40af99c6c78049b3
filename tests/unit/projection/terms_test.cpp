#include <doctest/doctest.h>

#include <cmath>

#include <brukerplan/projection/model.hpp>

#include "counts_fixture.hpp"
#include "small_panels.hpp"

namespace terms_test {

using namespace brukerplan;
using namespace projection_test;
using brukerplan::testing::day;
using doctest::Approx;

double of(const std::optional<term_values>& values, term which) {
    REQUIRE(values.has_value());
    return (*values)[static_cast<std::size_t>(which)];
}

TEST_SUITE("projection: terms") {

    TEST_CASE("counts are weighted by what a mapped person stands for") {
        rounds_and_coverage all;
        all.add("9001", 2020, "a", 0, 100, 0.8);
        all.counts.rounds[{"9001", 2020}].services["a"] = {12, 8, 20, 60};
        all.coverage[{"9001", 2020}].log_sd = 0.1;
        const term_table terms{all.panel(), 1};
        const double weight = persons_per_mapped({0.8, 0.1, coverage_basis::declared});
        CHECK(weight == Approx(std::exp(-0.005) / 0.8).epsilon(0.001)); // hardly ever below one
        CHECK(of(terms(0, 0, 0), term::received) == Approx(20 * weight));
        CHECK(of(terms(0, 0, 0), term::needed_not_received) == Approx(20 * weight));
        CHECK(of(terms(0, 0, 0), term::needed_and_received) == Approx(12 * weight));
        CHECK(of(terms(0, 0, 0), term::needed) == Approx(32 * weight));
    }

    TEST_CASE("the own past is a mean of the rounds before, by size and discounted by age") {
        rounds_and_coverage all;
        all.add("9001", 2018, "a", 10, 50);
        all.add("9001", 2020, "a", 24, 60, 0.8);
        all.add("9001", 2021, "a", 30, 70);
        const term_table terms{all.panel(), 1};
        CHECK(of(terms(0, 0, 0), term::own_past) == 10); // none: as it is
        CHECK(of(terms(0, 1, 0), term::own_past) == Approx(10));
        const double then = 50 * std::pow(0.9, 3);
        const double last = 60 * 0.9;
        const double of_last = 24 * std::exp(-0.05 * 0.05 / 2) / 0.8;
        CHECK(of(terms(0, 2, 0), term::own_past) ==
              Approx((then * 10 + last * of_last) / (then + last)));
    }

    TEST_CASE("across a break in level it is the rate that goes on") {
        rounds_and_coverage all;
        all.add("9001", 2019, "a", 20, 100);
        all.add("9001", 2020, "a", 30, 100);
        all.add("9001", 2021, "a", 400, 1'000);
        const term_table terms{all.panel(), 1};
        const double mean_rate = (0.2 * 0.81 + 0.3 * 0.9) / (0.81 + 0.9);
        CHECK(of(terms(0, 2, 0), term::own_past) == Approx(1'000 * mean_rate));
        CHECK(of(terms(0, 1, 0), term::own_past) == Approx(20));
    }

    TEST_CASE("rounds without the service are no past, and without recipients no rounds") {
        rounds_and_coverage all;
        all.add("9001", 2019, "a", 8, 40);
        all.counts.rounds[{"9001", 2020}].recipients = 40; // not asked
        all.counts.rounds[{"9001", 2021}].services["a"] = {};
        all.add("9001", 2022, "a", 12, 40);
        const term_table terms{all.panel(), 1};
        CHECK(!terms(0, 1, 0).has_value());
        CHECK(of(terms(0, 2, 0), term::received) == Approx(12));
        CHECK(of(terms(0, 2, 0), term::own_past) == Approx(8));
    }

    TEST_CASE("where the service was absent there are no terms, and it is no past after") {
        rounds_and_coverage all;
        for (int m = 0; m < 5; ++m) {
            const auto name = std::to_string(9001 + m);
            all.add(name, 2020, "a", 0, 100);
            all.add(name, 2021, "a", 30, 100);
            all.add(name, 2022, "a", 20, 100);
        }
        const term_table terms{all.panel(), 1};
        CHECK(!terms(2, 0, 0).has_value());
        CHECK(of(terms(2, 1, 0), term::own_past) == 30);
        CHECK(of(terms(2, 2, 0), term::own_past) == 30);
    }

    TEST_CASE("peers are municipalities of the same period, and weighted as one's own") {
        rounds_and_coverage all;
        all.add("9001", 2020, "a", 10, 100, 0.5);
        all.add("9002", 2020, "a", 30, 100);
        all.add("9001", 2021, "a", 10, 100);
        const term_table terms{all.panel(), 1};
        CHECK(!terms.has_peers()); // in 2021
        CHECK(terms.has_peers(0, 0, 0));
        CHECK(!terms.has_peers(0, 1, 0));
        CHECK(of(terms(0, 1, 0), term::peers) == of(terms(0, 1, 0), term::received));
        const double weight = std::exp(-0.05 * 0.05 / 2) / 0.5;
        CHECK(of(terms(0, 0, 0), term::peers) > 26 * weight);
        CHECK(of(terms(0, 0, 0), term::peers) < 30 * weight);
        CHECK(of(terms(1, 0, 0), term::peers) < 20);
    }

    TEST_CASE("the part of need that is met, by hand") {
        rounds_and_coverage all;
        const auto add = [&](const char* name, std::uint32_t needed, std::uint32_t received) {
            all.counts.rounds[{name, 2020}] = {200, {}, {{"a", {0, 30, needed, 170 - needed}}}, {}};
            all.counts.rounds[{name, 2021}] = {
                200, {}, {{"a", {0, received, 40, 160 - received}}}, {}};
            for (const int year : {2020, 2021}) {
                all.coverage[{name, year}] = {1, 0, coverage_basis::declared};
            }
        };
        add("9001", 100, 80);
        add("9002", 100, 20);
        add("9003", 50, 25);
        const term_table terms{all.panel(), 1};
        // Of 250 needs 125 were met. Errors around the half are 30, -30 and 0.
        const double variance = (900 + 900 - 125) / (100.0 * 100 + 100 * 100 + 50 * 50);
        const auto& prior = terms.conversion().front();
        CHECK(prior.shape == Approx(0.25 / variance));
        CHECK(prior.rate == Approx(0.5 / variance));
        CHECK(of(terms(0, 1, 0), term::converted) ==
              Approx(40 * (prior.shape + 80) / (prior.rate + 100)));
        CHECK(of(terms(0, 0, 0), term::converted) == Approx(100 * 0.5)); // nothing was known yet
    }

    TEST_CASE("the next round's coverage is in what of need could be seen to be met") {
        rounds_and_coverage all;
        all.add("9001", 2020, "a", 0, 100);
        all.add("9001", 2021, "a", 0, 50, 0.5);
        all.counts.rounds[{"9001", 2020}].services["a"] = {0, 30, 60, 10};
        all.counts.rounds[{"9001", 2021}].services["a"] = {0, 15, 10, 25};
        all.coverage[{"9001", 2021}].log_sd = 0;
        const term_table terms{all.panel(), 1};
        // 60 needs were 30 that would be seen, of which 15 were met.
        CHECK(terms.conversion().front().shape / terms.conversion().front().rate == Approx(0.5));
        CHECK(of(terms(0, 1, 0), term::converted) == Approx(20 * 0.5));
    }

    TEST_CASE("a break in level says nothing of what part of need is met") {
        rounds_and_coverage all;
        for (int m = 0; m < 3; ++m) {
            const auto name = std::to_string(9001 + m);
            for (const int year : {2020, 2021}) {
                all.add(name, year, "a", 40, 100);
                all.counts.rounds[{name, year}].services["a"] = {40, 0, 40, 20};
            }
        }
        const auto before = term_table{all.panel(), 1}.conversion().front();
        all.add("9009", 2020, "a", 4, 10);
        all.add("9009", 2021, "a", 400, 1'000);
        const auto after = term_table{all.panel(), 1}.conversion().front();
        CHECK(after.shape == before.shape);
        CHECK(after.rate == before.rate);
    }

    TEST_CASE("without pairs of rounds so many years apart, need is taken to be met") {
        rounds_and_coverage all;
        all.add("9001", 2020, "a", 10, 40);
        all.add("9001", 2022, "a", 12, 40);
        const term_table yearly{all.panel(), 1};
        CHECK(yearly.conversion().front().shape == 1);
        CHECK(yearly.conversion().front().rate == 1);
        CHECK(of(yearly(0, 1, 0), term::converted) == of(yearly(0, 1, 0), term::needed));
        const term_table biennial{all.panel(), 2};
        CHECK(biennial.conversion().front().rate > 1);
    }

    TEST_CASE("transitions are pairs so many years apart, with what was known and what came") {
        rounds_and_coverage all;
        all.add("9001", 2019, "a", 10, 40, 0.8);
        all.add("9001", 2020, "a", 12, 50, 0.5);
        all.add("9001", 2022, "a", 14, 60);
        all.add("9002", 2021, "a", 5, 250);
        all.add("9002", 2022, "a", 6, 250);
        const auto histories = all.panel();
        const term_table terms{histories, 1};
        const auto yearly = transitions_of(histories, terms, 1);
        REQUIRE(yearly.front().size() == 2);
        const auto& first = yearly.front()[0];
        CHECK(first.municipality == 0);
        CHECK(first.period == 2020);
        CHECK(first.size_group == 0);
        CHECK(first.observed == 12);
        CHECK(first.coverage == Approx(0.5 * std::exp(0.05 * 0.05 / 2)));
        CHECK(first.coverage_variance == Approx(0.0025));
        CHECK(first.terms == *terms(0, 0, 0));
        CHECK(yearly.front()[1].municipality == 1);
        CHECK(yearly.front()[1].size_group == 2);
        CHECK(transitions_of(histories, terms, 2).front().size() == 1);
        CHECK(transitions_of(histories, terms, 3).front().size() == 1);
        CHECK(transitions_of(histories, terms, 4).front().empty());
        CHECK(predictable_periods(histories, 1) == std::vector<int>{2020, 2022});
        CHECK(transitions_into(histories, 2022, terms, 1).front().size() == 1);
    }

    TEST_CASE("no transition crosses a break in level, or a round when a service was not there") {
        rounds_and_coverage all;
        for (int m = 0; m < 4; ++m) {
            const auto name = std::to_string(9001 + m);
            all.add(name, 2020, "a", 0, 100);
            all.add(name, 2021, "a", 30, m == 3 ? 1'000 : 100);
            all.add(name, 2022, "a", 30, 100);
            all.add(name, 2020, "b", 30, 100);
            all.add(name, 2021, "b", 30, m == 3 ? 1'000 : 100);
            all.add(name, 2022, "b", 30, 100);
        }
        all.counts.rounds[{"9001", 2022}].services.erase("a");
        const auto histories = all.panel();
        const auto seen = transitions_of(histories, term_table{histories, 1}, 1);
        CHECK(seen[0].size() == 2);
        CHECK(seen[1].size() == 6);
    }

    TEST_CASE("an assumed coverage errs the same way every year: it is no error that shows") {
        auto all = made_up_rounds(2, 2020, 2021);
        all.coverage.clear();
        const auto histories = all.panel();
        const auto seen = transitions_of(histories, term_table{histories, 1}, 1);
        CHECK(seen[0][0].coverage_variance == 0);
        CHECK(seen[0][0].coverage < 1);
    }
}

} // namespace terms_test
