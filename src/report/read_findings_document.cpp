#include <algorithm>
#include <array>
#include <set>

#include "report/document_parts.hpp"
#include "report/findings_document.hpp"
#include "report/report_fault.hpp"

namespace brukerplan::detail {

namespace {

constexpr std::array<std::string_view, 2> formats{"csv", "ndjson"};
constexpr std::array<std::string_view, 3> charsets{"ascii", "utf-8", "windows-1252"};
constexpr std::array<std::string_view, 4> separators{"", "semicolon", "comma", "tab"};
constexpr std::array<std::string_view, 4> header_languages{"", "english", "norwegian", "mixed"};
constexpr std::array<std::string_view, 4> grounds{"seed", "law", "public", "ours"};
constexpr std::array<std::string_view, 4> unit_kinds{"named", "unnamed", "masked", "others"};

template <std::size_t N>
std::string token(const json_node& node, const std::array<std::string_view, N>& known) {
    return std::string{known[one_of(node, known)]};
}

/// Null stands for the first, empty token.
template <std::size_t N>
std::string token_or_null(const json_node& parent, std::string_view key,
                          const std::array<std::string_view, N>& known) {
    return is_null(parent, key) ? std::string{} : token(parent[key], known);
}

severity level(const json_node& node) {
    return static_cast<severity>(1 + one_of(node, std::span{severity_tokens}.subspan(1)));
}

std::optional<severity> level_or_null(const json_node& parent, std::string_view key) {
    return is_null(parent, key) ? std::nullopt : std::optional{level(parent[key])};
}

severity_sums sums(const json_node& node) {
    severity_sums result{};
    for (std::size_t s = 1; s < severity_tokens.size(); ++s) {
        result[s] = count(node[severity_tokens[s]]);
    }
    return result;
}

/// A code names a place on the page.
std::string code(const json_node& node) {
    auto value = name(node);
    if (!std::all_of(value.begin(), value.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   c == '-';
        })) {
        node.fail("a code holds letters, digits and hyphens only");
    }
    return value;
}

findings_provenance read_findings_provenance(const json_node& node) {
    return {.library = name(node["library"]),
            .pack = name(node["pack"]),
            .edition = name(node["edition"]),
            .test_numbers = node["test_numbers"].boolean(),
            .reference_date = optional_date(node, "reference_date"),
            .period_first = optional_date(node, "period_first"),
            .period_last = optional_date(node, "period_last")};
}

findings_input read_input(const json_node& node) {
    findings_input input{.json = one_of(node["format"], formats) == 1,
                         .charset = token(node["charset"], charsets),
                         .separator = token_or_null(node, "separator", separators),
                         .header_language =
                             token_or_null(node, "header_language", header_languages),
                         .decimal_comma = node["decimal_comma"].boolean(),
                         .unknown_columns = list(node["unknown_columns"], count),
                         .unknown_keys = count(node["unknown_keys"])};
    if (input.json != input.separator.empty() || input.json != input.header_language.empty()) {
        node.fail("CSV has a separator and a header language, and JSON has none");
    }
    return input;
}

findings_rows read_rows(const json_node& node) {
    const findings_rows r{.rows = count(node["rows"]),
                          .usable = count(node["usable"]),
                          .with_errors = count(node["with_errors"]),
                          .unreadable = count(node["unreadable"])};
    if (std::int64_t{r.usable} + r.with_errors + r.unreadable != r.rows) {
        node.fail("rows must be the sum of usable, with_errors and unreadable");
    }
    return r;
}

found_example read_example(const json_node& node) {
    return {.record = count(node["record"]),
            .row_ref = line_or_null(node, "row_ref"),
            .unit = line_or_null(node, "unit"),
            .message = localized(node["message"]),
            .action = localized(node["action"])};
}

found_rule read_rule(const json_node& node) {
    found_rule rule{.code = code(node["code"]),
                    .level = level(node["severity"]),
                    .ground = token(node["ground"], grounds),
                    .title = localized(node["title"]),
                    .reason = localized(node["reason"]),
                    .findings = count(node["findings"]),
                    .rows = count(node["rows"]),
                    .examples = list(node["examples"], read_example)};
    if (rule.rows > rule.findings || static_cast<std::int64_t>(rule.examples.size()) > rule.rows) {
        node.fail("there cannot be more rows than findings, nor more examples than rows");
    }
    return rule;
}

found_unit read_unit(const json_node& node) {
    found_unit unit{
        .kind = token(node["kind"], unit_kinds),
        .name = line_or_null(node, "name"),
        .rows = read_rows(node),
        .findings = sums(node["findings"]),
        .rules = list(node["rules"],
                      [](const json_node& rule) {
                          return found_unit::frequent_rule{code(rule["code"]), count(rule["rows"])};
                      }),
        .more_rules = count(node["more_rules"])};
    if ((unit.kind == "named") == unit.name.empty()) {
        node["name"].fail("a unit has a name exactly when its kind is named");
    }
    return unit;
}

found_field read_field(const json_node& node) {
    return {.name = name(node["name"]),
            .label = localized(node["label"]),
            .findings = sums(node["findings"])};
}

changed_rule read_change(const json_node& node) {
    return {.area = line_or_null(node, "area"),
            .code = code(node["code"]),
            .title = localized(node["title"]),
            .level = level_or_null(node, "severity"),
            .reason = name(node["reason"])};
}

exceeded_limit read_threshold(const json_node& node) {
    exceeded_limit limit{.code = is_null(node, "code") ? std::string{} : code(node["code"]),
                         .title = {},
                         .level = level_or_null(node, "severity"),
                         .limit = count(node["limit"]),
                         .rows = count(node["rows"])};
    if (limit.code.empty() && !limit.level) {
        node.fail("a threshold is about a rule or a severity");
    }
    if (!limit.code.empty()) {
        limit.title = localized(node["title"]);
    }
    if (limit.limit > 10'000) {
        node["limit"].fail("a share is at most 10000 hundredths of a percent");
    }
    return limit;
}

/// What stands in one list must agree with another.
void check_whole(const json_node& root, const findings_document& document) {
    std::set<std::string_view> codes;
    for (const auto& rule : document.rules) {
        codes.insert(rule.code);
        if (rule.rows > document.counts.rows) {
            root["rules"].fail("a rule has more rows than there are");
        }
    }
    for (const auto& limit : document.thresholds) {
        if (limit.rows > document.counts.rows) {
            root["thresholds"].fail("a threshold has more rows than there are");
        }
    }
    for (const auto& unit : document.units) {
        for (const auto& rule : unit.rules) {
            if (!codes.contains(rule.code)) {
                root["units"].fail("a rule of a unit is not among the rules");
            }
        }
    }
}

findings_document read_findings_root(const json_node& root) {
    if (root["status"].string() != "internal") {
        root["status"].fail("this must be one of: internal");
    }
    findings_document document{.provenance = read_findings_provenance(root["provenance"]),
                               .input = read_input(root["input"]),
                               .counts = read_rows(root["counts"]),
                               .findings = sums(root["counts"]["findings"]),
                               .rules = list(root["rules"], read_rule),
                               .units = list(root["units"], read_unit),
                               .fields = list(root["fields"], read_field),
                               .changes = list(root["changes"], read_change),
                               .thresholds = list(root["thresholds"], read_threshold),
                               .units_truncated = root["truncated"]["units"].boolean()};
    static_cast<void>(root["truncated"]["examples"].boolean());
    check_whole(root, document);
    return document;
}

} // namespace

findings_document read_findings_document(std::string_view json) {
    const auto root = parse_document(json, "brukerplan/validation-report");
    try {
        return read_findings_root(json_node{root, ""});
    } catch (const json_fault& fault) {
        stop_report(report_error_code::invalid_document, fault.path + ": " + fault.message);
    }
}

} // namespace brukerplan::detail
