// Eleven digits that stand in for a number nobody knows: a date of birth followed by 00000, or by
// one of the suffixes Statistics Norway takes in municipal reporting. They have no control digits
// and tell no two people apart, so they are never a person's number.
//
// Sources: 00000 navikt/testnorge (ident-pool); 00100, 00200, 99999 the validator of Statistics
// Norway for child welfare. A few of them satisfy the control rules by chance: ask for a national
// number first, and treat a number that is both as doubtful.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/identity/detail/national_id_facts.hpp>
#include <brukerplan/identity/number_kinds.hpp>

namespace brukerplan {

/// What a placeholder says. The century is unknown.
struct placeholder_number {
    /// `date_only` or `dummy`; with `d_number` where the day carries its mark.
    number_kinds kinds;
    std::uint8_t day;            // 1 to 31, without the mark of a D-number
    std::uint8_t month;          // 1 to 12
    std::uint8_t two_digit_year; // 0 to 99

    friend constexpr bool operator==(const placeholder_number&,
                                     const placeholder_number&) noexcept = default;
};

/// Frozen last five digits of placeholders and what they make of a number.
struct placeholder_suffix {
    std::string_view digits;
    number_kind kind;
};

inline constexpr std::array<placeholder_suffix, 4> placeholder_suffixes{{
    {"00000", number_kind::date_only},
    {"00100", number_kind::dummy},
    {"00200", number_kind::dummy},
    {"99999", number_kind::dummy},
}};

/// Recognises exactly eleven ASCII digits with such a suffix and a date that exists in some
/// century; anything else gives nothing.
[[nodiscard]] constexpr std::optional<placeholder_number>
recognise_placeholder_number(std::string_view text) noexcept {
    if (text.size() != 11) {
        return std::nullopt;
    }
    std::array<unsigned, 3> pairs{};
    for (std::size_t i = 0; i < 6; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        pairs[i / 2] = pairs[i / 2] * 10 + static_cast<unsigned>(text[i] - '0');
    }
    const detail::person_numbers::day_mark mark = detail::person_numbers::mark_of_day(pairs[0]);
    const unsigned month = pairs[1];
    if (mark.common_help || month < 1 || month > 12 ||
        !detail::person_numbers::date_exists_in_some_century(mark.day, month, pairs[2])) {
        return std::nullopt;
    }
    for (const placeholder_suffix& suffix : placeholder_suffixes) {
        if (text.substr(6) == suffix.digits) {
            number_kinds kinds{suffix.kind};
            if (mark.d_number) {
                kinds.insert(number_kind::d_number);
            }
            return placeholder_number{kinds, static_cast<std::uint8_t>(mark.day),
                                      static_cast<std::uint8_t>(month),
                                      static_cast<std::uint8_t>(pairs[2])};
        }
    }
    return std::nullopt;
}

} // namespace brukerplan
