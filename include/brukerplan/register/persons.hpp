// From registrations to persons: several units often register the same person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <brukerplan/model/date.hpp>

namespace brukerplan {

/// One usable registration as merging sees it. `sequence` orders the input: files as given, rows
/// in a file from the first.
struct registration_key {
    /// Eleven digits as a number, with the marks of its kind; nothing without a valid number.
    std::optional<std::uint64_t> national_number;
    date mapped_on;
    std::uint64_t sequence = 0;
};

/// Which registrations stand for persons.
struct person_selection {
    std::vector<std::size_t> chosen; ///< indices of keys, ascending, one a person
    std::uint64_t unlinked = 0;      ///< how many of them have no valid number to be merged by
};

/// Name and version of the policy below, for results.
inline constexpr std::string_view latest_mapped_on_policy = "latest_mapped_on/1";

/// One registration a person: of those with the same national number the one with the latest
/// `mapped_on`, of several on that day the first in the input. A registration without a valid
/// number stands for a person of its own. The result does not depend on the order of `keys`, only
/// on their sequence numbers.
[[nodiscard]] person_selection select_latest(std::span<const registration_key> keys);

} // namespace brukerplan
