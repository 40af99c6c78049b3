#include <brukerplan/simulation/world_definition.hpp>

#include <algorithm>

#include "simulation/world_services.hpp"

namespace brukerplan {

namespace {

constexpr std::array begin_and_end{
    world_service_years{"individual_placement", 2, 99}, // begins with the third round
    world_service_years{"user_organisation", 0, 1},     // ends after the second
};

/// Does nothing but name what a world changes in the base world.
template <class Change>
constexpr world_definition world(std::string_view name, std::string_view says, Change change) {
    world_definition result;
    result.name = name;
    result.says = says;
    change(result);
    return result;
}

using definition = world_definition;

constexpr std::array suite{
    world("base", "Four yearly rounds; everything as projections expect it", [](definition&) {}),
    world("two_rounds", "Only two rounds: one transition to learn from",
          [](definition& w) { w.rounds = 2; }),
    world("three_rounds", "Three rounds", [](definition& w) { w.rounds = 3; }),
    world("local_shocks", "Local yearly shocks twice as large",
          [](definition& w) { w.local_shock_sd = 0.4; }),
    world("coverage_undisclosed", "Declared coverage is wrong by 20 % and says 8 %",
          [](definition& w) { w.declared_error = 0.2; }),
    world("municipal_weak", "Municipalities hardly differ",
          [](definition& w) { w.municipal_sd = 0.15; }),
    world("municipal_strong", "Municipalities differ much",
          [](definition& w) { w.municipal_sd = 0.9; }),
    world("need_informative", "Stated need is unbiased and much of it is met the year after",
          [](definition& w) {
              w.need_effect = 2.0;
              w.need_bias_sd = 0.0;
              w.need_optimism_sd = 0.0;
          }),
    world("need_uninformative", "Stated need says nothing of the year after",
          [](definition& w) {
              w.need_effect = 0.0;
              w.need_follows_use = 0.5;
          }),
    world("turnover", "About 42 % are new each year",
          [](definition& w) {
              w.leave_lightest = 0.52;
              w.leave_gravest = 0.32;
          }),
    world("biennial", "A round every second year", [](definition& w) { w.round_interval = 2; }),
    world("units_drop_out", "Each year a fifth of the municipalities lacks one of its units",
          [](definition& w) { w.unit_drops_out = 0.2; }),
    world("merger", "In the fourth year a tenth of neighbouring pairs become one municipality",
          [](definition& w) { w.merged = 0.1; }),
    world("services_begin_and_end", "One service begins, another ends",
          [](definition& w) { w.services_in_some_years = begin_and_end; }),
    world("rare_service", "The rarest service is only offered by three municipalities of ten",
          [](definition& w) {
              w.absent_service = "individual_placement";
              w.absent = 0.7;
          }),
    world("null", "Nothing changes but who is there and how many are mapped",
          [](definition& w) {
              w.rounds = 6;
              w.coverage_year_sd = 0.4; // some 8 % of the number mapped
              w.local_shock_sd = 0.0;
              w.national_shock_sd = 0.0;
          }),
    world("mixture",
          "The same questions to another kind of world: four types of people, shares "
          "of municipalities beta distributed",
          [](definition& w) { w.form = world_form::mixture; }),
};

using w = world_definition;

constexpr std::array<world_parameter, 23> parameters{{
    {"population_median", &w::population_median},
    {"population_log_sd", &w::population_log_sd},
    {"recipients_share", &w::recipients_share},
    {"recipients_log_sd", &w::recipients_log_sd},
    {"severity_persistence", &w::severity_persistence},
    {"leave_lightest", &w::leave_lightest},
    {"leave_gravest", &w::leave_gravest},
    {"municipal_sd", &w::municipal_sd},
    {"local_shock_sd", &w::local_shock_sd},
    {"national_shock_sd", &w::national_shock_sd},
    {"need_effect", &w::need_effect},
    {"need_follows_use", &w::need_follows_use},
    {"need_bias_sd", &w::need_bias_sd},
    {"need_optimism_sd", &w::need_optimism_sd},
    {"coverage_mean", &w::coverage_mean},
    {"coverage_municipal_sd", &w::coverage_municipal_sd},
    {"coverage_year_sd", &w::coverage_year_sd},
    {"coverage_severity", &w::coverage_severity},
    {"declared_error", &w::declared_error},
    {"declared_sd", &w::declared_sd},
    {"unit_drops_out", &w::unit_drops_out},
    {"merged", &w::merged},
    {"absent", &w::absent},
}};

} // namespace

std::span<const world_definition> worlds() noexcept {
    return suite;
}

const world_definition* find_world(std::string_view name) noexcept {
    const auto found =
        std::find_if(suite.begin(), suite.end(), [&](const auto& one) { return one.name == name; });
    return found == suite.end() ? nullptr : &*found;
}

std::span<const world_parameter> world_parameters() noexcept {
    return parameters;
}

std::span<const world_service, world_service_count> world_services() noexcept {
    return detail::synthetic::world_service_facts;
}

} // namespace brukerplan
