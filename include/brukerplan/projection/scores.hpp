// How good a projection was, once the count is known. Every score is a loss: 0 is perfect, and
// lower is better. They are proper: nobody does better by saying something other than what they
// believe (Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation", JASA
// 102, 2007).
#pragma once

#include <array>
#include <cstdint>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan {

/// Continuous ranked probability score, in persons: sum over x of (cdf(x) - [observed <= x])^2. Of
/// a forecast without spread it is the absolute error. Exact from the masses, also where the
/// observed count lies outside the values kept.
[[nodiscard]] double crps(const count_mass& forecast, std::uint32_t observed) noexcept;

/// The same for log(1 + count): errors count by how large they are relative to the count (Bosse et
/// al., "Scoring epidemiological forecasts on transformed scales", PLOS Comp. Biol. 19, 2023).
[[nodiscard]] double log_crps(const count_mass& forecast, std::uint32_t observed) noexcept;

/// Minus the logarithm of the mass of the observed count. Where that is not kept, the least the
/// score can be, from the mass left out on that side; infinite if nothing is.
[[nodiscard]] double log_score(const count_mass& forecast, std::uint32_t observed) noexcept;

/// Width, and 2 / (1 - level) for each person outside.
/// `level`: of the interval, such as 0.9
[[nodiscard]] double interval_score(count_interval interval, double level,
                                    std::uint32_t observed) noexcept;

/// The levels that the weighted interval score is taken over.
inline constexpr std::array<double, 3> weighted_interval_levels{0.5, 0.8, 0.9};

/// Weighted interval score over the median and the central intervals of the levels above (Bracher,
/// Ray, Gneiting and Reich, "Evaluating epidemic forecasts in an interval format", PLOS Comp. Biol.
/// 17, 2021).
/// `intervals`: one a level, in their order
[[nodiscard]] double weighted_interval_score(
    std::uint32_t median,
    const std::array<count_interval, weighted_interval_levels.size()>& intervals,
    std::uint32_t observed) noexcept;
[[nodiscard]] double weighted_interval_score(const count_mass& forecast,
                                             std::uint32_t observed) noexcept;

} // namespace brukerplan
