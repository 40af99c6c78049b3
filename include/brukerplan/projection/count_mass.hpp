// A distribution of a count, such as how many will receive a service next year: the probability
// of each value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace brukerplan {

/// What is kept of a distribution that has no end, or a long one.
struct mass_limits {
    double tail = 1e-15;          ///< on each side at most so much probability is left out
    std::size_t most = 1U << 20U; ///< values; a heavier tail is then left out, and `above` says so
};

/// masses[i] is the probability of first + i. What is left out is taken as lying outside the
/// values kept: at most `below` under them and at most `above` over them. A cumulated probability
/// is thereby too high by at most `below` and too low by at most `above`.
struct count_mass {
    std::uint32_t first = 0;
    std::vector<double> masses{1.0}; ///< never empty
    double below = 0;
    double above = 0;

    [[nodiscard]] std::uint32_t last() const noexcept {
        return first + static_cast<std::uint32_t>(masses.size() - 1);
    }
};

/// Of a value that is not kept: 0.
[[nodiscard]] double mass_at(const count_mass& distribution, std::uint32_t value) noexcept;

/// Sum of the masses kept: 1 less what is left out and what rounding does.
[[nodiscard]] double kept_mass(const count_mass& distribution) noexcept;

/// Moments of the values kept.
[[nodiscard]] double mean(const count_mass& distribution) noexcept;
[[nodiscard]] double variance(const count_mass& distribution) noexcept;

/// Probability of at most `value`.
[[nodiscard]] double cdf(const count_mass& distribution, std::uint32_t value) noexcept;

/// `cdf` of each value kept.
[[nodiscard]] std::vector<double> cumulated(const count_mass& distribution);

/// To which whole number a quantile is rounded.
enum class quantile_rounding : std::uint8_t {
    down, ///< the largest value with cdf <= level, or the first value kept
    up,   ///< the smallest value with cdf >= level, or the last value kept
};

/// `level`: between 0 and 1
[[nodiscard]] std::uint32_t quantile(const count_mass& distribution, double level,
                                     quantile_rounding rounding) noexcept;

/// Rounded up.
[[nodiscard]] std::uint32_t median(const count_mass& distribution) noexcept;

/// Both ends belong to it.
struct count_interval {
    std::uint32_t lower = 0;
    std::uint32_t upper = 0;

    friend bool operator==(const count_interval&, const count_interval&) = default;
};

/// Quantiles at (1 - level) / 2 on each side, both rounded up, as they are printed: fewer than the
/// lower one are less probable than that, so it holds at least `level`.
[[nodiscard]] count_interval central_interval(const count_mass& distribution,
                                              double level) noexcept;

/// Of the sum of two independent counts. Every mass is an exact sum of products, but for rounding;
/// what either leaves out is missing from it.
/// `tail`: at most so much more is left out on each side
[[nodiscard]] count_mass convolution(const count_mass& one, const count_mass& other,
                                     double tail = mass_limits{}.tail);

/// Without the ends that hold at most `tail` each.
[[nodiscard]] count_mass trimmed(count_mass distribution, double tail);

/// Draws as a distribution: each has the same mass. At least one; from the smallest to the largest
/// every value is kept.
[[nodiscard]] count_mass mass_of_draws(std::span<const std::uint32_t> draws);

} // namespace brukerplan
