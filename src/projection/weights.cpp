#include "projection/weights.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace brukerplan::detail {

namespace {

using weight_matrix = std::array<std::array<double, most_weights>, most_weights>;

/// A definite system of at most five equations, of which some hold; the other weights are 0
/// (Cholesky).
class held_equations {
public:
    held_equations(const weight_matrix& matrix, const weight_vector& moments,
                   const std::array<bool, most_weights>& held) noexcept {
        for (std::size_t i = 0; i < most_weights; ++i) {
            if (held[i]) {
                places_[count_++] = i;
            }
        }
        for (std::size_t i = 0; i < count_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double rest = matrix[places_[i]][places_[j]];
                for (std::size_t k = 0; k < j; ++k) {
                    rest -= factor_[i][k] * factor_[j][k];
                }
                factor_[i][j] = i == j ? std::sqrt(rest) : rest / factor_[j][j];
            }
            values_[i] = moments[places_[i]];
            for (std::size_t k = 0; k < i; ++k) {
                values_[i] -= factor_[i][k] * values_[k];
            }
            values_[i] /= factor_[i][i];
        }
    }

    [[nodiscard]] weight_vector solution() const noexcept {
        weight_vector result{};
        for (std::size_t i = count_; i-- > 0;) {
            double rest = values_[i];
            for (std::size_t k = i + 1; k < count_; ++k) {
                rest -= factor_[k][i] * result[places_[k]];
            }
            result[places_[i]] = rest / factor_[i][i];
        }
        return result;
    }

private:
    std::array<std::size_t, most_weights> places_{};
    std::size_t count_ = 0;
    weight_matrix factor_{};
    weight_vector values_{};
};

/// Whether the sum of squares would fall if a weight of 0 grew.
bool would_grow(const weight_matrix& matrix, const weight_vector& moments,
                const weight_vector& weights, std::size_t place) noexcept {
    double rest = moments[place];
    for (std::size_t j = 0; j < most_weights; ++j) {
        rest -= matrix[place][j] * weights[j];
    }
    return rest > 1e-9 * matrix[place][place];
}

/// Lets go of the weights that would be negative and takes up those that would grow, until there
/// are none. Nothing when that takes too long, as it may when it goes round in circles.
std::optional<weight_vector> by_held_equations(const weight_matrix& matrix,
                                               const weight_vector& moments,
                                               std::size_t count) noexcept {
    constexpr int most_changes = 12;
    std::array<bool, most_weights> held{};
    std::fill_n(held.begin(), count, true);
    for (int change = 0; change < most_changes; ++change) {
        const auto weights = held_equations{matrix, moments, held}.solution();
        const auto before = held;
        for (std::size_t i = 0; i < count; ++i) {
            held[i] = held[i] ? weights[i] >= 0 : would_grow(matrix, moments, weights, i);
        }
        if (held == before) {
            return weights;
        }
    }
    return std::nullopt;
}

weight_vector by_sweeps(const weight_matrix& matrix, const weight_vector& moments,
                        std::size_t count) noexcept {
    constexpr int most_sweeps = 10'000;
    constexpr double close_enough = 1e-12;
    weight_vector weights{};
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double change = 0;
        for (std::size_t i = 0; i < count; ++i) {
            double rest = moments[i];
            for (std::size_t j = 0; j < count; ++j) {
                rest -= j == i ? 0 : matrix[i][j] * weights[j];
            }
            const double next = std::max(rest / matrix[i][i], 0.0);
            change = std::max(change, std::abs(next - weights[i]));
            weights[i] = next;
        }
        if (change < close_enough) {
            break;
        }
    }
    return weights;
}

struct system_of_equations {
    weight_matrix matrix{};
    weight_vector moments{};
};

system_of_equations with_prior(const weight_equations& equations,
                               const weight_prior& prior) noexcept {
    constexpr double least_prior_mean = 0.01;
    system_of_equations result{{}, equations.moments};
    auto& [matrix, moments] = result;
    std::size_t at = 0;
    for (std::size_t i = 0; i < most_weights; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            matrix[i][j] = matrix[j][i] = equations.matrix[at++];
        }
    }
    for (std::size_t i = 0; i < prior.count; ++i) {
        // A Gamma distribution of that mean and so many persons has the variance mean / persons.
        const double precision = prior.persons / std::max(prior.mean[i], least_prior_mean);
        matrix[i][i] += precision;
        moments[i] += precision * prior.mean[i];
    }
    return result;
}

} // namespace

weight_vector solve(const weight_equations& equations, const weight_prior& prior) noexcept {
    const auto [matrix, moments] = with_prior(equations, prior);
    const auto weights = by_held_equations(matrix, moments, prior.count);
    return weights ? *weights : by_sweeps(matrix, moments, prior.count);
}

weight_vector solve_by_sweeps(const weight_equations& equations,
                              const weight_prior& prior) noexcept {
    const auto [matrix, moments] = with_prior(equations, prior);
    return by_sweeps(matrix, moments, prior.count);
}

} // namespace brukerplan::detail
