// Rules about services received and needed.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes received(std::string services) {
    return {{"services_received", std::move(services)}};
}

void own_sector_cases(case_table& table) {
    const auto of_unit = [](std::string kind, std::string services) {
        return case_table::changes{{"unit_kind", std::move(kind)},
                                   {"services_received", std::move(services)}};
    };
    table.about("BP-SRV-005", severity::warning, "services_received", {"unit_kind"})
        .silent("health and care", of_unit("health_and_care", "gp|detox"))
        .silent("NAV", of_unit("nav", "nav_guidance|detox"))
        .silent("a general practitioner", of_unit("gp", "nav_guidance|detox"))
        .silent("another unit", of_unit("other", "nav_guidance|detox"))
        .silent("services not known", of_unit("nav", "unknown"))
        .found("health and care without a service of its own",
               of_unit("health_and_care", "nav_guidance|detox"))
        .found("NAV without a service of its own", of_unit("nav", "gp|detox"))
        .on(woman_with_both_problems().with({{"children_care", "1"}}))
        .silent("child welfare", of_unit("child_welfare", "child_welfare_measure|detox"))
        .found("child welfare without a service of its own", of_unit("child_welfare", "gp|detox"));
}

} // namespace

std::vector<rule_case> service_cases() {
    case_table table;
    table.about("BP-SRV-001", severity::error, "services_received")
        .silent("commas between services", {{"services_received", "gp, detox"}})
        .found("misspelt", received("gp|detoks"))
        .at("services_needed", {})
        .found("a service in Norwegian", {{"services_needed", "fastlege_"}});
    table.about("BP-SRV-002", severity::info, "services_needed", {"services_received"})
        .silent("none needed", {{"services_needed", "none"}})
        .silent("not known", {{"services_needed", "unknown"}})
        .silent("services received not known either",
                {{"services_received", "unknown"}, {"services_needed", ""}})
        .found("left empty", {{"services_needed", ""}})
        .found("left empty by a unit that gives something else",
               {{"services_received", "dental|gp|detox"}, {"services_needed", ""}});
    table
        .about("BP-SRV-004", severity::info, "services_needed",
               {"services_received", "substance_problem", "mental_disorder"})
        .on(woman_with_both_problems().with(received("gp")))
        .silent("received", received("gp|detox"))
        .silent("needed", {{"services_needed", "mental_outpatient"}})
        .silent("less serious", {{"mental_disorder", "less_serious"}})
        .silent("no substance problem",
                {{"substance_problem", "no"}, {"substance_use", "green"}, {"substances", "none"}})
        .silent("need not known", {{"services_needed", "unknown"}})
        .found("neither received nor needed", {})
        .found("nothing needed", {{"services_needed", "none"}});
    own_sector_cases(table);
    table.about("BP-SRV-006", severity::error, "services_received")
        .silent("unknown alone", received("unknown"))
        .found("none and a service", received("none|gp|detox"))
        .at("services_needed", {})
        .found("unknown and a service", {{"services_needed", "unknown|gp"}})
        .found("both words", {{"services_needed", "none|unknown"}});
    return table.take();
}

} // namespace brukerplan::validation_test
