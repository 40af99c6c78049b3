// Sets of rows as bits: row i of a block is bit i % 64 of word i / 64.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace brukerplan::detail {

using row_word = std::uint64_t;
inline constexpr std::size_t word_rows = 64;
/// Rows that are looked at together: what is worked out about them stays in the nearest caches.
inline constexpr std::size_t block_rows = 1024;
inline constexpr std::size_t block_words = block_rows / word_rows;
using block_bits = std::array<row_word, block_words>;

[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) noexcept {
    return (rows + word_rows - 1) / word_rows;
}

[[nodiscard]] constexpr bool holds_row(const row_word* rows, std::size_t row) noexcept {
    return ((rows[row / word_rows] >> (row % word_rows)) & 1U) != 0;
}

/// How many rows a word holds. Where a processor need not have an instruction for it,
/// `std::popcount` is a call.
[[nodiscard]] constexpr std::uint64_t rows_in(row_word word) noexcept {
    word -= word >> 1U & 0x5555555555555555U;
    word = (word & 0x3333333333333333U) + (word >> 2U & 0x3333333333333333U);
    return ((word + (word >> 4U)) & 0x0F0F0F0F0F0F0F0FU) * 0x0101010101010101U >> 56U;
}

/// Bit `bit` of each of 64 bytes, gathered by multiplication: on any machine.
[[nodiscard]] inline row_word bit_of_bytes_anywhere(const std::uint8_t* bytes, int bit) noexcept {
    row_word word = 0;
    for (unsigned part = 0; part < word_rows; part += 8) {
        row_word eight = 0;
        for (unsigned i = 0; i < 8; ++i) {
            eight |= row_word{bytes[part + i]} << (8 * i);
        }
        const auto ones = (eight >> bit) & 0x0101010101010101U;
        word |= (ones * 0x0102040810204080U >> 56U) << part;
    }
    return word;
}

/// The same with the machine's own instruction where every such machine has it: more than four
/// times as fast, and nearly every condition goes through here.
[[nodiscard]] inline row_word bit_of_bytes(const std::uint8_t* bytes, int bit) noexcept {
#if defined(__SSE2__)
    row_word word = 0;
    for (unsigned part = 0; part < word_rows; part += 16) {
        const auto some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + part));
        const auto top = static_cast<unsigned>(_mm_movemask_epi8(_mm_slli_epi16(some, 7 - bit)));
        word |= row_word{top} << part;
    }
    return word;
#else
    return bit_of_bytes_anywhere(bytes, bit);
#endif
}

/// The rows of a full word for which `mark(i)` is 1 and not 0. Made for marks that a compiler works
/// out for many rows at once.
template <class Mark>
[[nodiscard]] inline row_word marked(Mark mark) noexcept {
    alignas(16) std::array<std::uint8_t, word_rows> marks;
    for (std::size_t i = 0; i < word_rows; ++i) {
        marks[i] = static_cast<std::uint8_t>(mark(i));
    }
    return bit_of_bytes(marks.data(), 0);
}

/// The first `rows` rows, at most 64, for which `test(i)` is true.
template <class Test>
[[nodiscard]] inline row_word tested(std::size_t rows, Test test) {
    row_word word = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        word |= row_word{static_cast<bool>(test(i))} << i;
    }
    return word;
}

/// The same for any number of rows.
template <class Test>
void test_rows(row_word* words, std::size_t rows, Test test) {
    for (std::size_t from = 0; from < rows; from += word_rows) {
        const auto some = rows - from < word_rows ? rows - from : word_rows;
        words[from / word_rows] = tested(some, [&](std::size_t i) { return test(from + i); });
    }
}

/// Calls `use(row)` for each row of the set, in order.
template <class Use>
void for_each_row(const row_word* words, std::size_t count, Use use) {
    for (std::size_t w = 0; w < count; ++w) {
        for (auto rest = words[w]; rest != 0; rest &= rest - 1) {
            use(w * word_rows + static_cast<std::size_t>(std::countr_zero(rest)));
        }
    }
}

[[nodiscard]] inline bool any_row(const row_word* words, std::size_t count) noexcept {
    row_word all = 0;
    for (std::size_t w = 0; w < count; ++w) {
        all |= words[w];
    }
    return all != 0;
}

} // namespace brukerplan::detail
