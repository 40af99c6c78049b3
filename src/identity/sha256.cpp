#include "identity/sha256.hpp"

#include <array>

#include <sodium.h>

namespace brukerplan::detail {

struct sha256::state {
    crypto_hash_sha256_state hash;
};

sha256::sha256() : state_(std::make_unique<state>()) {
    crypto_hash_sha256_init(&state_->hash);
}

sha256::~sha256() = default;

void sha256::add(std::string_view bytes) noexcept {
    crypto_hash_sha256_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state_->hash, digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

} // namespace brukerplan::detail
