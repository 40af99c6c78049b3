// The scores of a backtest as a table: one row for each forecaster, service and size of
// municipality, and for all of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/model_comparison.hpp>
#include <brukerplan/projection/score_sums.hpp>

namespace brukerplan {

/// Scores are means over forecasts, in persons, smaller is better. `coverage_*`, `below` and
/// `above` are of the non-randomised transform, those with `closed_` of closed intervals; 1 is all.
inline constexpr std::array<std::string_view, 29> backtest_columns{
    "forecaster",   "service",        "size_group",    "periods",      "learned",
    "forecasts",    "observed",       "expected",      "crps",         "weighted_crps",
    "relative",     "relative_low",   "relative_high", "share_better", "log_crps",
    "wis",          "interval_score", "coverage_50",   "coverage_80",  "coverage_90",
    "closed_50",    "closed_80",      "closed_90",     "below",        "above",
    "closed_below", "closed_above",   "bias",          "mase"};

/// A name for what is over all services, or sizes.
inline constexpr std::string_view over_all = "all";

struct backtest_row {
    std::string_view forecaster; ///< lives for the life of the program
    std::string service;         ///< or `over_all`
    std::string_view size_group; ///< of `size_group_tokens`, or `over_all`
    std::size_t periods = 0;     ///< that were scored
    bool learned = true;         ///< whether there was something to learn from before each of them
    std::uint64_t observed = 0;  ///< persons
    double expected = 0;         ///< persons
    score_summary scores;
    /// Against each baseline but itself, by the weighted CRPS; of all sizes alone.
    struct relative_score {
        std::string_view baseline;
        model_comparison compared;
    };
    std::vector<relative_score> relative;
};

/// By service (all of them first), size (all first) and forecaster. What was never scored has no
/// row.
/// `comparisons`: as `comparisons_of` makes them with the same `learned_only`
[[nodiscard]] std::vector<backtest_row> rows_of(const backtest_result& result,
                                                const std::vector<model_comparison>& comparisons,
                                                bool learned_only);

/// The names of the columns with commas between them, and a line end.
[[nodiscard]] std::string backtest_csv_header();

/// One line. `relative` and what is beside it are `naive=0.8512|peers=0.4790`; a comparison to a
/// baseline that was never wrong has no number and is left out, and so is what too few
/// municipalities would be resampled for. Four decimals, persons three.
void append_csv_row(const backtest_row& row, std::string& to);

/// One object in one line; `relative` and what is beside it are objects.
void append_ndjson_row(const backtest_row& row, std::string& to);

} // namespace brukerplan
