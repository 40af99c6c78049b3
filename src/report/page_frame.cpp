// What every page has: the styles, the texts of the catalogue, and the parts that pages share.
#include <embedded_report.hpp>

#include "report/clean_text.hpp"
#include "report/page.hpp"
#include "report/report_fault.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

namespace {

void put_catalogue(data& page, const report_language& language) {
    data texts;
    for (const auto& text : language.texts()) {
        texts.set(std::string{text.key()}, language.text_of(text.key()));
    }
    page.set("t", texts);
}

void put_templates(data& page) {
    page.set("head_template", std::string{embedded::head_mustache});
    page.set("banners_template", std::string{embedded::banners_mustache});
    page.set("key_figures_template", std::string{embedded::key_figures_mustache});
    page.set("section_template", std::string{embedded::section_mustache});
    page.set("quality_template", std::string{embedded::quality_mustache});
    page.set("about_template", std::string{embedded::about_mustache});
    page.set("patterns_template", std::string{embedded::patterns_mustache});
}

} // namespace

std::string render_page(std::string_view pattern, std::string_view more_css, data& page,
                        const report_language& language) {
    page.set("css", std::string{embedded::report_css}.append(more_css));
    put_templates(page);
    put_catalogue(page, language);
    page.set("lang", language.code());
    mustache whole{std::string{pattern}};
    whole.set_custom_escape([](const std::string& text) { return escape_html(text); });
    std::string html;
    whole.render(page, [&](const std::string& part) { html += part; });
    if (!whole.is_valid()) {
        stop_report(report_error_code::resource, "template: " + whole.error_message());
    }
    return html;
}

data key_figure(std::int32_t number, const std::string& label_message,
                const std::vector<std::string>& notes, const report_language& language) {
    data figure;
    figure.set("number", language.numbers().count(number));
    figure.set("label", language.message(label_message, number));
    figure.set("notes", string_list("note", notes));
    return figure;
}

void put_words(data& to, const std::string& key, const text& words,
               const report_language& language) {
    const auto shown = language.shown_in(words);
    to.set(key, language.words(words));
    to.set(key + "_lang", shown == language.code() ? data{false} : data{std::string{shown}});
}

data string_list(const std::string& key, const std::vector<std::string>& strings) {
    data result{data::type::list};
    for (const auto& string : strings) {
        result << data{key, string};
    }
    return result;
}

} // namespace brukerplan::detail
