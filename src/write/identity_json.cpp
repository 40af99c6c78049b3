#include "write/identity_json.hpp"

#include <string>
#include <utility>

#include <brukerplan/identity/municipality.hpp>

namespace brukerplan::detail {

namespace json = boost::json;

namespace {

json::value json_date(std::optional<date> day) {
    if (!day) {
        return nullptr;
    }
    const auto text = format_date(*day);
    return json::string{std::string_view{text.data(), text.size()}};
}

/// The whole is the number 1, and what nobody knows is null.
json::value json_share(std::optional<double> share) {
    if (!share) {
        return nullptr;
    }
    return *share == 1.0 ? json::value(1) : json::value(*share);
}

json::array json_traced(const traced_municipalities& traced, date on) {
    json::array rows;
    for (const auto& one : traced) {
        rows.push_back({{"code", one.code},
                        {"label", find_municipality(one.code, on)->label},
                        {"relation", territory_relation_name(one.relation)},
                        {"merged_with_others", one.merged_with_others},
                        {"share", json_share(one.share)}});
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

json::object json_trace(const municipality_trace& trace, date to) {
    json::object result{{"on", json_date(to)}};
    result["basis"] = territory_relation_name(trace.basis);
    result["determined"] = trace.determined();
    result["municipalities"] = json_traced(trace.municipalities, to);
    return result;
}

json::object describe_trace(std::string_view code, date from, date to) {
    const auto trace = trace_municipality(code, from, to);
    if (!trace) {
        return {{"on", json_date(to)}, {"error", municipality_error_name(trace.error())}};
    }
    return json_trace(*trace, to);
}

template <class Range>
json::array json_municipalities(const Range& municipalities) {
    json::array rows;
    for (const municipality& one : municipalities) {
        rows.push_back({{"code", one.code},
                        {"label", one.label},
                        {"valid_from", json_date(one.valid_from)},
                        {"valid_to", json_date(one.valid_to)}});
    }
    return rows;
}

} // namespace

json::object number_check_object(std::uint64_t line, const checked_number& check) {
    json::array kinds;
    for_each_kind(check.kinds, [&](number_kind kind) { kinds.emplace_back(token_of(kind)); });
    json::array years;
    for (const auto year : check.birth_years) {
        years.emplace_back(year);
    }
    json::array rules;
    if (check.rules.rule_1964) {
        rules.emplace_back("1964");
    }
    if (check.rules.rule_2032) {
        rules.emplace_back("2032");
    }
    json::object row;
    row["line"] = line;
    row["valid"] = check.valid;
    row["kinds"] = std::move(kinds);
    row["birth_years"] = std::move(years);
    row["sex"] = token_of(check.sex);
    row["rules"] = std::move(rules);
    row["reason"] = check.valid ? json::value{} : json::value(token_of(check.reason));
    row["position"] = check.position < 0 ? json::value{} : json::value(check.position);
    return row;
}

json::object municipality_object(std::string_view code, date on, std::optional<date> to) {
    const auto suggestion = suggest_municipality(code, on);
    json::object answer;
    // What is no code is not repeated: it could be anything.
    answer["code"] = suggestion.validity == municipality_validity::malformed_code
                         ? json::value{}
                         : json::value(code);
    answer["on"] = json_date(on);
    answer["validity"] = municipality_validity_name(suggestion.validity);
    if (const auto* found = find_municipality(code, on)) {
        describe_valid(*found, on, answer);
    } else {
        describe_invalid(suggestion, on, answer);
    }
    if (to) {
        answer["trace"] = describe_trace(code, on, *to);
    }
    return answer;
}

json::object municipality_trace_object(std::string_view code, date on, date to,
                                       const municipality_trace& trace) {
    json::object answer;
    answer["code"] = code;
    answer["on"] = json_date(on);
    auto& traced = answer["trace"].emplace_object();
    traced = json_trace(trace, to);
    traced["shares_are_the_callers"] = trace.shares_are_the_callers;
    return answer;
}

json::object municipality_list_object(date on) {
    return {{"on", json_date(on)}, {"municipalities", json_municipalities(municipalities_on(on))}};
}

json::object municipalities_named_object(std::string_view name, std::optional<date> on) {
    return {{"on", json_date(on)},
            {"municipalities", on ? json_municipalities(municipalities_named(name, *on))
                                  : json_municipalities(municipalities_ever_named(name))}};
}

} // namespace brukerplan::detail
