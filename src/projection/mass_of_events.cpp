// The Poisson-binomial distribution by direct convolution: only sums of products of positive
// numbers, so nothing cancels.
#include <brukerplan/projection/count_families.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace brukerplan {

namespace {

/// Above this it is faster to go through blocks, whose ends can be left out.
constexpr std::size_t longest_block = 128;

count_mass block_mass(std::span<const double> probabilities) {
    count_mass result;
    auto& masses = result.masses;
    masses.reserve(probabilities.size() + 1);
    for (const double happens : probabilities) {
        const double does_not = 1 - happens;
        masses.push_back(masses.back() * happens);
        for (std::size_t k = masses.size() - 2; k > 0; --k) {
            masses[k] = masses[k] * does_not + masses[k - 1] * happens;
        }
        masses[0] *= does_not;
    }
    return result;
}

} // namespace

count_mass mass_of_events(std::span<const double> probabilities, double tail) {
    const std::size_t blocks = probabilities.size() / longest_block + 1;
    const double tail_of_part = tail / (2.0 * static_cast<double>(blocks));
    std::vector<count_mass> parts;
    parts.reserve(blocks);
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::size_t from = i * longest_block;
        const std::size_t size = std::min(longest_block, probabilities.size() - from);
        parts.push_back(trimmed(block_mass(probabilities.subspan(from, size)), tail_of_part));
    }
    // Neighbours first: sums of about the same size keep the products few.
    while (parts.size() > 1) {
        std::vector<count_mass> sums;
        for (std::size_t i = 0; i < parts.size(); i += 2) {
            sums.push_back(i + 1 < parts.size() ? convolution(parts[i], parts[i + 1], tail_of_part)
                                                : std::move(parts[i]));
        }
        parts = std::move(sums);
    }
    return std::move(parts.front());
}

} // namespace brukerplan
