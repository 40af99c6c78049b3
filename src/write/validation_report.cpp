#include <brukerplan/write/validation_report.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <boost/json.hpp>

#include <brukerplan/validation/validator.hpp>
#include <brukerplan/version.hpp>

#include "write/document_json.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;
using detail::date_or_null;
using detail::text_object;
using detail::text_or_null;

constexpr std::array<std::string_view, 4> ground_tokens{"seed", "law", "public", "ours"};

std::uint64_t at(const severity_counts& counts, severity s) {
    return counts[static_cast<std::size_t>(s)];
}

json::object by_severity(const severity_counts& findings) {
    json::object result;
    for (const auto s : {severity::fatal, severity::error, severity::warning, severity::info}) {
        result[token_of(s)] = at(findings, s);
    }
    return result;
}

void put_rows(json::object& to, const severity_counts& rows_by_worst) {
    const auto unreadable = at(rows_by_worst, severity::fatal);
    const auto with_errors = at(rows_by_worst, severity::error);
    to["rows"] = total(rows_by_worst);
    to["usable"] = total(rows_by_worst) - unreadable - with_errors;
    to["with_errors"] = with_errors;
    to["unreadable"] = unreadable;
}

json::value or_null(std::string_view text) {
    return text.empty() ? json::value{} : json::value(text);
}

/// The words of a finding in every language of the pack.
json::object in_all_languages(const finding& f, const pack& instrument,
                              std::string (*words)(const finding&, const pack&, std::string_view)) {
    json::object result;
    for (const auto& language : instrument.languages) {
        result[language] = words(f, instrument, language);
    }
    return result;
}

json::object example_object(const finding& f, const pack& instrument) {
    json::object result;
    result["record"] = f.record;
    result["row_ref"] = or_null(f.row_ref);
    result["unit"] = or_null(f.unit);
    result["field"] =
        f.field == finding::no_field ? json::value{} : json::value(instrument.fields[f.field].name);
    result["message"] = in_all_languages(f, instrument, message_of);
    result["action"] = in_all_languages(f, instrument, action_of);
    return result;
}

json::object rule_object(const ranked_rule& entry, const finding_examples& examples,
                         const pack& instrument) {
    const auto& r = instrument.rules[entry.rule];
    json::object result;
    result["code"] = r.code;
    result["severity"] = token_of(entry.found);
    result["ground"] = ground_tokens[static_cast<std::size_t>(r.ground)];
    result["title"] = text_object(r.title);
    result["reason"] = text_object(r.reason);
    result["findings"] = entry.findings;
    result["rows"] = entry.rows;
    auto& shown = result["examples"].emplace_array();
    for (const auto& f : examples.of(entry.rule, entry.found)) {
        shown.push_back(example_object(f, instrument));
    }
    return result;
}

json::array field_list(const finding_counts& counts, const pack& instrument) {
    json::array result;
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        if (const auto found = counts.field_findings(i); total(found) > 0) {
            result.push_back({{"name", instrument.fields[i].name},
                              {"label", text_object(instrument.fields[i].label)},
                              {"findings", by_severity(found)}});
        }
    }
    return result;
}

json::object unit_object(const unit_counts& unit, const pack& instrument) {
    json::object result;
    result["kind"] = unit_kind_tokens[static_cast<std::size_t>(unit.what)];
    result["name"] = or_null(unit.name);
    put_rows(result, unit.rows);
    result["findings"] = by_severity(unit.findings);
    const auto ranked = ranked_rules_of(unit, instrument);
    auto& rules = result["rules"].emplace_array();
    for (std::size_t i = 0; i < std::min(ranked.size(), most_rules_of_unit); ++i) {
        const auto rule = ranked[i];
        rules.push_back({{"code", instrument.rules[rule].code}, {"rows", unit.records[rule]}});
    }
    result["more_rules"] = ranked.size() - rules.size();
    return result;
}

void add_to(unit_counts& sum, const unit_counts& unit) {
    for (std::size_t s = 0; s < sum.rows.size(); ++s) {
        sum.rows[s] += unit.rows[s];
        sum.findings[s] += unit.findings[s];
    }
    sum.records.resize(std::max(sum.records.size(), unit.records.size()));
    for (std::size_t i = 0; i < unit.records.size(); ++i) {
        sum.records[i] += unit.records[i];
    }
}

/// Ranked, with those beyond the bound counted together as `others`.
std::vector<unit_counts> bounded_units(const finding_counts& counts, bool& truncated) {
    std::vector<unit_counts> units;
    unit_counts others{unit_counts::kind::others, {}, {}, {}, {}};
    std::size_t named = 0;
    for (auto& unit : ranked_units(counts)) {
        const bool is_named = unit.what == unit_counts::kind::named;
        if (unit.what == unit_counts::kind::others || (is_named && named == most_units_in_report)) {
            add_to(others, unit);
        } else {
            named += is_named ? 1 : 0;
            units.push_back(std::move(unit));
        }
    }
    truncated = total(others.rows) > 0;
    if (truncated) {
        units.push_back(std::move(others));
    }
    return units;
}

