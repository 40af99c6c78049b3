// Which part of the target group a round has mapped, and how surely that is known. The counts
// themselves say nothing about it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>

#include <brukerplan/projection/mapping_counts.hpp>

namespace brukerplan {

/// Where a coverage comes from, the best first.
enum class coverage_basis : std::uint8_t {
    units,     ///< reporting units with expected caseloads, and which of them took part
    declared,  ///< a share that was stated
    two_lists, ///< two lists of the same people
    register_, ///< another register
    assumed,   ///< nothing: the prior of `assumed_coverage`
};
inline constexpr std::array<std::string_view, 5> coverage_basis_tokens{
    "units", "declared", "two_lists", "register", "assumed"};

/// The coverage of one round of one municipality.
struct coverage_estimate {
    double share = 1;  ///< mapped of all in the target group; above 0, at most 1
    double log_sd = 0; ///< standard deviation of its logarithm; 0 where it is certain
    coverage_basis basis = coverage_basis::declared;

    friend bool operator==(const coverage_estimate&, const coverage_estimate&) = default;
};

/// Where nothing is known: Beta(16, 4), mean 0.8. This library's own.
[[nodiscard]] coverage_estimate assumed_coverage() noexcept;

/// Rounds that are not here are of `assumed_coverage`.
using coverage_table = std::map<municipality_round, coverage_estimate>;

} // namespace brukerplan
