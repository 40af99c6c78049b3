// What a caller changes about the rules of a pack: other severities, rules that are switched off,
// for all records or for some places, and how many records may break a rule before the input as a
// whole is held to have a fault. docs/validation.md describes the JSON form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/model/expected.hpp>
#include <brukerplan/model/severity.hpp>

namespace brukerplan {

class finding_counts;
struct pack;

struct rule_change {
    std::size_t rule = 0; ///< index in the pack's rules; not of kind `row`
    /// Of all findings of the rule, whatever it would give them: info, warning or error. Nothing:
    /// the rule is switched off.
    std::optional<brukerplan::severity> severity;
    std::string reason;
};

struct area_tuning {
    /// A municipality of four digits, a district of six, or empty: everywhere. It is compared with
    /// what the record says.
    std::string area;
    std::vector<rule_change> changes; ///< at most one a rule
};

/// More than `share` of the rows with findings of the rule are worth a word of their own.
struct threshold {
    std::size_t rule = 0;
    brukerplan::severity severity = brukerplan::severity::warning;
    double share = 0; ///< of all rows, 0 to 1; exceeded when there are more
};

struct tuning {
    std::string id;
    /// Each area once. Of the changes of a rule, that of the district wins over that of the
    /// municipality, and that over what holds everywhere.
    std::vector<area_tuning> areas;
    std::vector<threshold> thresholds; ///< at most one a rule
};

/// Why a profile could not be loaded, and where: `path` is a JSON pointer such as
/// `/changes/0/rule`.
struct tuning_error {
    std::string path;
    std::string message; ///< one line, English
};

/// Reads a profile from JSON text, UTF-8, for the rules of a pack.
[[nodiscard]] expected<tuning, tuning_error> load_tuning(std::string_view json, const pack& of);

/// What is wrong with a tuning for the rules of a pack, in one line of English: a rule that is not
/// there or is of kind `row`, severity `fatal` or `none`, an area that is none, anything twice, a
/// share outside 0 to 1. Nothing when it can be used.
[[nodiscard]] std::optional<std::string> tuning_fault(const tuning& t, const pack& of);

/// The severity of a finding of a rule that would give it `given`, in a record of a place; nothing
/// where the rule is switched off. A place that the record does not name is empty.
[[nodiscard]] std::optional<severity> tuned_severity(const tuning& t, std::size_t rule,
                                                     severity given, std::string_view municipality,
                                                     std::string_view district);

struct exceeded_threshold {
    threshold limit;
    std::uint64_t records; ///< rows with findings of the rule
    std::uint64_t rows;    ///< all rows
};

/// In the order of the tuning's thresholds.
[[nodiscard]] std::vector<exceeded_threshold> exceeded_thresholds(const finding_counts& counts,
                                                                  const tuning& t);

} // namespace brukerplan
