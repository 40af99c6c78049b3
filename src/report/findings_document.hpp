// The validation report as values: what docs/validation-report.md describes, checked.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/severity.hpp>

namespace brukerplan::detail {

/// By the number of the severity.
using severity_sums = std::array<std::int32_t, severity_tokens.size()>;

struct findings_provenance {
    std::string library;
    std::string pack;
    std::string edition;
    bool test_numbers = false;
    std::optional<date> reference_date;
    std::optional<date> period_first;
    std::optional<date> period_last;
};

struct findings_input {
    bool json = false; ///< else CSV
    std::string charset;
    std::string separator;       ///< empty for JSON
    std::string header_language; ///< likewise
    bool decimal_comma = false;
    std::vector<std::int32_t> unknown_columns;
    std::int32_t unknown_keys = 0;
};

/// rows = usable + with_errors + unreadable
struct findings_rows {
    std::int32_t rows = 0;
    std::int32_t usable = 0;
    std::int32_t with_errors = 0;
    std::int32_t unreadable = 0;

    [[nodiscard]] std::int32_t to_correct() const noexcept { return with_errors + unreadable; }
};

struct found_example {
    std::int32_t record = 0;
    std::string row_ref; ///< may be empty, as may the unit
    std::string unit;
    text message;
    text action;
};

/// What a rule found at one severity.
struct found_rule {
    std::string code; ///< letters, digits and hyphens
    severity level = severity::info;
    std::string ground;
    text title;
    text reason;
    std::int32_t findings = 0;
    std::int32_t rows = 0;
    std::vector<found_example> examples;
};

struct found_unit {
    std::string kind;
    std::string name; ///< empty unless `named`
    findings_rows rows;
    severity_sums findings{};
    struct frequent_rule {
        std::string code; ///< of one of the rules
        std::int32_t rows = 0;
    };
    std::vector<frequent_rule> rules;
    std::int32_t more_rules = 0;
};

struct found_field {
    std::string name;
    text label;
    severity_sums findings{};
};

struct changed_rule {
    std::string area; ///< empty: all
    std::string code;
    text title;
    std::optional<severity> level; ///< nothing: switched off
    std::string reason;
};

/// A share of rows that was exceeded, by what a rule found or by findings of a severity.
struct exceeded_limit {
    std::string code; ///< empty: any rule
    text title;
    std::optional<severity> level;
    std::int32_t limit = 0; ///< hundredths of a percent
    std::int32_t rows = 0;
};

struct findings_document {
    findings_provenance provenance;
    findings_input input;
    findings_rows counts;
    severity_sums findings{};
    std::vector<found_rule> rules;
    std::vector<found_unit> units;
    std::vector<found_field> fields;
    std::vector<changed_rule> changes;
    std::vector<exceeded_limit> thresholds;
    bool units_truncated = false;
};

/// Reads and checks a document. Strings come out without control characters. Throws `report_fault`.
[[nodiscard]] findings_document read_findings_document(std::string_view json);

} // namespace brukerplan::detail
