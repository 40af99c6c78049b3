// The distribution of next year's count in one municipality and service: chance around a mean that
// is not known for sure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan {

/// Why next year is not known.
enum class variance_part : std::uint8_t {
    outcome,      ///< chance, were all else known
    parameters,   ///< the weights are learned from few
    coverage,     ///< how many were not mapped
    local_shock,  ///< what happens in this municipality
    common_shock, ///< what happens to the service in the whole country
};
inline constexpr std::size_t variance_part_count = 5;
inline constexpr std::array<std::string_view, variance_part_count> variance_part_tokens{
    "outcome", "parameters", "coverage", "local_shock", "common_shock"};

/// Persons in the whole target group. Variances are of the logarithm of the mean.
struct predictive_law {
    double mean = 0;
    double parameter_variance = 0;
    double coverage_variance = 0;
    double local_dispersion = 0;
    double shock_variance = 0;
};

/// All that varies beyond chance, relative to the square of the mean.
[[nodiscard]] double dispersion_of(const predictive_law& law) noexcept;

/// Negative binomial with that dispersion: what is not known of the mean is taken as one Gamma
/// distribution.
[[nodiscard]] count_mass mass_of(const predictive_law& law);

/// In the order of `variance_part`; they sum to 1. Of a mean of 0: all chance.
[[nodiscard]] std::array<double, variance_part_count>
variance_shares(const predictive_law& law) noexcept;

} // namespace brukerplan
