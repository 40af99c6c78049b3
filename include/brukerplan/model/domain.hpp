// The eight domains of life and their ratings. Order and tokens are frozen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace brukerplan {

/// A domain of life. The order is the instrument's, the numbers are this library's.
enum class domain : std::uint8_t {
    housing = 0,
    activity = 1,
    economy = 2,
    physical_health = 3,
    mental_health = 4,
    substance_use = 5,
    social_functioning = 6,
    network = 7,
};

inline constexpr std::size_t domain_count = 8;

inline constexpr std::array<std::string_view, domain_count> domain_tokens{
    "housing",       "activity",           "economy", "physical_health", "mental_health",
    "substance_use", "social_functioning", "network"};

/// All domains in their order, for loops.
inline constexpr std::array<domain, domain_count> all_domains{domain::housing,
                                                              domain::activity,
                                                              domain::economy,
                                                              domain::physical_health,
                                                              domain::mental_health,
                                                              domain::substance_use,
                                                              domain::social_functioning,
                                                              domain::network};

[[nodiscard]] constexpr std::string_view token_of(domain d) noexcept {
    return domain_tokens[static_cast<std::size_t>(d)];
}

/// How the recipient lives in one domain. Green: relatively good functioning; yellow: considerable
/// negative consequences for daily functioning; red: very serious consequences. The numbers are
/// those of integer columns.
enum class rating : std::uint8_t { not_assessed = 0, green = 1, yellow = 2, red = 3 };

inline constexpr std::size_t rating_count = 4;

inline constexpr std::array<std::string_view, rating_count> rating_tokens{"not_assessed", "green",
                                                                          "yellow", "red"};

[[nodiscard]] constexpr std::string_view token_of(rating r) noexcept {
    return rating_tokens[static_cast<std::size_t>(r)];
}

} // namespace brukerplan
