// Findings by unit, by field and by rule, and the rules that were changed.
#include <algorithm>
#include <set>

#include "report/findings_sections.hpp"
#include "report/severity_sign.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {

constexpr std::size_t rows_on_one_sheet = 20;

std::int32_t of(const severity_sums& findings, severity s) {
    return findings[static_cast<std::size_t>(s)];
}

void put_sums(data& row, const severity_sums& findings, const report_language& language) {
    const auto& numbers = language.numbers();
    row.set("errors", numbers.count(std::int64_t{of(findings, severity::fatal)} +
                                    of(findings, severity::error)));
    row.set("warnings", numbers.count(of(findings, severity::warning)));
    row.set("infos", numbers.count(of(findings, severity::info)));
}

const found_rule& rule_of(const findings_document& document, std::string_view code) {
    return *std::find_if(document.rules.begin(), document.rules.end(),
                         [&](const auto& rule) { return rule.code == code; });
}

data unit_row(const found_unit& unit, const findings_document& document,
              const report_language& language) {
    const auto& numbers = language.numbers();
    data row;
    row.set("name", unit.kind == "named" ? unit.name : language.text_of("check_unit_" + unit.kind));
    row.set("rows", numbers.count(unit.rows.rows));
    row.set("to_correct", numbers.count(unit.rows.to_correct()));
    put_sums(row, unit.findings, language);
    data rules{data::type::list};
    for (const auto& frequent : unit.rules) {
        data rule;
        rule.set("code", frequent.code);
        put_words(rule, "title", rule_of(document, frequent.code).title, language);
        rule.set("rows", numbers.count(frequent.rows));
        rules << rule;
    }
    row.set("rules", rules);
    row.set("has_rules", !unit.rules.empty());
    row.set("more", unit.more_rules > 0
                        ? data{language.message("check_more_rules", unit.more_rules)}
                        : data{false});
    return row;
}

/// Advice that differs from row to row stands with the rows alone.
bool has_one_action(const found_rule& rule, const report_language& language) {
    return !rule.examples.empty() &&
           std::all_of(rule.examples.begin(), rule.examples.end(), [&](const auto& example) {
               return language.words(example.action) ==
                      language.words(rule.examples.front().action);
           });
}

data rule_entry(const found_rule& rule, const report_language& language) {
    data entry;
    entry.set("code", rule.code);
    put_words(entry, "title", rule.title, language);
    put_words(entry, "reason", rule.reason, language);
    const bool one_action = has_one_action(rule, language);
    entry.set("has_action", one_action);
    if (one_action) {
        put_words(entry, "action", rule.examples.front().action, language);
    }
    entry.set("ground", language.find_in("grounds", rule.ground).value_or(rule.ground));
    entry.set("sign", severity_sign(rule.level));
    entry.set("severity_text", language.text_of("severity_" + std::string{token_of(rule.level)}));
    return entry;
}

} // namespace

void put_units(data& page, const findings_document& document, const report_language& language) {
    data rows{data::type::list};
    for (const auto& unit : document.units) {
        rows << unit_row(unit, document, language);
    }
    page.set("has_units", !document.units.empty());
    page.set("units", rows);
    page.set("units_truncated", document.units_truncated);
}

void put_fields(data& page, const findings_document& document, const report_language& language) {
    data rows{data::type::list};
    for (const auto& field : document.fields) {
        data row;
        put_words(row, "label", field.label, language);
        row.set("name", field.name);
        put_sums(row, field.findings, language);
        rows << row;
    }
    page.set("has_fields", !document.fields.empty());
    page.set("long_fields", document.fields.size() > rows_on_one_sheet);
    page.set("fields", rows);
}

void put_rules(data& page, const findings_document& document, const report_language& language) {
    data entries{data::type::list};
    std::set<std::string_view> explained;
    for (const auto& rule : document.rules) {
        if (explained.insert(rule.code).second) {
            entries << rule_entry(rule, language);
        }
    }
    page.set("rules", entries);
}

void put_changes(data& page, const findings_document& document, const report_language& language) {
    data rows{data::type::list};
    for (const auto& change : document.changes) {
        data row;
        row.set("code", change.code);
        put_words(row, "title", change.title, language);
        row.set("change",
                change.level
                    ? language.message(
                          "check_changed_to",
                          language.text_of("severity_" + std::string{token_of(*change.level)}))
                    : language.text_of("check_switched_off"));
        row.set("reason", change.reason);
        row.set("area", change.area.empty() ? language.text_of("check_everywhere") : change.area);
        rows << row;
    }
    page.set("has_changes", !document.changes.empty());
    page.set("changes", rows);
}

} // namespace brukerplan::detail
