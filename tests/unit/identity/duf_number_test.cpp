#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/identity/duf_number.hpp>

#include "national_id_generator.hpp"

namespace duf_number_test {

using namespace brukerplan;

duf_error error_of(std::string_view text, std::optional<date> reference = {}) {
    const auto parsed = parse_duf_number(text, reference);
    REQUIRE_FALSE(parsed.has_value());
    return parsed.error();
}

TEST_SUITE("identity: DUF numbers") {

    TEST_CASE("control digits that do not fit are a fact, not an error") {
        // the sample the immigration authorities have shown; its control digits come out as 06
        const auto sample = parse_duf_number("201258697561");
        REQUIRE(sample.has_value());
        CHECK_FALSE(sample->control_digits_fit());
        CHECK(duf_control_number("2012586975") == 6U);

        const auto fitting = parse_duf_number("201258697506");
        REQUIRE(fitting.has_value());
        CHECK(fitting->control_digits_fit());
        CHECK(fitting->year_of_registration() == 2012);
        CHECK(fitting->kinds() == number_kinds{number_kind::duf});
    }

    TEST_CASE("the control number may be ten") {
        unsigned tens = 0;
        for (unsigned i = 0; i < 1000; ++i) {
            std::string ten = "2020000000";
            for (std::size_t at = 9, value = i; at >= 7; --at, value /= 10) {
                ten[at] = static_cast<char>('0' + value % 10);
            }
            if (duf_control_number(ten) == 10U) {
                ++tens;
                CHECK(parse_duf_number(ten + "10")->control_digits_fit());
                CHECK_FALSE(parse_duf_number(ten + "00")->control_digits_fit());
            }
        }
        CHECK(tens > 50);
    }

    TEST_CASE("every change of a single digit is seen by year or control digits") {
        const std::string number = "201258697506";
        for (std::size_t i = 0; i < number.size(); ++i) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = number;
                changed[i] = digit;
                const auto parsed = parse_duf_number(changed);
                CHECK((digit == number[i]) == (parsed && parsed->control_digits_fit()));
            }
        }
    }

    TEST_CASE("twelve digits that begin with a year before 1950 are no DUF number") {
        CHECK(error_of("194912345600") == duf_error{duf_reason::impossible_year, 0});
        CHECK(parse_duf_number("195012345600").has_value());
        CHECK(error_of("210012345600").reason == duf_reason::impossible_year);
    }

    TEST_CASE("no DUF number is from after the reference date's year") {
        const date reference = *make_date(2020, 6, 1);
        CHECK(parse_duf_number("202012345600", reference).has_value());
        CHECK(error_of("202112345600", reference).reason == duf_reason::impossible_year);
    }

    TEST_CASE("length and digits") {
        CHECK(error_of("20125869756") == duf_error{duf_reason::length, -1});
        CHECK(error_of("2012 5869756") == duf_error{duf_reason::not_a_digit, 4});
        CHECK(error_of("").reason == duf_reason::length);
    }

    TEST_CASE("reading works in constant expressions, and gives the digits back when asked") {
        constexpr auto parsed = parse_duf_number("201258697506");
        static_assert(parsed.has_value() && parsed->control_digits_fit());
        const auto digits = parsed->reveal_digits();
        CHECK(std::string_view{digits.data(), digits.size()} == "201258697506");
    }

} // TEST_SUITE

} // namespace duf_number_test
