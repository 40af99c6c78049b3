// How the synthetic municipality draws: the purposes of its random streams, and answers by weight.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <brukerplan/simulation/random_stream.hpp>

namespace brukerplan::detail::synthetic {

/// What a stream of random numbers is for. Numbers are kept: another number is another
/// municipality.
enum class purpose : std::uint32_t {
    person = 1,
    individual_number = 2,
    assessment = 3,
    situation = 4,
    services = 5,
    places = 6,
    row = 7,
    dirt = 8,
    order = 9,
};

[[nodiscard]] constexpr random_stream draws(std::uint64_t seed, std::uint64_t about,
                                            purpose what) noexcept {
    return {seed, about, static_cast<std::uint32_t>(what)};
}

/// An answer and how often it is given.
struct weighted_token {
    std::string_view token;
    std::uint16_t weight;
};

[[nodiscard]] constexpr std::string_view draw(random_stream& random,
                                              std::span<const weighted_token> tokens) noexcept {
    return tokens[random.weighted(tokens)].token;
}

} // namespace brukerplan::detail::synthetic
