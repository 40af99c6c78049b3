// What a municipality's recipients would receive if it were like the others: the use of a service
// by profile, learned from municipal counts, without the municipality itself.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace brukerplan {

/// One municipality's use of a service.
struct peer_row {
    double received = 0;                     ///< mapped persons
    double recipients = 0;                   ///< mapped persons
    std::span<const std::uint32_t> profiles; ///< of the recipients; may be empty, or all 0
};

/// For each row the persons who would receive the service by the rates of all other rows. The rate
/// of a profile is the service's own, and a difference that is learned by weighted ridge
/// regression; how much rates may differ is chosen by what predicts the rows that are left out
/// best (their values are exact and need no refit: Allen, "The relationship between variable
/// selection and data augmentation", Technometrics 16, 1974). With fewer than 20 rows, or without
/// profiles, rates do not differ. With a single row there are no peers: empty.
/// `rows`: profiles of the same length
[[nodiscard]] std::vector<double> expected_by_peers(std::span<const peer_row> rows);

} // namespace brukerplan
