#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <brukerplan/identity/national_id.hpp>

#include "national_id_vectors.hpp"

namespace national_id_cases {

using namespace brukerplan;
using namespace std::chrono_literals;
using national_id_test::expectation;
using national_id_test::known_number;
using national_id_test::known_numbers;
using reason = national_id_reason;

constexpr date day(int year, unsigned month, unsigned of_month) {
    return *make_date(year, month, of_month);
}

national_id_policy every_kind(control_rule rule = control_rule::both,
                              date_check dates = date_check::by_rule) {
    national_id_policy policy = national_id_policy::every_kind();
    policy.rule = rule;
    policy.dates = dates;
    return policy;
}

reason reason_of(std::string_view text, const national_id_policy& policy = {}) {
    const auto parsed = parse_national_id(text, policy);
    return parsed ? reason::none : parsed.error().reason;
}

national_id accepted(std::string_view text, const national_id_policy& policy) {
    const auto parsed = parse_national_id(text, policy);
    REQUIRE(parsed.has_value());
    return *parsed;
}

std::vector<int> years_of(const national_id& id) {
    return {id.birth_years().begin(), id.birth_years().end()};
}

/// A number with these nine digits, by the lowest remainder from `remainder` on that gives one.
std::string complete(std::string_view nine, int remainder = 0) {
    REQUIRE(nine.size() == 9);
    const auto digits = complete_national_id(std::span<const char, 9>{nine.data(), 9}, remainder);
    REQUIRE(digits.has_value());
    return {digits->data(), digits->size()};
}

TEST_SUITE("identity: national numbers") {

    TEST_CASE("every published and constructed vector has its stated verdict") {
        for (const known_number& known : known_numbers) {
            CAPTURE(known.digits);
            const auto parsed = parse_national_id(known.digits, every_kind());
            if (known.expected == expectation::valid) {
                CHECK(parsed.has_value());
            }
            if (known.expected == expectation::invalid) {
                for (const date_check dates :
                     {date_check::by_rule, date_check::strict, date_check::lenient}) {
                    CHECK_FALSE(
                        parse_national_id(known.digits, every_kind(control_rule::both, dates)));
                    CHECK_FALSE(parse_national_id(known.digits,
                                                  every_kind(control_rule::strict_1964, dates)));
                }
            }
        }
    }

    TEST_CASE("every vector has its stated control remainders") {
        namespace facts = brukerplan::detail::person_numbers;
        for (const known_number& known : known_numbers) {
            CAPTURE(known.digits);
            facts::eleven_digits digits{};
            for (std::size_t i = 0; i < digits.size(); ++i) {
                digits[i] = static_cast<std::uint8_t>(known.digits[i] - '0');
            }
            const facts::control_remainders remainders = facts::remainders_of(digits);
            CHECK(remainders.first == known.first_remainder);
            CHECK(remainders.second == known.second_remainder);
        }
    }

    TEST_CASE("valid vectors have their stated kinds, rules and candidate years") {
        namespace facts = brukerplan::detail::person_numbers;
        for (const known_number& known : known_numbers) {
            if (known.expected != expectation::valid) {
                continue;
            }
            CAPTURE(known.digits);
            const national_id id = accepted(known.digits, every_kind());
            CHECK(id.kinds() == known.kinds);
            CHECK(id.rules() == control_rules{known.first_remainder == 0, true});

            std::vector<int> table_years;
            if (known.birth_number_year != 0) {
                table_years.push_back(known.birth_number_year);
            }
            if (known.d_number_year != 0 && known.d_number_year != known.birth_number_year) {
                table_years.push_back(known.d_number_year);
            }
            if (known.first_remainder == 0) {
                CHECK(years_of(id) == table_years);
            } else {
                CHECK(id.birth_years().empty());
                CHECK(id.birth_year_basis() == derivation::unknown);
                CHECK(id.sex() == sex::unknown);
                CHECK(reason_of(known.digits, every_kind(control_rule::strict_1964)) ==
                      reason::first_control_digit);
            }

            const auto individual =
                static_cast<unsigned>(std::stoi(std::string{known.digits.substr(6, 3)}));
            const auto two_digits =
                static_cast<unsigned>(std::stoi(std::string{known.digits.substr(4, 2)}));
            if (id.is_d_number()) {
                CHECK(facts::year_by(facts::d_number_series, individual, two_digits) ==
                      known.d_number_year);
            } else {
                CHECK(facts::year_by(facts::birth_number_series, individual, two_digits) ==
                      known.birth_number_year);
            }
        }
    }

    TEST_CASE("vectors left to the policy are decided by its rule and its date check") {
        struct decided {
            std::string_view digits;
            control_rule rule;
            date_check dates;
            reason expected;
        };
        constexpr auto both = control_rule::both;
        constexpr auto strict_rule = control_rule::strict_1964;
        constexpr std::array<decided, 18> cases{{
            // 29 February of a year that its series puts in 1900, which was no leap year
            {"29020000064", strict_rule, date_check::by_rule, reason::impossible_date},
            {"29020000064", strict_rule, date_check::strict, reason::impossible_date},
            {"29020000064", strict_rule, date_check::lenient, reason::none},
            {"29020000064", both, date_check::by_rule, reason::none},
            {"29020000064", both, date_check::strict, reason::impossible_date},
            {"29020000064", both, date_check::lenient, reason::none},
            // individual number 800 is in no series for a year ending in 60
            {"01016080000", strict_rule, date_check::by_rule,
             reason::individual_number_without_century},
            {"01016080000", strict_rule, date_check::strict,
             reason::individual_number_without_century},
            {"01016080000", strict_rule, date_check::lenient, reason::none},
            {"01016080000", both, date_check::by_rule, reason::none},
            {"01016080000", both, date_check::strict, reason::individual_number_without_century},
            {"01016080000", both, date_check::lenient, reason::none},
            // a D-number in no series: assigned since February 2024, if it is right
            {"41125055093", strict_rule, date_check::by_rule, reason::none},
            {"41125055093", strict_rule, date_check::strict,
             reason::individual_number_without_century},
            {"41125055093", strict_rule, date_check::lenient, reason::none},
            {"41125055093", both, date_check::by_rule, reason::none},
            {"41125055093", both, date_check::strict, reason::individual_number_without_century},
            {"41125055093", both, date_check::lenient, reason::none},
        }};
        for (const decided& c : cases) {
            CAPTURE(c.digits);
            CHECK(reason_of(c.digits, every_kind(c.rule, c.dates)) == c.expected);
            if (c.expected == reason::none) {
                CHECK(accepted(c.digits, every_kind(c.rule, c.dates)).birth_years().empty());
            }
        }
    }

    TEST_CASE("a D-number outside the series is refused in data from before February 2024") {
        CHECK(reason_of("41125055093", national_id_policy::collected_by(day(2024, 1, 31))) ==
              reason::individual_number_without_century);
        CHECK(reason_of("41125055093", national_id_policy::collected_by(day(2024, 2, 1))) ==
              reason::none);
    }

    TEST_CASE("synthetic and NPID numbers are refused unless the policy takes them") {
        CHECK(reason_of("03851598730") == reason::synthetic_not_allowed);
        CHECK(reason_of("41819077302") == reason::synthetic_not_allowed);
        CHECK(reason_of("01215010100") == reason::kind_not_allowed);
        CHECK(parse_national_id("03851598730").error().position == national_id_position::month);
        CHECK(parse_national_id("03851598730").error().kinds == number_kinds{number_kind::tenor});
        CHECK(parse_national_id("03851598730", national_id_policy::test_numbers()).has_value());
        CHECK(parse_national_id("41819077302", national_id_policy::test_numbers()).has_value());
    }

    TEST_CASE("the policy for test numbers refuses real ones") {
        CHECK(reason_of("20036914700", national_id_policy::test_numbers()) ==
              reason::kind_not_allowed);
        CHECK(reason_of("01215010100", national_id_policy::test_numbers()) ==
              reason::kind_not_allowed);
    }

    TEST_CASE("the reason is the one a person needs to hear") {
        SUBCASE(
            "a wrong synthetic number has wrong control digits, since its month may be mistyped") {
            CHECK(reason_of("03851598731") == reason::second_control_digit);
        }
        SUBCASE("a date that does not exist comes before the control digits") {
            CHECK(reason_of("32851598730") == reason::impossible_date);
            CHECK(reason_of("30020160001") == reason::impossible_date);
        }
        SUBCASE("all zeros satisfy both control rules and fail on the day") {
            CHECK(reason_of("00000000000", every_kind()) == reason::impossible_date);
            CHECK(parse_national_id("00000000000").error().position == national_id_position::day);
        }
        SUBCASE("month 00 is no month; a month that no kind uses is reserved") {
            CHECK(reason_of("01009900051", every_kind()) == reason::impossible_date);
            for (const char* month : {"13", "20", "33", "40", "53", "60", "78", "80", "93", "99"}) {
                CHECK(reason_of("01" + std::string{month} + "9900051", every_kind()) ==
                      reason::reserved_month);
            }
        }
        SUBCASE("days outside the month, with and without the mark of a D-number") {
            for (const char* of_month : {"00", "32", "39", "40", "72", "79"}) {
                CHECK(reason_of(std::string{of_month} + "018012345", every_kind()) ==
                      reason::impossible_date);
            }
            CHECK(reason_of("71048012345", every_kind()) == reason::impossible_date);
        }
        SUBCASE("length, digits and their places") {
            CHECK(reason_of("") == reason::length);
            CHECK(reason_of("038515987300") == reason::length);
            CHECK(reason_of("038515 98730") == reason::length);
            CHECK(reason_of("0385159873\n") == reason::not_a_digit);
            CHECK(reason_of("+3851598730") == reason::not_a_digit);
            CHECK(reason_of({"0385159873\0", 11}) == reason::not_a_digit);
            CHECK(reason_of("\xD9\xA0\xD9\xA3\xD9\xA8\xD9\xA5\xD9\xA1\x35") == reason::not_a_digit);
            CHECK(parse_national_id("03851x98730").error().position == 5);
        }
        SUBCASE("ten digits that a zero in front completes") {
            CHECK(reason_of("3851598730") == reason::lost_leading_zero);
            CHECK(reason_of("3851598731") == reason::length);
            CHECK(reason_of("3851x98730") == reason::length);
            CHECK(reason_of("2013299903") == reason::lost_leading_zero);
            CHECK(reason_of("2013299903", every_kind(control_rule::strict_1964)) == reason::length);
        }
        SUBCASE("which control digit fails") {
            CHECK(reason_of("03851598731", every_kind()) == reason::second_control_digit);
            CHECK(reason_of("03851598720", every_kind()) == reason::both_control_digits);
            CHECK(reason_of("30108299939", every_kind(control_rule::strict_1964)) ==
                  reason::first_control_digit);
            CHECK(parse_national_id("03851598731", every_kind()).error().position == 10);
            CHECK(parse_national_id("03851598720", every_kind()).error().position == 9);
        }
    }

    TEST_CASE("an H-number and NAV's synthetic number look the same until the policy decides") {
        const std::string number = complete("014180123");
        const number_kinds both{number_kind::h_number, number_kind::nav_synthetic};

        const national_id undecided = accepted(number, every_kind());
        CHECK(undecided.kinds() == both);
        CHECK(undecided.is_ambiguous_kind());
        CHECK_FALSE(undecided.is_synthetic());
        CHECK(undecided.birth_year_basis() == derivation::convention);

        const national_id real = accepted(number, national_id_policy::real_numbers());
        CHECK(real.kinds() == number_kinds{number_kind::h_number});
        CHECK(real.possible_kinds() == both);
        CHECK(real.may_be_synthetic());

        const national_id test = accepted(number, national_id_policy::test_numbers());
        CHECK(test.kinds() == number_kinds{number_kind::nav_synthetic});
        CHECK(test.is_synthetic());

        national_id_policy decided = every_kind();
        decided.refuse_ambiguous = true;
        CHECK(reason_of(number, decided) == reason::ambiguous);
    }

    TEST_CASE("H-numbers and FH-numbers keep to the 1964 rule") {
        const std::string help = complete("014180123", 1);
        CHECK(accepted(help, every_kind()).kinds() == number_kinds{number_kind::nav_synthetic});
        CHECK(reason_of(help) == reason::synthetic_not_allowed);

        const std::string common_help = complete("814180123", 2);
        CHECK(reason_of(common_help, every_kind()) == reason::first_control_digit);
    }

    TEST_CASE("an FH-number says nothing but that it is one") {
        const std::string number = complete("900000006");
        const national_id id = accepted(number, {});
        CHECK(id.kinds() == number_kinds{number_kind::fh_number});
        CHECK(id.day() == 0);
        CHECK(id.month() == 0);
        CHECK_FALSE(id.two_digit_year().has_value());
        CHECK(id.birth_years().empty());
        CHECK(id.sex() == sex::unknown);
        national_id_policy without;
        without.kinds = without.kinds - number_kind::fh_number;
        CHECK(reason_of(number, without) == reason::kind_not_allowed);
    }

    TEST_CASE("months 66 to 72 mean two months, so the month is unknown until the policy decides") {
        const std::string number = complete("016780125");
        const national_id undecided = accepted(number, every_kind());
        CHECK(undecided.kinds() ==
              number_kinds{number_kind::npid, number_kind::nav_synthetic, number_kind::nhn});
        CHECK(undecided.month() == 0);
        CHECK(undecided.is_synthetic());
        CHECK_FALSE(undecided.certain_birth_date().has_value());

        national_id_policy helsenett;
        helsenett.kinds = number_kind::nhn;
        CHECK(accepted(number, helsenett).month() == 2);
        national_id_policy nav;
        nav.kinds = number_kind::nav_synthetic;
        CHECK(accepted(number, nav).month() == 7);
        CHECK(accepted(number, nav).kinds() ==
              number_kinds{number_kind::npid, number_kind::nav_synthetic});
    }

    TEST_CASE("a real number needs all its kinds allowed, a test number its test kind alone") {
        national_id_policy policy;
        policy.kinds = number_kind::birth_number;
        CHECK(reason_of("41010555009", policy) == reason::kind_not_allowed);
        CHECK(parse_national_id("41010555009", policy).error().position ==
              national_id_position::day);
        policy.kinds = number_kind::tenor;
        CHECK(reason_of("41819077302", policy) == reason::none);
        policy.kinds = {number_kind::birth_number, number_kind::d_number};
        CHECK(reason_of("41819077302", policy) == reason::synthetic_not_allowed);
    }

    TEST_CASE("the D-number table of the policy chooses the century") {
        national_id_policy policy = every_kind();
        CHECK(years_of(accepted("41810021827", policy)) == std::vector{1900, 2000});
        policy.d_table = d_number_table::old_table;
        CHECK(years_of(accepted("41810021827", policy)) == std::vector{1900});
        policy.d_table = d_number_table::new_table;
        CHECK(years_of(accepted("41810021827", policy)) == std::vector{2000});
        policy.d_table = d_number_table::both;
        policy.refuse_ambiguous = true;
        CHECK(reason_of("41810021827", policy) == reason::ambiguous);
    }

    TEST_CASE("numbers from before 16 November 2021 are judged by the old D-number table alone") {
        national_id_policy policy = national_id_policy::collected_by(day(2021, 11, 15));
        policy.kinds = national_number_kinds;
        CHECK(years_of(accepted("41810021827", policy)) == std::vector{1900});
        policy.assigned_by = day(2021, 11, 16);
        CHECK(years_of(accepted("41810021827", policy)) == std::vector{1900, 2000});
    }

    TEST_CASE("the date of collection decides which control rule holds") {
        const auto on = [](date collected) { return national_id_policy::collected_by(collected); };
        CHECK(reason_of("30108299939", on(day(2031, 12, 31))) == reason::first_control_digit);
        CHECK(reason_of("30108299939", on(day(2032, 1, 1))) == reason::none);
        national_id_policy unbounded;
        unbounded.rule = control_rule::by_date;
        CHECK(reason_of("30108299939", unbounded) == reason::none);
    }

    TEST_CASE("a birth date is certain only where the number was surely assigned before 2032") {
        const national_id_policy before = national_id_policy::collected_by(day(2026, 5, 1));
        CHECK(accepted("20036914700", before).certain_birth_date() == day(1969, 3, 20));
        CHECK(accepted("20036914700", before).birth_year_basis() ==
              derivation::assigned_before_2032);
        CHECK_FALSE(accepted("20036914700", {}).certain_birth_date().has_value());
        CHECK(accepted("20036914700", {}).birth_year_basis() ==
              derivation::if_assigned_before_2032);
        CHECK_FALSE(accepted("41010555009", before).certain_birth_date().has_value());
    }

    TEST_CASE("sex is the last digit of the individual number, and unknown from 2032") {
        CHECK(accepted("03851598730", every_kind(control_rule::strict_1964)).sex() == sex::male);
        CHECK(accepted("41814061033", every_kind(control_rule::strict_1964)).sex() == sex::female);
        CHECK(accepted("30908299902", every_kind()).sex() == sex::unknown);
        CHECK(accepted("01215010100", every_kind()).sex() == sex::unknown);
    }

    TEST_CASE("an NPID promises neither sex nor birth date") {
        const national_id id = accepted("01215010100", every_kind(control_rule::strict_1964));
        CHECK(years_of(id) == std::vector{1950});
        CHECK(id.birth_year_basis() == derivation::not_guaranteed);
        CHECK_FALSE(id.certain_birth_date().has_value());
    }

    TEST_CASE("29 February needs a leap year among the years the number can mean") {
        CHECK(reason_of("29020073150", {}) == reason::none);
        CHECK(reason_of("29020105729", every_kind(control_rule::both, date_check::lenient)) ==
              reason::impossible_date);
        // the century of a neutral number is unknown, and 2000 had the day
        const std::string neutral = complete("298200123", 1);
        CHECK(reason_of(neutral, every_kind()) == reason::none);
        CHECK(reason_of(complete("298201123", 1), every_kind()) == reason::impossible_date);
    }

    TEST_CASE("nobody is born after the reference date") {
        national_id_policy policy = every_kind();
        policy.reference_date = day(2015, 5, 2);
        CHECK(reason_of("03851598730", policy) == reason::birth_after_reference_date);
        CHECK(parse_national_id("03851598730", policy).error().position ==
              national_id_position::year);
        policy.reference_date = day(2015, 5, 3);
        CHECK(reason_of("03851598730", policy) == reason::none);

        SUBCASE("the bound on assignment is one too") {
            national_id_policy bounded = national_id_policy::collected_by(day(2015, 5, 2));
            bounded.kinds = national_number_kinds;
            CHECK(reason_of("03851598730", bounded) == reason::birth_after_reference_date);
        }
        SUBCASE("candidates after it are dropped") {
            policy.reference_date = day(1950, 1, 1);
            CHECK(years_of(accepted("41810021827", policy)) == std::vector{1900});
        }
        SUBCASE("a neutral number may mean an earlier century") {
            policy.reference_date = day(1990, 1, 1);
            CHECK(reason_of("55102499947", policy) == reason::none);
        }
        SUBCASE("from 2032 a late table year may be a neutral number of an older person") {
            policy.reference_date = day(2034, 1, 1);
            const std::string number = complete("018135612"); // by its series born in 2035
            CHECK(reason_of(number, every_kind()) == reason::none);
            CHECK(accepted(number, policy).birth_years().empty());
            policy.reference_date = day(2031, 12, 31);
            CHECK(reason_of(number, policy) == reason::birth_after_reference_date);
        }
        SUBCASE("a D-number may lie outside its series from February 2024") {
            const std::string number = complete("418130612"); // by its series born in 2030
            policy.reference_date = day(2026, 1, 1);
            CHECK(accepted(number, policy).birth_years().empty());
            policy.reference_date = day(2024, 1, 31);
            CHECK(reason_of(number, policy) == reason::birth_after_reference_date);
        }
    }

    TEST_CASE("a birth number outside every series can only be neutral, so its sex is unknown") {
        const national_id id = accepted("01016080000", {});
        CHECK(id.rules() == control_rules{true, true});
        CHECK(id.sex() == sex::unknown);
        CHECK(accepted("41125055093", {}).sex() == sex::female);
    }

    TEST_CASE("masking shows the kind and nothing else") {
        const national_id tenor_d = accepted("41819077302", every_kind());
        CHECK(mask(tenor_d).text() == "d_number+tenor ***********");
        number_kinds all = number_kinds::from_bits(0xFFFF);
        CHECK(all.size() == 11);
        CHECK(masked_number{all}.text().ends_with("duf+date_only+dummy ***********"));
    }

    TEST_CASE("only asking for the digits gives them back") {
        const auto digits = accepted("41819077302", every_kind()).reveal_digits();
        CHECK(std::string_view{digits.data(), digits.size()} == "41819077302");
    }

    TEST_CASE("nine digits are completed by the chosen remainder, or not at all") {
        constexpr std::string_view nine = "301082999";
        const auto complete_by = [&](int remainder) {
            return complete_national_id(std::span<const char, 9>{nine.data(), 9}, remainder);
        };
        CHECK(std::string_view{complete_by(0)->data(), 11} == "30108299920");
        CHECK(std::string_view{complete_by(1)->data(), 11} == "30108299939");
        CHECK_FALSE(complete_by(-1).has_value());
        CHECK_FALSE(complete_by(4).has_value());
        CHECK_FALSE(complete_national_id(std::span<const char, 9>{"30108299x", 9}).has_value());
    }

    TEST_CASE("tokens of kinds, reasons and derivations are frozen") {
        CHECK(token_of(number_kind::birth_number) == "birth_number");
        CHECK(token_of(number_kind::dummy) == "dummy");
        CHECK(number_kind_of("nav_synthetic") == number_kind::nav_synthetic);
        CHECK_FALSE(number_kind_of("Tenor").has_value());
        CHECK(token_of(reason::length) == "length");
        CHECK(token_of(reason::lost_leading_zero) == "lost_leading_zero");
        CHECK(token_of(reason::individual_number_without_century) ==
              "individual_number_without_century");
        CHECK(token_of(reason::birth_after_reference_date) == "birth_after_reference_date");
        CHECK(token_of(reason::ambiguous) == "ambiguous");
        CHECK(token_of(derivation::not_guaranteed) == "not_guaranteed");
    }

    TEST_CASE("parsing works in constant expressions") {
        constexpr auto parsed =
            parse_national_id("03851598730", national_id_policy::test_numbers());
        static_assert(parsed.has_value());
        static_assert(parsed->kinds() == number_kinds{number_kind::tenor});
        static_assert(parsed->day() == 3 && parsed->month() == 5);
        constexpr auto refused = parse_national_id("03851598730");
        static_assert(refused.error().reason == reason::synthetic_not_allowed);
        static_assert(std::is_trivially_copyable_v<national_id>);
    }

} // TEST_SUITE

} // namespace national_id_cases
