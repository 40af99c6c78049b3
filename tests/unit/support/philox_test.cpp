// Philox4x32-10 against the known answers of its authors.
#include <doctest/doctest.h>

#include <cstdint>

#include <brukerplan/support/philox.hpp>

using namespace brukerplan;

TEST_CASE("the generator gives the known answers of Random123") {
    // Random123, tests/kat_vectors, lines "philox4x32 10": zeros, ones, digits of pi.
    CHECK(philox4x32_10({0, 0, 0, 0}, {0, 0}) ==
          philox_counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(philox4x32_10({ones, ones, ones, ones}, {ones, ones}) ==
          philox_counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(
        philox4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        philox_counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("the generator works in constant expressions") {
    static_assert(philox4x32_10({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);
}
