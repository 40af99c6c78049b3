// A backtest the slow and obvious way. Each year is predicted from a panel made of the counts of
// the years before it and nothing else; each forecast is a row, scored from its masses one by one;
// and whatever is asked for is a sum over the rows that it is asked of.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/terms.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

namespace reference {

struct scored_forecast {
    std::size_t forecaster = 0;
    int period = 0;
    std::string municipality;
    std::string service;
    std::size_t size_group = 0;
    double expected = 0;
    std::uint32_t observed = 0;
    double crps = 0;
    double weighted_crps = 0;
    double log_crps = 0;
    double weighted_interval = 0;
    double interval_90 = 0;
    double scaled_error = 0; ///< below 0: not known
    std::array<bool, 3> inside{};
    bool below = false;
    bool above = false;
    std::array<double, 20> transform{};
};

/// Probability of fewer than `value`.
inline double probability_under(const brukerplan::count_mass& forecast, std::uint32_t value) {
    double sum = value > forecast.first ? forecast.below : 0;
    for (std::uint32_t x = 0; x < value; ++x) {
        sum += brukerplan::mass_at(forecast, x);
    }
    return sum;
}

/// Integral of the squared difference of two steps.
template <class Scale>
double squared_difference(const brukerplan::count_mass& forecast, std::uint32_t observed,
                          Scale scale) {
    double sum = 0;
    for (std::uint32_t x = 0; x <= std::max(forecast.last(), observed); ++x) {
        const double off = probability_under(forecast, x + 1) - (observed <= x ? 1 : 0);
        sum += off * off * (scale(x + 1) - scale(x));
    }
    return sum;
}

/// The least that is not exceeded with a probability.
inline std::uint32_t printed_quantile(const brukerplan::count_mass& forecast, double level) {
    std::uint32_t value = forecast.first;
    while (value < forecast.last() && probability_under(forecast, value + 1) < level) {
        ++value;
    }
    return value;
}

inline std::pair<std::uint32_t, std::uint32_t>
printed_interval(const brukerplan::count_mass& forecast, double level) {
    const double side = (1 - level) / 2;
    return {printed_quantile(forecast, side), printed_quantile(forecast, 1 - side)};
}

inline double score_of_interval(std::pair<std::uint32_t, std::uint32_t> interval, double level,
                                double observed) {
    const double lower = interval.first;
    const double upper = interval.second;
    return upper - lower + 2 / (1 - level) * (observed < lower ? lower - observed : 0) +
           2 / (1 - level) * (observed > upper ? observed - upper : 0);
}

inline void score(scored_forecast& row, const brukerplan::count_mass& forecast, double last,
                  double past_error) {
    const double y = row.observed;
    row.crps = squared_difference(forecast, row.observed, [](double x) { return x; });
    row.log_crps =
        squared_difference(forecast, row.observed, [](double x) { return std::log(1 + x); });
    row.weighted_crps = row.crps / (1 + std::sqrt(last));
    const double middle = printed_quantile(forecast, 0.5);
    row.scaled_error = past_error > 0 ? std::abs(middle - y) / past_error : -1;
    row.weighted_interval = std::abs(middle - y) / 2;
    constexpr std::array<double, 3> levels{0.5, 0.8, 0.9};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto interval = printed_interval(forecast, levels[i]);
        row.weighted_interval += (1 - levels[i]) / 2 * score_of_interval(interval, levels[i], y);
        row.inside[i] = row.observed >= interval.first && row.observed <= interval.second;
        row.interval_90 = score_of_interval(interval, levels[i], y);
        row.below = row.observed < interval.first;
        row.above = row.observed > interval.second;
    }
    row.weighted_interval /= 3.5;
    // Uniform between the two: what of it lies in each twentieth.
    const double from = probability_under(forecast, row.observed);
    const double to = probability_under(forecast, row.observed + 1);
    for (std::size_t i = 0; i < row.transform.size(); ++i) {
        const double bin = static_cast<double>(i) / 20;
        const double part = std::min(to, bin + 0.05) - std::max(from, bin);
        row.transform[i] = part > 0 ? part / (to - from) : 0;
    }
    if (to <= from) { // what came is beyond what is kept: all of it is where that ends
        row.transform[from < 0.5 ? 0 : row.transform.size() - 1] = 1;
    }
}

/// Mean of what "as last year" was off by, in municipalities of the size or else in all.
inline double past_error(const std::vector<brukerplan::transition>& past, std::size_t size_group) {
    double of_size = 0;
    double in_size = 0;
    double of_all = 0;
    for (const auto& seen : past) {
        const double error = std::abs(seen.observed - seen.coverage * seen.terms[0]);
        of_all += error;
        of_size += seen.size_group == size_group ? error : 0;
        in_size += seen.size_group == size_group ? 1 : 0;
    }
    if (past.empty()) {
        return 0;
    }
    return in_size > 0 ? of_size / in_size : of_all / static_cast<double>(past.size());
}

/// What was known before a period.
struct known_before {
    brukerplan::panel panel;
    brukerplan::term_table terms;
    std::vector<std::vector<brukerplan::transition>> past;
};

