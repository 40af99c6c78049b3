#include <brukerplan/statistics/change.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <boost/math/tools/toms748_solve.hpp>

#include "statistics/smoothed_density.hpp"

namespace brukerplan {

namespace {

using detail::smoothed_density;
using detail::tail_shares;

constexpr double infinite = std::numeric_limits<double>::infinity();

double square(double x) noexcept {
    return x * x;
}

bool is_spread(double sd) noexcept {
    return sd >= 0 && sd <= largest_log_sd;
}

bool is_share_inside(double x) noexcept {
    return x > 0 && x < 1;
}

void require(bool holds, const char* says) {
    if (!holds) {
        throw std::invalid_argument(says);
    }
}

void check(const observed_round& before, const observed_round& now,
           const change_question& question) {
    for (const auto* round : {&before, &now}) {
        require(round->coverage > 0 && round->coverage <= 1,
                "a coverage is not above 0 and at most 1");
        require(is_spread(round->coverage_log_sd),
                "the error of a coverage is no standard deviation");
    }
    require(question.persons_in_both <= std::min(before.persons, now.persons),
            "more persons are said to be in both rounds than are in one");
    require(is_spread(question.local_log_sd), "local_log_sd is no standard deviation");
    require(is_share_inside(question.level), "the level is not between 0 and 1");
    require(is_share_inside(question.beyond), "the change that matters is not between 0 and 1");
    require(std::isfinite(question.prior_log_mean) && is_spread(question.prior_log_sd) &&
                question.prior_log_sd > 0,
            "the prior has no spread");
}

/// What two counts say of the logit of the later one's share in both.
struct evidence {
    double now = 0; ///< persons; more than were counted where overlap makes them count for more
    double before = 0;
    double offset = 0; ///< log of the later coverage over the earlier; what the ratio adds to
    double blur = 0;   ///< standard deviation that coverage and local ups and downs add to it

    [[nodiscard]] double all() const noexcept { return now + before; }
    /// Of the logit; half a person is added to each so that there is always one.
    [[nodiscard]] double center() const noexcept { return std::log((now + 0.5) / (before + 0.5)); }
    [[nodiscard]] double scale() const noexcept {
        return std::sqrt(1 / (now + 0.5) + 1 / (before + 0.5));
    }
    /// Of the later persons among both, up to a constant.
    [[nodiscard]] double log_likelihood(double logit) const noexcept {
        return now * logit -
               all() * (std::max(logit, 0.0) + std::log1p(std::exp(-std::abs(logit))));
    }
};

/// For smoothed_density: a logistic curve has poles at a distance of pi, so that wider panels would
/// not be precise.
double panel_scale(double sd) noexcept {
    return std::min(sd, 1.0);
}

bool uses_overlap(const observed_round& before, const observed_round& now,
                  const change_question& question) noexcept {
    const auto in_one_round = before.persons + now.persons - 2 * question.persons_in_both;
    return question.persons_in_both > 0 && in_one_round >= fewest_in_one_round;
}

// Persons in both rounds add no variance. n and n' with a in both are as precise as both multiplied
// by (n + n') / (n + n' - 2a) without: 1/n + 1/n' - 2a/(n n') is (n + n' - 2a)/(n n').
evidence evidence_of(const observed_round& before, const observed_round& now,
                     std::uint64_t persons_in_both, const change_variance& variance) noexcept {
    const auto n = static_cast<double>(before.persons);
    const auto m = static_cast<double>(now.persons);
    const double worth = (n + m) / (n + m - 2 * static_cast<double>(persons_in_both));
    return {m * worth, n * worth, std::log(now.coverage / before.coverage),
            std::sqrt(variance.coverage + variance.local)};
}

/// Mid-p tails of the later count by the logit of its share. Twice the mid-p tail of a binomial
/// count x of n is the sum of the shares of Beta(x, n - x + 1) and Beta(x + 1, n - x) below the
/// chance; half a point at 0 or 1 where one of them is none. Together they have, as a distribution
/// of the logit, a density in proportion to p^x (1 - p)^(n - x) (x (1 - p) + (n - x) p).
class mid_p_curve {
public:
    explicit mid_p_curve(const evidence& counts)
        : counts_(counts),
          density_{log_density{counts}, counts.center(), panel_scale(counts.scale())} {}

    /// Above: the mid-p chance of so few now were the ratio so high or higher; below, of so many
    /// were it so low or lower.
    [[nodiscard]] tail_shares at(double log_ratio) const {
        const auto inner = density_.cut_at(log_ratio + counts_.offset, counts_.blur);
        const double at_zero = counts_.now == 0 ? 0.5 : 0;
        const double at_one = counts_.before == 0 ? 0.5 : 0;
        const double within = 1 - at_zero - at_one;
        return {at_zero + within * inner.below, at_one + within * inner.above};
    }

