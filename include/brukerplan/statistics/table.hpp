// A table of counts that says what it counts, and of how many.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brukerplan {

/// What a count is a count of. Persons, children, services and responses are different things, and
/// a share has a meaning only against a denominator of its own kind.
enum class counted_unit : std::uint8_t { persons, children, services, responses };

inline constexpr std::array<std::string_view, 4> counted_unit_tokens{"persons", "children",
                                                                     "services", "responses"};

[[nodiscard]] constexpr std::string_view token_of(counted_unit u) noexcept {
    return counted_unit_tokens[static_cast<std::size_t>(u)];
}

struct denominator {
    counted_unit unit = counted_unit::persons;
    std::uint64_t count = 0;
};

struct count_table {
    struct column {
        std::string token;
        brukerplan::denominator of;
    };
    struct row {
        std::string token;
        std::vector<std::uint64_t> counts; ///< one a column
    };

    std::string id;              ///< `domains`, `services`, ...
    bool multi_response = false; ///< one person may stand in several rows: parts do not add up
    std::vector<column> columns;
    std::vector<row> rows;
};

} // namespace brukerplan
