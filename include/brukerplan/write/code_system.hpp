// The rules of a pack as a FHIR code system.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan {

/// What the code system of a pack's rules is called:
/// `urn:brukerplan:codesystem:brukerplan-2024:rules`.
[[nodiscard]] std::string rule_code_system_url(const pack& instrument);

/// A FHIR R4 `CodeSystem`, JSON, UTF-8, with a concept for each rule: its title as display, its
/// reason as definition, its title in every language of the pack as designations, and its severity,
/// ground and kind as properties. The same bytes every time: it holds no date.
[[nodiscard]] std::string rule_code_system(const pack& instrument, std::string_view language);

} // namespace brukerplan
