#include "write/validation_state.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include <brukerplan/validation/likely_identity.hpp>

#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"
#include "write/document_json.hpp"
#include "write/result_json.hpp"

namespace brukerplan::detail {

namespace {

namespace json = boost::json;

constexpr std::string_view format = "brukerplan/validation-state";

// ---- Out

json::array counts_array(const severity_counts& counts) {
    return json::array(counts.begin(), counts.end());
}

json::array rules_array(const std::vector<rule_counts>& rules, const pack& of) {
    json::array result;
    for (const auto& r : rules) {
        result.push_back(
            json::object{{"code", of.rules[r.rule].code},
                         {"findings", counts_array(r.findings)},
                         {"records", r.records},
                         {"records_by_severity", counts_array(r.records_by_severity)}});
    }
    return result;
}

json::array fields_array(const std::vector<severity_counts>& fields, const pack& of) {
    json::array result;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (total(fields[i]) > 0) {
            result.push_back(
                json::object{{"name", of.fields[i].name}, {"findings", counts_array(fields[i])}});
        }
    }
    return result;
}

json::array units_array(const std::vector<unit_counts>& units, const pack& of) {
    json::array result;
    for (const auto& unit : units) {
        json::object records;
        for (std::size_t i = 0; i < unit.records.size(); ++i) {
            if (unit.records[i] > 0) {
                records[of.rules[i].code] = unit.records[i];
            }
        }
        result.push_back(json::object{{"kind", static_cast<int>(unit.what)},
                                      {"name", text_or_null(unit.name)},
                                      {"rows", counts_array(unit.rows)},
                                      {"findings", counts_array(unit.findings)},
                                      {"records", std::move(records)}});
    }
    return result;
}

json::object detail_object(const finding& f, const pack& of) {
    json::object result;
    result["record"] = f.record;
    result["code"] = of.rules[f.rule].code;
    result["severity"] = static_cast<int>(f.severity);
    result["field"] =
        f.field == finding::no_field ? json::value{} : json::value(of.fields[f.field].name);
    result["row_ref"] = text_or_null(f.row_ref);
    result["row_ref_hidden"] = f.row_ref_hidden;
    result["unit"] = text_or_null(f.unit);
    result["unit_hidden"] = f.unit_hidden;
    result["params"] = parameters_object(f);
    return result;
}

json::value worst_text(const validation_state& state) {
    if (!state.rows_kept) {
        return nullptr;
    }
    json::string digits;
    for (const auto worst : state.worst) {
        digits.push_back(static_cast<char>('0' + worst));
    }
    return digits;
}

// ---- In

std::string text_or_empty(const json_node& node) {
    return node.is_null() ? std::string{} : std::string{node.string()};
}

/// A text that was fit to be shown when it was saved.
std::string shown_text(const json_node& node) {
    auto text = text_or_empty(node);
    if (may_identify_somebody(text)) {
        node.fail("this may hold somebody's number");
    }
    return text;
}

severity_counts counts_of(const json_node& node) {
    severity_counts counts{};
    if (node.array().size() != counts.size()) {
        node.fail("a count for each severity is needed here");
    }
    node.each([&](const json_node& count, std::size_t i) { counts[i] = count.count(); });
    return counts;
}

std::size_t rule_of(const json_node& where, std::string_view code, const pack& of) {
    const auto at = std::find_if(of.rules.begin(), of.rules.end(),
                                 [&](const rule& r) { return r.code == code; });
    if (at == of.rules.end()) {
        where.fail("the pack has no such rule");
    }
    return static_cast<std::size_t>(at - of.rules.begin());
}

std::size_t field_of(const json_node& node, const pack& of) {
    const auto field = of.find_field(node.string());
    if (!field) {
        node.fail("the pack has no such field");
    }
    return *field;
}

/// A whole number that is below `end`.
std::size_t number_below(const json_node& node, std::size_t end) {
    const auto number = node.count();
    if (number >= end) {
        node.fail("there is no such number here");
    }
    return static_cast<std::size_t>(number);
}

finding_parameter parameter_of(std::string_view name, const json_node& node) {
    finding_parameter result{std::string{name}, {}};
    if (node.is_number()) {
        result.value = node.whole_number(std::numeric_limits<std::int64_t>::min(),
                                         std::numeric_limits<std::int64_t>::max());
    } else if (node.is_array()) {
        std::vector<std::string> words;
        node.each([&](const json_node& word, std::size_t) { words.push_back(shown_text(word)); });
        result.value = std::move(words);
    } else {
        result.value = shown_text(node);
    }
    return result;
}

finding detail_of(const json_node& node, const pack& of, std::uint64_t rows) {
    finding f;
    f.record = number_below(node["record"], static_cast<std::size_t>(rows));
    f.rule = rule_of(node["code"], node["code"].string(), of);
    f.severity = static_cast<severity>(number_below(node["severity"], severity_tokens.size()));
    if (f.severity == severity::none) {
        node["severity"].fail("a finding has a severity");
    }
    f.field = node["field"].is_null() ? finding::no_field : field_of(node["field"], of);
    f.row_ref = shown_text(node["row_ref"]);
    f.row_ref_hidden = node["row_ref_hidden"].boolean();
    f.unit = shown_text(node["unit"]);
    f.unit_hidden = node["unit_hidden"].boolean();
    node["params"].each_member([&](std::string_view name, const json_node& value) {
        f.parameters.push_back(parameter_of(name, value));
    });
    return f;
}

unit_counts unit_of(const json_node& node, const pack& of) {
    unit_counts unit;
    unit.what = static_cast<unit_counts::kind>(
        number_below(node["kind"], static_cast<std::size_t>(unit_counts::kind::others) + 1));
    unit.name = shown_text(node["name"]);
    unit.rows = counts_of(node["rows"]);
    unit.findings = counts_of(node["findings"]);
    node["records"].each_member([&](std::string_view code, const json_node& count) {
        const auto rule = rule_of(count, code, of);
        unit.records.resize(std::max(unit.records.size(), rule + 1));
        unit.records[rule] = count.count();
    });
    return unit;
}

finding_count_parts parts_of(const json_node& root, const pack& of) {
    finding_count_parts parts;
    parts.rows = counts_of(root["rows"]);
    parts.findings = counts_of(root["findings"]);
    root["rules"].each([&](const json_node& node, std::size_t) {
        if (node["records"].count() > total(parts.rows)) {
            node["records"].fail("there are not so many rows");
        }
        parts.rules.push_back({rule_of(node["code"], node["code"].string(), of),
                               counts_of(node["findings"]), counts_of(node["records_by_severity"]),
                               node["records"].count()});
    });
    root["fields"].each([&](const json_node& node, std::size_t) {
        const auto field = field_of(node["name"], of);
        parts.fields.resize(std::max(parts.fields.size(), field + 1));
        parts.fields[field] = counts_of(node["findings"]);
    });
    root["units"].each(
        [&](const json_node& node, std::size_t) { parts.units.push_back(unit_of(node, of)); });
    return parts;
}

std::vector<std::int8_t> worst_of(const json_node& node, std::uint64_t rows) {
    std::vector<std::int8_t> worst;
    for (const char digit : node.string()) {
        if (digit < '0' || digit >= static_cast<char>('0' + severity_tokens.size())) {
            node.fail("a digit for the severity of each row is needed here");
        }
        worst.push_back(static_cast<std::int8_t>(digit - '0'));
    }
    if (worst.size() != rows) {
        node.fail("there are " + std::to_string(rows) + " rows");
    }
    return worst;
}

void need_same(const json_node& node, std::string_view own, const char* what) {
    if (text_or_empty(node) != own) {
        node.fail(std::string{"the state is of another "} + what);
    }
}

} // namespace

