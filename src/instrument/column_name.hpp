// Names of columns as they are compared.
#pragma once

#include <string>
#include <string_view>

namespace brukerplan::detail {

/// A column name as it is compared: lower case, without blanks, line ends, underscores and hyphens,
/// with `ae oe aa` for the Norwegian letters (also where the ring or the dots are a sign of their
/// own).
[[nodiscard]] std::string comparable_name(std::string_view name);

} // namespace brukerplan::detail
