// Options and policies as the cases of the conformance kit write them.
#pragma once

#include <optional>
#include <string_view>

#include <brukerplan/brukerplan_c.hpp>

#include "json.hpp"

/// YYYY-MM-DD; no day for anything else.
brukerplan_c::date date_of(const json& given);

// Sets what a key of a case asks for. Nothing for a key that is not known here.

std::optional<brukerplan_c::status> set(brukerplan_c::options& options, std::string_view key,
                                        const json& value);
std::optional<brukerplan_c::status> set(brukerplan_c::number_policy& policy, std::string_view key,
                                        const json& value);
