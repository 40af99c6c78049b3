// An index over rounds in which not always the same units report: each round is compared with the
// one before over the units that reported both, and the ratios are multiplied. It is the link
// relative of business surveys (Madow and Madow, "On link relative estimators", Proceedings of the
// Survey Research Methods Section, ASA, 1978).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace brukerplan {

/// A unit that reported, be it nobody. One that did not report has no count.
struct unit_count {
    std::string unit;
    std::uint64_t persons = 0;
};

struct reported_round {
    int year = 0;
    /// Not to be compared with the round before: municipalities were merged, or what is counted
    /// became something else.
    bool breaks = false;
    std::vector<unit_count> units; ///< in any order
};

/// What there is between a round and the one before it.
enum class link_state : std::uint8_t {
    first,           ///< there is none before
    linked,          ///< a ratio
    broken,          ///< the round says so
    too_few_matched, ///< under `least_matched_share` of the persons are of units that report both
    nobody_matched,  ///< those units counted nobody in the round before
};
inline constexpr std::array<std::string_view, 5> link_state_tokens{
    "first", "linked", "broken", "too_few_matched", "nobody_matched"};

[[nodiscard]] constexpr std::string_view token_of(link_state s) noexcept {
    return link_state_tokens[static_cast<std::size_t>(s)];
}

/// This library's own.
inline constexpr double least_matched_share = 0.5;

struct index_point {
    int year = 0;
    /// Of what hangs together, from 0. Only points of one series can be compared.
    std::size_t series = 0;
    double index = 1; ///< 1 in the first round of a series

    // To the round before. Of a broken link nothing is known, of the first round neither.
    link_state link = link_state::first;
    std::optional<double> ratio; ///< where linked
    std::size_t matched_units = 0;
    std::uint64_t matched_before = 0; ///< persons of those units in the round before
    std::uint64_t matched_now = 0;    ///< and in this one; both for `test_change`
    /// matched_before of all before, or matched_now of all now, whichever is less; of a
    /// round that counted nobody, 1.
    double matched_share = 0;
};

/// One point a round. Wherever a link is broken or refused, a new series begins, at 1. Throws
/// `std::invalid_argument` when years do not rise or a unit stands twice in a round.
[[nodiscard]] std::vector<index_point> chained_index(std::span<const reported_round> rounds);

} // namespace brukerplan
