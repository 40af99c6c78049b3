// Rules as a pack states them: instances of a closed set of kinds. docs/pack-format.md says when
// each kind fires and what its parameters mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/severity.hpp>

namespace brukerplan {

enum class rule_kind : std::uint8_t {
    row,
    readable,
    in_list,
    alone,
    required,
    required_any,
    required_when,
    range,
    national_number,
    agrees_with_number,
    identity_in_text,
    date_in_year,
    date_in_period,
    not_after_reference,
    municipality_valid,
    district_of,
    district_expected,
    assessed,
    sum_at_most,
    conflict,
    implies,
    not_asked,
    product_at_most,
    person,
};

inline constexpr std::array<std::string_view, 24> rule_kind_names{"row",
                                                                  "readable",
                                                                  "in_list",
                                                                  "alone",
                                                                  "required",
                                                                  "required_any",
                                                                  "required_when",
                                                                  "range",
                                                                  "national_number",
                                                                  "agrees_with_number",
                                                                  "identity_in_text",
                                                                  "date_in_year",
                                                                  "date_in_period",
                                                                  "not_after_reference",
                                                                  "municipality_valid",
                                                                  "district_of",
                                                                  "district_expected",
                                                                  "assessed",
                                                                  "sum_at_most",
                                                                  "conflict",
                                                                  "implies",
                                                                  "not_asked",
                                                                  "product_at_most",
                                                                  "person"};

/// Kinds whose fields are each checked by themselves: the others are not related to a finding. Of
/// rules of kind `person` their check decides: ask of the rule.
[[nodiscard]] constexpr bool checks_each(rule_kind kind) noexcept {
    switch (kind) {
    case rule_kind::readable:
    case rule_kind::in_list:
    case rule_kind::alone:
    case rule_kind::required:
    case rule_kind::range:
    case rule_kind::identity_in_text:
    case rule_kind::not_asked:
        return true;
    default:
        return false;
    }
}

/// What a `national_number` rule looks at.
enum class number_check : std::uint8_t { valid, leading_zero, test_policy, local_kind, new_rule };

inline constexpr std::array<std::string_view, 5> number_check_tokens{
    "valid", "leading_zero", "test_policy", "local_kind", "new_rule"};

/// What an `assessed` rule looks at: no domain assessed, some but not all, all of one colour.
enum class assessed_check : std::uint8_t { none, some, uniform };

inline constexpr std::array<std::string_view, 3> assessed_check_tokens{"none", "some", "uniform"};

/// What a `person` rule looks at in the rows of a person whom several units registered: a field
/// with different known values, a rating that is green and red, different categories, the same unit
/// twice, and somebody else of the same birth date and sex under another kind of number.
enum class person_check : std::uint8_t { differs, opposite, category, same_unit, other_number };

inline constexpr std::array<std::string_view, 5> person_check_tokens{
    "differs", "opposite", "category", "same_unit", "other_number"};

/// What is wrong with a row in a `row` rule, by `row_fault`.
inline constexpr std::array<std::string_view, 5> row_fault_tokens{"", "cells", "quote", "encoding",
                                                                  "json"};

/// What an atom reads: a field of the pack, or something derived from the record.
enum class atom_source : std::uint8_t { field, age, age_basis, children };

enum class atom_test : std::uint8_t { is, is_not, has_any, has_none, between };

/// One test of one value. A value that is missing, unknown or unreadable leaves it undecided,
/// unless the atom names that.
struct atom {
    atom_source source = atom_source::field;
    std::size_t field = 0; ///< index in the pack, when `source` is `field`
    atom_test test = atom_test::is;
    std::uint64_t members = 0;         ///< bit i: code i of the field's list
    std::uint8_t alone = 0;            ///< bit i: alone token i of the field's list
    bool missing = false;              ///< an empty cell is among what is named
    bool absent = false;               ///< so is a column that the input does not have
    bool asked = true;                 ///< the pack's year asks the field; else it is absent
    std::uint64_t unknown_members = 0; ///< codes that mean "not known"
    std::uint8_t unknown_alone = 0;
    std::int32_t low = INT32_MIN; ///< of `between`, included
    std::int32_t high = INT32_MAX;
};

/// What must be asked of a validation for the example of a rule to count; else the test policy and
/// no dates.
struct example_options {
    bool test_numbers = true;
    std::optional<date> reference_date;
    std::optional<date> period_first;
    std::optional<date> period_last;

    friend bool operator==(const example_options&, const example_options&) = default;
};

struct rule {
    std::string code; ///< `BP-<area>-<number>`, never reused
    rule_kind kind = rule_kind::conflict;
    brukerplan::severity severity = severity::warning;
    brukerplan::ground ground = ground::ours;
    std::vector<std::size_t> fields; ///< subject first, then related

    row_fault fault = row_fault::none;
    number_check number = number_check::valid;
    assessed_check assessed = assessed_check::none;
    person_check person = person_check::differs;
    std::int32_t minimum = INT32_MIN;
    std::int32_t maximum = INT32_MAX;
    std::int32_t unit = 1;   ///< what bounds and cells are counted in: thousandths of a `decimal`
    bool unreadable = false; ///< a `range` rule that also reports a cell it could not read
    std::int32_t tolerance_days = 0;
    std::int32_t times = 1; ///< of `product_at_most`
    brukerplan::severity severity_within = severity::warning;
    std::vector<std::string> municipalities;
    std::optional<date> on; ///< the day on which codes are valid, where no field tells it
    std::vector<std::vector<atom>> cases; ///< `conflict`; also `when` of the others as one case
    std::vector<atom> then;               ///< `implies`
    std::optional<int> since;             ///< first and last year of packs in which it is in force
    std::optional<int> until;
    /// Cells that, in a good record, make it fire: fields by index, and the words of the cell.
    /// Empty for rules that the cells of one row cannot break.
    std::vector<std::pair<std::size_t, std::string>> example;
    brukerplan::example_options example_options;

    text title;
    text reason;
    text message;
    text action;
};

[[nodiscard]] constexpr bool checks_each(const rule& r) noexcept {
    return checks_each(r.kind) ||
           (r.kind == rule_kind::person &&
            (r.person == person_check::differs || r.person == person_check::opposite));
}

} // namespace brukerplan
