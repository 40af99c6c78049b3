// The report document as values: what docs/report-document.md describes, checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/severity.hpp>

namespace brukerplan::detail {

enum class chart_kind : std::uint8_t { stacked, bars, paired };
enum class count_unit : std::uint8_t { persons, children, services, responses };

struct report_provenance {
    std::string library;
    std::string pack;
    std::string scheme;
    std::string merge_policy;
    std::string age_groups;
    bool test_numbers = false;
    std::optional<date> reference_date;
};

struct report_municipality {
    std::string code;
    std::string name; ///< may be empty
};

struct report_scope {
    std::vector<report_municipality> municipalities;
    std::vector<std::int32_t> mapping_years;
    std::optional<date> first_mapped_on;
    std::optional<date> last_mapped_on;
};

/// rows = unreadable + with_errors + registrations; persons <= registrations; unlinked <= persons.
struct report_counts {
    std::int32_t rows = 0;
    std::int32_t unreadable = 0;
    std::int32_t with_errors = 0;
    std::int32_t registrations = 0;
    std::int32_t persons = 0;
    std::int32_t unlinked = 0;
};

struct report_finding {
    std::string code;
    severity level = severity::info;
    std::int32_t count = 0;
    text message;
};

struct report_denominator {
    count_unit unit = count_unit::persons;
    std::int32_t count = 0;

    friend bool operator==(const report_denominator&, const report_denominator&) = default;
};

struct report_column {
    std::string token;
    text label;
    report_denominator denominator;
};

struct report_row {
    std::string token;
    text label;
    std::vector<std::int32_t> counts; ///< one for each column, at most the column's denominator
};

struct report_table {
    std::string id; ///< lower-case ASCII letters, digits and underscores; unique in the document
    chart_kind chart = chart_kind::bars;
    text title;
    text dimension;
    bool multi_response = false;
    std::vector<report_column> columns; ///< bars: one; paired: two; stacked: one denominator
    std::vector<report_row> rows;
};

struct report_document {
    report_provenance provenance;
    report_scope scope;
    report_counts counts;
    std::vector<report_finding> findings;
    std::vector<report_table> tables;
};

/// Reads and checks a document. Strings come out without control characters. Throws `report_fault`.
[[nodiscard]] report_document read_report_document(std::string_view json);

} // namespace brukerplan::detail
