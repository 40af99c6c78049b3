// A validation report rendered as one self-contained HTML file, for those who correct the rows.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/model/expected.hpp>
#include <brukerplan/report/html.hpp>

namespace brukerplan {

/// Renders a validation report (docs/validation-report.md) as an HTML file: UTF-8, styles inside,
/// no script, nothing fetched. What is most serious and most frequent comes first. The same
/// document and options give the same bytes. Throws only when memory runs out.
[[nodiscard]] expected<std::string, report_error>
render_findings_page(std::string_view document, const html_options& options = {});

} // namespace brukerplan
