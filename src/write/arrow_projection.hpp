// A projection as Arrow columns with the frozen names.
//
// | columns | |
// |---|---|
// | `municipality service quantity model` | dictionary<int32, utf8> |
// | `horizon` | int32, years |
// | `mean sd` | float64, persons |
// | `q05 q10 q25 q50 q75 q90 q95` | int64, persons |
// | `band_low band_high naive_mean` | float64, persons |
// | `naive_q05 naive_q95` | int64, persons |
// | `terms` | list<struct<term: utf8, persons: float64>>, which add up to `mean` |
// | `variance_shares` | struct of float64, a member for each part; they sum to 1 |
// | `flags` | dictionary<int32, utf8>, tokens with `|` between them, the status first |
//
// Where nothing is known, numbers and `variance_shares` are null and `terms` is empty.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <brukerplan/projection/projection.hpp>

#include "write/arrow_array.hpp"

namespace brukerplan::detail {

class projections_in_columns {
public:
    void add(const projected& row);
    [[nodiscard]] arrow_node finish() &&;

private:
    std::size_t rows_ = 0;
    std::array<dictionary_column, 4> words_;
    number_column<std::int32_t> horizons_;
    std::array<number_column<double>, 2> moments_;
    std::array<number_column<std::int64_t>, projection_levels.size()> quantiles_;
    std::array<number_column<double>, 3> persons_; ///< the band and the naive mean
    std::array<number_column<std::int64_t>, 2> naive_quantiles_;
    std::vector<std::int32_t> term_ends_{0};
    string_column<std::int32_t> term_names_;
    number_column<double> term_persons_;
    validity_builder shared_;
    std::array<number_column<double>, variance_part_count> shares_;
    dictionary_column flags_;
};

} // namespace brukerplan::detail
