// Mapped persons of one municipality and round by one service: received, and needed.
#pragma once

#include <cstdint>

namespace brukerplan {

/// Mapped persons by whether they received a service in the last 12 months and whether they are
/// said to need it in the coming 12. They add.
struct need_cells {
    std::uint32_t received_needed = 0;
    std::uint32_t received_only = 0;
    std::uint32_t needed_only = 0;
    std::uint32_t neither = 0;

    [[nodiscard]] constexpr std::uint32_t received() const noexcept {
        return received_needed + received_only;
    }
    [[nodiscard]] constexpr std::uint32_t needed() const noexcept {
        return received_needed + needed_only;
    }
    [[nodiscard]] constexpr std::uint32_t persons() const noexcept {
        return received() + needed_only + neither;
    }

    constexpr need_cells& operator+=(const need_cells& other) noexcept {
        received_needed += other.received_needed;
        received_only += other.received_only;
        needed_only += other.needed_only;
        neither += other.neither;
        return *this;
    }

    friend bool operator==(const need_cells&, const need_cells&) = default;
};

} // namespace brukerplan
