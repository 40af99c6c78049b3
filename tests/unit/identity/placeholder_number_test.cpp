#include <doctest/doctest.h>

#include <string>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/placeholder_number.hpp>

namespace placeholder_number_test {

using namespace brukerplan;

TEST_SUITE("identity: placeholders for numbers nobody knows") {

    TEST_CASE("a date followed by zeros is a date only") {
        const auto found = recognise_placeholder_number("24128400000");
        REQUIRE(found.has_value());
        CHECK(*found == placeholder_number{number_kind::date_only, 24, 12, 84});
    }

    TEST_CASE("the suffixes of Statistics Norway make a dummy") {
        for (const char* text : {"24128400100", "24128400200", "24128499999"}) {
            const auto found = recognise_placeholder_number(text);
            REQUIRE(found.has_value());
            CHECK(found->kinds == number_kinds{number_kind::dummy});
        }
        CHECK_FALSE(recognise_placeholder_number("24128400300").has_value());
    }

    TEST_CASE("the day may carry the mark of a D-number") {
        const auto found = recognise_placeholder_number("64128400100");
        REQUIRE(found.has_value());
        CHECK(found->kinds == number_kinds{number_kind::dummy, number_kind::d_number});
        CHECK(found->day == 24);
    }

    TEST_CASE("the date must exist in some century") {
        CHECK(recognise_placeholder_number("29020000000").has_value());
        CHECK_FALSE(recognise_placeholder_number("29020100000").has_value());
        CHECK_FALSE(recognise_placeholder_number("31048400000").has_value());
        CHECK_FALSE(recognise_placeholder_number("00000000000").has_value());
        CHECK_FALSE(recognise_placeholder_number("24928400000").has_value());
        CHECK_FALSE(recognise_placeholder_number("84128400000").has_value());
    }

    TEST_CASE("other lengths and bytes are no placeholder") {
        CHECK_FALSE(recognise_placeholder_number("").has_value());
        CHECK_FALSE(recognise_placeholder_number("2412840000").has_value());
        CHECK_FALSE(recognise_placeholder_number("241284 0000").has_value());
        CHECK_FALSE(recognise_placeholder_number("24x28400000").has_value());
    }

    TEST_CASE("most placeholders are no national number, and a few are one by chance") {
        CHECK_FALSE(parse_national_id("24128400000").has_value());
        unsigned both = 0;
        for (int day = 1; day <= 28; ++day) {
            std::string text = "00128400000";
            text[0] = static_cast<char>('0' + day / 10);
            text[1] = static_cast<char>('0' + day % 10);
            both +=
                parse_national_id(text).has_value() && recognise_placeholder_number(text) ? 1U : 0U;
        }
        CHECK(both < 5);
    }

} // TEST_SUITE

} // namespace placeholder_number_test
