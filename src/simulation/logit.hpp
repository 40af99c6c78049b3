// Chances on the logit scale in whole numbers, so that the last bit of an exponential function
// decides nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace brukerplan::detail::synthetic {

/// 128 to one logit.
using logit = std::int32_t;

inline constexpr logit logit_one = 128;
/// A chance this low is none at all; one this high fails once in nine million.
inline constexpr logit logit_end = 16 * logit_one;

[[nodiscard]] inline logit as_logit(double value) noexcept {
    return static_cast<logit>(std::lround(value * logit_one));
}

/// Of 2^32: a random number of 32 bits below it is a yes.
class chance_table {
public:
    chance_table() noexcept {
        for (logit at = -logit_end; at <= logit_end; ++at) {
            const double share = 1 / (1 + std::exp(-static_cast<double>(at) / logit_one));
            chances_[static_cast<std::size_t>(at + logit_end)] =
                static_cast<std::uint32_t>(std::floor(share * 4294967295.0));
        }
        chances_.front() = 0;
    }

    [[nodiscard]] std::uint32_t operator()(logit at) const noexcept {
        return chances_[static_cast<std::size_t>(std::clamp(at, -logit_end, logit_end) +
                                                 logit_end)];
    }

private:
    std::array<std::uint32_t, 2 * logit_end + 1> chances_;
};

[[nodiscard]] inline const chance_table& chances() noexcept {
    static const chance_table table;
    return table;
}

} // namespace brukerplan::detail::synthetic
