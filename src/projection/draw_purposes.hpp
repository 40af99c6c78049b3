// What uniform numbers are drawn for: numbers for different purposes are independent.
#pragma once

#include <cstdint>

namespace brukerplan::purpose {

inline constexpr std::uint32_t refit = 1;
inline constexpr std::uint32_t outcome = 2;
inline constexpr std::uint32_t shock = 3;
inline constexpr std::uint32_t coverage = 4;
inline constexpr std::uint32_t comparison = 5;
inline constexpr std::uint32_t need = 6;

} // namespace brukerplan::purpose
