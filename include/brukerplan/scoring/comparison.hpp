// Two schemes side by side: who has which class under one and under the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include <brukerplan/scoring/histogram.hpp>
#include <brukerplan/scoring/scheme.hpp>

namespace brukerplan {

/// Counts by the class under the first scheme (row) and under the second (column), `none` first.
/// Additive: the comparison of two parts is the sum of their comparisons.
struct scheme_comparison {
    std::array<class_counts, index_class_count> counts{};

    void add(index_class first, index_class second, std::uint64_t persons) noexcept {
        counts[static_cast<std::size_t>(first)][static_cast<std::size_t>(second)] += persons;
    }
    [[nodiscard]] std::uint64_t at(index_class first, index_class second) const noexcept {
        return counts[static_cast<std::size_t>(first)][static_cast<std::size_t>(second)];
    }

    [[nodiscard]] std::uint64_t total() const noexcept {
        std::uint64_t sum = 0;
        for (const auto& row : counts) {
            sum = std::accumulate(row.begin(), row.end(), sum);
        }
        return sum;
    }
    /// Those that have another class under the second scheme; having one and having none differ.
    [[nodiscard]] std::uint64_t changed() const noexcept {
        std::uint64_t same = 0;
        for (std::size_t c = 0; c < index_class_count; ++c) {
            same += counts[c][c];
        }
        return total() - same;
    }
    /// Part of all, 0 to 1; 0 when there is nobody.
    [[nodiscard]] double share_changed() const noexcept {
        const auto all = total();
        return all == 0 ? 0.0 : static_cast<double>(changed()) / static_cast<double>(all);
    }

    friend bool operator==(const scheme_comparison&, const scheme_comparison&) = default;
};

/// Over the persons of a histogram.
[[nodiscard]] inline scheme_comparison compare_schemes(const scheme& first, const scheme& second,
                                                       const assessment_histogram& over) {
    scheme_comparison result;
    for (const auto& [a, persons] : over.by_assessment()) {
        result.add(first(a).result, second(a).result, persons);
    }
    return result;
}

/// Over all 65 536 assessments, each once.
[[nodiscard]] inline scheme_comparison compare_schemes(const scheme& first, const scheme& second) {
    scheme_comparison result;
    for (const assessment a : all_assessments) {
        result.add(first(a).result, second(a).result, 1);
    }
    return result;
}

} // namespace brukerplan
