// A pack as one JSON document in one language: what a program needs to make a form of it.
#pragma once

#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan::detail {

/// `brukerplan/pack-description`, version 1 (docs/pack-format.md): the fields with their types,
/// labels and lists, the rules with their titles and reasons, the schemes by name. Texts that the
/// language lacks are in bokmal.
[[nodiscard]] boost::json::object describe_pack(const pack& instrument, std::string_view language);

/// `brukerplan/pack-list`, version 1: the packs that come with the library, oldest first, with
/// titles in all their languages.
[[nodiscard]] boost::json::object list_shipped_packs();

} // namespace brukerplan::detail
