// Rows of projections, as tests look for them.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include <brukerplan/projection/projection.hpp>

#include "small_panels.hpp"

namespace projection_test {

inline std::vector<brukerplan::projected> rows_of(const std::vector<brukerplan::projected>& rows,
                                                  std::string_view service) {
    std::vector<brukerplan::projected> result;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(result),
                 [&](const auto& row) { return row.service == service; });
    return result;
}

inline std::vector<brukerplan::projected> rows_of(const std::vector<brukerplan::projected>& rows,
                                                  brukerplan::quantity of) {
    std::vector<brukerplan::projected> result;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(result),
                 [&](const auto& row) { return row.of == of; });
    return result;
}

/// The first, which is by the model that is used.
inline brukerplan::projected row_of(const std::vector<brukerplan::projected>& rows,
                                    std::string_view service, brukerplan::quantity of) {
    return rows_of(rows_of(rows, service), of).at(0);
}

inline bool same(const brukerplan::projected_numbers& one,
                 const brukerplan::projected_numbers& other) {
    return one.mean == other.mean && one.sd == other.sd && one.quantiles == other.quantiles;
}

/// To the bit.
inline bool same(const brukerplan::projected& one, const brukerplan::projected& other) {
    const bool numbers = one.numbers.has_value() == other.numbers.has_value() &&
                         (!one.numbers.has_value() || same(*one.numbers, *other.numbers));
    return numbers && one.municipality == other.municipality && one.service == other.service &&
           one.of == other.of && one.model == other.model && one.horizon == other.horizon &&
           one.band_low == other.band_low && one.band_high == other.band_high &&
           same(one.naive, other.naive) && one.terms == other.terms &&
           one.variance_shares == other.variance_shares && one.flags == other.flags;
}

} // namespace projection_test
