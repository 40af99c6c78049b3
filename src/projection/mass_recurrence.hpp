// Masses one from the other. Of the laws here p(k + 1) / p(k) = numerator(k) / denominator(k + 1),
// and denominator(k) - numerator(k), the excess, grows linearly with k and is 0 at the mean (Ord's
// family). Sums of excess(k) p(k) from k on therefore telescope to denominator(k) p(k), which
// bounds what lies beyond k.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan::detail {

/// Masses are worked out anew so often, or the error of the steps would add up.
inline constexpr std::size_t steps_between_anchors = 512;

/// Starts between the mode and the mean, where nothing underflows, and goes outwards. Law has
/// `numerator`, `denominator` and `excess`, functions of k as a number; `start()`, a value with a
/// negative excess at start - 1; and `log_mass(value)`.
template <class Law>
[[nodiscard]] count_mass mass_by_recurrence(const Law& law, mass_limits limits) {
    const std::uint32_t start = law.start();
    const double anchor = std::exp(law.log_mass(start));
    count_mass result{start, {anchor}, 0, 0};
    auto& masses = result.masses;

    double k = start;
    double mass = anchor;
    const auto under = [&] { return mass * law.denominator(k) / -law.excess(k - 1); };
    while (masses.size() < limits.most / 2 && under() > limits.tail) {
        mass *= law.denominator(k) / law.numerator(k - 1);
        k -= 1;
        if (masses.size() % steps_between_anchors == 0) {
            mass = std::exp(law.log_mass(static_cast<std::uint32_t>(k)));
        }
        masses.push_back(mass);
    }
    result.first = static_cast<std::uint32_t>(k);
    result.below = std::min(under(), 1.0);
    std::reverse(masses.begin(), masses.end());

    k = start;
    mass = anchor;
    // The excess is negative below the mean, where nothing bounds the rest but 1.
    const auto is_over = [&] { return mass * law.numerator(k) > limits.tail * law.excess(k + 1); };
    while (masses.size() < limits.most && is_over()) {
        mass *= law.numerator(k) / law.denominator(k + 1);
        k += 1;
        if (masses.size() % steps_between_anchors == 0) {
            mass = std::exp(law.log_mass(static_cast<std::uint32_t>(k)));
        }
        masses.push_back(mass);
    }
    const double excess = law.excess(k + 1);
    result.above = excess > 0 ? std::min(mass * law.numerator(k) / excess, 1.0) : 1.0;
    return result;
}

} // namespace brukerplan::detail
