// DUF numbers: twelve digits the immigration authorities give a person's case, `yyyy nnnnnn kk`.
//
// The control digits are the last two: 4 6 3 2 4 6 3 2 7 5 times the first ten, modulo 11, written
// 00 to 10. Sources: the validators of Statistics Norway for child welfare, tonneask/norsk-nummer-
// validering and oyms/NorwegianTypes. No official description is known, and a sample the
// authorities themselves have shown does not satisfy the rule, so control digits that do not fit
// are a fact about the number, worth a warning, and no error.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/identity/number_kinds.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

enum class duf_reason : std::uint8_t {
    length = 0,          // not twelve bytes
    not_a_digit = 1,     // a byte that is not 0 to 9
    impossible_year = 2, // before 1950, after 2099, or after the reference date
};

inline constexpr std::array<std::string_view, 3> duf_reason_tokens{"length", "not_a_digit",
                                                                   "impossible_year"};

[[nodiscard]] constexpr std::string_view token_of(duf_reason reason) noexcept {
    return duf_reason_tokens[static_cast<std::size_t>(reason)];
}

struct duf_error {
    duf_reason reason;
    /// Index from 0 of the digit at fault, -1 where there is none.
    std::int8_t position;

    friend constexpr bool operator==(const duf_error&, const duf_error&) noexcept = default;
};

class duf_number;

/// Reads exactly twelve ASCII digits that begin with a year from 1950 on. With a reference date,
/// the year is not after it.
[[nodiscard]] constexpr expected<duf_number, duf_error>
parse_duf_number(std::string_view text, std::optional<date> reference_date = {}) noexcept;

/// Says nothing of sex or birth. Not printed by accident, like `national_id`.
class duf_number {
public:
    [[nodiscard]] constexpr std::array<char, 12> reveal_digits() const noexcept { return digits_; }
    [[nodiscard]] constexpr number_kinds kinds() const noexcept { return number_kind::duf; }
    /// The year of the first registration.
    [[nodiscard]] constexpr int year_of_registration() const noexcept;
    /// False is worth a warning.
    [[nodiscard]] constexpr bool control_digits_fit() const noexcept;

    friend constexpr bool operator==(const duf_number&, const duf_number&) noexcept = default;

private:
    friend constexpr expected<duf_number, duf_error>
    parse_duf_number(std::string_view text, std::optional<date> reference_date) noexcept;

    std::array<char, 12> digits_{};
};

inline constexpr int first_duf_year = 1950;
inline constexpr int last_duf_year = 2099;

/// The two control digits for the first ten digits as a number 0 to 10; nothing if one is no digit.
[[nodiscard]] constexpr std::optional<unsigned>
duf_control_number(std::string_view first_ten) noexcept {
    constexpr std::array<std::uint8_t, 10> weights{4, 6, 3, 2, 4, 6, 3, 2, 7, 5};
    if (first_ten.size() != weights.size()) {
        return std::nullopt;
    }
    unsigned sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (first_ten[i] < '0' || first_ten[i] > '9') {
            return std::nullopt;
        }
        sum += unsigned{weights[i]} * static_cast<unsigned>(first_ten[i] - '0');
    }
    return sum % 11;
}

constexpr int duf_number::year_of_registration() const noexcept {
    int year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        year = year * 10 + (digits_[i] - '0');
    }
    return year;
}

constexpr bool duf_number::control_digits_fit() const noexcept {
    const auto written = static_cast<unsigned>((digits_[10] - '0') * 10 + (digits_[11] - '0'));
    return duf_control_number({digits_.data(), 10}) == written;
}

constexpr expected<duf_number, duf_error>
parse_duf_number(std::string_view text, std::optional<date> reference_date) noexcept {
    duf_number number;
    if (text.size() != number.digits_.size()) {
        return unexpected{duf_error{duf_reason::length, -1}};
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return unexpected{duf_error{duf_reason::not_a_digit, static_cast<std::int8_t>(i)}};
        }
        number.digits_[i] = text[i];
    }
    const int year = number.year_of_registration();
    const int last = reference_date ? year_of(*reference_date) : last_duf_year;
    if (year < first_duf_year || year > last) {
        return unexpected{duf_error{duf_reason::impossible_year, 0}};
    }
    return number;
}

} // namespace brukerplan
