#include <brukerplan/identity/pseudonym.hpp>

#include <algorithm>
#include <initializer_list>
#include <new>
#include <stdexcept>

#include <sodium.h>

namespace brukerplan {

namespace detail {

namespace {

void need_sodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("the system gives no randomness");
    }
}

std::uint8_t* allocate_key() {
    need_sodium();
    auto* bytes = static_cast<std::uint8_t*>(sodium_malloc(secret_key_size));
    if (bytes == nullptr) {
        throw std::bad_alloc{};
    }
    return bytes;
}

} // namespace

void locked_key::release::operator()(std::uint8_t* bytes) const noexcept {
    sodium_free(bytes);
}

locked_key locked_key::random() {
    locked_key key{allocate_key()};
    randombytes_buf(key.bytes_.get(), secret_key_size);
    sodium_mprotect_readonly(key.bytes_.get());
    return key;
}

locked_key locked_key::copy_of(std::span<const std::uint8_t, secret_key_size> bytes) {
    locked_key key{allocate_key()};
    std::copy(bytes.begin(), bytes.end(), key.bytes_.get());
    sodium_mprotect_readonly(key.bytes_.get());
    return key;
}

std::array<std::uint8_t, 32> hmac_sha256(std::span<const std::uint8_t> key,
                                         std::span<const std::uint8_t> message) {
    static_assert(crypto_auth_hmacsha256_BYTES == 32);
    crypto_auth_hmacsha256_state state;
    std::array<std::uint8_t, 32> result{};
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, message.data(), message.size());
    crypto_auth_hmacsha256_final(&state, result.data());
    sodium_memzero(&state, sizeof state);
    return result;
}

} // namespace detail

namespace {

/// A field with its length in front, so that no two lists of fields give the same bytes.
void append_field(std::string& to, std::string_view field) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        to += static_cast<char>((field.size() >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    to += field;
}

std::array<char, 8> bytes_of(std::uint64_t value) {
    std::array<char, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
    return bytes;
}

std::string prefix_of(std::initializer_list<std::string_view> fields) {
    std::string prefix;
    for (const auto field : fields) {
        append_field(prefix, field);
    }
    return prefix;
}

} // namespace

pseudonymiser::pseudonymiser(ephemeral_key key, std::string_view mapping_id,
                             std::string_view municipality)
    : key_(std::move(key.key_)),
      prefix_(prefix_of({"brukerplan/pseudonym/mapping/1", mapping_id, municipality})),
      basis_(pseudonym_basis::ephemeral) {}

pseudonymiser::pseudonymiser(linking_key key, std::string_view purpose)
    : key_(std::move(key.key_)), prefix_(prefix_of({"brukerplan/pseudonym/linking/1", purpose})),
      basis_(pseudonym_basis::caller_linking_key) {}

pseudonym pseudonymiser::made_of(std::string_view kind, std::string_view content) const {
    std::string message = prefix_;
    // No copy of the content is left behind by growing.
    message.reserve(message.size() + kind.size() + content.size() + 8);
    append_field(message, kind);
    append_field(message, content);
    pseudonym result;
    result.basis = basis_;
    result.bytes = detail::hmac_sha256(
        key_.bytes(), {reinterpret_cast<const std::uint8_t*>(message.data()), message.size()});
    sodium_memzero(message.data(), message.size());
    return result;
}

pseudonym pseudonymiser::of(const national_id& id) const {
    const auto kinds = id.possible_kinds().bits();
    auto digits = id.reveal_digits();
    const auto result =
        made_of(std::string{static_cast<char>(kinds >> 8U), static_cast<char>(kinds)},
                {digits.data(), digits.size()});
    sodium_memzero(digits.data(), digits.size());
    return result;
}

pseudonym pseudonymiser::of_merge_number(std::uint64_t number) const {
    auto bytes = bytes_of(number);
    const auto result = made_of("merge number", {bytes.data(), bytes.size()});
    sodium_memzero(bytes.data(), bytes.size());
    return result;
}

pseudonym pseudonymiser::of_unlinked_row(std::uint64_t sequence) const {
    const auto bytes = bytes_of(sequence);
    return made_of("unlinked row", {bytes.data(), bytes.size()});
}

expected<pseudonym, pseudonym_error> pseudonymiser::of(std::string_view text,
                                                       const national_id_policy& policy) const {
    const auto number = normalise_national_number(text);
    if (!number) {
        return unexpected(pseudonym_error{national_id_reason::none, number.error().reason});
    }
    const auto id = parse_national_id(number->reveal_digits(), policy);
    if (!id) {
        return unexpected(pseudonym_error{id.error().reason, std::nullopt});
    }
    return of(*id);
}

} // namespace brukerplan
