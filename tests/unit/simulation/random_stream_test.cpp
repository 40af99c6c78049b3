// Draws of whole numbers from Philox4x32-10.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <set>
#include <span>

#include <brukerplan/simulation/random_stream.hpp>

namespace random_stream_test {

using namespace brukerplan;

struct weight {
    std::uint32_t weight;
};

TEST_CASE("a stream works in constant expressions") {
    static_assert(random_stream{0, 0, 0}.next() == 0x6627e8d5);
}

TEST_CASE("a stream hands out block after block under its counter and key") {
    constexpr std::uint64_t seed = 0x0123456789abcdef;
    constexpr std::uint64_t about = 0xfedcba9876543210;
    random_stream random{seed, about, 7};
    for (std::uint32_t block = 0; block < 3; ++block) {
        const auto expected =
            philox4x32_10({block, 7, 0x76543210, 0xfedcba98}, {0x89abcdef, 0x01234567});
        for (const auto number : expected) {
            CHECK(random.next() == number);
        }
    }
}

TEST_CASE("streams of another seed, stream or purpose begin otherwise") {
    std::set<std::uint32_t> first;
    for (std::uint64_t i = 0; i < 100; ++i) {
        first.insert(random_stream{i, 0, 0}.next());
        first.insert(random_stream{i << 32U, 0, 1}.next());
        first.insert(random_stream{1000, i, 0}.next());
        first.insert(random_stream{1000, i << 32U, 1}.next());
        first.insert(random_stream{1000, 1000, static_cast<std::uint32_t>(i)}.next());
    }
    CHECK(first.size() == 500);
}

TEST_CASE("numbers below a bound are as likely as each other") {
    random_stream random{1, 2, 3};
    std::array<int, 7> seen{};
    for (int i = 0; i < 70'000; ++i) {
        const auto drawn = random.below(7);
        REQUIRE(drawn < 7);
        ++seen[drawn];
    }
    for (const int count : seen) {
        CHECK(count > 9'600);
        CHECK(count < 10'400);
    }
    CHECK(random.below(1) == 0);
    // Of a bound just above half the range half the numbers would be twice as likely without
    // rejection.
    constexpr std::uint32_t large = 0xC0000000;
    int low = 0;
    for (int i = 0; i < 30'000; ++i) {
        const auto drawn = random.below(large);
        REQUIRE(drawn < large);
        low += drawn < large / 3 ? 1 : 0;
    }
    CHECK(low > 9'700);
    CHECK(low < 10'300);
}

TEST_CASE("chances of nothing and of everything are certain") {
    random_stream random{1, 2, 4};
    int quarter = 0;
    for (int i = 0; i < 10'000; ++i) {
        REQUIRE_FALSE(random.chance(0));
        REQUIRE(random.chance(1000));
        quarter += random.chance(250) ? 1 : 0;
        const auto age = random.between(16, 17);
        REQUIRE((age == 16 || age == 17));
    }
    CHECK(quarter > 2'350);
    CHECK(quarter < 2'650);
}

TEST_CASE("entries are drawn by their weight, and one without weight never") {
    constexpr std::array<weight, 4> weights{{{0}, {1}, {0}, {3}}};
    random_stream random{1, 2, 5};
    std::array<int, 4> seen{};
    for (int i = 0; i < 8'000; ++i) {
        ++seen[random.weighted(std::span<const weight>{weights})];
    }
    CHECK(seen[0] == 0);
    CHECK(seen[2] == 0);
    CHECK(seen[1] + seen[3] == 8'000);
    CHECK(seen[1] > 1'850);
    CHECK(seen[1] < 2'150);
}

} // namespace random_stream_test
