#include <brukerplan/projection/model.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "projection/dispersion.hpp"
#include "projection/fit_parts.hpp"
#include "projection/group_rows.hpp"
#include "projection/weights.hpp"
#include "support/neumaier_sum.hpp"

namespace brukerplan {

namespace detail {

weight_prior prior_of(const model_definition& model) {
    weight_prior prior;
    prior.count = model.terms.size();
    for (std::size_t i = 0; i < prior.count; ++i) {
        prior.mean[i] = model.terms[i].weight;
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
constexpr double dispersion_unseen = 0.1;
// Ours: the country's shock is as if seen 12 times at 8 %.
constexpr double shock_prior_times = 12;
constexpr double shock_prior_sd = 0.08;

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
                          detail::precision(expected(row, group.weights), group.dispersion.value));
        }
        group.weights = solve(equations, prior);
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
        return dispersion_unseen;
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

struct period_sums {
    detail::neumaier_sum observed;
    detail::neumaier_sum expected;
};

/// How far off a whole service was in a whole year.
shock shock_of(const model_definition& model, std::span<const std::vector<transition>> transitions,
               const std::vector<service_learning>& services) {
    std::map<int, bool> periods;
    detail::neumaier_sum squares;
    std::size_t count = 0;
    for (std::size_t s = 0; s < transitions.size(); ++s) {
        std::map<int, period_sums> sums;
        for (const auto& seen : transitions[s]) {
            auto& [observed, mean] = sums[seen.period];
            observed.add(seen.observed);
            for (std::size_t i = 0; i < model.terms.size(); ++i) {
                mean.add(services[s][seen.size_group].weights[i] * seen.coverage *
                         seen.terms[static_cast<std::size_t>(model.terms[i].of)]);
            }
            periods[seen.period] = true;
        }
        // One period says nothing: the weights have followed it.
        for (const auto& [period, sum] : sums) {
            if (const double mean = sum.expected.value(); sums.size() > 1 && mean > 0) {
                const double off = sum.observed.value() / mean - 1;
                squares.add(std::max(off * off - 1 / mean, 0.0));
            }
        }
        count += sums.empty() ? 0 : sums.size() - 1;
    }
    const double prior = shock_prior_times * shock_prior_sd * shock_prior_sd;
    return {(prior + squares.value()) / (shock_prior_times + static_cast<double>(count)),
            periods.size()};
}

} // namespace

fitted_model fit(model_kind kind, std::span<const std::vector<transition>> transitions, int years) {
    const auto& definition = definition_of(kind);
    const auto own_prior = detail::prior_of(definition);
    std::vector<service_learning> services(transitions.size());
    fitted_model model{
        kind, years, std::vector<std::array<group_fit, size_group_count>>(transitions.size()),
        0,    0,     0};
    for (std::size_t s = 0; s < transitions.size(); ++s) {
        auto groups = detail::group_rows_of(definition, transitions[s]);
        for (std::size_t g = 0; g < size_group_count; ++g) {
            auto& group = services[s][g];
            group.data = std::move(groups[g]);
            group.weights = own_prior.mean;
            if (group.has_rows()) {
                learn(group, own_prior, definition.learns);
            }
        }
        model.transitions += transitions[s].size();
    }
    for (std::size_t g = 0; g < size_group_count; ++g) {
        // Once more, from what the services have in common.
        auto common = own_prior;
        common.mean = mean_weights(services, g, own_prior.mean);
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
