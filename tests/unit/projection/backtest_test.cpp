#include <doctest/doctest.h>

#include <cmath>
#include <thread>

#include <brukerplan/projection/backtest.hpp>

#include "reference/backtest_reference.hpp"
#include "small_panels.hpp"

namespace backtest_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

forecaster named(std::string_view token) {
    for (const auto& who : all_forecasters) {
        if (who.token == token) {
            return who;
        }
    }
    FAIL("no forecaster of that name");
    return {};
}

/// One municipality where 4, then 6, then 3 received a service, and one where nobody ever did.
panel four_six_three() {
    rounds_and_coverage all;
    const std::array<std::uint32_t, 3> received{4, 6, 3};
    for (int i = 0; i < 3; ++i) {
        all.add("9001", 2020 + i, "a", received[static_cast<std::size_t>(i)], 20);
        all.add("9002", 2020 + i, "a", 0, 20);
    }
    return all.panel();
}

bool same(const predictive_law& one, const predictive_law& other) {
    return one.mean == other.mean && one.parameter_variance == other.parameter_variance &&
           one.coverage_variance == other.coverage_variance &&
           one.local_dispersion == other.local_dispersion &&
           one.shock_variance == other.shock_variance;
}

void check_same_sums(const score_sums& one, const score_sums& other) {
    constexpr double close = 1e-9;
    CHECK(one.forecasts == other.forecasts);
    CHECK(one.observed == other.observed);
    CHECK(one.expected == Approx(other.expected).epsilon(1e-6)); // masses have no far tails
    CHECK(one.crps == Approx(other.crps).epsilon(close));
    CHECK(one.weighted_crps == Approx(other.weighted_crps).epsilon(close));
    CHECK(one.log_crps == Approx(other.log_crps).epsilon(close));
    CHECK(one.weighted_interval == Approx(other.weighted_interval).epsilon(close));
    CHECK(one.interval_90 == Approx(other.interval_90).epsilon(close));
    CHECK(one.scaled_error == Approx(other.scaled_error).epsilon(close));
    CHECK(one.scaled == other.scaled);
    CHECK(one.inside == other.inside);
    CHECK(one.below == other.below);
    CHECK(one.above == other.above);
    for (std::size_t i = 0; i < transform_bin_count; ++i) {
        CHECK(one.transforms[i] == Approx(other.transforms[i]).epsilon(close));
    }
}

