// Rules about the target group.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes problems(std::string substance, std::string mental) {
    return {{"substance_problem", std::move(substance)}, {"mental_disorder", std::move(mental)}};
}

/// A record whose colours and substances contradict no answer on the two problems.
sample_record without_colours() {
    return woman_with_both_problems().with({{"mental_health", "yellow"},
                                            {"substance_use", "green"},
                                            {"opioid_agonist_treatment", "unknown"},
                                            {"substances", "unknown"}});
}

/// A woman of 26 without children, mapped by child welfare.
sample_record mapped_by_child_welfare() {
    return woman_with_both_problems()
        .with(identity_of(day(1998, 5, 6), sex::female))
        .with(
            {{"unit_kind", "child_welfare"}, {"services_received", "child_welfare_measure|detox"}});
}

case_table::changes man_born(date born, std::string pregnant) {
    auto cells = identity_of(born, sex::male);
    cells.emplace_back("pregnant", std::move(pregnant));
    return cells;
}

case_table::changes man_of_26(std::string pregnant = "no") {
    return man_born(day(1998, 5, 6), std::move(pregnant));
}

case_table::changes with(case_table::changes cells, const case_table::changes& more) {
    cells.insert(cells.end(), more.begin(), more.end());
    return cells;
}

/// The cases that INC-006 (the unit is child welfare) and SRV-003 (a service is) share.
void adults_without_children(case_table& table, const names& other) {
    table.silent("25 years old", identity_of(day(1998, 5, 7), sex::female))
        .silent("with a child", {{"children_care", "1"}})
        .silent("with a child that they meet", {{"children_contact", "1"}})
        .silent("with somebody else's child", {{"others_children", "1"}})
        .silent("with a number of children that cannot be read", {{"children_care", "to"}},
                {"BP-CHI-001"})
        .silent("a parent whose child is with child welfare",
                {{"children_care", ""},
                 {"children_contact", ""},
                 {"others_children", ""},
                 {"children_with_child_welfare", "1"}})
        .silent("pregnant", {{"pregnant", "yes"}})
        .silent("a woman of whom it is not known", {{"pregnant", "unknown"}})
        .silent("a man of 25 who was not asked", man_born(day(1998, 5, 7), ""))
        .silent("a father who was not asked", with(man_of_26(""), {{"children_contact", "1"}}))
        .silent("a pregnant man", man_of_26("yes"), {"BP-PER-004"})
        .found("a woman of 26", {}, other)
        .found("a man of 26", man_of_26(), other)
        .found("a man of 26 of whom it is not known", man_of_26("unknown"), other)
        .found("a man of 26 who was not asked", man_of_26(""), other);
}

} // namespace

