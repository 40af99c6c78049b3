// How many need a service: those of whom it was stated, and those whom nobody was asked about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <brukerplan/projection/count_mass.hpp>
#include <brukerplan/projection/coverage.hpp>
#include <brukerplan/projection/panel.hpp>

namespace brukerplan::detail {

/// What municipalities have in common about the need of one service.
struct need_rate {
    double rate = 0;  ///< of recipients
    double shape = 1; ///< of a Gamma distribution around it, between municipalities
};

/// By service, from the last round of each municipality.
[[nodiscard]] std::vector<need_rate> need_rates_of(const panel& all);

/// Need in one municipality: of those who were not mapped as large a part as of those who were,
/// whose own part is drawn towards that of the others (a Gamma distribution of it, of which the
/// mapped are a Poisson count). Those who were mapped say nothing of how many were not.
struct need_law {
    std::uint32_t stated = 0; ///< mapped persons
    double by_others = 0;     ///< of whom it would be stated by the rate of all; above 0
    double alike = 1;         ///< shape of the Gamma distribution around that
    coverage_estimate coverage;
    double growth = 1; ///< of all who need it, mapped or not

    /// For any coverage that is likely.
    [[nodiscard]] count_mass mass() const;
    /// For one.
    [[nodiscard]] count_mass mass_at(double share, mass_limits limits = {1e-9}) const;
    /// Persons that are expected besides those of whom it was stated, for one.
    [[nodiscard]] double unseen_at(double share) const noexcept {
        return growth * (stated + drawn_to_others() * (1 - share) / share) - sure();
    }
    /// Of those of whom it was stated, so many as there will be if there are fewer in all.
    [[nodiscard]] std::uint32_t sure() const noexcept {
        return growth < 1 ? static_cast<std::uint32_t>(growth * stated) : stated;
    }
    /// Of those of whom it was stated, on average.
    [[nodiscard]] double of_mapped() const noexcept { return growth * stated; }
    /// Of the Gamma distribution around that.
    [[nodiscard]] double shape() const noexcept { return alike + stated; }
    /// Mapped persons who would need it, by what is known of the municipality and of all.
    [[nodiscard]] double drawn_to_others() const noexcept {
        return shape() / (alike / by_others + 1);
    }
};

/// Persons who need it today; also where growth leaves nobody.
[[nodiscard]] double mean_without_growth(need_law need);

[[nodiscard]] need_law need_of(const panel_round& round, std::size_t service,
                               const need_rate& rate) noexcept;

} // namespace brukerplan::detail
