#include <brukerplan/projection/predictive.hpp>

#include <algorithm>
#include <cmath>

#include <brukerplan/projection/count_families.hpp>

namespace brukerplan {

double dispersion_of(const predictive_law& law) noexcept {
    return law.parameter_variance + std::expm1(law.coverage_variance) + law.local_dispersion +
           std::expm1(law.shock_variance);
}

count_mass mass_of(const predictive_law& law) {
    constexpr mass_limits limits{1e-9};
    return mass_of(negative_binomial{std::max(law.mean, 0.0), dispersion_of(law)}, limits);
}

std::array<double, variance_part_count> variance_shares(const predictive_law& law) noexcept {
    if (law.mean <= 0) {
        return {1, 0, 0, 0, 0};
    }
    std::array<double, variance_part_count> parts{
        1 / law.mean, law.parameter_variance, std::expm1(law.coverage_variance),
        law.local_dispersion, std::expm1(law.shock_variance)};
    double sum = 0;
    for (const double part : parts) {
        sum += part;
    }
    for (auto& part : parts) {
        part /= sum;
    }
    return parts;
}

} // namespace brukerplan
