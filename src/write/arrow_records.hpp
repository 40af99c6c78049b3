// Records of a pack as Arrow columns that the importer reads back, with the fields' English names.
//
// | field | column |
// |---|---|
// | text | large_utf8 |
// | code, codes (tokens with `|` between them), municipality, district | dictionary<int32, utf8> |
// | integer | int32 |
// | decimal | float64 |
// | date | date32 |
//
// A cell without a value is null.
#pragma once

#include <cstddef>
#include <span>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>

#include "write/arrow_array.hpp"

namespace brukerplan::detail {

/// The fields by their indices in the pack, in this order, as far as their columns are present;
/// never a national number.
[[nodiscard]] arrow_node record_columns_of(const column_table& records,
                                           std::span<const std::size_t> fields,
                                           const pack& instrument);

} // namespace brukerplan::detail
