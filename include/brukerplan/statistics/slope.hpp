// Where a municipality is heading over three rounds or more, and how much of that to believe.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <brukerplan/statistics/change.hpp>

namespace brukerplan {

struct dated_round {
    double year = 0; ///< with or without decimals
    observed_round round;
};

/// A straight line through the logarithms of the numbers of recipients.
struct municipal_slope {
    double per_year = 0; ///< change of the logarithm
    double se = 0;       ///< standard error of it
    /// Squared distances from the line, in units of what counting and coverage explain.
    double scatter = 0;
    std::size_t degrees = 0; ///< that scatter is expected to be: rounds less 2
};

/// Rounds that a line can be drawn through.
inline constexpr std::size_t fewest_rounds = 3;

/// Weighted least squares of log((persons + 1/2) / coverage) on the year. A round's variance is
/// that of its count, expected from all rounds together as if nothing changed, so that a chance low
/// count does not weigh less than a chance high one; of its coverage; and local_log_sd^2. Persons
/// in several rounds are left out of account. Empty for fewer than `fewest_rounds` rounds, and
/// where none counted anybody. The rounds are those of one series (chained_index.hpp): after a
/// break begin anew. Throws `std::invalid_argument` when years do not rise, and as `test_change`.
[[nodiscard]] std::optional<municipal_slope> fit_slope(std::span<const dated_round> rounds,
                                                       double local_log_sd = 0);

struct shrunk_slope {
    double per_year = 0;
    double sd = 0;         ///< posterior, that of the national slope included
    double own_weight = 0; ///< Z: of the municipality's own slope; the rest is the national one's
};

struct national_slope {
    double per_year = 0;
    double se = 0;
    double between_sd = 0; ///< tau, between municipalities
    /// By how much all variances were raised, since rounds lie further from their lines than
    /// counting and coverage explain; at least 1.
    double scatter = 1;
    std::vector<shrunk_slope> municipalities; ///< in the order given
};

/// Below so many degrees of freedom in all, scatter is not judged. This library's own.
inline constexpr std::size_t fewest_scatter_degrees = 20;

/// Slopes of municipalities drawn towards what they have in common, the more the less is known of
/// each: Z = tau^2 / (tau^2 + se^2). tau^2 is the generalised moment estimate, which is also the
/// empirical Bayes one (Paule and Mandel, "Consensus values and weighting factors", J. Res. NBS 87,
/// 1982; Morris, "Parametric empirical Bayes inference", JASA 78, 1983). A municipality without a
/// slope of its own has the national one. Throws `std::invalid_argument` for no slopes and for one
/// without a standard error above 0.
[[nodiscard]] national_slope shrink_slopes(std::span<const municipal_slope> slopes);

/// This library's own, as is usual for damped trends.
inline constexpr double usual_damping = 0.8;

/// The factor of growth over so many years when each adds `damping` times what the one before did,
/// the first included: exp(per_year (d + d^2 + ...)) (Gardner and McKenzie, "Forecasting trends in
/// time series", Management Science 31, 1985).
/// `damping`: 0, nothing goes on, to 1, everything does
[[nodiscard]] double damped_growth(double per_year, unsigned years,
                                   double damping = usual_damping) noexcept;

} // namespace brukerplan
