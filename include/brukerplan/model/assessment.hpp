// An assessment of eight domains as a 16-bit number: two bits a domain, domain 0 in the lowest.
// All 65 536 possible assessments can be listed, so whatever depends on an assessment alone can be
// computed once into a table and tested exhaustively.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include <brukerplan/model/domain.hpp>

namespace brukerplan {

class assessment {
public:
    /// The number of different assessments.
    static constexpr std::size_t space = 65'536;

    /// Nothing assessed.
    constexpr assessment() noexcept = default;

    /// Every 16-bit number is an assessment.
    constexpr explicit assessment(std::uint16_t code) noexcept : code_(code) {}

    constexpr explicit assessment(const std::array<rating, domain_count>& ratings) noexcept {
        for (const domain d : all_domains) {
            set(d, ratings[static_cast<std::size_t>(d)]);
        }
    }

    [[nodiscard]] constexpr std::uint16_t code() const noexcept { return code_; }

    [[nodiscard]] constexpr rating operator[](domain d) const noexcept {
        return static_cast<rating>((code_ >> shift(d)) & 3U);
    }

    constexpr void set(domain d, rating r) noexcept {
        const auto cleared = static_cast<unsigned>(code_) & ~(3U << shift(d));
        code_ = static_cast<std::uint16_t>(cleared | (static_cast<unsigned>(r) << shift(d)));
    }

    [[nodiscard]] constexpr assessment with(domain d, rating r) const noexcept {
        assessment changed = *this;
        changed.set(d, r);
        return changed;
    }

    [[nodiscard]] constexpr std::array<rating, domain_count> ratings() const noexcept {
        std::array<rating, domain_count> result{};
        for (const domain d : all_domains) {
            result[static_cast<std::size_t>(d)] = (*this)[d];
        }
        return result;
    }

    /// How many domains are assessed, 0 to 8.
    [[nodiscard]] constexpr int assessed() const noexcept {
        const unsigned either = (code_ | (code_ >> 1U)) & 0x5555U;
        int count = 0;
        for (unsigned bits = either; bits != 0; bits &= bits - 1) {
            ++count;
        }
        return count;
    }

    [[nodiscard]] constexpr bool complete() const noexcept {
        return assessed() == static_cast<int>(domain_count);
    }

    friend constexpr auto operator<=>(assessment, assessment) noexcept = default;

private:
    static constexpr unsigned shift(domain d) noexcept { return 2U * static_cast<unsigned>(d); }

    std::uint16_t code_ = 0;
};

/// A range over all 65 536 assessments, by code: `for (assessment a : all_assessments) ...`.
struct all_assessments_range {
    class iterator {
    public:
        using value_type = assessment;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;

        constexpr iterator() noexcept = default;
        constexpr explicit iterator(std::uint32_t code) noexcept : code_(code) {}
        constexpr assessment operator*() const noexcept {
            return assessment{static_cast<std::uint16_t>(code_)};
        }
        constexpr iterator& operator++() noexcept {
            ++code_;
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            const iterator before = *this;
            ++code_;
            return before;
        }
        friend constexpr bool operator==(iterator, iterator) noexcept = default;

    private:
        std::uint32_t code_ = 0;
    };

    [[nodiscard]] static constexpr iterator begin() noexcept { return iterator{0}; }
    [[nodiscard]] static constexpr iterator end() noexcept {
        return iterator{static_cast<std::uint32_t>(assessment::space)};
    }
};

inline constexpr all_assessments_range all_assessments{};

} // namespace brukerplan
