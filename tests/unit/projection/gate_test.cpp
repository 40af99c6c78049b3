#include <doctest/doctest.h>

#include <array>

#include <brukerplan/projection/gate.hpp>

#include "small_panels.hpp"

namespace gate_test {

using namespace brukerplan;
using namespace projection_test;

/// A backtest of one service in which credibility, smoother and naive scored so much.
gate_decision chosen(double credibility, double smoother, double naive,
                     std::uint64_t forecasts = 40) {
    backtest_result result{{{"naive", model_kind::naive, true},
                            {"smoother", model_kind::smoother, true},
                            {"credibility", model_kind::credibility}},
                           {"a"},
                           {"9001"},
                           {}};
    period_scores period{2020, 10, std::vector<score_sums>(3 * size_group_count), {}};
    const std::array<double, 3> scores{naive, smoother, credibility};
    for (std::size_t f = 0; f < 3; ++f) {
        period.sums[f * size_group_count].forecasts = forecasts;
        period.sums[f * size_group_count].weighted_crps = scores[f];
    }
    result.periods.push_back(period);
    return decisions_from(result).front();
}

TEST_SUITE("projection: gate") {

    TEST_CASE("the credibility model is kept unless a simpler one was better by more than 2 %") {
        CHECK(chosen(1.00, 1.00, 1.00).use == model_kind::credibility);
        CHECK(chosen(1.00, 1.00, 1.00).why == gate_reason::kept);
        CHECK(chosen(1.019, 1.00, 1.50).why == gate_reason::kept);
        CHECK(chosen(1.021, 1.00, 1.50).use == model_kind::smoother);
        CHECK(chosen(1.021, 1.00, 1.50).why == gate_reason::fell_back);
        CHECK(chosen(1.50, 1.30, 1.00).use == model_kind::naive);
        CHECK(chosen(1.50, 1.50, 1.00).use == model_kind::naive);
        CHECK(chosen(1.03, 1.015, 1.00).use == model_kind::smoother);
        CHECK(chosen(1.03, 1.015, 1.00).forecasts == 40);
    }

    TEST_CASE("in a world where last year's count is all that matters, it is what is used") {
        const auto decisions = choose_models(swinging_then_still(60).panel(), 1);
        REQUIRE(decisions.size() == 1);
        CHECK(decisions.front().use == model_kind::naive);
        CHECK(decisions.front().why == gate_reason::fell_back);
        CHECK(decisions.front().forecasts == 60);
        CHECK(decisions.front().weighted_crps[0] > 1.02 * decisions.front().weighted_crps[2]);
    }

    TEST_CASE("in a world where counts go around a level of their own, last year's is not used") {
        for (const auto& decision : choose_models(made_up_rounds(25, 2018, 2022).panel(), 1)) {
            CHECK(decision.use != model_kind::naive);
            CHECK(decision.weighted_crps[1] < decision.weighted_crps[2]);
            CHECK(decision.forecasts == 25);
        }
    }

    TEST_CASE("too few rounds are said to be too few") {
        for (const int last : {2020, 2021}) {
            for (const auto& decision : choose_models(made_up_rounds(24, 2020, last).panel(), 1)) {
                CHECK(decision.use == model_kind::credibility);
                CHECK(decision.why == gate_reason::not_backtested);
                CHECK(decision.forecasts == 0);
            }
        }
    }

    TEST_CASE("too few municipalities are not left to chance") {
        CHECK(chosen(1.50, 1.30, 1.00, 20).use == model_kind::naive);
        CHECK(chosen(1.50, 1.30, 1.00, 19).use == model_kind::credibility);
        CHECK(chosen(1.50, 1.30, 1.00, 19).why == gate_reason::not_backtested);
        CHECK(chosen(1.50, 1.30, 1.00, 19).forecasts == 19);
    }

    TEST_CASE("a service that began last year is not backtested, though others are") {
        auto rounds = made_up_rounds(24, 2019, 2022);
        for (auto& [key, counted] : rounds.counts.rounds) {
            if (key.round < 2022) {
                counted.services.erase("b");
            }
        }
        const auto decisions = choose_models(rounds.panel(), 1);
        CHECK(decisions[0].why != gate_reason::not_backtested);
        CHECK(decisions[1].why == gate_reason::not_backtested);
    }

    TEST_CASE("a full backtest chooses as the short one does") {
        const auto all = made_up_rounds(24, 2018, 2022).panel();
        backtest_options options;
        options.refits = 0;
        const auto from_full = decisions_from(backtest(all, options));
        const auto quick = choose_models(all, 1);
        REQUIRE(from_full.size() == quick.size());
        for (std::size_t s = 0; s < quick.size(); ++s) {
            CHECK(from_full[s].use == quick[s].use);
            CHECK(from_full[s].weighted_crps == quick[s].weighted_crps);
        }
    }

    TEST_CASE("a backtest without the models to choose between judges nothing") {
        backtest_options options;
        options.forecasters = {all_forecasters[0], all_forecasters[1]};
        const auto decisions =
            decisions_from(backtest(made_up_rounds(24, 2019, 2022).panel(), options));
        REQUIRE(decisions.size() == 3);
        CHECK(decisions.front().why == gate_reason::not_backtested);
    }
}

} // namespace gate_test
