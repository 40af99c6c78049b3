// Free text must not carry a person's number, and whatever leaves the library must not repeat it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <brukerplan/identity/duf_number.hpp>
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

/// Whether a text begins with eleven digits, and no more, of which `is_number` is true. They may
/// stand in the groups in which people write them: day, month, year, individual number.
template <class IsNumber>
[[nodiscard]] constexpr bool begins_with_number(std::string_view text,
                                                IsNumber is_number) noexcept {
    std::array<char, 11> digits{};
    std::size_t together = 0;
    while (together < text.size() && person_numbers::is_digit(text[together])) {
        ++together;
    }
    if (together >= digits.size()) { // no copy, which would have to be waited for
        return together == digits.size() && is_number(text.substr(0, together));
    }
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
    return (text.empty() || !person_numbers::is_digit(text.front())) &&
           is_number(std::string_view{digits.data(), digits.size()});
}

/// Whether a text holds eleven digits in a row of which `is_number` is true.
template <class IsNumber>
[[nodiscard]] constexpr bool holds_number(std::string_view text, IsNumber is_number) noexcept {
    for (std::size_t i = 0; i + 11 <= text.size(); ++i) {
        const bool begins =
            person_numbers::is_digit(text[i]) && (i == 0 || !person_numbers::is_digit(text[i - 1]));
        if (begins && begins_with_number(text.substr(i), is_number)) {
            return true;
        }
    }
    return false;
}

/// For numbers that someone may have, of whatever kind.
[[nodiscard]] constexpr national_id_policy any_number() noexcept {
    auto anything = national_id_policy::every_kind();
    anything.dates = date_check::lenient;
    return anything;
}

} // namespace detail

/// Whether a text holds eleven digits in a row that are a national number of any kind, real or
/// synthetic, under any policy.
[[nodiscard]] constexpr bool holds_national_number(std::string_view text) noexcept {
    return detail::holds_number(text, [](std::string_view eleven) {
        return parse_national_id(eleven, detail::any_number()).has_value();
    });
}

namespace detail {

/// The digits of a text in order, ASCII or full width (U+FF10 to U+FF19), however they are
/// separated; a letter, or more than three other characters, stand as `gap`.
class digit_reader {
public:
    static constexpr char gap = ' ';
    static constexpr char end = '\0';

    constexpr explicit digit_reader(std::string_view text) noexcept : text_(text) {}

    /// The next digit, a gap, or the end.
    constexpr char next() noexcept {
        for (int skipped = 0; !text_.empty(); ++skipped) {
            const char c = text_.front();
            if (person_numbers::is_digit(c)) {
                text_.remove_prefix(1);
                return c;
            }
            if (text_.size() > 2 && text_.starts_with("\xEF\xBC") &&
                static_cast<unsigned char>(text_[2] - '\x90') < 10) {
                const char digit = static_cast<char>('0' + (text_[2] - '\x90'));
                text_.remove_prefix(3);
                return digit;
            }
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            // The other bytes of a character of several count with its first.
            do {
                text_.remove_prefix(1);
            } while (!text_.empty() &&
                     (static_cast<unsigned char>(text_.front()) & 0xC0U) == 0x80U);
            if (letter || skipped == 3) {
                return gap;
            }
        }
        return end;
    }

    /// Bytes that have not been read yet.
    [[nodiscard]] constexpr std::size_t rest() const noexcept { return text_.size(); }

private:
    std::string_view text_;
};

/// The last digits read, at most twelve.
class digit_window {
public:
    constexpr void add(char digit) noexcept {
        if (size_ == digits_.size()) {
            for (std::size_t i = 1; i < digits_.size(); ++i) {
                digits_[i - 1] = digits_[i];
            }
            --size_;
        }
        digits_[size_++] = digit;
    }
    constexpr void clear() noexcept { size_ = 0; }
    /// The last `count` digits; empty when there are not that many.
    [[nodiscard]] constexpr std::string_view last(std::size_t count) const noexcept {
        return size_ < count ? std::string_view{}
                             : std::string_view{digits_.data() + (size_ - count), count};
    }

private:
    std::array<char, 12> digits_{};
    std::size_t size_ = 0;
};

[[nodiscard]] constexpr bool is_number_of_someone(const digit_window& window) noexcept {
    const auto anything = any_number();
    const auto eleven = window.last(11);
    if (!eleven.empty() && parse_national_id(eleven, anything).has_value()) {
        return true;
    }
    const auto ten = window.last(10); // a spreadsheet took the zero in front
    if (!ten.empty() &&
        parse_national_id(ten, anything).error().reason == national_id_reason::lost_leading_zero) {
        return true;
    }
    const auto duf = parse_duf_number(window.last(12));
    return duf.has_value() && duf->control_digits_fit();
}

} // namespace detail

/// Whether a text may hold somebody's number in any spelling: with any separators, inside a longer
/// row of digits, without its leading zero, or a DUF number. Sees more than
/// `holds_national_number`, and is wrong more often: it decides what is not shown, not what is a
/// fault.
[[nodiscard]] constexpr bool may_hold_identity(std::string_view text) noexcept {
    detail::digit_reader digits{text};
    detail::digit_window window;
    for (char c = digits.next(); c != detail::digit_reader::end; c = digits.next()) {
        if (c == detail::digit_reader::gap) {
            window.clear();
            continue;
        }
        window.add(c);
        if (detail::is_number_of_someone(window)) {
            return true;
        }
    }
    return false;
}

/// Whether a text holds the digits of another one that has at least six: the record's own number,
/// right or wrong.
[[nodiscard]] constexpr bool holds_digits_of(std::string_view text,
                                             std::string_view other) noexcept {
    const auto next_digit = [](detail::digit_reader& digits) {
        char c = digits.next();
        while (c == detail::digit_reader::gap) {
            c = digits.next();
        }
        return c;
    };
    std::array<char, 12> wanted{};
    std::size_t size = 0;
    detail::digit_reader others{other};
    for (char c = next_digit(others); c != detail::digit_reader::end; c = next_digit(others)) {
        if (size == wanted.size()) {
            return false; // no number has as many
        }
        wanted[size++] = c;
    }
    if (size < 6) {
        return false;
    }
    std::array<char, 12> seen{};
    std::size_t count = 0;
    detail::digit_reader digits{text};
    for (char c = next_digit(digits); c != detail::digit_reader::end; c = next_digit(digits)) {
        if (count == size) {
            for (std::size_t i = 1; i < size; ++i) {
                seen[i - 1] = seen[i];
            }
            --count;
        }
        seen[count++] = c;
        if (count == size && seen == wanted) {
            return true;
        }
    }
    return false;
}

} // namespace brukerplan
