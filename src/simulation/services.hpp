// What a synthetic recipient receives and needs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "simulation/situation.hpp"

namespace brukerplan::detail::synthetic {

enum class sector : std::uint8_t { health_and_care, nav, child_welfare, specialist, other };

/// In the order of the catalogue; the number is the bit in a set.
enum class service : std::uint8_t {
    follow_up_team,
    home_services,
    housing_follow_up,
    staffed_housing,
    day_activity,
    low_threshold,
    outreach_team,
    counselling,
    crisis_response,
    medication_support,
    harm_reduction,
    support_contact,
    respite,
    family_support,
    responsibility_group,
    gp,
    dental,
    social_assistance,
    financial_guidance,
    money_management,
    employment_measure,
    individual_placement,
    qualification_programme,
    temporary_housing,
    child_welfare_measure,
    substance_outpatient,
    substance_inpatient,
    detox,
    oat_clinic,
    mental_outpatient,
    mental_inpatient,
    somatic_hospital,
    user_organisation,
    probation,
    nav_guidance,
};

/// One service: its sector, and how many of a thousand receive it, by what is the case. All ours;
/// no share of any service has been published.
struct service_fact {
    std::string_view token;
    synthetic::sector sector;
    std::uint16_t substance; ///< with a substance problem
    std::uint16_t mental;    ///< with a mental disorder only
    /// Added where `domain` is red, and half of it where it is yellow.
    std::uint16_t when_red;
    brukerplan::domain domain;
};

inline constexpr std::array<service_fact, 35> service_facts{{
    {"follow_up_team", sector::health_and_care, 420, 430, 150, domain::social_functioning},
    {"home_services", sector::health_and_care, 80, 90, 150, domain::physical_health},
    {"housing_follow_up", sector::health_and_care, 110, 60, 200, domain::housing},
    {"staffed_housing", sector::health_and_care, 0, 0, 0, domain::housing},
    {"day_activity", sector::health_and_care, 80, 110, 80, domain::activity},
    {"low_threshold", sector::health_and_care, 100, 60, 120, domain::network},
    {"outreach_team", sector::health_and_care, 40, 15, 140, domain::social_functioning},
    {"counselling", sector::health_and_care, 240, 330, 60, domain::mental_health},
    {"crisis_response", sector::health_and_care, 15, 20, 90, domain::mental_health},
    {"medication_support", sector::health_and_care, 60, 80, 130, domain::mental_health},
    {"harm_reduction", sector::health_and_care, 10, 0, 150, domain::substance_use},
    {"support_contact", sector::health_and_care, 50, 70, 60, domain::network},
    {"respite", sector::health_and_care, 5, 8, 10, domain::social_functioning},
    {"family_support", sector::health_and_care, 20, 30, 40, domain::network},
    {"responsibility_group", sector::health_and_care, 60, 50, 180, domain::social_functioning},
    {"gp", sector::health_and_care, 560, 600, 150, domain::physical_health},
    {"dental", sector::other, 110, 60, 120, domain::physical_health},
    {"social_assistance", sector::nav, 170, 70, 250, domain::economy},
    {"financial_guidance", sector::nav, 60, 40, 200, domain::economy},
    {"money_management", sector::nav, 20, 10, 160, domain::economy},
    {"employment_measure", sector::nav, 60, 70, 30, domain::activity},
    {"individual_placement", sector::nav, 10, 25, 10, domain::activity},
    {"qualification_programme", sector::nav, 20, 20, 15, domain::activity},
    {"temporary_housing", sector::nav, 5, 2, 450, domain::housing},
    {"child_welfare_measure", sector::child_welfare, 0, 0, 0, domain::housing},
    {"substance_outpatient", sector::specialist, 200, 5, 150, domain::substance_use},
    {"substance_inpatient", sector::specialist, 50, 0, 180, domain::substance_use},
    {"detox", sector::specialist, 30, 0, 230, domain::substance_use},
    {"oat_clinic", sector::specialist, 0, 0, 0, domain::substance_use},
    {"mental_outpatient", sector::specialist, 130, 220, 200, domain::mental_health},
    {"mental_inpatient", sector::specialist, 15, 25, 180, domain::mental_health},
    {"somatic_hospital", sector::specialist, 40, 40, 220, domain::physical_health},
    {"user_organisation", sector::other, 50, 30, 0, domain::network},
    {"probation", sector::other, 30, 3, 40, domain::social_functioning},
    {"nav_guidance", sector::nav, 220, 230, 100, domain::activity},
}};

static_assert(static_cast<std::size_t>(service::nav_guidance) + 1 == service_facts.size());

/// Bit i for service i.
using service_bits = std::uint64_t;

[[nodiscard]] constexpr service_bits bit(service s) noexcept {
    return service_bits{1} << static_cast<unsigned>(s);
}

[[nodiscard]] constexpr service_bits services_of(sector wanted) noexcept {
    service_bits bits = 0;
    for (std::size_t i = 0; i < service_facts.size(); ++i) {
        bits |= service_facts[i].sector == wanted ? service_bits{1} << i : 0;
    }
    return bits;
}

inline constexpr service_bits municipal_services = services_of(sector::health_and_care) |
                                                   services_of(sector::nav) |
                                                   services_of(sector::child_welfare);

/// How the question about needs is answered.
enum class needs_answer : std::uint8_t { services, none, unknown, empty };

struct synthetic_services {
    service_bits received = 0; ///< at least one of them municipal
    service_bits needed = 0;
    needs_answer answer = needs_answer::services;
};

[[nodiscard]] synthetic_services make_services(const simulation_options& options,
                                               const synthetic_person& person,
                                               const synthetic_situation& life);

} // namespace brukerplan::detail::synthetic
