#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <brukerplan/model/column_table.hpp>

namespace column_table_test {

using namespace brukerplan;

TEST_SUITE("model: columns") {

    TEST_CASE("a cell is missing, a value, or unreadable") {
        column years{storage::number};
        years.append_missing();
        years.append_number(1984);
        years.append_unreadable("nineteen");
        years.append_number(-3);
        REQUIRE(years.size() == 4);
        CHECK(years.state(0) == cell_state::missing);
        CHECK(years.state(2) == cell_state::unreadable);
        CHECK(years.has_value(1));
        CHECK_FALSE(years.has_value(2));
        CHECK(years.number(0) == 0);
        CHECK(years.number(1) == 1984);
        CHECK(years.number(2) == 0);
        CHECK(years.number(3) == -3);
    }

    TEST_CASE("texts keep their places among cells without a value") {
        column units{storage::text};
        units.append_text("first");
        units.append_missing();
        units.append_text("");
        units.append_unreadable("?");
        units.append_text("last");
        CHECK(units.text(0) == "first");
        CHECK(units.text(1).empty());
        CHECK(units.text(2).empty());
        CHECK(units.has_value(2));
        CHECK(units.text(3).empty());
        CHECK(units.text(4) == "last");
    }

    TEST_CASE("sets keep their places among cells without a value") {
        column services{storage::codes};
        services.append_codes({0b101, 0});
        services.append_unreadable("x");
        services.append_codes({0, 1});
        CHECK(services.codes(0) == code_set{0b101, 0});
        CHECK(services.codes(1) == code_set{});
        CHECK(services.codes(2) == code_set{0, 1});
    }

    TEST_CASE("a code is told from a cell without one") {
        column sexes{storage::code};
        sexes.append_code(0);
        sexes.append_missing();
        sexes.append_unreadable("?");
        sexes.append_code(63);
        REQUIRE(sexes.size() == 4);
        CHECK(sexes.state(0) == cell_state::value);
        CHECK(sexes.state(1) == cell_state::missing);
        CHECK(sexes.state(2) == cell_state::unreadable);
        CHECK(sexes.number(1) == 0);
        CHECK(sexes.number(2) == 0);
        CHECK(sexes.number(3) == 63);
    }

    TEST_CASE("cells that are filled in bulk are as if appended one by one") {
        column numbers{storage::number};
        numbers.append_number(7);
        numbers.append_missing_rows(2);
        numbers.grown_numbers(1)[0] = 9;
        numbers.grown_states(1)[0] = cell_state::value;
        CHECK(numbers.size() == 4);
        CHECK_FALSE(numbers.has_value(2));
        CHECK(numbers.number(3) == 9);

        const std::string elsewhere = "first second";
        column texts{storage::text};
        texts.borrow_text(elsewhere.data());
        texts.grown_texts(1)[0] = {6, 6};
        texts.grown_states(1)[0] = cell_state::value;
        CHECK(texts.text(0) == "second");
    }

    TEST_CASE("borrowed texts may lie in several buffers, before and behind what they count from") {
        const std::string buffer = "first second third";
        const char* middle = buffer.data() + 6;
        column texts{storage::text};
        texts.borrow_text(middle);
        const auto places = texts.unset_texts(2);
        places[0] = column::place_of(middle, std::string_view{buffer}.substr(0, 5));
        places[1] = column::place_of(middle, std::string_view{buffer}.substr(13));
        std::ranges::fill(texts.unset_states(2), cell_state::value);
        CHECK(texts.text(0) == "first");
        CHECK(texts.text(1) == "third");
    }

    TEST_CASE("what could not be read is found by its index, for cells that could not") {
        const std::array<std::string_view, 2> written{"", "?"};
        const std::array<std::uint8_t, 3> indices{0, 1, 1};
        column sexes{storage::code};
        const auto cells = sexes.grown_codes(3);
        cells[0] = 2;
        cells[1] = code_unreadable;
        sexes.borrow_unreadable(indices.data(), written.data());
        CHECK(sexes.unreadable_text(0).empty());
        CHECK(sexes.unreadable_text(1) == "?");
        CHECK(sexes.unreadable_text(2).empty());
        sexes.clear();
        sexes.append_unreadable("!");
        CHECK(sexes.unreadable_text(0) == "!");
    }

    TEST_CASE("a column that is cleared is empty and can be used again") {
        column units{storage::text};
        units.append_text("first");
        units.append_unreadable("?");
        units.clear();
        CHECK(units.size() == 0);
        units.append_text("second");
        CHECK(units.text(0) == "second");
        CHECK(units.unreadable_text(0).empty());
    }

    TEST_CASE("a day is stored as the days since 1970") {
        column days{storage::number};
        days.append_number(0);
        days.append_number(
            static_cast<std::int32_t>(make_date(1899, 12, 31)->time_since_epoch().count()));
        CHECK(days.day(0) == *make_date(1970, 1, 1));
        CHECK(days.day(1) == *make_date(1899, 12, 31));
    }

    TEST_CASE("what could not be read is found by its row, and nothing for others") {
        for (const storage kind : {storage::text, storage::number, storage::code, storage::codes}) {
            column cells{kind};
            for (int i = 0; i < 100; ++i) {
                if (i % 7 == 3) {
                    cells.append_unreadable(std::to_string(i));
                } else {
                    cells.append_missing();
                }
            }
            for (std::size_t row = 0; row < 100; ++row) {
                CHECK(cells.unreadable_text(row) ==
                      (row % 7 == 3 ? std::to_string(row) : std::string{}));
            }
        }
    }

    TEST_CASE("a set of codes holds up to 64") {
        code_set all;
        CHECK(all.empty());
        for (unsigned code = 0; code < 64; ++code) {
            CHECK_FALSE(all.contains(code));
            all.insert(code);
            CHECK(all.contains(code));
        }
        CHECK(all.size() == 64);
        CHECK((code_set{0b110, 1} | code_set{0b011, 2}) == code_set{0b111, 3});
        CHECK((code_set{0b110, 3} & code_set{0b011, 2}) == code_set{0b010, 2});
    }
}

} // namespace column_table_test
