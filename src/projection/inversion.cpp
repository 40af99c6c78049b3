#include <brukerplan/projection/inversion.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

#include "projection/count_laws.hpp"

namespace brukerplan {

namespace {

/// Below so many standard deviations under its mean a negative binomial or Poisson count has a
/// probability of less than exp(-40.5), which is less than any uniform number: its variance falls
/// with its mean, so its lower tail is lighter than the normal one.
constexpr double deviations_under_mean = 9;

} // namespace

std::uint32_t draw(const poisson& law, double uniform) noexcept {
    return draw(negative_binomial{law.mean, 0}, uniform);
}

std::uint32_t draw(const negative_binomial& law, double uniform) noexcept {
    const detail::negative_binomial_law steps{law};
    const double start = steps.mean - deviations_under_mean * std::sqrt(steps.variance());
    double k = start > 0 ? std::floor(start) : 0;
    double mass = std::exp(steps.log_mass(static_cast<std::uint32_t>(k)));
    double reached = mass;
    while (reached < uniform) {
        mass *= steps.numerator(k) / steps.denominator(k + 1);
        k += 1;
        const double next = reached + mass;
        if (next == reached) {
            break; // rounding keeps the sum from the last uniform numbers below 1
        }
        reached = next;
    }
    return static_cast<std::uint32_t>(k);
}

inversion_table::inversion_table(const count_mass& distribution)
    : first_(distribution.first), cumulated_(cumulated(distribution)) {
    // A power of two, so that slots are exact.
    guide_.resize(std::bit_ceil(cumulated_.size()));
    std::uint32_t index = 0;
    for (std::size_t slot = 0; slot < guide_.size(); ++slot) {
        const double level = static_cast<double>(slot) / static_cast<double>(guide_.size());
        while (index + 1 < cumulated_.size() && cumulated_[index] < level) {
            ++index;
        }
        guide_[slot] = index;
    }
}

std::uint32_t inversion_table::operator()(double uniform) const noexcept {
    const auto slot = static_cast<std::size_t>(uniform * static_cast<double>(guide_.size()));
    std::uint32_t index = guide_[slot];
    while (index + 1 < cumulated_.size() && cumulated_[index] < uniform) {
        ++index;
    }
    return first_ + index;
}

} // namespace brukerplan
