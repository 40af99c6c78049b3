// Answers of the municipality survey: complete, within bounds, and at one with each other.

#include <array>
#include <bit>

#include "survey_answer.hpp"
#include "survey_cases.hpp"

namespace brukerplan::validation_test {

namespace {

void add_required(case_table& table) {
    table.about("BP-SVY-001", severity::error, "mappings")
        .on(good_answer())
        .silent("no plan, no comment, no reference",
                {{"plans", ""}, {"plans_other", ""}, {"comment", ""}, {"row_ref", ""}})
        .found_without("a form that does not ask", {"mappings"})
        .found("no mapping at all", {{"mappings", "0"}});
    const names optional{"row_ref", "municipality", "district", "plans", "plans_other", "comment"};
    const auto good = good_answer();
    for (const auto& [column, content] : good.all()) {
        if (std::find(optional.begin(), optional.end(), column) == optional.end()) {
            table.at(column, {}).found("nothing in " + column, {{column, ""}});
        }
    }
}

void add_bounds(case_table& table) {
    table.about("BP-SVY-002", severity::error, "professionals")
        .on(good_answer().with({{"service_kinds", "nav"}}))
        .silent("one", {{"professionals", "1"}})
        .silent("a thousand", {{"professionals", "1000"}})
        .found("none", {{"professionals", "0"}}, {"BP-SVY-005"})
        .found("a year in the wrong column", {{"professionals", "2019"}})
        .found("one more than a thousand", {{"professionals", "1001"}});
    table.about("BP-SVY-003", severity::error, "days")
        .on(good_answer())
        .silent("no day and no work", {{"days", "0"}, {"person_days", "0"}})
        .silent("half a day", {{"days", "0,5"}})
        .silent("a leap year", {{"days", "366"}})
        .silent("less than an hour", {{"days", "0,1"}, {"person_days", "0,1"}})
        .found("a little less than none", {{"days", "-0,001"}})
        .found("a little more than a year", {{"days", "366,001"}});
    table.about("BP-SVY-004", severity::error, "person_days")
        .on(good_answer().with({{"professionals", "1000"}}))
        .silent("none worth mentioning", {{"person_days", "0"}})
        .silent("five thousand", {{"person_days", "5000"}})
        .found("fewer than none", {{"person_days", "-0,001"}})
        .found("a little more than five thousand", {{"person_days", "5000,001"}});
}

void add_work(case_table& table) {
    table.about("BP-SVY-005", severity::warning, "person_days", {"days", "professionals"})
        .on(good_answer()) // 16 professionals in 9.5 days
        .silent("all of them all the time", {{"person_days", "152"}})
        .silent("twice that", {{"person_days", "304"}})
        .silent("days that are not known", {{"person_days", "305"}, {"days", ""}}, {"BP-SVY-001"})
        .silent("days that cannot be read", {{"person_days", "305"}, {"days", "ti"}},
                {"BP-FLD-001"})
        .silent("days below none", {{"days", "-2"}}, {"BP-SVY-003"})
        .found("a little more than twice that", {{"person_days", "304,001"}})
        .found("work on no day", {{"days", "0"}})
        .found("a tenth of a day each", {{"days", "0,1"}, {"person_days", "3,201"}});

    constexpr std::array<std::string_view, 4> kinds{"health_and_care", "nav", "child_welfare",
                                                    "gp"};
    table.about("BP-SVY-006", severity::warning, "professionals", {"service_kinds"})
        .on(good_answer().with({{"person_days", "1"}}))
        .found("no professional", {{"professionals", "0"}}, {"BP-SVY-002", "BP-SVY-005"})
        .silent("services that are not known", {{"professionals", "1"}, {"service_kinds", ""}},
                {"BP-SVY-001"});
    for (unsigned chosen = 1; chosen < 16; ++chosen) {
        std::string services;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (((chosen >> i) & 1U) != 0) {
                services += (services.empty() ? "" : "|") + std::string{kinds[i]};
            }
        }
        const auto with = [&](int professionals) {
            return case_table::changes{{"service_kinds", services},
                                       {"professionals", std::to_string(professionals)}};
        };
        const int needed = std::popcount(chosen);
        table.silent("as many as " + services, with(needed));
        for (int fewer = 1; fewer < needed; ++fewer) {
            table.found("fewer than " + services, with(fewer));
        }
    }
}

void add_plans(case_table& table) {
    table.about("BP-SVY-007", severity::info, "plans_other", {"plans"})
        .on(good_answer().with({{"plans_other", ""}}))
        .silent("no other plan", {{"plans", "substance_use_plan"}})
        .silent("no plan", {{"plans", ""}})
        .found("another plan alone", {{"plans", "other"}})
        .found("another plan among several", {{"plans", "mental_health_plan|other"}});
    table.about("BP-SVY-008", severity::warning, "plans", {"plans_other"})
        .on(good_answer())
        .silent("another plan with its name", {{"plans", "other"}})
        .silent("no name", {{"plans", "mental_health_plan"}, {"plans_other", ""}})
        .silent("neither plan nor name", {{"plans", ""}, {"plans_other", ""}})
        .silent("plans that cannot be read", {{"plans", "others"}}, {"BP-FLD-002"})
        .found("a name and other plans", {{"plans", "mental_health_plan"}})
        .found("a name and no plan", {{"plans", ""}})
        .found_without("a name in a form that does not ask of plans", {"plans"});
}

void add_unlikely(case_table& table) {
    table.about("BP-SVY-009", severity::info, "mappings")
        .on(good_answer())
        .silent("six", {{"mappings", "6"}})
        .silent("eight", {{"mappings", "8"}})
        .silent("twelve", {{"mappings", "12"}})
        .found("seven", {{"mappings", "7"}});
    const names use{"quality_targets", "recipient_cooperation", "specialist_cooperation",
                    "supervision", "other_reporting"};
    case_table::changes unknown;
    for (const auto& question : use) {
        unknown.emplace_back(question, "unknown");
    }
    table
        .about(
            "BP-SVY-010", severity::info, "quality_targets",
            {"other_reporting", "recipient_cooperation", "specialist_cooperation", "supervision"})
        .on(good_answer().with(unknown))
        .found("nothing known", {});
    for (const auto& question : use) {
        table.silent("all but one known: " + question, {{question, "no"}});
    }
}

} // namespace

std::vector<rule_case> survey_answer_cases() {
    case_table table;
    add_required(table);
    add_bounds(table);
    add_work(table);
    add_plans(table);
    add_unlikely(table);
    return table.take();
}

} // namespace brukerplan::validation_test
