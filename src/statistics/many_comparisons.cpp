#include <brukerplan/statistics/many_comparisons.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <stdexcept>

namespace brukerplan {

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
    if (!std::all_of(p_values.begin(), p_values.end(), [](double p) { return p >= 0 && p <= 1; })) {
        throw std::invalid_argument("a p value is not between 0 and 1");
    }
    std::vector<std::size_t> falling(p_values.size());
    std::iota(falling.begin(), falling.end(), std::size_t{0});
    std::sort(falling.begin(), falling.end(), [&](std::size_t a, std::size_t b) {
        return p_values[a] != p_values[b] ? p_values[a] > p_values[b] : a > b;
    });
    std::vector<double> adjusted(p_values.size());
    const auto all = static_cast<double>(p_values.size());
    double least = 1;
    auto rank = all;
    for (const auto i : falling) {
        least = std::min(least, p_values[i] * (all / rank));
        rank -= 1;
        adjusted[i] = least;
    }
    return adjusted;
}

} // namespace brukerplan
