// What is published of a distribution, in one pass over its masses each.
#pragma once

#include <array>
#include <cstdint>

#include <brukerplan/projection/count_mass.hpp>
#include <brukerplan/projection/projection.hpp>

namespace brukerplan::detail {

struct mass_moments {
    double mean = 0;
    double variance = 0;
};

/// As `mean` and `variance`, but for the last digits.
[[nodiscard]] mass_moments moments_of(const count_mass& mass) noexcept;

/// `quantile`, rounded up, at each of the published levels.
[[nodiscard]] std::array<std::int64_t, projection_levels.size()>
published_quantiles(const count_mass& mass) noexcept;

} // namespace brukerplan::detail
