// Weights of terms, none below zero, from transitions.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <brukerplan/projection/model.hpp>

namespace brukerplan::detail {

inline constexpr std::size_t most_weights = 5;
using weight_vector = std::array<double, most_weights>;

/// What weighted least squares knows of transitions. It adds.
struct weight_equations {
    std::array<double, most_weights*(most_weights + 1) / 2> matrix{}; ///< lower half, row by row
    weight_vector moments{};

    void add(const weight_vector& terms, double observed, double precision) noexcept {
        std::size_t at = 0;
        for (std::size_t i = 0; i < most_weights; ++i) {
            const double weighted = precision * terms[i];
            moments[i] += weighted * observed;
            for (std::size_t j = 0; j <= i; ++j) {
                matrix[at++] += weighted * terms[j];
            }
        }
    }

    void add(const weight_equations& other, double times) noexcept {
        for (std::size_t i = 0; i < matrix.size(); ++i) {
            matrix[i] += times * other.matrix[i];
        }
        for (std::size_t i = 0; i < most_weights; ++i) {
            moments[i] += times * other.moments[i];
        }
    }
};

/// Before transitions are seen: each weight is as if `persons` expected persons had shown it.
struct weight_prior {
    weight_vector mean{};
    double persons = 3;
    std::size_t count = 0; ///< of weights; those after are 0
};

/// The weights that fit best among those that are not negative: the problem is convex and has one
/// minimum, since the prior makes it definite. Found by which of them are 0 (block pivoting:
/// Portugal, Judice and Vicente, "A comparison of block pivoting and interior-point algorithms for
/// linear least squares problems with nonnegative variables", Mathematics of Computation 63, 1994).
[[nodiscard]] weight_vector solve(const weight_equations& equations,
                                  const weight_prior& prior) noexcept;

/// The same by one weight after the other until none changes: slow, and always there in the end.
[[nodiscard]] weight_vector solve_by_sweeps(const weight_equations& equations,
                                            const weight_prior& prior) noexcept;

} // namespace brukerplan::detail
