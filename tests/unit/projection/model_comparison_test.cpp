#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <utility>

#include <brukerplan/projection/model_comparison.hpp>

#include "projection/draw_purposes.hpp"
#include "reference/backtest_reference.hpp"
#include "small_panels.hpp"

namespace model_comparison_test {

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

/// So many of each.
backtest_result scored_times(std::size_t times,
                             const std::vector<std::pair<double, double>>& municipalities) {
    std::vector<std::pair<double, double>> all;
    for (std::size_t i = 0; i < times; ++i) {
        all.insert(all.end(), municipalities.begin(), municipalities.end());
    }
    return scored(all);
}

TEST_SUITE("projection: comparison of models") {

    TEST_CASE("half the loss everywhere is half the loss in every resample") {
        const auto all = comparisons_of(scored_times(4, {{1, 2}, {3, 6}, {0.5, 1}}));
        REQUIRE(all.size() == 2); // over all services, and of the one
        CHECK(!all[0].service);
        CHECK(all[1].service == 0U);
        for (const auto& one : all) {
            CHECK(one.relative == Approx(0.5));
            CHECK(one.low.value() == Approx(0.5));
            CHECK(one.high.value() == Approx(0.5));
            CHECK(one.share_better == 1);
        }
    }

    TEST_CASE("municipalities that disagree leave it open which is better") {
        const auto one = comparisons_of(scored_times(5, {{1, 2}, {6, 4}})).front();
        CHECK(one.relative == Approx(7.0 / 6));
        // Of ten drawn, k are of the first kind: (60 - 5 k) / (40 - 2 k), and k is 2 to 8 in 97.9
        // %.
        CHECK(one.low.value() == Approx(20.0 / 24));
        CHECK(one.high.value() == Approx(50.0 / 36));
        // Better with k of 7 or more.
        CHECK(one.share_better.value() == Approx(0.1719).epsilon(0.15));
    }

    TEST_CASE("of fewer than ten municipalities it is not said what may be luck") {
        const auto nine = comparisons_of(scored_times(9, {{1, 2}})).front();
        CHECK(nine.relative == Approx(0.5));
        CHECK(nine.municipalities == 9);
        CHECK(!nine.low);
        CHECK(!nine.high);
        CHECK(!nine.share_better);
        CHECK(comparisons_of(scored_times(10, {{1, 2}})).front().share_better == 1);
        CHECK(comparisons_of(scored({{1, 2}})).front().municipalities == 1);
    }

    TEST_CASE("of fewer than a hundred resamples neither") {
        const auto result = scored_times(12, {{1, 2}});
        CHECK(!comparisons_of(result, {99, 1, false}).front().low);
        CHECK(comparisons_of(result, {100, 1, false}).front().low.value() == Approx(0.5));
    }

    TEST_CASE("a service is compared by the municipalities that it was scored in") {
        auto result = scored_times(12, {{1, 2}});
        result.services.push_back("b");
        auto& period = result.periods.front();
        std::vector<double> scores;
        for (const double score : {1.0, 2.0}) {
            scores.insert(scores.end(), 12, score);
            for (int m = 0; m < 12; ++m) {
                scores.push_back(m < 4 ? score : 0);
            }
        }
        period.weighted_crps = scores;
        period.sums.resize(2 * 2 * size_group_count);
        const auto all = comparisons_of(result);
        REQUIRE(all.size() == 3);
        CHECK(all[0].municipalities == 12);
        CHECK(all[1].share_better == 1);
        CHECK(all[2].municipalities == 4);
        CHECK(!all[2].share_better);
    }

    TEST_CASE("a municipality that was never scored is not drawn") {
        auto some = scored_times(6, {{1, 2}, {6, 4}});
        auto& scores = some.periods.front().weighted_crps;
        scores.insert(scores.begin() + 12, 0);
        scores.push_back(0);
        some.municipalities.emplace_back("12");
        const auto with = comparisons_of(some).front();
        const auto without = comparisons_of(scored_times(6, {{1, 2}, {6, 4}})).front();
        CHECK(with.municipalities == 12);
        CHECK(with.low.value() == without.low.value());
        CHECK(with.share_better.value() == without.share_better.value());
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
            CHECK(once[i].low.value() <= once[i].relative);
            CHECK(once[i].relative <= once[i].high.value());
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
            CHECK(one.low.value() == Approx(plain.low).epsilon(1e-9));
            CHECK(one.high.value() == Approx(plain.high).epsilon(1e-9));
            CHECK(one.share_better.value() == Approx(plain.share_better).epsilon(0.006));
        }
    }

    TEST_CASE("without a scored period nothing is compared") {
        CHECK(comparisons_of(backtest(made_up_rounds(5, 2020, 2020).panel())).empty());
    }
}

} // namespace model_comparison_test
