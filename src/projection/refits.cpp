#include <brukerplan/projection/refits.hpp>

#include <algorithm>
#include <cmath>

#include <brukerplan/projection/uniform_draws.hpp>

#include "projection/draw_purposes.hpp"
#include "projection/fit_parts.hpp"
#include "projection/group_rows.hpp"

namespace brukerplan {

namespace {

/// What each municipality says of the weights of one service and size.
struct municipal_equations {
    std::vector<std::uint32_t> municipalities;
    std::vector<detail::weight_equations> equations;
};

municipal_equations equations_of(const detail::group_rows& data,
                                 const detail::weight_vector& weights, double dispersion) {
    municipal_equations result;
    for (const auto& row : data.rows) { // by municipality
        if (result.municipalities.empty() || result.municipalities.back() != row.municipality) {
            result.municipalities.push_back(row.municipality);
            result.equations.emplace_back();
        }
        result.equations.back().add(
            row.terms, row.observed,
            detail::precision(detail::expected_count(row, weights), dispersion));
    }
    return result;
}

} // namespace

refitted_weights::refitted_weights(const fitted_model& model,
                                   std::span<const std::vector<transition>> transitions,
                                   std::size_t count, std::uint64_t seed)
    : count_(count) {
    const auto& definition = definition_of(model.kind);
    for (const auto& [of, weight] : definition.terms) {
        terms_.push_back(of);
    }
    if (count == 0) {
        return;
    }
    weights_.resize(transitions.size() * size_group_count * count * terms_.size());
    covariances_.reserve(transitions.size() * size_group_count * terms_.size() * terms_.size());
    std::size_t municipalities = 0;
    for (const auto& service : transitions) {
        for (const auto& seen : service) {
            municipalities = std::max(municipalities, seen.municipality + std::size_t{1});
        }
    }
    std::vector<double> importance(municipalities * count);
    for (std::size_t m = 0; m < municipalities; ++m) {
        const uniform_draws draws{seed, {static_cast<std::uint32_t>(m), 0, purpose::refit}};
        for (std::size_t b = 0; b < count; ++b) {
            importance[m * count + b] = -std::log(draws(static_cast<std::uint32_t>(b)));
        }
    }
    for (std::size_t s = 0; s < transitions.size(); ++s) {
        const auto groups = detail::group_rows_of(definition, transitions[s]);
        for (std::size_t g = 0; g < size_group_count; ++g) {
            const auto& fitted = model.services[s][g];
            const auto fitted_weights = detail::weights_in(definition, fitted.weights);
            auto prior = detail::prior_of(definition, g);
            prior.mean = fitted_weights;
            const auto known = equations_of(groups[g], fitted_weights, fitted.dispersion);
            for (std::size_t b = 0; b < count; ++b) {
                auto weights = fitted_weights;
                if (definition.learns && !known.municipalities.empty()) {
                    detail::weight_equations sum;
                    for (std::size_t i = 0; i < known.municipalities.size(); ++i) {
                        sum.add(known.equations[i],
                                importance[known.municipalities[i] * count + b]);
                    }
                    weights = solve(sum, prior, fitted_weights);
                }
                std::copy_n(weights.begin(), terms_.size(),
                            weights_.begin() +
                                static_cast<std::ptrdiff_t>(place(s, g) + b * terms_.size()));
            }
            add_covariances({&weights_[place(s, g)], count * terms_.size()});
        }
    }
}

void refitted_weights::add_covariances(std::span<const double> weights) {
    const auto size = terms_.size();
    const auto n = static_cast<double>(count_);
    // Off the first, so that weights that are all the same have no spread at all.
    std::vector<double> means(size);
    for (std::size_t at = 0; at < weights.size(); ++at) {
        means[at % size] += (weights[at] - weights[at % size]) / n;
    }
    std::vector<double> sums(size * size);
    std::vector<double> off(size);
    for (std::size_t b = 0; b < count_; ++b) {
        for (std::size_t i = 0; i < size; ++i) {
            off[i] = weights[b * size + i] - weights[i] - means[i];
            for (std::size_t j = 0; j <= i; ++j) {
                sums[i * size + j] += off[i] * off[j] / n;
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            covariances_.push_back(sums[std::max(i, j) * size + std::min(i, j)]);
        }
    }
}

double refitted_weights::expected(std::size_t refit, const term_values& terms, std::size_t service,
                                  std::size_t size_group) const noexcept {
    const double* weights = &weights_[place(service, size_group) + refit * terms_.size()];
    double sum = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        sum += weights[i] * terms[static_cast<std::size_t>(terms_[i])];
    }
    return sum;
}

double refitted_weights::relative_variance(double mean, const term_values& terms,
                                           std::size_t service,
                                           std::size_t size_group) const noexcept {
    if (count_ == 0 || mean <= 0) {
        return 0;
    }
    const auto size = terms_.size();
    const double* covariance = &covariances_[place_of_group(service, size_group) * size * size];
    double variance = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            variance += *covariance++ * terms[static_cast<std::size_t>(terms_[i])] *
                        terms[static_cast<std::size_t>(terms_[j])];
        }
    }
    return std::max(variance, 0.0) / (mean * mean);
}

} // namespace brukerplan
