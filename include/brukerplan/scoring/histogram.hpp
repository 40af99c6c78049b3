// How many persons have which assessment: all that any scheme needs to know of a group. Counts add,
// in any order, so parts may be counted apart and joined.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <brukerplan/scoring/scheme.hpp>

namespace brukerplan {

/// Persons by class, `none` first.
using class_counts = std::array<std::uint64_t, index_class_count>;

/// Holds what occurs and nothing else: a group of a few hundred takes a few kilobytes.
class assessment_histogram {
public:
    using counts = std::map<assessment, std::uint64_t>;

    void add(assessment a, std::uint64_t persons = 1) {
        if (persons > 0) {
            counts_[a] += persons;
        }
    }
    /// The counts of another part.
    assessment_histogram& operator+=(const assessment_histogram& other) {
        for (const auto& [a, persons] : other.counts_) {
            add(a, persons);
        }
        return *this;
    }

    /// By code, none of them 0.
    [[nodiscard]] const counts& by_assessment() const noexcept { return counts_; }
    [[nodiscard]] std::uint64_t count(assessment a) const noexcept {
        const auto at = counts_.find(a);
        return at == counts_.end() ? 0 : at->second;
    }
    [[nodiscard]] std::uint64_t persons() const noexcept {
        std::uint64_t sum = 0;
        for (const auto& [a, persons] : counts_) {
            sum += persons;
        }
        return sum;
    }

    friend bool operator==(const assessment_histogram&, const assessment_histogram&) = default;

private:
    counts counts_;
};

/// How many have which class under a scheme.
[[nodiscard]] inline class_counts count_classes(const assessment_histogram& of, const scheme& by) {
    class_counts result{};
    for (const auto& [a, persons] : of.by_assessment()) {
        result[static_cast<std::size_t>(by(a).result)] += persons;
    }
    return result;
}

/// A histogram for each group; groups are named by the caller.
class grouped_histogram {
public:
    using groups = std::map<std::string, assessment_histogram>;

    void add(const std::string& group, assessment a, std::uint64_t persons = 1) {
        groups_[group].add(a, persons);
    }
    grouped_histogram& operator+=(const grouped_histogram& other) {
        for (const auto& [name, histogram] : other.groups_) {
            groups_[name] += histogram;
        }
        return *this;
    }

    /// By name.
    [[nodiscard]] const groups& by_group() const noexcept { return groups_; }
    /// All groups as one.
    [[nodiscard]] assessment_histogram whole() const {
        assessment_histogram all;
        for (const auto& [name, histogram] : groups_) {
            all += histogram;
        }
        return all;
    }

    friend bool operator==(const grouped_histogram&, const grouped_histogram&) = default;

private:
    groups groups_;
};

} // namespace brukerplan
