#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <utility>

#include <brukerplan/projection/model_comparison.hpp>

#include "projection/draw_purposes.hpp"
#include "reference/backtest_reference.hpp"
#include "small_panels.hpp"

namespace {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

/// A backtest of one service and period, in which a model and a baseline scored so much in each
/// municipality.
backtest_result scored(const std::vector<std::pair<double, double>>& municipalities) {
    backtest_result result{{{"model"}, {"baseline", model_kind::naive, true}}, {"a"}, {}, {}};
    period_scores period{2020, 1, std::vector<score_sums>(2 * size_group_count), {}};
    for (const auto& scores : municipalities) {
        result.municipalities.push_back(std::to_string(result.municipalities.size()));
        period.weighted_crps.push_back(scores.first);
    }
    for (const auto& scores : municipalities) {
        period.weighted_crps.push_back(scores.second);
    }
    result.periods.push_back(period);
    return result;
}

TEST_SUITE("projection: comparison of models") {

    TEST_CASE("half the loss everywhere is half the loss in every resample") {
        const auto all = comparisons_of(scored({{1, 2}, {3, 6}, {0.5, 1}}));
        REQUIRE(all.size() == 2); // over all services, and of the one
        CHECK(!all[0].service);
        CHECK(all[1].service == 0U);
        for (const auto& one : all) {
            CHECK(one.relative == Approx(0.5));
            CHECK(one.low == Approx(0.5));
            CHECK(one.high == Approx(0.5));
            CHECK(one.share_better == 1);
        }
    }

    TEST_CASE("two municipalities that disagree leave it open which is better") {
        const auto one = comparisons_of(scored({{1, 2}, {6, 4}})).front();
        CHECK(one.relative == Approx(7.0 / 6));
        CHECK(one.low == Approx(0.5));  // the first drawn twice: one time in four
        CHECK(one.high == Approx(1.5)); // the second drawn twice
        CHECK(one.share_better == Approx(0.25).epsilon(0.15));
    }

    TEST_CASE("a municipality that was never scored is not drawn") {
        const auto with = comparisons_of(scored({{1, 2}, {0, 0}, {6, 4}})).front();
        const auto without = comparisons_of(scored({{1, 2}, {6, 4}})).front();
        CHECK(with.low == without.low);
        CHECK(with.share_better == without.share_better);
    }

    TEST_CASE("periods of priors alone can be left out") {
        auto result = scored({{1, 2}, {3, 2}});
        result.periods.push_back({2021, 8, result.periods[0].sums, {1, 1, 2, 2}});
        result.periods[0].past_transitions = 0;
        model_comparison_options options;
        CHECK(comparisons_of(result, options).front().relative == Approx(6.0 / 8));
        options.learned_only = true;
        CHECK(comparisons_of(result, options).front().relative == Approx(0.5));
    }

    TEST_CASE("the same seed gives the same comparison, another seed another interval") {
        const auto result = backtest(made_up_rounds(14, 2019, 2022).panel());
        model_comparison_options options;
        options.resamples = 300;
        const auto once = comparisons_of(result, options);
        const auto again = comparisons_of(result, options);
        options.seed = 2;
        const auto other = comparisons_of(result, options);
        REQUIRE(once.size() == again.size());
        CHECK(once.size() == (1 + 3) * (11 * 6 - 6)); // six baselines, none against itself
        bool all_same = true;
        for (std::size_t i = 0; i < once.size(); ++i) {
            CHECK(once[i].relative == again[i].relative);
            CHECK(once[i].low == again[i].low);
            CHECK(once[i].high == again[i].high);
            CHECK(once[i].share_better == again[i].share_better);
            CHECK(once[i].relative == other[i].relative);
            CHECK(once[i].low <= once[i].relative);
            CHECK(once[i].relative <= once[i].high);
            all_same = all_same && once[i].low == other[i].low;
        }
        CHECK(!all_same);
    }

    TEST_CASE("municipalities drawn one by one give the same shares and intervals") {
        const auto result = backtest(made_up_rounds(14, 2019, 2022).panel());
        model_comparison_options options;
        options.resamples = 200;
        options.seed = 71;
        for (const auto& one : comparisons_of(result, options)) {
            std::vector<std::pair<double, double>> scores(result.municipalities.size());
            for (const auto& period : result.periods) {
                for (std::size_t s = 0; s < result.services.size(); ++s) {
                    for (std::size_t m = 0; m < scores.size() && one.service.value_or(s) == s;
                         ++m) {
                        scores[m].first += result.weighted_crps(period, one.model, s, m);
                        scores[m].second += result.weighted_crps(period, one.baseline, s, m);
                    }
                }
            }
            const auto plain = reference::resample(scores, 200, 71, purpose::comparison);
            CHECK(one.low == Approx(plain.low).epsilon(1e-9));
            CHECK(one.high == Approx(plain.high).epsilon(1e-9));
            CHECK(one.share_better == Approx(plain.share_better).epsilon(0.006));
        }
    }

    TEST_CASE("without a scored period nothing is compared") {
        CHECK(comparisons_of(backtest(made_up_rounds(5, 2020, 2020).panel())).empty());
    }
}

} // namespace
