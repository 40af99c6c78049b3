// What is recorded about the person and about who registered.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace brukerplan {

enum class sex : std::uint8_t { female, male, unknown };

inline constexpr std::array<std::string_view, 3> sex_tokens{"female", "male", "unknown"};

[[nodiscard]] constexpr std::string_view token_of(sex s) noexcept {
    return sex_tokens[static_cast<std::size_t>(s)];
}

inline constexpr std::array<std::string_view, 3> yes_no_tokens{"yes", "no", "unknown"};

inline constexpr std::array<std::string_view, 4> mental_disorder_tokens{"none", "less_serious",
                                                                        "serious", "unknown"};

} // namespace brukerplan
