// What `validate` shows on a terminal.
#pragma once

#include <string>

#include <brukerplan/validation/finding_examples.hpp>
#include <brukerplan/validation/finding_log.hpp>

#include "cli/session.hpp"

namespace brukerplan::cli {

/// Rows, what each rule found with examples, and which units have rows to correct.
[[nodiscard]] std::string validation_table(const session& s, const finding_log& findings,
                                           const finding_examples& examples);

} // namespace brukerplan::cli
