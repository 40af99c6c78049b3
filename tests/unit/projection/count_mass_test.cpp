#include <doctest/doctest.h>

#include <cmath>

#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

#include <brukerplan/projection/uniform_draws.hpp>

#include "count_laws_under_test.hpp"
#include "projection/mass_summary.hpp"

namespace count_mass_test {

using namespace brukerplan;
using namespace projection_test;

const count_mass small{3, {0.1, 0.2, 0.4, 0.3}, 0, 0};

TEST_SUITE("projection: a distribution of a count") {

    TEST_CASE("masses, moments and quantiles, by hand") {
        CHECK(small.last() == 6);
        CHECK(mass_at(small, 2) == 0);
        CHECK(mass_at(small, 4) == 0.2);
        CHECK(mass_at(small, 7) == 0);
        CHECK(mean(small) == doctest::Approx(4.9));
        CHECK(variance(small) == doctest::Approx(0.89));
        CHECK(cdf(small, 2) == 0);
        CHECK(cdf(small, 5) == doctest::Approx(0.7));
        CHECK(cdf(small, 60) == 1);
        CHECK(median(small) == 5);
        CHECK(quantile(small, 0.25, quantile_rounding::down) == 3);
        CHECK(quantile(small, 0.25, quantile_rounding::up) == 4);
        CHECK(quantile(small, 0.05, quantile_rounding::down) == 3);
        CHECK(quantile(small, 1, quantile_rounding::up) == 6);
        CHECK(central_interval(small, 0.5) == count_interval{4, 6});
        CHECK(central_interval(small, 0.1) == count_interval{5, 5});
    }

    TEST_CASE("quantiles are where the cdf passes the level") {
        for (const auto& law : ordinary_laws) {
            const auto masses = mass_of(law);
            const auto sums = cumulated(masses);
            for (double level = 0.003; level < 1; level += 0.0171) {
                const auto up = quantile(masses, level, quantile_rounding::up);
                CHECK(cdf(masses, up) >= level);
                CHECK((up == masses.first || cdf(masses, up - 1) < level));
                const auto down = quantile(masses, level, quantile_rounding::down);
                CHECK((down == masses.first || cdf(masses, down) <= level));
                CHECK((down == masses.last() || cdf(masses, down + 1) > level));
            }
            for (std::size_t i = 0; i < sums.size(); ++i) {
                REQUIRE(sums[i] == cdf(masses, masses.first + static_cast<std::uint32_t>(i)));
                REQUIRE((i == 0 || sums[i] >= sums[i - 1]));
            }
            CHECK(sums.back() <= 1);
        }
    }

    TEST_CASE("central intervals hold their level at least") {
        for (const auto& law : ordinary_laws) {
            const auto masses = mass_of(law);
            for (const double level : {0.5, 0.8, 0.9, 0.99}) {
                const auto interval = central_interval(masses, level);
                const double under = interval.lower == 0 ? 0 : cdf(masses, interval.lower - 1);
                CHECK(cdf(masses, interval.upper) - under >= level - 1e-14);
            }
        }
    }

    TEST_CASE("the central interval of 90 % is the one that is printed") {
        for (const auto& law : ordinary_laws) {
            const auto masses = mass_of(law);
            const auto printed = detail::published_quantiles(masses);
            const auto interval = central_interval(masses, 0.9);
            CHECK(interval.lower == printed.front());
            CHECK(interval.upper == printed.back());
        }
    }

    TEST_CASE("quantiles are Boost.Math's of the same rounding") {
        using namespace boost::math::policies;
        using upwards = policy<discrete_quantile<integer_round_up>>;
        const double size = 1 / 0.3;
        const double share = size / (size + 12);
        const boost::math::negative_binomial_distribution<double, upwards> up{size, share};
        const auto masses = brukerplan::mass_of(negative_binomial{12, 0.3});
        for (const double level : {0.5, 0.8, 0.9, 0.95}) {
            const auto interval = central_interval(masses, level);
            CHECK(interval.lower == boost::math::quantile(up, (1 - level) / 2));
            CHECK(interval.upper == boost::math::quantile(up, (1 + level) / 2));
        }
        CHECK(median(masses) == boost::math::quantile(up, 0.5));
    }

    TEST_CASE("a convolution is the distribution of the sum") {
        const count_mass die{1, std::vector<double>(6, 1 / 6.0), 0, 0};
        const auto two = convolution(die, die);
        CHECK(two.first == 2);
        CHECK(two.last() == 12);
        CHECK(mass_at(two, 7) == doctest::Approx(6 / 36.0));
        CHECK(mass_at(two, 12) == doctest::Approx(1 / 36.0));
        // Sums of Poisson counts are Poisson; of negative binomials with the same share too.
        const auto sum =
            convolution(brukerplan::mass_of(poisson{7}), brukerplan::mass_of(poisson{1.5}));
        const auto direct = brukerplan::mass_of(poisson{8.5});
        for (std::uint32_t x = 0; x <= direct.last(); ++x) {
            CHECK(std::abs(mass_at(sum, x) - mass_at(direct, x)) < 1e-14);
        }
        CHECK(mean(sum) == doctest::Approx(8.5).epsilon(1e-12));
        const auto wide = convolution(brukerplan::mass_of(negative_binomial{30, 0.1}),
                                      brukerplan::mass_of(negative_binomial{60, 0.05}));
        const auto wider = brukerplan::mass_of(negative_binomial{90, 1 / 30.0});
        for (std::uint32_t x = 0; x <= wider.last(); ++x) {
            CHECK(std::abs(mass_at(wide, x) - mass_at(wider, x)) < 1e-14);
        }
    }

    TEST_CASE("a convolution does not depend on the order, and misses what its parts miss") {
        const auto one = brukerplan::mass_of(poisson{40}, {1e-4, 1000});
        const auto other = brukerplan::mass_of(beta_binomial{30, 2, 3}, {1e-5, 1000});
        const auto sum = convolution(one, other, 1e-6);
        CHECK(sum.masses == convolution(other, one, 1e-6).masses);
        CHECK(sum.below >= one.below + other.below);
        CHECK(sum.below <= one.below + other.below + 1e-6);
        CHECK(kept_mass(sum) + sum.below + sum.above >= 1 - 1e-14);
    }

    TEST_CASE("trimming tells what it takes") {
        const auto whole = brukerplan::mass_of(poisson{50});
        const auto part = trimmed(whole, 1e-4);
        CHECK(part.masses.size() < whole.masses.size());
        CHECK(part.below <= 1e-4 + whole.below);
        CHECK(part.below >= cdf(whole, part.first - 1) * (1 - 1e-12));
        CHECK(cdf(part, 50) == doctest::Approx(cdf(whole, 50)).epsilon(1e-14));
        CHECK(trimmed(small, 5).masses.size() == 1);
        CHECK(trimmed(small, 0).masses == small.masses);
    }

    TEST_CASE("draws become a distribution") {
        const std::vector<std::uint32_t> draws{7, 4, 4, 5};
        const auto masses = mass_of_draws(draws);
        CHECK(masses.first == 4);
        CHECK(masses.masses == std::vector<double>{0.5, 0.25, 0, 0.25});
    }
}

} // namespace count_mass_test
