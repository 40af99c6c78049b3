#include <brukerplan/projection/count_families.hpp>

#include <cassert>
#include <cmath>
#include <limits>

#include "projection/count_laws.hpp"
#include "projection/mass_recurrence.hpp"
#include "projection/saddle_point.hpp"

namespace brukerplan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

negative_binomial undispersed(const poisson& law) noexcept {
    return {law.mean, 0};
}

detail::negative_binomial_law law_of(const negative_binomial& law) noexcept {
    assert(law.mean >= 0 && law.dispersion >= 0);
    return detail::negative_binomial_law{law};
}

detail::beta_binomial_law law_of(const beta_binomial& law) noexcept {
    assert(law.alpha > 0 && law.beta > 0);
    return detail::beta_binomial_law{law};
}

detail::beta_negative_binomial_law law_of(const beta_negative_binomial& law) noexcept {
    assert(law.seen >= 0 && law.alpha > 0 && law.beta > 0);
    return detail::beta_negative_binomial_law{law};
}

} // namespace

namespace detail {

double negative_binomial_law::log_mass(std::uint32_t value) const noexcept {
    if (value == 0) { // where most draws start
        const double over = dispersion * mean;
        return over > 0 ? -mean * (std::log1p(over) / over) : -mean;
    }
    const double x = value;
    // How often a trial of `size` failures and x successes succeeds, against the mean's share.
    const double growth = (1 + dispersion * x) / spread_;
    const double difference = (x - mean) / spread_;
    double result = -factorial_excess(x) - deviance(x, mean * growth, difference);
    // A dispersion so small changes nothing, and its inverse would overflow.
    if (dispersion > 1e-300) {
        const double size = 1 / dispersion;
        result += stirling_error(size + x) - stirling_error(size) -
                  0.5 * std::log1p(dispersion * x) - deviance(size, size * growth, -difference);
    }
    return result;
}

double beta_binomial_law::log_mass(std::uint32_t value) const noexcept {
    const double x = value;
    const double rest = trials - x;
    if (rest < 0) {
        return -infinity;
    }
    // Gamma functions are factorials divided by their argument.
    const double arguments =
        (alpha / (alpha + x)) * (beta / (beta + rest)) * ((trials + alpha + beta) / (alpha + beta));
    return std::log(arguments) + log_table_probability(x, rest, alpha, beta);
}

double beta_negative_binomial_law::log_mass(std::uint32_t value) const noexcept {
    const double x = value;
    if (seen == 0) {
        return value == 0 ? 0 : -infinity;
    }
    const double arguments = (seen / (seen + x)) * (alpha / (alpha + seen)) * (beta / (beta + x)) *
                             ((seen + alpha + beta + x) / (alpha + beta));
    return std::log(arguments) + log_table_probability(x, seen, beta, alpha);
}

} // namespace detail

double mean(const poisson& law) noexcept {
    return law.mean;
}
double mean(const negative_binomial& law) noexcept {
    return law.mean;
}
double mean(const beta_binomial& law) noexcept {
    return law_of(law).mean();
}
double mean(const beta_negative_binomial& law) noexcept {
    return law.alpha > 1 ? law.seen * law.beta / (law.alpha - 1) : infinity;
}

double variance(const poisson& law) noexcept {
    return law.mean;
}
double variance(const negative_binomial& law) noexcept {
    return law_of(law).variance();
}
double variance(const beta_binomial& law) noexcept {
    const double precision = law.alpha + law.beta;
    return mean(law) * (law.beta / precision) * ((precision + law.trials) / (precision + 1));
}
double variance(const beta_negative_binomial& law) noexcept {
    if (!(law.alpha > 2)) {
        return infinity;
    }
    const double less = law.alpha - 1;
    return mean(law) * ((law.seen + less) / less) * ((law.beta + less) / (law.alpha - 2));
}

double log_mass(const poisson& law, std::uint32_t value) noexcept {
    return log_mass(undispersed(law), value);
}
double log_mass(const negative_binomial& law, std::uint32_t value) noexcept {
    return law_of(law).log_mass(value);
}
double log_mass(const beta_binomial& law, std::uint32_t value) noexcept {
    return law_of(law).log_mass(value);
}
double log_mass(const beta_negative_binomial& law, std::uint32_t value) noexcept {
    return law_of(law).log_mass(value);
}

count_mass mass_of(const poisson& law, mass_limits limits) {
    return mass_of(undispersed(law), limits);
}
count_mass mass_of(const negative_binomial& law, mass_limits limits) {
    return detail::mass_by_recurrence(law_of(law), limits);
}
count_mass mass_of(const beta_binomial& law, mass_limits limits) {
    return detail::mass_by_recurrence(law_of(law), limits);
}
count_mass mass_of(const beta_negative_binomial& law, mass_limits limits) {
    return detail::mass_by_recurrence(law_of(law), limits);
}

} // namespace brukerplan
