// Bodies of county.hpp.
#pragma once

#include <array>
#include <cstddef>

#include <brukerplan/identity/county.hpp>
#include <brukerplan/identity/detail/county_facts.hpp>

namespace brukerplan {

namespace detail::places {

inline constexpr auto counties = [] {
    std::array<county, county_rows.size()> dated{};
    for (std::size_t i = 0; i < dated.size(); ++i) {
        const county_row& row = county_rows[i];
        dated[i] = {row.code, row.name, row.multilingual_label, first_of_january(row.from_year),
                    table_date(row.to_year)};
    }
    return dated;
}();

} // namespace detail::places

constexpr auto counties_on(date day) noexcept {
    return detail::places::rows_where<county, detail::places::held_on>(
        detail::places::counties, detail::places::held_on{day});
}

constexpr const county* find_county(std::string_view code, date day) noexcept {
    for (const county& row : counties_on(day)) {
        if (row.code == code) {
            return &row;
        }
    }
    return nullptr;
}

constexpr bool county_valid_on(std::string_view code, date day) noexcept {
    return find_county(code, day) != nullptr;
}

constexpr const county* county_of_municipality(std::string_view municipality_code,
                                               date day) noexcept {
    return municipality_valid_on(municipality_code, day)
               ? find_county(municipality_code.substr(0, 2), day)
               : nullptr;
}

} // namespace brukerplan
