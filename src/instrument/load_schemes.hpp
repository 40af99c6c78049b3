// Scoring schemes, read from JSON and checked.
#pragma once

#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

/// The schemes of a pack, whose languages must be there already. Those of a pack that comes with the
/// library have been checked by its tests.
void load_schemes(const json_node& node, pack& into, bool checked_already);

} // namespace brukerplan::detail
