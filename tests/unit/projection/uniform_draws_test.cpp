#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include <brukerplan/projection/uniform_draws.hpp>

namespace uniform_draws_test {

using namespace brukerplan;

TEST_SUITE("projection: uniform draws") {

    TEST_CASE("a draw is what Philox says at its address") {
        // Random123's known answer for a counter and a key of zeros: 6627e8d5 e169c58d bc57ac4c
        // 9b00dbd8. The upper 53 of 64 bits, the last of them set.
        constexpr uniform_draws zeros{0, {}};
        static_assert(zeros(0) == static_cast<double>(0x6627e8d5e169c58dU >> 11U | 1U) * 0x1p-53);
        static_assert(zeros.both(0).second ==
                      static_cast<double>(0xbc57ac4c9b00dbd8U >> 11U | 1U) * 0x1p-53);
        // Digits of pi: every part of the address at its place.
        constexpr uniform_draws pi{
            0x299f31d0a4093822,
            {.municipality = 0x13198a2e, .service = 0x85a308d3, .purpose = 0x03707344}};
        static_assert(pi(0x243f6a88) ==
                      static_cast<double>(0xd16cfe0994fdccebU >> 11U | 1U) * 0x1p-53);
    }

    TEST_CASE("draws are the same in whatever order they are asked for") {
        const uniform_draws draws{17, {4601, 3, 1}};
        std::vector<double> forwards;
        for (std::uint32_t i = 0; i < 1000; ++i) {
            forwards.push_back(draws(i));
        }
        for (std::uint32_t i = 1000; i-- > 0;) {
            REQUIRE(uniform_draws{17, {4601, 3, 1}}(i) == forwards[i]);
            REQUIRE(draws.both(i).first == forwards[i]);
        }
    }

    TEST_CASE("draws lie inside 0 and 1, and so do their complements") {
        const uniform_draws draws{1, {1, 1, 1}};
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            const double u = draws(i);
            REQUIRE(u > 0);
            REQUIRE(u < 1);
            REQUIRE(1 - (1 - u) == u);
        }
    }

    TEST_CASE("draws are spread evenly, and about different things they are independent") {
        constexpr int count = 20'000;
        const double sd = 1 / std::sqrt(12.0);
        const std::vector<uniform_draws> all{
            {5, {1, 1, 1}}, {6, {1, 1, 1}}, {5, {2, 1, 1}}, {5, {1, 2, 1}}, {5, {1, 1, 2}}};
        std::vector<double> seen;
        for (const auto& draws : all) {
            double sum = 0;
            double squares = 0;
            double products = 0;
            double pairs = 0;
            for (std::uint32_t i = 0; i < count; ++i) {
                const auto both = draws.both(i);
                const double u = (both.first - 0.5) / sd;
                sum += u;
                squares += u * u;
                products += u * (all[0](i + (&draws == &all[0] ? 1 : 0)) - 0.5) / sd;
                pairs += u * (both.second - 0.5) / sd;
                seen.push_back(both.first);
                seen.push_back(both.second);
            }
            const double error = 1 / std::sqrt(count);
            CHECK(std::abs(sum / count) < 4 * error);
            CHECK(std::abs(squares / count - 1) < 4 * error);
            CHECK(std::abs(products / count) < 4 * error);
            CHECK(std::abs(pairs / count) < 4 * error);
        }
        std::sort(seen.begin(), seen.end());
        CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    }
}

} // namespace uniform_draws_test
