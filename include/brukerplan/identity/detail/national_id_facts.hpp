// The published facts about eleven-digit numbers: control sums, marks of the kinds, and the series
// of individual numbers that tell the century. Everything else is reasoning over these tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <brukerplan/identity/national_id_policy.hpp>
#include <brukerplan/identity/number_kinds.hpp>

namespace brukerplan::detail::person_numbers {

/// Values 0 to 9 of the digits, in the order they are written.
using eleven_digits = std::array<std::uint8_t, 11>;

// Control digits. Source: Skatteetaten, folkeregisteret-api-dokumentasjon, "Nytt foedselsnummer fra
// 2032". The control digits themselves have weight 1.
inline constexpr std::array<std::uint8_t, 11> first_control_weights{3, 7, 6, 1, 8, 9,
                                                                    4, 5, 2, 1, 0};
inline constexpr std::array<std::uint8_t, 11> second_control_weights{5, 4, 3, 2, 7, 6,
                                                                     5, 4, 3, 2, 1};

/// Largest first remainder under the rule for numbers assigned from 2032; the 1964 rule wants 0.
inline constexpr unsigned largest_neutral_remainder = 3;

struct control_remainders {
    unsigned first;
    unsigned second;
};

[[nodiscard]] constexpr control_remainders remainders_of(const eleven_digits& digits) noexcept {
    unsigned first = 0;
    unsigned second = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        first += unsigned{first_control_weights[i]} * digits[i];
        second += unsigned{second_control_weights[i]} * digits[i];
    }
    return {first % 11, second % 11};
}

// Marks. A reading is one way to understand the digits; a few month values have two.
enum class reading : std::uint8_t {
    plain,         // birth number or D-number
    help,          // H-number
    npid,          // NAV person identifier
    nav_synthetic, // NAV test data
    nav_npid,      // NAV person identifier in test data
    nhn,           // Norsk helsenett test data
    tenor,         // Tenor test data
    common_help,   // FH-number
};

struct reading_fact {
    reading as;
    std::uint8_t month_offset;
    number_kinds kinds; // without d_number, which the day adds
    bool neutral_rule;  // the rule from 2032 covers it: laid down for birth and D-numbers only,
                        // so for what is made like them; H, FH and NPID keep to the 1964 rule
    bool says_sex_and_birth; // NPID promises neither, an FH-number has neither
};

/// Sources: month + 80 Skatteetaten "Test for konsumenter"; + 65 Norsk helsenett SyntPop; + 40, +
/// 20 and + 60 navikt/testnorge; H and FH HIS 1001:2010. Where two fit a month the real kind is
/// first.
inline constexpr std::array<reading_fact, 8> reading_facts{{
    {reading::plain, 0, number_kind::birth_number, true, true},
    {reading::help, 40, number_kind::h_number, false, true},
    {reading::npid, 20, number_kind::npid, false, false},
    {reading::nav_synthetic, 40, number_kind::nav_synthetic, true, true},
    {reading::nav_npid, 60, {number_kind::npid, number_kind::nav_synthetic}, false, false},
    {reading::nhn, 65, number_kind::nhn, true, true},
    {reading::tenor, 80, number_kind::tenor, true, true},
    {reading::common_help, 0, number_kind::fh_number, false, false},
}};

[[nodiscard]] constexpr const reading_fact& fact_of(reading r) noexcept {
    return reading_facts[static_cast<std::size_t>(r)];
}

/// The kinds of a reading when the day has or has not 40 added.
[[nodiscard]] constexpr number_kinds kinds_of(reading r, bool d_number) noexcept {
    const number_kinds kinds = fact_of(r).kinds;
    if (!d_number) {
        return kinds;
    }
    return (kinds - number_kind::birth_number) | number_kind::d_number;
}

[[nodiscard]] constexpr bool is_synthetic(reading r) noexcept {
    return !(fact_of(r).kinds & synthetic_number_kinds).empty();
}

/// At most two readings of one number.
struct reading_list {
    std::array<reading, 2> items{};
    std::uint8_t size = 0;
};

