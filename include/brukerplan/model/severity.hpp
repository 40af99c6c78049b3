// How serious a finding is. The numbers are frozen: they are those of the C interface.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace brukerplan {

/// fatal: the row cannot be read as a record at all. error: the record cannot be used as it
/// stands. warning: probably wrong. info: worth knowing. `none` is the worst of no findings.
enum class severity : std::uint8_t { none = 0, info = 1, warning = 2, error = 3, fatal = 4 };

inline constexpr std::array<std::string_view, 5> severity_tokens{"", "info", "warning", "error",
                                                                 "fatal"};

[[nodiscard]] constexpr std::string_view token_of(severity s) noexcept {
    return severity_tokens[static_cast<std::size_t>(s)];
}

/// Errors and fatal findings keep a record out of the figures.
[[nodiscard]] constexpr bool is_error(severity s) noexcept {
    return s >= severity::error;
}

} // namespace brukerplan
