// Bytes to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/read/csv.hpp>

namespace brukerplan::detail {

[[nodiscard]] bool is_ascii(std::string_view bytes) noexcept;

/// Whether there are only letters, digits and marks of ASCII: nothing to be trimmed anywhere.
[[nodiscard]] bool is_plain(std::string_view bytes) noexcept;

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// Whether bytes look more like UTF-8 or like Windows-1252: well-formed sequences are counted
/// against bytes that belong to none. `ascii` when there are only ASCII bytes.
[[nodiscard]] charset guess_charset(std::string_view bytes) noexcept;

/// Appends Windows-1252 text as UTF-8. False when a byte has no meaning there (81 8D 8F 90 9D).
[[nodiscard]] bool append_windows_1252(std::string_view bytes, std::string& out);

/// Appends UTF-8 text as Windows-1252; a character that is not in it becomes `?`.
void append_as_windows_1252(std::string_view text, std::string& out);

} // namespace brukerplan::detail
