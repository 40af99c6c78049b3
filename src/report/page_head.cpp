// Title, banners and key figures.
#include "report/clean_text.hpp"
#include "report/page.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {

/// `Oslo kommune` rather than `Oslo`, unless the name says so itself.
std::string municipality_name(const report_municipality& m, const report_language& language) {
    if (m.name.empty()) {
        return language.message("municipality_without_name", m.code);
    }
    return m.name.find("kommune") != m.name.npos ? m.name
                                                 : language.message("municipality", m.name);
}

std::string place_of(const report_scope& scope, const report_language& language) {
    const auto& all = scope.municipalities;
    if (all.empty()) {
        return language.text_of("title_without_municipality");
    }
    return all.size() == 1 ? municipality_name(all.front(), language)
                           : language.message("municipalities", all.size());
}

data key_figures(const report_counts& c, const report_language& language) {
    const auto& numbers = language.numbers();
    std::vector<std::string> persons_notes;
    if (c.persons > 0) {
        persons_notes.push_back(language.message("persons_note", c.registrations - c.persons,
                                                 numbers.count(c.registrations),
                                                 numbers.count(c.persons)));
    }
    if (c.unlinked > 0) {
        persons_notes.push_back(language.message("unlinked_note", c.unlinked));
    }
    const auto left_out = c.unreadable + c.with_errors;
    const auto left_out_note = left_out == 0
                                   ? language.text_of("left_out_none")
                                   : language.message("left_out_note", c.unreadable, c.with_errors);
    data figures{data::type::list};
    figures << key_figure(c.persons, "persons_label", persons_notes, language)
            << key_figure(c.registrations, "registrations_label",
                          {language.message("registrations_note", c.rows)}, language)
            << key_figure(left_out, "left_out_label", {left_out_note}, language);
    return figures;
}

} // namespace

std::string period_of(const report_scope& scope, const report_language& language) {
    return scope.first_mapped_on && scope.last_mapped_on
               ? language.numbers().period(*scope.first_mapped_on, *scope.last_mapped_on)
               : std::string{};
}

std::string years_of(const report_scope& scope, const report_language& language) {
    std::vector<std::string> years;
    for (const auto year : scope.mapping_years) {
        years.push_back(std::to_string(year)); // a name, not a quantity: no grouping
    }
    return years.empty() ? std::string{} : language.numbers().list(years);
}

void put_head(data& page, const report_document& document, const report_language& language) {
    const auto place = place_of(document.scope, language);
    const auto years = years_of(document.scope, language);
    const auto period = period_of(document.scope, language);
    page.set("internal_text", language.text_of("internal_text"));
    page.set("synthetic_text", language.text_of("synthetic_text"));
    page.set("library", document.provenance.library);
    page.set("place", place);
    page.set("years", years.empty() ? data{false} : data{years});
    page.set("page_title",
             language.message("page_title",
                              years.empty() ? place
                                            : language.message("place_and_years", place, years)));
    page.set("page_footer", css_string(language.text_of("internal_heading")));
    page.set("period",
             period.empty() ? data{false} : data{language.message("mapped_in_period", period)});
    page.set("synthetic", document.provenance.test_numbers);
    page.set("key_figures", key_figures(document.counts, language));
}

} // namespace brukerplan::detail
