#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "csv_fixture.hpp"
#include "read/header.hpp"
#include "unit/shipped_pack.hpp"

namespace header_test {

using namespace brukerplan;
using csv_test::open;
using csv_test::refusal;
using names = std::vector<std::string>;
using positions = std::vector<std::size_t>;

/// The column name of each field of the newest pack, in the pack's order.
std::string header_of_all(bool norwegian, const std::string& left_out = {}) {
    std::string line;
    for (const auto& f : shipped_pack()->fields) {
        if (f.name != left_out) {
            line += (line.empty() ? "" : ";") + (norwegian ? f.alias : f.name);
        }
    }
    return line + "\n";
}

bool finds_birth_year(std::string_view column_name) {
    const detail::field_names known{*csv_test::instrument()};
    const auto match = known.find(column_name);
    return match && match->field == csv_test::birth_year;
}

TEST_SUITE("read: headers") {

    TEST_CASE("a column name is found in any case, with blanks, underscores or neither") {
        for (const char* name : {"birth_year", "BIRTH_YEAR", "Birth Year", "birthyear",
                                 " birth year ", "birth-year", "birth\xC2\xA0year"}) {
            CHECK_MESSAGE(finds_birth_year(name), name);
        }
        for (const char* name : {"", " ", "_", "birth", "birth_years", "year"}) {
            CHECK_FALSE_MESSAGE(finds_birth_year(name), name);
        }
    }

    TEST_CASE("a Norwegian name is found with its letters or without") {
        for (const char* name : {"foedselsaar", "Foedselsaar",
                                 "F\xC3\xB8"
                                 "dsels\xC3\xA5r",
                                 "F\xC3\x98"
                                 "DSELS\xC3\x85R",
                                 "F\xC3\xB8"
                                 "dselsa\xCC\x8Ar",
                                 "F\xC3\xB8"
                                 "DSELSA\xCC\x8AR",
                                 "f\xC3\xB8"
                                 "dsels aar"}) {
            CHECK_MESSAGE(finds_birth_year(name), name);
        }
        CHECK_FALSE(finds_birth_year("fodselsar"));
        CHECK(detail::comparable_name("\xC3\x86rlig \xC3\x98kt_\xC3\x85r") == "aerligoektaar");
    }

    TEST_CASE("the language of the header is that of its names") {
        const auto language = [](std::string_view header) {
            return open(header).dialect().header_language;
        };
        CHECK(language("unit;birth_year\n") == header_language::english);
        CHECK(language("enhet;f\xC3\xB8"
                       "dsels\xC3\xA5r\n") == header_language::norwegian);
        CHECK(language("enhet;birth_year\n") == header_language::mixed);
        CHECK(language("unit;birth_year;noe annet\n") == header_language::english);
    }

    TEST_CASE("columns that the pack does not know are named by position and not read") {
        auto reader = open("note;unit;;birth_year;x\nfoo;Team;bar;1984;y\n");
        CHECK(reader.dialect().unknown_columns == positions{1, 3, 5});
        const auto table = reader.next();
        CHECK(csv_test::units(table) == names{"Team"});
        CHECK(table.columns[csv_test::birth_year].number(0) == 1984);
        CHECK(table.header_columns == 5);
    }

    TEST_CASE("a column that the file does not have is absent, one that is empty is not") {
        const auto table = csv_test::read("unit;birth_year\nTeam;\n");
        CHECK(table.columns[csv_test::birth_year].present());
        CHECK(table.columns[csv_test::birth_year].state(0) == cell_state::missing);
        CHECK_FALSE(table.columns[csv_test::mapped_on].present());
        CHECK(table.columns[csv_test::mapped_on].state(0) == cell_state::missing);
    }

    TEST_CASE("columns may stand in any order") {
        const auto table = csv_test::read("dato;oekonomi;enhet\n5.11.2024;red;Team\n");
        CHECK(csv_test::units(table) == names{"Team"});
        CHECK(table.columns[csv_test::economy].number(0) == 2);
        CHECK(table.columns[csv_test::mapped_on].day(0) == *make_date(2024, 11, 5));
    }

    TEST_CASE("two columns of one field are refused, in one language or in two") {
        const auto twice = refusal("unit;birth_year;Birth Year\n");
        CHECK(twice.fault == read_fault::duplicate_columns);
        CHECK(twice.columns == names{"birth_year (foedselsaar)"});
        CHECK(refusal("unit;birth_year;foedselsaar\n").fault == read_fault::duplicate_columns);
        CHECK(open("unit;note;note\n").dialect().unknown_columns == positions{2, 3});
    }

    TEST_CASE("a row that names no column is no header") {
        for (const char* text : {"a;b;c\n", "one word", "Team;1984;2024-11-05\n", ";;;\n1;2\n"}) {
            CHECK_MESSAGE(refusal(text).fault == read_fault::no_header, text);
        }
    }

    TEST_CASE("a header with an open quote or damaged letters is refused") {
        CHECK(refusal("unit;\"birth_year\nTeam;1984\n").fault == read_fault::no_header);
        CHECK(refusal("\xEF\xBB\xBFunit;f\xF8"
                      "dsels\xE5r\n")
                  .fault == read_fault::unknown_charset);
        CHECK(refusal("unit;\x81\x8D\n").fault == read_fault::unknown_charset);
    }

    TEST_CASE("a column name may be quoted and wrapped over lines") {
        const auto table = csv_test::read("\"unit\";\"birth\r\nyear\"\nTeam;1984\n");
        REQUIRE(table.rows() == 1);
        CHECK(table.columns[csv_test::birth_year].number(0) == 1984);
        CHECK(table.origins[0].line == 3);
    }

    TEST_CASE("every column of the newest pack is found by both its names") {
        for (const bool norwegian : {false, true}) {
            auto reader = open(header_of_all(norwegian), shipped_pack());
            CHECK(reader.dialect().unknown_columns.empty());
            const auto table = reader.next();
            for (const auto& column : table.columns) {
                CHECK(column.present());
            }
        }
    }

    TEST_CASE("a file must have the required columns, and may lack any other") {
        const names required{"municipality",      "mapping_year",     "mapped_on",
                             "substance_problem", "mental_disorder",  "housing",
                             "activity",          "economy",          "physical_health",
                             "mental_health",     "substance_use",    "social_functioning",
                             "network",           "services_received"};
        const auto instrument = shipped_pack();
        for (const auto& f : instrument->fields) {
            const auto text = header_of_all(false, f.name);
            const auto reader = csv_reader::from_text(text, instrument);
            const bool must = std::find(required.begin(), required.end(), f.name) != required.end();
            CHECK_MESSAGE(reader.has_value() != must, f.name);
            if (!reader) {
                CHECK(reader.error().fault == read_fault::missing_columns);
                CHECK(reader.error().columns == names{f.name + " (" + f.alias + ")"});
            }
        }
    }

    TEST_CASE("national number or birth year must be there, not both") {
        std::string header = header_of_all(false, "national_number");
        header.erase(header.find("birth_year;"), std::string_view{"birth_year;"}.size());
        const auto error = refusal(header, shipped_pack());
        CHECK(error.fault == read_fault::missing_columns);
        CHECK(error.columns == names{"national_number / birth_year"});
    }

    TEST_CASE("all missing columns are named at once") {
        CHECK(refusal("municipality;bolig\n", shipped_pack()).columns.size() == 13);
    }

    TEST_CASE("every refusal has words in three languages, and names the columns") {
        for (int fault = 0; fault <= static_cast<int>(read_fault::duplicate_columns); ++fault) {
            const read_error error{static_cast<read_fault>(fault), {"unit (enhet)"}};
            names all;
            for (const char* language : {"nb", "nn", "en"}) {
                const auto message = message_of(error, language);
                CHECK(message.size() > 20);
                CHECK(message.find_first_of("{}\n") == std::string::npos);
                CHECK(std::find(all.begin(), all.end(), message) == all.end());
                all.push_back(message);
            }
            CHECK(message_of(error, "se") == all[0]);
        }
        const read_error missing{read_fault::missing_columns, {"unit (enhet)", "sex (kjoenn)"}};
        CHECK(message_of(missing, "en").find("unit (enhet), sex (kjoenn)") != std::string::npos);
    }
}

} // namespace header_test
