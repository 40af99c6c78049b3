// Seeded texts and policies for the tests of national numbers. The numbers are made up digit by
// digit and belong to nobody on purpose; none is written down anywhere.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include <brukerplan/identity/national_id.hpp>

namespace national_id_test {

inline std::string text_of(const std::array<char, 11>& digits) {
    return {digits.data(), digits.size()};
}

class generator {
public:
    explicit generator(std::uint64_t seed) : engine_(seed) {}

    unsigned below(unsigned limit) { return static_cast<unsigned>(engine_() % limit); }

    template <std::size_t Size>
    unsigned one_of(const std::array<unsigned, Size>& values) {
        return values[below(static_cast<unsigned>(Size))];
    }

    char digit() { return static_cast<char>('0' + below(10)); }

    /// Nine digits with a day and month as `mark_day` and `mark_month` shift them.
    std::array<char, 9> nine_digits(unsigned mark_day, unsigned mark_month) {
        std::array<char, 9> nine{};
        const unsigned day = 1 + below(28) + mark_day;
        const unsigned month = 1 + below(12) + mark_month;
        const unsigned year = below(100);
        write_pair(nine, 0, day);
        write_pair(nine, 2, month);
        write_pair(nine, 4, year);
        for (std::size_t i = 6; i < 9; ++i) {
            nine[i] = digit();
        }
        return nine;
    }

    /// A number with right control digits and a date that exists, of any kind that has one.
    std::string number_of_any_kind(int largest_remainder = 3) {
        constexpr std::array<unsigned, 7> month_marks{0, 0, 20, 40, 60, 65, 80};
        while (true) {
            const auto done = brukerplan::complete_national_id(
                nine_digits(below(4) == 0 ? 40 : 0, one_of(month_marks)),
                static_cast<int>(below(static_cast<unsigned>(largest_remainder) + 1)));
            if (done) {
                return text_of(*done);
            }
        }
    }

    /// Eleven digits that lie near every border there is: odd days and months, leap days, years and
    /// individual numbers at the ends of series, right and wrong control digits.
    std::string border_number() {
        constexpr std::array<unsigned, 14> days{0,  1,  28, 29, 30, 31, 32,
                                                39, 40, 41, 69, 71, 72, 80};
        constexpr std::array<unsigned, 8> years{0, 1, 39, 40, 53, 54, 57, 58};
        constexpr std::array<unsigned, 12> individuals{0,   199, 200, 499, 500, 599,
                                                       600, 749, 750, 899, 900, 999};
        std::array<char, 9> nine{};
        write_pair(nine, 0, below(2) == 0 ? one_of(days) : below(100));
        write_pair(nine, 2, below(3) == 0 ? 2 + 5 * below(20) : below(100));
        write_pair(nine, 4, below(2) == 0 ? one_of(years) : below(100));
        const unsigned individual = below(2) == 0 ? one_of(individuals) : below(1000);
        nine[6] = static_cast<char>('0' + individual / 100);
        write_pair(nine, 7, individual % 100);
        const auto done = brukerplan::complete_national_id(nine, static_cast<int>(below(4)));
        std::string text = done ? text_of(*done) : std::string(nine.data(), nine.size()) + "00";
        if (below(4) == 0) {
            text[below(11)] = digit();
        }
        return text;
    }

    /// A 29 February of any kind, most often in a year ending in 00, with right control digits.
    std::string leap_day() {
        constexpr std::array<unsigned, 6> februaries{2, 22, 42, 62, 67, 82};
        while (true) {
            std::array<char, 9> nine = nine_digits(0, 0);
            write_pair(nine, 0, below(3) == 0 ? 69 : 29);
            write_pair(nine, 2, one_of(februaries));
            write_pair(nine, 4, below(3) == 0 ? below(100) : 0);
            const auto done = brukerplan::complete_national_id(nine, static_cast<int>(below(4)));
            if (done) {
                return text_of(*done);
            }
        }
    }

    /// Bytes of any value and length 0 to 15, with a leaning to digits and to length 11.
    std::string bytes() {
        std::string text(below(2) == 0 ? 11 : below(16), '0');
        for (char& c : text) {
            c = below(8) == 0 ? static_cast<char>(below(256)) : digit();
        }
        return text;
    }

    brukerplan::national_id_policy policy() {
        using namespace brukerplan;
        constexpr std::array<unsigned, 8> years{1890, 1950, 2020, 2021, 2023, 2024, 2031, 2035};
        const auto some_day = [&] {
            return date{std::chrono::year{static_cast<int>(one_of(years))} /
                        static_cast<int>(1 + below(12)) / static_cast<int>(1 + below(28))};
        };
        national_id_policy policy;
        policy.rule = static_cast<control_rule>(below(3));
        if (below(4) != 0) {
            policy.assigned_by = some_day();
        }
        policy.kinds = below(3) == 0
                           ? number_kinds::from_bits(static_cast<std::uint16_t>(below(2048)))
                           : (below(2) == 0 ? real_number_kinds : national_number_kinds);
        policy.d_table = static_cast<d_number_table>(below(3));
        policy.dates = static_cast<date_check>(below(3));
        if (below(2) == 0) {
            policy.reference_date = some_day();
        }
        policy.refuse_ambiguous = below(4) == 0;
        return policy;
    }

private:
    static void write_pair(std::array<char, 9>& nine, std::size_t at, unsigned value) {
        nine[at] = static_cast<char>('0' + value / 10 % 10);
        nine[at + 1] = static_cast<char>('0' + value % 10);
    }

    std::mt19937_64 engine_;
};

} // namespace national_id_test
