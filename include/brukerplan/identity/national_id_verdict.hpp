// The sixteen bytes a batch check gives for each number: everything `national_id` says but the
// digits, or the reason why not.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include <brukerplan/identity/national_id_content.hpp>
#include <brukerplan/identity/national_id_error.hpp>
#include <brukerplan/model/person.hpp>

namespace brukerplan {

struct national_id_verdict {
    /// Of an accepted number, as `national_id::kinds`; of a refused one, as
    /// `national_id_error::kinds`.
    number_kinds kinds;
    /// As `national_id::possible_kinds`; empty in a refused number.
    number_kinds possible_kinds;
    /// Rising, 0 where there is none.
    std::array<std::int16_t, 2> birth_years{};
    std::uint8_t day = 0;
    std::uint8_t month = 0;
    national_id_reason reason = national_id_reason::none;
    std::int8_t position = national_id_position::none;
    brukerplan::sex sex = brukerplan::sex::unknown;
    derivation birth_year_basis = derivation::unknown;
    derivation sex_basis = derivation::unknown;
    /// Bits below.
    std::uint8_t flags = 0;

    static constexpr std::uint8_t satisfies_1964 = 1;
    static constexpr std::uint8_t satisfies_2032 = 2;
    static constexpr std::uint8_t synthetic = 4;
    static constexpr std::uint8_t ambiguous_kind = 8;

    [[nodiscard]] constexpr bool accepted() const noexcept {
        return reason == national_id_reason::none;
    }
    [[nodiscard]] constexpr control_rules rules() const noexcept {
        return {(flags & satisfies_1964) != 0, (flags & satisfies_2032) != 0};
    }

    friend constexpr bool operator==(const national_id_verdict&,
                                     const national_id_verdict&) noexcept = default;
};

static_assert(sizeof(national_id_verdict) == 16);
static_assert(std::is_trivially_copyable_v<national_id_verdict>);

} // namespace brukerplan
