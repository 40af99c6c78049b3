// Rules about the recipient's children.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

/// A parent in great difficulties, without child welfare; no red but those that matter.
sample_record parent_in_difficulties() {
    return woman_with_both_problems().with({{"children_care", "1"},
                                            {"activity", "red"},
                                            {"social_functioning", "red"},
                                            {"mental_health", "red"},
                                            {"substance_use", "yellow"}});
}

const names counted{"children_care", "children_contact", "others_children"};

void difficulties(case_table& table) {
    table.silent("no daily care", {{"children_care", "0"}, {"children_contact", "1"}})
        .silent("activity yellow", {{"activity", "yellow"}})
        .silent("social functioning yellow", {{"social_functioning", "yellow"}})
        .silent("a measure of child welfare",
                {{"services_received", "gp|detox|child_welfare_measure"}})
        .silent("children counted with child welfare", {{"children_with_child_welfare", "1"}})
        .silent("services not known", {{"services_received", "unknown"}})
        .found("children counted with child welfare: none", {})
        .found("children counted with child welfare: empty", {{"children_with_child_welfare", ""}});
}

} // namespace

std::vector<rule_case> children_cases() {
    case_table table;
    table.about("BP-CHI-001", severity::error, "children_care")
        .silent("none", {{"children_care", "0"}})
        .silent("twenty", {{"children_care", "20"}})
        .silent("not known", {{"children_care", ""}})
        .found("less than none", {{"children_care", "-1"}})
        .found("twenty-one", {{"children_care", "21"}})
        .found("a half", {{"children_care", "1,5"}})
        .found("in words", {{"children_care", "to"}})
        .at("children_contact", {})
        .found("less than none met", {{"children_contact", "-1"}})
        .at("others_children", {})
        .found("others' in words", {{"others_children", "?"}})
        .at("children_with_child_welfare", {})
        .found("too many with child welfare", {{"children_with_child_welfare", "99"}},
               {"BP-CHI-002"});
    table.about("BP-CHI-002", severity::error, "children_with_child_welfare", counted)
        .silent("all of them", {{"children_care", "1"},
                                {"children_contact", "1"},
                                {"others_children", "1"},
                                {"children_with_child_welfare", "3"}})
        .silent("no other count is known", {{"children_care", ""},
                                            {"children_contact", ""},
                                            {"others_children", ""},
                                            {"children_with_child_welfare", "1"}})
        .silent("another count cannot be read",
                {{"children_care", "to"}, {"children_with_child_welfare", "1"}}, {"BP-CHI-001"})
        .found("more than all", {{"children_care", "1"},
                                 {"children_contact", "1"},
                                 {"others_children", ""},
                                 {"children_with_child_welfare", "3"}})
        .found("some though there are none", {{"children_with_child_welfare", "1"}});
    table.about("BP-CHI-003", severity::warning, "children_care", {"housing_kind"})
        .silent("at home", {{"children_care", "1"}})
        .silent("no children, in prison", {{"housing_kind", "prison"}})
        .found("in prison", {{"children_care", "1"}, {"housing_kind", "prison"}})
        .found("in an institution", {{"children_care", "1"}, {"housing_kind", "institution"}});

    table
        .about("BP-CHI-004", severity::info, "services_received",
               {"children_care", "activity", "social_functioning", "mental_health", "substance_use",
                "children_with_child_welfare"})
        .on(parent_in_difficulties())
        .silent("mental health and substance use yellow", {{"mental_health", "yellow"}})
        .silent("the same, child welfare empty",
                {{"mental_health", "yellow"}, {"children_with_child_welfare", ""}});
    difficulties(table);
    table.on(parent_in_difficulties().with({{"children_with_child_welfare", ""}}));
    difficulties(table);
    const case_table::changes by_substances{{"mental_health", "yellow"}, {"substance_use", "red"}};
    table.on(parent_in_difficulties().with(by_substances));
    difficulties(table);
    table.on(
        parent_in_difficulties().with(by_substances).with({{"children_with_child_welfare", ""}}));
    difficulties(table);
    table.on(parent_in_difficulties().without({"children_with_child_welfare"}))
        .found("a file that does not ask about child welfare", {})
        .found("the same with substance use red", by_substances);

    table
        .about("BP-VIO-001", severity::info, "services_received",
               {"violence", "children_care", "children_with_child_welfare"})
        .silent("no violence", {{"children_care", "1"}});
    for (const std::string with_child_welfare : {"0", ""}) {
        table
            .on(woman_with_both_problems().with(
                {{"violence", "exposes"},
                 {"children_care", "1"},
                 {"children_with_child_welfare", with_child_welfare}}))
            .silent("exposed", {{"violence", "exposed"}})
            .silent("no children", {{"children_care", "0"}})
            .silent("a measure of child welfare",
                    {{"services_received", "gp|detox|child_welfare_measure"}})
            .silent("children counted with child welfare", {{"children_with_child_welfare", "1"}})
            .found("exposes others", {})
            .found("both", {{"violence", "both"}});
    }
    table
        .on(woman_with_both_problems()
                .with({{"violence", "exposes"}, {"children_care", "1"}})
                .without({"children_with_child_welfare"}))
        .found("a file that does not ask about child welfare", {});
    return table.take();
}

} // namespace brukerplan::validation_test
