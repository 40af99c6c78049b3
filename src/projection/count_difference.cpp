#include "projection/count_difference.hpp"

#include <algorithm>

namespace brukerplan::detail {

namespace {

/// In steps of several persons, beginning at a multiple of the step.
std::vector<double> in_steps(const count_mass& mass, std::int64_t step) {
    const std::int64_t begins = mass.first / step;
    const std::int64_t ends = mass.last() / step;
    std::vector<double> sums(static_cast<std::size_t>(ends - begins + 1));
    for (std::size_t i = 0; i < mass.masses.size(); ++i) {
        const auto value = static_cast<std::int64_t>(mass.first + i);
        sums[static_cast<std::size_t>(value / step - begins)] += mass.masses[i];
    }
    return sums;
}

void widen(difference_mass& to, std::int64_t first, std::int64_t last) {
    const auto own_last = to.first + static_cast<std::int64_t>(to.masses.size() - 1) * to.step;
    if (first < to.first) {
        to.masses.insert(to.masses.begin(), static_cast<std::size_t>((to.first - first) / to.step),
                         0.0);
        to.first = first;
    }
    if (last > own_last) {
        to.masses.resize(to.masses.size() + static_cast<std::size_t>((last - own_last) / to.step));
    }
}

} // namespace

std::int64_t difference_step(std::size_t one, std::size_t other) noexcept {
    const auto larger = std::max(one, other);
    return static_cast<std::int64_t>((larger + most_difference_values - 1) /
                                     most_difference_values);
}

void add_difference(difference_mass& to, const count_mass& one, const count_mass& other,
                    double weight) {
    const auto ones = to.step == 1 ? one.masses : in_steps(one, to.step);
    const auto others = to.step == 1 ? other.masses : in_steps(other, to.step);
    const auto first =
        (one.first / to.step - static_cast<std::int64_t>(other.last()) / to.step) * to.step;
    const auto last = first + static_cast<std::int64_t>(ones.size() + others.size() - 2) * to.step;
    widen(to, first, last);
    double* sums = &to.masses[static_cast<std::size_t>((first - to.first) / to.step)];
    for (std::size_t j = 0; j < others.size(); ++j) {
        const double times = weight * others[others.size() - 1 - j];
        for (std::size_t i = 0; i < ones.size(); ++i) {
            sums[i + j] += times * ones[i];
        }
    }
}

std::int64_t quantile(const difference_mass& mass, double level) noexcept {
    double sum = 0;
    for (const double part : mass.masses) {
        sum += part;
    }
    const double wanted = level * sum;
    double so_far = 0;
    for (std::size_t i = 0; i < mass.masses.size(); ++i) {
        so_far += mass.masses[i];
        if (so_far >= wanted) {
            return mass.first + static_cast<std::int64_t>(i) * mass.step;
        }
    }
    return mass.first + static_cast<std::int64_t>(mass.masses.size() - 1) * mass.step;
}

} // namespace brukerplan::detail
