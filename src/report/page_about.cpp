// What the numbers rest on: who is counted, denominators, versions, and whose decision is what.
#include "report/about_list.hpp"
#include "report/page.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {

std::vector<std::string> scope_paragraphs(const report_document& document,
                                          const report_language& language) {
    std::vector<std::string> names;
    for (const auto& m : document.scope.municipalities) {
        names.push_back(
            m.name.empty() ? m.code : language.message("municipality_with_code", m.name, m.code));
    }
    std::vector<std::string> result;
    if (!names.empty() && !document.scope.mapping_years.empty()) {
        result.push_back(language.message("about_scope_text", language.numbers().list(names),
                                          years_of(document.scope, language)));
    }
    if (const auto period = period_of(document.scope, language); !period.empty()) {
        result.push_back(language.message("about_scope_period", period));
    }
    if (const auto reference = document.provenance.reference_date) {
        result.push_back(
            language.message("reference_date", language.numbers().period(*reference, *reference)));
    }
    return result;
}

} // namespace

data make_about(const report_document& document, const report_language& language) {
    const auto& p = document.provenance;
    about_list about{language};
    about.add("about_who");
    if (const auto scope = scope_paragraphs(document, language); !scope.empty()) {
        about.add("about_scope", scope);
    }
    about.add("about_persons");
    about.add_choice("about_merge", "merge_policies", p.merge_policy);
    about.add("about_percent");
    about.add("about_not_assessed");
    about.add_choice("about_scheme", "schemes", p.scheme);
    about.add_choice("about_age_groups", "age_groups", p.age_groups);
    about.add("about_pack", {language.text_of("about_pack_text")}, data{p.pack});
    about.add("about_ground");
    about.add("about_owner");
    about.add("about_version", {language.message("version_text", p.library, "1")});
    return about.items();
}

} // namespace brukerplan::detail
