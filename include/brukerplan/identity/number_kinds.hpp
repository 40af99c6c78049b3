// The kinds of number a person can stand under in Norway, and sets of them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace brukerplan {

enum class number_kind : std::uint8_t {
    birth_number = 0,  // foedselsnummer
    d_number = 1,      // D-number: day + 40
    h_number = 2,      // local help number: month + 40
    fh_number = 3,     // common help number: first digit 8 or 9
    tenor = 4,         // Tenor test data of the tax administration: month + 80
    nhn = 5,           // test data of Norsk helsenett: month + 65
    nav_synthetic = 6, // test data of NAV: month + 40, and NPID in test: month + 60
    npid = 7,          // NAV's person identifier: month + 20
    duf = 8,           // number of a case at the immigration authorities, twelve digits
    date_only = 9,     // a date of birth followed by 00000
    dummy = 10,        // a date of birth followed by one of Statistics Norway's suffixes
};

inline constexpr std::size_t number_kind_count = 11;

/// Frozen tokens in the order of the enumeration.
inline constexpr std::array<std::string_view, number_kind_count> number_kind_tokens{
    "birth_number",  "d_number", "h_number", "fh_number", "tenor", "nhn",
    "nav_synthetic", "npid",     "duf",      "date_only", "dummy"};

[[nodiscard]] constexpr std::string_view token_of(number_kind kind) noexcept {
    return number_kind_tokens[static_cast<std::size_t>(kind)];
}

/// The kind with this token; nothing for any other text.
[[nodiscard]] constexpr std::optional<number_kind> number_kind_of(std::string_view token) noexcept {
    for (std::size_t i = 0; i < number_kind_count; ++i) {
        if (number_kind_tokens[i] == token) {
            return static_cast<number_kind>(i);
        }
    }
    return std::nullopt;
}

/// A set of kinds. Bit i of `bits()` stands for enumerator i.
class number_kinds {
public:
    constexpr number_kinds() noexcept = default;
    constexpr number_kinds(number_kind kind) noexcept : bits_(bit(kind)) {}
    constexpr number_kinds(std::initializer_list<number_kind> kinds) noexcept {
        for (const number_kind kind : kinds) {
            insert(kind);
        }
    }
    /// The set with these bits; bits without a kind are dropped.
    [[nodiscard]] static constexpr number_kinds from_bits(std::uint16_t bits) noexcept {
        number_kinds set;
        set.bits_ = static_cast<std::uint16_t>(bits & ((1U << number_kind_count) - 1U));
        return set;
    }

    constexpr void insert(number_kind kind) noexcept {
        bits_ = static_cast<std::uint16_t>(bits_ | bit(kind));
    }
    [[nodiscard]] constexpr bool contains(number_kind kind) const noexcept {
        return (bits_ & bit(kind)) != 0;
    }
    [[nodiscard]] constexpr bool contains_all(number_kinds other) const noexcept {
        return (other.bits_ & ~bits_) == 0;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr int size() const noexcept { return std::popcount(bits_); }
    [[nodiscard]] constexpr std::uint16_t bits() const noexcept { return bits_; }

    friend constexpr number_kinds operator|(number_kinds a, number_kinds b) noexcept {
        return from_bits(static_cast<std::uint16_t>(a.bits_ | b.bits_));
    }
    friend constexpr number_kinds operator&(number_kinds a, number_kinds b) noexcept {
        return from_bits(static_cast<std::uint16_t>(a.bits_ & b.bits_));
    }
    friend constexpr number_kinds operator-(number_kinds a, number_kinds b) noexcept {
        return from_bits(static_cast<std::uint16_t>(a.bits_ & ~b.bits_));
    }
    friend constexpr bool operator==(number_kinds, number_kinds) noexcept = default;

private:
    [[nodiscard]] static constexpr std::uint16_t bit(number_kind kind) noexcept {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
    }
    std::uint16_t bits_ = 0;
};

/// Kinds that stand for people in registers and health services.
inline constexpr number_kinds real_number_kinds{number_kind::birth_number, number_kind::d_number,
                                                number_kind::h_number, number_kind::fh_number};

/// Kinds that are made for tests and stand for nobody.
inline constexpr number_kinds synthetic_number_kinds{number_kind::tenor, number_kind::nhn,
                                                     number_kind::nav_synthetic};

/// Every kind of eleven digits with control digits.
inline constexpr number_kinds national_number_kinds =
    real_number_kinds | synthetic_number_kinds | number_kind::npid;

/// Calls `use(number_kind)` for each kind in the set, in the order of the enumeration.
template <class Use>
constexpr void for_each_kind(number_kinds kinds, Use&& use) {
    for (std::size_t i = 0; i < number_kind_count; ++i) {
        const auto kind = static_cast<number_kind>(i);
        if (kinds.contains(kind)) {
            use(kind);
        }
    }
}

} // namespace brukerplan
