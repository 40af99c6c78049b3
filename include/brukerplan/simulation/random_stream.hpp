// Random numbers for what is made up: whole numbers, one after the other, from Philox4x32-10.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

#include <brukerplan/support/philox.hpp>

namespace brukerplan {

/// The random numbers for one purpose about one thing, such as the children of person 17. Streams
/// with another seed, stream or purpose have nothing to do with each other. A stream holds
/// 2^34 numbers.
class random_stream {
public:
    constexpr random_stream(std::uint64_t seed, std::uint64_t stream,
                            std::uint32_t purpose) noexcept
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)},
          counter_{0, purpose, static_cast<std::uint32_t>(stream),
                   static_cast<std::uint32_t>(stream >> 32U)} {}

    /// Any number of 32 bits.
    [[nodiscard]] constexpr std::uint32_t next() noexcept {
        if (used_ == block_.size()) {
            block_ = philox4x32_10(counter_, key_);
            ++counter_[0];
            used_ = 0;
        }
        return block_[used_++];
    }

    /// 0 to bound - 1, each as likely as the other (Lemire's multiplication with rejection). The
    /// bound is at least 1.
    [[nodiscard]] constexpr std::uint32_t below(std::uint32_t bound) noexcept {
        assert(bound >= 1);
        std::uint64_t product = std::uint64_t{next()} * bound;
        if (static_cast<std::uint32_t>(product) < bound) {
            const std::uint32_t threshold = (0U - bound) % bound;
            while (static_cast<std::uint32_t>(product) < threshold) {
                product = std::uint64_t{next()} * bound;
            }
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

    /// lowest to highest, both included.
    [[nodiscard]] constexpr std::uint32_t between(std::uint32_t lowest,
                                                  std::uint32_t highest) noexcept {
        return lowest + below(highest - lowest + 1);
    }

    /// True in so many of a thousand cases: 0 never, 1000 and more always.
    [[nodiscard]] constexpr bool chance(std::uint32_t permille) noexcept {
        return below(1000) < permille;
    }

    /// The index of an entry, drawn by its `weight`. The weights add to 1 at least.
    template <class Entry>
    [[nodiscard]] constexpr std::size_t weighted(std::span<const Entry> entries) noexcept {
        std::uint32_t total = 0;
        for (const auto& entry : entries) {
            total += entry.weight;
        }
        std::uint32_t left = below(total);
        std::size_t at = 0;
        while (left >= entries[at].weight) {
            left -= entries[at++].weight;
        }
        return at;
    }

private:
    philox_key key_;
    philox_counter counter_;
    philox_counter block_{};
    std::size_t used_ = 4;
};

} // namespace brukerplan
