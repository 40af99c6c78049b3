#include <brukerplan/report/findings_page.hpp>

#include <embedded_report.hpp>

#include "report/findings_sections.hpp"
#include "report/report_fault.hpp"

namespace brukerplan {

namespace {

std::string findings_page_of(std::string_view json, const html_options& options) {
    const detail::report_language language{options.language};
    const auto document = detail::read_findings_document(json);
    kainjow::mustache::data page;
    detail::put_findings_head(page, document, language);
    detail::put_tasks(page, document, language);
    detail::put_units(page, document, language);
    detail::put_fields(page, document, language);
    detail::put_rules(page, document, language);
    detail::put_changes(page, document, language);
    page.set("about_heading", language.text_of("check_about"));
    page.set("about", detail::make_findings_about(document, language));
    return detail::render_page(embedded::findings_mustache, embedded::findings_css, page, language);
}

} // namespace

expected<std::string, report_error> render_findings_page(std::string_view document,
                                                         const html_options& options) {
    try {
        return findings_page_of(document, options);
    } catch (detail::report_fault& fault) {
        return unexpected{std::move(fault.error)};
    }
}

} // namespace brukerplan
