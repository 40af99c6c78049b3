#include <brukerplan/projection/count_mass.hpp>

#include <algorithm>
#include <cassert>
#include <utility>

#include "projection/cumulator.hpp"
#include "support/neumaier_sum.hpp"

namespace brukerplan {

double mass_at(const count_mass& distribution, std::uint32_t value) noexcept {
    const bool is_kept = value >= distribution.first && value <= distribution.last();
    return is_kept ? distribution.masses[value - distribution.first] : 0;
}

double kept_mass(const count_mass& distribution) noexcept {
    detail::neumaier_sum sum;
    for (const double mass : distribution.masses) {
        sum.add(mass);
    }
    return sum.value();
}

double mean(const count_mass& distribution) noexcept {
    detail::neumaier_sum sum;
    double from_first = 0;
    for (const double mass : distribution.masses) {
        sum.add(mass * from_first);
        from_first += 1;
    }
    return distribution.first + sum.value() / kept_mass(distribution);
}

double variance(const count_mass& distribution) noexcept {
    const double centre = mean(distribution) - distribution.first;
    detail::neumaier_sum sum;
    double from_first = 0;
    for (const double mass : distribution.masses) {
        sum.add(mass * (from_first - centre) * (from_first - centre));
        from_first += 1;
    }
    return sum.value() / kept_mass(distribution);
}

double cdf(const count_mass& distribution, std::uint32_t value) noexcept {
    if (value < distribution.first) {
        return 0;
    }
    detail::cumulator sum{distribution.below};
    double reached = 0;
    for (std::size_t i = 0; i <= std::min(value, distribution.last()) - distribution.first; ++i) {
        reached = sum.add(distribution.masses[i]);
    }
    return reached;
}

std::vector<double> cumulated(const count_mass& distribution) {
    std::vector<double> result;
    result.reserve(distribution.masses.size());
    detail::cumulator sum{distribution.below};
    for (const double mass : distribution.masses) {
        result.push_back(sum.add(mass));
    }
    return result;
}

std::uint32_t quantile(const count_mass& distribution, double level,
                       quantile_rounding rounding) noexcept {
    const bool up = rounding == quantile_rounding::up;
    detail::cumulator sum{distribution.below};
    std::uint32_t passed = 0;
    for (const double mass : distribution.masses) {
        const double reached = sum.add(mass);
        if (up ? reached >= level : reached > level) {
            break;
        }
        ++passed;
    }
    if (up) {
        return std::min(distribution.first + passed, distribution.last());
    }
    return distribution.first + (passed == 0 ? 0 : passed - 1);
}

std::uint32_t median(const count_mass& distribution) noexcept {
    return quantile(distribution, 0.5, quantile_rounding::up);
}

count_interval central_interval(const count_mass& distribution, double level) noexcept {
    const double side = (1 - level) / 2;
    return {quantile(distribution, side, quantile_rounding::up),
            quantile(distribution, 1 - side, quantile_rounding::up)};
}

count_mass convolution(const count_mass& one, const count_mass& other, double tail) {
    count_mass result{
        one.first + other.first, {}, one.below + other.below, one.above + other.above};
    result.masses.resize(one.masses.size() + other.masses.size() - 1);
    // The inner loop is the longer one.
    const bool one_is_shorter = one.masses.size() < other.masses.size();
    const auto& shorter = one_is_shorter ? one.masses : other.masses;
    const auto& longer = one_is_shorter ? other.masses : one.masses;
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        double* const sums = result.masses.data() + i;
        for (std::size_t j = 0; j < longer.size(); ++j) {
            sums[j] += shorter[i] * longer[j];
        }
    }
    return trimmed(std::move(result), tail);
}

count_mass trimmed(count_mass distribution, double tail) {
    auto& masses = distribution.masses;
    double under = 0;
    std::size_t from = 0;
    while (from + 1 < masses.size() && under + masses[from] <= tail) {
        under += masses[from++];
    }
    double over = 0;
    std::size_t end = masses.size();
    while (end - 1 > from && over + masses[end - 1] <= tail) {
        over += masses[--end];
    }
    masses.resize(end);
    masses.erase(masses.begin(), masses.begin() + static_cast<std::ptrdiff_t>(from));
    distribution.first += static_cast<std::uint32_t>(from);
    distribution.below += under;
    distribution.above += over;
    return distribution;
}

count_mass mass_of_draws(std::span<const std::uint32_t> draws) {
    assert(!draws.empty());
    const auto [lowest, highest] = std::minmax_element(draws.begin(), draws.end());
    std::vector<std::uint32_t> times(*highest - *lowest + 1);
    for (const auto draw : draws) {
        ++times[draw - *lowest];
    }
    count_mass result{*lowest, {}, 0, 0};
    result.masses.reserve(times.size());
    for (const auto count : times) {
        result.masses.push_back(count / static_cast<double>(draws.size()));
    }
    return result;
}

} // namespace brukerplan
