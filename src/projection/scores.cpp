#include <brukerplan/projection/scores.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/neumaier_sum.hpp"

namespace brukerplan {

namespace {

/// Integral of (cdf - [observed <= x])^2 over a scale, on which `gap` gives the distance between
/// two counts. The cdf is summed from below under the observed count and from above over it, where
/// each of them is small.
template <class Gap>
double squared_distance(const count_mass& forecast, std::uint32_t observed, Gap gap) noexcept {
    const auto& masses = forecast.masses;
    const double first = forecast.first;
    detail::neumaier_sum total;
    if (observed < forecast.first) {
        total.add(gap(observed, first));
    }
    const std::size_t under = observed <= forecast.first
                                  ? 0
                                  : std::min<std::size_t>(observed - forecast.first, masses.size());
    detail::neumaier_sum lower{forecast.below};
    for (std::size_t i = 0; i < under; ++i) {
        lower.add(masses[i]);
        const double x = first + static_cast<double>(i);
        total.add(lower.value() * lower.value() * gap(x, x + 1));
    }
    detail::neumaier_sum upper{forecast.above};
    for (std::size_t i = masses.size(); i-- > under;) {
        const double x = first + static_cast<double>(i);
        total.add(upper.value() * upper.value() * gap(x, x + 1));
        upper.add(masses[i]);
    }
    if (observed > forecast.last()) {
        total.add(gap(forecast.last() + 1.0, observed));
    }
    return total.value();
}

} // namespace

double crps(const count_mass& forecast, std::uint32_t observed) noexcept {
    return squared_distance(forecast, observed, [](double from, double to) { return to - from; });
}

double log_crps(const count_mass& forecast, std::uint32_t observed) noexcept {
    return squared_distance(forecast, observed, [](double from, double to) {
        return std::log1p((to - from) / (1 + from));
    });
}

double log_score(const count_mass& forecast, std::uint32_t observed) noexcept {
    if (observed < forecast.first) {
        return -std::log(forecast.below);
    }
    if (observed > forecast.last()) {
        return -std::log(forecast.above);
    }
    return -std::log(mass_at(forecast, observed));
}

double interval_score(count_interval interval, double level, std::uint32_t observed) noexcept {
    const double y = observed;
    const double outside =
        std::max({interval.lower - y, y - static_cast<double>(interval.upper), 0.0});
    return (static_cast<double>(interval.upper) - interval.lower) + 2 / (1 - level) * outside;
}

double weighted_interval_score(
    std::uint32_t median,
    const std::array<count_interval, weighted_interval_levels.size()>& intervals,
    std::uint32_t observed) noexcept {
    double sum = 0.5 * std::abs(static_cast<double>(observed) - median);
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        const double level = weighted_interval_levels[i];
        sum += (1 - level) / 2 * interval_score(intervals[i], level, observed);
    }
    return sum / (static_cast<double>(intervals.size()) + 0.5);
}

double weighted_interval_score(const count_mass& forecast, std::uint32_t observed) noexcept {
    std::array<count_interval, weighted_interval_levels.size()> intervals;
    std::transform(weighted_interval_levels.begin(), weighted_interval_levels.end(),
                   intervals.begin(),
                   [&](double level) { return central_interval(forecast, level); });
    return weighted_interval_score(median(forecast), intervals, observed);
}

} // namespace brukerplan