    [[nodiscard]] double lower_end(double tail) const {
        return counts_.now == 0 ? -infinite : root([&](double x) { return at(x).below - tail; });
    }
    [[nodiscard]] double upper_end(double tail) const {
        return counts_.before == 0 ? infinite : root([&](double x) { return tail - at(x).above; });
    }

private:
    struct log_density {
        evidence counts;
        double operator()(double logit) const noexcept {
            const double share = 1 / (1 + std::exp(-logit));
            const double rest = 1 / (1 + std::exp(logit));
            return counts.log_likelihood(logit) +
                   std::log(counts.now * rest + counts.before * share);
        }
    };

    /// Of a rising function.
    template <class Rising>
    double root(Rising f) const {
        const double middle = counts_.center() - counts_.offset;
        double step = std::hypot(counts_.scale(), counts_.blur);
        const double side = f(middle) < 0 ? 1 : -1;
        double near = middle;
        double far = middle + side * step;
        while (f(far) * side < 0) {
            near = far;
            step *= 2;
            far = middle + side * step;
        }
        std::uintmax_t calls = 100;
        const auto bracket =
            boost::math::tools::toms748_solve(f, std::min(near, far), std::max(near, far),
                                              boost::math::tools::eps_tolerance<double>(36), calls);
        return (bracket.first + bracket.second) / 2;
    }

    evidence counts_;
    smoothed_density<log_density> density_;
};

/// Given both counts, the logit is likelihood times a normal prior, to which the ratio and what
/// blurs it both add; given the logit, the logarithm of the ratio is normal.
class posterior {
public:
    posterior(const evidence& counts, const change_question& question)
        : prior_mean_(question.prior_log_mean), ratio_variance_(square(question.prior_log_sd)),
          blur_variance_(square(counts.blur)), offset_(counts.offset),
          density_(density_of(counts)) {}

    /// Probabilities of a ratio below and above.
    [[nodiscard]] tail_shares at(double log_ratio) const {
        // The logit at which that ratio is as likely exceeded as not, and how sharply that turns.
        const double all = ratio_variance_ + blur_variance_;
        const double cut =
            offset_ + prior_mean_ + (log_ratio - prior_mean_) * (all / ratio_variance_);
        return density_.cut_at(cut, std::sqrt(blur_variance_ * all / ratio_variance_));
    }

private:
    struct log_density {
        evidence counts;
        double mean;
        double variance;
        double operator()(double logit) const noexcept {
            return counts.log_likelihood(logit) - square(logit - mean) / (2 * variance);
        }
    };

    [[nodiscard]] smoothed_density<log_density> density_of(const evidence& counts) const {
        const double mean = offset_ + prior_mean_;
        const double variance = ratio_variance_ + blur_variance_;
        const double own = 1 / square(counts.scale());
        const double precision = own + 1 / variance;
        return {log_density{counts, mean, variance},
                (own * counts.center() + mean / variance) / precision,
                panel_scale(1 / std::sqrt(precision))};
    }

    double prior_mean_;
    double ratio_variance_;
    double blur_variance_;
    double offset_;
    smoothed_density<log_density> density_;
};

} // namespace

change_variance log_change_variance(const observed_round& before, const observed_round& now,
                                    const change_question& question) {
    check(before, now, question);
    const auto n = static_cast<double>(before.persons);
    const auto m = static_cast<double>(now.persons);
    const auto in_both = static_cast<double>(question.persons_in_both);
    return {n == 0 || m == 0 ? infinite : (n + m - 2 * in_both) / (n * m),
            square(before.coverage_log_sd) + square(now.coverage_log_sd),
            2 * square(question.local_log_sd)};
}

std::optional<round_change> test_change(const observed_round& before, const observed_round& now,
                                        const change_question& question) {
    check(before, now, question);
    if (before.persons == 0 && now.persons == 0) {
        return std::nullopt;
    }
    auto used = question;
    const bool overlap_used = uses_overlap(before, now, question);
    if (!overlap_used) {
        used.persons_in_both = 0;
    }
    const auto variance = log_change_variance(before, now, used);
    const auto counts = evidence_of(before, now, used.persons_in_both, variance);
    const mid_p_curve curve{counts};
    const posterior probability{counts, question};
    const double tail = (1 - question.level) / 2;
    const auto unchanged = curve.at(0);

    round_change result;
    result.ratio = static_cast<double>(now.persons) / static_cast<double>(before.persons) *
                   (before.coverage / now.coverage);
    result.lower = std::exp(curve.lower_end(tail));
    result.upper = std::exp(curve.upper_end(tail));
    result.p_value = std::min(1.0, 2 * std::min(unchanged.below, unchanged.above));
    result.risen_beyond = probability.at(std::log1p(question.beyond)).above;
    result.fallen_beyond = probability.at(std::log1p(-question.beyond)).below;
    result.variance = variance;
    result.overlap_used = overlap_used;
    return result;
}

} // namespace brukerplan
