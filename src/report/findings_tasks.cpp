// What to do, the most serious first: rules with some of their rows.
#include <algorithm>
#include <string_view>
#include <vector>

#include "report/findings_sections.hpp"
#include "report/severity_sign.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {

/// Examples that need the same done, in the order of the document.
struct advised {
    const text* action;
    std::vector<const found_example*> examples;
};

std::vector<advised> by_action(const found_rule& rule, const report_language& language) {
    std::vector<advised> groups;
    for (const auto& example : rule.examples) {
        const auto at = std::find_if(groups.begin(), groups.end(), [&](const advised& group) {
            return language.words(*group.action) == language.words(example.action);
        });
        auto& group = at == groups.end() ? groups.emplace_back(advised{&example.action, {}}) : *at;
        group.examples.push_back(&example);
    }
    return groups;
}

data example_row(const found_example& example, const report_language& language) {
    data row;
    row.set("row", language.numbers().count(std::int64_t{example.record} + 1));
    row.set("ref", example.row_ref);
    row.set("unit", example.unit);
    put_words(row, "message", example.message, language);
    return row;
}

data advice(const advised& group, const report_language& language) {
    data result;
    put_words(result, "action", *group.action, language);
    data rows{data::type::list};
    const auto any = [&](auto member) {
        return std::any_of(group.examples.begin(), group.examples.end(),
                           [&](const auto* example) { return !(example->*member).empty(); });
    };
    result.set("has_ref", any(&found_example::row_ref));
    result.set("has_unit", any(&found_example::unit));
    for (const auto* example : group.examples) {
        rows << example_row(*example, language);
    }
    result.set("rows", rows);
    return result;
}

data task(const found_rule& rule, const findings_document& document,
          const report_language& language) {
    const std::string severity{token_of(rule.level)};
    data result;
    result.set("id", rule.code + "-" + severity);
    result.set("code", rule.code);
    result.set("severity", severity);
    result.set("severity_text", language.text_of("severity_" + severity));
    result.set("sign", severity_sign(rule.level));
    put_words(result, "title", rule.title, language);
    result.set("rows_text",
               language.message("share_and_count", language.message("check_row_count", rule.rows),
                                language.numbers().share(rule.rows, document.counts.rows)));
    data groups{data::type::list};
    for (const auto& group : by_action(rule, language)) {
        groups << advice(group, language);
    }
    result.set("advice", groups);
    const auto more = rule.rows - static_cast<std::int32_t>(rule.examples.size());
    result.set("more", more > 0 && !rule.examples.empty()
                           ? data{language.message("check_more_rows", more)}
                           : data{false});
    return result;
}

} // namespace

void put_tasks(data& page, const findings_document& document, const report_language& language) {
    data groups{data::type::list};
    for (const auto level : {severity::fatal, severity::error, severity::warning, severity::info}) {
        data tasks{data::type::list};
        for (const auto& rule : document.rules) {
            if (rule.level == level) {
                tasks << task(rule, document, language);
            }
        }
        if (tasks.is_empty_list()) {
            continue;
        }
        const std::string token{token_of(level)};
        data group;
        group.set("severity", token);
        group.set("heading", language.text_of("check_group_" + token));
        group.set("note", language.text_of("check_note_" + token));
        group.set("tasks", tasks);
        groups << group;
    }
    page.set("task_groups", groups);
    page.set("has_tasks", !document.rules.empty());
    page.set("row_note",
             language.text_of(document.input.json ? "check_row_note_json" : "check_row_note"));
}

} // namespace brukerplan::detail
