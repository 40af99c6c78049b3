// A small simulated country as counts.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/simulation/world.hpp>

#include "small_panels.hpp"

namespace projection_test {

/// The base world, mapped from 2018 on.
inline rounds_and_coverage simulated_counts(std::uint32_t municipalities, std::uint32_t recipients,
                                            int last) {
    const brukerplan::simulated_world world{*brukerplan::find_world("base"), 1, municipalities,
                                            recipients};
    rounds_and_coverage all;
    for (const auto& round : world.rounds(2018, last)) {
        const brukerplan::municipality_round key{std::to_string(round.municipality), round.year};
        auto& counted = all.counts.rounds[key];
        counted.recipients = round.mapped;
        counted.mapped = brukerplan::mapping_dates{round.mapped_on, round.mapped_on};
        for (std::size_t s = 0; s < brukerplan::world_service_count; ++s) {
            counted.services[std::string{brukerplan::world_services()[s].token}] = round.cells[s];
        }
        for (std::size_t i = 0; i < round.profiles.size(); ++i) {
            for (std::size_t c = 0; c < round.profiles[i].size(); ++c) {
                counted.profiles[std::to_string(i) + ":" +
                                 std::string{brukerplan::category_tokens[c]}] =
                    round.profiles[i][c];
            }
        }
        all.coverage[key] = {round.coverage_declared, round.coverage_sd,
                             brukerplan::coverage_basis::declared};
    }
    return all;
}

} // namespace projection_test
