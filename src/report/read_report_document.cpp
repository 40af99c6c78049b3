#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "report/document_parts.hpp"
#include "report/report_document.hpp"
#include "report/report_fault.hpp"

namespace brukerplan::detail {

namespace {

constexpr std::array<std::string_view, 3> chart_tokens{"stacked", "bars", "paired"};
constexpr std::array<std::string_view, 4> unit_tokens{"persons", "children", "services",
                                                      "responses"};

report_provenance read_provenance(const json_node& node) {
    return {.library = name(node["library"]),
            .pack = name(node["pack"]),
            .scheme = name(node["scheme"]),
            .merge_policy = name(node["merge_policy"]),
            .age_groups = name(node["age_groups"]),
            .test_numbers = node["test_numbers"].boolean(),
            .reference_date = optional_date(node, "reference_date")};
}

report_municipality read_municipality(const json_node& node) {
    return {.code = name(node["code"]),
            .name = is_null(node, "name") ? std::string{} : line(node["name"])};
}

std::int32_t read_year(const json_node& node) {
    const auto year = node.integer();
    if (year < 1 || year > 9999) {
        node.fail("a year is needed here");
    }
    return year;
}

report_scope read_scope(const json_node& node) {
    report_scope scope{.municipalities = list(node["municipalities"], read_municipality),
                       .mapping_years = list(node["mapping_years"], read_year),
                       .first_mapped_on = optional_date(node, "first_mapped_on"),
                       .last_mapped_on = optional_date(node, "last_mapped_on")};
    if (scope.first_mapped_on.has_value() != scope.last_mapped_on.has_value() ||
        scope.first_mapped_on > scope.last_mapped_on) {
        node.fail("first_mapped_on and last_mapped_on must both be given, in order, or be null");
    }
    return scope;
}

report_counts read_counts(const json_node& node) {
    const report_counts c{.rows = count(node["rows"]),
                          .unreadable = count(node["unreadable"]),
                          .with_errors = count(node["with_errors"]),
                          .registrations = count(node["registrations"]),
                          .persons = count(node["persons"]),
                          .unlinked = count(node["unlinked"])};
    if (std::int64_t{c.unreadable} + c.with_errors + c.registrations != c.rows) {
        node.fail("rows must be the sum of unreadable, with_errors and registrations");
    }
    if (c.persons > c.registrations || c.unlinked > c.persons) {
        node.fail("there cannot be more persons than registrations, nor more unlinked persons "
                  "than persons");
    }
    return c;
}

report_finding read_finding(const json_node& node) {
    return {.code = name(node["code"]),
            .level = static_cast<severity>(
                1 + one_of(node["severity"], std::span{severity_tokens}.subspan(1))),
            .count = count(node["count"]),
            .message = localized(node["message"])};
}

report_column read_column(const json_node& node) {
    const auto denominator = node["denominator"];
    return {.token = name(node["token"]),
            .label = localized(node["label"]),
            .denominator = {static_cast<count_unit>(one_of(denominator["unit"], unit_tokens)),
                            count(denominator["count"])}};
}

report_row read_row(const json_node& node) {
    return {.token = name(node["token"]),
            .label = localized(node["label"]),
            .counts = list(node["counts"], count)};
}

void check_columns(const json_node& node, const report_table& table) {
    const auto n = table.columns.size();
    switch (table.chart) {
    case chart_kind::bars:
        if (n != 1) {
            node.fail("a table shown as bars has one column");
        }
        break;
    case chart_kind::paired:
        if (n != 2) {
            node.fail("a table shown as paired has two columns");
        }
        break;
    case chart_kind::stacked:
        if (n < 2 || std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& c) {
                return c.denominator != table.columns.front().denominator;
            })) {
            node.fail("a table shown as stacked has two columns or more with one denominator");
        }
        break;
    }
}

void check_row(const json_node& node, const report_table& table, const report_row& row) {
    if (row.counts.size() != table.columns.size()) {
        node.fail("there must be one count for each column");
    }
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < row.counts.size(); ++j) {
        sum += row.counts[j];
        if (row.counts[j] > table.columns[j].denominator.count) {
            node.fail("a count is larger than the denominator of its column");
        }
    }
    if (table.chart == chart_kind::stacked && sum > table.columns.front().denominator.count) {
        node.fail("the counts of a stacked row add up to more than the denominator");
    }
}

template <class Items>
void check_unique_tokens(const json_node& node, const Items& items) {
    std::set<std::string_view> seen;
    for (const auto& item : items) {
        if (!seen.insert(item.token).second) {
            node.fail("a token stands twice");
        }
    }
}

report_table read_table(const json_node& node) {
    report_table table{.id = name(node["id"]),
                       .chart = static_cast<chart_kind>(one_of(node["chart"], chart_tokens)),
                       .title = localized(node["title"]),
                       .dimension = {},
                       .multi_response = node["multi_response"].boolean(),
                       .columns = list(node["columns"], read_column),
                       .rows = list(node["rows"], read_row)};
    if (!is_identifier(table.id)) {
        node["id"].fail("an id holds lower-case letters a to z, digits and underscores only");
    }
    static_cast<void>(name(node["dimension"]["token"]));
    table.dimension = localized(node["dimension"]["label"]);
    check_columns(node["columns"], table);
    check_unique_tokens(node["columns"], table.columns);
    check_unique_tokens(node["rows"], table.rows);
    node["rows"].each(
        [&](const json_node& row, std::size_t i) { check_row(row, table, table.rows[i]); });
    return table;
}

report_document read_root(const json_node& root) {
    if (root["status"].string() != "internal") {
        root["status"].fail("this must be one of: internal");
    }
    report_document document{.provenance = read_provenance(root["provenance"]),
                             .scope = read_scope(root["scope"]),
                             .counts = read_counts(root["counts"]),
                             .findings = list(root["findings"], read_finding),
                             .tables = list(root["tables"], read_table)};
    std::set<std::string_view> ids;
    for (const auto& table : document.tables) {
        if (!ids.insert(table.id).second) {
            root["tables"].fail("a table id stands twice");
        }
    }
    return document;
}

} // namespace

report_document read_report_document(std::string_view json) {
    const auto root = parse_document(json, "brukerplan/report-document");
    try {
        return read_root(json_node{root, ""});
    } catch (const json_fault& fault) {
        stop_report(report_error_code::invalid_document, fault.path + ": " + fault.message);
    }
}

} // namespace brukerplan::detail
