// Norwegian person numbers of eleven digits: what they are, what they say, and how sure that is.
// Works from headers alone, in constant expressions, without allocation, exceptions or a clock.
// What is accepted under which policy, and why: docs/national-numbers.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <brukerplan/identity/detail/national_id_facts.hpp>
#include <brukerplan/identity/detail/national_id_judge.hpp>
#include <brukerplan/identity/national_id_content.hpp>
#include <brukerplan/identity/national_id_error.hpp>
#include <brukerplan/identity/national_id_policy.hpp>
#include <brukerplan/identity/number_kinds.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/expected.hpp>
#include <brukerplan/model/person.hpp>

namespace brukerplan {

class national_id;

/// Reads exactly eleven ASCII digits; blanks, signs, other digits and line ends are refused (see
/// `normalise_national_number` for lenient input). Never fails in another way than by its result.
[[nodiscard]] constexpr expected<national_id, national_id_error>
parse_national_id(std::string_view text, const national_id_policy& policy = {}) noexcept;

/// An accepted number. It is never printed by accident: there is no stream operator, and only
/// `reveal_digits` gives the digits back. A plain value without pointers.
class national_id {
public:
    /// The digits as written: for storing in a record and for pseudonyms, never for a message.
    [[nodiscard]] constexpr std::array<char, 11> reveal_digits() const noexcept { return digits_; }

    /// What the number is. Kinds that hold together (a Tenor D-number is `d_number` and `tenor`)
    /// and kinds that exclude each other but look the same (`h_number` and `nav_synthetic`) both
    /// stand here; of the latter only those the policy accepts.
    [[nodiscard]] constexpr number_kinds kinds() const noexcept { return content_.kinds; }
    /// The same for the digits alone, whatever the policy accepts.
    [[nodiscard]] constexpr number_kinds possible_kinds() const noexcept {
        return content_.possible_kinds;
    }
    /// More than one kind is left that the digits cannot tell apart.
    [[nodiscard]] constexpr bool is_ambiguous_kind() const noexcept {
        return content_.ambiguous_kind;
    }
    /// Made for tests, in every reading the policy accepts.
    [[nodiscard]] constexpr bool is_synthetic() const noexcept { return content_.synthetic; }
    /// Made for tests in at least one reading of the digits, whatever the policy accepts.
    [[nodiscard]] constexpr bool may_be_synthetic() const noexcept {
        return !(content_.possible_kinds & synthetic_number_kinds).empty();
    }
    /// The day carries the mark of a D-number.
    [[nodiscard]] constexpr bool is_d_number() const noexcept {
        return content_.kinds.contains(number_kind::d_number);
    }

    /// Day of birth 1 to 31 without the mark of a D-number; 0 in an FH-number, which has no date.
    [[nodiscard]] constexpr unsigned day() const noexcept { return content_.day; }
    /// Month of birth 1 to 12 without the mark of its kind; 0 in an FH-number, and where two kinds
    /// are left that put different months behind the same digits.
    [[nodiscard]] constexpr unsigned month() const noexcept { return content_.month; }
    /// The last two digits of the birth year; nothing in an FH-number.
    [[nodiscard]] constexpr std::optional<unsigned> two_digit_year() const noexcept;

    /// Birth years the number may mean; empty where the century is unknown. Valid as long as this
    /// object.
    [[nodiscard]] constexpr const birth_year_set& birth_years() const& noexcept {
        return content_.birth_years;
    }
    [[nodiscard]] constexpr birth_year_set birth_years() && noexcept {
        return content_.birth_years;
    }
    /// What the birth years rest on; `unknown` when there are none.
    [[nodiscard]] constexpr derivation birth_year_basis() const noexcept {
        return content_.birth_year_basis;
    }
    /// The birth date, where the number alone makes it certain: one year, from the series the law
    /// lays down, in a number that the policy says was assigned before 2032. Never for D-numbers
    /// (their century is convention and their date may be assumed), H-numbers, FH-numbers and NPID.
    [[nodiscard]] constexpr std::optional<date> certain_birth_date() const noexcept;

    /// `unknown` when only the 2032 rule holds, in an FH-number and in an NPID.
    [[nodiscard]] constexpr brukerplan::sex sex() const noexcept { return content_.sex; }
    [[nodiscard]] constexpr derivation sex_basis() const noexcept { return content_.sex_basis; }

