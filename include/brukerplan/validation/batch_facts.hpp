// The facts of many rows at once, from the batch check of national numbers.
#pragma once

#include <cstddef>
#include <span>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan {

/// Fills in the facts of `facts.size()` rows from row `first` on: the same as `facts_of` gives for
/// each, several times as fast. A row with a fault has those of an empty row.
void facts_of_rows(const column_table& batch, const role_binding& binding, std::size_t first,
                   std::span<record_facts> facts);

} // namespace brukerplan
