// Why a text is not an accepted national number. No field repeats a digit of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/identity/number_kinds.hpp>

namespace brukerplan {

/// Listed in the order in which they are looked for: the first that holds is the one reported.
/// So a number with an impossible date says so even if its control digits fail as well, and a
/// refused synthetic number is one whose control digits are right.
enum class national_id_reason : std::uint8_t {
    none = 0,                               // accepted; never in a `national_id_error`
    length = 1,                             // not eleven bytes
    lost_leading_zero = 2,                  // ten digits that are a number with a zero in front
    not_a_digit = 3,                        // a byte that is not 0 to 9
    impossible_date = 4,                    // no such day in any year the digits can mean
    reserved_month = 5,                     // a month that no kind of number uses
    both_control_digits = 6,                // neither control digit fits
    first_control_digit = 7,                // the second fits, the first does not
    second_control_digit = 8,               // the first fits, the second does not
    kind_not_allowed = 9,                   // a right number of a kind the policy refuses
    synthetic_not_allowed = 10,             // a right test number, and the policy refuses those
    individual_number_without_century = 11, // no series gives this individual number that year
    birth_after_reference_date = 12,        // every possible birth date lies after that date
    ambiguous = 13, // several kinds or birth years, and the policy wants one
};

inline constexpr std::size_t national_id_reason_count = 14;

/// Frozen tokens in the order of the enumeration.
inline constexpr std::array<std::string_view, national_id_reason_count> national_id_reason_tokens{
    "none",
    "length",
    "lost_leading_zero",
    "not_a_digit",
    "impossible_date",
    "reserved_month",
    "both_control_digits",
    "first_control_digit",
    "second_control_digit",
    "kind_not_allowed",
    "synthetic_not_allowed",
    "individual_number_without_century",
    "birth_after_reference_date",
    "ambiguous"};

[[nodiscard]] constexpr std::string_view token_of(national_id_reason reason) noexcept {
    return national_id_reason_tokens[static_cast<std::size_t>(reason)];
}

/// Where in a number a fault lies: the index from 0 of the first digit of the field at fault.
namespace national_id_position {
inline constexpr std::int8_t none = -1;
inline constexpr std::int8_t day = 0;
inline constexpr std::int8_t month = 2;
inline constexpr std::int8_t year = 4;
inline constexpr std::int8_t individual_number = 6;
inline constexpr std::int8_t first_control_digit = 9;
inline constexpr std::int8_t second_control_digit = 10;
} // namespace national_id_position

struct national_id_error {
    national_id_reason reason = national_id_reason::none;
    /// Index from 0 of the digit (or first digit of the field) at fault, -1 where there is none.
    std::int8_t position = national_id_position::none;
    /// What the number is, when that is why it is refused (`kind_not_allowed`,
    /// `synthetic_not_allowed`); else empty.
    number_kinds kinds;

    friend constexpr bool operator==(const national_id_error&,
                                     const national_id_error&) noexcept = default;
};

} // namespace brukerplan
