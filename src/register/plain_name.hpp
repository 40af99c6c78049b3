// Names that the caller gives and that stand in a receipt.
#pragma once

#include <cstddef>
#include <string_view>

namespace brukerplan::detail {

/// Throws `std::invalid_argument` unless a name has 1 to `longest` bytes of UTF-8 without control
/// characters, and nothing in it that may be somebody's number or date of birth. The message begins
/// with `what` and does not hold the name.
void check_plain_name(std::string_view name, std::size_t longest, std::string_view what);

} // namespace brukerplan::detail