/// The readings of a month field 0 to 99 in a number that is no FH-number; none where no kind uses
/// that month.
[[nodiscard]] constexpr reading_list readings_of_month(unsigned month_field) noexcept {
    reading_list list;
    for (const reading_fact& fact : reading_facts) {
        if (fact.as != reading::common_help && month_field > fact.month_offset &&
            month_field <= fact.month_offset + 12U) {
            list.items[list.size++] = fact.as;
        }
    }
    return list;
}

/// What the first two digits say.
struct day_mark {
    bool common_help; // first digit 8 or 9: an FH-number, whose other digits mean nothing
    bool d_number;    // first digit 4 to 7
    unsigned day;     // without the mark of the D-number; may be no day at all
};

[[nodiscard]] constexpr day_mark mark_of_day(unsigned day_field) noexcept {
    const bool d_number = day_field >= 40 && day_field < 80;
    return {day_field >= 80, d_number, d_number ? day_field - 40 : day_field};
}

// Dates.
[[nodiscard]] constexpr bool is_leap_year(int year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Days of a month 1 to 12 in its longest form.
[[nodiscard]] constexpr unsigned longest_month(unsigned month) noexcept {
    constexpr std::array<std::uint8_t, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1];
}

[[nodiscard]] constexpr bool date_exists(unsigned day, unsigned month, int year) noexcept {
    return day >= 1 && day <= longest_month(month) &&
           !(month == 2 && day == 29 && !is_leap_year(year));
}

/// True when some year that ends in `two_digit_year` has the day. Of the years ending in 00, 2000
/// has a 29 February.
[[nodiscard]] constexpr bool date_exists_in_some_century(unsigned day, unsigned month,
                                                         unsigned two_digit_year) noexcept {
    return date_exists(day, month, 2000 + static_cast<int>(two_digit_year % 4));
}

// Centuries.
struct century_series {
    std::uint16_t first_individual;
    std::uint16_t last_individual;
    std::uint8_t first_year;
    std::uint8_t last_year;
    std::int16_t century;
};

/// Birth numbers, and D-numbers until 15 November 2021: FOR-2017-07-14-1201 section 2-2-1.
inline constexpr std::array<century_series, 4> birth_number_series{{
    {500, 749, 54, 99, 1800},
    {0, 499, 0, 99, 1900},
    {900, 999, 40, 99, 1900},
    {500, 999, 0, 39, 2000},
}};

/// D-numbers from 16 November 2021: Skatteetaten, "Utvidelse av d-nummerserien".
inline constexpr std::array<century_series, 5> d_number_series{{
    {500, 599, 58, 99, 1800},
    {0, 199, 0, 39, 1900},
    {0, 499, 40, 99, 1900},
    {600, 999, 40, 99, 1900},
    {200, 999, 0, 39, 2000},
}};

/// The year that a table of series gives, 0 for none. No table gives two.
template <std::size_t Size>
[[nodiscard]] constexpr int year_by(const std::array<century_series, Size>& table,
                                    unsigned individual, unsigned two_digit_year) noexcept {
    for (const century_series& series : table) {
        if (individual >= series.first_individual && individual <= series.last_individual &&
            two_digit_year >= series.first_year && two_digit_year <= series.last_year) {
            return series.century + static_cast<int>(two_digit_year);
        }
    }
    return 0;
}

/// Up to two years in rising order, 0 where there is none.
using year_pair = std::array<std::int16_t, 2>;

[[nodiscard]] constexpr year_pair birth_number_years(unsigned individual,
                                                     unsigned two_digit_year) noexcept {
    return {static_cast<std::int16_t>(year_by(birth_number_series, individual, two_digit_year)), 0};
}

[[nodiscard]] constexpr year_pair d_number_years(unsigned individual, unsigned two_digit_year,
                                                 d_number_table table) noexcept {
    const auto old_year =
        static_cast<std::int16_t>(year_by(birth_number_series, individual, two_digit_year));
    const auto new_year =
        static_cast<std::int16_t>(year_by(d_number_series, individual, two_digit_year));
    if (table == d_number_table::old_table) {
        return {old_year, 0};
    }
    if (table == d_number_table::new_table || old_year == 0 || old_year == new_year) {
        return {new_year, 0};
    }
    if (new_year == 0) {
        return {old_year, 0};
    }
    return old_year < new_year ? year_pair{old_year, new_year} : year_pair{new_year, old_year};
}

} // namespace brukerplan::detail::person_numbers
