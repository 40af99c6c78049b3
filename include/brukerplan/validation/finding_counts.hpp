// How many findings an input has, by severity, rule, field and unit: exact, whatever is kept of the
// findings themselves. Counts add: those of the parts of an input are those of the whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/model/finding.hpp>
#include <brukerplan/model/severity.hpp>

namespace brukerplan {

/// One count a severity, by its number.
using severity_counts = std::array<std::uint64_t, severity_tokens.size()>;

[[nodiscard]] constexpr std::uint64_t total(const severity_counts& counts) noexcept {
    std::uint64_t sum = 0;
    for (const auto count : counts) {
        sum += count;
    }
    return sum;
}

/// What the rows of one unit amount to.
struct unit_counts {
    enum class kind : std::uint8_t {
        named,
        unnamed, ///< rows that name no unit
        masked,  ///< rows whose unit may hold somebody's number, together
        others,  ///< units beyond those that are counted apart, together
    };
    kind what = kind::named;
    std::string name;       ///< as it may be shown; empty unless named
    severity_counts rows{}; ///< by the worst finding of the row
    severity_counts findings{};
    std::vector<std::uint64_t> records; ///< by rule: rows with at least one finding; may be shorter
                                        ///< than the pack has rules
};

inline constexpr std::array<std::string_view, 4> unit_kind_tokens{"named", "unnamed", "masked",
                                                                  "others"};

/// Rows in which one rule finds something about one field, at one severity. Row i is bit i % 64 of
/// word i / 64. Borrowed.
struct found_rows {
    std::size_t rule;
    std::size_t field; ///< or `finding::no_field`
    brukerplan::severity severity;
    const std::uint64_t* rows;
};

/// What one rule amounts to.
struct rule_counts {
    std::size_t rule = 0;
    severity_counts findings{};
    severity_counts records_by_severity{}; ///< rows with at least one finding at a severity
    std::uint64_t records = 0;             ///< rows with at least one finding
};

/// All that counts are made of: to be carried elsewhere and added there.
struct finding_count_parts {
    severity_counts rows{}; ///< by the worst finding of the row
    severity_counts findings{};
    std::vector<rule_counts> rules;      ///< those that have found something, in their order
    std::vector<severity_counts> fields; ///< by field; may be shorter than the pack has fields
    std::vector<unit_counts> units; ///< named ones in the order of their names, then the others
};

class finding_counts {
public:
    /// More units than these are counted together, so that memory is bounded: 357 municipalities
    /// with a dozen units each are fewer.
    static constexpr std::size_t most_units = 10'000;

    /// Begins a row: what is added until `end_row` is about it.
    void begin_row(unit_counts::kind what, std::string_view unit);
    void add(const finding& f);
    void end_row(severity worst);

    /// The counts of a unit, made if there are none yet: those of `others` when there are too many.
    /// Valid as long as this object.
    unit_counts& unit(unit_counts::kind what, std::string_view name);
    /// Many rows at once, each with its worst finding and the counts of its unit; `found` is in the
    /// order of rules and holds no row twice for a rule and field.
    void add(std::span<const found_rows> found, std::span<const severity> worst,
             std::span<unit_counts* const> units);

    /// Adds the counts of another part of the input, by the same pack.
    void add(const finding_count_parts& other);
    void add(const finding_counts& other) { add(other.parts()); }
    [[nodiscard]] finding_count_parts parts() const;

    [[nodiscard]] std::uint64_t rows() const noexcept { return total(rows_); }
    /// By the worst finding of the row; `none` counts rows without findings.
    [[nodiscard]] const severity_counts& rows_by_worst() const noexcept { return rows_; }
    [[nodiscard]] const severity_counts& findings() const noexcept { return findings_; }
    /// Findings of a rule.
    [[nodiscard]] severity_counts rule_findings(std::size_t rule) const noexcept;
    /// Rows with at least one finding of a rule, at any severity and at each.
    [[nodiscard]] std::uint64_t rule_records(std::size_t rule) const noexcept;
    [[nodiscard]] severity_counts rule_records_by_severity(std::size_t rule) const noexcept;
    /// Findings whose subject is a field.
    [[nodiscard]] severity_counts field_findings(std::size_t field) const noexcept;
    /// Named units in the order of their names, then the others.
    [[nodiscard]] std::vector<unit_counts> units() const;

private:
    struct rule_tally : rule_counts {
        std::uint8_t seen = 0; ///< severities at which it has found something in the current row
    };

    class rows_by_unit;

    rule_tally& tally_of(std::size_t rule);
    [[nodiscard]] const rule_tally* find_tally(std::size_t rule) const noexcept;
    void add_rule(std::span<const found_rows> of_rule, const rows_by_unit& units);

    severity_counts rows_{};
    severity_counts findings_{};
    std::vector<rule_tally> rules_; ///< those that have found something, in their order
    std::vector<severity_counts> fields_;
    std::map<std::string, unit_counts, std::less<>> named_;
    std::array<unit_counts, 3> unnamed_{{{unit_counts::kind::unnamed, {}, {}, {}, {}},
                                         {unit_counts::kind::masked, {}, {}, {}, {}},
                                         {unit_counts::kind::others, {}, {}, {}, {}}}};
    unit_counts* current_ = nullptr;
};

} // namespace brukerplan
