// Counts of municipalities that have since been renumbered, merged or split, as those of the
// municipalities of today.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/model/date.hpp>
#include <brukerplan/projection/coverage.hpp>
#include <brukerplan/projection/mapping_counts.hpp>

namespace brukerplan {

enum class territory_event : std::uint8_t {
    recoded,           ///< the round of `former` is one of `municipality` now: the same territory
    merged,            ///< it is a part of that of `municipality` now, which has the sum
    not_all_took_part, ///< it is left out: another part of `municipality` has no such round
    split,     ///< it is left out: which part of it would belong to `municipality` is not known
    not_valid, ///< it stays as it is: the code was not valid when it was mapped
    service_dropped,  ///< `service` is left out of the sum: not all parts have a row of it
    profiles_dropped, ///< profiles are left out of the sum: not all parts have them
};
inline constexpr std::array<std::string_view, 7> territory_event_tokens{
    "recoded",   "merged",          "not_all_took_part", "split",
    "not_valid", "service_dropped", "profiles_dropped"};

/// What was done to a round, or to the sum of several.
struct territory_note {
    territory_event event = territory_event::recoded;
    std::string municipality; ///< as it is now
    std::string former;       ///< as it was registered; empty where it is about a sum
    int round = 0;
    std::string service; ///< of `service_dropped`

    friend auto operator<=>(const territory_note&, const territory_note&) = default;
};

struct united_counts {
    mapping_counts counts;
    coverage_table coverage;
    std::optional<date> as_of;         ///< the day whose municipalities these are
    std::vector<territory_note> notes; ///< by municipality, round, former code and event
};

/// Traces every round to the municipalities of the latest day on which anybody was mapped. A round
/// that says no day is taken to be of 1 July of the year that it is named by, and stays as it is
/// when it is named otherwise (2006 to 9999 are years). So do fictional codes and what is no code.
///
/// Rounds of municipalities that became one are added when all of its parts have that round; else
/// those that there are, are left out. A split is never resolved: neither what was split nor what a
/// part of it went to has rounds from before it. The coverage of a sum is its mapped of all that
/// the parts' coverages stand for; its parts' errors are taken to go the same way, which is the
/// cautious view, and its basis is the worst of theirs. Parts without a coverage have the assumed
/// one, unless none has.
///
/// For all that is known, once: what was united is named by today's codes and cannot be traced
/// again.
[[nodiscard]] united_counts united(const mapping_counts& counts, const coverage_table& coverage);

/// The coverage of the sum of such parts, by their mapped persons. At least one.
struct covered_part {
    std::uint32_t mapped = 0;
    coverage_estimate coverage;
};
[[nodiscard]] coverage_estimate coverage_of_sum(std::span<const covered_part> parts) noexcept;

} // namespace brukerplan
