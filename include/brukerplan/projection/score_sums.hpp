// Scores of many projections, as sums: those of any parts, added, are those of the whole. So one
// table answers for a service, a size of municipality, a year, or all of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <brukerplan/projection/count_mass.hpp>
#include <brukerplan/projection/scores.hpp>

namespace brukerplan {

/// Bins of the same width for the probability integral transform. The ends of the central intervals
/// of 50, 80 and 90 % lie between them.
inline constexpr std::size_t transform_bin_count = 20;

struct score_sums {
    std::uint64_t forecasts = 0;
    std::uint64_t observed = 0; ///< persons
    double expected = 0;        ///< persons
    double crps = 0;
    /// Each divided by 1 + the square root of last year's count, so that large municipalities do
    /// not decide alone.
    double weighted_crps = 0;
    double log_crps = 0;
    double weighted_interval = 0;
    double interval_90 = 0; ///< score of the central interval of 90 %
    /// Absolute errors of the medians, each divided by what "as last year" was off by before.
    double scaled_error = 0;
    std::uint64_t scaled = 0; ///< forecasts for which that is known
    /// Inside the closed intervals of `weighted_interval_levels`, and outside the last of them.
    std::array<std::uint64_t, weighted_interval_levels.size()> inside{};
    std::uint64_t below = 0;
    std::uint64_t above = 0;
    /// Non-randomised transforms; they sum to `forecasts`.
    std::array<double, transform_bin_count> transforms{};

    score_sums& operator+=(const score_sums& other) noexcept;

    friend bool operator==(const score_sums&, const score_sums&) = default;
};

/// What came of a forecast, and what it is measured against.
struct forecast_outcome {
    std::uint32_t observed = 0;
    double last = 0;       ///< last year's count, as seen with this year's coverage
    double past_error = 0; ///< mean absolute error of "as last year" before; 0: not known
};

/// Of one forecast.
[[nodiscard]] score_sums scores_of(const count_mass& forecast, const forecast_outcome& came);

/// Scores a forecast; shares are of all forecasts.
struct score_summary {
    std::uint64_t forecasts = 0;
    double crps = 0;
    double weighted_crps = 0;
    double log_crps = 0;
    double weighted_interval = 0;
    double interval_90 = 0;
    /// Mean absolute error by that of "as last year" before (Hyndman and Koehler, "Another look at
    /// measures of forecast accuracy", International Journal of Forecasting 22, 2006). Nothing
    /// where there was no year before.
    std::optional<double> scaled_error;
    /// What was expected too much, relative to what came. Nothing where nobody came.
    std::optional<double> bias;
    /// By `weighted_interval_levels`: of the closed intervals, and of the transforms, which are
    /// free of what rounding to whole persons adds.
    std::array<double, weighted_interval_levels.size()> closed_coverage{};
    std::array<double, weighted_interval_levels.size()> transform_coverage{};
    /// Outside the central 90 %: fewer came than it holds, more came.
    double closed_below = 0;
    double closed_above = 0;
    double transform_below = 0;
    double transform_above = 0;
};

/// All 0 without forecasts.
[[nodiscard]] score_summary summary_of(const score_sums& sums) noexcept;

} // namespace brukerplan