json::object state_object(const validation_state& state, const validation_setting& setting) {
    const auto& [instrument, profile, fingerprint] = setting;
    const auto parts = state.log.counts().parts();
    json::object result;
    result["format"] = format;
    result["version"] = 1;
    result["pack"] = instrument.id;
    result["edition"] = instrument.edition;
    result["mapping"] = text_or_null(instrument.mapping);
    result["profile"] = text_or_null(profile);
    result["setting"] = fingerprint;
    result["rows"] = counts_array(parts.rows);
    result["findings"] = counts_array(parts.findings);
    result["rules"] = rules_array(parts.rules, instrument);
    result["fields"] = fields_array(parts.fields, instrument);
    result["units"] = units_array(parts.units, instrument);
    result["unknown_columns"] =
        json::array(state.unknown_columns.begin(), state.unknown_columns.end());
    result["worst"] = worst_text(state);
    const auto most = state.log.most_details();
    result["most_details"] =
        most > std::size_t{json_node::most_count} ? json::value{} : json::value(most);
    result["truncated"] = state.log.truncated();
    auto& details = result["details"].emplace_array();
    for (const auto& f : state.log.details()) {
        details.push_back(detail_object(f, instrument));
    }
    return result;
}

validation_state read_state(std::string_view text, const validation_setting& setting) {
    const auto& of = setting.instrument;
    const auto document = parse_document(text);
    const json_node root{document, ""};
    root.only_keys({"format", "version", "pack", "edition", "mapping", "profile", "setting", "rows",
                    "findings", "rules", "fields", "units", "unknown_columns", "worst",
                    "most_details", "truncated", "details"});
    if (root["format"].string() != format) {
        root["format"].fail("the format must be \"" + std::string{format} + "\"");
    }
    if (root["version"].integer() != 1) {
        root["version"].fail("this library reads version 1 of the format");
    }
    need_same(root["pack"], of.id, "pack");
    need_same(root["edition"], of.edition, "edition of the pack");
    need_same(root["mapping"], of.mapping, "mapping");
    need_same(root["profile"], setting.profile, "profile");
    need_same(root["setting"], setting.fingerprint,
              "test policy or date, or of another text of its pack, mapping or profile");

    validation_state state;
    const auto parts = parts_of(root, of);
    const auto most = root["most_details"];
    state.log = finding_log{most.is_null() ? finding_log::unbounded
                                           : static_cast<std::size_t>(most.count())};
    std::vector<finding> details;
    root["details"].each([&](const json_node& node, std::size_t) {
        details.push_back(detail_of(node, of, total(parts.rows)));
    });
    state.log.append(parts, std::move(details), root["truncated"].boolean());
    root["unknown_columns"].each([&](const json_node& node, std::size_t) {
        state.unknown_columns.push_back(
            number_below(node, std::numeric_limits<std::int32_t>::max()));
    });
    state.rows_kept = !root["worst"].is_null();
    if (state.rows_kept) {
        state.worst = worst_of(root["worst"], state.log.rows());
    }
    return state;
}

} // namespace brukerplan::detail
