#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "csv_fixture.hpp"

namespace csv_properties_test {

using namespace brukerplan;
using csv_test::all_at_once;
using csv_test::in_pieces;
using csv_test::read_out;

/// One of everything that reading has to deal with.
const std::string mixed_text =
    "\xEF\xBB\xBFsep=;\r\n"
    "enhet;F\xC3\xB8"
    "dsels\xC3\xA5r;dato;\xC3\x98konomi;tjenester;notat;\r\n"
    "Team;1984;2024-11-05;red;gp|detox;;\r\n"
    "\r\n"
    "\"to\r\nlinjer\";1984,0;5.11.2024;1;\"gp;detox\";\"a \"\"b\"\"\";\r\n"
    "kort;1984\n"
    "lang;1;2;3;4;5;6;7;8;9\n"
    "\xC3\xA5pen;\"1984;2024-11-05;red;gp;;\n"
    "feil;x;31.02.2024;blue;x;;\n"
    "\xFF;;;;;;\n"
    ";;;;;;\n"
    "slutt;-1;;0;none;\xE2\x80\x93;";

/// Texts made of pieces that mean something to a reader, in any order.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{"unit",
                                                 "birth_year",
                                                 "economy",
                                                 "dato",
                                                 ";",
                                                 ";",
                                                 ";",
                                                 ",",
                                                 "\t",
                                                 "\"",
                                                 "\"\"",
                                                 "\n",
                                                 "\n",
                                                 "\r\n",
                                                 "\r",
                                                 " ",
                                                 "1984",
                                                 "1984,0",
                                                 "red",
                                                 "gp|detox",
                                                 "none",
                                                 "\xC3\xA5",
                                                 "\xE5",
                                                 "\x81",
                                                 "\xFF",
                                                 "\xC3",
                                                 "\xCC\x8A",
                                                 "\xC2\xA0",
                                                 std::string(1, '\0'),
                                                 "sep=;\n",
                                                 "\xEF\xBB\xBF",
                                                 "x"};
    std::string text = random() % 4 == 0 ? "" : "unit;birth_year;economy\n";
    for (auto n = random() % 40; n > 0; --n) {
        text += pieces[random() % pieces.size()];
    }
    return text;
}

std::string random_bytes(std::mt19937& random) {
    std::string text = random() % 2 == 0 ? "" : "unit;economy\n";
    for (auto n = random() % 200; n > 0; --n) {
        text += static_cast<char>(random() % 256);
    }
    return text;
}

TEST_SUITE("read: properties") {

    TEST_CASE("how the bytes arrive and how rows are asked for changes nothing") {
        const auto whole = read_out(in_pieces(mixed_text, all_at_once), all_at_once);
        CHECK(whole.size() == 9);
        for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U, 100'000U}) {
            for (const std::size_t most_rows : {1U, 2U, 3U, 1'000U}) {
                CHECK(read_out(in_pieces(mixed_text, piece), most_rows) == whole);
            }
        }
    }

    TEST_CASE("the same holds for texts of any make") {
        std::mt19937 random{1};
        for (int i = 0; i < 400; ++i) {
            const auto text = random_text(random);
            const auto whole = read_out(in_pieces(text, all_at_once), all_at_once);
            CHECK_MESSAGE(read_out(in_pieces(text, 1), 1) == whole, text);
            CHECK_MESSAGE(read_out(in_pieces(text, 5), 2) == whole, text);
        }
    }

    TEST_CASE("the same holds for more than is held at a time") {
        std::string text;
        std::mt19937 random{2};
        text = "unit;economy;tjenester\n";
        while (text.size() < 1'600'000) {
            text += std::string(random() % 9'000, 'u');
            text +=
                random() % 9 == 0 ? ";\"red\n" : (random() % 9 == 0 ? ";red\r\n" : ";red;gp\r\n");
        }
        text += "\"Bl\xE5\n\";1;";
        const auto whole = read_out(in_pieces(text, all_at_once), all_at_once);
        CHECK(whole.size() > 100);
        CHECK(read_out(in_pieces(text, 4'093), 7) == whole);
        CHECK(read_out(in_pieces(text, 700'000), 100) == whole);
    }

    TEST_CASE("a text cut off anywhere is read up to there") {
        for (std::size_t length = 0; length < mixed_text.size(); ++length) {
            const auto text = mixed_text.substr(0, length);
            const auto rows = read_out(in_pieces(text, all_at_once), all_at_once);
            CHECK(!rows.empty());
            CHECK(rows == read_out(in_pieces(text, 3), 2));
        }
    }

    TEST_CASE("random bytes give a table or a refusal") {
        std::mt19937 random{3};
        std::size_t read = 0;
        for (int i = 0; i < 3'000; ++i) {
            const auto text = i % 2 == 0 ? random_bytes(random) : random_text(random);
            const auto rows = read_out(in_pieces(text, all_at_once), all_at_once);
            read += rows.front().starts_with("refused") ? 0 : 1;
        }
        CHECK(read > 500);
    }

    TEST_CASE("every row of the input is a record, a fault or blank: none is lost") {
        std::mt19937 random{4};
        for (int i = 0; i < 200; ++i) {
            std::string text = "unit;economy\n";
            std::size_t rows = 0;
            for (auto n = random() % 30; n > 0; --n) {
                constexpr std::string_view lines[] = {"a;red\n", "a\n",         "a;b;c\n",
                                                      "\n",      "a;\"b;c\"\n", "\xFF;x\n"};
                const auto& line = lines[random() % std::size(lines)];
                rows += line == "\n" ? 0 : 1;
                text += line;
            }
            CHECK(csv_test::read(text).rows() == rows);
        }
    }
}

} // namespace csv_properties_test
