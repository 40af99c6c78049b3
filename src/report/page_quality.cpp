// Findings, the most serious first.
#include <algorithm>
#include <tuple>

#include "report/page.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {
constexpr std::size_t findings_on_one_sheet = 20;
}

void put_quality(data& page, const report_document& document, const report_language& language,
                 std::size_t table_number) {
    std::vector<const report_finding*> findings;
    std::int64_t sum = 0;
    for (const auto& finding : document.findings) {
        findings.push_back(&finding);
        sum += finding.count;
    }
    std::stable_sort(findings.begin(), findings.end(), [](const auto* a, const auto* b) {
        return std::tie(b->level, b->count, a->code) < std::tie(a->level, a->count, b->code);
    });
    data rows{data::type::list};
    for (const auto* finding : findings) {
        const std::string severity{token_of(finding->level)};
        data row;
        row.set("code", finding->code);
        row.set("severity", severity);
        row.set("severity_text", language.text_of("severity_" + severity));
        row.set("count", language.numbers().count(finding->count));
        put_words(row, "message", finding->message, language);
        rows << row;
    }
    page.set("has_findings", !findings.empty());
    page.set("long_findings", findings.size() > findings_on_one_sheet);
    page.set("findings", rows);
    page.set("findings_intro", findings.empty() ? language.text_of("findings_none")
                                                : language.message("findings_intro", sum));
    page.set("findings_title",
             language.message("table_title",
                              language.numbers().count(static_cast<std::int64_t>(table_number)),
                              language.text_of("findings_caption")));
}

} // namespace brukerplan::detail
