// An option whose value is a whole number within a range. It is kept as it was written, so that one
// that is out of range, or no number, is refused in the language of the call, by the name of the
// option and without repeating what was written.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <string>
#include <system_error>

#include "cli/session.hpp"

namespace brukerplan::cli {

struct whole_option {
    const char* name; ///< as `--seed`
    std::uint64_t least;
    std::uint64_t most;
    std::string written; ///< at first what it is without the option

    template <class Number>
    [[nodiscard]] Number as(const session& s) const {
        std::uint64_t value = 0;
        const auto* end = written.data() + written.size();
        const auto [at, failure] = std::from_chars(written.data(), end, value);
        if (failure != std::errc{} || at != end || value < least || value > most) {
            s.refuse("option_out_of_range", {{"option", name},
                                             {"least", std::to_string(least)},
                                             {"most", std::to_string(most)}});
        }
        return static_cast<Number>(value);
    }
};

constexpr std::uint64_t most_of_a_seed = std::numeric_limits<std::uint64_t>::max();

} // namespace brukerplan::cli
