// Findings, their counts and scores as Arrow columns with the frozen names.
//
// | findings | |
// |---|---|
// | `code severity message action pack` | dictionary<int32, utf8> |
// | `unit field` | dictionary<int32, utf8>, null where there is none |
// | `record` | int64 |
// | `row_ref` | large_utf8, null where there is none |
// | `related` | list<utf8> |
// | `params` | large_utf8, a JSON object |
//
// | counts of findings by rule | |
// |---|---|
// | `code` | utf8 |
// | `fatal error warning info findings records` | int64 |
//
// | scores | |
// |---|---|
// | `row_ref` | large_utf8, null where there is none |
// | `points` | int32, null where there is no class |
// | `class scheme` | dictionary<int32, utf8> |
// | `answered` | int8 |
// | `reason` | dictionary<int32, utf8>, null where there is a class |
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/model/severity.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/validation/finding_counts.hpp>

#include "write/arrow_array.hpp"

namespace brukerplan::detail {

[[nodiscard]] arrow_node finding_columns_of(std::span<const finding> findings,
                                            const pack& instrument, std::string_view language);

/// A row for each rule that found something, in the order of the pack.
[[nodiscard]] arrow_node summary_columns_of(const finding_counts& counts, const pack& instrument);

/// The worst severity of each row: int8, named `severity`.
[[nodiscard]] arrow_node severities_of(std::span<const std::int8_t> worst);

/// Scores row by row.
class scores_in_columns {
public:
    explicit scores_in_columns(const scheme& by)
        : scheme_id_(by.id()), points_wanted_(by.has_points()) {}

    /// `row_ref` must be fit to be shown; empty for none.
    void add(std::string_view row_ref, const score& s);
    [[nodiscard]] arrow_node finish() &&;

private:
    std::string scheme_id_;
    bool points_wanted_;
    string_column<std::int64_t> row_refs_;
    number_column<std::int32_t> points_;
    dictionary_column classes_;
    number_column<std::int8_t> answered_;
    dictionary_column schemes_;
    dictionary_column reasons_;
    std::size_t rows_ = 0;
};

} // namespace brukerplan::detail
