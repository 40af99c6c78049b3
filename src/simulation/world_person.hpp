// One recipient of a simulated world, as this year finds them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <brukerplan/simulation/world_definition.hpp>
#include <brukerplan/support/philox.hpp>

#include "simulation/world_country.hpp"
#include "simulation/world_services.hpp"

namespace brukerplan::detail::synthetic {

struct world_person {
    std::uint32_t index = 0; ///< the municipality's running number, by when they came
    bool substance_problem = false;
    bool mapped = false;
    double severity = 0;            ///< a standard normal number among those who come
    world_service_set received = 0; ///< in the last 12 months
    world_service_set needed = 0;   ///< stated for the coming 12
};

/// Random numbers for each service about a person in a year.
[[nodiscard]] inline std::array<std::uint32_t, world_service_count>
service_draws(philox_key key, std::uint32_t person, int year, world_purpose what) noexcept {
    std::array<std::uint32_t, world_service_count> result;
    for (std::uint32_t block = 0; block < world_service_count / 4; ++block) {
        const auto four = philox4x32_10(
            {block, static_cast<std::uint32_t>(what), person, static_cast<std::uint32_t>(year)},
            key);
        for (std::size_t i = 0; i < 4; ++i) {
            result[block * 4 + i] = four[i];
        }
    }
    return result;
}

[[nodiscard]] constexpr philox_key key_of(std::uint64_t seed) noexcept {
    return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
}

/// Whether a service is there in a year of the world.
[[nodiscard]] bool is_offered(const world_definition& world, std::size_t service,
                              int year) noexcept;
/// Whether a municipality ever gives it.
[[nodiscard]] bool is_given_by(const world_country& country, std::size_t service,
                               std::uint32_t municipality) noexcept;

} // namespace brukerplan::detail::synthetic
