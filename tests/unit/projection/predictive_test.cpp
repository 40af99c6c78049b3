#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include <brukerplan/projection/predictive.hpp>

namespace predictive_test {

using namespace brukerplan;
using doctest::Approx;

const std::vector<predictive_law> some_laws{
    {0.01, 0, 0, 0.002, 0.0128},    {0.7, 0.3, 0.04, 0.5, 0.01}, {12, 0.01, 0.0025, 0.1, 0.007},
    {350, 0.001, 0.01, 0.03, 0.02}, {4'000, 0, 0, 0, 0},         {25, 0, 0.0506, 0.002, 0.0128}};

double sum_of_shares(const predictive_law& law) {
    const auto shares = variance_shares(law);
    return std::accumulate(shares.begin(), shares.end(), 0.0);
}

TEST_SUITE("projection: predictive distribution") {

    TEST_CASE("mean and variance of the distribution are those of the law") {
        for (const auto& law : some_laws) {
            const auto mass = mass_of(law);
            const double dispersion = dispersion_of(law);
            CHECK(mean(mass) == Approx(law.mean).epsilon(1e-6));
            CHECK(variance(mass) == Approx(law.mean * (1 + dispersion * law.mean)).epsilon(1e-5));
            CHECK(kept_mass(mass) == Approx(1).epsilon(1e-8));
        }
    }

    TEST_CASE("shares of the variance sum to one, and each is its part's") {
        for (const auto& law : some_laws) {
            CHECK(sum_of_shares(law) == Approx(1).epsilon(1e-12));
            const auto shares = variance_shares(law);
            const double variance = law.mean * (1 + dispersion_of(law) * law.mean);
            CHECK(shares[0] == Approx(law.mean / variance));
            CHECK(shares[1] == Approx(law.parameter_variance * law.mean * law.mean / variance));
            CHECK(shares[3] == Approx(law.local_dispersion * law.mean * law.mean / variance));
        }
    }

    TEST_CASE("the variance of a logarithm is that of a lognormal factor") {
        const predictive_law law{100, 0, 0.04, 0, 0.01};
        CHECK(dispersion_of(law) == Approx(std::exp(0.04) - 1 + std::exp(0.01) - 1));
        CHECK(variance_shares(law)[2] / variance_shares(law)[4] ==
              Approx((std::exp(0.04) - 1) / (std::exp(0.01) - 1)));
    }

    TEST_CASE("of nobody nobody is expected, and all of that is chance") {
        const predictive_law law{0, 0.5, 0.5, 0.5, 0.5};
        CHECK(mass_of(law).last() == 0);
        CHECK(mass_at(mass_of(law), 0) == 1);
        CHECK(variance_shares(law) == std::array<double, variance_part_count>{1, 0, 0, 0, 0});
    }

    TEST_CASE("chance alone is the Poisson distribution") {
        const auto mass = mass_of(predictive_law{4, 0, 0, 0, 0});
        CHECK(mass_at(mass, 4) == Approx(std::exp(-4.0) * 256 / 24).epsilon(1e-9));
    }
}

} // namespace predictive_test
