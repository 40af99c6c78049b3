// Transitions from a world in which the weights of terms are known.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include <brukerplan/projection/inversion.hpp>
#include <brukerplan/projection/model.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

namespace projection_test {

inline double& of(brukerplan::term_values& values, brukerplan::term which) {
    return values[static_cast<std::size_t>(which)];
}
inline double of(const brukerplan::term_values& values, brukerplan::term which) {
    return values[static_cast<std::size_t>(which)];
}

struct known_use {
    brukerplan::term_values weights{};
    double dispersion = 0;
    double level = 20; ///< persons: the mean of a term
    std::uint32_t municipalities = 150;
    std::uint32_t periods = 3;
    double coverage = 1;
    double coverage_variance = 0;
};

/// One service of it, by municipality, then period, each in every size in turn. Terms lie between
/// nobody and three times the level, independently of each other.
inline std::vector<brukerplan::transition> transitions_in(const known_use& world,
                                                          std::uint32_t service) {
    using namespace brukerplan;
    std::vector<transition> result;
    for (std::uint32_t m = 0; m < world.municipalities; ++m) {
        for (std::uint32_t p = 0; p < world.periods; ++p) {
            const uniform_draws draws{7, {m, service, 100 + p}};
            transition seen;
            seen.municipality = m;
            seen.period = 2020 + static_cast<int>(p);
            seen.size_group = static_cast<std::uint8_t>(m % size_group_count);
            seen.coverage = world.coverage;
            seen.coverage_variance = world.coverage_variance;
            double mean = 0;
            for (std::uint32_t t = 0; t < term_count; ++t) {
                const double u = draws(t);
                seen.terms[t] = 3 * world.level * u * u;
                mean += world.weights[t] * seen.terms[t];
            }
            seen.observed =
                draw(negative_binomial{mean * world.coverage, world.dispersion}, draws(term_count));
            result.push_back(seen);
        }
    }
    return result;
}

/// Weights of received, needed but not received, needed and received, peers, own past.
inline brukerplan::term_values five_weights(double received, double not_met, double met,
                                            double peers, double own_past) {
    brukerplan::term_values weights{};
    of(weights, brukerplan::term::received) = received;
    of(weights, brukerplan::term::needed_not_received) = not_met;
    of(weights, brukerplan::term::needed_and_received) = met;
    of(weights, brukerplan::term::peers) = peers;
    of(weights, brukerplan::term::own_past) = own_past;
    return weights;
}

} // namespace projection_test
