// Draws by inversion: one random number in, one value out.
#pragma once

#include <cstdint>

#include <brukerplan/simulation/random_stream.hpp>
#include <brukerplan/support/philox.hpp>

#include "support/normal.hpp"

namespace brukerplan::detail::synthetic {

/// In the middle of one of 2^32 equal parts of 0 to 1: never 0 and never 1.
[[nodiscard]] constexpr double uniform_of(std::uint32_t bits) noexcept {
    return (bits + 0.5) / 4294967296.0;
}

[[nodiscard]] inline double normal_of(std::uint32_t bits) noexcept {
    return normal_quantile(uniform_of(bits));
}

/// A Poisson number of that mean, 0 or more, by adding numbers of means up to 16.
[[nodiscard]] std::uint32_t draw_poisson(random_stream& random, double mean) noexcept;

} // namespace brukerplan::detail::synthetic
