#include <brukerplan/simulation/world.hpp>

#include <bit>
#include <stdexcept>

#include "simulation/world_parts.hpp"

namespace brukerplan {

namespace {

using namespace detail::synthetic;

constexpr std::uint32_t most_municipalities = 998;
constexpr int last_world_year = 2031;

/// So that the municipalities have so many recipients in all.
double scale_of(const world_definition& definition, std::uint64_t seed,
                std::uint32_t municipalities, std::uint32_t recipients) {
    if (recipients == 0) {
        return 1;
    }
    const world_country unscaled{definition, seed};
    double sum = 0;
    for (std::uint32_t m = 0; m < municipalities; ++m) {
        sum += unscaled.recipients(m);
    }
    return recipients / sum;
}

/// By the points of `sum16/1`: yellow 1, red 2; everything is assessed.
index_class class_of(assessment colours) noexcept {
    int points = 0;
    for (const domain d : all_domains) {
        points += colours[d] == rating::red ? 2 : colours[d] == rating::yellow ? 1 : 0;
    }
    return points <= 4    ? index_class::green
           : points <= 8  ? index_class::yellow
           : points <= 12 ? index_class::red
                          : index_class::blue_light;
}

template <class Use>
void for_each_service(world_service_set services, const Use& use) {
    while (services != 0) {
        use(static_cast<std::size_t>(std::countr_zero(services)));
        services &= services - 1;
    }
}

void count_receiving(const world_population& all, by_world_service<std::uint32_t>& receiving) {
    for (const auto& person : all.people()) {
        for_each_service(person.received, [&](std::size_t s) { ++receiving[s]; });
    }
}

void add_mapped(const world_population& all, const world_person& person, world_round& round) {
    ++round.mapped;
    const auto received = person.received;
    const auto needed = person.needed;
    for_each_service(received & needed, [&](std::size_t s) { ++round.cells[s].received_needed; });
    for_each_service(received & ~needed, [&](std::size_t s) { ++round.cells[s].received_only; });
    for_each_service(needed & ~received, [&](std::size_t s) { ++round.cells[s].needed_only; });
    const auto index = static_cast<std::size_t>(class_of(all.colours(person)));
    const auto category = static_cast<std::size_t>(all.arrivals()[person.index].category());
    ++round.profiles[index][category];
}

void add_territory(const world_population& all, world_round& round) {
    // Of both territories, weighted by their people.
    const double before = round.coverage * round.recipients;
    const auto people = static_cast<double>(all.people().size());
    const double sum = before + all.mean_chance_of_being_mapped() * people;
    round.recipients += static_cast<std::uint32_t>(all.people().size());
    round.coverage =
        round.recipients > 0 ? sum / round.recipients : all.mean_chance_of_being_mapped();
    count_receiving(all, round.receiving);
    for (const auto& person : all.people()) {
        for_each_service(person.needed, [&](std::size_t s) { ++round.needing[s]; });
        if (person.mapped) {
            add_mapped(all, person, round);
        }
    }
}

} // namespace

std::uint32_t simulated_world::parts::municipality_of(std::uint16_t code) const {
    if (code < first_world_code || code >= first_world_code + municipalities) {
        throw std::invalid_argument("the simulated world has no municipality of that code");
    }
    return code - first_world_code;
}

void simulated_world::parts::check_years(int first, int last) const {
    if (first < country.definition().first_year || last > last_world_year) {
        throw std::invalid_argument("the simulated world has no such years");
    }
}

simulated_world::simulated_world(const world_definition& definition, std::uint64_t seed,
                                 std::uint32_t municipalities, std::uint32_t recipients) {
    if (municipalities == 0 || municipalities > most_municipalities) {
        throw std::invalid_argument("a simulated world has 1 to 998 municipalities");
    }
    const world_country country{definition, seed,
                                scale_of(definition, seed, municipalities, recipients)};
    parts_ = std::make_shared<const parts>(country, municipalities);
}

const world_definition& simulated_world::definition() const noexcept {
    return parts_->country.definition();
}

std::uint64_t simulated_world::seed() const noexcept {
    return parts_->country.seed();
}

std::uint32_t simulated_world::municipalities() const noexcept {
    return parts_->municipalities;
}

std::vector<world_round> simulated_world::rounds(std::uint16_t municipality, int first,
                                                 int last) const {
    const auto at = parts_->municipality_of(municipality);
    parts_->check_years(first, last);
    const auto& country = parts_->country;
    std::vector<world_round> result;
    for (int year = first; year <= last && country.reports_as(at, year) == at; ++year) {
        world_round round;
        round.municipality = municipality;
        round.year = year;
        round.mapped_on = round_begins(year);
        parts_->for_each_territory(at, year, [&](std::uint32_t territory) {
            round.population += country.population(territory);
        });
        result.push_back(round);
    }
    if (result.empty()) {
        return result;
    }
    const int last_with_round = result.back().year;
    parts_->for_each_territory(at, last_with_round, [&](std::uint32_t territory) {
        parts_->for_each_year(territory, last_with_round + 1, [&](const world_population& all) {
            const int year = all.year();
            const auto speaks = [&](int when) {
                return when >= first && when <= last_with_round &&
                       country.reports_as(territory, when) == at;
            };
            if (speaks(year)) {
                add_territory(all, result[static_cast<std::size_t>(year - first)]);
            }
            if (speaks(year - 1)) {
                count_receiving(
                    all, result[static_cast<std::size_t>(year - 1 - first)].receiving_next_year);
            }
        });
    });
    for (auto& round : result) {
        for (auto& cells : round.cells) {
            cells.neither = round.mapped - cells.received() - cells.needed_only;
        }
        round.coverage_declared = country.declared(at, round.year, round.coverage);
        round.coverage_sd = definition().declared_sd;
    }
    return result;
}

std::vector<world_round> simulated_world::rounds(int first, int last) const {
    std::vector<world_round> result;
    for (std::uint32_t m = 0; m < municipalities(); ++m) {
        const auto own = rounds(static_cast<std::uint16_t>(first_world_code + m), first, last);
        result.insert(result.end(), own.begin(), own.end());
    }
    return result;
}

} // namespace brukerplan
