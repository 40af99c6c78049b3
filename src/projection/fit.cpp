#include <brukerplan/projection/model.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "projection/dispersion.hpp"
#include "projection/fit_parts.hpp"
#include "projection/group_rows.hpp"
#include "projection/weights.hpp"
#include "support/neumaier_sum.hpp"

namespace brukerplan {

namespace detail {

weight_prior prior_of(const model_definition& model, std::size_t size_group) {
    // Ours: what small municipalities have seen is chance for a larger part, so that peers count
    // more for them. What they count less counts last year's use more.
    constexpr std::array<double, size_group_count> peers_count{1.5, 0.75, 0.25};
    weight_prior prior;
    prior.count = model.terms.size();
    double moved = 0;
    for (std::size_t i = 0; i < prior.count; ++i) {
        const auto& [of, weight] = model.terms[i];
        const bool shared = of == term::peers && model.learns;
        prior.mean[i] = shared ? weight * peers_count[size_group] : weight;
        moved += weight - prior.mean[i];
    }
    for (std::size_t i = 0; i < prior.count; ++i) {
        prior.mean[i] += model.terms[i].of == term::received ? moved : 0;
    }
    return prior;
}

weight_vector weights_in(const model_definition& model, const term_values& weights) noexcept {
    weight_vector result{};
    for (std::size_t i = 0; i < model.terms.size(); ++i) {
        result[i] = weights[static_cast<std::size_t>(model.terms[i].of)];
    }
    return result;
}

term_values term_weights(const model_definition& model, const weight_vector& weights) noexcept {
    term_values result{};
    for (std::size_t i = 0; i < model.terms.size(); ++i) {
        result[static_cast<std::size_t>(model.terms[i].of)] = weights[i];
    }
    return result;
}

} // namespace detail

namespace {

using detail::group_rows;
using detail::weight_prior;
using detail::weight_vector;

// Ours: what is taken where nothing has been seen.
constexpr std::array<double, size_group_count> dispersion_unseen{0.1, 0.06, 0.05};
// Ours: the country's shock is as if seen 12 times at 8 %.
constexpr double shock_prior_times = 12;
constexpr double shock_prior_sd = 0.08;
// Ours: of fewer persons expected, chance hides a shock; and use that has more than doubled or gone
// is of a service that changed. Neither says how much years differ.
constexpr double fewest_to_see_a_shock = 10;
constexpr double largest_shock = 1;

/// One service and size, while it is learned.
struct learning {
    group_rows data;
    weight_vector weights{};
    detail::dispersion_estimate dispersion{0.05, 1};

