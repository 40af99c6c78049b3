#include <brukerplan/projection/predictive.hpp>

#include <algorithm>
#include <cmath>

#include <brukerplan/projection/count_families.hpp>

namespace brukerplan {

namespace {

struct node {
    double at; ///< standard normal
    double weight;
};

// Gauss-Hermite points and weights for the standard normal distribution (Abramowitz and Stegun,
// table 25.10, times the square root of 2, divided by that of pi).
constexpr std::array<node, 7> nodes{{{-3.750439717725742, 5.48268855972218e-4},
                                     {-2.366759410734541, 3.07571239675865e-2},
                                     {-1.154405394739968, 2.40123178605013e-1},
                                     {0, 4.57142857142857e-1},
                                     {1.154405394739968, 2.40123178605013e-1},
                                     {2.366759410734541, 3.07571239675865e-2},
                                     {3.750439717725742, 5.48268855972218e-4}}};

void add(count_mass& sum, const count_mass& part, double weight) {
    for (std::size_t i = 0; i < part.masses.size(); ++i) {
        sum.masses[part.first - sum.first + i] += weight * part.masses[i];
    }
    sum.below += weight * part.below;
    sum.above += weight * part.above;
}

} // namespace

count_mass mass_of(const predictive_law& law) {
    constexpr mass_limits limits{1e-9};
    constexpr double negligible = 1e-8;
    const double variance = law.parameter_variance + law.coverage_variance + law.shock_variance;
    if (variance < negligible || law.mean <= 0) {
        return mass_of(negative_binomial{std::max(law.mean, 0.0), law.local_dispersion}, limits);
    }
    std::array<count_mass, nodes.size()> parts;
    const double sd = std::sqrt(variance);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const double mean = law.mean * std::exp(nodes[i].at * sd - variance / 2);
        parts[i] = mass_of(negative_binomial{mean, law.local_dispersion}, limits);
    }
    count_mass mixture;
    mixture.first = parts.front().first;
    auto last = parts.front().last();
    for (const auto& part : parts) {
        mixture.first = std::min(mixture.first, part.first);
        last = std::max(last, part.last());
    }
    mixture.masses.assign(last - mixture.first + std::size_t{1}, 0.0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        add(mixture, parts[i], nodes[i].weight);
    }
    return trimmed(std::move(mixture), limits.tail);
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
