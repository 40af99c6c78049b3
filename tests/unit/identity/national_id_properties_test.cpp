// What holds for every national number, tried on generated ones.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <brukerplan/identity/national_id.hpp>

#include "national_id_generator.hpp"

namespace national_id_properties_test {

using namespace brukerplan;
using national_id_test::generator;
using national_id_test::text_of;
using reason = national_id_reason;
namespace facts = brukerplan::detail::person_numbers;

/// Takes every kind and leaves the century aside, so that what it refuses is refused by date or
/// control digits.
national_id_policy widest(control_rule rule = control_rule::both) {
    national_id_policy policy = national_id_policy::every_kind();
    policy.rule = rule;
    policy.dates = date_check::lenient;
    return policy;
}

facts::control_remainders remainders_of(std::string_view text) {
    facts::eleven_digits digits{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        digits[i] = static_cast<std::uint8_t>(text[i] - '0');
    }
    return facts::remainders_of(digits);
}

/// Tries every change of numbers that `rule` accepts; counts those accepted after it.
template <class EveryChange>
unsigned undetected(control_rule rule, std::uint64_t seed, EveryChange every_change) {
    generator random{seed};
    unsigned found = 0;
    for (unsigned i = 0; i < 150; ++i) {
        const std::string number = random.number_of_any_kind(rule == control_rule::both ? 3 : 0);
        if (!parse_national_id(number, widest(rule))) {
            continue; // months that keep to the 1964 rule
        }
        every_change(number, [&](const std::string& changed) {
            found += parse_national_id(changed, widest(rule)) ? 1U : 0U;
        });
    }
    return found;
}

template <std::size_t Distance, class Use>
void every_swap(const std::string& number, Use use) {
    for (std::size_t i = 0; i + Distance < number.size(); ++i) {
        if (number[i] != number[i + Distance]) {
            std::string changed = number;
            std::swap(changed[i], changed[i + Distance]);
            use(changed);
        }
    }
}

std::string_view kinds_of_month(unsigned month) {
    if (month >= 1 && month <= 12) {
        return "birth_number";
    }
    if (month >= 21 && month <= 32) {
        return "npid";
    }
    if (month >= 41 && month <= 52) {
        return "h_number+nav_synthetic";
    }
    if (month >= 61 && month <= 65) {
        return "nav_synthetic+npid";
    }
    if (month >= 66 && month <= 72) {
        return "nhn+nav_synthetic+npid";
    }
    if (month >= 73 && month <= 77) {
        return "nhn";
    }
    return month >= 81 && month <= 92 ? "tenor" : "";
}

std::string join(number_kinds kinds) {
    std::string joined;
    for_each_kind(kinds, [&](number_kind kind) {
        joined += (joined.empty() ? "" : "+") + std::string{token_of(kind)};
    });
    return joined;
}

TEST_SUITE("identity: properties of national numbers") {

    TEST_CASE("every change of a single digit is found under both rules") {
        const auto every_digit = [](const std::string& number, auto use) {
            for (std::size_t i = 0; i < number.size(); ++i) {
                for (char digit = '0'; digit <= '9'; ++digit) {
                    if (digit != number[i]) {
                        std::string changed = number;
                        changed[i] = digit;
                        use(changed);
                    }
                }
            }
        };
        CHECK(undetected(control_rule::strict_1964, 1, every_digit) == 0);
        CHECK(undetected(control_rule::both, 2, every_digit) == 0);
    }

    TEST_CASE("every swap of neighbours is found under both rules") {
        const auto swaps = [](const std::string& number, auto use) { every_swap<1>(number, use); };
        CHECK(undetected(control_rule::strict_1964, 3, swaps) == 0);
        CHECK(undetected(control_rule::both, 4, swaps) == 0);
    }

    TEST_CASE("every swap of next neighbours is found under both rules") {
        const auto swaps = [](const std::string& number, auto use) { every_swap<2>(number, use); };
        CHECK(undetected(control_rule::strict_1964, 5, swaps) == 0);
        CHECK(undetected(control_rule::both, 6, swaps) == 0);
    }

    TEST_CASE("swapping the fourth and tenth digit is never found by the control digits") {
        generator random{7};
        unsigned found_by_date = 0;
        for (unsigned i = 0; i < 500; ++i) {
            std::string number = random.number_of_any_kind();
            const auto before = remainders_of(number);
            std::swap(number[3], number[9]);
            const auto after = remainders_of(number);
            CHECK(after.first == before.first);
            CHECK(after.second == before.second);
            found_by_date += parse_national_id(number, widest()) ? 0U : 1U;
        }
        CHECK(found_by_date > 0);
        CHECK(found_by_date < 500);
    }

    TEST_CASE("what the 1964 rule accepts, both rules accept") {
        generator random{8};
        unsigned strict_accepts = 0;
        unsigned both_accept = 0;
        for (unsigned i = 0; i < 20000; ++i) {
            const std::string number =
                random.below(2) == 0 ? random.border_number() : random.number_of_any_kind();
            national_id_policy policy = random.policy();
            policy.rule = control_rule::strict_1964;
            policy.refuse_ambiguous = false; // under both rules a further kind may be left open
            const bool strict = parse_national_id(number, policy).has_value();
            policy.rule = control_rule::both;
            const bool both = parse_national_id(number, policy).has_value();
            CHECK_MESSAGE((both || !strict), "accepted under the 1964 rule alone");
            strict_accepts += strict ? 1U : 0U;
            both_accept += both ? 1U : 0U;
        }
        CHECK(strict_accepts < both_accept);
    }

    TEST_CASE("numbers there are for 30 October 1982") {
        struct count {
            unsigned by_control_digits = 0;
            unsigned with_century = 0;
            unsigned of_the_year = 0;

            bool operator==(const count&) const = default;
        };
        const auto count_by = [](int largest_remainder) {
            count counted;
            for (unsigned individual = 0; individual < 1000; ++individual) {
                std::string nine = "301082000";
                nine[6] = static_cast<char>('0' + individual / 100);
                nine[7] = static_cast<char>('0' + individual / 10 % 10);
                nine[8] = static_cast<char>('0' + individual % 10);
                const int year = facts::year_by(facts::birth_number_series, individual, 82);
                for (int remainder = 0; remainder <= largest_remainder; ++remainder) {
                    const auto digits =
                        complete_national_id(std::span<const char, 9>{nine.data(), 9}, remainder);
                    if (!digits || !parse_national_id(text_of(*digits), widest())) {
                        continue;
                    }
                    counted.by_control_digits += 1;
                    counted.with_century += year != 0 ? 1U : 0U;
                    counted.of_the_year += year == 1982 ? 1U : 0U;
                }
            }
            return counted;
        };
        CHECK(count_by(0) == count{827, 704, 496});
        CHECK(count_by(3) == count{3306, 2810, 1984});

        SUBCASE("and parsing all hundred thousand numbers of the day finds as many") {
            unsigned strict = 0;
            unsigned strict_with_century = 0;
            unsigned strict_of_the_year = 0;
            for (unsigned individual = 0; individual < 1000; ++individual) {
                for (unsigned control = 0; control < 100; ++control) {
                    const unsigned rest = individual * 100 + control;
                    std::string number = "30108200000";
                    for (unsigned i = 0, value = rest; i < 5; ++i, value /= 10) {
                        number[10 - i] = static_cast<char>('0' + value % 10);
                    }
                    if (remainders_of(number).second != 0) {
                        continue;
                    }
                    national_id_policy policy = widest(control_rule::strict_1964);
                    strict += parse_national_id(number, policy) ? 1U : 0U;
                    policy.dates = date_check::by_rule;
                    const auto parsed = parse_national_id(number, policy);
                    strict_with_century += parsed ? 1U : 0U;
                    strict_of_the_year += parsed && parsed->birth_years().contains(1982) ? 1U : 0U;
                }
            }
            CHECK(strict == 827);
            CHECK(strict_with_century == 704);
            CHECK(strict_of_the_year == 496);
        }
    }

    TEST_CASE("each of the hundred months has its kinds, with and without the mark of a D-number") {
        for (unsigned month = 0; month < 100; ++month) {
            CAPTURE(month);
            for (const bool d_number : {false, true}) {
                // some individual number gives control digits; 1960 is in the series of every kind
                reason refused = reason::none;
                std::string kinds;
                for (char last = '0'; last <= '9' && kinds.empty(); ++last) {
                    std::string nine = d_number ? "410060000" : "010060000";
                    nine[2] = static_cast<char>('0' + month / 10);
                    nine[3] = static_cast<char>('0' + month % 10);
                    nine[8] = last;
                    const auto digits =
                        complete_national_id(std::span<const char, 9>{nine.data(), 9});
                    if (!digits) {
                        continue;
                    }
                    const auto parsed = parse_national_id(text_of(*digits), widest());
                    kinds = parsed ? join(parsed->kinds()) : "";
                    refused = parsed ? reason::none : parsed.error().reason;
                }
                if (kinds_of_month(month).empty()) {
                    CHECK(kinds.empty());
                    CHECK(refused ==
                          (month == 0 ? reason::impossible_date : reason::reserved_month));
                    continue;
                }
                number_kinds expected;
                std::string_view rest = kinds_of_month(month);
                while (!rest.empty()) {
                    const auto plus = rest.find('+');
                    for (std::size_t i = 0; i < number_kind_count; ++i) {
                        if (number_kind_tokens[i] == rest.substr(0, plus)) {
                            expected.insert(static_cast<number_kind>(i));
                        }
                    }
                    rest = plus == rest.npos ? std::string_view{} : rest.substr(plus + 1);
                }
                if (d_number) {
                    expected = (expected - number_kind::birth_number) | number_kind::d_number;
                }
                CHECK(kinds == join(expected));
            }
        }
    }

    TEST_CASE("parse then reveal is identity") {
        generator random{9};
        unsigned parsed_numbers = 0;
        for (unsigned i = 0; i < 3000; ++i) {
            const std::string number = random.number_of_any_kind();
            const auto parsed = parse_national_id(number, widest());
            if (parsed) {
                ++parsed_numbers;
                CHECK(text_of(parsed->reveal_digits()) == number);
            }
        }
        CHECK(parsed_numbers > 2000);
    }

    TEST_CASE("any bytes of any length are accepted or refused with a reason and a place") {
        generator random{10};
        for (unsigned i = 0; i < 30000; ++i) {
            const std::string text = random.bytes();
            const auto parsed = parse_national_id(text, random.policy());
            if (!parsed) {
                const national_id_error& error = parsed.error();
                CHECK(error.reason != reason::none);
                CHECK(static_cast<std::size_t>(error.reason) < national_id_reason_count);
                CHECK(error.position >= -1);
                CHECK(error.position < 11);
            }
        }
    }

    TEST_CASE("masked text holds no digit of the number") {
        generator random{11};
        for (unsigned i = 0; i < 300; ++i) {
            const auto parsed = parse_national_id(random.number_of_any_kind(), widest());
            if (parsed) {
                const masked_number masked = mask(*parsed);
                CHECK(masked.text().find_first_of("0123456789") == std::string_view::npos);
            }
        }
    }

} // TEST_SUITE

} // namespace national_id_properties_test
