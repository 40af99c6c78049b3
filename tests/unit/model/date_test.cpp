#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <brukerplan/model/date.hpp>
#include <brukerplan/model/mapping_round.hpp>

namespace date_test {

using namespace brukerplan;

date day(int year, unsigned month, unsigned day_of_month) {
    const auto made = make_date(year, month, day_of_month);
    REQUIRE(made.has_value());
    return *made;
}

std::string written(date d) {
    const auto characters = format_date(d);
    return {characters.data(), characters.size()};
}

TEST_SUITE("model: dates") {

    TEST_CASE("both written forms are read") {
        CHECK(parse_date("2024-11-05") == day(2024, 11, 5));
        CHECK(parse_date("05.11.2024") == day(2024, 11, 5));
        CHECK(parse_date("5.11.2024") == day(2024, 11, 5));
        CHECK(parse_date("5.1.2024") == day(2024, 1, 5));
        CHECK(parse_date("29.02.2024") == day(2024, 2, 29));
        CHECK(parse_date("0001-01-01") == day(1, 1, 1));
        CHECK(parse_date("31.12.9999") == day(9999, 12, 31));
    }

    TEST_CASE("what is no date of these forms, or no day, is not read") {
        for (const std::string_view text :
             {"",           ".",          "..",         "2024-11-5",  "2024-1-05",   "24-11-05",
              "2024/11/05", "20241105",   "2024-11",    "5.11.24",    "005.11.2024", "5.011.2024",
              ".11.2024",   "5..2024",    "5.11.",      "5.11.2024.", "5.11.20240",  "5,11,2024",
              " 5.11.2024", "5.11.2024 ", "a.11.2024",  "-5.11.2024", "+5.11.2024",  "2024-02-30",
              "2023-02-29", "1900-02-29", "31.04.2024", "0.11.2024",  "5.0.2024",    "5.13.2024",
              "32.1.2024",  "0000-01-01", "2024-11-0x", "5.11.2O24"}) {
            CHECK_MESSAGE(!parse_date(text), text);
        }
    }

    TEST_CASE("every day of a hundred years is written and read as itself, in both forms") {
        bool same = true;
        for (date d = day(1999, 12, 1); d <= day(2100, 3, 31); d += std::chrono::days{1}) {
            const auto iso = written(d);
            const auto dotted = iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
            same = same && parse_date(iso) == d && parse_date(dotted) == d;
        }
        CHECK(same);
        CHECK(written(day(7, 3, 9)) == "0007-03-09");
    }

    TEST_CASE("an age grows on the birthday") {
        CHECK(years_between(day(1984, 6, 15), day(2024, 6, 14)) == 39);
        CHECK(years_between(day(1984, 6, 15), day(2024, 6, 15)) == 40);
        CHECK(years_between(day(1984, 6, 15), day(2024, 12, 31)) == 40);
        CHECK(years_between(day(1984, 12, 31), day(2025, 1, 1)) == 40);
        CHECK(years_between(day(2024, 6, 15), day(2024, 6, 14)) == -1);
        CHECK(years_between(day(2024, 6, 15), day(2024, 6, 15)) == 0);
    }

    TEST_CASE("someone born on 29 February gains a year on 1 March of a common year") {
        CHECK(years_between(day(2008, 2, 29), day(2024, 2, 28)) == 15);
        CHECK(years_between(day(2008, 2, 29), day(2024, 2, 29)) == 16);
        CHECK(years_between(day(2008, 2, 29), day(2025, 2, 28)) == 16);
        CHECK(years_between(day(2008, 2, 29), day(2025, 3, 1)) == 17);
    }

    TEST_CASE("the year of a day is its calendar year") {
        CHECK(year_of(day(2024, 1, 1)) == 2024);
        CHECK(year_of(day(2024, 12, 31)) == 2024);
        CHECK(year_of(day(1969, 12, 31)) == 1969);
    }

    TEST_CASE("collected data are due for deletion ten years after transfer") {
        CHECK(mapping_round::deletion_due(day(2024, 11, 5)) == day(2034, 11, 5));
        CHECK(mapping_round::deletion_due(day(2024, 2, 29)) == day(2034, 2, 28));
    }
}

} // namespace date_test
