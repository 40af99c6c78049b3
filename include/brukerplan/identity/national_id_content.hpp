// What an accepted national number says, apart from its digits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/identity/number_kinds.hpp>
#include <brukerplan/model/person.hpp>

namespace brukerplan {

/// What sex or a birth year rests on, from firm to loose. Where two readings of a number are left,
/// the looser one counts.
enum class derivation : std::uint8_t {
    unknown = 0,                 // nothing can be derived
    assigned_before_2032 = 1,    // by law: the policy says the number was assigned before 2032
    if_assigned_before_2032 = 2, // the same, if it was; a number from 2032 may look alike
    convention = 3,              // the series of a D- or H-number: usual, not promised
    not_guaranteed = 4,          // an NPID: may be anything
};

inline constexpr std::array<std::string_view, 5> derivation_tokens{
    "unknown", "assigned_before_2032", "if_assigned_before_2032", "convention", "not_guaranteed"};

[[nodiscard]] constexpr std::string_view token_of(derivation basis) noexcept {
    return derivation_tokens[static_cast<std::size_t>(basis)];
}

/// The control rules a number satisfies. The 1964 rule implies the one from 2032.
struct control_rules {
    bool rule_1964 = false;
    bool rule_2032 = false;

    [[nodiscard]] constexpr bool only_2032() const noexcept { return rule_2032 && !rule_1964; }
    friend constexpr bool operator==(control_rules, control_rules) noexcept = default;
};

/// None, one or two years in rising order.
class birth_year_set {
public:
    constexpr birth_year_set() noexcept = default;
    /// Years of 0 are left out; the others rise.
    constexpr birth_year_set(std::int16_t first, std::int16_t second) noexcept
        : years_{first != 0 ? first : second, first != 0 ? second : std::int16_t{0}},
          size_(static_cast<std::uint8_t>((first != 0 ? 1 : 0) + (second != 0 ? 1 : 0))) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    /// `i` below `size()`.
    [[nodiscard]] constexpr int operator[](std::size_t i) const noexcept { return years_[i]; }
    [[nodiscard]] constexpr const std::int16_t* begin() const noexcept { return years_.data(); }
    [[nodiscard]] constexpr const std::int16_t* end() const noexcept {
        return years_.data() + size_;
    }
    [[nodiscard]] constexpr bool contains(int year) const noexcept {
        return (size_ > 0 && years_[0] == year) || (size_ > 1 && years_[1] == year);
    }

    friend constexpr bool operator==(const birth_year_set&,
                                     const birth_year_set&) noexcept = default;

private:
    std::array<std::int16_t, 2> years_{};
    std::uint8_t size_ = 0;
};

/// The fields behind `national_id`; see its members for what they mean.
struct national_id_content {
    number_kinds kinds;
    number_kinds possible_kinds;
    birth_year_set birth_years;
    std::uint8_t day = 0;
    std::uint8_t month = 0;
    derivation birth_year_basis = derivation::unknown;
    brukerplan::sex sex = brukerplan::sex::unknown;
    derivation sex_basis = derivation::unknown;
    control_rules rules;
    bool synthetic = false;
    bool ambiguous_kind = false;

    friend constexpr bool operator==(const national_id_content&,
                                     const national_id_content&) noexcept = default;
};

} // namespace brukerplan
