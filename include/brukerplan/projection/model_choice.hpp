// Which model a service is projected with: the credibility model, unless simpler ones would have
// been better in the latest year.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
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

enum class choice_reason : std::uint8_t {
    kept,           ///< the credibility model is not worse
    fallen_back,    ///< it is
    not_backtested, ///< the service has too few rounds to tell: the credibility model
};
inline constexpr std::array<std::string_view, 3> choice_reason_tokens{"kept", "fallen_back",
                                                                      "not_backtested"};

struct model_choice {
    model_kind use = model_kind::credibility;
    choice_reason why = choice_reason::not_backtested;
    std::uint64_t forecasts = 0; ///< that it was judged by
    /// By `model_ladder`: sums of the weighted CRPS. All 0 where nothing was judged.
    std::array<double, model_ladder.size()> weighted_crps{};
};

/// By service, from the latest period of a backtest that holds the models of the ladder with their
/// learned spread; if one is missing, or nothing could be learned before that period, nothing is
/// judged.
[[nodiscard]] std::vector<model_choice> choices_from(const backtest_result& result);

/// By service, with no more work than that needs. It says nothing of any year but the latest.
/// `years`: between a round and what is predicted from it
[[nodiscard]] std::vector<model_choice> choose_models(const panel& all, int years);

} // namespace brukerplan
