// What may be about one person although it is no valid number: mistyped numbers and dates of birth.
// It decides what is shown, not what is a fault, and would rather hide too much.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <brukerplan/validation/identity_in_text.hpp>

namespace brukerplan {

namespace detail {

[[nodiscard]] constexpr int pair_at(std::string_view digits, std::size_t at) noexcept {
    return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
}

[[nodiscard]] constexpr bool is_day_and_month(int day, int month) noexcept {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/// A month of birth without what marks the kind of a number (40, 65 or 80 more).
[[nodiscard]] constexpr int plain_month(int month) noexcept {
    return month > 80 ? month - 80 : month > 65 ? month - 65 : month > 40 ? month - 40 : month;
}

/// The digits of a text in runs: a letter, or more than three other characters, end a run.
struct digit_run {
    std::size_t size = 0;
    std::array<char, 12> first{}; ///< at most twelve
    unsigned broken = 0;          ///< bit i: something stands before digit i, for i up to 31

    [[nodiscard]] constexpr std::string_view digits() const noexcept {
        return {first.data(), size < first.size() ? size : first.size()};
    }
};

/// Ten to twelve digits that begin with a day and a month, or make the groups of a DUF number.
/// Other digits may be any reference.
[[nodiscard]] constexpr bool is_like_a_number(const digit_run& run) noexcept {
    if (run.size < 10 || run.size > 12) {
        return false;
    }
    constexpr unsigned duf_groups = (1U << 4U) | (1U << 10U);
    if (run.size == 12 && run.broken == duf_groups) {
        return true;
    }
    const auto digits = run.digits();
    const int day = pair_at(digits, 0);
    return is_day_and_month(day > 40 ? day - 40 : day, plain_month(pair_at(digits, 2)));
}

/// Mappings have been made since 2006, and recipients are at least 16 years old: an earlier year is
/// one of birth. Of two digits, 06 to 30 are years of mappings.
[[nodiscard]] constexpr bool is_birth_year(int year, bool two_digits) noexcept {
    return two_digits ? year < 6 || year > 30 : year >= 1900 && year < 2006;
}

/// Three numbers with a separator between them, or eight digits together.
[[nodiscard]] constexpr bool is_birth_date(std::array<int, 3> parts,
                                           std::array<std::size_t, 3> widths) noexcept {
    if (widths[0] == 4) {
        return widths[1] <= 2 && widths[2] <= 2 && is_day_and_month(parts[2], parts[1]) &&
               is_birth_year(parts[0], false);
    }
    return widths[0] <= 2 && widths[1] <= 2 && (widths[2] == 2 || widths[2] == 4) &&
           is_day_and_month(parts[0], parts[1]) && is_birth_year(parts[2], widths[2] == 2);
}

/// Eight digits together, day or year first.
[[nodiscard]] constexpr bool is_birth_date(std::string_view eight) noexcept {
    const int pairs[] = {pair_at(eight, 0), pair_at(eight, 2), pair_at(eight, 4),
                         pair_at(eight, 6)};
    return is_birth_date({pairs[0], pairs[1], pairs[2] * 100 + pairs[3]}, {2, 2, 4}) ||
           is_birth_date({pairs[0] * 100 + pairs[1], pairs[2], pairs[3]}, {4, 2, 2});
}

[[nodiscard]] constexpr std::string_view leading_digits(std::string_view text) noexcept {
    std::size_t size = 0;
    while (size < text.size() && person_numbers::is_digit(text[size])) {
        ++size;
    }
    return text.substr(0, size);
}

/// A date of birth at the start of a text that is not preceded by a digit.
[[nodiscard]] constexpr bool begins_with_birth_date(std::string_view text) noexcept {
    std::array<int, 3> parts{};
    std::array<std::size_t, 3> widths{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto digits = leading_digits(text);
        if (i == 0 && digits.size() == 8 && is_birth_date(digits)) {
            return true;
        }
        if (digits.empty() || digits.size() > 4) {
            return false;
        }
        widths[i] = digits.size();
        for (const char c : digits) {
            parts[i] = parts[i] * 10 + (c - '0');
        }
        text.remove_prefix(digits.size());
        if (i + 1 < parts.size()) {
            std::size_t between = 0; // "15. 7. 1986"
            while (between < 2 && between < text.size() &&
                   std::string_view{".-/ "}.find(text[between]) != std::string_view::npos) {
                ++between;
            }
            if (between == 0) {
                return false;
            }
            text.remove_prefix(between);
        }
    }
    return is_birth_date(parts, widths);
}

/// Fewer than the shortest date has. Full-width digits begin with the byte EF.
[[nodiscard]] constexpr bool has_few_digits(std::string_view text) noexcept {
    std::size_t digits = 0;
    for (const char c : text) {
        digits += person_numbers::is_digit(c) || c == '\xEF' ? 1 : 0;
    }
    return digits < 4;
}

} // namespace detail

/// Whether a text may hold a number of somebody's with a wrong, missing or added digit.
[[nodiscard]] constexpr bool may_hold_mistyped_number(std::string_view text) noexcept {
    detail::digit_reader digits{text};
    detail::digit_run run;
    std::size_t before = text.size();
    for (;;) {
        const char c = digits.next();
        const auto rest = digits.rest();
        if (c == detail::digit_reader::gap || c == detail::digit_reader::end) {
            if (detail::is_like_a_number(run)) {
                return true;
            }
            if (c == detail::digit_reader::end) {
                return false;
            }
            run = {};
        } else {
            const auto taken = before - rest; // a full-width digit has three bytes
            if (taken != 1 && taken != 3 && run.size > 0 && run.size < 32) {
                run.broken |= 1U << run.size;
            }
            if (run.size < run.first.size()) {
                run.first[run.size] = c;
            }
            ++run.size;
        }
        before = rest;
    }
}

/// Whether a text holds a date that may be one of birth.
[[nodiscard]] constexpr bool may_hold_birth_date(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = detail::person_numbers::is_digit(text[i]) &&
                            (i == 0 || !detail::person_numbers::is_digit(text[i - 1]));
        if (begins && detail::begins_with_birth_date(text.substr(i))) {
            return true;
        }
    }
    return false;
}

/// Whether a text holds the date with which a national number begins, right or wrong: `ddmmyy` or
/// with the whole year, in either order.
[[nodiscard]] constexpr bool holds_birth_date_of(std::string_view text,
                                                 std::string_view number) noexcept {
    std::array<char, 6> date{};
    std::size_t size = 0;
    detail::digit_reader digits{number};
    for (char c = digits.next(); c != detail::digit_reader::end && size < date.size();
         c = digits.next()) {
        if (c != detail::digit_reader::gap) {
            date[size++] = c;
        }
    }
    if (size < date.size()) {
        return false;
    }
    const std::string_view written{date.data(), date.size()};
    int day = detail::pair_at(written, 0);
    day = day > 40 ? day - 40 : day;
    const int month = detail::plain_month(detail::pair_at(written, 2));
    if (!detail::is_day_and_month(day, month)) {
        return false;
    }
    const auto two = [](std::array<char, 8>& to, std::size_t at, int value) {
        to[at] = static_cast<char>('0' + value / 10);
        to[at + 1] = static_cast<char>('0' + value % 10);
    };
    const int year = detail::pair_at(written, 4);
    std::array<char, 8> form{};
    two(form, 0, day);
    two(form, 2, month);
    two(form, 4, year);
    if (holds_digits_of(text, {form.data(), 6})) {
        return true;
    }
    for (const int century : {19, 20}) {
        two(form, 0, day);
        two(form, 2, month);
        two(form, 4, century);
        two(form, 6, year);
        if (holds_digits_of(text, {form.data(), 8})) {
            return true;
        }
        two(form, 0, century);
        two(form, 2, year);
        two(form, 4, month);
        two(form, 6, day);
        if (holds_digits_of(text, {form.data(), 8})) {
            return true;
        }
    }
    return false;
}

/// Whether a text is a UUID (RFC 9562), in which digits stand by chance.
[[nodiscard]] constexpr bool is_uuid(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool hexadecimal =
            detail::person_numbers::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? c != '-' : !hexadecimal) {
            return false;
        }
    }
    return text.size() == 36;
}

/// Whether a text may say who somebody is by a number or a date. A name alone cannot be told from
/// the name of a unit.
[[nodiscard]] constexpr bool may_identify_somebody(std::string_view text) noexcept {
    if (detail::has_few_digits(text)) {
        return false;
    }
    return may_hold_identity(text) ||
           (!is_uuid(text) && (may_hold_mistyped_number(text) || may_hold_birth_date(text)));
}

/// Whether a text holds the digits, or the date of birth, of the record's own number, right or
/// wrong.
[[nodiscard]] constexpr bool identifies_owner(std::string_view text,
                                              std::string_view own_number) noexcept {
    return !detail::has_few_digits(text) &&
           (holds_digits_of(text, own_number) || holds_birth_date_of(text, own_number));
}

[[nodiscard]] constexpr bool may_identify(std::string_view text,
                                          std::string_view own_number = {}) noexcept {
    return may_identify_somebody(text) || identifies_owner(text, own_number);
}

} // namespace brukerplan
