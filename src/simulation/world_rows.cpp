// The registrations of a simulated world.
#include <algorithm>
#include <chrono>
#include <tuple>

#include <brukerplan/simulation/world.hpp>

#include "simulation/rows.hpp"
#include "simulation/world_parts.hpp"

namespace brukerplan {

namespace {

using namespace detail::synthetic;

/// Half the numbers of a day and sex, about; the other half are for the neighbour that one may
/// become one municipality with.
constexpr std::uint32_t numbers_apart = 100;

/// One mapped person with all that a row says.
struct mapped_person {
    synthetic_person person;
    synthetic_situation life;
    synthetic_services services;
    std::optional<person_number> number;
    registration_place place;
};

int age_on(date born, date day) noexcept {
    const std::chrono::year_month_day birth{born};
    const std::chrono::year_month_day today{day};
    const int years = static_cast<int>(today.year()) - static_cast<int>(birth.year());
    const bool before =
        std::tuple{today.month(), today.day()} < std::tuple{birth.month(), birth.day()};
    return years - (before ? 1 : 0);
}

synthetic_services services_of_person(const world_person& person) noexcept {
    synthetic_services services;
    services.received = in_catalogue(person.received);
    services.needed = in_catalogue(person.needed);
    services.answer = person.needed == 0 ? needs_answer::none : needs_answer::services;
    return services;
}

void collect(const world_population& all, const unit_register& units, std::uint64_t number_seed,
             std::vector<mapped_person>& into) {
    const number_book numbers{number_seed, all.arrivals(),
                              all.municipality() % 2 == 1 ? numbers_apart : 0};
    const auto begins = round_begins(all.year());
    for (const auto& one : all.people()) {
        if (!one.mapped) {
            continue;
        }
        mapped_person mapped;
        mapped.person = all.arrivals()[one.index];
        mapped.person.age = age_on(mapped.person.born, begins);
        mapped.life = make_situation(all.options(), mapped.person, all.colours(one));
        mapped.services = services_of_person(one);
        mapped.number = numbers.number_of(mapped.person);
        auto random = world_draws(all.options().seed, one.index, all.year(), world_purpose::place);
        mapped.place.unit =
            units.draw_unit_giving(random, mapped.person, mapped.life, mapped.services.received);
        mapped.place.day = random.below(round_days);
        into.push_back(mapped);
    }
}

} // namespace

void simulated_world::for_each_registration(
    const pack& instrument, std::uint16_t municipality, int year,
    const std::function<void(std::span<const std::string>)>& use) const {
    const auto at = parts_->municipality_of(municipality);
    parts_->check_years(year, year);
    const auto& country = parts_->country;
    simulation_options options;
    options.seed = country.seed_of(at);
    options.municipality = std::to_string(municipality);
    options.mapping_year = year;
    double expected = 0;
    parts_->for_each_territory(
        at, year, [&](std::uint32_t territory) { expected += country.recipients(territory); });
    options.recipients = static_cast<std::uint32_t>(expected);
    const unit_register units{options};
    std::vector<mapped_person> mapped;
    parts_->for_each_territory(at, year, [&](std::uint32_t territory) {
        parts_->for_each_year(territory, year, [&](const world_population& all) {
            if (all.year() == year) {
                collect(all, units, country.seed_of(at & ~1U), mapped);
            }
        });
    });
    std::stable_sort(mapped.begin(), mapped.end(), [](const auto& a, const auto& b) {
        return std::tie(a.place.unit, a.place.day) < std::tie(b.place.unit, b.place.day);
    });
    const row_writer writer{instrument, options, units};
    row_cells cells{instrument};
    std::uint64_t record = 0;
    for (const auto& one : mapped) {
        writer.write({one.person, one.life, one.services, one.number, one.place, 0, record++},
                     cells);
        use(cells.shown());
    }
}

} // namespace brukerplan
