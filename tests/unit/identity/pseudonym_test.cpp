// Pseudonyms: the test vectors of the standard, who meets whom, and that a key is gone when it is
// gone.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <brukerplan/identity/pseudonym.hpp>

#include "unit/process_memory.hpp"

namespace pseudonym_test {

using namespace brukerplan;

std::vector<std::uint8_t> bytes_of(std::string_view hex) {
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(
            static_cast<std::uint8_t>(std::stoi(std::string{hex.substr(i, 2)}, nullptr, 16)));
    }
    return bytes;
}

std::vector<std::uint8_t> repeated(std::uint8_t byte, std::size_t times) {
    return std::vector<std::uint8_t>(times, byte);
}

std::vector<std::uint8_t> text(std::string_view words) {
    return {words.begin(), words.end()};
}

std::array<std::uint8_t, secret_key_size> key_bytes(std::uint8_t first) {
    std::array<std::uint8_t, secret_key_size> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(first + 37 * i);
    }
    return bytes;
}

national_id tenor(std::string_view digits) {
    return *parse_national_id(digits, national_id_policy::test_numbers());
}


TEST_SUITE("identity: pseudonyms") {

    TEST_CASE("HMAC-SHA-256 gives the published values (RFC 4231)") {
        const auto hmac = [](const std::vector<std::uint8_t>& key,
                             const std::vector<std::uint8_t>& message) {
            const auto result = detail::hmac_sha256(key, message);
            return std::vector<std::uint8_t>(result.begin(), result.end());
        };
        CHECK(hmac(repeated(0x0b, 20), text("Hi There")) ==
              bytes_of("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
        CHECK(hmac(text("Jefe"), text("what do ya want for nothing?")) ==
              bytes_of("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        CHECK(hmac(repeated(0xaa, 20), repeated(0xdd, 50)) ==
              bytes_of("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"));
        CHECK(hmac(bytes_of("0102030405060708090a0b0c0d0e0f10111213141516171819"),
                   repeated(0xcd, 50)) ==
              bytes_of("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"));
        CHECK(hmac(repeated(0xaa, 131),
                   text("Test Using Larger Than Block-Size Key - Hash Key First")) ==
              bytes_of("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
        CHECK(hmac(repeated(0xaa, 131),
                   text("This is a test using a larger than block-size key and a larger than "
                        "block-size data. The key needs to be hashed before being used by the "
                        "HMAC algorithm.")) ==
              bytes_of("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"));
    }

    TEST_CASE("two spellings of one number meet, two numbers do not") {
        const pseudonymiser names{ephemeral_key::generate(), "2024-1", "9001"};
        const auto policy = national_id_policy::test_numbers();
        const auto plain = names.of("15868710168", policy);
        REQUIRE(plain);
        CHECK(names.of(" 158687 10168 ", policy).value() == *plain);
        CHECK(names.of("158687-10168", policy).value() == *plain);
        CHECK(names.of(tenor("15868710168")) == *plain);
        CHECK(names.of("17912099997", policy).value() != *plain);
        CHECK(plain->basis == pseudonym_basis::ephemeral);
    }

    TEST_CASE("an invalid number gets no pseudonym, and the reason is told") {
        const pseudonymiser names{ephemeral_key::generate(), "2024-1", "9001"};
        const auto policy = national_id_policy::test_numbers();
        CHECK(names.of("15868710169", policy).error().reason ==
              national_id_reason::second_control_digit);
        CHECK(names.of("15868710168").error().reason == national_id_reason::synthetic_not_allowed);
        CHECK(names.of("", policy).error().normalising == normalise_reason::empty);
        CHECK(names.of("158687x0168", policy).error().normalising ==
              normalise_reason::unexpected_character);
    }

    TEST_CASE("another mapping, municipality or key gives another pseudonym") {
        const auto id = tenor("15868710168");
        std::set<pseudonym> seen;
        seen.insert(pseudonymiser{ephemeral_key::generate(), "2024-1", "9001"}.of(id));
        seen.insert(pseudonymiser{ephemeral_key::generate(), "2024-1", "9001"}.of(id));
        seen.insert(pseudonymiser{ephemeral_key::generate(), "2024-2", "9001"}.of(id));
        const auto bytes = key_bytes(1);
        const auto other = key_bytes(2);
        seen.insert(pseudonymiser{linking_key{bytes}, "research"}.of(id));
        seen.insert(pseudonymiser{linking_key{bytes}, "quality"}.of(id));
        seen.insert(pseudonymiser{linking_key{other}, "research"}.of(id));
        CHECK(seen.size() == 6);
    }

    TEST_CASE("a linking key links, and the result says so") {
        const auto bytes = key_bytes(9);
        const pseudonymiser first{linking_key{bytes}, "research"};
        const pseudonymiser second{linking_key{bytes}, "research"};
        const auto id = tenor("15868710168");
        CHECK(first.of(id) == second.of(id));
        CHECK(first.of(id).basis == pseudonym_basis::caller_linking_key);
        CHECK(token_of(first.basis()) == "caller_linking_key");
    }

    TEST_CASE("the message is what the documentation says, byte for byte") {
        // prefix: length and bytes of the domain and of the purpose; then kinds, then digits
        const auto bytes = key_bytes(5);
        const pseudonymiser names{linking_key{bytes}, "research"};
        const auto id = tenor("15868710168");
        const std::string domain = "brukerplan/pseudonym/linking/1";
        std::string message;
        for (const auto& field : {domain, std::string{"research"},
                                  std::string{'\0', static_cast<char>(id.possible_kinds().bits())},
                                  std::string{"15868710168"}}) {
            message += std::string{'\0', '\0', '\0', static_cast<char>(field.size())} + field;
        }
        CHECK(detail::hmac_sha256(bytes, text(message)) == names.of(id).bytes);
    }

    TEST_CASE("a key is nowhere in memory once it is destroyed") {
        constexpr std::uint8_t mask = 0x5A;
        std::array<std::uint8_t, secret_key_size> masked{};
        {
            std::optional<detail::locked_key> key{detail::locked_key::random()};
            for (std::size_t i = 0; i < masked.size(); ++i) {
                masked[i] = static_cast<std::uint8_t>(key->bytes()[i] ^ mask);
            }
            CHECK(times_in_memory(masked, mask) == 1); // the search finds it while it lives
            const auto used = detail::hmac_sha256(key->bytes(), text("message"));
            CHECK(used != std::array<std::uint8_t, 32>{});
        }
        CHECK(times_in_memory(masked, mask) == 0);
    }
}

} // namespace pseudonym_test
