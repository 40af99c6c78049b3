// From a distribution of next year's use to what a planner decides: how much room to make, how
// likely it is not to suffice, and what it takes in person-years and money.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/count_mass.hpp>
#include <brukerplan/projection/scenario.hpp>

namespace brukerplan {

/// What a planner knows of one service in one municipality; each may be missing.
struct planning_figures {
    std::optional<double> capacity;      ///< persons that there is room for; 0 or more
    std::optional<double> service_level; ///< probability with which room is to suffice; in (0, 1)
    std::optional<double> person_years;  ///< for one recipient; 0 or more
    std::optional<double> cost;          ///< of one recipient, in any currency; 0 or more
};

/// The service level at which the expected cost is least, when a person too many for the room costs
/// `under` and an empty place `over`, both above 0: under / (under + over), the critical fractile
/// of the newsvendor (Arrow, Harris and Marschak, "Optimal inventory policy", Econometrica 19,
/// 1951).
[[nodiscard]] double service_level_of(double under, double over) noexcept;

/// Nothing where the figures that it needs are missing.
struct capacity_decision {
    std::optional<std::uint32_t> capacity_needed; ///< least room that suffices with that level
    std::optional<double> probability_exceeded;   ///< that more persons come than there is room for
    std::optional<double> expected_above;         ///< persons without a place, on average
    std::optional<double> person_years;           ///< on average
    std::optional<double> person_years_q95;       ///< at the 95 % quantile of persons
    std::optional<double> cost;
    std::optional<double> cost_q95;
};

/// `use`: persons who will receive the service
[[nodiscard]] capacity_decision decide(const count_mass& use, const planning_figures& figures);

/// By municipality and service.
using planning_table = std::map<std::pair<std::string, std::string>, planning_figures>;

/// `municipality,service,capacity,service_level,cost_under,cost_over,person_years,cost`, of which
/// all but the first two may be absent or empty; the two costs of misjudging go together, and take
/// the place of a service level.
[[nodiscard]] count_file_result<planning_table> read_capacities(byte_source source);

/// Those of the rows that have a capacity.
[[nodiscard]] capacity_table capacities_of(const planning_table& table);

} // namespace brukerplan
