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

inline std::pair<std::uint32_t, std::uint32_t> outward(const brukerplan::count_mass& forecast,
                                                       double level) {
    const double side = (1 - level) / 2;
    std::uint32_t lower = forecast.first;
    while (lower < forecast.last() && probability_under(forecast, lower + 2) <= side) {
        ++lower;
    }
    std::uint32_t upper = forecast.first;
    while (upper < forecast.last() && probability_under(forecast, upper + 1) < 1 - side) {
        ++upper;
    }
    return {lower, upper};
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
    const double middle = outward(forecast, 0).second;
    row.scaled_error = past_error > 0 ? std::abs(middle - y) / past_error : -1;
    row.weighted_interval = std::abs(middle - y) / 2;
    constexpr std::array<double, 3> levels{0.5, 0.8, 0.9};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto interval = outward(forecast, levels[i]);
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
}

/// Without breaks in level, and with all services present in every round; no refits.
inline std::vector<scored_forecast>
backtest(const brukerplan::mapping_counts& counts, const brukerplan::coverage_table& coverage,
         int years, const std::vector<brukerplan::forecaster>& forecasters) {
    using namespace brukerplan;
    std::vector<scored_forecast> rows;
    std::set<int> periods;
    for (const auto& [key, counted] : counts.rounds) {
        periods.insert(key.round);
    }
    for (const int period : periods) {
        mapping_counts before;
        for (const auto& [key, counted] : counts.rounds) {
            if (key.round < period) {
                before.rounds[key] = counted;
            }
        }
        const auto known = make_panel(before, coverage);
        const term_table terms{known, years};
        const auto past = transitions_of(known, terms, years);
        for (std::size_t f = 0; f < forecasters.size(); ++f) {
            const auto model = fit(forecasters[f].model, past, years);
            for (std::size_t m = 0; m < known.municipalities.size(); ++m) {
                const auto now = counts.rounds.find({known.municipalities[m], period});
                for (std::size_t r = 0; r < known.histories[m].size(); ++r) {
                    const auto& then = known.histories[m][r];
                    if (now == counts.rounds.end() || then.number + years != period) {
                        continue;
                    }
                    const auto size_group = size_group_of(then.recipients);
                    panel_round came;
                    came.coverage = coverage.at(now->first);
                    const double mapped = 1 / came.weight();
                    for (std::size_t s = 0; s < known.services.size(); ++s) {
                        const auto& values = *terms(m, r, s);
                        predictive_law law;
                        law.mean = mapped * model.expected(values, s, size_group);
                        if (!forecasters[f].chance_alone) {
                            law.coverage_variance = then.coverage.log_sd * then.coverage.log_sd;
                            law.local_dispersion = model.local_dispersion(s, size_group);
                            law.shock_variance = model.predictive_shock_variance();
                        }
                        double errors = 0;
                        double count = 0;
                        double errors_of_all = 0;
                        for (const auto& seen : past[s]) {
                            const double error =
                                std::abs(seen.observed - seen.coverage * seen.terms[0]);
                            errors_of_all += error;
                            errors += seen.size_group == size_group ? error : 0;
                            count += seen.size_group == size_group ? 1 : 0;
                        }
                        const double past_error =
                            past[s].empty() ? 0
                            : count > 0     ? errors / count
                                            : errors_of_all / static_cast<double>(past[s].size());
                        scored_forecast row;
                        row.forecaster = f;
                        row.period = period;
                        row.municipality = known.municipalities[m];
                        row.service = known.services[s];
                        row.size_group = size_group;
                        row.expected = law.mean;
                        row.observed = now->second.services.at(known.services[s]).received();
                        score(row, mass_of(law), mapped * values[0], past_error);
                        rows.push_back(row);
                    }
                }
            }
        }
    }
    return rows;
}

/// Of the share of resamples, and the quantile, of what one is relative to the other.
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
