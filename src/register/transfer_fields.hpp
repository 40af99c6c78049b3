// Which fields of a pack can leave the municipality, and what stands in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan::detail {

enum class transferred_as : std::uint8_t {
    nothing,        ///< it stays: who somebody is, where it comes from, what every person has
    running_number, ///< in place of the caller's reference
    round,          ///< the same for everybody: where and when
    merged,         ///< what became of the units' answers
};

/// A field without a role leaves by its type: free text may identify, and a date may be one of
/// birth. What the pack's year does not ask stays as well.
[[nodiscard]] transferred_as how_transferred(const field& f) noexcept;

/// The fields that have something of the kind, in the order of the pack.
[[nodiscard]] std::vector<std::size_t> fields_transferred_as(const pack& instrument,
                                                             transferred_as how);

} // namespace brukerplan::detail
