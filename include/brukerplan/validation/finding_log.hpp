// Findings of a whole input: exact counts always, details up to a bound that the caller sets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <brukerplan/model/finding.hpp>

namespace brukerplan {

class finding_log {
public:
    static constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

    /// `most_details`: how many findings are kept whole; the others are only counted.
    explicit finding_log(std::size_t most_details = unbounded) : most_details_(most_details) {}

    void add(finding f) {
        if (f.rule >= by_rule_.size()) {
            by_rule_.resize(f.rule + 1);
        }
        by_rule_[f.rule].all.add(rows_);
        by_rule_[f.rule].of[static_cast<std::size_t>(f.severity)].add(rows_);
        ++by_severity_[static_cast<std::size_t>(f.severity)];
        if (details_.size() < most_details_) {
            details_.push_back(std::move(f));
        } else {
            truncated_ = true;
        }
    }

    /// Ends a row: what was added since the last one is about it. Counts it by the worst found.
    void add_row(severity worst) noexcept {
        ++rows_;
        ++rows_by_worst_[static_cast<std::size_t>(worst)];
    }

    [[nodiscard]] const std::vector<finding>& details() const noexcept { return details_; }
    /// Hands the details over and forgets them; the counts stay. For inputs that are read in
    /// batches.
    [[nodiscard]] std::vector<finding> take_details() noexcept {
        return std::exchange(details_, {});
    }
    /// True when there are more findings than `details()` holds. The counts are exact all the same.
    [[nodiscard]] bool truncated() const noexcept { return truncated_; }

    [[nodiscard]] std::uint64_t findings(std::size_t rule) const noexcept {
        return rule < by_rule_.size() ? by_rule_[rule].all.findings : 0;
    }
    /// Number of records with at least one finding of a rule.
    [[nodiscard]] std::uint64_t records(std::size_t rule) const noexcept {
        return rule < by_rule_.size() ? by_rule_[rule].all.records : 0;
    }
    /// The same for one severity: a rule may judge records differently.
    [[nodiscard]] std::uint64_t records(std::size_t rule, severity s) const noexcept {
        return rule < by_rule_.size() ? by_rule_[rule].of[static_cast<std::size_t>(s)].records : 0;
    }
    [[nodiscard]] std::uint64_t findings(severity s) const noexcept {
        return by_severity_[static_cast<std::size_t>(s)];
    }
    [[nodiscard]] std::uint64_t rows(severity worst) const noexcept {
        return rows_by_worst_[static_cast<std::size_t>(worst)];
    }
    [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
    /// Rows that cannot be used as they stand.
    [[nodiscard]] std::uint64_t rows_with_errors() const noexcept {
        return rows(severity::error) + rows(severity::fatal);
    }
    [[nodiscard]] bool has_errors() const noexcept {
        return findings(severity::error) + findings(severity::fatal) > 0;
    }

private:
    struct tally {
        std::uint64_t findings = 0;
        std::uint64_t records = 0;
        /// Rows that had ended when it last found something: tells one row's findings from the
        /// next one's, also when inputs that each count from 0 follow each other.
        std::uint64_t rows_before = std::numeric_limits<std::uint64_t>::max();

        void add(std::uint64_t rows) noexcept {
            ++findings;
            if (rows_before != rows) {
                rows_before = rows;
                ++records;
            }
        }
    };
    struct rule_count {
        tally all;
        std::array<tally, severity_tokens.size()> of;
    };

    std::size_t most_details_;
    std::uint64_t rows_ = 0;
    bool truncated_ = false;
    std::vector<finding> details_;
    std::vector<rule_count> by_rule_;
    std::array<std::uint64_t, severity_tokens.size()> by_severity_{};
    std::array<std::uint64_t, severity_tokens.size()> rows_by_worst_{};
};

} // namespace brukerplan
