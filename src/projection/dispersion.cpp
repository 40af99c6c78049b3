#include "projection/dispersion.hpp"

#include <algorithm>
#include <cmath>

#include "support/neumaier_sum.hpp"

namespace brukerplan::detail {

namespace {

// Large means say most of the dispersion, but one of them should not say it alone.
double weight_of(double mean) {
    return 1 / ((1 + 0.2 * mean) * (1 + 0.2 * mean));
}

} // namespace

dispersion_estimate dispersion_of(std::span<const model_row> rows,
                                  const weight_vector& weights) noexcept {
    neumaier_sum excess;
    neumaier_sum squares;
    for (const auto& row : rows) {
        const double mean = expected_count(row, weights);
        const double error = row.observed - mean;
        excess.add(weight_of(mean) * (error * error - mean));
        squares.add(weight_of(mean) * mean * mean);
    }
    constexpr double unknown = 4; // a factor of e squared either way
    if (squares.value() <= 0) {
        return {least_dispersion, unknown};
    }
    const double estimate = excess.value() / squares.value();
    const double value = std::clamp(estimate, least_dispersion, most_dispersion);
    neumaier_sum variance;
    for (const auto& row : rows) {
        const double mean = expected_count(row, weights);
        const double error = row.observed - mean;
        const double off = weight_of(mean) * (error * error - mean - value * mean * mean);
        variance.add(off * off);
    }
    const double relative = std::sqrt(variance.value()) / squares.value() / value;
    return {value, std::min(relative * relative + 2.0 / static_cast<double>(rows.size()), unknown)};
}

double shrink_dispersions(std::span<dispersion_estimate> services) noexcept {
    neumaier_sum weights;
    neumaier_sum squared_weights;
    neumaier_sum weighted;
    for (const auto& [value, log_variance] : services) {
        weights.add(1 / log_variance);
        squared_weights.add(1 / (log_variance * log_variance));
        weighted.add(std::log(value) / log_variance);
    }
    const double common = weighted.value() / weights.value();
    neumaier_sum heterogeneity;
    for (const auto& [value, log_variance] : services) {
        const double off = std::log(value) - common;
        heterogeneity.add(off * off / log_variance);
    }
    const double scale = weights.value() - squared_weights.value() / weights.value();
    const double between =
        scale > 0
            ? std::max((heterogeneity.value() - static_cast<double>(services.size() - 1)) / scale,
                       0.0)
            : 0;
    neumaier_sum precisions;
    neumaier_sum logs;
    for (const auto& [value, log_variance] : services) {
        precisions.add(1 / (log_variance + between));
        logs.add(std::log(value) / (log_variance + between));
    }
    const double center = logs.value() / precisions.value();
    for (auto& [value, log_variance] : services) {
        const double own = between / (between + log_variance);
        value = std::exp(own * std::log(value) + (1 - own) * center);
    }
    return std::exp(center);
}

} // namespace brukerplan::detail
