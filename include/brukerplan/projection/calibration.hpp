// Whether projections promise what they keep. For counts the probability integral transform is a
// range, not a number, and is taken as spread evenly over it: no chance is involved (Czado,
// Gneiting and Held, "Predictive model assessment for count data", Biometrics 65, 2009).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan {

/// What a forecast said about the count that came.
struct transform_range {
    double under = 0; ///< probability of less than what was observed
    double up_to = 0; ///< probability of at most what was observed
};

[[nodiscard]] transform_range transform_of(const count_mass& forecast,
                                           std::uint32_t observed) noexcept;

/// Share of the transforms at most `level`. Calibrated forecasts give `level`, but for chance.
[[nodiscard]] double share_up_to(std::span<const transform_range> transforms,
                                 double level) noexcept;

/// Share of the transforms in the central interval of `level`: its coverage, without what rounding
/// to whole persons adds. At least one transform.
[[nodiscard]] double central_coverage(std::span<const transform_range> transforms,
                                      double level) noexcept;

/// Shares of the transforms in so many bins of the same width. Calibrated forecasts give the same
/// in each; too narrow ones a U, too wide ones a hump.
[[nodiscard]] std::vector<double> transform_histogram(std::span<const transform_range> transforms,
                                                      std::size_t bins);

} // namespace brukerplan
