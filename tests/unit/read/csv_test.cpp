#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "csv_fixture.hpp"

namespace csv_reader_test {

using namespace brukerplan;
using csv_test::lines;
using csv_test::open;
using csv_test::read;
using csv_test::units;
using names = std::vector<std::string>;
using numbers = std::vector<std::uint64_t>;

TEST_SUITE("read: CSV") {

    TEST_CASE("the separator is the one that makes sense of the header") {
        for (const char separator : {';', ',', '\t'}) {
            const std::string s{separator};
            auto reader = open("unit" + s + "birth_year\nTeam" + s + "1984\n");
            CHECK(reader.dialect().separator == separator);
            const auto table = reader.next();
            CHECK(units(table) == names{"Team"});
            CHECK(table.columns[csv_test::birth_year].number(0) == 1984);
        }
        CHECK(open("unit;\"birth_year\";a,b,c,d,e\n").dialect().separator == ';');
        CHECK(open("unit\n").dialect().separator == ';');
    }

    TEST_CASE("a first line that names the separator is followed and counted") {
        for (const std::string end : {"\n", "\r\n", "\r"}) {
            for (const char separator : {';', ',', '\t'}) {
                const std::string s{separator};
                auto reader = open("sep=" + s + end + "unit" + s + "economy" + end + "Team" + s +
                                   "red" + end);
                CHECK(reader.dialect().separator == separator);
                const auto table = reader.next();
                CHECK(units(table) == names{"Team"});
                CHECK(lines(table) == numbers{3});
            }
        }
        CHECK(csv_test::refusal("sep=;\nunit,birth_year\n").fault == read_fault::no_header);
        CHECK(csv_test::refusal("sep=;").fault == read_fault::no_header);
        CHECK(csv_test::refusal("sep=;\n").fault == read_fault::no_header);
    }

    TEST_CASE("UTF-8 is read with and without a byte order mark") {
        const std::string text = "unit\nBl\xC3\xA5 Kors\n";
        auto plain = open(text);
        CHECK_FALSE(plain.dialect().byte_order_mark);
        CHECK(plain.dialect().charset == charset::utf8);
        CHECK(units(plain.next()) == names{"Bl\xC3\xA5 Kors"});

        const std::string with_mark = "\xEF\xBB\xBF" + text;
        auto marked = open(with_mark);
        CHECK(marked.dialect().byte_order_mark);
        CHECK(units(marked.next()) == names{"Bl\xC3\xA5 Kors"});

        CHECK(open("\xEF\xBB\xBFunit\nTeam\n").dialect().charset == charset::utf8);
        CHECK(open("\xEF\xBB\xBFsep=,\nunit,economy\n").dialect().separator == ',');
    }

    TEST_CASE("Windows-1252 is read, in header and cells") {
        auto reader = open("enhet;f\xF8"
                           "dsels\xE5r\r\n\xC6rlig \x96 \xE5pen;1984\r\n");
        CHECK(reader.dialect().charset == charset::windows_1252);
        const auto table = reader.next();
        CHECK(units(table) == names{"\xC3\x86rlig \xE2\x80\x93 \xC3\xA5pen"});
        CHECK(table.columns[csv_test::birth_year].number(0) == 1984);
    }

    TEST_CASE("the character set may show itself only in a late row") {
        const auto filler = [] {
            std::string text = "unit\n";
            while (text.size() < 1'200'000) {
                text += "plain plain plain plain plain plain plain plain plain plain plain\n";
            }
            return text;
        }();
        const auto late = [&](std::string_view last) {
            const std::string text = filler + std::string{last} + "\n";
            auto reader = open(text);
            CHECK(reader.dialect().charset == charset::ascii);
            std::string unit;
            for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
                unit = units(batch).back();
            }
            return std::string{token_of(reader.dialect().charset)} + " " + unit;
        };
        CHECK(late("Bl\xE5 Kors") == "windows-1252 Bl\xC3\xA5 Kors");
        CHECK(late("Bl\xC3\xA5 Kors") == "utf-8 Bl\xC3\xA5 Kors");
    }

    TEST_CASE("a letter that begins at the edge of a block is whole") {
        // with the header, the first byte of the letter is the last of the first 1 MiB
        std::string text = "unit\n";
        text.resize((std::size_t{1} << 20U) - 101, 'a');
        text += "\n";
        text += std::string(99, 'b') + "\xC3\xA5\n";
        auto reader = open(text);
        CHECK(units(reader.next()).back() == std::string(99, 'b') + "\xC3\xA5");
        CHECK(reader.dialect().charset == charset::utf8);
    }

