// The beginning of a table of text: what it is, and how its columns are separated.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include <brukerplan/read/csv.hpp>

#include "read/row_splitter.hpp"

namespace brukerplan::detail {

/// How many cells of a header are known names of columns.
using known_names = std::function<std::size_t(const std::vector<std::string_view>& cells)>;

/// Passes over a byte order mark and a line `sep=;`, finds the character set, and keeps the
/// separator with which most columns are known, if any is. The header is then the next row. Says
/// why when the bytes are no such text.
[[nodiscard]] std::optional<read_fault> open_table(row_splitter& rows, csv_dialect& dialect,
                                                   const known_names& known);

/// How wide the rows under a header are.
[[nodiscard]] row_width width_of(const std::vector<std::string_view>& header);

/// Whether letters of a header look as if they were read in the wrong character set.
[[nodiscard]] bool looks_garbled(const std::vector<std::string_view>& header) noexcept;

} // namespace brukerplan::detail
