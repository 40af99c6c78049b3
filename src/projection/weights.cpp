#include "projection/weights.hpp"

#include <algorithm>
#include <cmath>

namespace brukerplan::detail {

namespace {

using square_matrix = std::array<weight_vector, most_weights>;
using weight_set = std::array<bool, most_weights>;

/// Least squares with the prior, without a bound: matrix * weights = moments.
struct normal_equations {
    square_matrix matrix{};
    weight_vector moments{};
    std::size_t count = 0;

    normal_equations(const weight_equations& equations, const weight_prior& prior) noexcept
        : moments(equations.moments), count(prior.count) {
        constexpr double least_prior_mean = 0.01;
        std::size_t at = 0;
        for (std::size_t i = 0; i < most_weights; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                matrix[i][j] = matrix[j][i] = equations.matrix[at++];
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            // A Gamma distribution of so many persons has the variance mean / persons.
            const double precision = prior.persons / std::max(prior.mean[i], least_prior_mean);
            matrix[i][i] += precision;
            moments[i] += precision * prior.mean[i];
        }
    }

    /// The solution among the weights that are not 0 outside of `free`, by elimination.
    [[nodiscard]] weight_vector solution_in(const weight_set& free) const noexcept {
        square_matrix rows{};
        weight_vector x{};
        for (std::size_t i = 0; i < most_weights; ++i) {
            rows[i][i] = 1; // of those not free: weight = 0
            for (std::size_t j = 0; free[i] && j < most_weights; ++j) {
                rows[i][j] = free[j] ? matrix[i][j] : 0;
            }
            x[i] = free[i] ? moments[i] : 0;
        }
        for (std::size_t k = 0; k < most_weights; ++k) {
            for (std::size_t i = k + 1; i < most_weights; ++i) {
                const double factor = rows[i][k] / rows[k][k];
                for (std::size_t j = k; j < most_weights; ++j) {
                    rows[i][j] -= factor * rows[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (std::size_t k = most_weights; k-- > 0;) {
            for (std::size_t j = k + 1; j < most_weights; ++j) {
                x[k] -= rows[k][j] * x[j];
            }
            x[k] /= rows[k][k];
        }
        return x;
    }

    /// The weight that fits better the faster it is raised from 0; `count` if none does.
    [[nodiscard]] std::size_t best_to_free(const weight_set& free,
                                           const weight_vector& x) const noexcept {
        constexpr double rounding = 1e-12;
        std::size_t best = count;
        double steepest = 0;
        for (std::size_t i = 0; i < count; ++i) {
            double slope = moments[i];
            double size = std::abs(moments[i]);
            for (std::size_t j = 0; j < count; ++j) {
                slope -= matrix[i][j] * x[j];
                size += std::abs(matrix[i][j] * x[j]);
            }
            if (!free[i] && slope > rounding * size && slope > steepest) {
                best = i;
                steepest = slope;
            }
        }
        return best;
    }
};

/// Goes from `x` towards `wanted` until the first free weight is 0, and binds it there.
/// Returns whether none stood in the way.
bool approach(weight_vector& x, const weight_vector& wanted, weight_set& free) noexcept {
    double part = 1;
    std::size_t first = most_weights;
    for (std::size_t i = 0; i < most_weights; ++i) {
        if (free[i] && wanted[i] < 0 && x[i] <= part * (x[i] - wanted[i])) {
            part = x[i] / (x[i] - wanted[i]);
            first = i;
        }
    }
    for (std::size_t i = 0; i < most_weights; ++i) {
        x[i] = free[i] ? std::max(x[i] + part * (wanted[i] - x[i]), 0.0) : 0;
    }
    if (first == most_weights) {
        x = wanted;
        return true;
    }
    x[first] = 0;
    free[first] = false;
    return false;
}

} // namespace

weight_vector solve(const weight_equations& equations, const weight_prior& prior,
                    weight_vector start) noexcept {
    const normal_equations system{equations, prior};
    weight_set free{};
    for (std::size_t i = 0; i < most_weights; ++i) {
        free[i] = i < prior.count && start[i] > 0;
        start[i] = free[i] ? start[i] : 0;
    }
    // No set of weights comes twice, but for rounding.
    constexpr int sets = 1 << most_weights;
    for (int step = 0; step < 2 * sets; ++step) {
        if (!approach(start, system.solution_in(free), free)) {
            continue;
        }
        const auto next = system.best_to_free(free, start);
        if (next == prior.count) {
            break;
        }
        free[next] = true;
    }
    return start;
}

} // namespace brukerplan::detail
