// Keys that stand twice in one JSON object: a parser keeps the last and says nothing.
#pragma once

#include <string_view>

namespace brukerplan::detail {

/// Throws `json_fault` with the path of a key that stands twice in one object. The text must be
/// valid JSON.
void refuse_repeated_keys(std::string_view json);

} // namespace brukerplan::detail
