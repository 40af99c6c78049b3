// Which of the registrations of one person comes first when they are merged.
#pragma once

#include <cstdint>

#include <brukerplan/model/date.hpp>

namespace brukerplan::detail {

/// Later days come first, and of one day the first in the input: the latest registration stands at
/// the head.
[[nodiscard]] constexpr bool comes_first(date a_mapped_on, std::uint64_t a_sequence,
                                         date b_mapped_on, std::uint64_t b_sequence) noexcept {
    return a_mapped_on != b_mapped_on ? a_mapped_on > b_mapped_on : a_sequence < b_sequence;
}

} // namespace brukerplan::detail
