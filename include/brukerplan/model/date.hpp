// Calendar dates as days since 1970-01-01 in the proleptic Gregorian calendar.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

namespace brukerplan {

/// A calendar date without time or time zone. There is no clock in the library: what "today" is
/// comes from the caller.
using date = std::chrono::sys_days;

/// The date of a year, month and day; nothing when that day does not exist.
[[nodiscard]] constexpr std::optional<date> make_date(int year, unsigned month,
                                                      unsigned day) noexcept {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (!ymd.ok()) {
        return std::nullopt;
    }
    return date{ymd};
}

[[nodiscard]] constexpr int year_of(date day) noexcept {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// Whole years from `birth` to `day`. Someone born on 29 February gains a year on 1 March of a
/// common year. Negative when `day` lies before `birth`.
[[nodiscard]] constexpr int years_between(std::chrono::year_month_day birth,
                                          std::chrono::year_month_day day) noexcept {
    const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    // Compared as one number: whether a birthday has passed is not to be guessed.
    const auto day_of_year = [](std::chrono::year_month_day d) {
        return static_cast<unsigned>(d.month()) * 32 + static_cast<unsigned>(d.day());
    };
    return years - (day_of_year(day) < day_of_year(birth) ? 1 : 0);
}

[[nodiscard]] constexpr int years_between(date birth, date day) noexcept {
    return years_between(std::chrono::year_month_day{birth}, std::chrono::year_month_day{day});
}

namespace detail {

constexpr std::optional<int> digits_to_int(std::string_view text) noexcept {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace detail

/// Reads `YYYY-MM-DD` or `DD.MM.YYYY` (leading zeros of day and month may be absent in the second
/// form). Years 1 to 9999. Anything else, and days that do not exist, give nothing.
[[nodiscard]] constexpr std::optional<date> parse_date(std::string_view text) noexcept {
    std::string_view year;
    std::string_view month;
    std::string_view day;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        year = text.substr(0, 4);
        month = text.substr(5, 2);
        day = text.substr(8, 2);
    } else {
        const auto first = text.find('.');
        const auto second = first == text.npos ? text.npos : text.find('.', first + 1);
        if (second == text.npos) {
            return std::nullopt;
        }
        day = text.substr(0, first);
        month = text.substr(first + 1, second - first - 1);
        year = text.substr(second + 1);
        if (day.empty() || day.size() > 2 || month.empty() || month.size() > 2 ||
            year.size() != 4) {
            return std::nullopt;
        }
    }
    const auto y = detail::digits_to_int(year);
    const auto m = detail::digits_to_int(month);
    const auto d = detail::digits_to_int(day);
    if (!y || !m || !d || *y < 1) {
        return std::nullopt;
    }
    return make_date(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

/// `YYYY-MM-DD`, ten ASCII characters, for years 0 to 9999.
[[nodiscard]] constexpr std::array<char, 10> format_date(date day) noexcept {
    const std::chrono::year_month_day ymd{day};
    const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
    const auto y = static_cast<unsigned>(static_cast<int>(ymd.year()));
    const auto m = static_cast<unsigned>(ymd.month());
    const auto d = static_cast<unsigned>(ymd.day());
    return {digit(y / 1000), digit(y / 100), digit(y / 10), digit(y),      '-',
            digit(m / 10),   digit(m),       '-',           digit(d / 10), digit(d)};
}

} // namespace brukerplan
