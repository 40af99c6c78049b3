// Which model a service is projected with: the credibility model, unless simpler ones would have
// been better in each of the latest two years.
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

/// In one of so many latest periods: what happens to a whole service in a year is luck for one
/// model and bad luck for another in all municipalities. Ours. With only one before which there was
/// something to learn from, that one decides.
inline constexpr std::size_t periods_to_judge = 2;

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
    std::uint64_t forecasts = 0; ///< of the service, in the latest period that it was judged by
    /// By `model_ladder`: sums of the weighted CRPS in that period.
    std::array<double, model_ladder.size()> weighted_crps{};
};

/// By service, from the latest periods of a backtest that holds the models of the ladder with their
/// learned spread; if one is missing, or nothing could be learned before the last of them, nothing
/// is judged.
[[nodiscard]] std::vector<gate_decision> decisions_from(const backtest_result& result);

/// By service, with no more work than that needs. It says nothing of other years.
/// `years`: between a round and what is predicted from it
[[nodiscard]] std::vector<gate_decision> choose_models(const panel& all, int years);

} // namespace brukerplan
