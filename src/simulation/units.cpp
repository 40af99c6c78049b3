#include "simulation/units.hpp"

#include <algorithm>
#include <chrono>
#include <span>

#include "simulation/draw.hpp"

namespace brukerplan::detail::synthetic {

namespace {

constexpr std::uint32_t most_units_of_a_kind = 580;
static_assert(most_units_of_a_kind * unit_kinds.size() < unit_register::most_units);

struct kind_weight {
    std::uint32_t weight;
};

/// Which kind of unit knows such a person. Ours.
std::array<kind_weight, unit_kinds.size()> weights_for(const synthetic_person& person,
                                                       const synthetic_situation& life) noexcept {
    const bool housing_hard = life.assessment[domain::housing] != rating::green;
    const bool economy_red = life.assessment[domain::economy] == rating::red;
    const bool child_welfare = person.age <= 23 || life.children.own() > 0;
    return {{{480},
             {person.age >= 60 ? 350U : 110U},
             {housing_hard ? 160U : 40U},
             {economy_red ? 300U : 160U},
             {child_welfare ? 130U : 0U},
             {70},
             {person.substance_problem ? 40U : 15U}}};
}

} // namespace

date day_of_round(date begins, std::uint32_t day) noexcept {
    return begins + std::chrono::days{day / 5 * 7 + day % 5};
}

unit_register::unit_register(const simulation_options& options) {
    for (std::size_t k = 0; k < unit_kinds.size(); ++k) {
        const auto& fact = unit_kinds[k];
        first_[k] = static_cast<std::uint32_t>(units_.size());
        count_[k] = std::clamp(options.recipients / fact.recipients_per_unit, fact.least_units,
                               most_units_of_a_kind);
        for (std::uint32_t i = 1; i <= count_[k]; ++i) {
            units_.push_back({k, count_[k] == 1
                                     ? std::string{fact.name}
                                     : std::string{fact.name} + " " + std::to_string(i)});
        }
    }
}

std::uint32_t unit_register::draw_unit(random_stream& random, const synthetic_person& person,
                                       const synthetic_situation& life) const {
    const auto weights = weights_for(person, life);
    const auto kind = random.weighted(std::span<const kind_weight>{weights});
    return first_[kind] + random.below(count_[kind]);
}

std::uint32_t unit_register::draw_unit_giving(random_stream& random, const synthetic_person& person,
                                              const synthetic_situation& life,
                                              service_bits received) const {
    while (true) {
        const auto unit = draw_unit(random, person, life);
        if ((received & services_of(kind(unit).sector)) != 0) {
            return unit;
        }
    }
}

registration_places unit_register::places_of(const simulation_options& options,
                                             const synthetic_person& person,
                                             const synthetic_situation& life, bool numbered) const {
    auto random = draws(options.seed, person.index, purpose::places);
    const auto more = random.below(1000);
    const bool second = numbered && more < options.second_unit_permille;
    const bool third = second && more < options.third_unit_permille;
    registration_places places;
    places.count = 1U + (second ? 1U : 0U) + (third ? 1U : 0U);
    // Each unit only once, and each on another day.
    std::array<bool, round_days> taken{};
    for (std::uint32_t i = 0; i < places.count; ++i) {
        auto& place = places.at[i];
        const auto seen_before = [&] {
            return std::any_of(places.at.begin(), places.at.begin() + i,
                               [&](const auto& other) { return other.unit == place.unit; });
        };
        do {
            place.unit = draw_unit(random, person, life);
        } while (seen_before());
        do {
            place.day = random.below(round_days);
        } while (taken[place.day]);
        taken[place.day] = true;
    }
    return places;
}

} // namespace brukerplan::detail::synthetic
