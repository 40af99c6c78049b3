// A JSON text as a document, or the reason why it is none.
#pragma once

#include <string_view>

#include <boost/json.hpp>

namespace brukerplan::detail {

/// Throws `json_fault` with the line where the text ceases to be JSON, or with the path of a key
/// that stands twice in its object.
[[nodiscard]] boost::json::value parse_document(std::string_view json);

} // namespace brukerplan::detail
