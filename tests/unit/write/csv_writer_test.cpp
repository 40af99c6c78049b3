#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/write/csv_writer.hpp>

#include "read/cell.hpp"
#include "unit/read/csv_fixture.hpp"
#include "unit/shipped_pack.hpp"

namespace csv_writer_test {

using namespace brukerplan;
using cells = std::vector<std::string>;

std::string written(const pack& instrument, const csv_style& style,
                    const std::vector<cells>& rows) {
    std::string text;
    csv_writer writer{instrument, style, [&](std::string_view part) { text += part; }};
    for (const auto& row : rows) {
        writer.row(row);
    }
    return text;
}

csv_style with_separator(char separator) {
    csv_style style;
    style.separator = separator;
    return style;
}

/// Texts of everything that needs care, all of it in Windows-1252.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "a",       "b",    " ",        ";",        ",",        "\t",           "\"",
        "\n",      "\r\n", "\xC3\xA6", "\xC3\x98", "\xC3\xA5", "\xE2\x82\xAC", "\xE2\x80\x93",
        "\xC2\xAB"};
    std::string text;
    for (auto n = random() % 8; n > 0; --n) {
        text += pieces[random() % pieces.size()];
    }
    return text;
}

TEST_SUITE("write: CSV") {

    TEST_CASE("the header has the columns of the pack, in either language") {
        const auto& p = *csv_test::instrument();
        CHECK(written(p, {}, {}) == "unit,birth_year,mapped_on,economy,services,ratings\n");
        CHECK(written(p, csv_style::excel(), {}) ==
              "Enhet;F\xF8"
              "dsels\xE5r;Dato;\xD8konomi;Tjenester;Vurderinger\r\n");
    }

    TEST_CASE("dates are written as the style has them") {
        const cells row{"Team", "1984", "2024-11-05", "red", "gp|detox", ""};
        const auto& p = *csv_test::instrument();
        CHECK(written(p, {}, {row}).ends_with("\nTeam,1984,2024-11-05,red,gp|detox,\n"));
        CHECK(written(p, csv_style::excel(), {row})
                  .ends_with("\r\nTeam;1984;05.11.2024;red;gp|detox;\r\n"));
        const cells no_date{"Team", "1984", "soon", "red", "", ""};
        CHECK(written(p, csv_style::excel(), {no_date}).ends_with("Team;1984;soon;red;;\r\n"));
    }

    TEST_CASE("what Windows-1252 lacks becomes a question mark") {
        const cells row{"\xC5\x8A"
                        "a\xE2\x80\x93",
                        "",
                        "",
                        "",
                        "",
                        ""};
        CHECK(written(*csv_test::instrument(), csv_style::excel(), {row})
                  .ends_with("\r\n?a\x96;;;;;\r\n"));
    }

    TEST_CASE("what is written is read again, in every style") {
        std::mt19937 random{15};
        for (const auto& style :
             {csv_style{}, with_separator(';'), with_separator('\t'), csv_style::excel()}) {
            std::vector<cells> rows;
            for (int i = 0; i < 100; ++i) {
                rows.push_back({random_text(random), std::to_string(1900 + i), "2024-11-05", "red",
                                "gp|detox", "green,red"});
            }
            const auto text = written(*csv_test::instrument(), style, rows);
            auto reader = csv_test::open(text);
            CHECK(reader.dialect().separator == style.separator);
            CHECK(reader.dialect().unknown_columns.empty());
            const auto table = reader.next();
            REQUIRE(table.rows() == rows.size());
            for (std::size_t row = 0; row < rows.size(); ++row) {
                REQUIRE(table.origins[row].fault == row_fault::none);
                CHECK(table.columns[csv_test::unit].text(row) == detail::trimmed(rows[row][0]));
                CHECK(table.columns[csv_test::birth_year].number(row) ==
                      1900 + static_cast<int>(row));
                CHECK(table.columns[csv_test::mapped_on].day(row) == *make_date(2024, 11, 5));
                CHECK(table.columns[csv_test::economy].number(row) == 2);
                CHECK(table.columns[csv_test::services].codes(row) == code_set{0b011, 0});
                CHECK(table.columns[csv_test::ratings].codes(row) == code_set{0b101, 0});
            }
        }
    }

    TEST_CASE("every column of the newest pack is found again in both styles") {
        for (const auto& style : {csv_style{}, csv_style::excel()}) {
            const auto text = written(*shipped_pack(), style, {});
            auto reader = csv_test::open(text, shipped_pack());
            CHECK(reader.dialect().unknown_columns.empty());
            CHECK(reader.next().header_columns == shipped_pack()->fields.size());
        }
    }

    TEST_CASE("a row of another width is written as it is, and read as a fault") {
        const auto text =
            written(*csv_test::instrument(), {}, {{"Team"}, {"a", "b", "c", "d", "e", "f", "g"}});
        CHECK(csv_test::units(csv_test::read(text)) == cells{"<cells>", "<cells>"});
    }
}

} // namespace csv_writer_test
