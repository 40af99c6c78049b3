// Logarithms of probabilities without the cancellation that differences of log-gamma values suffer:
// of a count of 100 000 those lose six digits. Factorials are split into what the saddle point
// gives, which is collected into deviances that are all of one sign, and small corrections (Loader,
// "Fast and accurate computation of binomial probabilities", Bell Laboratories, 2000).
#pragma once

namespace brukerplan::detail {

/// log z! - log(sqrt(2 pi z) (z / e)^z), for z > 0.
[[nodiscard]] double stirling_error(double z) noexcept;

/// log z! - (z log z - z), for z >= 0.
[[nodiscard]] double factorial_excess(double z) noexcept;

/// cell log(cell / expected) - difference, where difference is cell - expected and is given as the
/// more exact of the two. Never negative; infinite where nothing was expected.
[[nodiscard]] double deviance(double cell, double expected, double difference) noexcept;

/// Logarithm of the product of the factorials of the margins of a 2 x 2 table, divided by those of
/// its cells and of its total. The cells are x, y in one row and z, w in the other, all >= 0.
[[nodiscard]] double log_table_probability(double x, double y, double z, double w) noexcept;

} // namespace brukerplan::detail
