// How what is found of a number is told in numbers.
#pragma once

#include <cstdint>

#include <brukerplan/brukerplan.h>
#include <brukerplan/identity/national_id_content.hpp>
#include <brukerplan/identity/national_id_error.hpp>
#include <brukerplan/model/person.hpp>

namespace brukerplan::capi {

/// The model ends with the unknown sex, the interface begins with it.
[[nodiscard]] constexpr std::int32_t code_of(sex s) noexcept {
    return (static_cast<std::int32_t>(s) + 1) % 3;
}
static_assert(code_of(sex::unknown) == BPLAN_SEX_UNKNOWN &&
              code_of(sex::female) == BPLAN_SEX_FEMALE && code_of(sex::male) == BPLAN_SEX_MALE);

[[nodiscard]] constexpr std::int32_t code_of(control_rules rules) noexcept {
    return (rules.rule_1964 ? BPLAN_NUMBER_RULE_1964 : 0) |
           (rules.rule_2032 ? BPLAN_NUMBER_RULE_2032 : 0);
}

[[nodiscard]] constexpr std::int32_t code_of(national_id_reason reason) noexcept {
    return static_cast<std::int32_t>(reason);
}
static_assert(
    national_id_reason_count == 14 &&
    code_of(national_id_reason::none) == BPLAN_NUMBER_REASON_NONE &&
    code_of(national_id_reason::length) == BPLAN_NUMBER_REASON_LENGTH &&
    code_of(national_id_reason::lost_leading_zero) == BPLAN_NUMBER_REASON_LOST_LEADING_ZERO &&
    code_of(national_id_reason::not_a_digit) == BPLAN_NUMBER_REASON_NOT_A_DIGIT &&
    code_of(national_id_reason::impossible_date) == BPLAN_NUMBER_REASON_IMPOSSIBLE_DATE &&
    code_of(national_id_reason::reserved_month) == BPLAN_NUMBER_REASON_RESERVED_MONTH &&
    code_of(national_id_reason::both_control_digits) == BPLAN_NUMBER_REASON_BOTH_CONTROL_DIGITS &&
    code_of(national_id_reason::first_control_digit) == BPLAN_NUMBER_REASON_FIRST_CONTROL_DIGIT &&
    code_of(national_id_reason::second_control_digit) == BPLAN_NUMBER_REASON_SECOND_CONTROL_DIGIT &&
    code_of(national_id_reason::kind_not_allowed) == BPLAN_NUMBER_REASON_KIND_NOT_ALLOWED &&
    code_of(national_id_reason::synthetic_not_allowed) ==
        BPLAN_NUMBER_REASON_SYNTHETIC_NOT_ALLOWED &&
    code_of(national_id_reason::individual_number_without_century) ==
        BPLAN_NUMBER_REASON_INDIVIDUAL_NUMBER_WITHOUT_CENTURY &&
    code_of(national_id_reason::birth_after_reference_date) ==
        BPLAN_NUMBER_REASON_BIRTH_AFTER_REFERENCE_DATE &&
    code_of(national_id_reason::ambiguous) == BPLAN_NUMBER_REASON_AMBIGUOUS);

[[nodiscard]] constexpr std::int32_t code_of(derivation basis) noexcept {
    return static_cast<std::int32_t>(basis);
}
static_assert(
    derivation_tokens.size() == 5 && code_of(derivation::unknown) == BPLAN_NUMBER_BASIS_UNKNOWN &&
    code_of(derivation::assigned_before_2032) == BPLAN_NUMBER_BASIS_ASSIGNED_BEFORE_2032 &&
    code_of(derivation::if_assigned_before_2032) == BPLAN_NUMBER_BASIS_IF_ASSIGNED_BEFORE_2032 &&
    code_of(derivation::convention) == BPLAN_NUMBER_BASIS_CONVENTION &&
    code_of(derivation::not_guaranteed) == BPLAN_NUMBER_BASIS_NOT_GUARANTEED);

} // namespace brukerplan::capi
