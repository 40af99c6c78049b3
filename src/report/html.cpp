#include <brukerplan/report/html.hpp>

#include <embedded_report.hpp>

#include "report/page.hpp"
#include "report/report_fault.hpp"

namespace brukerplan {

namespace {

std::string page_of(std::string_view json, const html_options& options) {
    const detail::report_language language{options.language};
    const auto document = detail::read_report_document(json);
    kainjow::mustache::data page;
    detail::put_head(page, document, language);
    page.set("sections", detail::make_sections(document, language));
    detail::put_quality(page, document, language, document.tables.size() + 1);
    page.set("about_heading", language.text_of("about"));
    page.set("about", detail::make_about(document, language));
    return detail::render_page(embedded::report_mustache, {}, page, language);
}

} // namespace

expected<std::string, report_error> render_html(std::string_view document,
                                                const html_options& options) {
    try {
        return page_of(document, options);
    } catch (detail::report_fault& fault) {
        return unexpected{std::move(fault.error)};
    }
}

} // namespace brukerplan
