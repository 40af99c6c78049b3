#include "projection/weights.hpp"

#include <algorithm>
#include <cmath>

namespace brukerplan::detail {

weight_vector solve(const weight_equations& equations, const weight_prior& prior,
                    weight_vector start) noexcept {
    constexpr int most_sweeps = 200;
    constexpr double close_enough = 1e-9;
    constexpr double least_prior_mean = 0.01;
    std::array<std::array<double, most_weights>, most_weights> matrix{};
    auto moments = equations.moments;
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
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double change = 0;
        for (std::size_t i = 0; i < prior.count; ++i) {
            double rest = moments[i];
            for (std::size_t j = 0; j < prior.count; ++j) {
                rest -= j == i ? 0 : matrix[i][j] * start[j];
            }
            const double next = std::max(rest / matrix[i][i], 0.0);
            change = std::max(change, std::abs(next - start[i]));
            start[i] = next;
        }
        if (change < close_enough) {
            break;
        }
    }
    return start;
}

} // namespace brukerplan::detail
