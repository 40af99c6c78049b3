#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/model/date.hpp>

#include "csv_fixture.hpp"
#include "read/cell.hpp"

namespace cell_test {

using namespace brukerplan;

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF";

/// One cell, read alone.
column read_cell(std::size_t field, std::string_view cell) {
    const auto instrument = csv_test::instrument();
    detail::cell_reader reader{*instrument};
    column result{storage_of(instrument->fields[field].type)};
    reader.append(field, cell, result);
    REQUIRE(result.size() == 1);
    return result;
}

bool decimal_comma_in(std::string_view cell) {
    const auto instrument = csv_test::instrument();
    detail::cell_reader reader{*instrument};
    column years{storage::number};
    reader.append(csv_test::birth_year, cell, years);
    return reader.decimal_comma_seen();
}

cell_state state_of(std::size_t field, std::string_view cell) {
    return read_cell(field, cell).state(0);
}

std::optional<std::int32_t> number_of(std::size_t field, std::string_view cell) {
    const auto read = read_cell(field, cell);
    return read.has_value(0) ? std::optional{read.number(0)} : std::nullopt;
}

std::optional<code_set> codes_of(std::size_t field, std::string_view cell) {
    const auto read = read_cell(field, cell);
    return read.has_value(0) ? std::optional{read.codes(0)} : std::nullopt;
}

TEST_SUITE("read: cells") {

    TEST_CASE("words of a cell end where a bar or a comma stands, wherever that is") {
        for (const char separator : {'|', ',', '{', '-', '\xFC', '\0'}) {
            for (std::size_t size = 0; size < 20; ++size) {
                std::string cell(size, 'x');
                CHECK(detail::word_end(cell) == size);
                for (std::size_t at = 0; at < size; ++at) {
                    cell.assign(size, 'x');
                    cell[at] = separator;
                    CHECK(detail::word_end(cell) == std::min(cell.find_first_of("|,"), size));
                    cell.back() = '|';
                    CHECK(detail::word_end(cell) == cell.find_first_of("|,"));
                }
            }
        }
    }

    TEST_CASE("a cell of nothing but blanks is missing in every type") {
        for (std::size_t field = 0; field <= csv_test::ratings; ++field) {
            for (const std::string& cell :
                 {std::string{}, std::string{"  "}, std::string{"\t"}, std::string{"\r\n"},
                  std::string{no_break_space}, " " + std::string{narrow_no_break_space} + " "}) {
                CHECK(state_of(field, cell) == cell_state::missing);
            }
        }
    }

    TEST_CASE("cells are trimmed of blanks, line ends and no-break spaces at both ends") {
        CHECK(read_cell(csv_test::unit, "  Team \t").text(0) == "Team");
        CHECK(read_cell(csv_test::unit, "\nTeam\r\n").text(0) == "Team");
        CHECK(read_cell(csv_test::unit, "Team  Vest").text(0) == "Team  Vest");
        const std::string odd = std::string{no_break_space} + " Team" +
                                std::string{narrow_no_break_space} + std::string{no_break_space};
        CHECK(read_cell(csv_test::unit, odd).text(0) == "Team");
        CHECK(detail::trimmed("\xC3\xA0") == "\xC3\xA0"); // ends as a no-break space does
    }

    TEST_CASE("whole numbers have digits and at most a minus sign") {
        CHECK(number_of(csv_test::birth_year, "1984") == 1984);
        CHECK(number_of(csv_test::birth_year, " 1984 ") == 1984);
        CHECK(number_of(csv_test::birth_year, "007") == 7);
        CHECK(number_of(csv_test::birth_year, "-3") == -3);
        CHECK(number_of(csv_test::birth_year, "2147483647") == 2'147'483'647);
        CHECK(number_of(csv_test::birth_year, "-2147483648") == INT32_MIN);
        for (const char* cell : {"+5", "- 5", "--5", "-", "1 984", "1984a", "0x10", "1e3",
                                 "2147483648", "-2147483649", "99999999999999999999", "ukjent"}) {
            CHECK_MESSAGE(state_of(csv_test::birth_year, cell) == cell_state::unreadable, cell);
        }
    }

    TEST_CASE("a number may have a decimal comma or point with nothing behind it but zeros") {
        CHECK(number_of(csv_test::birth_year, "1984,0") == 1984);
        CHECK(number_of(csv_test::birth_year, "1984.00") == 1984);
        CHECK(number_of(csv_test::birth_year, "-2,0") == -2);
        for (const char* cell :
             {"1984,5", "1984,", ",0", ",", "-,0", "1,984,0", "1.984,0", "1984,0a"}) {
            CHECK_MESSAGE(state_of(csv_test::birth_year, cell) == cell_state::unreadable, cell);
        }
    }

    TEST_CASE("a decimal comma is noted when it stands in a number") {
        CHECK(decimal_comma_in("1984,0"));
        CHECK(decimal_comma_in("1984,5"));
        CHECK_FALSE(decimal_comma_in("1984"));
        CHECK_FALSE(decimal_comma_in("1984.0"));
        CHECK_FALSE(decimal_comma_in("nei, ukjent"));
        CHECK_FALSE(decimal_comma_in(","));
    }

    TEST_CASE("dates are read in both forms") {
        const auto days =
            static_cast<std::int32_t>(make_date(2024, 11, 5)->time_since_epoch().count());
        for (const char* cell : {"2024-11-05", "05.11.2024", "5.11.2024", " 5.11.2024 "}) {
            CHECK(number_of(csv_test::mapped_on, cell) == days);
        }
        for (const char* cell :
             {"2024-02-30", "31.04.2024", "2024-11-5", "5.11.24", "05/11/2024", "20241105",
              "05.11.2024 00:00", "2024-11-05T00:00", "0000-01-01"}) {
            CHECK_MESSAGE(state_of(csv_test::mapped_on, cell) == cell_state::unreadable, cell);
        }
    }

    TEST_CASE("a token is read in any case, and nothing near it") {
        CHECK(number_of(csv_test::economy, "green") == 0);
        CHECK(number_of(csv_test::economy, "YELLOW") == 1);
        CHECK(number_of(csv_test::economy, " Red ") == 2);
        for (const char* cell : {"gren", "green yellow", "green|yellow", "gr\xC3\xB8nn", "-"}) {
            CHECK_MESSAGE(state_of(csv_test::economy, cell) == cell_state::unreadable, cell);
        }
    }

    TEST_CASE("ratings may be written 1, 2 and 3, and 0 is not assessed") {
        CHECK(number_of(csv_test::economy, "1") == 0);
        CHECK(number_of(csv_test::economy, "2") == 1);
        CHECK(number_of(csv_test::economy, "3") == 2);
        CHECK(state_of(csv_test::economy, "0") == cell_state::missing);
        CHECK(state_of(csv_test::economy, "4") == cell_state::unreadable);
        CHECK(state_of(csv_test::services, "0") ==
              cell_state::unreadable); // a list without numbers
    }

    TEST_CASE("several values are separated by a bar or a comma") {
        const code_set both{0b101, 0};
        for (const char* cell : {"gp|nav_guidance", "gp,nav_guidance", " gp , NAV_guidance ",
                                 "gp||nav_guidance|", "gp,gp|nav_guidance"}) {
            CHECK_MESSAGE(codes_of(csv_test::services, cell) == both, cell);
        }
        CHECK(codes_of(csv_test::services, "detox") == code_set{0b010, 0});
        CHECK(state_of(csv_test::services, "|, ,|") == cell_state::missing);
        CHECK(state_of(csv_test::services, "gp;detox") == cell_state::unreadable);
        CHECK(state_of(csv_test::services, "gp|unheard_of") == cell_state::unreadable);
    }

    TEST_CASE("answers that stand alone are kept apart, also where they do not stand alone") {
        CHECK(codes_of(csv_test::services, "none") == code_set{0, 0b01});
        CHECK(codes_of(csv_test::services, "Unknown") == code_set{0, 0b10});
        CHECK(codes_of(csv_test::services, "none|gp") == code_set{0b001, 0b01});
    }

    TEST_CASE("0 among several numbered values adds nothing") {
        CHECK(codes_of(csv_test::ratings, "1|3") == code_set{0b101, 0});
        CHECK(codes_of(csv_test::ratings, "0|3") == code_set{0b100, 0});
        CHECK(state_of(csv_test::ratings, "0") == cell_state::missing);
    }

    TEST_CASE("what could not be read is kept for repair") {
        CHECK(read_cell(csv_test::economy, " turquoise ").unreadable_text(0) == "turquoise");
        CHECK(read_cell(csv_test::services, "gp|x").unreadable_text(0) == "gp|x");
    }
}

} // namespace cell_test