    TEST_CASE("a row with bytes that are no text is a fault, and the rest is read") {
        auto utf8 = open("\xEF\xBB\xBFunit\nen\nt\xE5\ntre\n");
        CHECK(units(utf8.next()) == names{"en", "<encoding>", "tre"});
        auto windows = open("unit\nbl\xE5\n\x81\ngr\xE5\n");
        CHECK(units(windows.next()) == names{"bl\xC3\xA5", "<encoding>", "gr\xC3\xA5"});
    }

    TEST_CASE("a decimal comma is reported once it has been read") {
        auto reader = open("unit;birth_year\na;1984\nb;1985,0\n");
        CHECK(units(reader.next(1)) == names{"a"});
        CHECK_FALSE(reader.dialect().decimal_comma);
        const auto second = reader.next(1);
        CHECK(second.columns[csv_test::birth_year].number(0) == 1985);
        CHECK(reader.dialect().decimal_comma);
    }

    TEST_CASE("quoted cells hold separators, quotes and line breaks") {
        const auto table = read("unit,services\r\n\"Team \"\"Vest\"\", nord\",\"gp,detox\"\r\n"
                                "\"to\nlinjer\",gp\r\nenkel,gp\r\n");
        CHECK(units(table) == names{"Team \"Vest\", nord", "to\nlinjer", "enkel"});
        CHECK(lines(table) == numbers{2, 3, 5});
        CHECK(table.columns[csv_test::services].codes(0) == code_set{0b011, 0});
    }

    TEST_CASE("rows are read up to a last line without an end") {
        CHECK(units(read("unit;economy\na;red\nb;red")) == names{"a", "b"});
        CHECK(units(read("unit;economy\ra;red\rb;red\r")) == names{"a", "b"});
    }

    TEST_CASE("a truncated last line is a fault with its line number") {
        const auto short_row = read("unit;economy;dato\na;red;5.11.2024\nb;re");
        CHECK(units(short_row) == names{"a", "<cells>"});
        CHECK(short_row.origins[1].line == 3);
        CHECK(short_row.origins[1].cells == 2);
        CHECK(short_row.header_columns == 3);
        const auto open_quote = read("unit;economy\na;red\nb;\"re");
        CHECK(units(open_quote) == names{"a", "<quote>"});
        CHECK(open_quote.origins[1].cells == 0);
    }

    TEST_CASE("an unclosed quote in the middle costs one line, and the rest is read") {
        std::string text = "unit;economy\n";
        for (int i = 0; i < 1'000; ++i) {
            text += i == 400 ? "row;\"red\n" : "row;red\n";
        }
        const auto table = read(text);
        REQUIRE(table.rows() == 1'000);
        for (std::size_t row = 0; row < 1'000; ++row) {
            CHECK(table.origins[row].line == row + 2);
            CHECK((table.origins[row].fault == row_fault::none) == (row != 400));
        }
        CHECK(table.origins[400].fault == row_fault::quote);
    }

    TEST_CASE("rows with too few or too many cells are faults, and have only missing cells") {
        const auto table = read("unit;economy\na\nb;red;x\nc;red\n");
        CHECK(units(table) == names{"<cells>", "<cells>", "c"});
        CHECK(table.origins[0].cells == 1);
        CHECK(table.origins[1].cells == 3);
        CHECK(table.columns[csv_test::economy].state(1) == cell_state::missing);
    }

    TEST_CASE("separators behind the last column do no harm, in rows or in the header") {
        CHECK(units(read("unit;economy\na;red;;\nb;red; ;\n")) == names{"a", "b"});
        CHECK(units(read("unit;economy;;\na;red;;\nb;red\nc;red;\nd;red;;note\n")) ==
              names{"a", "b", "c", "d"});
        CHECK(units(read("unit;economy;;\na\nb;red;;;x\n")) == names{"<cells>", "<cells>"});
    }

    TEST_CASE("blank lines are left out and counted as lines") {
        const auto table = read("\n\nunit;economy\n\na;red\n \n;\n\nb;red\n\n\n");
        CHECK(units(table) == names{"a", "b"});
        CHECK(lines(table) == numbers{5, 9});
    }

    TEST_CASE("a header alone is a file without records") {
        for (const char* text :
             {"unit;economy", "unit;economy\n", "unit;economy\r\n\r\n", "unit\r"}) {
            CHECK(read(text).rows() == 0);
        }
    }

    TEST_CASE("records are numbered through all batches") {
        auto reader = open("unit\na\nb\nc\n");
        CHECK(reader.next(2).first_record == 0);
        CHECK(reader.next(2).first_record == 2);
        const auto end = reader.next(2);
        CHECK(end.rows() == 0);
        CHECK(end.first_record == 3);
        CHECK(open("unit\na\nb\n").next(0).rows() == 1);
    }
}

} // namespace csv_reader_test
