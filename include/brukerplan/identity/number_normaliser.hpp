// Person numbers as people write them, brought to the digits that the strict parsers read. What was
// taken away is reported; nothing is ever added, so a lost leading zero stays lost.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <brukerplan/model/expected.hpp>

namespace brukerplan {

/// What a normaliser took away.
struct number_changes {
    bool surrounding_blanks = false;
    bool space = false;                 // U+0020 between groups
    bool no_break_space = false;        // U+00A0 between groups
    bool narrow_no_break_space = false; // U+202F between groups
    bool hyphen = false;                // U+002D between groups

    [[nodiscard]] constexpr bool any() const noexcept {
        return surrounding_blanks || space || no_break_space || narrow_no_break_space || hyphen;
    }
    friend constexpr bool operator==(const number_changes&,
                                     const number_changes&) noexcept = default;
};

enum class normalise_reason : std::uint8_t {
    empty = 0,                // nothing but blanks
    unexpected_character = 1, // neither a digit nor a separator
    misplaced_separator = 2,  // a separator where no group of the number ends
    too_long = 3,             // more digits than any number has
};

inline constexpr std::array<std::string_view, 4> normalise_reason_tokens{
    "empty", "unexpected_character", "misplaced_separator", "too_long"};

[[nodiscard]] constexpr std::string_view token_of(normalise_reason reason) noexcept {
    return normalise_reason_tokens[static_cast<std::size_t>(reason)];
}

struct normalise_error {
    normalise_reason reason;
    /// Byte of the text, from 0, at which it happened.
    std::size_t position;

    friend constexpr bool operator==(const normalise_error&,
                                     const normalise_error&) noexcept = default;
};

/// One to twelve digits, and what was taken away to get them. Like `national_id` it is not printed
/// by accident.
class normalised_number {
public:
    /// Valid as long as this object.
    [[nodiscard]] constexpr std::string_view reveal_digits() const noexcept {
        return {digits_.data(), size_};
    }
    [[nodiscard]] constexpr const number_changes& changes() const noexcept { return changes_; }

private:
    friend constexpr expected<normalised_number, normalise_error>
    normalise_groups(std::string_view text, std::span<const std::uint8_t> digits_after) noexcept;

    static constexpr std::size_t capacity = 12;
    std::array<char, capacity> digits_{};
    std::uint8_t size_ = 0;
    number_changes changes_;
};

/// Reads digits in groups. A single separator may stand where as many digits follow as one of
/// `digits_after` says. The text is UTF-8; blanks around it may be any of space, tab, line ends,
/// U+00A0 and U+202F.
[[nodiscard]] constexpr expected<normalised_number, normalise_error>
normalise_groups(std::string_view text, std::span<const std::uint8_t> digits_after) noexcept;

/// `ddmmyy iiikk` and the like: one separator before the last five digits. The result may hold
/// fewer or more than eleven digits; the parser says what is wrong with it.
[[nodiscard]] constexpr expected<normalised_number, normalise_error>
normalise_national_number(std::string_view text) noexcept {
    constexpr std::array<std::uint8_t, 1> digits_after{5};
    return normalise_groups(text, digits_after);
}

/// `yyyy nnnnnn kk` and the like.
[[nodiscard]] constexpr expected<normalised_number, normalise_error>
normalise_duf_number(std::string_view text) noexcept {
    constexpr std::array<std::uint8_t, 2> digits_after{8, 2};
    return normalise_groups(text, digits_after);
}

namespace detail::person_numbers {

enum class separator : std::uint8_t {
    none,
    space,
    no_break_space,
    narrow_no_break_space,
    hyphen,
    other_blank
};

struct separator_at {
    separator kind = separator::none;
    std::size_t size = 0; // in bytes
};

inline constexpr std::string_view no_break_space_utf8 = "\xC2\xA0";
inline constexpr std::string_view narrow_no_break_space_utf8 = "\xE2\x80\xAF";

/// The separator at the start of a text.
[[nodiscard]] constexpr separator_at separator_in_front(std::string_view text) noexcept {
    if (text.empty()) {
        return {};
    }
    switch (text.front()) {
    case ' ':
        return {separator::space, 1};
    case '-':
        return {separator::hyphen, 1};
    case '\t':
    case '\n':
    case '\r':
        return {separator::other_blank, 1};
    default:
        break;
    }
    if (text.starts_with(no_break_space_utf8)) {
        return {separator::no_break_space, no_break_space_utf8.size()};
    }
    if (text.starts_with(narrow_no_break_space_utf8)) {
        return {separator::narrow_no_break_space, narrow_no_break_space_utf8.size()};
    }
    return {};
}

/// Bytes of blanks at the start of a text. A hyphen is no blank.
[[nodiscard]] constexpr std::size_t blanks_in_front(std::string_view text) noexcept {
    std::size_t size = 0;
    while (true) {
        const separator_at found = separator_in_front(text.substr(size));
        if (found.kind == separator::none || found.kind == separator::hyphen) {
            return size;
        }
        size += found.size;
    }
}

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr std::size_t digits_in(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char c : text) {
        count += is_digit(c) ? 1U : 0U;
    }
    return count;
}

constexpr void note(number_changes& changes, separator kind) noexcept {
    changes.space = changes.space || kind == separator::space;
    changes.hyphen = changes.hyphen || kind == separator::hyphen;
    changes.no_break_space = changes.no_break_space || kind == separator::no_break_space;
    changes.narrow_no_break_space =
        changes.narrow_no_break_space || kind == separator::narrow_no_break_space;
}

} // namespace detail::person_numbers

constexpr expected<normalised_number, normalise_error>
normalise_groups(std::string_view text, std::span<const std::uint8_t> digits_after) noexcept {
    using detail::person_numbers::separator;
    normalised_number number;
    std::size_t at = detail::person_numbers::blanks_in_front(text);
    number.changes_.surrounding_blanks = at != 0;
    bool after_digit = false;
    while (at < text.size()) {
        if (detail::person_numbers::is_digit(text[at])) {
            if (number.size_ == normalised_number::capacity) {
                return unexpected{normalise_error{normalise_reason::too_long, at}};
            }
            number.digits_[number.size_++] = text[at++];
            after_digit = true;
            continue;
        }
        const std::string_view rest = text.substr(at);
        const detail::person_numbers::separator_at found =
            detail::person_numbers::separator_in_front(rest);
        if (found.kind == separator::none) {
            return unexpected{normalise_error{normalise_reason::unexpected_character, at}};
        }
        if (number.size_ != 0 && detail::person_numbers::blanks_in_front(rest) == rest.size() &&
            after_digit) {
            number.changes_.surrounding_blanks = true;
            break;
        }
        bool group_ends = false;
        for (const std::uint8_t digits : digits_after) {
            group_ends = group_ends || detail::person_numbers::digits_in(rest) == digits;
        }
        if (!group_ends || !after_digit || found.kind == separator::other_blank) {
            return unexpected{normalise_error{normalise_reason::misplaced_separator, at}};
        }
        detail::person_numbers::note(number.changes_, found.kind);
        at += found.size;
        after_digit = false;
    }
    if (number.size_ == 0) {
        return unexpected{normalise_error{normalise_reason::empty, 0}};
    }
    return number;
}

} // namespace brukerplan
