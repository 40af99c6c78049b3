// Free text must not carry a person's number, and whatever leaves the library must not repeat it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/number_normaliser.hpp>

namespace brukerplan {

namespace detail {

/// Bytes of the blank, hyphen or full stop at the start of a text, if a digit follows it.
[[nodiscard]] constexpr std::size_t separator_before_digit(std::string_view text) noexcept {
    const std::size_t size =
        text.starts_with('.') ? 1 : person_numbers::separator_in_front(text).size;
    return size != 0 && size < text.size() && person_numbers::is_digit(text[size]) ? size : 0;
}

/// Whether a text begins with eleven digits, and no more, that someone may have as a number. They
/// may stand in the groups in which people write them: day, month, year, individual number.
[[nodiscard]] constexpr bool begins_with_number(std::string_view text) noexcept {
    std::array<char, 11> digits{};
    for (std::size_t found = 0; found < digits.size(); ++found) {
        if (found == 2 || found == 4 || found == 6 || found == 9) {
            text.remove_prefix(separator_before_digit(text));
        }
        if (text.empty() || !person_numbers::is_digit(text.front())) {
            return false;
        }
        digits[found] = text.front();
        text.remove_prefix(1);
    }
    auto anything = national_id_policy::every_kind();
    anything.dates = date_check::lenient;
    return (text.empty() || !person_numbers::is_digit(text.front())) &&
           parse_national_id({digits.data(), digits.size()}, anything).has_value();
}

} // namespace detail

/// Whether a text holds eleven digits in a row that are a national number of any kind, real or
/// synthetic, under any policy.
[[nodiscard]] constexpr bool holds_national_number(std::string_view text) noexcept {
    for (std::size_t i = 0; i + 11 <= text.size(); ++i) {
        const bool in_number = i > 0 && detail::person_numbers::is_digit(text[i - 1]);
        if (!in_number && detail::begins_with_number(text.substr(i))) {
            return true;
        }
    }
    return false;
}

} // namespace brukerplan
