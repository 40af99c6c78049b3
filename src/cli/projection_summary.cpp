#include "cli/projection_summary.hpp"

#include <algorithm>
#include <string>

namespace brukerplan::cli {

void status_counts::add(const projected& row) {
    if (row.of != quantity::expected_use) {
        return;
    }
    if (!row.numbers) {
        ++unknown;
        return;
    }
    identified += row.flags.has(projection_flag::identified);
    estimated += row.flags.has(projection_flag::estimated);
    assumed += row.flags.has(projection_flag::assumed);
    few += row.flags.has(projection_flag::few_recipients);
}

void tell_statuses(const session& s, const status_counts& counts) {
    s.tell("statuses", {{"identified", std::to_string(counts.identified)},
                        {"estimated", std::to_string(counts.estimated)},
                        {"assumed", std::to_string(counts.assumed)},
                        {"unknown", std::to_string(counts.unknown)}});
    if (counts.assumed > 0) {
        s.tell("assumed_band");
    }
    if (counts.few > 0) {
        s.tell("few_recipients", {{"count", std::to_string(counts.few)}});
    }
}

void tell_models(const session& s, const projector& projection) {
    std::array<std::size_t, model_count> by_model{};
    std::array<std::size_t, gate_reason_tokens.size()> by_reason{};
    for (const auto& chosen : projection.chosen()) {
        ++by_model[static_cast<std::size_t>(chosen.use)];
        ++by_reason[static_cast<std::size_t>(chosen.why)];
    }
    std::string models;
    for (std::size_t m = 0; m < model_count; ++m) {
        if (by_model[m] > 0) {
            models += (models.empty() ? "" : ", ") + std::string{model_tokens[m]} + " " +
                      std::to_string(by_model[m]);
        }
    }
    const auto of = [&](gate_reason why) {
        return std::to_string(by_reason[static_cast<std::size_t>(why)]);
    };
    s.tell("models", {{"models", models},
                      {"fell_back", of(gate_reason::fell_back)},
                      {"not_backtested", of(gate_reason::not_backtested)}});
}

void tell_other_lag(const session& s, std::string_view key, int horizon, int years) {
    if (years != horizon) {
        s.tell(key, {{"years", std::to_string(years)}, {"horizon", std::to_string(horizon)}});
    }
}

void tell_scenario(const session& s, scenario_kind kind) {
    if (kind != scenario_kind::as_is) {
        s.tell("scenario", {{"scenario", scenario_tokens[static_cast<std::size_t>(kind)]}});
    }
}

} // namespace brukerplan::cli
