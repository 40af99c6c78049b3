// How much the weights of a model hang on which municipalities it has seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <brukerplan/projection/model.hpp>

namespace brukerplan {

/// The weights of a model, learned again as many times, each with other municipalities counting
/// more (Rubin, "The Bayesian bootstrap", Annals of Statistics 9, 1981: exponential weights, the
/// same for all services). Precisions of the transitions stay those of the fit, so that a refit
/// is one exact solution for the weights, none below zero.
class refitted_weights {
public:
    /// `transitions`: those that `model` was fitted to
    /// `count`: of refits; 0 for none
    refitted_weights(const fitted_model& model,
                     std::span<const std::vector<transition>> transitions, std::size_t count,
                     std::uint64_t seed);

    [[nodiscard]] std::size_t count() const noexcept { return count_; }

    /// What one refit expects.
    /// `refit`: below `count()`
    [[nodiscard]] double expected(std::size_t refit, const term_values& terms, std::size_t service,
                                  std::size_t size_group) const noexcept;

    /// Variance over the refits of what they expect, relative to the square of `mean`. 0 without
    /// refits, or for a mean of 0.
    [[nodiscard]] double relative_variance(double mean, const term_values& terms,
                                           std::size_t service,
                                           std::size_t size_group) const noexcept;

private:
    [[nodiscard]] static std::size_t place_of_group(std::size_t service,
                                                    std::size_t size_group) noexcept {
        return service * size_group_count + size_group;
    }
    [[nodiscard]] std::size_t place(std::size_t service, std::size_t size_group) const noexcept {
        return place_of_group(service, size_group) * count_ * terms_.size();
    }
    void add_covariances(std::span<const double> weights);

    std::vector<term> terms_;
    std::size_t count_;
    std::vector<double> weights_;     ///< by service, size, refit, term
    std::vector<double> covariances_; ///< of them, by service, size, term, term
};

} // namespace brukerplan
