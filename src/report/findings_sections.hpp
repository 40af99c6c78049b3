// The validation report turned into what the template shows. The keys are those of
// templates/findings.mustache.
#pragma once

#include "report/findings_document.hpp"
#include "report/page.hpp"

namespace brukerplan::detail {

void put_findings_head(kainjow::mustache::data& page, const findings_document& document,
                       const report_language& language);

/// What to do: rules by severity, each with its rows and the advice that they need.
void put_tasks(kainjow::mustache::data& page, const findings_document& document,
               const report_language& language);

void put_units(kainjow::mustache::data& page, const findings_document& document,
               const report_language& language);
void put_fields(kainjow::mustache::data& page, const findings_document& document,
                const report_language& language);
void put_rules(kainjow::mustache::data& page, const findings_document& document,
               const report_language& language);
void put_changes(kainjow::mustache::data& page, const findings_document& document,
                 const report_language& language);

[[nodiscard]] kainjow::mustache::data make_findings_about(const findings_document& document,
                                                          const report_language& language);

} // namespace brukerplan::detail
