#include <doctest/doctest.h>

#include <cmath>

#include <brukerplan/projection/inversion.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

#include "projection/dispersion.hpp"

namespace dispersion_test {

using namespace brukerplan;
using detail::dispersion_estimate;
using detail::model_row;
using doctest::Approx;

constexpr detail::weight_vector one{1};

/// Counts around means from 1 to 80, of that dispersion.
std::vector<model_row> counts(double dispersion, std::uint32_t size) {
    std::vector<model_row> rows;
    for (std::uint32_t i = 0; i < size; ++i) {
        const double mean = 1 + i % 80;
        const uniform_draws draws{1, {i, 0, 99}};
        model_row row;
        row.municipality = i;
        row.observed = draw(negative_binomial{mean, dispersion}, draws(0));
        row.terms[0] = mean;
        rows.push_back(row);
    }
    return rows;
}

TEST_SUITE("projection: dispersion") {

    TEST_CASE("by hand, from two counts") {
        std::vector<model_row> rows(2);
        rows[0].terms[0] = 10;
        rows[0].observed = 16;
        rows[1].terms[0] = 5;
        rows[1].observed = 5;
        // Weights (1 + 0.2 mean)^-2: 1/9 and 1/4.
        const double excess = (36.0 - 10) / 9 + (0.0 - 5) / 4;
        const double squares = 100.0 / 9 + 25.0 / 4;
        const auto found = detail::dispersion_of(rows, one);
        CHECK(found.value == Approx(excess / squares));
        CHECK(found.log_variance > 2); // two counts tell next to nothing
    }

    TEST_CASE("what counts were drawn with is found again, within what their number allows") {
        for (const double dispersion : {0.02, 0.1, 0.5, 1.5}) {
            const auto found = detail::dispersion_of(counts(dispersion, 8'000), one);
            INFO("dispersion ", dispersion);
            CHECK(found.log_variance < 0.02);
            CHECK(std::abs(std::log(found.value / dispersion)) <
                  3.5 * std::sqrt(found.log_variance));
        }
    }

    TEST_CASE("chance alone, and less than chance, are the least dispersion") {
        auto rows = counts(0, 400);
        for (auto& row : rows) {
            row.observed = row.terms[0];
        }
        CHECK(detail::dispersion_of(rows, one).value == detail::least_dispersion);
        CHECK(detail::dispersion_of(counts(0, 20'000), one).value < 0.006);
    }

    TEST_CASE("a service that nobody is expected to receive tells nothing") {
        const std::vector<model_row> rows(30);
        const auto found = detail::dispersion_of(rows, one);
        CHECK(found.value == detail::least_dispersion);
        CHECK(found.log_variance == 4);
    }

    TEST_CASE("one large municipality does not say it alone") {
        auto rows = counts(0.05, 2'000);
        model_row large;
        large.terms[0] = 20'000;
        large.observed = 40'000;
        rows.push_back(large);
        CHECK(detail::dispersion_of(rows, one).value < 0.1);
    }

    TEST_CASE("services are drawn towards each other, by hand") {
        std::array<dispersion_estimate, 2> services{{{0.1, 0.5}, {0.4, 0.5}}};
        const double logs = std::log(0.4) - std::log(0.1);
        // Heterogeneity logs^2 / 2 / 0.5, scale 4 - 8 / 4.
        const double between = (logs * logs - 1) / 2;
        const double own = between / (between + 0.5);
        CHECK(detail::shrink_dispersions(services) == Approx(0.2));
        CHECK(services[0].value == Approx(0.2 * std::exp(-own * logs / 2)));
        CHECK(services[1].value == Approx(0.2 * std::exp(own * logs / 2)));
    }

    TEST_CASE("services that differ by no more than chance become one") {
        std::array<dispersion_estimate, 3> services{{{0.1, 0.5}, {0.12, 0.5}, {0.09, 1}}};
        const double common = detail::shrink_dispersions(services);
        for (const auto& service : services) {
            CHECK(service.value == Approx(common));
        }
        CHECK(common > 0.09);
        CHECK(common < 0.12);
    }

    TEST_CASE("what is well known hardly moves, and order changes nothing but rounding") {
        std::array<dispersion_estimate, 3> services{{{0.01, 0.01}, {0.3, 0.01}, {0.05, 3}}};
        std::array<dispersion_estimate, 3> turned{services[2], services[0], services[1]};
        detail::shrink_dispersions(services);
        detail::shrink_dispersions(turned);
        CHECK(services[0].value == Approx(0.01).epsilon(0.05));
        CHECK(services[1].value == Approx(0.3).epsilon(0.05));
        CHECK(services[2].value == Approx(turned[0].value).epsilon(1e-12));
    }

    TEST_CASE("a service alone keeps its own") {
        std::array<dispersion_estimate, 1> alone{{{0.07, 2}}};
        CHECK(detail::shrink_dispersions(alone) == Approx(0.07));
        CHECK(alone[0].value == Approx(0.07));
    }
}

} // namespace dispersion_test
