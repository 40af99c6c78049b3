#include <brukerplan/report/html.hpp>

#include <embedded_report.hpp>

#include "report/clean_text.hpp"
#include "report/page.hpp"

namespace brukerplan {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

void put_catalogue(data& page, const detail::report_language& language) {
    data texts;
    for (const auto& text : language.texts()) {
        texts.set(std::string{text.key()}, language.text_of(text.key()));
    }
    page.set("t", texts);
}

void put_templates(data& page) {
    page.set("css", std::string{embedded::report_css});
    page.set("section_template", std::string{embedded::section_mustache});
    page.set("quality_template", std::string{embedded::quality_mustache});
    page.set("about_template", std::string{embedded::about_mustache});
    page.set("patterns_template", std::string{embedded::patterns_mustache});
}

std::string render(std::string_view json, const html_options& options) {
    const detail::report_language language{options.language};
    const auto document = detail::read_report_document(json);
    data page;
    put_templates(page);
    put_catalogue(page, language);
    detail::put_head(page, document, language);
    page.set("sections", detail::make_sections(document, language));
    detail::put_quality(page, document, language, document.tables.size() + 1);
    page.set("about", detail::make_about(document, language));

    mustache pattern{std::string{embedded::report_mustache}};
    pattern.set_custom_escape([](const std::string& text) { return detail::escape_html(text); });
    std::string html;
    pattern.render(page, [&](const std::string& part) { html += part; });
    if (!pattern.is_valid()) {
        detail::stop_report(report_error_code::resource, "template: " + pattern.error_message());
    }
    return html;
}

} // namespace

expected<std::string, report_error> render_html(std::string_view document,
                                                const html_options& options) {
    try {
        return render(document, options);
    } catch (detail::report_fault& fault) {
        return unexpected{std::move(fault.error)};
    }
}

} // namespace brukerplan
