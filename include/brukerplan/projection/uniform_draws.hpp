// Uniform random numbers that can be asked for in any order: each is a function of the seed and of
// what it is drawn for, so neither threads nor partitions change it.
#pragma once

#include <cstdint>

#include <brukerplan/support/philox.hpp>

namespace brukerplan {

/// What a row of draws is about.
struct draw_subject {
    std::uint32_t municipality = 0;
    std::uint32_t service = 0;
    std::uint32_t purpose = 0; ///< outcome, coverage, shock, ...: draws for each are independent
};

/// The draws about one subject. Two numbers belong to each draw, as some samplers need two.
class uniform_draws {
public:
    struct pair {
        double first;
        double second;
    };

    constexpr uniform_draws(std::uint64_t seed, draw_subject subject) noexcept
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)},
          subject_(subject) {}

    /// Above 0 and below 1: an odd multiple of 2^-53. So u and 1 - u are as likely as each other,
    /// and both are exact.
    [[nodiscard]] constexpr double operator()(std::uint32_t draw) const noexcept {
        const auto words = words_of(draw);
        return uniform(words[0], words[1]);
    }

    /// The number above and one more, independent of it.
    [[nodiscard]] constexpr pair both(std::uint32_t draw) const noexcept {
        const auto words = words_of(draw);
        return {uniform(words[0], words[1]), uniform(words[2], words[3])};
    }

private:
    [[nodiscard]] constexpr philox_counter words_of(std::uint32_t draw) const noexcept {
        return philox4x32_10({draw, subject_.service, subject_.municipality, subject_.purpose},
                             key_);
    }

    [[nodiscard]] static constexpr double uniform(std::uint32_t high, std::uint32_t low) noexcept {
        const std::uint64_t bits = (std::uint64_t{high} << 32U | low) >> 11U;
        return static_cast<double>(bits | 1U) * 0x1p-53;
    }

    philox_key key_;
    draw_subject subject_;
};

} // namespace brukerplan
