// What each pair of digits adds to a number, as words that can be summed: control sums, marks, date
// and the classes that tell the century. Made from the facts in constant expressions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <brukerplan/identity/detail/national_id_facts.hpp>

namespace brukerplan::detail::person_numbers {

// A number is five pairs of digits and a last digit. Each pair has a table of 100 words, and the
// sum of a number's five words says everything the fast way needs, since no field overflows:
//
//   bits  0-7  share of the first control sum, below 11 a pair
//        8-15  share of the second control sum, below 11 a pair, plus the last digit
//       16-31  index of the verdict cell, without the remainders: mark, month class, odd or even
//       32-47  index of the centuries within their block
//       48-55  day 1 to 31, or 0 where there is no fast way
//       56-59  month 1 to 12, or 0 where there is no fast way
//          60  a year with a 29 February in every century
using pair_table = std::array<std::uint64_t, 100>;

inline constexpr unsigned cell_field = 16;
inline constexpr unsigned century_field = 32;
inline constexpr unsigned day_field = 48;
inline constexpr unsigned month_field = 56;
inline constexpr unsigned leap_field = 60;

[[nodiscard]] constexpr std::uint64_t control_shares(std::size_t position, unsigned pair) noexcept {
    const unsigned tens = pair / 10;
    const unsigned ones = pair % 10;
    const unsigned first =
        tens * first_control_weights[position] + ones * first_control_weights[position + 1];
    const unsigned second =
        tens * second_control_weights[position] + ones * second_control_weights[position + 1];
    return first % 11 | second % 11 << 8U;
}

/// A pair table whose words hold `fields(pair)` beside the control sums.
template <class Fields>
[[nodiscard]] constexpr pair_table make_pair_table(std::size_t position, Fields fields) noexcept {
    pair_table table{};
    for (unsigned pair = 0; pair < table.size(); ++pair) {
        table[pair] = control_shares(position, pair) | fields(pair);
    }
    return table;
}

// Classes of month fields that behave alike. Class 0 takes every field without a fast way.
inline constexpr unsigned slow_class = 0;
inline constexpr std::size_t month_class_count = 6;
inline constexpr std::array<std::uint8_t, month_class_count> first_month_of_class{0,  1,  21,
                                                                                  41, 73, 81};

[[nodiscard]] constexpr unsigned month_class(unsigned month_field) noexcept {
    for (unsigned c = 1; c < month_class_count; ++c) {
        // Norsk helsenett's months 73 to 77 stand for 8 to 12; those before have two meanings.
        const unsigned months = first_month_of_class[c] == 73 ? 5 : 12;
        if (month_field >= first_month_of_class[c] &&
            month_field < first_month_of_class[c] + months) {
            return c;
        }
    }
    return slow_class;
}

// Classes of two-digit years and of the first two digits of individual numbers, within which every
// series is all in or all out. The borders are those of the series; a test compares every pair.
inline constexpr std::array<std::uint8_t, 4> first_of_year_class{0, 40, 54, 58};
inline constexpr std::array<std::uint8_t, 6> first_of_individual_class{0, 20, 50, 60, 75, 90};

template <std::size_t Size>
[[nodiscard]] constexpr unsigned class_in(const std::array<std::uint8_t, Size>& borders,
                                          unsigned value) noexcept {
    unsigned c = 0;
    while (c + 1 < Size && value >= borders[c + 1]) {
        ++c;
    }
    return c;
}

// The verdict cells are counted by [D-number][month class][second remainder][first remainder][odd].
inline constexpr std::uint64_t cells_by_second_remainder = 8;
inline constexpr std::uint64_t cells_by_first_remainder = 2;
inline constexpr std::uint64_t cells_by_month_class = 16;
inline constexpr std::uint64_t cells_by_mark = 8 * cells_by_month_class;
inline constexpr std::size_t cell_count = 2 * cells_by_mark;

inline constexpr pair_table day_pairs = make_pair_table(0, [](unsigned pair) {
    const day_mark mark = mark_of_day(pair);
    const bool fast = !mark.common_help && mark.day <= 31;
    return (fast ? std::uint64_t{mark.day} << day_field : 0) |
           (mark.d_number ? cells_by_mark << cell_field : 0);
});

inline constexpr pair_table month_pairs = make_pair_table(2, [](unsigned pair) {
    const unsigned c = month_class(pair);
    if (c == slow_class) {
        return std::uint64_t{0};
    }
    const unsigned month = pair - fact_of(readings_of_month(pair).items[0]).month_offset;
    return std::uint64_t{month} << month_field | c * cells_by_month_class << cell_field;
});

/// The years ending in 00 are left to the judge on 29 February: 1900 has none and 2000 has.
inline constexpr pair_table year_pairs = make_pair_table(4, [](unsigned pair) {
    const bool leap = pair % 4 == 0 && pair != 0;
    return std::uint64_t{class_in(first_of_year_class, pair)} << century_field |
           (leap ? std::uint64_t{1} << leap_field : 0);
});

inline constexpr pair_table individual_pairs = make_pair_table(6, [](unsigned pair) {
    return std::uint64_t{class_in(first_of_individual_class, pair)} * first_of_year_class.size()
           << century_field;
});

inline constexpr pair_table last_individual_pairs =
    make_pair_table(8, [](unsigned pair) { return std::uint64_t{pair / 10 % 2} << cell_field; });

/// Bit d is set where the month has a day d; by month, plus 16 in leap years.
inline constexpr std::array<std::uint32_t, 32> days_of_month = [] {
    std::array<std::uint32_t, 32> days{};
    for (unsigned month = 1; month <= 12; ++month) {
        for (unsigned day = 1; day <= longest_month(month); ++day) {
            days[month + 16] |= 1U << day;
            days[month] |= month == 2 && day == 29 ? 0 : 1U << day;
        }
    }
    return days;
}();

// What a remainder amounts to, as a step in the verdict cells, by control sum.
inline constexpr std::array<std::uint8_t, 64> first_remainder_step = [] {
    std::array<std::uint8_t, 64> steps{};
    for (unsigned sum = 0; sum < steps.size(); ++sum) {
        const unsigned remainder = sum % 11;
        const unsigned fit = remainder == 0 ? 0 : remainder <= largest_neutral_remainder ? 1 : 2;
        steps[sum] = static_cast<std::uint8_t>(fit * cells_by_first_remainder);
    }
    return steps;
}();

inline constexpr std::array<std::uint8_t, 64> second_remainder_step = [] {
    std::array<std::uint8_t, 64> steps{};
    for (unsigned sum = 0; sum < steps.size(); ++sum) {
        steps[sum] = static_cast<std::uint8_t>(sum % 11 == 0 ? 0 : cells_by_second_remainder);
    }
    return steps;
}();

} // namespace brukerplan::detail::person_numbers
