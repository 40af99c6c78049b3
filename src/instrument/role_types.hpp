// What a field must hold to have a role: the library reads the cell of a role without asking again.
#pragma once

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/model/role.hpp>

namespace brukerplan::detail {

[[nodiscard]] constexpr field_type type_of(role r) noexcept {
    switch (r) {
    case role::source_row_ref:
    case role::source_unit:
    case role::source_mapper:
        return field_type::text;
    case role::place_municipality:
        return field_type::municipality;
    case role::place_district:
        return field_type::district;
    case role::identity_national_number:
        return field_type::national_number;
    case role::round_mapped_on:
        return field_type::date;
    case role::round_mapping_year:
    case role::person_birth_year:
    case role::children_care:
    case role::children_contact:
    case role::children_others:
    case role::children_with_child_welfare:
        return field_type::integer;
    case role::situation_substances:
    case role::services_received:
    case role::services_needed:
        return field_type::codes;
    default:
        return field_type::code;
    }
}

} // namespace brukerplan::detail
