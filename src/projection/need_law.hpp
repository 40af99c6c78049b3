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

/// Need in one municipality.
struct need_law {
    std::uint32_t stated = 0; ///< mapped persons
    peer_prior peers{1, 1};   ///< persons who need it, mapped or not, by the rate
    coverage_estimate coverage;

    /// For any coverage that is likely.
    [[nodiscard]] count_mass mass() const;
    /// For one.
    [[nodiscard]] count_mass mass_at(double share, mass_limits limits = {1e-9}) const;
    /// Persons that are expected besides those of whom it was stated, for one.
    [[nodiscard]] double unseen_at(double share) const noexcept {
        return shape() * (1 - share) / (peers.shape / peers.mean + share);
    }
    /// Of the Gamma distribution around that.
    [[nodiscard]] double shape() const noexcept { return peers.shape + stated; }
};

[[nodiscard]] need_law need_of(const panel_round& round, std::size_t service,
                               const need_rate& rate) noexcept;

} // namespace brukerplan::detail
