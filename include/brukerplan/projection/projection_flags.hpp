// What a projected number rests on. Every number has a status, and says what was missing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace brukerplan {

enum class projection_flag : std::uint8_t {
    // The status, one of these.
    identified, ///< follows from the counts and a coverage that is certain
    estimated,  ///< by what was learned from counts
    assumed,    ///< by this library's own priors, in part or in all
    // What was missing or unusual.
    coverage_assumed,      ///< nobody has said which part was mapped
    first_mapping,         ///< of the municipality: no past of its own
    no_history,            ///< no municipality has two rounds to learn from
    one_transition,        ///< the country's shock is prior alone
    learned_from_all,      ///< too few municipalities of this size to learn from
    learned_elsewhere,     ///< weights and spread are those of other services
    service_began,         ///< not there in earlier rounds
    service_ended,         ///< nobody in the country received it any more
    not_asked,             ///< nothing was counted in the last round
    other_lag,             ///< learned over another number of years than is projected
    older_round,           ///< the last round is older than that of others
    level_break,           ///< the number of recipients has leapt: past counts are used as rates
    merged,                ///< rounds of earlier municipalities were added up
    split,                 ///< the municipality was a part of another, and begins anew
    no_peers,              ///< there is no other municipality to compare with
    not_backtested,        ///< there are too few rounds to compare models
    fell_back,             ///< the default was worse than a simpler model in the last round
    population_assumed,    ///< no growth is known of this municipality
    few_recipients,        ///< fewer than 20 were mapped
    past_coverage_assumed, ///< nobody has said which part was mapped in some earlier round
    what_if,               ///< a scenario, not what is expected
    partial,               ///< of an area: nothing is known of some of its municipalities
};
inline constexpr std::size_t projection_flag_count = 25;
inline constexpr std::array<std::string_view, projection_flag_count> projection_flag_tokens{
    "identified",
    "estimated",
    "assumed",
    "coverage_assumed",
    "first_mapping",
    "no_history",
    "one_transition",
    "learned_from_all",
    "learned_elsewhere",
    "service_began",
    "service_ended",
    "not_asked",
    "other_lag",
    "older_round",
    "level_break",
    "merged",
    "split",
    "no_peers",
    "not_backtested",
    "fell_back",
    "population_assumed",
    "few_recipients",
    "past_coverage_assumed",
    "what_if",
    "partial"};

/// A set of flags.
class projection_flags {
public:
    constexpr projection_flags() noexcept = default;
    constexpr projection_flags(std::initializer_list<projection_flag> flags) noexcept {
        for (const auto flag : flags) {
            add(flag);
        }
    }

    constexpr void add(projection_flag flag) noexcept {
        bits_ |= 1U << static_cast<unsigned>(flag);
    }
    constexpr void remove(projection_flag flag) noexcept {
        bits_ &= ~(1U << static_cast<unsigned>(flag));
    }
    constexpr void add_if(projection_flag flag, bool holds) noexcept {
        if (holds) {
            add(flag);
        }
    }
    constexpr void add(projection_flags other) noexcept { bits_ |= other.bits_; }
    [[nodiscard]] constexpr bool has(projection_flag flag) const noexcept {
        return (bits_ >> static_cast<unsigned>(flag) & 1U) != 0;
    }

    friend bool operator==(projection_flags, projection_flags) = default;

private:
    std::uint32_t bits_ = 0;
};

} // namespace brukerplan
