// Text from a document on its way into HTML.
#pragma once

#include <string>
#include <string_view>

namespace brukerplan::detail {

/// One line without control characters: tabs and line breaks become spaces; other control
/// characters and the noncharacters U+FFFE and U+FFFF, which neither HTML nor XML allows, become
/// U+FFFD. `utf8` must be valid UTF-8.
[[nodiscard]] std::string clean_text(std::string_view utf8);

/// `& < > " '` as character references, for element content and quoted attributes.
[[nodiscard]] std::string escape_html(std::string_view text);

/// A CSS string in quotes; ASCII other than letters, digits and spaces is escaped.
[[nodiscard]] std::string css_string(std::string_view utf8);

} // namespace brukerplan::detail
