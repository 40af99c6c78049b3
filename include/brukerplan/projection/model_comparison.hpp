// Whether one way of projecting has been better than another, or only luckier: both are scored on
// the same counts, and municipalities are drawn again with replacement (cluster bootstrap: all that
// is said of a municipality is drawn together).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <brukerplan/projection/backtest.hpp>

namespace brukerplan {

/// Of the weighted CRPS: the model's as a multiple of the baseline's.
struct model_comparison {
    std::size_t model = 0;              ///< place in `backtest_result::forecasters`
    std::size_t baseline = 0;           ///< place in `backtest_result::forecasters`
    std::optional<std::size_t> service; ///< nothing: all of them
    double relative = 1; ///< below 1 the model is better; infinite against a perfect baseline
    double low = 1;      ///< of the central 95 % of the resamples
    double high = 1;
    double share_better = 0; ///< of the resamples: those in which the model is better
};

struct model_comparison_options {
    std::size_t resamples = 2000; ///< 1 or more
    std::uint64_t seed = 1;
    bool learned_only = false; ///< leaves out periods before which there was nothing to learn from
};

/// Each forecaster against each baseline that was asked for: over all services, then for each
/// service that was scored. The same resamples serve all. Municipalities that were never scored are
/// not drawn. Empty without any scored period.
[[nodiscard]] std::vector<model_comparison>
comparisons_of(const backtest_result& result, const model_comparison_options& options = {});

} // namespace brukerplan
