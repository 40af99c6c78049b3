// The constants of the C interface as types, so that a class is not taken for a severity. A value
// that has no name here is one of a later version.
#pragma once

#include <cstdint>
#include <string_view>

#include <brukerplan/c/call.hpp>

namespace brukerplan_c {

enum class severity : std::int32_t {
    any = BPLAN_SEVERITY_ANY, ///< in place of one, where findings are counted
    none = BPLAN_SEVERITY_NONE,
    info = BPLAN_SEVERITY_INFO,
    warning = BPLAN_SEVERITY_WARNING,
    error = BPLAN_SEVERITY_ERROR,
    fatal = BPLAN_SEVERITY_FATAL,
};

/// Class of the living-conditions index.
enum class index_class : std::int32_t {
    none = BPLAN_CLASS_NONE,
    green = BPLAN_CLASS_GREEN,
    yellow = BPLAN_CLASS_YELLOW,
    red = BPLAN_CLASS_RED,
    blue_light = BPLAN_CLASS_BLUE_LIGHT,
};

/// Why there is no class.
enum class no_class_reason : std::int32_t {
    has_class = BPLAN_NO_CLASS_HAS_CLASS,
    nothing_assessed = BPLAN_NO_CLASS_NOTHING_ASSESSED,
    too_few_assessed = BPLAN_NO_CLASS_TOO_FEW_ASSESSED,
    below_classes = BPLAN_NO_CLASS_BELOW_CLASSES,
    unreadable = BPLAN_NO_CLASS_UNREADABLE,
    no_rule_holds = BPLAN_NO_CLASS_NO_RULE_HOLDS,
};

/// A bit of a set of kinds; sets are plain numbers, as BPLAN_NUMBER_KINDS_REAL.
enum class number_kind : std::int32_t {
    birth_number = BPLAN_NUMBER_KIND_BIRTH_NUMBER,
    d_number = BPLAN_NUMBER_KIND_D_NUMBER,
    h_number = BPLAN_NUMBER_KIND_H_NUMBER,
    fh_number = BPLAN_NUMBER_KIND_FH_NUMBER,
    tenor = BPLAN_NUMBER_KIND_TENOR,
    nhn = BPLAN_NUMBER_KIND_NHN,
    nav_synthetic = BPLAN_NUMBER_KIND_NAV_SYNTHETIC,
    npid = BPLAN_NUMBER_KIND_NPID,
    duf = BPLAN_NUMBER_KIND_DUF,
    date_only = BPLAN_NUMBER_KIND_DATE_ONLY,
    dummy = BPLAN_NUMBER_KIND_DUMMY,
};

/// Why a number is refused.
enum class number_reason : std::int32_t {
    none = BPLAN_NUMBER_REASON_NONE,
    length = BPLAN_NUMBER_REASON_LENGTH,
    lost_leading_zero = BPLAN_NUMBER_REASON_LOST_LEADING_ZERO,
    not_a_digit = BPLAN_NUMBER_REASON_NOT_A_DIGIT,
    impossible_date = BPLAN_NUMBER_REASON_IMPOSSIBLE_DATE,
    reserved_month = BPLAN_NUMBER_REASON_RESERVED_MONTH,
    both_control_digits = BPLAN_NUMBER_REASON_BOTH_CONTROL_DIGITS,
    first_control_digit = BPLAN_NUMBER_REASON_FIRST_CONTROL_DIGIT,
    second_control_digit = BPLAN_NUMBER_REASON_SECOND_CONTROL_DIGIT,
    kind_not_allowed = BPLAN_NUMBER_REASON_KIND_NOT_ALLOWED,
    synthetic_not_allowed = BPLAN_NUMBER_REASON_SYNTHETIC_NOT_ALLOWED,
    individual_number_without_century = BPLAN_NUMBER_REASON_INDIVIDUAL_NUMBER_WITHOUT_CENTURY,
    birth_after_reference_date = BPLAN_NUMBER_REASON_BIRTH_AFTER_REFERENCE_DATE,
    ambiguous = BPLAN_NUMBER_REASON_AMBIGUOUS,
};

/// Rules of the control digits that a policy accepts.
enum class accepted_rule : std::int32_t {
    rule_1964 = BPLAN_NUMBER_POLICY_1964,
    both = BPLAN_NUMBER_POLICY_BOTH,
    by_date = BPLAN_NUMBER_POLICY_BY_DATE,
};

/// Series that tell the century of a D-number.
enum class d_table : std::int32_t {
    old_table = BPLAN_NUMBER_D_TABLE_OLD,
    new_table = BPLAN_NUMBER_D_TABLE_NEW,
    both = BPLAN_NUMBER_D_TABLE_BOTH,
};

/// Whether the individual number must name a year in which the date exists.
enum class date_check : std::int32_t {
    by_rule = BPLAN_NUMBER_DATES_BY_RULE,
    strict = BPLAN_NUMBER_DATES_STRICT,
    lenient = BPLAN_NUMBER_DATES_LENIENT,
};

/// What a sex or a birth year rests on, from firm to loose.
enum class number_basis : std::int32_t {
    unknown = BPLAN_NUMBER_BASIS_UNKNOWN,
    assigned_before_2032 = BPLAN_NUMBER_BASIS_ASSIGNED_BEFORE_2032,
    if_assigned_before_2032 = BPLAN_NUMBER_BASIS_IF_ASSIGNED_BEFORE_2032,
    convention = BPLAN_NUMBER_BASIS_CONVENTION,
    not_guaranteed = BPLAN_NUMBER_BASIS_NOT_GUARANTEED,
};

enum class sex : std::int32_t {
    unknown = BPLAN_SEX_UNKNOWN,
    female = BPLAN_SEX_FEMALE,
    male = BPLAN_SEX_MALE,
};

/// How a municipality code stands on a date; 0 is the answer of a failed call.
enum class municipality_validity : std::int32_t {
    valid = BPLAN_MUNICIPALITY_VALID,
    not_yet_valid = BPLAN_MUNICIPALITY_NOT_YET_VALID,
    no_longer_valid = BPLAN_MUNICIPALITY_NO_LONGER_VALID,
    unknown_code = BPLAN_MUNICIPALITY_UNKNOWN_CODE,
    malformed_code = BPLAN_MUNICIPALITY_MALFORMED_CODE,
    fictional_code = BPLAN_MUNICIPALITY_FICTIONAL_CODE,
    before_facts = BPLAN_MUNICIPALITY_BEFORE_FACTS,
};

/// On which kind of key a pseudonym rests; 0 is the answer of a failed call.
enum class pseudonym_basis : std::int32_t {
    ephemeral = BPLAN_PSEUDONYM_BASIS_EPHEMERAL,
    caller_linking_key = BPLAN_PSEUDONYM_BASIS_CALLER_LINKING_KEY,
};

enum class unit_kind : std::int32_t {
    named = BPLAN_UNIT_NAMED,
    unnamed = BPLAN_UNIT_UNNAMED,
    masked = BPLAN_UNIT_MASKED,
    others = BPLAN_UNIT_OTHERS,
};

enum class listing : std::int32_t {
    json = BPLAN_LISTING_JSON,
    ndjson = BPLAN_LISTING_NDJSON,
};

// Tokens, as documents have them. They live as long as the library.

[[nodiscard]] inline result<std::string_view> name_of(severity value) noexcept {
    return detail::call<std::string_view>(bplan_severity_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(index_class value) noexcept {
    return detail::call<std::string_view>(bplan_class_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(no_class_reason value) noexcept {
    return detail::call<std::string_view>(bplan_no_class_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(number_kind value) noexcept {
    return detail::call<std::string_view>(bplan_number_kind_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(number_reason value) noexcept {
    return detail::call<std::string_view>(bplan_number_reason_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(sex value) noexcept {
    return detail::call<std::string_view>(bplan_sex_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(municipality_validity value) noexcept {
    return detail::call<std::string_view>(bplan_municipality_validity_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(unit_kind value) noexcept {
    return detail::call<std::string_view>(bplan_unit_kind_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(number_basis value) noexcept {
    return detail::call<std::string_view>(bplan_number_basis_get_name, value);
}
[[nodiscard]] inline result<std::string_view> name_of(pseudonym_basis value) noexcept {
    return detail::call<std::string_view>(bplan_pseudonym_basis_get_name, value);
}
/// Of a rating, BPLAN_RATING_*.
[[nodiscard]] inline result<std::string_view> name_of_rating(std::int32_t rating) noexcept {
    return detail::call<std::string_view>(bplan_rating_get_name, rating);
}
/// Of a domain, from 0.
[[nodiscard]] inline result<std::string_view> name_of_domain(std::int32_t domain) noexcept {
    return detail::call<std::string_view>(bplan_domain_get_name, domain);
}

} // namespace brukerplan_c
