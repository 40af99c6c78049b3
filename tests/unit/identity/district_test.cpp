// City districts of Oslo, Stavanger, Bergen and Trondheim through time.
#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include <brukerplan/identity/district.hpp>

namespace district_test {

using namespace brukerplan;

date day(int year, unsigned month = 1, unsigned in_month = 1) {
    return *make_date(year, month, in_month);
}

std::vector<std::string_view> names_of(std::string_view municipality_code, date on) {
    std::vector<std::string_view> names;
    for (const district& one : districts_of_municipality(municipality_code, on)) {
        names.push_back(one.name);
    }
    return names;
}

TEST_CASE("a district code starts with a municipality that is valid for as long") {
    for (const district& row : detail::places::districts) {
        CAPTURE(row.code);
        CHECK(row.code.size() == 6);
        CHECK_FALSE(row.name.empty());
        CHECK(municipality_known(row.municipality_code()));
        for (int year = 2006; year <= 2026; ++year) {
            if (district_valid_on(row.code, day(year))) {
                CHECK(municipality_valid_on(row.municipality_code(), day(year)));
            }
        }
    }
}

TEST_CASE("the districts of the four cities in 2024, the unknown one included") {
    CHECK(districts_of_municipality("0301", day(2024)).count() == 18);
    CHECK(districts_of_municipality("1103", day(2024)).count() == 10);
    CHECK(districts_of_municipality("4601", day(2024)).count() == 9);
    CHECK(districts_of_municipality("5001", day(2024)).count() == 5);
    CHECK(districts_of_municipality("3101", day(2024)).empty());
    CHECK(districts_of_municipality("", day(2024)).empty());
}

TEST_CASE("each of the four has an unknown district at every time, and it comes last") {
    for (int year = 2006; year <= 2026; ++year) {
        std::size_t cities = 0;
        for (const municipality& city : municipalities_on(day(year))) {
            const district* last = nullptr;
            for (const district& one : districts_of_municipality(city.code, day(year))) {
                CHECK((last == nullptr || (!last->is_unknown() && last->code < one.code)));
                last = &one;
            }
            if (last != nullptr) {
                ++cities;
                CHECK(last->is_unknown());
            }
        }
        CHECK(cities == 4);
    }
}

TEST_CASE("districts change their codes with the municipality and keep their names") {
    CHECK(district_valid_on("120101", day(2019, 12, 31)));
    CHECK_FALSE(district_valid_on("120101", day(2020)));
    CHECK_FALSE(district_valid_on("460101", day(2019, 12, 31)));
    CHECK(district_valid_on("460101", day(2020)));
    CHECK(names_of("1201", day(2019)) == names_of("4601", day(2020)));
    CHECK(names_of("1601", day(2017)) == names_of("5001", day(2018)));
}

TEST_CASE("Stavanger has two districts more since 2020") {
    CHECK_FALSE(district_valid_on("110308", day(2019)));
    REQUIRE(find_district("110308", day(2020)) != nullptr);
    CHECK(find_district("110308", day(2020))->name == "Finn\303\270y");
    CHECK(districts_of_municipality("1103", day(2019)).count() == 8);
}

TEST_CASE("a district is found with name and municipality") {
    const district* gamle_oslo = find_district("030101", day(2024));
    REQUIRE(gamle_oslo != nullptr);
    CHECK(gamle_oslo->name == "Gamle Oslo");
    CHECK(gamle_oslo->municipality_code() == "0301");
    CHECK_FALSE(gamle_oslo->is_unknown());
    CHECK(find_district("030199", day(2024))->is_unknown());
}

TEST_CASE("Sentrum and Marka are known to have no council") {
    std::vector<std::string_view> without;
    for (const district& one : districts_of_municipality("0301", day(2024))) {
        if (one.without_council) {
            without.push_back(one.name);
        }
    }
    CHECK(without == std::vector<std::string_view>{"Sentrum", "Marka"});
}

TEST_CASE("what is no district code is not valid") {
    for (const std::string_view text :
         {"", "0", "0301", "03010", "0301010", "030118", "30101", "03010a", "999999"}) {
        CAPTURE(text);
        CHECK_FALSE(district_valid_on(text, day(2024)));
    }
    CHECK_FALSE(district_valid_on("030101", day(2005))); // before the facts
}

} // namespace district_test
