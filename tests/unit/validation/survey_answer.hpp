// A municipality's answer to the survey of 2019: nobody would want to be told anything about it.
#pragma once

#include <memory>

#include "validation_fixture.hpp"

namespace brukerplan::validation_test {

inline const std::shared_ptr<const pack>& survey() {
    static const std::shared_ptr<const pack> loaded = [] {
        const auto result = load_pack(shipped_pack_json("municipality-survey/2019"));
        REQUIRE_MESSAGE(result.has_value(), result.error().path, result.error().message);
        return *result;
    }();
    return loaded;
}

/// Every column is there.
inline sample_record good_answer() {
    return sample_record{{{"row_ref", "S-17"},
                          {"municipality", "9001"},
                          {"district", ""},
                          {"mappings", "4"},
                          {"professionals", "16"},
                          {"service_kinds", "health_and_care|nav|child_welfare"},
                          {"days", "9,5"},
                          {"person_days", "4,25"},
                          {"satisfied_with_training", "large_degree"},
                          {"satisfied_with_technical_support", "not_asked_for"},
                          {"satisfied_with_professional_support", "some_degree"},
                          {"satisfied_with_report", "very_large_degree"},
                          {"political_anchoring", "by_information"},
                          {"plans", "substance_use_plan|other"},
                          {"plans_other", "Boligsosial plan"},
                          {"political_items", "no"},
                          {"administrative_items", "yes"},
                          {"media_coverage", "no"},
                          {"services_developed", "large_degree"},
                          {"own_resources", "small_degree"},
                          {"project_funds", "yes_not_granted"},
                          {"quality_targets", "unknown"},
                          {"recipient_cooperation", "no"},
                          {"specialist_cooperation", "yes"},
                          {"supervision", "no"},
                          {"other_reporting", "yes"},
                          {"comment", "Nyttig i planarbeidet."}}};
}

} // namespace brukerplan::validation_test
