// The services of the simulated worlds, and where they stand in the catalogue. No share of any
// service has been published: all ours.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <brukerplan/simulation/world_definition.hpp>

#include "simulation/services.hpp"

namespace brukerplan::detail::synthetic {

/// Bit i for service i of the worlds.
using world_service_set = std::uint32_t;

inline constexpr std::array<world_service, world_service_count> world_service_facts{{
    {"follow_up_team", 0.42, 0.5, 0.2, 2.2},          {"home_services", 0.14, 0.7, 0.1, 2.8},
    {"housing_follow_up", 0.12, 0.6, 0.5, 2.8},       {"staffed_housing", 0.05, 0.9, 0.3, 4.0},
    {"day_activity", 0.13, 0.2, -0.2, 2.4},           {"low_threshold", 0.11, 0.3, 0.5, 2.0},
    {"outreach_team", 0.05, 1.0, 0.5, 2.8},           {"counselling", 0.30, 0.1, -0.4, 1.6},
    {"crisis_response", 0.04, 0.8, 0.0, 1.0},         {"medication_support", 0.12, 0.7, 0.2, 2.6},
    {"harm_reduction", 0.04, 0.7, 2.0, 2.6},          {"support_contact", 0.08, 0.3, -0.2, 2.6},
    {"responsibility_group", 0.10, 0.8, 0.4, 2.4},    {"gp", 0.60, 0.1, -0.1, 1.6},
    {"social_assistance", 0.20, 0.6, 0.9, 2.2},       {"financial_guidance", 0.10, 0.4, 0.5, 1.8},
    {"money_management", 0.05, 0.8, 0.9, 3.2},        {"employment_measure", 0.10, -0.4, -0.1, 1.8},
    {"individual_placement", 0.015, -0.3, -0.5, 2.0}, {"temporary_housing", 0.03, 1.0, 1.4, 1.2},
    {"substance_outpatient", 0.13, 0.4, 2.0, 2.2},    {"mental_outpatient", 0.24, 0.4, -0.4, 1.8},
    {"mental_inpatient", 0.06, 1.1, -0.1, 1.4},       {"user_organisation", 0.05, 0.1, 0.3, 2.4},
}};

/// By service of the worlds: its bit in the catalogue.
inline constexpr auto catalogue_bits = [] {
    std::array<service_bits, world_service_count> bits{};
    for (std::size_t w = 0; w < bits.size(); ++w) {
        for (std::size_t c = 0; c < service_facts.size(); ++c) {
            if (service_facts[c].token == world_service_facts[w].token) {
                bits[w] = service_bits{1} << c;
            }
        }
    }
    return bits;
}();

[[nodiscard]] constexpr service_bits in_catalogue(world_service_set services) noexcept {
    service_bits bits = 0;
    for (std::size_t w = 0; w < world_service_count; ++w) {
        bits |= (services >> w & 1U) != 0 ? catalogue_bits[w] : 0;
    }
    return bits;
}

[[nodiscard]] constexpr world_service_set in_world(service_bits services) noexcept {
    world_service_set set = 0;
    for (std::size_t w = 0; w < world_service_count; ++w) {
        set |= (services & catalogue_bits[w]) != 0 ? world_service_set{1} << w : 0;
    }
    return set;
}

inline constexpr world_service_set world_municipal_services = in_world(municipal_services);
inline constexpr world_service_set world_follow_up = in_world(bit(service::follow_up_team));

static_assert(catalogue_bits.front() == bit(service::follow_up_team));
static_assert(in_world(services_of(sector::child_welfare)) == 0, "units are drawn without it");

} // namespace brukerplan::detail::synthetic
