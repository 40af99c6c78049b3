// When a hundred municipalities are tested, five will look changed though nothing has: what to go
// by instead.
#pragma once

#include <span>
#include <vector>

namespace brukerplan {

/// Each p value adjusted for all of them, in their order. Of those that are at most q once
/// adjusted, a share of at most q is expected to be false alarms (Benjamini and Hochberg,
/// "Controlling the false discovery rate", JRSS B 57, 1995). Throws `std::invalid_argument` for one
/// outside 0 to 1: a comparison that was not made has none, and is left out.
[[nodiscard]] std::vector<double> benjamini_hochberg(std::span<const double> p_values);

} // namespace brukerplan
