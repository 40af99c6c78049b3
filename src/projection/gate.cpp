#include <brukerplan/projection/gate.hpp>

#include <algorithm>
#include <optional>
#include <span>

namespace brukerplan {

namespace {

constexpr std::size_t rungs = model_ladder.size();

/// Sums of the weighted CRPS, by `model_ladder`.
using ladder_scores = std::array<double, rungs>;

/// The first that no simpler one beats in each of the periods.
std::size_t rung_to_use(std::span<const ladder_scores> periods) {
    const auto beats = [&](std::size_t simpler, std::size_t rung) {
        return std::ranges::all_of(periods, [&](const auto& scores) {
            return scores[rung] > (1 + tolerated_loss) * scores[simpler];
        });
    };
    std::size_t rung = 0;
    const auto is_beaten = [&] {
        for (auto simpler = rung + 1; simpler < rungs; ++simpler) {
            if (beats(simpler, rung)) {
                return true;
            }
        }
        return false;
    };
    while (is_beaten()) {
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

/// Those that are judged by, the last one last.
std::span<const period_scores> latest_of(std::span<const period_scores> periods) {
    const auto judged = periods.last(std::min(periods.size(), periods_to_judge));
    return judged.subspan(judged.front().past_transitions == 0 ? 1 : 0);
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
    for (std::size_t s = 0; s < decisions.size(); ++s) {
        auto& decision = decisions[s];
        std::vector<ladder_scores> judged;
        for (const auto& period : latest_of(result.periods)) {
            ladder_scores scores{};
            for (std::size_t i = 0; i < rungs; ++i) {
                const auto sums = sum_of(result, (*places)[i], {period.period, s, {}});
                decision.forecasts = sums.forecasts;
                scores[i] = sums.weighted_crps;
            }
            decision.weighted_crps = scores;
            if (decision.forecasts >= fewest_forecasts_to_judge) {
                judged.push_back(scores);
            }
        }
        if (decision.forecasts >= fewest_forecasts_to_judge) {
            const auto rung = rung_to_use(judged);
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
    const auto periods = predictable_periods(all, years);
    for (auto i = periods.size() - std::min(periods.size(), periods_to_judge); i < periods.size();
         ++i) {
        result.periods.push_back(score_period(all, periods[i], options));
    }
    return decisions_from(result);
}

} // namespace brukerplan
