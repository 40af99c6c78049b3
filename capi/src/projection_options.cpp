#include "projection_options.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "arguments.hpp"
#include "mapping_counts.hpp"

namespace capi = brukerplan::capi;

namespace brukerplan::capi {

united_counts united_for(const mapping_counts& counts, const bplan_projection_options& options) {
    auto now = united(counts, options.coverage);
    for (const auto& [key, round] : now.counts.rounds) {
        const auto known = now.coverage.find(key);
        const auto share =
            known == now.coverage.end() ? assumed_coverage().share : known->second.share;
        if (round.recipients > most_recipients * share) {
            throw refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                          "a round stands for more than 100000 persons: its recipients by their "
                          "coverage"};
        }
    }
    return now;
}

} // namespace brukerplan::capi

namespace {

using brukerplan::scenario_kind;

/// `set(options)`.
template <class Set>
int32_t set_option(bplan_projection_options* options, bplan_error* err, Set set) noexcept {
    return capi::guarded(err, capi::outputs(), [&] { set(capi::required(options, "options")); });
}

template <class Number>
Number number_argument(int64_t value, int64_t least, int64_t most, const char* name) {
    if (value < least || value > most) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, std::string{name} + " must be " +
                                                              std::to_string(least) + " to " +
                                                              std::to_string(most)};
    }
    return static_cast<Number>(value);
}

scenario_kind scenario_argument(std::string_view token) {
    const auto& tokens = brukerplan::scenario_tokens;
    const auto found = std::find(tokens.begin(), tokens.end(), token);
    if (found == tokens.end()) {
        std::string known;
        for (const auto each : tokens) {
            known.append(" ").append(each);
        }
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                            "there is no such scenario: it is one of" + known};
    }
    return static_cast<scenario_kind>(found - tokens.begin());
}

void set_scenario(brukerplan::scenario& to, scenario_kind kind, int32_t thousandths) {
    constexpr int32_t one = 1000;
    const auto part = [&](int32_t least, int32_t most) {
        return number_argument<double>(thousandths, least, most, "thousandths") / one;
    };
    if (kind == scenario_kind::met_need) {
        to.percentile = part(1, one - 1);
    } else if (kind == scenario_kind::more_entrants) {
        to.more = part(1 - one, 10 * one);
    } else {
        (void)part(0, 0);
    }
    to.kind = kind;
}

} // namespace

int32_t bplan_projection_options_create(bplan_projection_options** options,
                                        bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(options),
                         [&] { *options = new bplan_projection_options; });
}

void bplan_projection_options_free(bplan_projection_options* options) noexcept {
    delete options;
}

int32_t bplan_projection_options_set_horizon(bplan_projection_options* options, int32_t years,
                                             bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        to.how.horizon = number_argument<int>(years, 1, 5, "years");
    });
}

int32_t bplan_projection_options_set_refits(bplan_projection_options* options, int32_t refits,
                                            bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        to.how.refits = number_argument<std::size_t>(refits, 0, 100'000, "refits");
    });
}

int32_t bplan_projection_options_set_draws(bplan_projection_options* options, int32_t draws,
                                           bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        to.how.draws = number_argument<std::size_t>(draws, 100, 100'000, "draws");
    });
}

int32_t bplan_projection_options_set_seed(bplan_projection_options* options, int64_t seed,
                                          bplan_error* err) noexcept {
    return set_option(options, err,
                      [&](auto& to) { to.how.seed = static_cast<std::uint64_t>(seed); });
}

int32_t bplan_projection_options_set_all_models(bplan_projection_options* options, int32_t on,
                                                bplan_error* err) noexcept {
    using brukerplan::models_of_use;
    return set_option(options, err, [&](auto& to) {
        to.how.also.clear();
        if (capi::switch_argument(on)) {
            to.how.also.assign(models_of_use.begin(), models_of_use.end());
        }
    });
}

int32_t bplan_projection_options_set_scenario(bplan_projection_options* options,
                                              const char* scenario, int64_t length,
                                              int32_t thousandths, bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        set_scenario(to.how.what_if,
                     scenario_argument(capi::text_argument(scenario, length, "scenario")),
                     thousandths);
    });
}

int32_t bplan_projection_options_set_capacity(bplan_projection_options* options,
                                              const char* municipality, int64_t municipality_length,
                                              const char* service, int64_t service_length,
                                              int64_t persons, bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        const auto room = number_argument<double>(
            persons, 0, std::numeric_limits<std::uint32_t>::max(), "persons");
        to.how.what_if.capacities.insert_or_assign(
            {std::string{capi::text_argument(municipality, municipality_length, "municipality")},
             std::string{capi::text_argument(service, service_length, "service")}},
            room);
    });
}

int32_t bplan_projection_options_set_coverage(bplan_projection_options* options, const char* csv,
                                              int64_t length, bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        const auto text = capi::text_argument(csv, length, "csv");
        to.coverage = text.empty()
                          ? brukerplan::coverage_table{}
                          : capi::usable(brukerplan::read_coverage(brukerplan::text_source(text)));
    });
}

int32_t bplan_projection_options_set_population(bplan_projection_options* options, const char* csv,
                                                int64_t length, bplan_error* err) noexcept {
    return set_option(options, err, [&](auto& to) {
        const auto text = capi::text_argument(csv, length, "csv");
        to.population =
            text.empty() ? brukerplan::population_table{}
                         : capi::usable(brukerplan::read_population(brukerplan::text_source(text)));
    });
}