TEST_SUITE("projection: backtest") {

    TEST_CASE("as last year with chance alone, worked by hand") {
        backtest_options options;
        options.forecasters = {named("naive_poisson")};
        const auto result = backtest(four_six_three(), options);
        REQUIRE(result.periods.size() == 2);
        CHECK(result.periods[0].past_transitions == 0);
        CHECK(result.periods[1].past_transitions == 2);

        // Poisson with mean 4, and 6 came; its cdf is in any table. Of 0 it says 0, and 0 came.
        const auto first = sum_of(result, 0, {2021, {}, {}});
        CHECK(first.forecasts == 2);
        CHECK(first.observed == 6);
        CHECK(first.expected == Approx(4).epsilon(1e-8));
        CHECK(first.crps == Approx(1.28056).epsilon(1e-4));
        CHECK(first.weighted_crps == Approx(1.28056 / (1 + std::sqrt(4))).epsilon(1e-4));
        // Central intervals 3-5, 2-7 and 1-8, median 4.
        CHECK(first.weighted_interval == Approx((1 + 0.25 * 6 + 0.1 * 5 + 0.05 * 7) / 3.5));
        CHECK(first.interval_90 == Approx(7));
        CHECK(first.inside == std::array<std::uint64_t, 3>{1, 2, 2});
        CHECK(first.below == 0);
        CHECK(first.above == 0);
        CHECK(first.scaled == 0); // nothing went before
        // The transform of 6 is spread from 0.78513 to 0.88933, that of a certain 0 over all.
        CHECK(first.transforms[0] == Approx(0.05));
        CHECK(first.transforms[15] == Approx(0.05 + 0.01487 / 0.10420).epsilon(1e-3));
        CHECK(first.transforms[16] == Approx(0.05 + 0.05 / 0.10420).epsilon(1e-3));
        CHECK(first.transforms[17] == Approx(0.05 + 0.03933 / 0.10420).epsilon(1e-3));

        // Then 6 is said and 3 comes. Before, "as last year" was off by 2 and by 0: 1 on average.
        const auto second = sum_of(result, 0, {2022, {}, {}});
        CHECK(second.scaled == 2);
        CHECK(second.scaled_error == Approx(3));
        CHECK(*summary_of(second).bias == Approx(1).epsilon(1e-8));
        CHECK(sum_of(result, 0, {{}, {}, {}, true}) == second);
        CHECK(result.weighted_crps(result.periods[1], 0, 0, 0) == second.weighted_crps);
        CHECK(result.weighted_crps(result.periods[1], 0, 0, 1) == 0);
    }

    TEST_CASE("what is predicted is what the coming round's coverage lets be seen") {
        rounds_and_coverage all;
        all.add("9001", 2020, "a", 30, 100);
        all.add("9001", 2021, "a", 15, 50);
        all.coverage[{"9001", 2021}].share = 0.5;
        const auto origin = origin_before(all.panel(), 2021, 1);
        backtest_options options;
        const auto laws = forecasts_from(origin, named("naive"), options);
        REQUIRE(laws.front().size() == 1);
        CHECK(laws.front().front().mean == 15);
        CHECK(laws.front().front().shock_variance > 0);
        CHECK(laws.front().front().local_dispersion > 0);
    }

    TEST_CASE("what comes later changes no forecast") {
        const auto rounds = made_up_rounds(12, 2018, 2022);
        const auto with = [&](std::uint32_t more) {
            auto changed = rounds;
            for (auto& [key, counted] : changed.counts.rounds) {
                for (auto& [service, cells] : counted.services) {
                    if (key.round >= 2020) {
                        const auto moved = std::min(more + 1, cells.neither);
                        cells.neither -= moved;
                        cells.received_only += moved;
                        counted.profiles["someone"] = more;
                    }
                }
            }
            return changed.panel();
        };
        const auto few = origin_before(with(0), 2020, 1);
        const auto many = origin_before(with(40), 2020, 1);
        for (const auto& who : all_forecasters) {
            INFO(who.token);
            const auto said = forecasts_from(few, who, {});
            const auto said_of_many = forecasts_from(many, who, {});
            REQUIRE(said.size() == said_of_many.size());
            for (std::size_t s = 0; s < said.size(); ++s) {
                CHECK(!said[s].empty());
                CHECK(std::equal(said[s].begin(), said[s].end(), said_of_many[s].begin(),
                                 said_of_many[s].end(), same));
            }
        }
        CHECK(few.to_come[0][3].observed != many.to_come[0][3].observed);
    }

    TEST_CASE("that a service was not there yet is not known until it is") {
        auto rounds = made_up_rounds(12, 2018, 2022);
        for (auto& [key, counted] : rounds.counts.rounds) {
            if (key.round < 2020) {
                counted.services["c"] = {0, 0, 1, counted.recipients - 1};
            }
        }
        const auto all = rounds.panel();
        CHECK(all.histories[0][0].services[2].presence == service_presence::absent);
        CHECK(before_period(all, 2020).histories[0][0].services[2].presence ==
              service_presence::present);
        CHECK(origin_before(all, 2020, 1).past[2].size() == 12);
        CHECK(origin_before(all, 2021, 1).past[2].empty());
    }

    TEST_CASE("a plain computation, forecast by forecast, gives the same sums of every group") {
        const auto rounds = made_up_rounds(17, 2019, 2022);
        backtest_options options;
        options.refits = 0;
        const auto result = backtest(rounds.panel(), options);
        const auto rows = reference::backtest(rounds.counts, rounds.coverage, 1,
                                              {all_forecasters.begin(), all_forecasters.end()});
        REQUIRE(!rows.empty());
        for (std::size_t f = 0; f < all_forecasters.size(); ++f) {
            INFO(all_forecasters[f].token);
            check_same_sums(sum_of(result, f),
                            reference::sum_of(rows, f, [](const auto&) { return true; }));
            check_same_sums(
                sum_of(result, f, {2021, {}, {}}),
                reference::sum_of(rows, f, [](const auto& row) { return row.period == 2021; }));
            check_same_sums(
                sum_of(result, f, {{}, 1, {}}),
                reference::sum_of(rows, f, [](const auto& row) { return row.service == "b"; }));
            check_same_sums(
                sum_of(result, f, {{}, {}, 2}),
                reference::sum_of(rows, f, [](const auto& row) { return row.size_group == 2; }));
        }
    }

    TEST_CASE("scores add to the same whichever way they are grouped") {
        const auto result = backtest(made_up_rounds(14, 2018, 2022).panel());
        for (std::size_t f = 0; f < result.forecasters.size(); ++f) {
            const auto all = sum_of(result, f);
            CHECK(all.forecasts == 14 * 3 * 4);
            double transforms = 0;
            for (const double bin : all.transforms) {
                transforms += bin;
            }
            CHECK(transforms == Approx(static_cast<double>(all.forecasts)));
            CHECK(all.inside.back() + all.below + all.above == all.forecasts);
            score_sums by_service;
            score_sums by_size;
            score_sums by_period;
            for (std::size_t s = 0; s < 3; ++s) {
                by_service += sum_of(result, f, {{}, s, {}});
                by_size += sum_of(result, f, {{}, {}, s});
            }
            double by_municipality = 0;
            for (const auto& period : result.periods) {
                by_period += sum_of(result, f, {period.period, {}, {}});
                for (const double sum : std::span{period.weighted_crps}.subspan(f * 42, 42)) {
                    by_municipality += sum;
                }
            }
            check_same_sums(by_service, all);
            check_same_sums(by_size, all);
            check_same_sums(by_period, all);
            CHECK(by_municipality == Approx(all.weighted_crps));
        }
    }

    TEST_CASE("periods are scored the same in any order and by several threads") {
        const auto all = made_up_rounds(10, 2018, 2022).panel();
        const auto result = backtest(all);
        REQUIRE(result.periods.size() == 4);
        std::vector<period_scores> apart(4);
        std::vector<std::thread> threads;
        for (std::size_t i = 4; i-- > 0;) {
            threads.emplace_back(
                [&, i] { apart[i] = score_period(all, result.periods[i].period); });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(apart[i].sums == result.periods[i].sums);
            CHECK(apart[i].weighted_crps == result.periods[i].weighted_crps);
        }
    }

    TEST_CASE("rounds two years apart are predicted from each other where that is asked for") {
        rounds_and_coverage all;
        for (const int year : {2019, 2021, 2023}) {
            all.add("9001", year, "a", 10, 40);
            all.add("9002", year, "a", 20, 60);
        }
        backtest_options options;
        CHECK(backtest(all.panel(), options).periods.empty());
        options.years = 2;
        const auto result = backtest(all.panel(), options);
        REQUIRE(result.periods.size() == 2);
        CHECK(result.periods.back().period == 2023);
        CHECK(sum_of(result, 0).forecasts == 4);
    }

    TEST_CASE("one round is nothing to score by") {
        const auto result = backtest(made_up_rounds(5, 2020, 2020).panel());
        CHECK(result.periods.empty());
        const auto summary = summary_of(sum_of(result, 0));
        CHECK(summary.forecasts == 0);
        CHECK(!summary.scaled_error);
        CHECK(!summary.bias);
    }

    TEST_CASE("a break in level and a service that was not asked for are not scored") {
        auto rounds = made_up_rounds(6, 2020, 2021);
        rounds.counts.rounds[{"9001", 2021}].recipients *= 40;
        rounds.counts.rounds[{"9002", 2021}].services.erase("a");
        const auto result = backtest(rounds.panel());
        CHECK(sum_of(result, 0).forecasts == 6 * 3 - 3 - 1);
    }
}

} // namespace backtest_test
