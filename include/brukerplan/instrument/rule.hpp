// Rules as a pack states them: instances of a closed set of kinds. docs/pack-format.md says when
// each kind fires and what its parameters mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/column_table.hpp>
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
};

inline constexpr std::array<std::string_view, 21> rule_kind_names{"row",
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
                                                                  "implies"};

/// What a `national_number` rule looks at.
enum class number_check : std::uint8_t { valid, leading_zero, test_policy, local_kind, new_rule };

/// What an `assessed` rule looks at: no domain assessed, some but not all, all of one colour.
enum class assessed_check : std::uint8_t { none, some, uniform };

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
    std::uint64_t unknown_members = 0; ///< codes that mean "not known"
    std::uint8_t unknown_alone = 0;
    std::int32_t low = INT32_MIN; ///< of `between`, included
    std::int32_t high = INT32_MAX;
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
    std::int32_t minimum = INT32_MIN;
    std::int32_t maximum = INT32_MAX;
    bool unreadable = false; ///< a `range` rule that also reports a cell it could not read
    std::int32_t tolerance_days = 0;
    brukerplan::severity severity_within = severity::warning;
    std::vector<std::string> municipalities;
    std::vector<std::vector<atom>> cases; ///< `conflict`; also `when` of the others as one case
    std::vector<atom> then;               ///< `implies`

    text title;
    text reason;
    text message;
    text action;
};

} // namespace brukerplan
