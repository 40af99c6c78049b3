// A small picture of a severity: a shape and a mark of its own, so that colour is never the only
// sign.
#pragma once

#include <string>

#include <brukerplan/model/severity.hpp>

namespace brukerplan::detail {

/// Decoration, hidden from readers of the text: the word stands beside it. Not for `none`.
[[nodiscard]] std::string severity_sign(severity s);

} // namespace brukerplan::detail