inline known_before before(const brukerplan::mapping_counts& counts,
                           const brukerplan::coverage_table& coverage, int period, int years) {
    brukerplan::mapping_counts earlier;
    for (const auto& [key, counted] : counts.rounds) {
        if (key.round < period) {
            earlier.rounds[key] = counted;
        }
    }
    const auto panel = make_panel(earlier, coverage);
    const brukerplan::term_table terms{panel, years};
    return {panel, terms, transitions_of(panel, terms, years)};
}

/// One row a service of one municipality, from one of its rounds. `mapped`: share of the persons
/// that the round to come will see
inline void forecast(std::vector<scored_forecast>& rows, scored_forecast row,
                     const known_before& known, const brukerplan::fitted_model& model,
                     bool chance_alone, std::size_t municipality, std::size_t round, double mapped,
                     const brukerplan::mapped_round& came) {
    const auto& then = known.panel.histories[municipality][round];
    row.municipality = known.panel.municipalities[municipality];
    row.size_group = brukerplan::size_group_of(then.recipients);
    for (std::size_t s = 0; s < known.panel.services.size(); ++s) {
        const auto& values = *known.terms(municipality, round, s);
        brukerplan::predictive_law law;
        law.mean = mapped * model.expected(values, s, row.size_group);
        if (!chance_alone) {
            law.coverage_variance = then.coverage.log_sd * then.coverage.log_sd;
            law.local_dispersion = model.local_dispersion(s, row.size_group);
            law.shock_variance = model.predictive_shock_variance();
        }
        row.service = known.panel.services[s];
        row.expected = law.mean;
        row.observed = came.services.at(row.service).received();
        score(row, mass_of(law), mapped * values[0], past_error(known.past[s], row.size_group));
        rows.push_back(row);
    }
}

/// Without breaks in level, and with all services present in every round; no refits.
inline std::vector<scored_forecast>
backtest(const brukerplan::mapping_counts& counts, const brukerplan::coverage_table& coverage,
         int years, const std::vector<brukerplan::forecaster>& forecasters) {
    std::vector<scored_forecast> rows;
    std::set<int> periods;
    for (const auto& [key, counted] : counts.rounds) {
        periods.insert(key.round);
    }
    for (const int period : periods) {
        const auto known = before(counts, coverage, period, years);
        for (std::size_t f = 0; f < forecasters.size(); ++f) {
            const auto model = fit(forecasters[f].model, known.past, years);
            for (std::size_t m = 0; m < known.panel.municipalities.size(); ++m) {
                const auto came = counts.rounds.find({known.panel.municipalities[m], period});
                for (std::size_t r = 0; r < known.panel.histories[m].size(); ++r) {
                    if (came == counts.rounds.end() ||
                        known.panel.histories[m][r].number + years != period) {
                        continue;
                    }
                    brukerplan::panel_round now;
                    now.coverage = coverage.at(came->first);
                    scored_forecast row;
                    row.forecaster = f;
                    row.period = period;
                    forecast(rows, row, known, model, forecasters[f].chance_alone, m, r,
                             1 / now.weight(), came->second);
                }
            }
        }
    }
    return rows;
}

/// Of the rows of one forecaster that are wanted.
template <class Wanted>
brukerplan::score_sums sum_of(const std::vector<scored_forecast>& rows, std::size_t forecaster,
                              Wanted wanted) {
    brukerplan::score_sums sums;
    for (const auto& row : rows) {
        if (row.forecaster != forecaster || !wanted(row)) {
            continue;
        }
        ++sums.forecasts;
        sums.observed += row.observed;
        sums.expected += row.expected;
        sums.crps += row.crps;
        sums.weighted_crps += row.weighted_crps;
        sums.log_crps += row.log_crps;
        sums.weighted_interval += row.weighted_interval;
        sums.interval_90 += row.interval_90;
        sums.scaled_error += std::max(row.scaled_error, 0.0);
        sums.scaled += row.scaled_error >= 0 ? 1 : 0;
        sums.below += row.below ? 1 : 0;
        sums.above += row.above ? 1 : 0;
        for (std::size_t i = 0; i < row.inside.size(); ++i) {
            sums.inside[i] += row.inside[i] ? 1 : 0;
        }
        for (std::size_t i = 0; i < row.transform.size(); ++i) {
            sums.transforms[i] += row.transform[i];
        }
    }
    return sums;
}

/// Quantiles of what one score is relative to another, and how often it is less.
struct resampled_ratio {
    double low = 0;
    double high = 0;
    double share_better = 0;
};

/// Draws municipalities one by one. `scores`: by municipality, the model's and the baseline's
inline resampled_ratio resample(const std::vector<std::pair<double, double>>& scores,
                                std::uint32_t resamples, std::uint64_t seed,
                                std::uint32_t purpose) {
    std::vector<double> ratios;
    double better = 0;
    for (std::uint32_t b = 0; b < resamples; ++b) {
        double model = 0;
        double baseline = 0;
        for (std::uint32_t i = 0; i < scores.size(); ++i) {
            const brukerplan::uniform_draws draws{seed, {i, 0, purpose}};
            const auto drawn =
                static_cast<std::size_t>(draws(b) * static_cast<double>(scores.size()));
            model += scores[drawn].first;
            baseline += scores[drawn].second;
        }
        ratios.push_back(model / baseline);
        better += model < baseline ? 1 : 0;
    }
    std::sort(ratios.begin(), ratios.end());
    const auto side = resamples / 40;
    return {ratios[side], ratios[ratios.size() - 1 - side], better / resamples};
}

} // namespace reference
