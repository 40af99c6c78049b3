// Bodies of district.hpp.
#pragma once

#include <array>
#include <cstddef>

#include <brukerplan/identity/detail/district_facts.hpp>
#include <brukerplan/identity/district.hpp>

namespace brukerplan {

namespace detail::places {

inline constexpr auto districts = [] {
    std::array<district, district_rows.size()> dated{};
    for (std::size_t i = 0; i < dated.size(); ++i) {
        const district_row& row = district_rows[i];
        dated[i] = {row.code, row.name, table_date(row.from_year), table_date(row.to_year),
                    row.without_council};
    }
    return dated;
}();

/// Districts that hold on a day and lie in a municipality.
struct district_of_on {
    std::string_view municipality_code;
    date day;
    constexpr bool operator()(const district& row) const noexcept {
        return row.municipality_code() == municipality_code && day >= municipality_facts_from &&
               (!row.valid_from || *row.valid_from <= day) &&
               (!row.valid_to || day < *row.valid_to);
    }
};

} // namespace detail::places

constexpr auto districts_of_municipality(std::string_view municipality_code, date day) noexcept {
    return detail::places::rows_where<district, detail::places::district_of_on>(
        detail::places::districts, detail::places::district_of_on{municipality_code, day});
}

constexpr const district* find_district(std::string_view code, date day) noexcept {
    for (const district& row : districts_of_municipality(code.substr(0, 4), day)) {
        if (row.code == code) {
            return &row;
        }
    }
    return nullptr;
}

constexpr bool district_valid_on(std::string_view code, date day) noexcept {
    return find_district(code, day) != nullptr;
}

} // namespace brukerplan
