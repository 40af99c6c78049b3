// Labels in lines, since SVG text does not wrap.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brukerplan::detail {

/// Characters (code points) of valid UTF-8.
[[nodiscard]] std::size_t length_of(std::string_view utf8);

/// Lines of at most `width` characters, broken at spaces; a longer word stands on a line of its
/// own. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, std::size_t width);

} // namespace brukerplan::detail
