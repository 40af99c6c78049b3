// What the library gives for a case of the conformance kit.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "json.hpp"

/// The answer as an object with the keys of `expected`, or {"error": NAME} where a call was
/// refused. Nothing when the kind, or a key of `given`, is not known here: the runner is too old.
std::optional<json> answer(std::string_view kind, const json& given);

/// The answers to cases of the kind `score` with one scheme, through the function for many rows.
/// Empty when the library refuses.
std::vector<json> answer_together(const std::vector<json>& given);
