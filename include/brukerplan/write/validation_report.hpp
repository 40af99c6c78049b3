// The validation report: what was found in an input, as one versioned JSON text.
// docs/validation-report.md describes it; the report library renders it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/read/ndjson.hpp>
#include <brukerplan/validation/finding_counts.hpp>
#include <brukerplan/validation/finding_examples.hpp>
#include <brukerplan/validation/options.hpp>

namespace brukerplan {

/// How an input was understood, without its name. The views are of literals.
struct understood_input {
    std::string_view format; ///< `csv` or `ndjson`
    std::string_view charset;
    std::string_view separator;       ///< `semicolon`, `comma` or `tab`; empty where there is none
    std::string_view header_language; ///< empty where there is no header
    bool byte_order_mark = false;
    bool decimal_comma = false;
    std::vector<std::size_t> unknown_columns; ///< positions from 1
    std::uint64_t unknown_keys = 0;
};

[[nodiscard]] understood_input understood(const csv_dialect& dialect);
[[nodiscard]] understood_input understood(const ndjson_dialect& dialect);

/// How many units a validation report tells apart, and how many rules it names for each.
inline constexpr std::size_t most_units_in_report = 500;
inline constexpr std::size_t most_rules_of_unit = 5;

/// The report of one input, UTF-8: counts, words in every language of the pack, and the findings
/// that `examples` has kept. It names rows and units as findings do; its status is `internal`.
[[nodiscard]] std::string make_validation_report(const finding_counts& counts,
                                                 const finding_examples& examples,
                                                 const pack& instrument,
                                                 const validation_options& options,
                                                 const understood_input& input);

/// What a rule found at one severity.
struct ranked_rule {
    std::size_t rule = 0;
    severity found = severity::none;
    std::uint64_t rows = 0;
    std::uint64_t findings = 0;
};

/// All that was found, the most serious first, then the most frequent, then in the pack's order.
[[nodiscard]] std::vector<ranked_rule> ranked_rules(const finding_counts& counts,
                                                    const pack& instrument);

/// Units with the most rows that cannot be used first, then those with the most findings; rows
/// without a unit of their own come last.
[[nodiscard]] std::vector<unit_counts> ranked_units(const finding_counts& counts);

/// Rules by index that found something in a unit, the most serious first, then the most frequent.
[[nodiscard]] std::vector<std::size_t> ranked_rules_of(const unit_counts& unit,
                                                       const pack& instrument);

} // namespace brukerplan
