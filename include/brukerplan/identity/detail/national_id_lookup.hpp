// The batch check. Its tables are made by the judge, once a policy; nothing here decides anything
// by itself, and a number that is out of the ordinary (FH-numbers, months with two meanings, birth
// years that have to be weighed) is handed to the judge.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include <brukerplan/identity/detail/national_id_facts.hpp>
#include <brukerplan/identity/detail/national_id_judge.hpp>
#include <brukerplan/identity/detail/national_id_pairs.hpp>
#include <brukerplan/identity/national_id_verdict.hpp>

namespace brukerplan::detail::person_numbers {

[[nodiscard]] constexpr national_id_verdict verdict_of(const judgement& judged) noexcept {
    national_id_verdict verdict;
    if (!judged) {
        verdict.kinds = judged.error().kinds;
        verdict.reason = judged.error().reason;
        verdict.position = judged.error().position;
        return verdict;
    }
    const national_id_content& content = judged.value();
    verdict.kinds = content.kinds;
    verdict.possible_kinds = content.possible_kinds;
    for (std::size_t i = 0; i < content.birth_years.size(); ++i) {
        verdict.birth_years[i] = static_cast<std::int16_t>(content.birth_years[i]);
    }
    verdict.day = content.day;
    verdict.month = content.month;
    verdict.sex = content.sex;
    verdict.birth_year_basis = content.birth_year_basis;
    verdict.sex_basis = content.sex_basis;
    const auto flag = [](bool on, std::uint8_t bit) { return on ? unsigned{bit} : 0U; };
    verdict.flags = static_cast<std::uint8_t>(
        flag(content.rules.rule_1964, national_id_verdict::satisfies_1964) |
        flag(content.rules.rule_2032, national_id_verdict::satisfies_2032) |
        flag(content.synthetic, national_id_verdict::synthetic) |
        flag(content.ambiguous_kind, national_id_verdict::ambiguous_kind));
    return verdict;
}

// Blocks of centuries.
enum class century_block : std::uint8_t { birth_numbers, d_numbers, none, weigh };
inline constexpr std::size_t century_block_count = 4;
inline constexpr std::size_t century_block_size =
    first_of_year_class.size() * first_of_individual_class.size();

/// Candidate centuries, rising: two lanes of 16 bits in the order of `birth_years` in memory.
struct century_cell {
    std::uint32_t centuries = 0;
    std::uint32_t lanes = 0; // all bits set in each lane that holds one
    bool weigh = false;      // for the judge to decide
};

/// One answer of the table: without date and years of the single number.
struct verdict_cell {
    national_id_verdict verdict;
    /// Index of the block of centuries that applies.
    std::uint32_t centuries = 0;
};

/// What a policy makes of every combination of mark, month class, remainders and sex.
struct verdict_table {
    policy_terms terms;
    bool dated; // there is a last date of birth
    std::array<verdict_cell, cell_count> cells{};
    std::array<century_cell, century_block_count * century_block_size> centuries{};

    constexpr explicit verdict_table(const national_id_policy& policy) noexcept
        : terms(terms_of(policy)), dated(terms.last_date != no_last_date) {
        for (const bool d_number : {false, true}) {
            for (unsigned c = 1; c < month_class_count; ++c) {
                fill_cells(d_number, c);
            }
            fill_centuries(d_number);
        }
        for (std::size_t i = 0; i < century_block_size; ++i) {
            centuries[start_of(century_block::weigh) + i].weigh = true;
        }
    }

private:
    [[nodiscard]] static constexpr std::size_t start_of(century_block block) noexcept {
        return static_cast<std::size_t>(block) * century_block_size;
    }

    constexpr void fill_cells(bool d_number, unsigned class_of_month) noexcept {
        for (unsigned second = 0; second < 2; ++second) {
            for (unsigned first = 0; first < 3; ++first) {
                const control_remainders example{first == 0   ? 0U
                                                 : first == 1 ? largest_neutral_remainder
                                                              : largest_neutral_remainder + 1,
                                                 second};
                for (unsigned odd = 0; odd < 2; ++odd) {
                    cells[(d_number ? cells_by_mark : 0) + class_of_month * cells_by_month_class +
                          second * cells_by_second_remainder + first * cells_by_first_remainder +
                          odd] = make_cell(d_number, class_of_month, example, odd == 1);
                }
            }
        }
    }

    /// The judge's answer for a number of this sort with an ordinary date and individual number:
    /// the 1st of the month in a year and series that all tables know (1960, 000).
    [[nodiscard]] constexpr verdict_cell make_cell(bool d_number, unsigned class_of_month,
                                                   control_remainders remainders,
                                                   bool odd) const noexcept {
        policy_terms any_date = terms;
        any_date.last_date = no_last_date;
        any_date.refuse_ambiguous = false;
        const number_fields fields{
            {false, d_number, 1}, first_month_of_class[class_of_month], 60, 0, remainders, odd};
        verdict_cell cell;
        cell.verdict = verdict_of(judge(fields, any_date));
        century_block block = d_number ? century_block::d_numbers : century_block::birth_numbers;
        if (cell.verdict.birth_years[0] == 0) {
            block = century_block::none;
        } else if (terms.refuse_ambiguous &&
                   (cell.verdict.flags & national_id_verdict::ambiguous_kind) != 0) {
            block = century_block::weigh;
        }
        cell.centuries = static_cast<std::uint32_t>(start_of(block));
        cell.verdict.birth_years = {};
        return cell;
    }

