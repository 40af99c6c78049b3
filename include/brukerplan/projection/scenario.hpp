// What if: changes to what is projected, on the same draws, so that differences are the change's.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace brukerplan {

enum class scenario_kind : std::uint8_t {
    as_is,
    met_need,      ///< where less of stated need is met than in most municipalities, as much is met
    full_coverage, ///< everybody was mapped
    more_entrants, ///< so many recipients more, relative to now
    constant_rates, ///< last year's use, growing with the population
    capacity,       ///< no more than there is room for
};
inline constexpr std::array<std::string_view, 6> scenario_tokens{
    "as_is", "met_need", "full_coverage", "more_entrants", "constant_rates", "capacity"};

/// Persons a municipality's service has room for, by municipality and service.
using capacity_table = std::map<std::pair<std::string, std::string>, double>;

struct scenario {
    scenario_kind kind = scenario_kind::as_is;
    double percentile = 0.70; ///< of `met_need`: of the municipalities' own rates
    double more = 0.10;       ///< of `more_entrants`
    capacity_table capacities;
};

} // namespace brukerplan
