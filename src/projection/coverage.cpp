#include <brukerplan/projection/coverage.hpp>

#include <cmath>

#include "support/normal.hpp"

namespace brukerplan {

namespace {

double square(double x) noexcept {
    return x * x;
}

/// Expected cases of some units, and the variance of the logarithm of their sum.
struct caseload {
    double sum = 0;
    double spread = 0;

    void add(double expected) noexcept {
        sum += expected;
        spread += expected + square(unit_expectation_log_sd * expected);
    }
    [[nodiscard]] double log_variance() const noexcept {
        return sum > 0 ? spread / square(sum) : 0;
    }
};

/// Second derivative of log gamma. Above 16 the asymptotic series (Abramowitz and Stegun 6.4.12)
/// gives all digits of a double; the recurrence leads there.
double trigamma(double x) noexcept {
    double sum = 0;
    for (; x < 16; x += 1) {
        sum += 1 / square(x);
    }
    const double y = 1 / square(x);
    const double series =
        1 / x *
        (1 + 0.5 / x +
         y * (1.0 / 6 + y * (-1.0 / 30 + y * (1.0 / 42 + y * (-1.0 / 30 + y * (5.0 / 66))))));
    return sum + series;
}

/// Variance of the logarithm of what is Beta(alpha, beta).
double log_variance(double alpha, double beta) noexcept {
    return trigamma(alpha) - trigamma(alpha + beta);
}

} // namespace

coverage_estimate assumed_coverage() noexcept {
    double variance = 0;
    for (double k = 16; k < 20; ++k) {
        variance += 1 / square(k);
    }
    return {0.8, std::sqrt(variance), coverage_basis::assumed};
}

std::optional<coverage_estimate> coverage_of_units(std::span<const reporting_unit> units) noexcept {
    caseload part;
    caseload missing;
    for (const auto& unit : units) {
        (unit.took_part ? part : missing).add(unit.expected);
    }
    if (!(part.sum > 0)) {
        return std::nullopt;
    }
    // log of part / (part + missing), by the delta method
    const double share = part.sum / (part.sum + missing.sum);
    const double log_sd = (1 - share) * std::sqrt(part.log_variance() + missing.log_variance());
    return coverage_estimate{share, log_sd, coverage_basis::units};
}

std::optional<list_estimate> persons_by_lists(const two_lists& lists) noexcept {
    if (lists.mapped == 0 || lists.other == 0 || lists.both > lists.mapped ||
        lists.both > lists.other) {
        return std::nullopt;
    }
    const double mapped = lists.mapped;
    const double other = lists.other;
    const double both = lists.both;
    const double pairs = (mapped + 1) * (other + 1);
    return list_estimate{pairs / (both + 1) - 1, pairs * std::fmax(mapped - both, 1) *
                                                     std::fmax(other - both, 1) /
                                                     (square(both + 1) * (both + 2))};
}

std::optional<coverage_estimate> coverage_of_lists(const two_lists& lists) noexcept {
    const auto all = persons_by_lists(lists);
    if (!all) {
        return std::nullopt;
    }
    // Rounding aside, never above 1: other >= both.
    return coverage_estimate{std::fmin(lists.mapped / all->persons, 1),
                             std::sqrt(all->variance) / all->persons, coverage_basis::two_lists};
}

coverage_law law_of(const coverage_estimate& coverage) noexcept {
    const double log_sd = std::fmax(coverage.log_sd, 1e-6);
    // Beta(a, 1): the logarithm is exponential, with the standard deviation 1/a and the mean share
    // a / (a + 1).
    if (coverage.share * (1 + log_sd) >= 1) {
        return {1 / log_sd, 1};
    }
    // Of one mean, the variance of the logarithm falls with alpha + beta; the delta method's is
    // where to begin.
    const double odds = (1 - coverage.share) / coverage.share;
    const double wanted = square(log_sd);
    const auto at = [&](double alpha) { return log_variance(alpha, alpha * odds) - wanted; };
    double low = std::fmax(odds / wanted, 1e-3) / 2;
    double high = 2 * low;
    while (at(low) < 0) {
        low /= 2;
    }
    while (at(high) > 0) {
        high *= 2;
    }
    for (int step = 0; step < 200 && low < high; ++step) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
            break;
        }
        (at(middle) > 0 ? low : high) = middle;
    }
    return {low, low * odds};
}

double mean_share(const coverage_estimate& coverage) noexcept {
    if (coverage.log_sd == 0) {
        return coverage.share;
    }
    const auto law = law_of(coverage);
    return law.alpha / (law.alpha + law.beta);
}

double persons_per_mapped(const coverage_estimate& coverage) noexcept {
    const double sd = coverage.log_sd;
    if (sd == 0) {
        return 1 / coverage.share;
    }
    const double log_median = -std::log(coverage.share) - sd * sd;
    const double fewer_than_one = detail::normal_share_below(-log_median / sd);
    const double more = detail::normal_share_below(log_median / sd + sd);
    return fewer_than_one + std::exp(log_median + sd * sd / 2) * more;
}

} // namespace brukerplan
