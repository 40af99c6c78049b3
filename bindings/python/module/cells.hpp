// Cells of Arrow as objects of Python.
#pragma once

#include <cstdint>

#include <nanobind/nanobind.h>

#include "arrow.hpp"

namespace brukerplan_python {

/// Column number `column` of a table as a list: str, int, float, bool, bytes, datetime, list, dict, None. Throws a failure
/// with the position of the column when its type has no counterpart here.
nb::list cells_of(const table& from, std::int64_t column);

} // namespace brukerplan_python
