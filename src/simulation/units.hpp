// The units of a synthetic municipality, and which of them registers whom and when.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/draw.hpp"
#include "simulation/services.hpp"

namespace brukerplan::detail::synthetic {

struct unit_kind_fact {
    std::string_view name; ///< UTF-8
    std::string_view kind; ///< token of the list `unit_kind`
    synthetic::sector sector;
    synthetic::service usual; ///< a service of its own sector that it gives
    std::uint32_t recipients_per_unit;
    std::uint32_t least_units;
};

inline constexpr std::array<unit_kind_fact, 7> unit_kinds{{
    {"rus- og psykisk helseteam", "health_and_care", sector::health_and_care,
     service::follow_up_team, 1'000, 1},
    {"hjemmetjenesten", "health_and_care", sector::health_and_care, service::home_services, 1'000,
     1},
    {"oppf\xC3\xB8lging i bolig", "health_and_care", sector::health_and_care,
     service::housing_follow_up, 1'500, 1},
    {"NAV", "nav", sector::nav, service::nav_guidance, 2'500, 1},
    {"barneverntjenesten", "child_welfare", sector::child_welfare, service::child_welfare_measure,
     5'000, 1},
    {"fastlegekontor", "gp", sector::health_and_care, service::gp, 600, 2},
    {"frivillig lavterskeltilbud", "other", sector::health_and_care, service::low_threshold, 4'000,
     1},
}};

/// One registration of a person: by which unit, on which working day of the round.
struct registration_place {
    std::uint32_t unit = 0;
    std::uint32_t day = 0; ///< 0 to `round_days` - 1
};

struct registration_places {
    std::array<registration_place, 3> at;
    std::uint32_t count = 0;
};

/// Working days of a round: three weeks.
inline constexpr std::uint32_t round_days = 15;

[[nodiscard]] date day_of_round(date begins, std::uint32_t day) noexcept;

class unit_register {
public:
    /// Fewer than this, so that a unit fits in the sort key of a registration.
    static constexpr std::uint32_t most_units = 4'096;

    explicit unit_register(const simulation_options& options);

    [[nodiscard]] const unit_kind_fact& kind(std::uint32_t unit) const noexcept {
        return unit_kinds[units_[unit].kind];
    }
    [[nodiscard]] const std::string& name(std::uint32_t unit) const noexcept {
        return units_[unit].name;
    }
    /// The professionals of a unit who map; their references are numbered through all units.
    static constexpr std::uint32_t mappers_per_unit = 5;

    [[nodiscard]] registration_places places_of(const simulation_options& options,
                                                const synthetic_person& person,
                                                const synthetic_situation& life,
                                                bool numbered) const;

    /// A unit that gives one of these services or another of its sector. One of them at least is of
    /// health and care or of NAV.
    [[nodiscard]] std::uint32_t draw_unit_giving(random_stream& random,
                                                 const synthetic_person& person,
                                                 const synthetic_situation& life,
                                                 service_bits received) const;

private:
    struct unit {
        std::size_t kind;
        std::string name;
    };

    [[nodiscard]] std::uint32_t draw_unit(random_stream& random, const synthetic_person& person,
                                          const synthetic_situation& life) const;

    std::vector<unit> units_; ///< by kind
    std::array<std::uint32_t, unit_kinds.size()> first_{};
    std::array<std::uint32_t, unit_kinds.size()> count_{};
};

} // namespace brukerplan::detail::synthetic
