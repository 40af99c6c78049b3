// Findings of a whole input: exact counts always, details up to a bound that the caller sets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/finding_counts.hpp>

namespace brukerplan {

class finding_log {
public:
    static constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

    /// `most_details`: how many findings are kept whole; the others are only counted.
    explicit finding_log(std::size_t most_details = unbounded) : most_details_(most_details) {}

    /// Begins a row of a unit; `end_row` ends it. What is added between is about it.
    void begin_row(unit_counts::kind what, std::string_view unit) { counts_.begin_row(what, unit); }
    void add(finding f) {
        counts_.add(f);
        if (room()) {
            keep(std::move(f));
        } else {
            note_truncated();
        }
    }
    void end_row(severity worst) { counts_.end_row(worst); }

    /// The counts, for adding many rows at once. Their details, in the order of rows, then rules,
    /// go to `keep` as long as there is `room`; the rest is told by `note_truncated`.
    [[nodiscard]] finding_counts& counts() noexcept { return counts_; }
    [[nodiscard]] bool room() const noexcept { return details_.size() < most_details_; }
    void keep(finding f) { details_.push_back(std::move(f)); }
    void note_truncated() noexcept { truncated_ = true; }

    /// Adds what was found in rows that come after those of this log, by the same pack. Their
    /// details are kept as far as there is room, with records counted from the beginning.
    void append(const finding_count_parts& counts, std::vector<finding> details, bool truncated) {
        const auto rows_before = rows();
        counts_.add(counts);
        if (truncated_) {
            return; // what is kept are the first ones, without a gap
        }
        truncated_ = truncated;
        for (auto& detail : details) {
            if (!room()) {
                note_truncated();
                break;
            }
            detail.record += rows_before;
            if (detail.row_ref_hidden) {
                detail.row_ref = std::to_string(detail.record);
            }
            if (detail.unit_hidden) {
                detail.unit = std::to_string(detail.record);
            }
            keep(std::move(detail));
        }
    }

    [[nodiscard]] std::size_t most_details() const noexcept { return most_details_; }
    [[nodiscard]] const std::vector<finding>& details() const noexcept { return details_; }
    /// Hands the details over and forgets them; the counts stay. For inputs that are read in
    /// batches.
    [[nodiscard]] std::vector<finding> take_details() noexcept {
        return std::exchange(details_, {});
    }
    /// True when there are more findings than `details()` holds. The counts are exact all the same.
    [[nodiscard]] bool truncated() const noexcept { return truncated_; }

    [[nodiscard]] const finding_counts& counts() const noexcept { return counts_; }
    [[nodiscard]] std::uint64_t findings(std::size_t rule) const noexcept {
        return total(counts_.rule_findings(rule));
    }
    /// Number of records with at least one finding of a rule.
    [[nodiscard]] std::uint64_t records(std::size_t rule) const noexcept {
        return counts_.rule_records(rule);
    }
    /// The same for one severity: a rule may judge records differently.
    [[nodiscard]] std::uint64_t records(std::size_t rule, severity s) const noexcept {
        return counts_.rule_records_by_severity(rule)[static_cast<std::size_t>(s)];
    }
    [[nodiscard]] std::uint64_t findings(severity s) const noexcept {
        return counts_.findings()[static_cast<std::size_t>(s)];
    }
    [[nodiscard]] std::uint64_t rows(severity worst) const noexcept {
        return counts_.rows_by_worst()[static_cast<std::size_t>(worst)];
    }
    [[nodiscard]] std::uint64_t rows() const noexcept { return counts_.rows(); }
    /// Rows that cannot be used as they stand.
    [[nodiscard]] std::uint64_t rows_with_errors() const noexcept {
        return rows(severity::error) + rows(severity::fatal);
    }
    [[nodiscard]] bool has_errors() const noexcept {
        return findings(severity::error) + findings(severity::fatal) > 0;
    }

private:
    std::size_t most_details_;
    bool truncated_ = false;
    std::vector<finding> details_;
    finding_counts counts_;
};

} // namespace brukerplan
