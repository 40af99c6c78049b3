// Backtests as Arrow columns.
//
// | scores | |
// |---|---|
// | `forecaster` | dictionary<int32, utf8> |
// | `baseline` | int8, 1 for those that others are compared with |
// | `period` | int32, null for all |
// | `service size_group` | dictionary<int32, utf8>, null for all |
// | `forecasts observed` | int64, their number and the persons that came |
// | `expected` | float64, persons |
// | `crps weighted_crps log_crps wis interval_score` | float64, means over the forecasts |
// | `coverage_50 coverage_80 coverage_90 below above` | float64, shares, of the transforms |
// | `closed_50 closed_80 closed_90 closed_below closed_above` | float64, of closed intervals |
// | `bias mase` | float64, null where they are not known |
//
// | comparisons | |
// |---|---|
// | `forecaster baseline` | dictionary<int32, utf8> |
// | `service` | dictionary<int32, utf8>, null for all |
// | `relative` | float64 |
// | `relative_low relative_high share_better` | float64, null with fewer than 10 municipalities |
#pragma once

#include <span>

#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/model_comparison.hpp>

#include "write/arrow_array.hpp"

namespace brukerplan::detail {

/// By what scores are told apart.
struct score_split {
    bool period = false;
    bool service = false;
    bool size_group = false;
};

/// By forecaster, period, service and size of municipality; of what was not scored there is no row.
[[nodiscard]] arrow_node score_columns_of(const backtest_result& result, score_split by);

[[nodiscard]] arrow_node comparison_columns_of(const backtest_result& result,
                                               std::span<const model_comparison> comparisons);

} // namespace brukerplan::detail
