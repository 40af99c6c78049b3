// A pack as a page for people.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan {

/// Everything a pack says, as Markdown, UTF-8: its fields, code lists, services, rules and schemes.
/// Headings are in `nb`, `nn` or `en`, else in `nb`; the pack's own texts are in the language where
/// they have it, else in `nb`. Rules have their code as anchor.
[[nodiscard]] std::string pack_document(const pack& instrument, std::string_view language);

} // namespace brukerplan
