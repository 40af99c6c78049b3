// What is different in two packs, as a page for people.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan {

/// Fields, codes, rules and schemes that are new, gone or changed, as Markdown, UTF-8. A field that
/// a pack's year does not ask counts as not there. Languages as in `pack_document`.
[[nodiscard]] std::string pack_difference(const pack& older, const pack& newer,
                                          std::string_view language);

} // namespace brukerplan