    [[nodiscard]] bool has_rows() const { return !data.rows.empty(); }
};

using service_learning = std::array<learning, size_group_count>;

void learn_weights(learning& group, const weight_prior& prior) {
    constexpr int steps = 3;
    for (int step = 0; step < steps; ++step) {
        detail::weight_equations equations;
        for (const auto& row : group.data.rows) {
            equations.add(row.terms, row.observed,
                          detail::precision(detail::expected_count(row, group.weights),
                                            group.dispersion.value));
        }
        group.weights = solve(equations, prior, group.weights);
    }
}

void learn(learning& group, const weight_prior& prior, bool learns) {
    constexpr int rounds = 3; // weights depend on the spread, and the spread on the weights
    for (int round = 0; round < rounds; ++round) {
        if (learns) {
            learn_weights(group, prior);
        }
        group.dispersion = detail::dispersion_of(group.data.rows, group.weights);
    }
}

/// What the services have in common for a size of municipality.
weight_vector mean_weights(const std::vector<service_learning>& services, std::size_t size,
                           const weight_vector& otherwise) {
    weight_vector sum{};
    double count = 0;
    for (const auto& service : services) {
        if (service[size].has_rows()) {
            for (std::size_t i = 0; i < sum.size(); ++i) {
                sum[i] += service[size].weights[i];
            }
            ++count;
        }
    }
    if (count == 0) {
        return otherwise;
    }
    for (auto& weight : sum) {
        weight /= count;
    }
    return sum;
}

double shrink_dispersions(std::vector<service_learning>& services, std::size_t size) {
    std::vector<detail::dispersion_estimate> estimates;
    for (const auto& service : services) {
        if (service[size].has_rows()) {
            estimates.push_back(service[size].dispersion);
        }
    }
    if (estimates.empty()) {
        return dispersion_unseen[size];
    }
    const double common = detail::shrink_dispersions(estimates);
    auto next = estimates.begin();
    for (auto& service : services) {
        if (service[size].has_rows()) {
            service[size].dispersion = *next++;
        }
    }
    return common;
}

double mean_coverage_variance(const group_rows& data) {
    double sum = 0;
    for (const auto& row : data.rows) {
        sum += row.coverage_variance;
    }
    return data.rows.empty() ? 0 : sum / static_cast<double>(data.rows.size());
}

struct shock {
    double variance = shock_prior_sd * shock_prior_sd;
    std::size_t periods = 0;
};

/// One service in one period.
struct period_sums {
    detail::neumaier_sum observed;
    detail::neumaier_sum expected;
    detail::neumaier_sum variance; ///< of what was observed, without the country's shock
};

void add(period_sums& to, const transition& seen, const learning& group,
         const model_definition& model) {
    double mean = 0;
    for (std::size_t i = 0; i < model.terms.size(); ++i) {
        mean += group.weights[i] * seen.coverage *
                seen.terms[static_cast<std::size_t>(model.terms[i].of)];
    }
    const double local = std::max(group.dispersion.value - shock_prior_sd * shock_prior_sd,
                                  detail::least_dispersion);
    to.observed.add(seen.observed);
    to.expected.add(mean);
    to.variance.add(mean * (1 + local * mean));
}

/// How far off a whole service was in a whole year, beyond chance: moments, each weighted by how
/// surely it is told from what the municipalities' own shocks make of a sum. These are not taken
/// off: sums also err by what is not modelled, such as a coverage that depends on severity.
shock shock_of(const model_definition& model, std::span<const std::vector<transition>> transitions,
               const std::vector<service_learning>& services) {
    constexpr double prior_variance = shock_prior_sd * shock_prior_sd;
    std::set<int> periods;
    detail::neumaier_sum excess;
    detail::neumaier_sum times;
    for (std::size_t s = 0; s < transitions.size(); ++s) {
        std::map<int, period_sums> sums;
        for (const auto& seen : transitions[s]) {
            add(sums[seen.period], seen, services[s][seen.size_group], model);
            periods.insert(seen.period);
        }
        std::erase_if(sums, [](const auto& sum) {
            return sum.second.expected.value() < fewest_to_see_a_shock;
        });
        if (sums.size() < 2) {
            continue; // one period says nothing: the weights have followed it
        }
        // What the weights have followed is one period's worth.
        const double free = 1 - 1 / static_cast<double>(sums.size());
        for (const auto& [period, sum] : sums) {
            const double mean = sum.expected.value();
            const double off = sum.observed.value() / mean - 1;
            const double chance = sum.variance.value() / (mean * mean);
            const double told = prior_variance / (prior_variance + chance);
            excess.add(told * told * std::clamp(off * off - 1 / mean, 0.0, largest_shock));
            times.add(told * told * free);
        }
    }
    const double seen = std::max(excess.value(), 0.0);
    return {(shock_prior_times * prior_variance + seen) / (shock_prior_times + times.value()),
            periods.size()};
}

} // namespace

fitted_model fit(model_kind kind, std::span<const std::vector<transition>> transitions, int years) {
    const auto& definition = definition_of(kind);
    std::vector<service_learning> services(transitions.size());
    fitted_model model{
        kind, years, std::vector<std::array<group_fit, size_group_count>>(transitions.size()),
        0,    0,     0};
    for (std::size_t s = 0; s < transitions.size(); ++s) {
        auto groups = detail::group_rows_of(definition, transitions[s]);
        for (std::size_t g = 0; g < size_group_count; ++g) {
            auto& group = services[s][g];
            group.data = std::move(groups[g]);
            const auto own_prior = detail::prior_of(definition, g);
            group.weights = own_prior.mean;
            if (group.has_rows()) {
                learn(group, own_prior, definition.learns);
            }
        }
        model.transitions += transitions[s].size();
    }
    for (std::size_t g = 0; g < size_group_count; ++g) {
        // Once more, from what the services have in common.
        auto common = detail::prior_of(definition, g);
        common.mean = mean_weights(services, g, common.mean);
        common.persons = detail::common_prior_persons;
        for (auto& service : services) {
            if (service[g].has_rows()) {
                learn(service[g], common, definition.learns);
            } else {
                service[g].weights = common.mean;
            }
        }
        const double spread = shrink_dispersions(services, g);
        for (std::size_t s = 0; s < services.size(); ++s) {
            const auto& group = services[s][g];
            auto& learned = model.services[s][g];
            learned.weights = detail::term_weights(definition, group.weights);
            learned.dispersion = group.has_rows() ? group.dispersion.value : spread;
            learned.coverage_variance = mean_coverage_variance(group.data);
            learned.from = group.has_rows()         ? group.data.from
                           : model.transitions == 0 ? learned_from::nothing
                                                    : learned_from::other_services;
        }
    }
    const auto common_shock = shock_of(definition, transitions, services);
    model.shock_variance = common_shock.variance;
    model.periods = common_shock.periods;
    return model;
}

double fitted_model::local_dispersion(std::size_t service, std::size_t size_group) const noexcept {
    const auto& learned = services[service][size_group];
    return std::max(learned.dispersion - shock_variance - learned.coverage_variance,
                    detail::least_dispersion);
}

double fitted_model::expected(const term_values& terms, std::size_t service,
                              std::size_t size_group) const noexcept {
    const auto& weights = services[service][size_group].weights;
    double sum = 0;
    for (std::size_t i = 0; i < term_count; ++i) {
        sum += weights[i] * terms[i];
    }
    return sum;
}

} // namespace brukerplan
