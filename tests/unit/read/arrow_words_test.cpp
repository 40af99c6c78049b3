// What is done for many words of columns at once, beside the same one by one.
#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/read/arrow.hpp>

#include "arrow_fixture.hpp"
#include "csv_fixture.hpp"
#include "read/arrow_words.hpp"
#include "read/charset.hpp"

namespace arrow_words_test {

using namespace brukerplan;
using namespace brukerplan::detail;
using namespace arrow_test;

/// Bytes of every value, in no order.
std::vector<std::uint8_t> many_bytes(std::size_t count) {
    std::vector<std::uint8_t> bytes(count);
    std::uint32_t state = 7;
    for (auto& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::uint8_t>(state >> 24U);
    }
    return bytes;
}

/// An instrument with 64 services.
std::shared_ptr<const pack> with_64_services() {
    auto longer = std::make_shared<pack>(*csv_test::instrument());
    auto& codes = longer->code_lists[longer->fields[csv_test::services].list].codes;
    while (codes.size() < 64) {
        auto more = codes.front();
        more.token = "more_" + std::to_string(codes.size());
        more.number.reset();
        codes.push_back(more);
    }
    return longer;
}

TEST_SUITE("read: words of Arrow columns") {

    TEST_CASE("a short dictionary says the same compared, or shuffled, as looked up") {
        for (std::size_t words = 0; words <= 20; ++words) {
            std::vector<word_meaning> table(256, word_nowhere);
            for (std::size_t k = 0; k < words; ++k) {
                table[k] = static_cast<word_meaning>(k * 11 % (code_unreadable + 1));
            }
            for (const std::size_t count : {0, 1, 15, 16, 17, 100, 1000}) {
                auto indices = many_bytes(count);
                for (std::size_t i = 0; i < count; i += 3) {
                    indices[i] = static_cast<std::uint8_t>(indices[i] % (words + 1));
                }
                std::vector<word_meaning> looked_up(count);
                std::vector<word_meaning> compared(count);
                set_meanings(indices.data(), table, looked_up);
                if (words <= most_compared) {
                    compare_meanings(indices.data(), table, words, compared);
                    CHECK(compared == looked_up);
                }
                std::vector<word_meaning> fastest(count);
                meanings_of_bytes(indices.data(), table, words, fastest);
                CHECK(fastest == looked_up);
            }
        }
    }

    TEST_CASE("bytes of a value are found in order") {
        for (const std::size_t count : {0, 1, 7, 8, 9, 64, 1001}) {
            const auto bytes = many_bytes(count);
            for (const unsigned value : {0U, 1U, 2U, 127U, 128U, 254U, 255U}) {
                std::vector<std::size_t> expected;
                for (std::size_t i = 0; i < count; ++i) {
                    if (bytes[i] == value) {
                        expected.push_back(i);
                    }
                }
                std::vector<std::size_t> found;
                for_each_byte(std::span{bytes}, static_cast<std::uint8_t>(value),
                              [&](std::size_t i) { found.push_back(i); });
                CHECK(found == expected);
            }
        }
    }

    TEST_CASE("what words add to a set is the same in one word") {
        for (unsigned meaning = 0; meaning < 256; ++meaning) {
            const bool code_beyond = meaning >= packed_codes && meaning < code_missing;
            const auto bits = bits_of_words[meaning];
            if (!code_beyond) {
                CHECK(unpacked(packed(bits)).members == bits.members);
                CHECK(unpacked(packed(bits)).others == bits.others);
            }
        }
    }

    TEST_CASE("two words are one only when all their bytes are") {
        for (std::size_t size = 1; size <= word_key::longest; ++size) {
            const std::string word(size, 'a');
            CHECK(word_key{word} == word_key{std::string(size, 'a')});
            CHECK_FALSE(word_key{word} == word_key{word.substr(1) + "b"});
            CHECK_FALSE(word_key{word} == word_key{});
            for (std::size_t i = 0; i < size; ++i) {
                auto other = word;
                other[i] = 'b';
                CHECK_FALSE(word_key{other} == word_key{word});
            }
        }
    }

    TEST_CASE("a word means the same the second time, however long it is") {
        const auto instrument = newest_pack();
        cell_reader cells{*instrument};
        const auto field = *instrument->find_field("services_received");
        word_finder words{cells, field};
        std::vector<std::string> spellings{"",
                                           " ",
                                           "none",
                                           " GP ",
                                           "no such service",
                                           std::string(40, ' ') + "gp",
                                           std::string(33, 'x')};
        for (const auto& code : instrument->list_of(instrument->fields[field])->codes) {
            spellings.push_back(code.token);
            spellings.push_back(code.token + " ");
        }
        std::vector<word_meaning> first;
        for (const auto& word : spellings) {
            first.push_back(words(word));
            CHECK(first.back() == word_finder{cells, field}(word));
        }
        for (std::size_t i = 0; i < spellings.size(); ++i) {
            CHECK(words(spellings[i]) == first[i]);
        }
    }

    TEST_CASE("a list of 64 codes is read as a shorter one is") {
        const auto instrument = with_64_services();
        const auto& codes = instrument->list_of(instrument->fields[csv_test::services])->codes;
        texts words;
        for (const auto& code : codes) {
            words.emplace_back(code.token);
        }
        const cells<std::size_t> sizes{1, 2, 0, std::nullopt, 61};
        for (const auto& elements :
             {encoded<std::int8_t>("item", words), encoded<std::uint32_t>("item", words),
              strings("item", words)}) {
            const exported made{
                table({nothing("unit", sizes.size()), lists("services", sizes, elements)})};
            auto reader = arrow_batch_reader::from_schema(made.schema, instrument);
            REQUIRE(reader);
            auto rows = reader->make_table();
            REQUIRE_FALSE(reader->begin(made.array));
            REQUIRE_FALSE(reader->next(rows));
            const auto& read = rows.columns[csv_test::services];
            CHECK(read.codes(0).members == 1U);
            CHECK(read.codes(1).members == 6U);
            CHECK(read.state(2) == cell_state::missing);
            CHECK(read.state(3) == cell_state::missing);
            CHECK(read.codes(4).members == ~std::uint64_t{7});
        }
    }

    TEST_CASE("text is plain when nothing in it could be trimmed or is of several bytes") {
        CHECK(is_plain(""));
        CHECK(is_plain(std::string(2000, '~') + "!"));
        for (const char other : {' ', '\t', '\0', '\x7F', '\x80', '\xFF'}) {
            for (const std::size_t before : {0, 3, 511, 512, 1999}) {
                CHECK_FALSE(is_plain(std::string(before, 'x') + other));
                CHECK_FALSE(is_plain(std::string(before, 'x') + other + "x"));
            }
        }
    }

    TEST_CASE("a byte that is not UTF-8 is seen wherever it stands") {
        for (std::size_t size = 1; size < 40; ++size) {
            CHECK(is_utf8(std::string(size, 'x')));
            for (std::size_t at = 0; at < size; ++at) {
                std::string text(size, 'x');
                text[at] = '\xFF';
                CHECK_FALSE(is_utf8(text));
            }
        }
    }
}

} // namespace arrow_words_test
