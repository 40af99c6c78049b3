// Some of the rows of a table.
#pragma once

#include <cstdint>
#include <span>

#include "arrow.hpp"

namespace brukerplan_python {

/// The rows at `rows`, counted from 0 over all batches and rising, as a table with as many batches.
/// Throws a failure with the position of the column when a type cannot be taken apart (unions, run
/// ends, list views).
table gather(const table& from, std::span<const std::int64_t> rows);

} // namespace brukerplan_python
