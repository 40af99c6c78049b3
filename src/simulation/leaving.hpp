// Who leaves: the lightest most often, the gravest least.
#pragma once

#include <cmath>
#include <cstdint>

#include <brukerplan/simulation/world_definition.hpp>

#include "simulation/logit.hpp"

namespace brukerplan::detail::synthetic {

/// How much of the way from the lightest to the gravest a severity is, on the logit; 1.7 makes it
/// close to the normal distribution's share below.
inline constexpr double leaving_slope = 1.7;

[[nodiscard]] inline double leaving_share(const world_definition& world, double severity) noexcept {
    const double lightness = 1 / (1 + std::exp(leaving_slope * severity));
    return world.leave_gravest + (world.leave_lightest - world.leave_gravest) * lightness;
}

/// The same of 2^32, by the table of chances.
[[nodiscard]] inline std::uint32_t leaving_chance(const world_definition& world,
                                                  double severity) noexcept {
    const double lightness = chances()(as_logit(-leaving_slope * severity));
    return static_cast<std::uint32_t>(world.leave_gravest * 4294967295.0 +
                                      (world.leave_lightest - world.leave_gravest) * lightness);
}

} // namespace brukerplan::detail::synthetic
