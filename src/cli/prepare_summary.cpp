#include "cli/prepare_summary.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <brukerplan/write/validation_report.hpp>

namespace brukerplan::cli {

namespace {

/// Errors that no correction mends: the person is too young.
bool is_about_children(const rule& r) {
    constexpr std::int32_t least_age = 16;
    const auto child = [&](const std::vector<atom>& every) {
        return every.size() == 1 && every.front().source == atom_source::age &&
               every.front().test == atom_test::between && every.front().high < least_age;
    };
    return r.kind == rule_kind::conflict && !r.cases.empty() &&
           std::all_of(r.cases.begin(), r.cases.end(), child);
}

std::uint64_t rows_about_children(const session& s, const finding_log& findings) {
    std::uint64_t most = 0;
    const auto& rules = s.instrument()->rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (is_about_children(rules[i])) {
            most = std::max(most, findings.records(i, severity::error));
        }
    }
    return most;
}

} // namespace

void tell_rows(const session& s, const collection_counts& counts, const finding_log& findings) {
    s.tell("prepare.rows", {{"rows", std::to_string(counts.rows)},
                            {"registrations", std::to_string(counts.registrations)}});
    s.tell_count("prepare.unreadable", counts.unreadable);
    s.tell_count("prepare.with_errors", counts.with_errors);
    s.tell_count("prepare.children", rows_about_children(s, findings));
    s.tell_count("prepare.objected", counts.objected);
    s.tell_count("prepare.withdrawn", counts.withdrawn);
    s.tell_count("prepare.objections_without_number", counts.objections_without_number);
    s.tell_count("prepare.objection_unanswered", counts.objection_unanswered);
    s.tell_count("prepare.out_of_age", counts.out_of_age);
}

void tell_persons(const session& s, const merge_counts& counts, const std::string& policy,
                  const finding_log& findings, bool listed) {
    s.tell("prepare.persons", {{"persons", std::to_string(counts.persons)},
                               {"merged", std::to_string(counts.merged)},
                               {"policy", policy}});
    s.tell_count("unlinked_persons", counts.unlinked);
    s.tell_count("prepare.suspected_pairs", counts.suspected_pairs);
    s.tell_count("prepare.suspected_objections", counts.suspected_objections);
    const auto ranked = ranked_rules(findings.counts(), *s.instrument());
    if (ranked.empty()) {
        return;
    }
    s.tell(listed ? "prepare.disagreements" : "prepare.disagreements_not_listed");
    for (const auto& entry : ranked) {
        const auto& r = s.instrument()->rules[entry.rule];
        s.tell("prepare.disagreement",
               {{"severity", s.words("severity." + std::string{token_of(entry.found)})},
                {"code", r.code},
                {"title", r.title.in(s.language())},
                {"persons", std::to_string(entry.rows)}});
    }
}

void tell_transfer(const session& s, const receipt& of, const std::string& file,
                   const std::string& receipt_file) {
    s.tell("prepare.written", {{"persons", std::to_string(of.transferred.transferable)},
                               {"file", shown_path(s, file)}});
    s.tell("prepare.keep",
           {{"receipt", shown_path(s, receipt_file)}, {"day", shown_day(of.delete_by)}});
}

std::string shown_day(date day) {
    const auto characters = format_date(day);
    return {characters.begin(), characters.end()};
}

} // namespace brukerplan::cli
