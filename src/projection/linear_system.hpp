// Small symmetric systems, as they come up in regressions with few terms.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace brukerplan::detail {

/// A symmetric positive definite matrix as its Cholesky factor.
class cholesky {
public:
    /// `matrix`: size x size, row by row; only its lower half is read
    cholesky(std::vector<double> matrix, std::size_t size)
        : factor_(std::move(matrix)), size_(size) {
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double rest = at(i, j);
                for (std::size_t k = 0; k < j; ++k) {
                    rest -= at(i, k) * at(j, k);
                }
                at(i, j) = i == j ? std::sqrt(rest) : rest / at(j, j);
            }
        }
    }

    /// Solves factor * result = values, in place: its squares add up to values' inverse * values.
    void forward(std::span<double> values) const {
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                values[i] -= at(i, k) * values[k];
            }
            values[i] /= at(i, i);
        }
    }

    /// Solves matrix * result = values, in place.
    void solve(std::span<double> values) const {
        forward(values);
        for (std::size_t i = size_; i-- > 0;) {
            for (std::size_t k = i + 1; k < size_; ++k) {
                values[i] -= at(k, i) * values[k];
            }
            values[i] /= at(i, i);
        }
    }

private:
    [[nodiscard]] double at(std::size_t i, std::size_t j) const { return factor_[i * size_ + j]; }
    [[nodiscard]] double& at(std::size_t i, std::size_t j) { return factor_[i * size_ + j]; }

    std::vector<double> factor_;
    std::size_t size_;
};

} // namespace brukerplan::detail
