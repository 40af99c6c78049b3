// Cells of Arrow as objects of Python.
#pragma once

#include <cstdint>

#include <nanobind/nanobind.h>

#include "arrow.hpp"

namespace brukerplan_python {

/// A list that says what it holds.
using cell_list = nb::typed<nb::list, nb::any>;

/// Column number `column` of a table as a list: str, int, float, bool, bytes, datetime, list, dict,
/// None. Throws a failure with the position of the column when its type has no counterpart here.
cell_list cells_of(const table& from, std::int64_t column);

} // namespace brukerplan_python
