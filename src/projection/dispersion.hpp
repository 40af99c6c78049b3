// How much counts vary around their means beyond chance.
#pragma once

#include <span>

#include "projection/group_rows.hpp"

namespace brukerplan::detail {

inline constexpr double least_dispersion = 0.002;
/// Twice the mean either way. What seems to vary more is a service that changed, or chance in next
/// to nobody. Ours.
inline constexpr double most_dispersion = 4;

struct dispersion_estimate {
    double value = 0;
    double log_variance = 0; ///< of the estimate's logarithm
};

/// By weighted moments: what squared errors are more than the mean, for the mean squared. At
/// least one row.
[[nodiscard]] dispersion_estimate dispersion_of(std::span<const model_row> rows,
                                                const weight_vector& weights) noexcept;

/// Draws estimates of services that have much in common towards each other: their logarithms are
/// normal around a common mean (moments of DerSimonian and Laird, Controlled Clinical Trials 7,
/// 1986). At least one.
/// Returns the common dispersion.
double shrink_dispersions(std::span<dispersion_estimate> services) noexcept;

} // namespace brukerplan::detail
