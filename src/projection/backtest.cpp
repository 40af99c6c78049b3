#include <brukerplan/projection/backtest.hpp>

#include <algorithm>
#include <cmath>

#include <brukerplan/projection/refits.hpp>
#include <brukerplan/projection/terms.hpp>

namespace brukerplan {

namespace {

/// As many as last year, as seen with this year's coverage.
double last_count(const transition& seen) {
    return seen.coverage * seen.terms[static_cast<std::size_t>(term::received)];
}

/// Mean absolute error of "as last year", by size of municipality; of all sizes where there was
/// none of one. 0 where there was none at all.
std::array<double, size_group_count> past_errors(const std::vector<transition>& past) {
    struct errors {
        double sum = 0;
        double count = 0;
    };
    std::array<errors, size_group_count> groups{};
    errors all;
    for (const auto& seen : past) {
        for (auto* group : {&groups[seen.size_group], &all}) {
            group->sum += std::abs(seen.observed - last_count(seen));
            ++group->count;
        }
    }
    std::array<double, size_group_count> result{};
    for (std::size_t g = 0; g < size_group_count; ++g) {
        const auto& [sum, count] = groups[g].count > 0 ? groups[g] : all;
        result[g] = count > 0 ? sum / count : 0;
    }
    return result;
}

std::size_t count_of(const std::vector<std::vector<transition>>& transitions) {
    std::size_t count = 0;
    for (const auto& service : transitions) {
        count += service.size();
    }
    return count;
}

bool is_selected(const period_scores& scores, const score_selection& of) {
    return (!of.period || *of.period == scores.period) &&
           (!of.learned_only || scores.past_transitions > 0);
}

} // namespace

backtest_origin origin_before(const panel& all, int period, int years) {
    const auto known = before_period(all, period);
    const term_table terms{known, years};
    return {period, transitions_of(known, terms, years),
            transitions_into(all, period, terms, years)};
}

std::vector<std::vector<predictive_law>> forecasts_from(const backtest_origin& origin,
                                                        const forecaster& who,
                                                        const backtest_options& options) {
    const auto model = fit(who.model, origin.past, options.years);
    const bool learns = definition_of(who.model).learns && !who.chance_alone;
    const refitted_weights refits{model, origin.past, learns ? options.refits : 0, options.seed};
    std::vector<std::vector<predictive_law>> laws(origin.to_come.size());
    for (std::size_t s = 0; s < laws.size(); ++s) {
        for (const auto& coming : origin.to_come[s]) {
            const auto g = coming.size_group;
            const double mean = model.expected(coming.terms, s, g);
            auto& law = laws[s].emplace_back();
            law.mean = mean * coming.coverage;
            if (!who.chance_alone) {
                law.parameter_variance = refits.relative_variance(mean, coming.terms, s, g);
                law.coverage_variance = coming.coverage_variance;
                law.local_dispersion = model.local_dispersion(s, g);
                law.shock_variance = model.predictive_shock_variance();
            }
        }
    }
    return laws;
}

std::optional<std::size_t> backtest_result::place_of(std::string_view forecaster) const noexcept {
    const auto found = std::ranges::find(forecasters, forecaster, &brukerplan::forecaster::token);
    if (found == forecasters.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - forecasters.begin());
}

period_scores score_period(const panel& all, int period, const backtest_options& options) {
    const auto origin = origin_before(all, period, options.years);
    const auto services = all.services.size();
    const auto municipalities = all.municipalities.size();
    period_scores scores{period, count_of(origin.past), {}, {}};
    scores.sums.resize(options.forecasters.size() * services * size_group_count);
    scores.weighted_crps.resize(options.forecasters.size() * services * municipalities);
    for (std::size_t f = 0; f < options.forecasters.size(); ++f) {
        const auto laws = forecasts_from(origin, options.forecasters[f], options);
        for (std::size_t s = 0; s < services; ++s) {
            const auto errors = past_errors(origin.past[s]);
            for (std::size_t i = 0; i < laws[s].size(); ++i) {
                const auto& came = origin.to_come[s][i];
                const auto one =
                    scores_of(mass_of(laws[s][i]), {static_cast<std::uint32_t>(came.observed),
                                                    last_count(came), errors[came.size_group]});
                scores.sums[(f * services + s) * size_group_count + came.size_group] += one;
                scores.weighted_crps[(f * services + s) * municipalities + came.municipality] +=
                    one.weighted_crps;
            }
        }
    }
    return scores;
}

backtest_result backtest(const panel& all, const backtest_options& options) {
    backtest_result result{options.forecasters, all.services, all.municipalities, {}};
    for (const int period : predictable_periods(all, options.years)) {
        result.periods.push_back(score_period(all, period, options));
    }
    return result;
}

score_sums sum_of(const backtest_result& result, std::size_t forecaster,
                  const score_selection& of) noexcept {
    score_sums sums;
    for (const auto& scores : result.periods) {
        if (!is_selected(scores, of)) {
            continue;
        }
        for (std::size_t s = 0; s < result.services.size(); ++s) {
            for (std::size_t g = 0; g < size_group_count; ++g) {
                if ((!of.service || *of.service == s) && (!of.size_group || *of.size_group == g)) {
                    sums += result.at(scores, forecaster, s, g);
                }
            }
        }
    }
    return sums;
}

} // namespace brukerplan