    /// Which rules the control digits satisfy, whichever the policy asked for.
    [[nodiscard]] constexpr control_rules rules() const noexcept { return content_.rules; }

    friend constexpr bool operator==(const national_id& a, const national_id& b) noexcept {
        return a.digits_ == b.digits_;
    }

private:
    friend constexpr expected<national_id, national_id_error>
    parse_national_id(std::string_view text, const national_id_policy& policy) noexcept;

    constexpr national_id(const std::array<char, 11>& digits,
                          const national_id_content& content) noexcept
        : digits_(digits), content_(content) {}

    std::array<char, 11> digits_;
    national_id_content content_;
};

/// The number with everything but its kind masked, for logs and messages:
/// `birth_number ***********`, `d_number+tenor ***********`.
class masked_number {
public:
    constexpr explicit masked_number(number_kinds kinds) noexcept;
    /// Valid as long as this object.
    [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_.data(), size_}; }

private:
    constexpr void append(std::string_view part) noexcept;

    std::array<char, 112> text_{}; // all tokens joined need 89, the mask 12
    std::size_t size_ = 0;
};

[[nodiscard]] constexpr masked_number mask(const national_id& id) noexcept {
    return masked_number{id.kinds()};
}

/// The eleven digits that nine digits become with their control digits. `first_remainder` 0 is the
/// 1964 rule; 1, 2 and 3 are the further choices from 2032. Nothing when one of the nine is no
/// digit, when a control digit would be 10, or when `first_remainder` lies outside 0 to 3.
[[nodiscard]] constexpr std::optional<std::array<char, 11>>
complete_national_id(std::span<const char, 9> nine, int first_remainder = 0) noexcept;

// ---------------------------------------------------------------------------------------------

constexpr std::optional<unsigned> national_id::two_digit_year() const noexcept {
    if (content_.day == 0) {
        return std::nullopt;
    }
    return static_cast<unsigned>((digits_[4] - '0') * 10 + (digits_[5] - '0'));
}

constexpr std::optional<date> national_id::certain_birth_date() const noexcept {
    if (content_.birth_year_basis != derivation::assigned_before_2032 ||
        content_.birth_years.size() != 1 || content_.month == 0) {
        return std::nullopt;
    }
    return make_date(content_.birth_years[0], content_.month, content_.day);
}

constexpr expected<national_id, national_id_error>
parse_national_id(std::string_view text, const national_id_policy& policy) noexcept {
    const auto judged = detail::person_numbers::judge_text(text, policy);
    if (!judged) {
        return unexpected{judged.error()};
    }
    std::array<char, 11> digits{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        digits[i] = text[i];
    }
    return national_id{digits, *judged};
}

constexpr masked_number::masked_number(number_kinds kinds) noexcept {
    for_each_kind(kinds, [this](number_kind kind) {
        if (size_ != 0) {
            append("+");
        }
        append(token_of(kind));
    });
    append(" ***********");
}

constexpr void masked_number::append(std::string_view part) noexcept {
    for (const char c : part) {
        text_[size_++] = c;
    }
}

constexpr std::optional<std::array<char, 11>> complete_national_id(std::span<const char, 9> nine,
                                                                   int first_remainder) noexcept {
    if (first_remainder < 0 ||
        first_remainder > static_cast<int>(detail::person_numbers::largest_neutral_remainder)) {
        return std::nullopt;
    }
    detail::person_numbers::eleven_digits digits{};
    std::array<char, 11> text{};
    for (std::size_t i = 0; i < nine.size(); ++i) {
        if (nine[i] < '0' || nine[i] > '9') {
            return std::nullopt;
        }
        text[i] = nine[i];
        digits[i] = static_cast<std::uint8_t>(nine[i] - '0');
    }
    const unsigned first = (static_cast<unsigned>(first_remainder) + 11 -
                            detail::person_numbers::remainders_of(digits).first) %
                           11;
    if (first == 10) {
        return std::nullopt;
    }
    digits[9] = static_cast<std::uint8_t>(first);
    const unsigned second = (11 - detail::person_numbers::remainders_of(digits).second) % 11;
    if (second == 10) {
        return std::nullopt;
    }
    text[9] = static_cast<char>('0' + first);
    text[10] = static_cast<char>('0' + second);
    return text;
}

} // namespace brukerplan
