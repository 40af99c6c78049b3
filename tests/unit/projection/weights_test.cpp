#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

#include <brukerplan/projection/uniform_draws.hpp>

#include "projection/weights.hpp"

namespace {

using namespace brukerplan;
using namespace brukerplan::detail;

/// Transitions whose terms hang together, as those of municipalities do.
weight_equations made_up_equations(std::uint32_t which, std::uint32_t rows) {
    weight_equations equations;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const uniform_draws draws{7, {which, row, 99}};
        const double size = 1 + 40 * draws(0);
        weight_vector terms{};
        for (std::uint32_t i = 0; i < most_weights; ++i) {
            terms[i] = size * (1 + (draws(i + 1) - 0.5) * (which % 5));
        }
        equations.add(terms, size * (draws(10) + draws(11)), 1 / (size * (1 + 0.05 * size)));
    }
    return equations;
}

TEST_SUITE("projection: weights of terms") {

    TEST_CASE("they are those that one weight after the other leads to") {
        int with_zeros = 0;
        for (std::uint32_t which = 0; which < 400; ++which) {
            const auto equations = made_up_equations(which, which % 40);
            const weight_prior prior{{0.5, 0.05, 0.05, 0.2, 0.2}, which % 2 == 0 ? 3.0 : 30.0, 5};
            const auto weights = solve(equations, prior);
            const auto slowly = solve_by_sweeps(equations, prior);
            for (std::size_t i = 0; i < most_weights; ++i) {
                CHECK(weights[i] >= 0);
                CHECK(weights[i] == doctest::Approx(slowly[i]).epsilon(1e-7));
                with_zeros += weights[i] == 0 ? 1 : 0;
            }
        }
        CHECK(with_zeros > 50);
    }

    TEST_CASE("without transitions they are those of the prior") {
        const weight_prior prior{{0.6, 0.4}, 3, 2};
        const auto weights = solve({}, prior);
        CHECK(weights[0] == doctest::Approx(0.6));
        CHECK(weights[1] == doctest::Approx(0.4));
        CHECK(weights[2] == 0);
    }
}

} // namespace
