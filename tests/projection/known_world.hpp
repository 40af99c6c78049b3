// A simulated country as a projection is shown it, and apart from it what came the year after.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/projection/panel.hpp>
#include <brukerplan/projection/uniform_draws.hpp>
#include <brukerplan/simulation/world.hpp>

namespace projection_test {

/// A world, and what of it is shown.
struct world_case {
    std::string name;
    brukerplan::world_definition world;
    std::uint32_t municipalities = 357;
    std::uint32_t recipients = 0; ///< of the country; 0: as many as the world has
    bool coverage_said = true;
    bool profiles_said = true;
    double growth = 0; ///< a year, of the use of every service, besides the world's own changes
};

[[nodiscard]] inline world_case shipped(const brukerplan::world_definition& world) {
    return {std::string{world.name}, world};
}

/// Of one municipality, by service as in the panel.
struct known_future {
    bool asked_for = false;   ///< it was in the last round
    std::uint32_t mapped = 0; ///< in that
    std::vector<std::uint32_t> receiving;
    std::vector<double> level; ///< long-run use, as a multiple of the country's
};

struct known_world {
    brukerplan::panel shown;
    int years = 1; ///< between rounds
    std::vector<known_future> future;
    std::vector<std::size_t> third; ///< by service: 0 the rarest eight
};

namespace parts {

inline int last_year(const brukerplan::world_definition& world) {
    return world.first_year + (world.rounds - 1) * world.round_interval;
}

/// Uses of a year before growth: each use of what there will be is there with that chance.
inline std::uint32_t thinned(std::uint32_t count, double chance, std::uint64_t seed,
                             brukerplan::draw_subject subject) {
    const brukerplan::uniform_draws draws{seed, subject};
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        kept += draws(i) < chance ? 1 : 0;
    }
    return kept;
}

inline brukerplan::need_cells without_growth(brukerplan::need_cells cells, double chance,
                                             std::uint64_t seed, std::uint32_t municipality,
                                             std::uint32_t service, std::uint32_t year) {
    const auto needed = thinned(cells.received_needed, chance, seed, {municipality, service, year});
    const auto only =
        thinned(cells.received_only, chance, seed, {municipality, service + 100, year});
    cells.needed_only += cells.received_needed - needed;
    cells.neither += cells.received_only - only;
    cells.received_needed = needed;
    cells.received_only = only;
    return cells;
}

inline brukerplan::mapped_round counted(const world_case& which,
                                        const brukerplan::world_round& round, std::uint64_t seed) {
    brukerplan::mapped_round result;
    result.recipients = round.mapped;
    result.mapped = brukerplan::mapping_dates{round.mapped_on, round.mapped_on};
    const double chance = std::pow(1 + which.growth, round.year - last_year(which.world) - 1.0);
    for (std::uint32_t s = 0; s < brukerplan::world_service_count; ++s) {
        result.services[std::string{brukerplan::world_services()[s].token}] =
            which.growth > 0 ? without_growth(round.cells[s], chance, seed, round.municipality, s,
                                              static_cast<std::uint32_t>(round.year))
                             : round.cells[s];
    }
    for (std::size_t i = 0; i < round.profiles.size() && which.profiles_said; ++i) {
        for (std::size_t c = 0; c < round.profiles[i].size(); ++c) {
            if (round.profiles[i][c] > 0) {
                result.profiles[std::to_string(i) + ":" + std::to_string(c)] = round.profiles[i][c];
            }
        }
    }
    return result;
}

inline std::size_t place_of(const std::vector<std::string>& names, std::string_view name) {
    return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), name) -
                                    names.begin());
}

/// Use over ten years, without the one that is asked for, drawn to the country's as if four more
/// persons than are expected had been seen to use as much as everywhere. Nobody knows the true
/// level of a municipality; this is as near as counts come to it.
inline void fill_levels(known_world& known, const std::vector<brukerplan::world_round>& years,
                        int asked_for) {
    constexpr double drawn_by = 4;
    const auto services = known.shown.services.size();
    std::vector<double> rate(services);
    std::vector<double> recipients(known.future.size());
    double all = 0;
    std::vector<std::vector<double>> use(known.future.size(), std::vector<double>(services));
    for (const auto& round : years) {
        if (round.year == asked_for) {
            continue;
        }
        const auto m = place_of(known.shown.municipalities, std::to_string(round.municipality));
        all += round.recipients;
        recipients[m] += round.recipients;
        for (std::size_t s = 0; s < services; ++s) {
            const auto at = place_of(known.shown.services, brukerplan::world_services()[s].token);
            rate[at] += round.receiving[s];
            use[m][at] += round.receiving[s];
        }
    }
    for (std::size_t m = 0; m < known.future.size(); ++m) {
        for (std::size_t s = 0; s < services; ++s) {
            known.future[m].level.push_back((use[m][s] + drawn_by) /
                                            (rate[s] / all * recipients[m] + drawn_by));
        }
    }
}

} // namespace parts

/// `with_levels`: costs ten years
[[nodiscard]] inline known_world make_known_world(const world_case& which, std::uint64_t seed,
                                                  bool with_levels) {
    using namespace brukerplan;
    const simulated_world world{which.world, seed, which.municipalities, which.recipients};
    const int first = which.world.first_year;
    const int last = parts::last_year(which.world);
    constexpr int long_run = 10;
    const auto years =
        world.rounds(first, with_levels ? std::max(last, first + long_run - 1) : last);
    mapping_counts counts;
    coverage_table coverage;
    for (const auto& round : years) {
        if (round.year > last || (last - round.year) % which.world.round_interval != 0) {
            continue;
        }
        const municipality_round key{std::to_string(round.municipality), round.year};
        counts.rounds[key] = parts::counted(which, round, seed);
        if (which.coverage_said) {
            coverage[key] = {round.coverage_declared, round.coverage_sd, coverage_basis::declared};
        }
    }
    known_world known{make_panel(counts, coverage), which.world.round_interval, {}, {}};
    known.future.resize(known.shown.municipalities.size());
    std::vector<double> use(world_service_count);
    for (const auto& round : years) {
        if (round.year != last) {
            continue;
        }
        auto& future = known.future[parts::place_of(known.shown.municipalities,
                                                    std::to_string(round.municipality))];
        future.asked_for = !which.coverage_said || round.coverage_declared > 0;
        future.mapped = round.mapped;
        future.receiving.resize(world_service_count);
        for (std::size_t s = 0; s < world_service_count; ++s) {
            const auto at = parts::place_of(known.shown.services, world_services()[s].token);
            future.receiving[at] = round.receiving_next_year[s];
            use[at] += round.receiving[s];
        }
    }
    for (const double own : use) {
        const auto rarer = std::ranges::count_if(use, [&](double other) { return other < own; });
        known.third.push_back(static_cast<std::size_t>(rarer) * 3 / world_service_count);
    }
    if (with_levels) {
        parts::fill_levels(known, years, last + 1);
    }
    return known;
}

} // namespace projection_test
