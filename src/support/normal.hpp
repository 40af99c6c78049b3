// The standard normal distribution.
#pragma once

namespace brukerplan::detail {

/// The quantile of the standard normal distribution at 0 < p < 1, to about 1e-15 (Wichura,
/// "Algorithm AS 241", Applied Statistics 37, 1988, PPND16).
[[nodiscard]] double normal_quantile(double p) noexcept;

/// The share of the standard normal distribution below.
[[nodiscard]] double normal_share_below(double z) noexcept;

} // namespace brukerplan::detail
