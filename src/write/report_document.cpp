#include <brukerplan/write/report_document.hpp>

#include <algorithm>
#include <functional>

#include <boost/json.hpp>

#include <brukerplan/identity/municipality.hpp>
#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/register/persons.hpp>
#include <brukerplan/version.hpp>

#include "embedded_texts.hpp"
#include "write/document_json.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;
using detail::date_or_null;

/// Finds the words for what the document shows: from the pack where it has them.
class labels {
public:
    explicit labels(const pack& instrument) : pack_(instrument) {}

    [[nodiscard]] static json::value of(const text& t) { return detail::text_object(t); }

    [[nodiscard]] json::value own(std::string_view key,
                                  message_catalogue::values parameters = {}) const {
        json::object result;
        for (const auto& language : pack_.languages) {
            result[language] = catalogue_.format(key, language, parameters);
        }
        return result;
    }

    /// The label of a token of a code list; the token itself where the pack has no such list.
    [[nodiscard]] json::value of_token(std::string_view list_name, std::string_view token) const {
        const auto* list = pack_.find_list(list_name);
        const auto at = list != nullptr ? list->find(token) : std::nullopt;
        return at ? of(list->codes[*at].label) : bare(token);
    }

    /// A token that has no label stands for itself.
    [[nodiscard]] static json::value bare(std::string_view token) {
        json::object result;
        result["nb"] = token;
        return result;
    }

    [[nodiscard]] json::value of_domain(std::string_view token) const {
        for (const domain d : all_domains) {
            if (token_of(d) == token && pack_.field_of(role_of(d)) != nullptr) {
                return of(pack_.field_of(role_of(d))->label);
            }
        }
        return bare(token);
    }

    [[nodiscard]] json::value of_service(std::string_view token) const {
        const auto* f = pack_.field_of(role::services_received);
        return f != nullptr ? of_token(pack_.list_of(*f)->name, token) : bare(token);
    }

    [[nodiscard]] json::value of_age_group(std::string_view token) const {
        if (token == "younger" || token == "unknown") {
            return own("age." + std::string{token});
        }
        if (token.ends_with('+')) {
            return own("age.open", {{"group", token.substr(0, token.size() - 1)}});
        }
        std::string group{token};
        const auto hyphen = group.find('-');
        return own("age.years",
                   {{"group", group.replace(hyphen, 1, "\xE2\x80\x93")}}); // an en dash
    }

private:
    const pack& pack_;
    message_catalogue catalogue_{embedded::report_labels};
};

/// How a table of the document is shown and named.
struct table_style {
    std::string_view id;
    std::string_view chart;
    std::function<json::value(std::string_view token)> row_label;
    bool leave_out_empty_rest; ///< rows for the rest say nothing unless someone stands in them
};

std::vector<table_style> styles(const labels& words) {
    return {
        {"domains", "stacked", [&](auto token) { return words.of_domain(token); }, false},
        {"index", "bars", [&](auto token) { return words.of_token("index_class", token); }, false},
        {"category", "bars", [&](auto token) { return words.of_token("category", token); }, true},
        {"sex", "bars", [&](auto token) { return words.of_token("sex", token); }, true},
        {"age_group", "bars", [&](auto token) { return words.of_age_group(token); }, true},
        {"services", "paired", [&](auto token) { return words.of_service(token); }, false},
    };
}

json::value column_label(const labels& words, std::string_view token) {
    for (const rating r : {rating::green, rating::yellow, rating::red}) {
        if (token_of(r) == token) {
            return words.of_token("rating", token);
        }
    }
    return words.own("column." + std::string{token});
}

json::object table_object(const count_table& table, const table_style& style, const labels& words) {
    json::object result;
    result["id"] = table.id;
    result["chart"] = style.chart;
    result["title"] = words.own("table." + table.id);
    result["dimension"] = {{"token", table.id}, {"label", words.own("dimension." + table.id)}};
    result["multi_response"] = table.multi_response;
    json::array columns;
    for (const auto& column : table.columns) {
        columns.push_back(
            {{"token", column.token},
             {"label", column_label(words, column.token)},
             {"denominator", {{"unit", token_of(column.of.unit)}, {"count", column.of.count}}}});
    }
    result["columns"] = std::move(columns);
    json::array rows;
    for (const auto& row : table.rows) {
        const bool rest = row.token == "younger" || row.token == "none" || row.token == "unknown";
        const bool empty = std::all_of(row.counts.begin(), row.counts.end(),
                                       [](std::uint64_t count) { return count == 0; });
        if (style.leave_out_empty_rest && rest && empty) {
            continue;
        }
        rows.push_back({{"token", row.token},
                        {"label", style.row_label(row.token)},
                        {"counts", json::value_from(row.counts)}});
    }
    result["rows"] = std::move(rows);
    return result;
}

json::object scope_object(const round_scope& scope, const labels& words) {
    json::array municipalities;
    for (const auto& code : scope.municipalities) {
        json::value name;
        if (is_fictional_municipality(code)) {
            name = words.own("municipality.fictional").at("nb");
        } else if (const auto known = scope.last_mapped_on
                                          ? municipality_name_on(code, *scope.last_mapped_on)
                                          : std::nullopt) {
            name = known->label;
        }
        municipalities.push_back({{"code", code}, {"name", name}});
    }
    return {{"municipalities", std::move(municipalities)},
            {"mapping_years", json::value_from(scope.mapping_years)},
            {"first_mapped_on", date_or_null(scope.first_mapped_on)},
            {"last_mapped_on", date_or_null(scope.last_mapped_on)}};
}

json::array findings_array(const finding_log& findings, const pack& instrument) {
    json::array result;
    for (std::size_t i = 0; i < instrument.rules.size(); ++i) {
        const auto& r = instrument.rules[i];
        for (const auto s : {severity::fatal, severity::error, severity::warning, severity::info}) {
            if (const auto records = findings.records(i, s); records > 0) {
                result.push_back({{"code", r.code},
                                  {"severity", token_of(s)},
                                  {"count", records},
                                  {"message", labels::of(r.title)}});
            }
        }
    }
    return result;
}

} // namespace

std::string make_report_document(const round_builder::result& round, const finding_log& findings,
                                 const pack& instrument, const scheme& scheme,
                                 const validation_options& options) {
    const labels words{instrument};
    const auto& counts = round.counts;
    json::object document;
    document["format"] = "brukerplan/report-document";
    document["version"] = 1;
    document["status"] = "internal";
    document["provenance"] = {{"library", library_version},
                              {"pack", instrument.id},
                              {"scheme", scheme.id()},
                              {"merge_policy", latest_mapped_on_policy},
                              {"age_groups", instrument.age_groups.id},
                              {"test_numbers", options.test_numbers},
                              {"reference_date", date_or_null(options.reference_date)}};
    document["scope"] = scope_object(round.scope, words);
    document["counts"] = {{"rows", counts.rows},
                          {"unreadable", counts.unreadable},
                          {"with_errors", counts.with_errors},
                          {"registrations", counts.registrations},
                          {"persons", counts.persons},
                          {"unlinked", counts.unlinked}};
    document["findings"] = findings_array(findings, instrument);
    const auto counted = round.persons.tables(instrument, scheme);
    json::array tables;
    for (const auto& style : styles(words)) {
        const auto at = std::find_if(counted.begin(), counted.end(),
                                     [&](const count_table& t) { return t.id == style.id; });
        tables.push_back(table_object(*at, style, words));
    }
    document["tables"] = std::move(tables);
    return json::serialize(document);
}

} // namespace brukerplan
