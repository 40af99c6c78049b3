// Why an input cannot be used at all. A bad row is not among these: it is a finding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brukerplan {

enum class read_fault : std::uint8_t {
    not_found,         ///< no such file
    not_readable,      ///< it is there and cannot be opened or read
    directory,         ///< a folder, not a file
    empty,             ///< no bytes, or only blanks
    utf16,             ///< text in UTF-16 or UTF-32
    spreadsheet,       ///< an Excel or OpenDocument workbook
    binary,            ///< bytes that are not text
    unknown_charset,   ///< a header that is neither UTF-8 nor Windows-1252
    no_header,         ///< no column of the first row is known
    missing_columns,   ///< columns that a file must have are not there
    duplicate_columns, ///< two columns of one name
};

struct read_error {
    read_fault fault = read_fault::not_found;
    /// Columns that the fault is about, by their names in the pack. Never anything from the input.
    std::vector<std::string> columns;
};

/// What is wrong and what to do, in one line, in `nb`, `nn` or `en` (falling back to `nb`).
[[nodiscard]] std::string message_of(const read_error& error, std::string_view language);

} // namespace brukerplan
