// The faults that a synthetic municipality plants: those that occur in practice, each with the rule
// that finds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace brukerplan {

enum class simulated_fault : std::uint8_t {
    unknown_token,
    misspelt_token,
    misspelt_service,
    impossible_date,
    empty_date,
    date_of_another_year,
    lost_leading_zero,
    wrong_control_digit,
    wrong_birth_year,
    wrong_sex,
    no_identity,
    under_16,
    pregnant_man,
    no_municipal_service,
    no_services,
    neither_problem,
    problems_unknown,
    objects,
    not_informed,
    not_noted,
    former_municipality,
    rating_outside_list,
    missing_rating,
    no_ratings,
    green_despite_problem,
    homeless_not_red,
    excluding_substances,
    none_with_services,
    own_sector_absent,
    child_count_in_words,
    more_in_child_welfare_than_children,
    number_in_text,
    too_few_cells,
};

struct simulated_fault_fact {
    std::string_view token;
    std::string_view rule; ///< code of the rule that finds it in the shipped packs
};

inline constexpr std::array<simulated_fault_fact, 33> simulated_fault_facts{{
    {"unknown_token", "BP-FLD-002"},
    {"misspelt_token", "BP-FLD-002"},
    {"misspelt_service", "BP-SRV-001"},
    {"impossible_date", "BP-FLD-001"},
    {"empty_date", "BP-FLD-003"},
    {"date_of_another_year", "BP-DAT-001"},
    {"lost_leading_zero", "BP-ID-002"},
    {"wrong_control_digit", "BP-ID-001"},
    {"wrong_birth_year", "BP-ID-005"},
    {"wrong_sex", "BP-ID-006"},
    {"no_identity", "BP-ID-008"},
    {"under_16", "BP-PER-001"},
    {"pregnant_man", "BP-PER-004"},
    {"no_municipal_service", "BP-INC-002"},
    {"no_services", "BP-INC-002"},
    {"neither_problem", "BP-INC-001"},
    {"problems_unknown", "BP-INC-003"},
    {"objects", "BP-RGT-001"},
    {"not_informed", "BP-RGT-002"},
    {"not_noted", "BP-RGT-003"},
    {"former_municipality", "BP-GEO-001"},
    {"rating_outside_list", "BP-DOM-001"},
    {"missing_rating", "BP-DOM-003"},
    {"no_ratings", "BP-DOM-002"},
    {"green_despite_problem", "BP-PRB-001"},
    {"homeless_not_red", "BP-HOU-001"},
    {"excluding_substances", "BP-SUB-006"},
    {"none_with_services", "BP-SRV-006"},
    {"own_sector_absent", "BP-SRV-005"},
    {"child_count_in_words", "BP-CHI-001"},
    {"more_in_child_welfare_than_children", "BP-CHI-002"},
    {"number_in_text", "BP-TXT-001"},
    {"too_few_cells", "BP-ROW-001"},
}};

inline constexpr std::size_t simulated_fault_count = simulated_fault_facts.size();

static_assert(static_cast<std::size_t>(simulated_fault::too_few_cells) + 1 ==
              simulated_fault_count);

[[nodiscard]] constexpr std::string_view token_of(simulated_fault f) noexcept {
    return simulated_fault_facts[static_cast<std::size_t>(f)].token;
}

[[nodiscard]] constexpr std::string_view rule_that_finds(simulated_fault f) noexcept {
    return simulated_fault_facts[static_cast<std::size_t>(f)].rule;
}

} // namespace brukerplan
