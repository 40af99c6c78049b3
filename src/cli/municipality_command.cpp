#include <optional>
#include <string>
#include <utility>

#include <brukerplan/identity/municipality.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 5> traced_columns{"code", "label", "relation",
                                                         "merged_with_others", "share"};

json::value json_date(std::optional<date> day) {
    if (!day) {
        return nullptr;
    }
    const auto text = format_date(*day);
    return json::string{std::string_view{text.data(), text.size()}};
}

json::array json_traced(const traced_municipalities& traced, date on) {
    json::array rows;
    for (const auto& one : traced) {
        rows.push_back({{"code", one.code},
                        {"label", find_municipality(one.code, on)->label},
                        {"relation", territory_relation_name(one.relation)},
                        {"merged_with_others", one.merged_with_others},
                        {"share", one.share == 1.0 ? json::value{1} : json::value{}}});
    }
    return rows;
}

void describe_valid(const municipality& found, date on, json::object& answer) {
    json::array names;
    for (const auto& part : split_municipality_label(found.label).parts) {
        names.push_back({{"text", part.text}, {"language", name_language_tag(part.language)}});
    }
    json::array districts;
    for (const auto& one : districts_of_municipality(found.code, on)) {
        districts.push_back({{"code", one.code}, {"name", one.name}});
    }
    const auto* in = county_of_municipality(found.code, on);
    answer["label"] = found.label;
    answer["names"] = std::move(names);
    answer["valid_from"] = json_date(found.valid_from);
    answer["valid_to"] = json_date(found.valid_to);
    answer["county"] = {{"code", in->code}, {"name", in->name}};
    answer["districts"] = std::move(districts);
}

void describe_invalid(const municipality_suggestion& suggestion, date on, json::object& answer) {
    answer["boundary"] = json_date(suggestion.boundary);
    if (!suggestion.with_leading_zero.empty()) {
        answer["with_leading_zero"] = suggestion.with_leading_zero;
    }
    answer["instead"] = json_traced(suggestion.municipalities, on);
}

json::object describe_trace(std::string_view code, date from, date to) {
    const auto trace = trace_municipality(code, from, to);
    json::object result{{"on", json_date(to)}};
    if (!trace) {
        result["error"] = municipality_error_name(trace.error());
        return result;
    }
    result["basis"] = territory_relation_name(trace->basis);
    result["determined"] = trace->determined();
    result["municipalities"] = json_traced(trace->municipalities, to);
    return result;
}

std::string plain(const json::value& value) {
    if (value.is_string()) {
        return std::string{value.get_string()};
    }
    return value.is_null() ? "-" : json::serialize(value);
}

void list_traced(const json::value& traced, output& out) {
    detail::listing rows{detail::listing_format::table, traced_columns,
                         [&](std::string_view text) { out.write(text); }};
    for (const auto& one : traced.as_array()) {
        rows.add(one.as_object());
    }
    rows.finish();
}

/// The same answer for people, one line a fact; names and tokens as in the JSON.
void write_table(const json::object& answer, output& out) {
    constexpr std::size_t width = 20;
    const auto line = [&](std::string name, const std::string& value) {
        name.resize(width, ' ');
        out.write(name + value + "\n");
    };
    for (const std::string_view key : {"code", "on", "validity", "label", "valid_from", "valid_to",
                                       "boundary", "with_leading_zero"}) {
        if (const auto* value = answer.if_contains(key)) {
            line(std::string{key}, plain(*value));
        }
    }
    if (const auto* county = answer.if_contains("county")) {
        line("county", plain(county->at("code")) + " " + plain(county->at("name")));
    }
    if (const auto* names = answer.if_contains("names"); names && names->as_array().size() > 1) {
        for (const auto& name : names->as_array()) {
            line("name (" + plain(name.at("language")) + ")", plain(name.at("text")));
        }
    }
    if (const auto* districts = answer.if_contains("districts")) {
        for (const auto& one : districts->as_array()) {
            line("district", plain(one.at("code")) + " " + plain(one.at("name")));
        }
    }
    if (const auto* instead = answer.if_contains("instead"); instead && !instead->as_array().empty()) {
        out.write("\ninstead\n");
        list_traced(*instead, out);
    }
    if (const auto* trace = answer.if_contains("trace")) {
        out.write("\n");
        line("trace to", plain(trace->at("on")));
        if (const auto* error = trace->as_object().if_contains("error")) {
            line("error", plain(*error));
            return;
        }
        line("basis", plain(trace->at("basis")));
        line("determined", plain(trace->at("determined")));
        list_traced(trace->at("municipalities"), out);
    }
}

date day_of(const session& s, std::string_view option, const std::string& text) {
    const auto day = parse_date(text);
    if (!day) {
        s.refuse("bad_date", {{"option", option}});
    }
    return *day;
}

} // namespace

exit_code run_municipality(const session& s, const municipality_options& options) {
    const auto on = day_of(s, "--on", options.on);
    const auto suggestion = suggest_municipality(options.code, on);
    json::object answer;
    answer["code"] = options.code;
    answer["on"] = json_date(on);
    answer["validity"] = municipality_validity_name(suggestion.validity);
    const auto* found = find_municipality(options.code, on);
    if (found != nullptr) {
        describe_valid(*found, on, answer);
    } else {
        describe_invalid(suggestion, on, answer);
    }
    if (!options.trace.empty()) {
        answer["trace"] = describe_trace(options.code, on, day_of(s, "--trace", options.trace));
    }
    output out{s, ""};
    if (s.options().format == detail::listing_format::table) {
        write_table(answer, out);
    } else {
        std::vector<std::string_view> columns;
        for (const auto& member : answer) {
            columns.push_back(member.key());
        }
        detail::listing row{s.options().format, columns,
                            [&](std::string_view text) { out.write(text); }};
        row.add(answer);
        row.finish();
    }
    out.finish();
    return s.options().strict && found == nullptr ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli
