// What the models would have said of each past year before it came, and how far off they would have
// been: by rolling origin, each year predicted from the years before it alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/model.hpp>
#include <brukerplan/projection/panel.hpp>
#include <brukerplan/projection/predictive.hpp>
#include <brukerplan/projection/score_sums.hpp>

namespace brukerplan {

/// A model, with the spread that it has learned or with nothing but chance.
struct forecaster {
    std::string_view token; ///< lives for the life of the program
    model_kind model = model_kind::credibility;
    bool baseline = false;     ///< one that others are compared to
    bool chance_alone = false; ///< Poisson
};

/// All models, and the simplest of them with a bare Poisson interval.
inline constexpr std::array<forecaster, model_count + 1> all_forecasters{{
    {"naive_poisson", model_kind::naive, true, true},
    {"naive", model_kind::naive, true},
    {"stated_need", model_kind::stated_need, true},
    {"peers", model_kind::peers, true},
    {"one_ratio", model_kind::one_ratio, true},
    {"conversion", model_kind::conversion},
    {"smoother", model_kind::smoother, true},
    {"credibility", model_kind::credibility},
    {"without_need", model_kind::without_need},
    {"without_peers", model_kind::without_peers},
    {"without_own_past", model_kind::without_own_past},
}};

struct backtest_options {
    int years = 1; ///< between a round and what is predicted from it
    std::vector<forecaster> forecasters{all_forecasters.begin(), all_forecasters.end()};
    std::size_t refits = 100; ///< for how much the weights are not known; 0: as if they were
    std::uint64_t seed = 1;   ///< of the refits
};

/// Where a model stood before a period came.
struct backtest_origin {
    int period = 0;
    std::vector<std::vector<transition>> past;    ///< by service: to learn from
    std::vector<std::vector<transition>> to_come; ///< by service: to predict
};

/// Nothing in it but `observed`, and whether a pair is left out for a break in level or because the
/// service was absent, depends on what was counted in that period or later. A round's coverage is
/// taken as known with it.
[[nodiscard]] backtest_origin origin_before(const panel& all, int period, int years);

/// By service, for each transition to come: of the mapped persons who will receive the service.
[[nodiscard]] std::vector<std::vector<predictive_law>>
forecasts_from(const backtest_origin& origin, const forecaster& who,
               const backtest_options& options);

/// The scores of one period.
struct period_scores {
    int period = 0;
    /// That were learned from, over all services. With 0 every model was prior alone.
    std::size_t past_transitions = 0;
    std::vector<score_sums> sums;      ///< by forecaster, service, size group
    std::vector<double> weighted_crps; ///< sums, by forecaster, service, municipality
};

struct backtest_result {
    std::vector<forecaster> forecasters;
    std::vector<std::string> services;       ///< as in the panel
    std::vector<std::string> municipalities; ///< as in the panel
    std::vector<period_scores> periods;      ///< in order

    [[nodiscard]] const score_sums& at(const period_scores& of, std::size_t forecaster,
                                       std::size_t service, std::size_t size_group) const noexcept {
        return of.sums[(forecaster * services.size() + service) * size_group_count + size_group];
    }
    [[nodiscard]] double weighted_crps(const period_scores& of, std::size_t forecaster,
                                       std::size_t service,
                                       std::size_t municipality) const noexcept {
        return of.weighted_crps[(forecaster * services.size() + service) * municipalities.size() +
                                municipality];
    }
    /// Nothing if it was not asked for.
    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view forecaster) const noexcept;
};

/// Periods may be scored in any order, and at the same time by several threads.
[[nodiscard]] period_scores score_period(const panel& all, int period,
                                         const backtest_options& options = {});

/// All periods, one after the other. Without any, `periods` is empty.
[[nodiscard]] backtest_result backtest(const panel& all, const backtest_options& options = {});

/// Which scores are added; what is not set is all of them.
struct score_selection {
    std::optional<int> period;
    std::optional<std::size_t> service;
    std::optional<std::size_t> size_group;
    bool learned_only = false; ///< leaves out periods before which there was nothing to learn from
};

[[nodiscard]] score_sums sum_of(const backtest_result& result, std::size_t forecaster,
                                const score_selection& of = {}) noexcept;

} // namespace brukerplan
