#include <brukerplan/read/read_error.hpp>

#include <array>

#include <brukerplan/instrument/message_catalogue.hpp>

#include "embedded_texts.hpp"

namespace brukerplan {

std::string message_of(const read_error& error, std::string_view language) {
    constexpr std::array<std::string_view, 11> keys{
        "not_found", "not_readable",    "directory",        "empty",
        "utf16",     "spreadsheet",     "binary",           "unknown_charset",
        "no_header", "missing_columns", "duplicate_columns"};
    std::string columns;
    for (const auto& name : error.columns) {
        columns += (columns.empty() ? "" : ", ") + name;
    }
    return message_catalogue{embedded::read_texts}.format(
        keys[static_cast<std::size_t>(error.fault)], language, {{"columns", columns}});
}

} // namespace brukerplan
