#include "projection/mass_summary.hpp"

#include <algorithm>

#include "projection/cumulator.hpp"

namespace brukerplan::detail {

mass_moments moments_of(const count_mass& mass) noexcept {
    const auto middle = static_cast<double>(mass.masses.size() / 2);
    double off = -middle;
    double all = 0;
    double sum = 0;
    double squares = 0;
    for (const double part : mass.masses) {
        const double moment = part * off;
        all += part;
        sum += moment;
        squares += moment * off;
        off += 1;
    }
    const double centre = sum / all;
    return {mass.first + middle + centre, std::max(squares / all - centre * centre, 0.0)};
}

std::array<std::int64_t, projection_levels.size()>
published_quantiles(const count_mass& mass) noexcept {
    static_assert(std::ranges::is_sorted(projection_levels));
    std::array<std::int64_t, projection_levels.size()> quantiles{};
    quantiles.fill(mass.last());
    cumulator sum{mass.below};
    std::size_t level = 0;
    std::int64_t value = mass.first;
    for (auto part = mass.masses.begin(); part != mass.masses.end() && level < quantiles.size();
         ++part, ++value) {
        const double reached = sum.add(*part);
        while (level < quantiles.size() && reached >= projection_levels[level]) {
            quantiles[level++] = value;
        }
    }
    return quantiles;
}

} // namespace brukerplan::detail
