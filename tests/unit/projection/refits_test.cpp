#include <doctest/doctest.h>

#include <cmath>

#include <brukerplan/projection/refits.hpp>

#include "made_up_transitions.hpp"
#include "projection/draw_purposes.hpp"
#include "reference/least_squares_reference.hpp"

namespace refits_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

using services = std::vector<std::vector<transition>>;

services some_transitions(std::uint32_t municipalities = 60) {
    known_use world;
    world.weights = five_weights(0.5, 0.02, 0, 0.3, 0.15);
    world.dispersion = 0.08;
    world.municipalities = municipalities;
    services seen{transitions_in(world, 0)};
    world.weights = five_weights(0.1, 0, 0, 0.9, 0);
    seen.push_back(transitions_in(world, 1));
    return seen;
}

/// Importance of a municipality in a refit.
double importance(std::uint32_t municipality, std::uint32_t refit, std::uint64_t seed) {
    return -std::log(uniform_draws{seed, {municipality, 0, purpose::refit}}(refit));
}

/// Weights of one refit, row by row of all its transitions.
reference::real_vector refitted(const fitted_model& model, const services& seen, std::size_t s,
                                std::size_t g, std::uint32_t refit, std::uint64_t seed) {
    const auto& terms = definition_of(model.kind).terms;
    const auto& fitted = model.services[s][g];
    const auto size = terms.size();
    reference::real_matrix a(size, reference::real_vector(size));
    reference::real_vector b(size);
    for (const auto& row : seen[s]) {
        if (fitted.from == learned_from::own_group && row.size_group != g) {
            continue;
        }
        const reference::real mean =
            std::max<reference::real>(row.coverage * model.expected(row.terms, s, g), 0.05L);
        const reference::real weight =
            importance(row.municipality, refit, seed) / (mean * (1 + fitted.dispersion * mean));
        for (std::size_t i = 0; i < size; ++i) {
            const auto x = row.coverage * of(row.terms, terms[i].of);
            b[i] += weight * x * row.observed;
            for (std::size_t j = 0; j < size; ++j) {
                a[i][j] += weight * x * row.coverage * of(row.terms, terms[j].of);
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        const double prior_mean = of(fitted.weights, terms[i].of);
        const reference::real precision = 3 / std::max(prior_mean, 0.01);
        a[i][i] += precision;
        b[i] += precision * prior_mean;
    }
    return reference::least_not_negative(a, b);
}

/// A term alone shows its weight.
double weight_of(const refitted_weights& refits, term which, std::size_t refit, std::size_t s,
                 std::size_t g) {
    term_values alone{};
    of(alone, which) = 1;
    return refits.expected(refit, alone, s, g);
}

TEST_SUITE("projection: refits") {

    TEST_CASE("each is the full solution with its municipalities' importances") {
        const auto seen = some_transitions();
        for (const auto kind : {model_kind::credibility, model_kind::smoother}) {
            const auto model = fit(kind, seen, 1);
            const refitted_weights refits{model, seen, 12, 99};
            REQUIRE(refits.count() == 12);
            for (std::size_t s = 0; s < 2; ++s) {
                for (std::size_t g = 0; g < size_group_count; ++g) {
                    for (std::uint32_t b = 0; b < 12; ++b) {
                        const auto expected = refitted(model, seen, s, g, b, 99);
                        for (std::size_t i = 0; i < expected.size(); ++i) {
                            const auto which = definition_of(kind).terms[i].of;
                            const double off = weight_of(refits, which, b, s, g) -
                                               static_cast<double>(expected[i]);
                            CHECK(std::abs(off) < 1e-9);
                        }
                    }
                }
            }
        }
    }

    TEST_CASE("also where all sizes are learned from together") {
        const auto seen = some_transitions(30);
        const auto model = fit(model_kind::credibility, seen, 1);
        REQUIRE(model.services[0][1].from == learned_from::all_sizes);
        const refitted_weights refits{model, seen, 3, 5};
        const auto expected = refitted(model, seen, 0, 1, 2, 5);
        CHECK(weight_of(refits, term::received, 2, 0, 1) ==
              Approx(static_cast<double>(expected[0])).epsilon(1e-9));
    }

    TEST_CASE("importances are exponential: one on average, and so is their variance") {
        double sum = 0;
        double squares = 0;
        constexpr std::uint32_t count = 40'000;
        for (std::uint32_t i = 0; i < count; ++i) {
            const double x = importance(i % 200, i / 200, 3);
            sum += x;
            squares += x * x;
        }
        CHECK(sum / count == Approx(1).epsilon(0.02));
        CHECK(squares / count == Approx(2).epsilon(0.05));
    }

    TEST_CASE("their spread is that of weights learned from so many municipalities") {
        const auto wide = some_transitions(150);
        const auto narrow = some_transitions(1'350);
        term_values values{};
        values.fill(20);
        const auto spread = [&](const services& seen) {
            const auto model = fit(model_kind::credibility, seen, 1);
            const refitted_weights refits{model, seen, 300, 1};
            const double mean = model.expected(values, 0, 0);
            double sum = 0;
            double squares = 0;
            for (std::size_t b = 0; b < 300; ++b) {
                const double expected = refits.expected(b, values, 0, 0);
                sum += expected;
                squares += expected * expected;
            }
            const double variance = squares / 300 - sum * sum / 300 / 300;
            const double relative = refits.relative_variance(mean, values, 0, 0);
            CHECK(relative == Approx(variance / mean / mean).epsilon(1e-6));
            CHECK(sum / 300 == Approx(mean).epsilon(0.02));
            return relative;
        };
        const double ratio = spread(wide) / spread(narrow);
        CHECK(ratio > 4.5); // nine times as many municipalities
        CHECK(ratio < 18);
    }

    TEST_CASE("a model that learns no weights has one set of them") {
        const auto seen = some_transitions();
        const auto model = fit(model_kind::naive, seen, 1);
        const refitted_weights refits{model, seen, 20, 1};
        term_values values{};
        of(values, term::received) = 30;
        for (std::size_t b = 0; b < 20; ++b) {
            CHECK(refits.expected(b, values, 0, 0) == 30);
        }
        CHECK(refits.relative_variance(30, values, 0, 0) == 0);
    }

    TEST_CASE("without refits, transitions or persons nothing varies") {
        const auto seen = some_transitions();
        const auto model = fit(model_kind::credibility, seen, 1);
        term_values values{};
        values.fill(20);
        CHECK(refitted_weights{model, seen, 0, 1}.relative_variance(10, values, 0, 0) == 0);
        CHECK(refitted_weights{model, seen, 9, 1}.relative_variance(0, {}, 0, 0) == 0);
        const services none(2);
        const auto unlearned = fit(model_kind::credibility, none, 1);
        const refitted_weights refits{unlearned, none, 9, 1};
        CHECK(refits.relative_variance(10, values, 1, 2) == 0);
        CHECK(refits.expected(3, values, 1, 2) == Approx(20));
    }

    TEST_CASE("another seed is another set of refits, and more refits begin with the same") {
        const auto seen = some_transitions();
        const auto model = fit(model_kind::credibility, seen, 1);
        const refitted_weights few{model, seen, 4, 1};
        const refitted_weights more{model, seen, 40, 1};
        const refitted_weights others{model, seen, 4, 2};
        CHECK(weight_of(few, term::peers, 3, 0, 0) == weight_of(more, term::peers, 3, 0, 0));
        CHECK(weight_of(few, term::peers, 3, 0, 0) != weight_of(others, term::peers, 3, 0, 0));
    }
}

} // namespace refits_test
