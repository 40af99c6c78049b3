#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/number_normaliser.hpp>

#include "national_id_generator.hpp"

namespace number_normaliser_test {

using namespace brukerplan;

normalise_error error_of(std::string_view text) {
    const auto result = normalise_national_number(text);
    REQUIRE_FALSE(result.has_value());
    return result.error();
}

normalised_number normalised(std::string_view text) {
    const auto result = normalise_national_number(text);
    REQUIRE(result.has_value());
    return *result;
}

TEST_SUITE("identity: normalising person numbers") {

    TEST_CASE("a number already in its form is left alone and says so") {
        const normalised_number number = normalised("03851598730");
        CHECK(number.reveal_digits() == "03851598730");
        CHECK_FALSE(number.changes().any());
    }

    TEST_CASE("what is taken away is reported") {
        struct example {
            std::string_view text;
            number_changes changes;
        };
        constexpr example examples[] = {
            {"038515 98730", {.space = true}},
            {"038515-98730", {.hyphen = true}},
            {"038515\xC2\xA0"
             "98730",
             {.no_break_space = true}},
            {"038515\xE2\x80\xAF"
             "98730",
             {.narrow_no_break_space = true}},
            {"\t03851598730 \r\n", {.surrounding_blanks = true}},
            {"\xC2\xA0"
             "038515 98730\xE2\x80\xAF",
             {.surrounding_blanks = true, .space = true}},
        };
        for (const example& e : examples) {
            const normalised_number number = normalised(e.text);
            CHECK(number.reveal_digits() == "03851598730");
            CHECK(number.changes() == e.changes);
        }
    }

    TEST_CASE("nothing is added: a lost leading zero stays lost and is named by the parser") {
        CHECK(normalised("3851598730").reveal_digits() == "3851598730");
        const normalised_number number = normalised("38515 98730");
        CHECK(number.reveal_digits() == "3851598730");
        CHECK(parse_national_id(number.reveal_digits(), national_id_policy::test_numbers())
                  .error()
                  .reason == national_id_reason::lost_leading_zero);
    }

    TEST_CASE("other characters are refused where they stand") {
        CHECK(error_of("03851598730x") ==
              normalise_error{normalise_reason::unexpected_character, 11});
        CHECK(error_of("+3851598730") ==
              normalise_error{normalise_reason::unexpected_character, 0});
        CHECK(error_of("03.8515 98730").reason == normalise_reason::unexpected_character);
        CHECK(error_of({"038515\0"
                        "98730",
                        12})
                  .reason == normalise_reason::unexpected_character);
        CHECK(error_of("\xD9\xA0\xD9\xA3").reason == normalise_reason::unexpected_character);
        CHECK(error_of("038515\xC2").reason == normalise_reason::unexpected_character);
    }

    TEST_CASE("a separator stands once, before the last five digits") {
        CHECK(error_of("0385 1598730") ==
              normalise_error{normalise_reason::misplaced_separator, 4});
        CHECK(error_of("038515  98730").reason == normalise_reason::misplaced_separator);
        CHECK(error_of("038515 - 98730").reason == normalise_reason::misplaced_separator);
        CHECK(error_of("038515 987 30").reason == normalise_reason::misplaced_separator);
        CHECK(error_of("03851598730-").reason == normalise_reason::misplaced_separator);
        CHECK(error_of("-03851598730").reason == normalise_reason::misplaced_separator);
        CHECK(error_of("038515\n98730").reason == normalise_reason::misplaced_separator);
        CHECK(error_of("-98730").reason == normalise_reason::misplaced_separator);
    }

    TEST_CASE("nothing and too much") {
        CHECK(error_of("").reason == normalise_reason::empty);
        CHECK(error_of(" \t\xC2\xA0").reason == normalise_reason::empty);
        CHECK(error_of("0385159873012").reason == normalise_reason::too_long);
    }

    TEST_CASE("DUF numbers come in groups of four, six and two") {
        const auto number = normalise_duf_number(" 2012 586975-61");
        REQUIRE(number.has_value());
        CHECK(number->reveal_digits() == "201258697561");
        CHECK(number->changes() ==
              number_changes{.surrounding_blanks = true, .space = true, .hyphen = true});
        CHECK_FALSE(normalise_duf_number("201258 697561").has_value());
    }

    TEST_CASE("any bytes are normalised to digits or refused at a place inside") {
        national_id_test::generator random{12};
        for (unsigned i = 0; i < 20000; ++i) {
            const std::string text = random.bytes();
            const auto result = normalise_national_number(text);
            if (result) {
                const normalised_number number = *result;
                CHECK_FALSE(number.reveal_digits().empty());
                CHECK(number.reveal_digits().find_first_not_of("0123456789") ==
                      std::string_view::npos);
            } else {
                CHECK(result.error().position <= text.size());
            }
        }
    }

} // TEST_SUITE

} // namespace number_normaliser_test
