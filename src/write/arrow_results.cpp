#include "write/arrow_results.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/validation/validator.hpp>

#include "write/result_json.hpp"

namespace brukerplan::detail {

namespace {

std::optional<std::string_view> text_or_none(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

arrow_node finding_columns_of(std::span<const finding> findings, const pack& instrument,
                              std::string_view language) {
    dictionary_column codes;
    dictionary_column severities;
    number_column<std::int64_t> records;
    string_column<std::int64_t> row_refs;
    dictionary_column units;
    dictionary_column fields;
    string_list_column related;
    dictionary_column messages;
    dictionary_column actions;
    dictionary_column packs;
    string_column<std::int64_t> parameters;
    for (const auto& f : findings) {
        const auto& r = instrument.rules[f.rule];
        codes.add(r.code);
        severities.add(token_of(f.severity));
        records.add(static_cast<std::int64_t>(f.record));
        row_refs.add(text_or_none(f.row_ref));
        units.add(text_or_none(f.unit));
        fields.add(f.field == finding::no_field
                       ? std::nullopt
                       : std::optional<std::string_view>{instrument.fields[f.field].name});
        std::vector<std::string_view> names;
        for (const auto field : related_fields(f, instrument)) {
            names.emplace_back(instrument.fields[field].name);
        }
        related.add(names);
        messages.add(message_of(f, instrument, language));
        actions.add(action_of(f, instrument, language));
        packs.add(instrument.id);
        parameters.add(boost::json::serialize(parameters_object(f)));
    }
    const auto name = [](std::size_t at) { return std::string{finding_columns[at]}; };
    std::vector<arrow_node> columns;
    columns.push_back(std::move(codes).finish(name(0)));
    columns.push_back(std::move(severities).finish(name(1)));
    columns.push_back(std::move(records).finish(name(2)));
    columns.push_back(std::move(row_refs).finish(name(3), true));
    columns.push_back(std::move(units).finish(name(4), true));
    columns.push_back(std::move(fields).finish(name(5), true));
    columns.push_back(std::move(related).finish(name(6)));
    columns.push_back(std::move(messages).finish(name(7)));
    columns.push_back(std::move(actions).finish(name(8)));
    columns.push_back(std::move(packs).finish(name(9)));
    columns.push_back(std::move(parameters).finish(name(10)));
    return struct_of(std::move(columns), findings.size());
}

arrow_node summary_columns_of(const finding_counts& counts, const pack& instrument) {
    static constexpr std::array severities{severity::fatal, severity::error, severity::warning,
                                           severity::info};
    string_column<std::int32_t> codes;
    std::array<number_column<std::int64_t>, severities.size()> by_severity;
    number_column<std::int64_t> findings;
    number_column<std::int64_t> records;
    for (std::size_t rule = 0; rule < instrument.rules.size(); ++rule) {
        const auto found = counts.rule_findings(rule);
        if (total(found) == 0) {
            continue;
        }
        codes.add(instrument.rules[rule].code);
        for (std::size_t i = 0; i < severities.size(); ++i) {
            by_severity[i].add(
                static_cast<std::int64_t>(found[static_cast<std::size_t>(severities[i])]));
        }
        findings.add(static_cast<std::int64_t>(total(found)));
        records.add(static_cast<std::int64_t>(counts.rule_records(rule)));
    }
    const auto rows = codes.size();
    std::vector<arrow_node> columns;
    columns.push_back(std::move(codes).finish("code"));
    for (std::size_t i = 0; i < severities.size(); ++i) {
        columns.push_back(std::move(by_severity[i]).finish(std::string{token_of(severities[i])}));
    }
    columns.push_back(std::move(findings).finish("findings"));
    columns.push_back(std::move(records).finish("records"));
    return struct_of(std::move(columns), rows);
}

arrow_node severities_of(std::span<const std::int8_t> worst) {
    number_column<std::int8_t> column;
    for (const auto severity : worst) {
        column.add(severity);
    }
    return std::move(column).finish("severity");
}

void scores_in_columns::add(std::string_view row_ref, const score& s) {
    ++rows_;
    row_refs_.add(text_or_none(row_ref));
    points_.add(s.has_class() && points_wanted_ ? std::optional{s.points} : std::nullopt);
    classes_.add(token_of(s.result));
    answered_.add(static_cast<std::int8_t>(s.answered));
    schemes_.add(scheme_id_);
    reasons_.add(text_or_none(token_of(s.reason)));
}

arrow_node scores_in_columns::finish() && {
    const auto name = [](std::size_t at) { return std::string{score_columns[at]}; };
    std::vector<arrow_node> columns;
    columns.push_back(std::move(row_refs_).finish(name(0), true));
    columns.push_back(std::move(points_).finish(name(1), true));
    columns.push_back(std::move(classes_).finish(name(2)));
    columns.push_back(std::move(answered_).finish(name(3)));
    columns.push_back(std::move(schemes_).finish(name(4)));
    columns.push_back(std::move(reasons_).finish(name(5), true));
    return struct_of(std::move(columns), rows_);
}

} // namespace brukerplan::detail
