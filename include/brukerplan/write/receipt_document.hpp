// The receipt as a document: `brukerplan/receipt`, version 1 (docs/register.md).
#pragma once

#include <string>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/register/transferred_round.hpp>

namespace brukerplan {

/// JSON, UTF-8, one line, with the SHA-256 of the file as `write_transfer_file` makes it. Counts
/// and names of what made them; nothing about a single person.
[[nodiscard]] std::string make_receipt_document(const transferred_round& round,
                                                const pack& instrument);

} // namespace brukerplan