std::vector<rule_case> inclusion_cases() {
    case_table table;
    const names both{"mental_disorder"};
    table.about("BP-INC-001", severity::error, "substance_problem", both)
        .on(without_colours())
        .silent("a substance problem", problems("yes", "none"))
        .silent("a mental disorder", problems("no", "less_serious"))
        .found("neither", problems("no", "none"));
    table.about("BP-INC-003", severity::error, "substance_problem", both)
        .on(without_colours())
        .silent("one is known", problems("yes", "unknown"), {"BP-INC-007"})
        .silent("the other is known", problems("unknown", "serious"), {"BP-INC-007"})
        .silent("it is known that there is none", problems("no", "none"), {"BP-INC-001"})
        .silent("a mental disorder only", problems("no", "serious"))
        .found("both unknown", problems("unknown", "unknown"))
        .found("both empty", problems("", ""))
        .found("no disorder, the problem unknown", problems("unknown", "none"))
        .found("no problem, the disorder unknown", problems("no", "unknown"))
        .found("no problem, the disorder empty", problems("no", ""))
        .found_without("problem not asked, disorder unknown", {"substance_problem"},
                       problems("", "unknown"))
        .found_without("disorder not asked, problem unknown", {"mental_disorder"},
                       problems("unknown", ""))
        .found_without("disorder not asked, no problem", {"mental_disorder"}, problems("no", ""));
    table.about("BP-INC-007", severity::info, "substance_problem", both)
        .on(without_colours())
        .silent("both known", {})
        .silent("neither known", problems("unknown", ""), {"BP-INC-003"})
        .silent("no problem, the disorder unknown", problems("no", "unknown"), {"BP-INC-003"})
        .silent("no disorder, the problem unknown", problems("unknown", "none"), {"BP-INC-003"})
        .found("the disorder unknown", problems("yes", "unknown"))
        .found("the problem unknown", problems("unknown", "less_serious"))
        .found("the problem empty", problems("", "serious"))
        .found("the disorder empty", problems("yes", ""))
        .found_without("problem not asked", {"substance_problem"})
        .found_without("disorder not asked", {"mental_disorder"});

    const auto services = [](std::string received) {
        return case_table::changes{{"services_received", std::move(received)}};
    };
    table.about("BP-INC-002", severity::error, "services_received")
        .on(woman_with_both_problems().with({{"unit_kind", "other"}}))
        .silent("one municipal service", services("detox|gp"))
        .silent("a service from NAV", services("detox|nav_guidance"))
        .silent("a service from child welfare", services("detox|child_welfare_measure"),
                {"BP-SRV-003"})
        .silent("services unknown", services("unknown"))
        .silent("a service that is not in the catalogue", services("detoks"), {"BP-SRV-001"})
        .silent("a service and none", services("gp|detox|none"), {"BP-SRV-006"})
        .found("none", services("none"), {"BP-SRV-004"})
        .found("not filled in", services(""))
        .found_without("not asked", {"services_received"})
        .found("treatment in hospital alone", services("detox|dental|probation"));

    const case_table::changes in_2014{{"mapping_year", "2014"}, {"mapped_on", "2014-05-06"}};
    const case_table::changes in_2015{{"mapping_year", "2015"}, {"mapped_on", "2015-05-06"}};
    const auto disorder_only = woman_with_both_problems().with(mental_disorder_only());
    table
        .about("BP-INC-004", severity::error, "mapping_year",
               {"substance_problem", "mental_disorder"})
        .on(disorder_only)
        .silent("a mental disorder only, in 2015", in_2015)
        .found("a mental disorder only, in 2014", in_2014)
        .found("a serious one", with(in_2014, {{"mental_disorder", "serious"}}))
        .on(disorder_only.with(in_2014))
        .silent("neither problem", {{"mental_disorder", "none"}}, {"BP-INC-001"})
        .silent("both problems in 2014",
                {{"substance_problem", "yes"}, {"substances", "ghb"}, {"substance_use", "red"}});
    table.about("BP-INC-005", severity::error, "mapping_year", {"birth_year", "national_number"})
        .on(woman_with_both_problems().with(in_2014))
        .silent("18 in 2014", identity_of(day(1996, 5, 6), sex::female))
        .silent("15 in 2014", identity_of(day(1998, 5, 7), sex::female), {"BP-PER-001"})
        .found("17 in 2014", identity_of(day(1996, 5, 7), sex::female))
        .found("16 in 2014", identity_of(day(1998, 5, 6), sex::female))
        .on(woman_with_both_problems().with(in_2015))
        .silent("17 in 2015", identity_of(day(1997, 5, 7), sex::female));

    const names about_age_and_children{"birth_year",     "national_number", "sex",
                                       "pregnant",       "children_care",   "children_contact",
                                       "others_children"};
    table.about("BP-INC-006", severity::info, "unit_kind", about_age_and_children)
        .on(mapped_by_child_welfare())
        .silent("mapped by another unit", {{"unit_kind", "other"}}, {"BP-SRV-003"})
        .silent("a man mapped by another unit", with(man_of_26(""), {{"unit_kind", "other"}}),
                {"BP-SRV-003"});
    adults_without_children(table, {"BP-SRV-003"});
    table.on(mapped_by_child_welfare().without({"pregnant"}))
        .silent("a woman in a file that does not ask about pregnancy", {})
        .found("a man in a file that does not ask about pregnancy",
               identity_of(day(1998, 5, 6), sex::male), {"BP-SRV-003"});
    table.about("BP-SRV-003", severity::info, "services_received", about_age_and_children)
        .on(mapped_by_child_welfare().with({{"unit_kind", "gp"}}))
        .silent("no such service", {{"services_received", "gp|detox"}})
        .silent("a man without such a service",
                with(man_of_26(""), {{"services_received", "gp|detox"}}));
    adults_without_children(table, {});
    table.on(mapped_by_child_welfare().with({{"unit_kind", "gp"}}).without({"pregnant"}))
        .found("a man in a file that does not ask about pregnancy",
               identity_of(day(1998, 5, 6), sex::male));
    return table.take();
}

} // namespace brukerplan::validation_test
