// Plain, good registrations: nobody would want to be told anything about them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "validation_fixture.hpp"

namespace brukerplan::validation_test {

/// A woman of 39 with a substance-use problem and a serious mental disorder, known to the
/// follow-up team; every column is there.
inline sample_record woman_with_both_problems() {
    return sample_record{{{"row_ref", "R-17"},
                          {"municipality", "9001"},
                          {"district", ""},
                          {"mapping_year", "2024"},
                          {"mapped_on", "2024-05-06"},
                          {"unit", "Team A"},
                          {"unit_kind", "health_and_care"},
                          {"mapper", "K03"},
                          {"national_number", number_of(day(1985, 3, 9), sex::female)},
                          {"birth_year", "1985"},
                          {"sex", "female"},
                          {"birth_country_group", "norway"},
                          {"work_experience", "yes"},
                          {"informed", "yes"},
                          {"objects", "no"},
                          {"record_noted", "yes"},
                          {"substance_problem", "yes"},
                          {"mental_disorder", "serious"},
                          {"housing", "yellow"},
                          {"activity", "yellow"},
                          {"economy", "yellow"},
                          {"physical_health", "green"},
                          {"mental_health", "red"},
                          {"substance_use", "red"},
                          {"social_functioning", "yellow"},
                          {"network", "yellow"},
                          {"substances", "alcohol|stimulants"},
                          {"injects", "no"},
                          {"opioid_agonist_treatment", "no"},
                          {"housing_kind", "rented_municipal"},
                          {"main_activity", "day_activity"},
                          {"income_source", "disability_benefit"},
                          {"managed_economy", "voluntary"},
                          {"violence", "none"},
                          {"suicide_attempt", "no"},
                          {"pregnant", "no"},
                          {"children_care", "0"},
                          {"children_contact", "0"},
                          {"others_children", "0"},
                          {"children_with_child_welfare", "0"},
                          {"individual_plan", "yes"},
                          {"coordinator", "yes"},
                          {"services_received", "follow_up_team|gp|mental_outpatient"},
                          {"services_needed", "follow_up_team|day_activity"}}};
}

inline sample_record::cells identity_of(date born, sex s) {
    return {{"national_number", number_of(born, s)},
            {"birth_year", std::to_string(year_of(born))},
            {"sex", std::string{token_of(s)}}};
}

inline sample_record::cells substance_problem_only() {
    return {{"mental_disorder", "none"}, {"mental_health", "green"}};
}

inline sample_record::cells mental_disorder_only() {
    return {{"substance_problem", "no"},
            {"mental_disorder", "less_serious"},
            {"mental_health", "yellow"},
            {"substance_use", "green"},
            {"substances", "none"}};
}

/// Only the columns that a file must have, with a birth year.
inline sample_record minimal_columns() {
    return sample_record{{{"municipality", "9001"},
                          {"mapping_year", "2024"},
                          {"mapped_on", "2024-05-06"},
                          {"birth_year", "1985"},
                          {"substance_problem", "yes"},
                          {"mental_disorder", "serious"},
                          {"housing", "yellow"},
                          {"activity", "yellow"},
                          {"economy", "yellow"},
                          {"physical_health", "green"},
                          {"mental_health", "red"},
                          {"substance_use", "red"},
                          {"social_functioning", "yellow"},
                          {"network", "yellow"},
                          {"services_received", "follow_up_team"}}};
}

struct plain_person {
    std::string who;
    sample_record record;
};

inline std::vector<plain_person> plain_people() {
    const auto base = woman_with_both_problems();
    return {
        {"both problems", base},
        {"a substance-use problem only", base.with(substance_problem_only())},
        {"a mental disorder only", base.with(mental_disorder_only())},
        {"a pregnant woman", base.with({{"pregnant", "yes"}})},
        {"a parent of three with help from child welfare",
         base.with({{"children_care", "2"},
                    {"children_contact", "1"},
                    {"children_with_child_welfare", "1"},
                    {"services_received", "follow_up_team|child_welfare_measure|detox"}})},
        {"a man of 17 mapped by child welfare",
         base.with(identity_of(day(2006, 8, 1), sex::male))
             .with(mental_disorder_only())
             .with({{"unit_kind", "child_welfare"},
                    {"main_activity", "education"},
                    {"housing_kind", "with_family"},
                    {"income_source", "supported_by_others"},
                    {"pregnant", ""},
                    {"services_received", "child_welfare_measure"}})},
        {"somebody in opioid agonist treatment who does well",
         base.with({{"opioid_agonist_treatment", "yes"},
                    {"substances", "opioids"},
                    {"substance_use", "green"},
                    {"services_received", "follow_up_team|oat_clinic"}})},
        {"a man of 96", base.with(identity_of(day(1927, 12, 24), sex::male))
                            .with(substance_problem_only())
                            .with({{"main_activity", "retired"},
                                   {"income_source", "old_age_pension"},
                                   {"pregnant", "no"},
                                   {"services_received", "home_services|gp"}})},
        {"somebody homeless mapped by NAV",
         base.with({{"unit_kind", "nav"},
                    {"housing", "red"},
                    {"housing_kind", "homeless"},
                    {"income_source", "social_assistance"},
                    {"injects", "yes"},
                    {"services_received", "social_assistance|temporary_housing|detox"}})},
        {"a record where much is unknown", base.with({{"sex", "unknown"},
                                                      {"informed", "unknown"},
                                                      {"objects", "unknown"},
                                                      {"record_noted", "unknown"},
                                                      {"substances", "unknown"},
                                                      {"injects", "unknown"},
                                                      {"opioid_agonist_treatment", "unknown"},
                                                      {"housing_kind", "unknown"},
                                                      {"main_activity", "unknown"},
                                                      {"income_source", "unknown"},
                                                      {"managed_economy", "unknown"},
                                                      {"violence", "unknown"},
                                                      {"pregnant", "unknown"},
                                                      {"children_care", ""},
                                                      {"children_contact", ""},
                                                      {"others_children", ""},
                                                      {"children_with_child_welfare", ""},
                                                      {"services_needed", "unknown"}})},
    };
}

} // namespace brukerplan::validation_test
