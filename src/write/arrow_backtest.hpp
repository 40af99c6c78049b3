// Backtests as Arrow columns.
//
// | scores | |
// |---|---|
// | `model` | dictionary<int32, utf8> |
// | `baseline` | int8, 1 for those that others are compared with |
// | `period` | int32, null for all |
// | `service size_group` | dictionary<int32, utf8>, null for all |
// | `forecasts` | int64 |
// | `crps log_crps interval_90` | float64, means over the forecasts |
// | `weighted_crps weighted_interval` | float64, likewise |
// | `scaled_error bias` | float64, null where they are not known |
// | `closed_50 closed_80 closed_90` | float64, shares of the forecasts: of the closed intervals |
// | `transform_50 transform_80 transform_90` | float64, of the transforms |
// | `closed_below closed_above transform_below transform_above` | float64, outside the 90 % |
//
// | comparisons | |
// |---|---|
// | `model baseline` | dictionary<int32, utf8> |
// | `service` | dictionary<int32, utf8>, null for all |
// | `relative low high share_better` | float64 |
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
