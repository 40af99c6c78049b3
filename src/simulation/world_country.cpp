#include "simulation/world_country.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "simulation/chance.hpp"

namespace brukerplan::detail::synthetic {

namespace {

using what = world_purpose;

/// The logit whose chance is `mean` on average over a normal spread (MacKay's approximation,
/// Neural Computation 4, 1992).
double centre_of(double mean, double variance) noexcept {
    return std::log(mean / (1 - mean)) * std::sqrt(1 + std::numbers::pi * variance / 8);
}

bool happens(random_stream random, double share) noexcept {
    return uniform_of(random.next()) < share;
}

} // namespace

std::uint64_t world_country::seed_of(std::uint32_t municipality) const noexcept {
    auto random = world_draws(seed_, municipality, 0, what::municipality_key);
    const std::uint64_t high = random.next();
    return high << 32U | random.next();
}

std::uint32_t world_country::population(std::uint32_t municipality) const noexcept {
    // Steps of the golden section instead of chance: ten municipalities or a thousand, their sizes
    // are spread alike, and the country is about as large whatever the seed.
    constexpr double golden = 0.6180339887498949;
    const double start = uniform_of(world_draws(seed_, 0, 0, what::population).next());
    const double step = start + golden * municipality;
    const double share = std::clamp(step - std::floor(step), 1e-9, 1 - 1e-9);
    const auto& d = definition_;
    const double residents =
        scale_ * d.population_median * std::exp(d.population_log_sd * normal_quantile(share));
    return static_cast<std::uint32_t>(std::lround(std::max(residents, 1.0)));
}

double world_country::recipients(std::uint32_t municipality) const noexcept {
    auto random = world_draws(seed_, municipality, 1, what::population);
    const double sd = definition_.recipients_log_sd;
    const double level = std::exp(sd * normal_of(random.next()) - sd * sd / 2);
    return population(municipality) * definition_.recipients_share * level;
}

std::uint32_t world_country::reports_as(std::uint32_t municipality, int year) const noexcept {
    const auto first = municipality & ~1U;
    const bool merged = definition_.merged > 0 &&
                        year >= definition_.first_year + definition_.merger_year &&
                        happens(world_draws(seed_, first, 0, what::merger), definition_.merged);
    return merged ? first : municipality;
}

coverage_year world_country::coverage(std::uint32_t municipality, int year) const noexcept {
    const auto& d = definition_;
    const double variance = d.coverage_municipal_sd * d.coverage_municipal_sd +
                            d.coverage_year_sd * d.coverage_year_sd +
                            d.coverage_severity * d.coverage_severity;
    auto level = world_draws(seed_, municipality, 0, what::coverage_level);
    auto wobble = world_draws(seed_, municipality, year, what::coverage_year);
    coverage_year result;
    result.base = as_logit(centre_of(d.coverage_mean, variance) +
                           d.coverage_municipal_sd * normal_of(level.next()) +
                           d.coverage_year_sd * normal_of(wobble.next()));
    result.severity = as_logit(d.coverage_severity);
    if (happens(world_draws(seed_, municipality, year, what::unit), d.unit_drops_out)) {
        result.unit_missing = wobble.below(world_units);
    }
    return result;
}

double world_country::declared(std::uint32_t municipality, int year,
                               double coverage) const noexcept {
    auto random = world_draws(seed_, municipality, year, what::declared);
    return std::min(1.0,
                    coverage * std::exp(definition_.declared_error * normal_of(random.next())));
}

} // namespace brukerplan::detail::synthetic
