#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "csv_fixture.hpp"
#include "read/row_splitter.hpp"
#include "reference/csv_reference.hpp"

namespace row_splitter_test {

using namespace brukerplan;
using detail::raw_row;
using detail::row_splitter;
using detail::row_width;
using row = std::vector<std::string>;
using row_list = std::vector<row>;

/// All rows without a width: none can have the wrong number of cells.
row_list split(std::string_view text, char separator = ';') {
    csv_dialect dialect;
    dialect.separator = separator;
    row_splitter splitter{csv_test::in_pieces(text, csv_test::all_at_once), dialect};
    row_list rows;
    for (raw_row next; splitter.next({}, next);) {
        CHECK(next.fault == row_fault::none);
        rows.emplace_back(next.cells.begin(), next.cells.end());
    }
    return rows;
}

struct seen_row {
    std::uint64_t line;
    row_fault fault;
    row cells;
    friend bool operator==(const seen_row&, const seen_row&) = default;
};

std::vector<seen_row> split_to(row_width width, std::string_view text) {
    csv_dialect dialect;
    row_splitter splitter{csv_test::in_pieces(text, csv_test::all_at_once), dialect};
    std::vector<seen_row> rows;
    for (raw_row next; splitter.next(width, next);) {
        rows.push_back({next.line, next.fault, row(next.cells.begin(), next.cells.end())});
    }
    return rows;
}

TEST_SUITE("read: rows") {

    TEST_CASE("cells lie between separators") {
        CHECK(split("a;b;c\n") == row_list{row{"a", "b", "c"}});
        CHECK(split("a;;\n") == row_list{row{"a", "", ""}});
        CHECK(split(";b\n") == row_list{row{"", "b"}});
        CHECK(split("a\tb;c", '\t') == row_list{row{"a", "b;c"}});
    }

    TEST_CASE("a row ends at a line feed, a carriage return, or both together") {
        const row_list three{{"a"}, {"b"}, {"c"}};
        CHECK(split("a\nb\nc\n") == three);
        CHECK(split("a\r\nb\r\nc\r\n") == three);
        CHECK(split("a\rb\rc\r") == three);
        CHECK(split("a\rb\nc") == three);
        CHECK(split("a\n\r\n\r\rb\n\nc\n\n") == three);
    }

    TEST_CASE("a quoted cell holds separators, line ends and doubled quotes") {
        CHECK(split("\"a;b\";c") == row_list{row{"a;b", "c"}});
        CHECK(split("\"a\r\nb\";c") == row_list{row{"a\r\nb", "c"}});
        CHECK(split("\"say \"\"no\"\"\";c") == row_list{row{"say \"no\"", "c"}});
        CHECK(split("x;\"\"\"\";y") == row_list{row{"x", "\"", "y"}});
        CHECK(split("x;\"\";y") == row_list{row{"x", "", "y"}});
    }

    TEST_CASE("a quote inside an unquoted cell is a character like others") {
        CHECK(split("4\" pipe;b\nc;d") == row_list{row{"4\" pipe", "b"}, row{"c", "d"}});
    }

    TEST_CASE("what follows a closing quote belongs to the cell") {
        CHECK(split("\"a\"b;c") == row_list{row{"ab", "c"}});
        CHECK(split("\"a\"b\"c;d\";e") == row_list{row{"abc;d", "e"}});
    }

    TEST_CASE("rows of nothing but blanks and separators are left out, their lines are counted") {
        const auto rows = split_to({2, 2}, "a;b\n\n  \n;\n\"\"\n\t; \nc;d");
        REQUIRE(rows.size() == 2);
        CHECK(rows[1] == seen_row{7, row_fault::none, {"c", "d"}});
    }

    TEST_CASE("lines inside quoted cells are counted, whatever ends them") {
        const auto rows = split_to({2, 2}, "\"a\n\n\";b\n\"c\r\n\r\n\";d\r\n\"e\r\r\";f\rg;h");
        REQUIRE(rows.size() == 4);
        CHECK(rows[0].line == 1);
        CHECK(rows[1].line == 4);
        CHECK(rows[2].line == 7);
        CHECK(rows[3].line == 10);
    }

    TEST_CASE("empty cells beyond the header are dropped, others are a fault") {
        const auto rows = split_to({2, 2}, "a;b;; \t;\na;b;c\na;b;;d\na\n");
        REQUIRE(rows.size() == 4);
        CHECK(rows[0] == seen_row{1, row_fault::none, {"a", "b"}});
        CHECK(rows[1] == seen_row{2, row_fault::cells, {"a", "b", "c"}});
        CHECK(rows[2] == seen_row{3, row_fault::cells, {"a", "b", "", "d"}});
        CHECK(rows[3] == seen_row{4, row_fault::cells, {"a"}});
    }

    TEST_CASE("a row need not go on to columns without a name at the end of the header") {
        const auto rows = split_to({4, 2}, "a;b\na;b;c\na;b;c;d\na\n");
        REQUIRE(rows.size() == 4);
        CHECK(rows[0] == seen_row{1, row_fault::none, {"a", "b", "", ""}});
        CHECK(rows[1] == seen_row{2, row_fault::none, {"a", "b", "c", ""}});
        CHECK(rows[2] == seen_row{3, row_fault::none, {"a", "b", "c", "d"}});
        CHECK(rows[3].fault == row_fault::cells);
    }

    TEST_CASE("an unclosed quote costs its own line only") {
        const auto rows = split_to({2, 2}, "a;b\nc;\"d\ne;f\ng;h\n");
        REQUIRE(rows.size() == 4);
        CHECK(rows[1] == seen_row{2, row_fault::quote, {}});
        CHECK(rows[2] == seen_row{3, row_fault::none, {"e", "f"}});
        CHECK(rows[3] == seen_row{4, row_fault::none, {"g", "h"}});
    }

    TEST_CASE("an unclosed quote that another quote closes costs its own line only") {
        const auto rows = split_to({2, 2}, "a;\"b\nc;d\n\"e;e\";f\ng;\"h\"\n");
        REQUIRE(rows.size() == 4);
        CHECK(rows[0].fault != row_fault::none);
        CHECK(rows[1] == seen_row{2, row_fault::none, {"c", "d"}});
        CHECK(rows[2] == seen_row{3, row_fault::none, {"e;e", "f"}});
        CHECK(rows[3] == seen_row{4, row_fault::none, {"g", "h"}});
    }

    TEST_CASE("an unclosed quote at the start of a long file is noticed early") {
        std::string text = "a;\"b\n";
        for (int i = 0; i < 20'000; ++i) {
            text += "cccccccccc;ddddddddddd\n";
        }
        const auto rows = split_to({2, 2}, text);
        REQUIRE(rows.size() == 20'001);
        CHECK(rows[0].fault == row_fault::quote);
        CHECK(rows[20'000] == seen_row{20'001, row_fault::none, {"cccccccccc", "ddddddddddd"}});
    }

    TEST_CASE("a file of nothing but stray quotes is read to its end") {
        std::string text;
        for (int i = 0; i < 2'000; ++i) {
            text += "x\";\"y\n"; // opens at the end of every line, however it began
        }
        CHECK(split_to({2, 2}, text).size() == 2'000);
    }

    TEST_CASE("rows longer than what is read at a time are whole") {
        const std::string plain(3'000'000, 'p');
        const auto rows = split_to({2, 2}, "a;" + plain + "\n" + plain + ";b\nc;d\n");
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].cells[1] == plain);
        CHECK(rows[1].cells[0] == plain);
        CHECK(rows[2].cells == row{"c", "d"});
    }

    TEST_CASE("a row too long to be one is given up, and reading goes on behind it") {
        const auto rows = split_to({2, 2}, "a;b\n" + std::string(9'000'000, 'x') + ";b\r\nc;d\r\n");
        REQUIRE(rows.size() == 3);
        CHECK(rows[1].fault == row_fault::cells);
        CHECK(rows[2] == seen_row{3, row_fault::none, {"c", "d"}});
    }

    TEST_CASE("a look ahead leaves everything as it was") {
        const std::string text = std::string(600'000, ' ') + "\na,b\n" + std::string(900'000, 'c');
        csv_dialect dialect;
        row_splitter splitter{csv_test::in_pieces(text, 65'536), dialect};
        raw_row seen;
        for (const char separator : {';', ',', '\t', ','}) {
            REQUIRE(splitter.peek(separator, seen));
            CHECK(seen.line == 2);
            CHECK(seen.cells.size() == (separator == ',' ? 2 : 1));
        }
        CHECK(dialect.separator == ';');
        REQUIRE(splitter.next({}, seen));
        CHECK(seen.cells == std::vector<std::string_view>{"a,b"});
    }

    TEST_CASE("agrees with a slow reference on every short text of five characters") {
        // all texts of up to six of these, then random longer ones
        constexpr std::string_view alphabet = "a;\"\n\r";
        std::size_t compared = 0;
        const auto compare = [&](const std::string& text) {
            if (const auto expected = reference::split_csv(text, ';')) {
                ++compared;
                CHECK_MESSAGE(split(text) == *expected, text);
            }
        };
        for (std::size_t length = 0; length <= 6; ++length) {
            std::vector<std::size_t> letters(length, 0);
            for (bool more = true; more;) {
                std::string text;
                for (const auto letter : letters) {
                    text += alphabet[letter];
                }
                compare(text);
                more = false;
                for (auto& letter : letters) {
                    letter = (letter + 1) % alphabet.size();
                    if (letter != 0) {
                        more = true;
                        break;
                    }
                }
            }
        }
        std::mt19937 random{20'240};
        for (int i = 0; i < 8'000; ++i) {
            std::string text;
            for (auto n = 7 + random() % 20; n > 0; --n) {
                text += alphabet[random() % alphabet.size()];
            }
            compare(text);
        }
        CHECK(compared > 8'000);
    }
}

} // namespace row_splitter_test
