// A set of codes of one code list (at most 64), with the answers that stand alone.
#pragma once

#include <bit>
#include <cstdint>

namespace brukerplan {

/// The content of a cell that takes several codes of a list, such as the services received.
/// `members` has bit i for code i of the list. An answered cell without members holds the list's
/// answer "none" or "unknown" in `alone` (bit i for the i-th alone token).
struct code_set {
    std::uint64_t members = 0;
    std::uint8_t alone = 0;

    [[nodiscard]] constexpr bool contains(unsigned code) const noexcept {
        return ((members >> code) & 1U) != 0;
    }
    constexpr void insert(unsigned code) noexcept { members |= std::uint64_t{1} << code; }
    [[nodiscard]] constexpr int size() const noexcept { return std::popcount(members); }
    [[nodiscard]] constexpr bool empty() const noexcept { return members == 0; }

    friend constexpr code_set operator|(code_set a, code_set b) noexcept {
        return {a.members | b.members, static_cast<std::uint8_t>(a.alone | b.alone)};
    }
    friend constexpr code_set operator&(code_set a, code_set b) noexcept {
        return {a.members & b.members, static_cast<std::uint8_t>(a.alone & b.alone)};
    }
    friend constexpr bool operator==(code_set, code_set) noexcept = default;
};

/// Services received or needed, over the catalogue of the pack.
using service_set = code_set;

} // namespace brukerplan
