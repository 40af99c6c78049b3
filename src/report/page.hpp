// The report document turned into what the templates show: texts in one language, formatted
// numbers, drawn charts. The keys are those of templates/*.mustache.
#pragma once

#include <kainjow/mustache.hpp>

#include "report/language.hpp"
#include "report/report_document.hpp"

namespace brukerplan::detail {

/// Fills in a template of the page; `page` has what is its own, and gets what all pages have.
/// `more_css` stands behind the styles of every page.
[[nodiscard]] std::string render_page(std::string_view pattern, std::string_view more_css,
                                      kainjow::mustache::data& page,
                                      const report_language& language);

/// A number at the top of the page; `label_message` takes it and names it.
[[nodiscard]] kainjow::mustache::data key_figure(std::int32_t number,
                                                 const std::string& label_message,
                                                 const std::vector<std::string>& notes,
                                                 const report_language& language);

/// Sets `key`, and `<key>_lang` to the language that is shown when it is not the page's own.
void put_words(kainjow::mustache::data& to, const std::string& key, const text& words,
               const report_language& language);

/// A list of objects with one string each.
[[nodiscard]] kainjow::mustache::data string_list(const std::string& key,
                                                  const std::vector<std::string>& strings);

/// `7.-18. oktober 2024`; nothing when the document gives no dates.
[[nodiscard]] std::string period_of(const report_scope& scope, const report_language& language);
[[nodiscard]] std::string years_of(const report_scope& scope, const report_language& language);

void put_head(kainjow::mustache::data& page, const report_document& document,
              const report_language& language);

/// The heading, chart and table of each table, in reading order.
[[nodiscard]] kainjow::mustache::data make_sections(const report_document& document,
                                                    const report_language& language);

/// `table_number` is the one that the table of findings gets.
void put_quality(kainjow::mustache::data& page, const report_document& document,
                 const report_language& language, std::size_t table_number);

[[nodiscard]] kainjow::mustache::data make_about(const report_document& document,
                                                 const report_language& language);

} // namespace brukerplan::detail
