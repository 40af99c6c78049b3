// What an input is that is no text of registrations.
#pragma once

#include <optional>
#include <string_view>

#include <brukerplan/read/read_error.hpp>

namespace brukerplan::detail {

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Looks at the bytes at the start of an input; nothing when they may be text that is read here.
[[nodiscard]] std::optional<read_fault> unusable(std::string_view block);

} // namespace brukerplan::detail
