// Planting faults into rows, one a row, so that every kind occurs about as often as the others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <brukerplan/simulation/simulated_fault.hpp>

#include "simulation/rows.hpp"

namespace brukerplan::detail::synthetic {

class fault_planter {
public:
    fault_planter(const simulation_options& options, const unit_register& units,
                  const row_writer& writer);

    /// Draws whether a row gets a fault, and plants one of the kinds planted least so far that the
    /// row admits.
    [[nodiscard]] std::optional<simulated_fault> maybe_plant(const registration_source& from,
                                                             row_cells& row);

private:
    const simulation_options* options_;
    const unit_register* units_;
    const row_writer* writer_;
    std::array<std::uint64_t, simulated_fault_count> planted_{};
    std::array<simulated_fault, simulated_fault_count> order_{}; ///< shuffled by the seed
};

} // namespace brukerplan::detail::synthetic
