// The language of a part of a place name.
#pragma once

#include <cstddef>
#include <string_view>

namespace brukerplan {

enum class name_language {
    undetermined = 0, // not Norwegian; which other language the facts do not say
    norwegian = 1,
    north_sami = 2,
    lule_sami = 3,
    south_sami = 4,
};

/// The language's tag by BCP 47: "und", "no" (place names are the same in bokmaal and nynorsk),
/// "se", "smj", "sma".
[[nodiscard]] constexpr std::string_view name_language_tag(name_language language) noexcept {
    constexpr std::string_view tags[] = {"und", "no", "se", "smj", "sma"};
    return tags[static_cast<std::size_t>(language)];
}

} // namespace brukerplan
