// From the kind of an integer to its type.
#pragma once

#include <cstdint>

#include "read/arrow_type.hpp"

namespace brukerplan::detail {

/// Calls `use` with a value of the type of an integer kind.
template <class Use>
void visit_integer(arrow_kind kind, Use&& use) {
    switch (kind) {
    case arrow_kind::int8:
        use(std::int8_t{});
        return;
    case arrow_kind::uint8:
        use(std::uint8_t{});
        return;
    case arrow_kind::int16:
        use(std::int16_t{});
        return;
    case arrow_kind::uint16:
        use(std::uint16_t{});
        return;
    case arrow_kind::int32:
        use(std::int32_t{});
        return;
    case arrow_kind::uint32:
        use(std::uint32_t{});
        return;
    case arrow_kind::int64:
        use(std::int64_t{});
        return;
    default:
        use(std::uint64_t{});
    }
}

/// Calls `use` with a value of the unsigned type of an integer kind's size. For indices: one below
/// zero is then one far beyond any dictionary, and code is made for half as many types.
template <class Use>
void visit_index(arrow_kind kind, Use&& use) {
    switch (kind) {
    case arrow_kind::int8:
    case arrow_kind::uint8:
        use(std::uint8_t{});
        return;
    case arrow_kind::int16:
    case arrow_kind::uint16:
        use(std::uint16_t{});
        return;
    case arrow_kind::int32:
    case arrow_kind::uint32:
        use(std::uint32_t{});
        return;
    default:
        use(std::uint64_t{});
    }
}

} // namespace brukerplan::detail
