#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include <brukerplan/projection/calibration.hpp>
#include <brukerplan/projection/inversion.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

#include "count_laws_under_test.hpp"

namespace calibration_test {

using namespace brukerplan;
using namespace projection_test;

/// Transforms of draws from `truth`, as `forecast` sees them.
std::vector<transform_range> transforms_of(const count_law& truth, const count_law& forecast,
                                           std::uint32_t count) {
    const inversion_table table{mass_of(truth)};
    const auto said = mass_of(forecast);
    const uniform_draws uniform{99, {}};
    std::vector<transform_range> transforms;
    for (std::uint32_t i = 0; i < count; ++i) {
        transforms.push_back(transform_of(said, table(uniform(i))));
    }
    return transforms;
}

TEST_SUITE("projection: calibration") {

    TEST_CASE("a transform spans the mass of what was observed") {
        const count_mass forecast{2, {0.25, 0.5, 0.25}, 0, 0};
        const auto middle = transform_of(forecast, 3);
        CHECK(middle.under == 0.25);
        CHECK(middle.up_to == 0.75);
        CHECK(transform_of(forecast, 0).up_to == 0);
        CHECK(transform_of(forecast, 9).under == 1);
        const std::vector<transform_range> one{middle};
        CHECK(share_up_to(one, 0.25) == 0);
        CHECK(share_up_to(one, 0.5) == 0.5);
        CHECK(share_up_to(one, 0.8) == 1);
        CHECK(central_coverage(one, 0.25) == doctest::Approx(0.5));
        CHECK(transform_histogram(one, 4) == std::vector<double>{0, 0.5, 0.5, 0});
    }

    TEST_CASE("over every possible count, weighted by its mass, the transform is exactly uniform") {
        for (const auto& law : ordinary_laws) {
            const auto forecast = mass_of(law);
            if (forecast.masses.size() > 1000) {
                continue;
            }
            for (const double level : {0.05, 0.25, 0.5, 0.95}) {
                double share = 0;
                for (std::uint32_t y = forecast.first; y <= forecast.last(); ++y) {
                    const std::vector<transform_range> one{transform_of(forecast, y)};
                    share += mass_at(forecast, y) * share_up_to(one, level);
                }
                CHECK(share == doctest::Approx(level).epsilon(1e-12));
            }
        }
    }

    TEST_CASE("of own draws the transform is uniform, also where counts are small") {
        constexpr std::uint32_t count = 20'000;
        for (const count_law& law : {count_law{poisson{0.7}}, count_law{negative_binomial{8, 0.2}},
                                     count_law{beta_negative_binomial{20, 16, 4}}}) {
            const auto transforms = transforms_of(law, law, count);
            for (const double share : transform_histogram(transforms, 10)) {
                CHECK(std::abs(share - 0.1) < 4 * std::sqrt(0.09 / count));
            }
            for (const double level : {0.5, 0.8, 0.9}) {
                CHECK(std::abs(central_coverage(transforms, level) - level) <
                      4 * std::sqrt(level * (1 - level) / count));
            }
        }
    }

    TEST_CASE("a forecast that is too sure covers too little, and too little at both ends") {
        const auto transforms = transforms_of(negative_binomial{20, 0.2}, poisson{20}, 5000);
        CHECK(central_coverage(transforms, 0.9) < 0.7);
        const auto histogram = transform_histogram(transforms, 10);
        CHECK(histogram.front() > 0.15);
        CHECK(histogram.back() > 0.15);
        const auto cautious = transforms_of(poisson{20}, negative_binomial{20, 0.2}, 5000);
        CHECK(central_coverage(cautious, 0.9) > 0.97);
    }

    TEST_CASE("shares of a histogram add to 1, wherever the counts lay") {
        const count_mass forecast{10, {0.5, 0.5}, 0, 0};
        std::vector<transform_range> transforms;
        for (const std::uint32_t observed : {0U, 9U, 10U, 11U, 12U, 500U}) {
            transforms.push_back(transform_of(forecast, observed));
        }
        const auto shares = transform_histogram(transforms, 5);
        CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == doctest::Approx(1));
        CHECK(shares.front() > 2.0 / 6);
        CHECK(shares.back() > 2.0 / 6);
    }
}

} // namespace calibration_test
