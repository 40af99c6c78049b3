// The difference of two independent counts, such as need less use. Below 0 it is a surplus.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan::detail {

/// masses[i] is the probability of first + i * step, give or take half a step.
struct difference_mass {
    std::int64_t first = 0;
    std::int64_t step = 1;
    std::vector<double> masses{1.0};
};

/// So that a difference costs no more than so many products, counts are taken in steps where both
/// have many values: at 512 values a count of a few dozen persons' spread is still told to within a
/// person or two.
inline constexpr std::size_t most_difference_values = 512;

/// The step for two counts of so many values.
[[nodiscard]] std::int64_t difference_step(std::size_t one, std::size_t other) noexcept;

/// Adds one - other, times `weight`, to `to`, whose step it takes.
void add_difference(difference_mass& to, const count_mass& one, const count_mass& other,
                    double weight);

/// The least value kept that is not exceeded with at least that probability.
[[nodiscard]] std::int64_t quantile(const difference_mass& mass, double level) noexcept;

} // namespace brukerplan::detail
