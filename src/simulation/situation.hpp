// How a synthetic recipient lives: the eight colours and the facts that go with them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <brukerplan/model/assessment.hpp>

#include "simulation/person.hpp"

namespace brukerplan::detail::synthetic {

struct children_counted {
    std::uint32_t care = 0;
    std::uint32_t contact = 0;
    std::uint32_t others = 0;
    std::uint32_t with_child_welfare = 0;

    [[nodiscard]] std::uint32_t own() const noexcept { return care + contact; }
    [[nodiscard]] std::uint32_t all() const noexcept { return own() + others; }
};

/// Tokens of the list `substances` in its order.
inline constexpr std::array<std::string_view, 8> substance_tokens{
    "alcohol", "cannabis", "opioids", "stimulants", "medicines", "ghb", "doping", "other_illegal"};

struct synthetic_situation {
    brukerplan::assessment assessment;
    std::uint32_t substances = 0; ///< bit i for `substance_tokens[i]`
    bool injects = false;
    bool opioid_agonist_treatment = false;
    bool individual_plan = false;
    children_counted children;
    std::string_view housing_kind;
    std::string_view main_activity;
    std::string_view income_source;
    std::string_view managed_economy;
    std::string_view violence;
    std::string_view suicide_attempt;
    std::string_view pregnant;
    std::string_view individual_plan_answer;
    std::string_view coordinator;
};

[[nodiscard]] synthetic_situation make_situation(const simulation_options& options,
                                                 const synthetic_person& person);
/// The same where the colours are known already.
[[nodiscard]] synthetic_situation make_situation(const simulation_options& options,
                                                 const synthetic_person& person,
                                                 brukerplan::assessment colours);

} // namespace brukerplan::detail::synthetic
