// Free text must not carry a person's number, and whatever leaves the library must not repeat it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <brukerplan/identity/national_id.hpp>

namespace brukerplan {

namespace detail {

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Whether the eleven digits that begin at `at` (single blanks, points or hyphens may stand
/// between) are a number that someone may have. `next` is set behind them.
[[nodiscard]] constexpr bool number_at(std::string_view text, std::size_t at,
                                       std::size_t& next) noexcept {
    std::array<char, 11> digits{};
    std::size_t found = 0;
    std::size_t i = at;
    for (; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            if (found == digits.size()) {
                return false;
            }
            digits[found++] = text[i];
        } else if ((text[i] == ' ' || text[i] == '-' || text[i] == '.') && i + 1 < text.size() &&
                   is_digit(text[i + 1]) && found < digits.size()) {
            continue;
        } else {
            break;
        }
    }
    next = i;
    auto anything = national_id_policy::every_kind();
    anything.dates = date_check::lenient;
    return found == digits.size() &&
           parse_national_id({digits.data(), digits.size()}, anything).has_value();
}

} // namespace detail

/// Whether a text holds eleven digits in a row that are a national number of any kind, real or
/// synthetic, under any policy.
[[nodiscard]] constexpr bool holds_national_number(std::string_view text) noexcept {
    for (std::size_t i = 0; i + 11 <= text.size(); ++i) {
        const bool starts = detail::is_digit(text[i]) && (i == 0 || !detail::is_digit(text[i - 1]));
        std::size_t next = i;
        if (starts && detail::number_at(text, i, next)) {
            return true;
        }
    }
    return false;
}

} // namespace brukerplan
