// The recurrences and logarithms of masses behind <brukerplan/projection/count_families.hpp>.
#pragma once

#include <cmath>
#include <cstdint>

#include <brukerplan/projection/count_families.hpp>

namespace brukerplan::detail {

/// Also the Poisson law: dispersion 0.
struct negative_binomial_law {
    double mean;
    double dispersion;

    explicit negative_binomial_law(const negative_binomial& l) noexcept
        : mean(l.mean), dispersion(l.dispersion), spread_(1 + l.dispersion * l.mean) {}

    [[nodiscard]] double numerator(double k) const noexcept { return mean * (1 + dispersion * k); }
    [[nodiscard]] double denominator(double k) const noexcept { return k * spread_; }
    [[nodiscard]] double excess(double k) const noexcept { return k - mean; }
    [[nodiscard]] double variance() const noexcept { return mean * spread_; }
    [[nodiscard]] std::uint32_t start() const noexcept { return static_cast<std::uint32_t>(mean); }
    [[nodiscard]] double log_mass(std::uint32_t value) const noexcept;

private:
    double spread_; ///< variance / mean
};

struct beta_binomial_law {
    double trials;
    double alpha;
    double beta;

    explicit beta_binomial_law(const beta_binomial& l) noexcept
        : trials(l.trials), alpha(l.alpha), beta(l.beta) {}

    [[nodiscard]] double numerator(double k) const noexcept { return (trials - k) * (alpha + k); }
    [[nodiscard]] double denominator(double k) const noexcept { return k * (trials - k + beta); }
    [[nodiscard]] double excess(double k) const noexcept {
        return k * (alpha + beta) - trials * alpha;
    }
    [[nodiscard]] double mean() const noexcept { return trials * (alpha / (alpha + beta)); }
    [[nodiscard]] std::uint32_t start() const noexcept {
        return static_cast<std::uint32_t>(mean());
    }
    [[nodiscard]] double log_mass(std::uint32_t value) const noexcept;
};

struct beta_negative_binomial_law {
    double seen;
    double alpha;
    double beta;

    explicit beta_negative_binomial_law(const beta_negative_binomial& l) noexcept
        : seen(l.seen), alpha(l.alpha), beta(l.beta) {}

    [[nodiscard]] double numerator(double k) const noexcept { return (seen + k) * (beta + k); }
    [[nodiscard]] double denominator(double k) const noexcept {
        return k * (k + (alpha + seen + beta - 1));
    }
    [[nodiscard]] double excess(double k) const noexcept { return k * (alpha - 1) - seen * beta; }
    /// The mode: the mean may be infinite, or far out.
    [[nodiscard]] std::uint32_t start() const noexcept {
        const double mode = (seen * beta - (alpha + seen + beta)) / (1 + alpha);
        return mode > 0 ? static_cast<std::uint32_t>(std::ceil(mode)) : 0;
    }
    [[nodiscard]] double log_mass(std::uint32_t value) const noexcept;
};

} // namespace brukerplan::detail
