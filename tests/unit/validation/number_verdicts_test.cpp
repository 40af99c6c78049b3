// What tables say of numbers in any place is what a number says by itself.

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include <brukerplan/validation/identity_in_text.hpp>

#include "unit/identity/national_id_generator.hpp"
#include "validation/facts_reader.hpp"

namespace number_verdicts_test {

using namespace brukerplan;
using detail::numbered_day;

std::string some_number(national_id_test::generator& random) {
    switch (random.below(4)) {
    case 0:
        return random.border_number();
    case 1:
        return random.leap_day();
    case 2:
        return random.bytes();
    default:
        return random.number_of_any_kind();
    }
}

TEST_SUITE("validation: verdicts on numbers") {

    TEST_CASE("are those of the day itself, before and behind every day on which rules turn") {
        national_id_test::generator random{2032};
        constexpr std::array days{
            make_date(1949, 6, 1), make_date(1960, 2, 29),  make_date(1999, 12, 31),
            make_date(2000, 1, 1), make_date(2024, 10, 7),  make_date(2031, 12, 31),
            make_date(2032, 1, 1), make_date(2039, 12, 31), make_date(2055, 5, 5)};
        for (int i = 0; i < 20'000; ++i) {
            const auto number = some_number(random);
            for (const auto day : days) {
                const numbered_day mapped{day};
                CHECK(mapped.verdict_on(number) == detail::verdict_of_day(number, mapped));
            }
            const numbered_day any{std::nullopt};
            CHECK(any.verdict_on(number) == detail::verdict_of_day(number, any));
        }
    }

    TEST_CASE("find the numbers in a text that the text holds") {
        national_id_test::generator random{11};
        constexpr std::array<const char*, 8> between{"",     " ",  "-", ".",
                                                     "sak ", ", ", "7", "\xC2\xA0"};
        for (int i = 0; i < 20'000; ++i) {
            std::string text = between[random.below(8)];
            for (const char c : some_number(random)) {
                text += c;
                text += random.below(6) == 0 ? between[random.below(8)] : "";
            }
            text += between[random.below(8)];
            CHECK(detail::holds_number_by_table(text) == holds_national_number(text));
        }
        CHECK(detail::holds_number_by_table("sak 15868710168"));
        CHECK_FALSE(detail::holds_number_by_table(""));
    }
}

} // namespace number_verdicts_test
