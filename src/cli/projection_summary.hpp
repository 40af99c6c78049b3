// What is said of a projection on standard error: which models, and what the numbers rest on.
#pragma once

#include <array>
#include <cstdint>

#include <brukerplan/projection/projection.hpp>

#include "cli/session.hpp"

namespace brukerplan::cli {

/// Rows of expected use of municipalities, by what they rest on.
struct status_counts {
    std::uint64_t identified = 0;
    std::uint64_t estimated = 0;
    std::uint64_t assumed = 0;
    std::uint64_t unknown = 0; ///< rows without numbers
    std::uint64_t few = 0;     ///< of municipalities with few recipients

    void add(const projected& row);
};
void tell_statuses(const session& s, const status_counts& counts);

/// How many services have which model, and why.
void tell_models(const session& s, const projector& projection);

/// Says so where what is learned from, or scored, lies so many years apart that it is not the
/// horizon.
void tell_other_lag(const session& s, std::string_view key, int horizon, int years);

/// Says which scenario the numbers are of, if any.
void tell_scenario(const session& s, scenario_kind kind);

} // namespace brukerplan::cli
