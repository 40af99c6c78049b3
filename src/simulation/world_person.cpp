#include "simulation/world_person.hpp"

#include <algorithm>

#include "simulation/chance.hpp"

namespace brukerplan::detail::synthetic {

bool is_offered(const world_definition& world, std::size_t service, int year) noexcept {
    const int round = year - world.first_year;
    return std::all_of(world.services_in_some_years.begin(), world.services_in_some_years.end(),
                       [&](const auto& some) {
                           return some.service != world_services()[service].token ||
                                  (round >= some.first && round <= some.last) ||
                                  (some.first <= 0 && round < 0);
                       });
}

bool is_given_by(const world_country& country, std::size_t service,
                 std::uint32_t municipality) noexcept {
    const auto& world = country.definition();
    if (world.absent_service != world_services()[service].token) {
        return true;
    }
    auto random = world_draws(country.seed(), municipality, 0, world_purpose::absent);
    return uniform_of(random.next()) >= world.absent;
}

} // namespace brukerplan::detail::synthetic
