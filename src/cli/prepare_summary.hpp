// What `prepare` tells: amounts, what was left out and why, and what to do about it.
#pragma once

#include <string>

#include <brukerplan/register/transferred_round.hpp>
#include <brukerplan/validation/finding_log.hpp>

#include "cli/session.hpp"

namespace brukerplan::cli {

/// What became of the rows. `findings` are those of single registrations.
void tell_rows(const session& s, const collection_counts& counts, const finding_log& findings);

/// How many persons they are of, and where units disagree: `findings` are those over persons.
/// `listed`: the findings are written to a file.
void tell_persons(const session& s, const merge_counts& counts, const std::string& policy,
                  const finding_log& findings, bool listed);

/// What was written, and what to do with it.
void tell_transfer(const session& s, const receipt& of, const std::string& file,
                   const std::string& receipt_file);

/// A day as it is written in messages.
[[nodiscard]] std::string shown_day(date day);

} // namespace brukerplan::cli
