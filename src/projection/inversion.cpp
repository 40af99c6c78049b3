#include <brukerplan/projection/inversion.hpp>

#include <bit>
#include <cmath>

#include "projection/count_laws.hpp"
#include "projection/mass_recurrence.hpp"

namespace brukerplan {

namespace {

/// What no uniform number can reach, the least of which is 2^-53.
constexpr double out_of_reach = 0x1p-60;

/// Below so many standard deviations under its mean a negative binomial or Poisson count has a
/// probability of less than exp(-40.5): its variance falls with its mean, so its lower tail is
/// lighter than the normal one.
constexpr double deviations_under_mean = 9;

/// \param at  a value under which there is nothing within reach
template <class Law>
std::uint32_t draw_upwards(detail::mass_walk<Law> at, double uniform) noexcept {
    double reached = at.mass();
    while (reached < uniform && at.has_over(out_of_reach)) {
        at.up();
        reached += at.mass();
    }
    return at.value();
}

template <class Law>
std::uint32_t draw_from_centre(const Law& law, double uniform) noexcept {
    detail::mass_walk<Law> at{law, law.start()};
    while (at.under() > out_of_reach) {
        at.down();
    }
    return draw_upwards(at, uniform);
}

} // namespace

std::uint32_t draw(const poisson& law, double uniform) noexcept {
    return draw(negative_binomial{law.mean, 0}, uniform);
}

std::uint32_t draw(const negative_binomial& law, double uniform) noexcept {
    const detail::negative_binomial_law steps{law};
    const double start = steps.mean - deviations_under_mean * std::sqrt(steps.variance());
    return draw_upwards(detail::mass_walk{steps, start > 0 ? static_cast<std::uint32_t>(start) : 0},
                        uniform);
}

std::uint32_t draw(const beta_binomial& law, double uniform) noexcept {
    return draw_from_centre(detail::beta_binomial_law{law}, uniform);
}

std::uint32_t draw(const beta_negative_binomial& law, double uniform) noexcept {
    return draw_from_centre(detail::beta_negative_binomial_law{law}, uniform);
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
