#include <doctest/doctest.h>

#include <random>

#include "projection/weights.hpp"
#include "reference/least_squares_reference.hpp"

namespace weights_test {

using namespace brukerplan;
using detail::most_weights;
using detail::weight_equations;
using detail::weight_prior;
using detail::weight_vector;
using doctest::Approx;

/// With the prior, as equations of `reference`.
struct full_equations {
    reference::real_matrix matrix;
    reference::real_vector moments;
};

full_equations full(const weight_equations& equations, const weight_prior& prior) {
    full_equations result{reference::real_matrix(prior.count, reference::real_vector(prior.count)),
                          reference::real_vector(prior.count)};
    std::size_t at = 0;
    for (std::size_t i = 0; i < most_weights; ++i) {
        for (std::size_t j = 0; j <= i; ++j, ++at) {
            if (i < prior.count) {
                result.matrix[i][j] = result.matrix[j][i] = equations.matrix[at];
            }
        }
    }
    for (std::size_t i = 0; i < prior.count; ++i) {
        const reference::real precision = prior.persons / std::max(prior.mean[i], 0.01);
        result.matrix[i][i] += precision;
        result.moments[i] = equations.moments[i] + precision * prior.mean[i];
    }
    return result;
}

weight_prior prior_of(std::size_t count, double persons = 3) {
    return {{0.5, 0.05, 0.05, 0.2, 0.2}, persons, count};
}

/// What is seen of `size` municipalities. `alike`: how much the terms tell the same, below 1
weight_equations some_equations(std::mt19937& random, std::size_t count, int size, double alike) {
    std::uniform_real_distribution<double> uniform{0, 1};
    weight_equations equations;
    for (int row = 0; row < size; ++row) {
        const double level = 200 * uniform(random);
        weight_vector terms{};
        double observed = level * (uniform(random) - 0.3);
        for (std::size_t i = 0; i < count; ++i) {
            terms[i] = level * (alike + (1 - alike) * 2 * uniform(random));
            observed += (uniform(random) - 0.4) * terms[i];
        }
        equations.add(terms, std::max(observed, 0.0), 1 / (1 + level * (1 + 0.05 * level)));
    }
    return equations;
}

TEST_SUITE("projection: weights") {

    TEST_CASE("without transitions the weights are those of the prior") {
        const auto prior = prior_of(5);
        const auto weights = solve({}, prior, {9, 9, 9, 9, 9});
        for (std::size_t i = 0; i < most_weights; ++i) {
            CHECK(weights[i] == Approx(prior.mean[i]).epsilon(1e-12));
        }
    }

    TEST_CASE("one transition and one term, by hand") {
        weight_equations seen;
        seen.add({10}, 14, 0.25);
        // precision of the prior: 3 persons / 0.5; (6 * 0.5 + 0.25 * 10 * 14) / (6 + 0.25 * 100)
        CHECK(solve(seen, prior_of(1), {})[0] == Approx((3 + 35.0) / 31));
    }

    TEST_CASE("equations add, times what they count") {
        std::mt19937 random{3};
        const auto one = some_equations(random, 5, 4, 0);
        const auto other = some_equations(random, 5, 4, 0);
        auto sum = one;
        sum.add(other, 2);
        auto twice = one;
        twice.add(other, 1);
        twice.add(other, 1);
        for (std::size_t i = 0; i < sum.matrix.size(); ++i) {
            CHECK(sum.matrix[i] == Approx(twice.matrix[i]).epsilon(1e-14));
        }
        for (std::size_t i = 0; i < most_weights; ++i) {
            CHECK(sum.moments[i] == Approx(twice.moments[i]).epsilon(1e-14));
        }
    }

    TEST_CASE("no weights that are allowed fit better, of all sets of weights above zero") {
        std::mt19937 random{11};
        int at_zero = 0;
        for (int trial = 0; trial < 400; ++trial) {
            const std::size_t count = 1 + trial % most_weights;
            const std::array<double, 4> alikes{0, 0.5, 0.95, 1};
            const double alike = alikes[static_cast<std::size_t>(trial / 5) % 4];
            const auto equations = some_equations(random, count, 5 + trial, alike);
            const auto prior = prior_of(count, trial % 2 == 0 ? 3 : 30);
            const auto found = solve(equations, prior, prior.mean);
            const auto [matrix, moments] = full(equations, prior);
            const auto best = reference::least_not_negative(matrix, moments);
            INFO("trial ", trial);
            for (std::size_t i = 0; i < most_weights; ++i) {
                CHECK(std::abs(found[i] - static_cast<double>(i < count ? best[i] : 0)) < 1e-8);
                at_zero += i < count && found[i] == 0 ? 1 : 0;
            }
        }
        CHECK(at_zero > 20); // else the bound was never tried
    }

    TEST_CASE("pushing any weight the way that is allowed makes nothing better") {
        std::mt19937 random{12};
        for (int trial = 0; trial < 200; ++trial) {
            const auto equations = some_equations(random, 5, 300, trial % 2 == 0 ? 0.9 : 1);
            const auto prior = prior_of(5);
            const auto found = solve(equations, prior, {});
            const auto [matrix, moments] = full(equations, prior);
            for (std::size_t i = 0; i < most_weights; ++i) {
                reference::real slope = -moments[i];
                for (std::size_t j = 0; j < most_weights; ++j) {
                    slope += matrix[i][j] * found[j];
                }
                // Relative to the largest that is added up.
                const auto relative = static_cast<double>(slope / (1 + std::abs(moments[i])));
                CHECK(found[i] >= 0);
                CHECK(relative > -1e-9);
                CHECK((found[i] == 0 || relative < 1e-9));
            }
        }
    }

    TEST_CASE("from wherever the search starts it ends in the same place") {
        std::mt19937 random{13};
        const auto equations = some_equations(random, 5, 300, 1);
        const auto from_prior = solve(equations, prior_of(5), prior_of(5).mean);
        const auto from_afar = solve(equations, prior_of(5), {0, 3, 0, 0, 7});
        for (std::size_t i = 0; i < most_weights; ++i) {
            CHECK(std::abs(from_prior[i] - from_afar[i]) < 1e-9);
        }
    }
}

} // namespace weights_test
