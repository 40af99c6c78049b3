// Rules about substances, housing, activity, economy and network.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes injecting(std::string substances) {
    return {{"injects", "yes"}, {"substances", std::move(substances)}};
}

void substance_cases(case_table& table) {
    const auto disorder_only = woman_with_both_problems().with(mental_disorder_only());
    table.about("BP-SUB-001", severity::warning, "substances", {"substance_problem"})
        .silent("substances with a problem", {})
        .on(disorder_only)
        .silent("none", {{"substances", "none"}})
        .silent("unknown", {{"substances", "unknown"}});
    for (const auto* substance : {"alcohol", "cannabis", "opioids", "stimulants", "medicines",
                                  "ghb", "doping", "other_illegal"}) {
        table.found(std::string{substance} + " without a problem", {{"substances", substance}});
    }
    table.about("BP-SUB-002", severity::info, "substances", {"substance_problem"})
        .silent("named", {})
        .silent("unknown", {{"substances", "unknown"}})
        .silent("none and one", {{"substances", "none|ghb"}}, {"BP-SUB-006"})
        .silent("misspelt", {{"substances", "gbh"}}, {"BP-FLD-002"})
        .found("none", {{"substances", "none"}})
        .found("empty", {{"substances", ""}})
        .on(disorder_only)
        .silent("none without a problem", {});
    table.about("BP-SUB-003", severity::warning, "injects", {"substances"});
    for (const auto* substance :
         {"opioids", "stimulants", "medicines", "doping", "other_illegal"}) {
        table.silent("injects " + std::string{substance}, injecting(substance));
    }
    table.silent("substances not known", injecting("unknown"))
        .silent("some named, some not known", injecting("alcohol|unknown"), {"BP-SUB-006"})
        .silent("does not inject", {{"substances", "alcohol"}})
        .found("alcohol, cannabis and GHB", injecting("alcohol|cannabis|ghb"))
        .found("no substance", injecting("none"), {"BP-SUB-002"});
    table.about("BP-SUB-004", severity::warning, "injects", {"substance_problem"})
        .silent("with a problem", {{"injects", "yes"}})
        .on(disorder_only.with({{"substances", "unknown"}}))
        .silent("does not inject", {})
        .found("without a problem", {{"injects", "yes"}});
    table
        .about("BP-SUB-005", severity::warning, "opioid_agonist_treatment",
               {"substances", "services_received"})
        .silent("not in treatment", {})
        .on(woman_with_both_problems().with({{"opioid_agonist_treatment", "yes"}}))
        .silent("opioids", {{"substances", "opioids|alcohol"}})
        .silent("the treatment among services", {{"services_received", "gp|oat_clinic"}})
        .silent("substances not known", {{"substances", "unknown"}})
        .found("neither", {});
    table.about("BP-SUB-006", severity::error, "substances")
        .silent("none alone", {{"substances", "none"}}, {"BP-SUB-002"})
        .silent("a separator too many", {{"substances", "ghb|"}})
        .found("none and one", {{"substances", "none|ghb"}})
        .found("unknown and one", {{"substances", "ghb,unknown"}})
        .found("none and unknown", {{"substances", "none|unknown"}});
}

void housing_cases(case_table& table) {
    const case_table::changes staffed{{"housing_kind", "staffed_housing"},
                                      {"services_received", "staffed_housing|detox"}};
    table.about("BP-HOU-001", severity::warning, "housing", {"housing_kind"})
        .silent("homeless and red", {{"housing_kind", "homeless"}, {"housing", "red"}})
        .silent("homeless and not assessed", {{"housing_kind", "homeless"}, {"housing", ""}},
                {"BP-DOM-003"})
        .silent("rents and yellow", {})
        .found("homeless and yellow", {{"housing_kind", "homeless"}})
        .found("homeless and green", {{"housing_kind", "homeless"}, {"housing", "green"}});
    table.about("BP-HOU-002", severity::warning, "housing", {"housing_kind"})
        .silent("owns and yellow", {{"housing_kind", "owned"}})
        .silent("rents and red", {{"housing", "red"}})
        .found("owns and red", {{"housing_kind", "owned"}, {"housing", "red"}})
        .on(woman_with_both_problems().with(staffed))
        .found("staffed housing and red", {{"housing", "red"}});
    table.about("BP-HOU-003", severity::info, "services_received", {"housing_kind"})
        .silent("staffed housing among the services", staffed)
        .silent("services not known",
                {{"housing_kind", "staffed_housing"}, {"services_received", "unknown"}})
        .silent("lives elsewhere", {})
        .found("not among the services", {{"housing_kind", "staffed_housing"}});
}

} // namespace

std::vector<rule_case> situation_cases() {
    case_table table;
    substance_cases(table);
    housing_cases(table);
    table.about("BP-ACT-001", severity::warning, "activity", {"main_activity"})
        .silent("ordinary work and yellow", {{"main_activity", "ordinary_work"}})
        .silent("no work and red", {{"activity", "red"}})
        .found("ordinary work and red", {{"main_activity", "ordinary_work"}, {"activity", "red"}});
    table.about("BP-ACT-002", severity::warning, "activity", {"main_activity"})
        .silent("no activity and yellow", {{"main_activity", "none"}})
        .silent("day activity and green", {{"activity", "green"}})
        .found("no activity and green", {{"main_activity", "none"}, {"activity", "green"}});
    table.about("BP-ECO-001", severity::info, "economy", {"managed_economy"})
        .silent("compulsory and yellow", {{"managed_economy", "compulsory"}})
        .silent("voluntary and green", {{"economy", "green"}})
        .found("compulsory and green", {{"managed_economy", "compulsory"}, {"economy", "green"}});
    table.about("BP-ECO-002", severity::info, "services_received", {"income_source"})
        .silent("among the services", {{"income_source", "social_assistance"},
                                       {"services_received", "gp|social_assistance|detox"}})
        .silent("another income", {})
        .found("not among the services", {{"income_source", "social_assistance"}});
    table.about("BP-NET-001", severity::info, "network", {"housing_kind"})
        .silent("with family and yellow", {{"housing_kind", "with_family"}})
        .silent("alone and red", {{"network", "red"}})
        .found("with family and red", {{"housing_kind", "with_family"}, {"network", "red"}});
    return table.take();
}

} // namespace brukerplan::validation_test
