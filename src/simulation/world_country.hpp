// The municipalities of a simulated world: how many live there, who becomes one with whom, and how
// many of the recipients are mapped.
#pragma once

#include <cstdint>
#include <optional>

#include <brukerplan/simulation/random_stream.hpp>
#include <brukerplan/simulation/world_definition.hpp>
#include <brukerplan/support/philox.hpp>

#include "simulation/logit.hpp"

namespace brukerplan::detail::synthetic {

/// What a stream of a world is for; beside the purposes of draw.hpp. Numbers are kept: another
/// number is another world.
enum class world_purpose : std::uint32_t {
    municipality_key = 32,
    population = 33,
    entrants = 34,
    fate = 35, ///< of a person in a year: severity, leaving, being mapped
    receipt = 36,
    need = 37,
    municipal_level = 38,
    local_shock = 39,
    national_shock = 40,
    need_bias = 41,
    need_optimism = 42,
    coverage_level = 43,
    coverage_year = 44,
    declared = 45,
    unit = 46,
    merger = 47,
    absent = 48,
    place = 49,
};

[[nodiscard]] constexpr random_stream world_draws(std::uint64_t seed, std::uint32_t about, int year,
                                                  world_purpose what) noexcept {
    return {seed, std::uint64_t{static_cast<std::uint32_t>(year)} << 32U | about,
            static_cast<std::uint32_t>(what)};
}

/// The units of a municipality, between which its people are divided.
inline constexpr std::uint32_t world_units = 4;

/// How likely somebody is mapped in a municipality and year.
struct coverage_year {
    logit base = 0;
    logit severity = 0; ///< for one standard deviation
    std::optional<std::uint32_t> unit_missing;
};

/// Municipalities are numbered from 0. Borrows nothing.
class world_country {
public:
    world_country(const world_definition& definition, std::uint64_t seed, double scale = 1) noexcept
        : definition_(definition), seed_(seed), scale_(scale) {}

    [[nodiscard]] const world_definition& definition() const noexcept { return definition_; }
    [[nodiscard]] std::uint64_t seed() const noexcept { return seed_; }
    /// Of what is drawn for its people.
    [[nodiscard]] std::uint64_t seed_of(std::uint32_t municipality) const noexcept;

    [[nodiscard]] std::uint32_t population(std::uint32_t municipality) const noexcept;
    /// The mean number of recipients, mapped or not.
    [[nodiscard]] double recipients(std::uint32_t municipality) const noexcept;
    /// The municipality that speaks for this one's territory in a year; mostly itself.
    [[nodiscard]] std::uint32_t reports_as(std::uint32_t municipality, int year) const noexcept;

    [[nodiscard]] coverage_year coverage(std::uint32_t municipality, int year) const noexcept;
    /// What the municipality believes, at most 1.
    [[nodiscard]] double declared(std::uint32_t municipality, int year,
                                  double coverage) const noexcept;

private:
    world_definition definition_;
    std::uint64_t seed_;
    double scale_;
};

} // namespace brukerplan::detail::synthetic
