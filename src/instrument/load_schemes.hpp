// The scoring schemes of a pack, read from JSON. The languages of the pack must be there already.
#pragma once

#include <brukerplan/instrument/pack.hpp>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

void load_schemes(const json_node& node, pack& into);

} // namespace brukerplan::detail
