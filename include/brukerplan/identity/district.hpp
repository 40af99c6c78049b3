// City districts (bydeler) of Oslo, Stavanger, Bergen and Trondheim through time. A code is six
// digits, of which the first four are the municipality at that time: Arna was 120101 until Bergen
// became 4601 in 2020 and is 460101 since.
#pragma once

#include <optional>
#include <string_view>

#include <brukerplan/identity/municipality_code.hpp>

namespace brukerplan {

/// One district with one code. Refers to constant tables. Source: Statistics Norway, KLASS 103.
struct district {
    std::string_view code;          // six digits
    std::string_view name;          // UTF-8
    std::optional<date> valid_from; // nothing: since before `municipality_facts_from`
    std::optional<date> valid_to;   // exclusive; nothing: no end known
    bool without_council = false;   // known to have no district council (Sentrum and Marka in
                                    // Oslo); false says nothing about the others

    [[nodiscard]] constexpr std::string_view municipality_code() const noexcept {
        return code.substr(0, 4);
    }
    /// Whether this stands for "district unknown" in its municipality (codes ending in 99).
    [[nodiscard]] constexpr bool is_unknown() const noexcept { return code.ends_with("99"); }
};

/// The district with `code` on `day`; null when there is none, and before
/// `municipality_facts_from`.
[[nodiscard]] constexpr const district* find_district(std::string_view code, date day) noexcept;

/// Whether `code` is a district's on `day`, the unknown district of a municipality included.
[[nodiscard]] constexpr bool district_valid_on(std::string_view code, date day) noexcept;

/// The districts of a municipality on `day` in order of code, the unknown one last: a forward
/// range of `const district&` with `count()`. Empty for a municipality without districts and for a
/// code that is not valid on that day.
[[nodiscard]] constexpr auto districts_of_municipality(std::string_view municipality_code,
                                                       date day) noexcept;

} // namespace brukerplan

#include <brukerplan/identity/detail/district_lookup.hpp>
