// Which model a service is projected with: the credibility model, unless simpler ones would have
// been better in the latest year.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/model.hpp>
#include <brukerplan/projection/panel.hpp>

namespace brukerplan {

/// Each falls back on the one after it, which is simpler.
inline constexpr std::array<model_kind, 3> model_ladder{model_kind::credibility,
                                                        model_kind::smoother, model_kind::naive};

/// A model is kept if its weighted CRPS is at most so much worse than that of any simpler one.
inline constexpr double tolerated_loss = 0.02;

/// Fewer municipalities than this say more of chance than of models. Ours.
inline constexpr std::uint64_t fewest_forecasts_to_judge = 20;

enum class gate_reason : std::uint8_t {
    kept,           ///< the credibility model is not worse
    fell_back,      ///< it is
    not_backtested, ///< too few rounds, or municipalities, to tell: the credibility model
};
inline constexpr std::array<std::string_view, 3> gate_reason_tokens{"kept", "fell_back",
                                                                    "not_backtested"};

struct gate_decision {
    model_kind use = model_kind::credibility;
    gate_reason why = gate_reason::not_backtested;
    std::uint64_t forecasts = 0; ///< of the service, in the period that it was judged by
    /// By `model_ladder`: sums of the weighted CRPS.
    std::array<double, model_ladder.size()> weighted_crps{};
};

/// By service, from the latest period of a backtest that holds the models of the ladder with their
/// learned spread; if one is missing, or nothing could be learned before that period, nothing is
/// judged.
[[nodiscard]] std::vector<gate_decision> decisions_from(const backtest_result& result);

/// By service, with no more work than that needs. It says nothing of any year but the latest.
/// `years`: between a round and what is predicted from it
[[nodiscard]] std::vector<gate_decision> choose_models(const panel& all, int years);

} // namespace brukerplan
