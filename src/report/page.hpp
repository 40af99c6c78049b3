// The report document turned into what the templates show: texts in one language, formatted
// numbers, drawn charts. The keys are those of templates/*.mustache.
#pragma once

#include <kainjow/mustache.hpp>

#include "report/language.hpp"
#include "report/report_document.hpp"

namespace brukerplan::detail {

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
