// A report document rendered as one self-contained HTML file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <brukerplan/model/expected.hpp>

namespace brukerplan {

enum class report_error_code : std::uint8_t {
    not_json = 1,         ///< the document is not JSON in UTF-8
    not_a_report = 2,     ///< JSON, but not a `brukerplan/report-document`
    unknown_version = 3,  ///< a report document of a version this library does not know
    invalid_document = 4, ///< a key is missing, a value has the wrong type, or counts disagree
    unknown_language = 5, ///< there are no texts in this language
    resource = 6,         ///< ICU has no data for the locale, or an embedded file is broken
};

struct report_error {
    report_error_code code;
    /// One line of English. Names the place (a JSON pointer) and what is needed there, never a
    /// value of the document.
    std::string message;
};

struct html_options {
    /// `nb`, `nn` or `en`. A text of the document that lacks the language is shown in `nb`.
    std::string language = "nb";
};

/// Renders a report document (docs/report-document.md) as an HTML file: UTF-8, styles and charts
/// inside, no script, nothing fetched. The same document and options give the same bytes, whatever
/// the clock, the environment and the locale. Throws only when memory runs out.
[[nodiscard]] expected<std::string, report_error> render_html(std::string_view document,
                                                              const html_options& options = {});

} // namespace brukerplan
