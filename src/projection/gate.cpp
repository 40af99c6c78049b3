#include <brukerplan/projection/gate.hpp>

#include <algorithm>
#include <optional>

namespace brukerplan {

namespace {

constexpr std::size_t rungs = model_ladder.size();

/// The first that no simpler one beats.
std::size_t rung_to_use(const std::array<double, rungs>& weighted_crps) {
    std::size_t rung = 0;
    while (weighted_crps[rung] >
           (1 + tolerated_loss) *
               *std::min_element(weighted_crps.begin() + rung, weighted_crps.end())) {
        ++rung;
    }
    return rung;
}

std::optional<std::array<std::size_t, rungs>> places_of_rungs(const backtest_result& result) {
    std::array<std::size_t, rungs> places{};
    for (std::size_t i = 0; i < rungs; ++i) {
        const auto place = result.place_of(model_tokens[static_cast<std::size_t>(model_ladder[i])]);
        if (!place) {
            return std::nullopt;
        }
        places[i] = *place;
    }
    return places;
}

/// The models of the ladder, with the spread that they learn.
std::vector<forecaster> ladder_forecasters() {
    std::vector<forecaster> result;
    for (const auto& who : all_forecasters) {
        if (!who.chance_alone && std::ranges::find(model_ladder, who.model) != model_ladder.end()) {
            result.push_back(who);
        }
    }
    return result;
}

} // namespace

std::vector<gate_decision> decisions_from(const backtest_result& result) {
    std::vector<gate_decision> decisions(result.services.size());
    const auto places = places_of_rungs(result);
    if (!places || result.periods.empty() || result.periods.back().past_transitions == 0) {
        return decisions;
    }
    const int latest = result.periods.back().period;
    for (std::size_t s = 0; s < decisions.size(); ++s) {
        auto& decision = decisions[s];
        for (std::size_t i = 0; i < rungs; ++i) {
            const auto sums = sum_of(result, (*places)[i], {latest, s, {}});
            decision.forecasts = sums.forecasts;
            decision.weighted_crps[i] = sums.weighted_crps;
        }
        if (decision.forecasts >= fewest_forecasts_to_judge) {
            const auto rung = rung_to_use(decision.weighted_crps);
            decision.use = model_ladder[rung];
            decision.why = rung == 0 ? gate_reason::kept : gate_reason::fell_back;
        }
    }
    return decisions;
}

std::vector<gate_decision> choose_models(const panel& all, int years) {
    backtest_options options;
    options.years = years;
    options.forecasters = ladder_forecasters();
    options.refits = 0;
    backtest_result result{options.forecasters, all.services, all.municipalities, {}};
    if (const auto periods = predictable_periods(all, years); !periods.empty()) {
        result.periods.push_back(score_period(all, periods.back(), options));
    }
    return decisions_from(result);
}

} // namespace brukerplan