json::object input_object(const understood_input& input) {
    json::object result;
    result["format"] = input.format;
    result["charset"] = input.charset;
    result["separator"] = or_null(input.separator);
    result["header_language"] = or_null(input.header_language);
    result["byte_order_mark"] = input.byte_order_mark;
    result["decimal_comma"] = input.decimal_comma;
    result["unknown_columns"] = json::value_from(input.unknown_columns);
    result["unknown_keys"] = input.unknown_keys;
    return result;
}

json::array change_list(const tuning& t, const pack& instrument) {
    json::array result;
    for (const auto& area : t.areas) {
        for (const auto& change : area.changes) {
            const auto& r = instrument.rules[change.rule];
            if (r.kind == rule_kind::person) {
                continue; // no row was checked by it
            }
            json::object entry;
            entry["area"] = text_or_null(area.area);
            entry["code"] = r.code;
            entry["title"] = text_object(r.title);
            entry["severity"] =
                change.severity ? json::value(token_of(*change.severity)) : json::value{};
            entry["reason"] = change.reason;
            result.push_back(std::move(entry));
        }
    }
    return result;
}

json::array threshold_list(const finding_counts& counts, const tuning& t, const pack& instrument) {
    json::array result;
    for (const auto& exceeded : exceeded_thresholds(counts, t)) {
        const auto& r = instrument.rules[exceeded.limit.rule];
        json::object entry;
        entry["code"] = r.code;
        entry["title"] = text_object(r.title);
        entry["severity"] = token_of(exceeded.limit.severity);
        entry["limit"] = static_cast<std::int64_t>(std::lround(exceeded.limit.share * 10'000));
        entry["rows"] = exceeded.records;
        result.push_back(std::move(entry));
    }
    return result;
}

json::object provenance_object(const pack& instrument, const validation_options& options) {
    json::object result;
    result["library"] = library_version;
    result["pack"] = instrument.id;
    result["edition"] = instrument.edition;
    result["profile"] = text_or_null(options.tuning.id);
    result["mapping"] = text_or_null(instrument.mapping);
    result["test_numbers"] = options.test_numbers;
    result["reference_date"] = date_or_null(options.reference_date);
    result["period_first"] = date_or_null(options.period_first);
    result["period_last"] = date_or_null(options.period_last);
    return result;
}

} // namespace

understood_input understood(const csv_dialect& dialect) {
    return {.format = "csv",
            .charset = token_of(dialect.charset),
            .separator = dialect.separator == ';'   ? "semicolon"
                         : dialect.separator == ',' ? "comma"
                                                    : "tab",
            .header_language = token_of(dialect.header_language),
            .byte_order_mark = dialect.byte_order_mark,
            .decimal_comma = dialect.decimal_comma,
            .unknown_columns = dialect.unknown_columns,
            .unknown_keys = 0};
}

understood_input understood(const ndjson_dialect& dialect) {
    return {.format = "ndjson",
            .charset = token_of(charset::utf8),
            .separator = {},
            .header_language = {},
            .byte_order_mark = dialect.byte_order_mark,
            .decimal_comma = false,
            .unknown_columns = {},
            .unknown_keys = dialect.unknown_keys};
}

std::string make_validation_report(const finding_counts& counts, const finding_examples& examples,
                                   const pack& instrument, const validation_options& options,
                                   const understood_input& input) {
    json::object document;
    document["format"] = "brukerplan/validation-report";
    document["version"] = 1;
    document["status"] = "internal";
    document["provenance"] = provenance_object(instrument, options);
    document["input"] = input_object(input);
    auto& sums = document["counts"].emplace_object();
    put_rows(sums, counts.rows_by_worst());
    sums["findings"] = by_severity(counts.findings());
    bool more_examples = false;
    auto& rules = document["rules"].emplace_array();
    for (const auto& entry : ranked_rules(counts, instrument)) {
        rules.push_back(rule_object(entry, examples, instrument));
        more_examples = more_examples || examples.of(entry.rule, entry.found).size() < entry.rows;
    }
    bool more_units = false;
    auto& units = document["units"].emplace_array();
    for (const auto& unit : bounded_units(counts, more_units)) {
        units.push_back(unit_object(unit, instrument));
    }
    document["fields"] = field_list(counts, instrument);
    document["changes"] = change_list(options.tuning, instrument);
    document["thresholds"] = threshold_list(counts, options.tuning, instrument);
    document["truncated"] = {{"examples", more_examples}, {"units", more_units}};
    return json::serialize(document);
}

} // namespace brukerplan
