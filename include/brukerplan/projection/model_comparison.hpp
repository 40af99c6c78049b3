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

/// Fewer municipalities than this, drawn again, do not say how much may be luck: of one, every
/// resample is the same. Ours.
inline constexpr std::size_t fewest_municipalities_to_resample = 10;

/// Fewer resamples than this have no central 95 %.
inline constexpr std::size_t fewest_resamples = 100;

/// Of the weighted CRPS: the model's as a multiple of the baseline's.
struct model_comparison {
    std::size_t model = 0;              ///< place in `backtest_result::forecasters`
    std::size_t baseline = 0;           ///< place in `backtest_result::forecasters`
    std::optional<std::size_t> service; ///< nothing: all of them
    double relative = 1; ///< below 1 the model is better; infinite against a perfect baseline
    std::size_t municipalities = 0; ///< that were scored
    // Of the resamples; nothing if these or the municipalities are too few.
    std::optional<double> low; ///< of the central 95 %
    std::optional<double> high;
    std::optional<double> share_better; ///< those in which the model is better
};

struct model_comparison_options {
    std::size_t resamples = 2000; ///< with fewer than `fewest_resamples`, ratios alone
    std::uint64_t seed = 1;
    bool learned_only = false; ///< leaves out periods before which there was nothing to learn from
};

/// Each forecaster against each baseline that was asked for: over all services, then for each
/// service that was scored. The same resamples serve all. Municipalities that were never scored are
/// not drawn. Empty without any scored period.
[[nodiscard]] std::vector<model_comparison>
comparisons_of(const backtest_result& result, const model_comparison_options& options = {});

} // namespace brukerplan
