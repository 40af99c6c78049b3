// The report document: everything a report says, as one versioned JSON text.
// docs/report-document.md describes it; the report library renders it.
#pragma once

#include <optional>
#include <string>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/statistics/round_summary.hpp>
#include <brukerplan/validation/finding_log.hpp>
#include <brukerplan/validation/options.hpp>

namespace brukerplan {

/// The document of one round, UTF-8. It holds counts and words, nothing about a single person. Its
/// status is `internal`: small counts are not protected.
[[nodiscard]] std::string make_report_document(const round_builder::result& round,
                                               const finding_log& findings, const pack& instrument,
                                               const scheme& scheme,
                                               const validation_options& options);

} // namespace brukerplan
