// A number for a token, the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace brukerplan::detail {

/// FNV-1a, 32 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv).
[[nodiscard]] constexpr std::uint32_t token_hash(std::string_view token) noexcept {
    std::uint32_t hash = 2'166'136'261U;
    for (const char byte : token) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16'777'619U;
    }
    return hash;
}

} // namespace brukerplan::detail
