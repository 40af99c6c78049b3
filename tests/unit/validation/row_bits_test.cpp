// Sets of rows as bits.

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdint>
#include <random>
#include <vector>

#include "validation/row_bits.hpp"

namespace row_bits_test {

using namespace brukerplan::detail;

TEST_SUITE("validation: rows as bits") {

    TEST_CASE("are gathered from bytes with the same result on every machine") {
        std::mt19937 random{64};
        std::array<std::uint8_t, word_rows> bytes{};
        for (int i = 0; i < 200; ++i) {
            for (auto& byte : bytes) {
                byte = static_cast<std::uint8_t>(random());
            }
            for (int bit = 0; bit < 8; ++bit) {
                const auto expected = tested(
                    word_rows, [&](std::size_t row) { return (bytes[row] >> bit & 1) != 0; });
                CHECK(bit_of_bytes(bytes.data(), bit) == expected);
                CHECK(bit_of_bytes_anywhere(bytes.data(), bit) == expected);
            }
        }
    }

    TEST_CASE("are as many as a word has bits") {
        std::mt19937_64 random{65};
        CHECK(rows_in(0) == 0);
        CHECK(rows_in(~row_word{0}) == word_rows);
        for (int i = 0; i < 1000; ++i) {
            const row_word word = random() & random();
            CHECK(rows_in(word) == static_cast<std::uint64_t>(std::popcount(word)));
        }
    }

    TEST_CASE("are gone through in order, and counted") {
        std::array<row_word, 3> words{};
        const std::vector<std::size_t> rows{0, 1, 63, 64, 100, 127, 190};
        for (const auto row : rows) {
            words[row / word_rows] |= row_word{1} << (row % word_rows);
            CHECK(holds_row(words.data(), row));
        }
        std::vector<std::size_t> seen;
        for_each_row(words.data(), words.size(), [&](std::size_t row) { seen.push_back(row); });
        CHECK(seen == rows);
        CHECK_FALSE(holds_row(words.data(), 2));
        CHECK(any_row(words.data() + 2, 1));
        CHECK_FALSE(any_row(words.data(), 0));
        CHECK(words_for(0) == 0);
        CHECK(words_for(64) == 1);
        CHECK(words_for(65) == 2);
    }
}

} // namespace row_bits_test
