#include <brukerplan/projection/score_sums.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <vector>

#include <brukerplan/projection/calibration.hpp>

namespace brukerplan {

namespace {

using intervals = std::array<count_interval, weighted_interval_levels.size()>;

/// What `cdf`, `quantile` and `central_interval` give, from probabilities cumulated once.
class cumulated_forecast {
public:
    explicit cumulated_forecast(const count_mass& forecast)
        : first_(forecast.first), up_to_(cumulated(forecast)) {}

    [[nodiscard]] double cdf(std::uint32_t value) const {
        if (value < first_) {
            return 0;
        }
        return up_to_[std::min<std::size_t>(value - first_, up_to_.size() - 1)];
    }

    [[nodiscard]] std::uint32_t rounded_up(double level) const {
        const auto at = std::lower_bound(up_to_.begin(), up_to_.end(), level);
        return first_ +
               static_cast<std::uint32_t>(std::min(at - up_to_.begin(), std::ssize(up_to_) - 1));
    }

    [[nodiscard]] intervals central() const {
        intervals result;
        for (std::size_t i = 0; i < result.size(); ++i) {
            const double side = (1 - weighted_interval_levels[i]) / 2;
            result[i] = {rounded_up(side), rounded_up(1 - side)};
        }
        return result;
    }

private:
    std::uint32_t first_;
    std::vector<double> up_to_;
};

/// How many bins at each end lie outside the central interval of a level.
constexpr std::size_t bins_outside(double level) {
    return static_cast<std::size_t>((1 - level) / 2 * transform_bin_count + 0.5);
}
static_assert(bins_outside(0.5) == 5 && bins_outside(0.8) == 2 && bins_outside(0.9) == 1);

} // namespace

score_sums& score_sums::operator+=(const score_sums& other) noexcept {
    const auto add = [](auto& sums, const auto& others) {
        std::transform(sums.begin(), sums.end(), others.begin(), sums.begin(), std::plus<>{});
    };
    forecasts += other.forecasts;
    observed += other.observed;
    expected += other.expected;
    crps += other.crps;
    weighted_crps += other.weighted_crps;
    log_crps += other.log_crps;
    weighted_interval += other.weighted_interval;
    interval_90 += other.interval_90;
    scaled_error += other.scaled_error;
    scaled += other.scaled;
    add(inside, other.inside);
    below += other.below;
    above += other.above;
    add(transforms, other.transforms);
    return *this;
}

score_sums scores_of(const count_mass& forecast, const forecast_outcome& came) {
    const cumulated_forecast said{forecast};
    const auto central = said.central();
    const auto& widest = central.back();
    const auto middle = said.rounded_up(0.5);
    const auto y = came.observed;
    score_sums sums;
    sums.forecasts = 1;
    sums.observed = y;
    sums.expected = mean(forecast);
    sums.crps = crps(forecast, y);
    sums.weighted_crps = sums.crps / (1 + std::sqrt(came.last));
    sums.log_crps = log_crps(forecast, y);
    sums.weighted_interval = weighted_interval_score(middle, central, y);
    sums.interval_90 = interval_score(widest, weighted_interval_levels.back(), y);
    if (came.past_error > 0) {
        sums.scaled_error = std::abs(static_cast<double>(middle) - y) / came.past_error;
        sums.scaled = 1;
    }
    for (std::size_t i = 0; i < central.size(); ++i) {
        sums.inside[i] = y >= central[i].lower && y <= central[i].upper;
    }
    sums.below = y < widest.lower;
    sums.above = y > widest.upper;
    const transform_range transform{y == 0 ? 0 : said.cdf(y - 1), said.cdf(y)};
    std::ranges::copy(transform_histogram(std::span{&transform, 1}, transform_bin_count),
                      sums.transforms.begin());
    return sums;
}

score_summary summary_of(const score_sums& sums) noexcept {
    score_summary summary;
    if (sums.forecasts == 0) {
        return summary;
    }
    const auto share = [&](auto sum) {
        return static_cast<double>(sum) / static_cast<double>(sums.forecasts);
    };
    summary.forecasts = sums.forecasts;
    summary.crps = share(sums.crps);
    summary.weighted_crps = share(sums.weighted_crps);
    summary.log_crps = share(sums.log_crps);
    summary.weighted_interval = share(sums.weighted_interval);
    summary.interval_90 = share(sums.interval_90);
    if (sums.scaled > 0) {
        summary.scaled_error = sums.scaled_error / static_cast<double>(sums.scaled);
    }
    if (sums.observed > 0) {
        summary.bias = sums.expected / static_cast<double>(sums.observed) - 1;
    }
    for (std::size_t i = 0; i < weighted_interval_levels.size(); ++i) {
        const auto outside = static_cast<std::ptrdiff_t>(bins_outside(weighted_interval_levels[i]));
        summary.closed_coverage[i] = share(sums.inside[i]);
        summary.transform_coverage[i] = share(std::accumulate(
            sums.transforms.begin() + outside, sums.transforms.end() - outside, 0.0));
    }
    summary.closed_below = share(sums.below);
    summary.closed_above = share(sums.above);
    summary.transform_below = share(sums.transforms.front());
    summary.transform_above = share(sums.transforms.back());
    return summary;
}

} // namespace brukerplan
