#include <optional>
#include <string>
#include <utility>

#include <brukerplan/identity/municipality.hpp>

#include "cli/commands.hpp"
#include "write/identity_json.hpp"

namespace brukerplan::cli {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 5> traced_columns{"code", "label", "relation",
                                                         "merged_with_others", "share"};

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
    if (const auto* instead = answer.if_contains("instead");
        instead && !instead->as_array().empty()) {
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
    const auto to =
        options.trace.empty() ? std::nullopt : std::optional{day_of(s, "--trace", options.trace)};
    const auto answer = detail::municipality_object(options.code, on, to);
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
    s.tell_policy(finding_log{});
    return s.options().strict && !municipality_valid_on(options.code, on) ? exit_code::findings
                                                                          : exit_code::done;
}

} // namespace brukerplan::cli