    constexpr void fill_centuries(bool d_number) noexcept {
        std::size_t at =
            start_of(d_number ? century_block::d_numbers : century_block::birth_numbers);
        for (const unsigned tens : first_of_individual_class) {
            for (const unsigned year : first_of_year_class) {
                const year_pair years = d_number ? d_number_years(tens * 10, year, terms.d_table)
                                                 : birth_number_years(tens * 10, year);
                year_pair century{};
                year_pair lanes{};
                for (std::size_t i = 0; i < years.size(); ++i) {
                    if (years[i] != 0) {
                        century[i] = static_cast<std::int16_t>(years[i] - static_cast<int>(year));
                        lanes[i] = -1;
                    }
                }
                centuries[at++] = {std::bit_cast<std::uint32_t>(century),
                                   std::bit_cast<std::uint32_t>(lanes),
                                   years[0] == 0 || (years[1] != 0 && terms.refuse_ambiguous)};
            }
        }
    }
};

/// Eight bytes as a word whose lowest byte is the first.
[[nodiscard]] constexpr std::uint64_t load_eight(const char* bytes) noexcept {
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
        std::uint64_t word = 0;
        for (unsigned i = 0; i < 8; ++i) {
            word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8U * i);
        }
        return word;
    }
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// Kept out of line, so that the fast way stays small.
[[gnu::noinline]] constexpr bool check_slowly(const char* eleven, const verdict_table& table,
                                              national_id_verdict& verdict) noexcept {
    verdict = verdict_of(judge_text({eleven, 11}, table.terms));
    return verdict.accepted();
}

/// Judges eleven bytes; true when they are accepted. The verdict is written in place and not read
/// again, since reading back bytes just stored would wait for them.
[[gnu::always_inline]] constexpr bool check_eleven(const char* eleven, const verdict_table& table,
                                                   national_id_verdict& verdict) noexcept {
    constexpr std::uint64_t every_byte = 0x0101010101010101U;
    const std::uint64_t head = load_eight(eleven) ^ every_byte * '0';
    const std::uint64_t tail = load_eight(eleven + 3) ^ every_byte * '0';
    // A byte above 9 reaches the top bit when 118 is added, or has it already.
    const std::uint64_t wrong =
        (head + every_byte * 0x76U) | head | (tail + every_byte * 0x76U) | tail;
    if ((wrong & every_byte * 0x80U) != 0) {
        return check_slowly(eleven, table, verdict);
    }

    // Bytes times ten plus the byte after them: every other byte is a pair of digits.
    const std::uint64_t pairs = head * 10 + (head >> 8U);
    const std::uint64_t last_pairs = tail * 10 + (tail >> 8U);
    const std::uint64_t two_digit_year = pairs >> 32U & 0xFFU;
    const std::uint64_t word = day_pairs[pairs & 0xFFU] + month_pairs[pairs >> 16U & 0xFFU] +
                               year_pairs[two_digit_year] + individual_pairs[pairs >> 48U & 0xFFU] +
                               last_individual_pairs[last_pairs >> 40U & 0xFFU] +
                               (tail >> 56U << 8U);

    const std::uint64_t day = word >> day_field & 0xFFU;
    if ((days_of_month[word >> month_field] >> day & 1U) == 0) {
        return check_slowly(eleven, table, verdict);
    }
    const verdict_cell& cell =
        table.cells[(word >> cell_field & 0xFFFFU) + first_remainder_step[word & 0x3FU] +
                    second_remainder_step[word >> 8U & 0x3FU]];
    if (!cell.verdict.accepted()) {
        verdict = cell.verdict;
        return false;
    }
    const century_cell& century =
        table.centuries[cell.centuries + (word >> century_field & 0xFFFFU)];
    if (century.weigh) {
        return check_slowly(eleven, table, verdict);
    }
    const auto years = std::bit_cast<year_pair>(
        (century.centuries + static_cast<std::uint32_t>(two_digit_year * 0x10001U)) &
        century.lanes);
    const std::uint64_t month = word >> month_field & 0xFU;
    if (table.dated && date_key(std::max(years[0], years[1]), static_cast<unsigned>(month),
                                static_cast<unsigned>(day)) > table.terms.last_date) {
        return check_slowly(eleven, table, verdict);
    }
    verdict = cell.verdict;
    verdict.birth_years = years;
    verdict.day = static_cast<std::uint8_t>(day);
    verdict.month = static_cast<std::uint8_t>(month);
    return true;
}

} // namespace brukerplan::detail::person_numbers
