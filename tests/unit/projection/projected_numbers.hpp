// Rows of projections, as tests look for them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
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

inline double sum_of_terms(const brukerplan::projected& row) {
    double sum = 0;
    for (const auto& term : row.terms) {
        sum += term.persons;
    }
    return sum;
}

/// As few refits and draws as tests can do with.
inline brukerplan::projection_options quick() {
    brukerplan::projection_options options;
    options.refits = 50;
    options.draws = 200;
    return options;
}

inline brukerplan::projector projector_of(const rounds_and_coverage& rounds,
                                          const brukerplan::projection_options& options = quick()) {
    return brukerplan::projector{rounds.panel(), options};
}

/// What holds of every row with numbers.
inline void check_row(const brukerplan::projected& row) {
    using namespace brukerplan;
    REQUIRE(row.numbers.has_value());
    INFO(row.municipality, " ", row.service, " ", quantity_tokens[std::size_t(row.of)]);
    const auto& numbers = *row.numbers;
    CHECK(std::is_sorted(numbers.quantiles.begin(), numbers.quantiles.end()));
    CHECK(std::abs(sum_of_terms(row) - numbers.mean) < 1e-5 * (1 + std::abs(numbers.mean)));
    CHECK(std::accumulate(row.variance_shares.begin(), row.variance_shares.end(), 0.0) ==
          doctest::Approx(1));
    CHECK(numbers.sd >= 0);
    CHECK(row.band_low <= static_cast<double>(numbers.quantiles.front()));
    CHECK(row.band_high >= static_cast<double>(numbers.quantiles.back()));
    const int statuses = row.flags.has(projection_flag::identified) +
                         row.flags.has(projection_flag::estimated) +
                         row.flags.has(projection_flag::assumed);
    CHECK(statuses == 1);
}

} // namespace projection_test
