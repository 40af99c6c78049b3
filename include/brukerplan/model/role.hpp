// Roles: what a field means to the library, whatever a pack calls it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/model/domain.hpp>

namespace brukerplan {

enum class role : std::uint8_t {
    domain_housing = 0, // the eight domains keep their numbers
    domain_network = 7,
    source_row_ref = 8,
    source_unit,
    source_unit_kind,
    source_mapper,
    place_municipality,
    place_district,
    round_mapping_year,
    round_mapped_on,
    identity_national_number,
    person_birth_year,
    person_sex,
    person_birth_country_group,
    person_work_experience,
    rights_informed,
    rights_objects,
    rights_record_noted,
    problem_substance,
    problem_mental_disorder,
    situation_substances,
    situation_injects,
    situation_opioid_agonist_treatment,
    situation_housing_kind,
    situation_main_activity,
    situation_income_source,
    situation_managed_economy,
    situation_violence,
    situation_suicide_attempt,
    situation_pregnant,
    children_care,
    children_contact,
    children_others,
    children_with_child_welfare,
    plan_individual_plan,
    plan_coordinator,
    services_received,
    services_needed,
};

inline constexpr std::array<std::string_view, 44> role_names{"domain.housing",
                                                             "domain.activity",
                                                             "domain.economy",
                                                             "domain.physical_health",
                                                             "domain.mental_health",
                                                             "domain.substance_use",
                                                             "domain.social_functioning",
                                                             "domain.network",
                                                             "source.row_ref",
                                                             "source.unit",
                                                             "source.unit_kind",
                                                             "source.mapper",
                                                             "place.municipality",
                                                             "place.district",
                                                             "round.mapping_year",
                                                             "round.mapped_on",
                                                             "identity.national_number",
                                                             "person.birth_year",
                                                             "person.sex",
                                                             "person.birth_country_group",
                                                             "person.work_experience",
                                                             "rights.informed",
                                                             "rights.objects",
                                                             "rights.record_noted",
                                                             "problem.substance",
                                                             "problem.mental_disorder",
                                                             "situation.substances",
                                                             "situation.injects",
                                                             "situation.opioid_agonist_treatment",
                                                             "situation.housing_kind",
                                                             "situation.main_activity",
                                                             "situation.income_source",
                                                             "situation.managed_economy",
                                                             "situation.violence",
                                                             "situation.suicide_attempt",
                                                             "situation.pregnant",
                                                             "children.care",
                                                             "children.contact",
                                                             "children.others",
                                                             "children.with_child_welfare",
                                                             "plan.individual_plan",
                                                             "plan.coordinator",
                                                             "services.received",
                                                             "services.needed"};

inline constexpr std::size_t role_count = role_names.size();

static_assert(static_cast<std::size_t>(role::services_needed) + 1 == role_count);

[[nodiscard]] constexpr std::size_t index_of(role r) noexcept {
    return static_cast<std::size_t>(r);
}

[[nodiscard]] constexpr role role_of(domain d) noexcept {
    return static_cast<role>(d);
}

[[nodiscard]] constexpr std::string_view name_of(role r) noexcept {
    return role_names[index_of(r)];
}

[[nodiscard]] constexpr std::optional<role> role_by_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < role_count; ++i) {
        if (role_names[i] == name) {
            return static_cast<role>(i);
        }
    }
    return std::nullopt;
}

} // namespace brukerplan
