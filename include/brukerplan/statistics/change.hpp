// Whether the number of recipients of one municipality changed from one round to another, when
// both were mapped in part and the part is not surely known.
#pragma once

#include <cstdint>
#include <optional>

namespace brukerplan {

/// One count and the part of all that it is.
struct observed_round {
    std::uint64_t persons = 0;  ///< counted
    double coverage = 1;        ///< counted of all; above 0, at most 1
    double coverage_log_sd = 0; ///< standard deviation of its logarithm; 0 where it is certain
};

struct change_question {
    /// Counted in both rounds, where they are linked; 0 where nobody knows, which is cautious.
    std::uint64_t persons_in_both = 0;
    /// Ups and downs of single years that are no change to be reported; of each round, on the
    /// logarithm.
    double local_log_sd = 0;
    double level = 0.95;  ///< of the interval
    double beyond = 0.10; ///< a change that matters: by more than this share
    /// What is expected before the figures are seen: a normal distribution of the logarithm of the
    /// ratio. As it stands, a change beyond 10 % is as likely as not. It decides nothing but the
    /// two probabilities.
    double prior_log_mean = 0;
    double prior_log_sd = 0.15;
};

/// Where the uncertainty comes from: variances of the logarithm of the ratio, which add.
struct change_variance {
    double counting = 0; ///< infinite where a round counted nobody
    double coverage = 0; ///< of both rounds
    double local = 0;    ///< of both rounds

    [[nodiscard]] constexpr double total() const noexcept { return counting + coverage + local; }
};

/// 1/n + 1/n' - 2 rho / sqrt(n n') + the variances of both coverages + 2 local_log_sd^2, where rho
/// is persons_in_both / sqrt(n n').
/// Throws as `test_change`.
[[nodiscard]] change_variance log_change_variance(const observed_round& before,
                                                  const observed_round& now,
                                                  const change_question& question = {});

struct round_change {
    /// Of the numbers of recipients, mapped or not; 0 or infinite where one round counted nobody.
    double ratio = 1;
    double lower = 0; ///< of the interval; 0 where there is no lower end
    double upper = 0; ///< infinite where there is no upper end
    double p_value = 1;
    double risen_beyond = 0; ///< posterior probability
    double fallen_beyond = 0;
    change_variance variance;  ///< of what was used
    bool overlap_used = false; ///< see `fewest_in_one_round`
};

/// Persons in both rounds are made use of where at least so many were in one round only: with
/// fewer the approximation would be bold. This library's own.
inline constexpr std::uint64_t fewest_in_one_round = 20;

/// A standard deviation of a logarithm above this is no share of anything, but a mistake.
inline constexpr double largest_log_sd = 10;

/// Exact for counts of any size, 0 included: given how many were counted in both rounds together,
/// those of the later one are binomial, with a logit that holds the logarithms of the ratio and of
/// both coverages. The p value and the interval are mid-p and agree with each other: the interval
/// holds 1 exactly when the p value is above 1 - level. Unsure coverage and local ups and downs are
/// integrated out as normal on the logarithm. Empty where neither round counted anybody: then there
/// is nothing to compare.
/// Throws `std::invalid_argument` for a coverage outside (0, 1], a standard deviation that is
/// negative or above `largest_log_sd`, more persons in both rounds than in one, a level or `beyond`
/// outside (0, 1), and a prior without spread.
[[nodiscard]] std::optional<round_change> test_change(const observed_round& before,
                                                      const observed_round& now,
                                                      const change_question& question = {});

} // namespace brukerplan
