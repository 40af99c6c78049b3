// The distributions that counts of recipients are modelled by. Their masses agree with 50-digit
// references to a relative error of 1e-12, wherever the mass is above 1e-300.
#pragma once

#include <cstdint>
#include <span>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan {

// Means, and the values that matter, lie below 2^32.

/// mean >= 0.
struct poisson {
    double mean = 0;
};

/// Variance mean (1 + dispersion mean). A dispersion of 0 is the Poisson distribution, and small
/// ones lead to it without a leap. mean >= 0, dispersion >= 0.
struct negative_binomial {
    double mean = 0;
    double dispersion = 0;
};

/// So many of `trials`, with a probability that is Beta(alpha, beta). alpha > 0, beta > 0.
struct beta_binomial {
    std::uint32_t trials = 0;
    double alpha = 1;
    double beta = 1;

    /// `share`: mean of the probability, above 0 and below 1
    /// `precision`: alpha + beta, above 0: the larger, the nearer to the binomial
    [[nodiscard]] static beta_binomial with_share(std::uint32_t trials, double share,
                                                  double precision) noexcept {
        return {trials, share * precision, (1 - share) * precision};
    }
};

/// How many were not seen, when `seen` were and each is seen with a probability that is
/// Beta(alpha, beta): P(k) = G(seen + k) / (k! G(seen)) B(alpha + seen, beta + k) / B(alpha, beta).
/// The mean needs alpha > 1 and the variance alpha > 2: else they are infinite. seen >= 0,
/// alpha > 0, beta > 0.
struct beta_negative_binomial {
    double seen = 0;
    double alpha = 4;
    double beta = 1;
};

[[nodiscard]] double mean(const poisson& law) noexcept;
[[nodiscard]] double mean(const negative_binomial& law) noexcept;
[[nodiscard]] double mean(const beta_binomial& law) noexcept;
[[nodiscard]] double mean(const beta_negative_binomial& law) noexcept;

[[nodiscard]] double variance(const poisson& law) noexcept;
[[nodiscard]] double variance(const negative_binomial& law) noexcept;
[[nodiscard]] double variance(const beta_binomial& law) noexcept;
[[nodiscard]] double variance(const beta_negative_binomial& law) noexcept;

/// Logarithm of the probability of one value; minus infinity where it is 0. For tails that a
/// `count_mass` does not keep, and for log scores.
[[nodiscard]] double log_mass(const poisson& law, std::uint32_t value) noexcept;
[[nodiscard]] double log_mass(const negative_binomial& law, std::uint32_t value) noexcept;
[[nodiscard]] double log_mass(const beta_binomial& law, std::uint32_t value) noexcept;
[[nodiscard]] double log_mass(const beta_negative_binomial& law, std::uint32_t value) noexcept;

[[nodiscard]] count_mass mass_of(const poisson& law, mass_limits limits = {});
[[nodiscard]] count_mass mass_of(const negative_binomial& law, mass_limits limits = {});
[[nodiscard]] count_mass mass_of(const beta_binomial& law, mass_limits limits = {});
[[nodiscard]] count_mass mass_of(const beta_negative_binomial& law, mass_limits limits = {});

/// How many of events happen that are independent, each with a probability of its own (the
/// Poisson-binomial distribution).
/// `probabilities`: 0 to 1 each
/// `tail`: at most so much is left out on each side
[[nodiscard]] count_mass mass_of_events(std::span<const double> probabilities,
                                        double tail = mass_limits{}.tail);

} // namespace brukerplan
