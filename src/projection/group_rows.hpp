// The transitions that one group of municipalities learns from, with the terms of one model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <brukerplan/projection/model.hpp>

#include "projection/weights.hpp"

namespace brukerplan::detail {

struct model_row {
    std::uint32_t municipality = 0;
    int period = 0;
    double observed = 0;
    double coverage_variance = 0;
    weight_vector terms{}; ///< times the coverage: what is observed of them
};

struct group_rows {
    std::vector<model_row> rows;
    learned_from from = learned_from::nothing;
};

/// Groups with fewer than 40 transitions learn from those of all sizes.
[[nodiscard]] std::array<group_rows, size_group_count>
group_rows_of(const model_definition& model, std::span<const transition> transitions);

[[nodiscard]] inline double expected_count(const model_row& row,
                                           const weight_vector& weights) noexcept {
    double sum = 0;
    for (std::size_t i = 0; i < most_weights; ++i) {
        sum += weights[i] * row.terms[i];
    }
    return sum;
}

/// Of a count around its mean, for least squares.
[[nodiscard]] inline double precision(double mean, double dispersion) noexcept {
    constexpr double least_mean = 0.05; // fewer are not told apart
    const double e = mean > least_mean ? mean : least_mean;
    return 1 / (e * (1 + dispersion * e));
}

} // namespace brukerplan::detail
