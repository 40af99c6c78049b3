// Rules about the eight ratings, and about ratings against the problems.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes all_rated(const std::string& rating) {
    case_table::changes cells;
    for (const auto d : domain_tokens) {
        cells.emplace_back(std::string{d}, rating);
    }
    return cells;
}

names domains_without(std::string_view one) {
    names others;
    for (const auto d : domain_tokens) {
        if (d != one) {
            others.emplace_back(d);
        }
    }
    return others;
}

case_table::changes but(case_table::changes cells, const std::string& domain,
                        const std::string& rating) {
    cells.emplace_back(domain, rating);
    return cells;
}

} // namespace

std::vector<rule_case> domain_cases() {
    case_table table;
    table.about("BP-DOM-001", severity::error, "housing")
        .silent("a colour in capitals", {{"housing", "YELLOW"}})
        .silent("a colour by its number", {{"housing", "2"}})
        .found("misspelt", {{"housing", "grenn"}})
        .found("a number beyond the colours", {{"housing", "4"}})
        .at("network", {})
        .found("a class of the index", {{"network", "blue_light"}});
    table.about("BP-DOM-002", severity::error, "housing", domains_without("housing"))
        .silent("one", but(all_rated(""), "network", "green"), {"BP-DOM-003"})
        .silent("one that cannot be read", but(all_rated(""), "network", "gren"), {"BP-DOM-001"})
        .found("empty cells", all_rated(""))
        .found("the number for not assessed", all_rated("0"));
    table.about("BP-DOM-003", severity::warning, "network", domains_without("network"))
        .silent("all", {})
        .silent("none", all_rated(""), {"BP-DOM-002"})
        .silent("one that cannot be read", {{"network", "gren"}}, {"BP-DOM-001"})
        .found("the last one left out", {{"network", ""}})
        .at("housing", domains_without("housing"))
        .found("one assessed", but(all_rated(""), "network", "green"))
        .found("one left out and one that cannot be read", {{"housing", "0"}, {"network", "gren"}},
               {"BP-DOM-001"});
    table.about("BP-DOM-004", severity::info, "housing", domains_without("housing"))
        .silent("two colours", but(all_rated("red"), "network", "yellow"))
        .silent("seven of a colour", but(all_rated("red"), "network", ""), {"BP-DOM-003"})
        .found("all red", all_rated("red"))
        .found("all yellow", all_rated("yellow"));

    table
        .about("BP-PRB-001", severity::warning, "substance_use",
               {"substance_problem", "opioid_agonist_treatment"})
        .silent("yellow", {{"substance_use", "yellow"}})
        .silent("green in opioid agonist treatment", {{"substance_use", "green"},
                                                      {"opioid_agonist_treatment", "yes"},
                                                      {"substances", "opioids"}})
        .silent("green, the treatment not known",
                {{"substance_use", "green"}, {"opioid_agonist_treatment", "unknown"}})
        .silent("green without a problem",
                {{"substance_use", "green"}, {"substance_problem", "no"}, {"substances", "none"}})
        .found("green", {{"substance_use", "green"}});
    const auto disorder_only = woman_with_both_problems().with(mental_disorder_only());
    table.about("BP-PRB-002", severity::warning, "substance_use", {"substance_problem"})
        .silent("red with a problem", {})
        .on(disorder_only)
        .silent("green without a problem", {})
        .found("yellow without a problem", {{"substance_use", "yellow"}})
        .found("red without a problem", {{"substance_use", "red"}});
    table.about("BP-PRB-003", severity::info, "mental_health", {"mental_disorder"})
        .silent("serious and yellow", {{"mental_health", "yellow"}})
        .silent("less serious and green",
                {{"mental_disorder", "less_serious"}, {"mental_health", "green"}})
        .found("serious and green", {{"mental_health", "green"}});
    table.about("BP-PRB-004", severity::warning, "mental_health", {"mental_disorder"})
        .silent("no disorder and yellow",
                {{"mental_disorder", "none"}, {"mental_health", "yellow"}})
        .silent("a disorder and red", {{"mental_disorder", "less_serious"}})
        .found("no disorder and red", {{"mental_disorder", "none"}});
    return table.take();
}

} // namespace brukerplan::validation_test
