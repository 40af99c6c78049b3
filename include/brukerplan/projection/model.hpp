// Models of next year's use. Each is a weighted sum of terms, so that every number it gives
// explains itself, and each learns its spread from how far off it would have been before.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <brukerplan/projection/panel.hpp>
#include <brukerplan/projection/terms.hpp>

namespace brukerplan {

enum class model_kind : std::uint8_t {
    naive,       ///< as many as last year
    stated_need, ///< as many as are said to need it; as a forecast of use a baseline alone
    peers,       ///< as others use it
    one_ratio,   ///< stated need, by the country's part of it that is met
    conversion,  ///< stated need, by the municipality's part of it that used to be met
    smoother,    ///< last year and the years before, with weights learned
    credibility, ///< the five terms, with weights learned: the default
    // What the credibility model owes to its terms; for backtests.
    without_need,
    without_peers,
    without_own_past,
};
inline constexpr std::size_t model_count = 10;
inline constexpr std::array<std::string_view, model_count> model_tokens{
    "naive",    "stated_need", "peers",        "one_ratio",     "conversion",
    "smoother", "credibility", "without_need", "without_peers", "without_own_past"};

/// Models that expected use may be projected by. Stated need is no projection of use, and what a
/// model is without one of its terms is a question for a backtest.
inline constexpr std::array<model_kind, 6> models_of_use{
    model_kind::naive,      model_kind::peers,    model_kind::one_ratio,
    model_kind::conversion, model_kind::smoother, model_kind::credibility};

/// How the terms of a model are weighted.
struct model_definition {
    struct weighted_term {
        term of;
        double weight; ///< before anything is learned, or fixed
    };
    model_kind kind;
    bool learns; ///< weights; spread is always learned
    std::span<const weighted_term> terms;
};

[[nodiscard]] const model_definition& definition_of(model_kind kind) noexcept;

/// Municipalities of a size are learned from together: fewer than 50 mapped persons, fewer than
/// 200, more.
inline constexpr std::size_t size_group_count = 3;
inline constexpr std::array<std::string_view, size_group_count> size_group_tokens{
    "under_50", "50_to_199", "from_200"};
[[nodiscard]] constexpr std::size_t size_group_of(std::uint32_t recipients) noexcept {
    return recipients < 50 ? 0 : recipients < 200 ? 1 : 2;
}

/// From where the weights or the spread of a group come.
enum class learned_from : std::uint8_t {
    own_group,      ///< transitions of this service in municipalities of this size
    all_sizes,      ///< too few of these: of this service everywhere
    other_services, ///< none of this service
    nothing,        ///< there are no transitions at all: this library's own priors
};
inline constexpr std::array<std::string_view, 4> learned_from_tokens{"own_group", "all_sizes",
                                                                     "other_services", "nothing"};

/// What was learned for one service and size of municipality.
struct group_fit {
    term_values weights{};
    /// Of the count around its mean: its variance is mean (1 + dispersion mean). It contains the
    /// shocks of municipality and country, and what errors of the coverage add.
    double dispersion = 0;
    /// Part of it that is from errors of the coverage that are known of.
    double coverage_variance = 0;
    learned_from from = learned_from::nothing;
};

/// Knows nothing of the panel it was fitted to but its services.
struct fitted_model {
    model_kind kind = model_kind::credibility;
    int years = 1; ///< between a round and what is predicted from it
    std::vector<std::array<group_fit, size_group_count>> services;
    /// Of the logarithm of a whole service's use in a year, common to all municipalities.
    double shock_variance = 0;
    /// Times of which the model has seen the end. With one, or none, the shock is prior alone.
    std::size_t periods = 0;
    std::size_t transitions = 0;

    /// Of the year to come, which the past informs of by so many periods.
    [[nodiscard]] double predictive_shock_variance() const noexcept {
        return shock_variance * (1 + 1.0 / static_cast<double>(periods > 0 ? periods : 1));
    }

    /// Variance of the logarithm that municipality and year add to chance, apart from shock and
    /// coverage.
    [[nodiscard]] double local_dispersion(std::size_t service,
                                          std::size_t size_group) const noexcept;

    [[nodiscard]] double expected(const term_values& terms, std::size_t service,
                                  std::size_t size_group) const noexcept;
};

/// What was known at a round and what came of it.
struct transition {
    std::uint32_t municipality = 0;
    int period = 0; ///< of the round that came
    std::uint8_t size_group = 0;
    double observed = 0;          ///< mapped persons who received the service
    double coverage = 1;          ///< of the round that came
    double coverage_variance = 0; ///< that is known of, of the round that was
    term_values terms{};
};

/// By service: all pairs of rounds so many years apart, by municipality and time. Pairs across a
/// break in level are left out, and services that nobody received or needed in any of them.
[[nodiscard]] std::vector<std::vector<transition>>
transitions_of(const panel& all, const term_table& terms, int years);

/// Of these, those that end in one period and begin before it.
/// `known`: terms of the rounds before that period, so that nothing later is in them
[[nodiscard]] std::vector<std::vector<transition>>
transitions_into(const panel& all, int period, const term_table& known, int years);

/// Periods that such pairs end in, in order.
[[nodiscard]] std::vector<int> predictable_periods(const panel& all, int years);

/// Fitting does not throw for what is in the data; without transitions it gives priors and says
/// so. `years`: as the transitions.
[[nodiscard]] fitted_model fit(model_kind kind,
                               std::span<const std::vector<transition>> transitions, int years);

} // namespace brukerplan
