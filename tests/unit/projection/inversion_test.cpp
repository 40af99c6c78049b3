#include <doctest/doctest.h>

#include <cmath>

#include <brukerplan/projection/inversion.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

#include "count_laws_under_test.hpp"

namespace inversion_test {

using namespace brukerplan;
using namespace projection_test;

/// Within four standard errors, the variance's for a distribution with the excess of the normal or
/// a little more.
template <class Draw>
void check_moments(double mean, double variance, Draw draw) {
    constexpr int count = 40'000;
    const uniform_draws uniform{2024, {301, 7, 2}};
    double sum = 0;
    double squares = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const double difference = draw(uniform(i)) - mean;
        sum += difference;
        squares += difference * difference;
    }
    CHECK(std::abs(sum / count) <= 4 * std::sqrt(variance / count));
    CHECK(squares / count == doctest::Approx(variance).epsilon(0.1));
}

TEST_SUITE("projection: draws of counts") {

    TEST_CASE("a table draws what inversion of the cdf gives") {
        const uniform_draws uniform{8, {}};
        for (const auto& law : ordinary_laws) {
            const auto masses = mass_of(law);
            const inversion_table table{masses};
            for (std::uint32_t i = 0; i < 300; ++i) {
                REQUIRE(table(uniform(i)) == quantile(masses, uniform(i), quantile_rounding::up));
            }
            for (const double level : cumulated(masses)) {
                if (level > 0 && level < 1) {
                    REQUIRE(table(level) == quantile(masses, level, quantile_rounding::up));
                }
            }
            CHECK(table(0x1p-53) == quantile(masses, 0x1p-53, quantile_rounding::up));
            CHECK(table(1 - 0x1p-53) == quantile(masses, 1 - 0x1p-53, quantile_rounding::up));
        }
    }

    TEST_CASE("a draw without a table is the same draw") {
        const uniform_draws uniform{9, {}};
        for (const double mean : {0.0, 0.02, 1.0, 17.5, 80.0, 82.0, 400.0, 20'000.0}) {
            for (const double dispersion : {0.0, 1e-9, 0.01, 0.2, 2.0}) {
                const negative_binomial law{mean, dispersion};
                const auto masses = brukerplan::mass_of(law, {1e-18, 1U << 20U});
                const inversion_table table{masses};
                for (std::uint32_t i = 0; i < 200; ++i) {
                    REQUIRE(draw(law, uniform(i)) == table(uniform(i)));
                }
                CHECK(draw(poisson{mean}, 0.3) == draw(negative_binomial{mean, 0}, 0.3));
            }
        }
    }

    TEST_CASE("a draw without a table is the same draw, of every family") {
        const uniform_draws uniform{10, {}};
        auto laws = ordinary_laws;
        laws.insert(laws.end(), {beta_binomial{1000, 1e-20, 1e-20}, beta_binomial{5000, 40, 2},
                                 beta_negative_binomial{2000, 16, 4}});
        for (const auto& law : laws) {
            const inversion_table table{mass_of(law, {1e-18, 1U << 20U})};
            for (std::uint32_t i = 0; i < 200; ++i) {
                INFO("law ", law.index(), " with mean ", mean(law));
                REQUIRE(std::visit([&](const auto& l) { return draw(l, uniform(i)); }, law) ==
                        table(uniform(i)));
            }
        }
    }

    TEST_CASE("a larger number never gives a smaller draw, up to the last below 1") {
        for (const auto& law : {negative_binomial{6, 0.2}, negative_binomial{900, 0.03}}) {
            std::uint32_t before = draw(law, 0x1p-53);
            for (double u = 0x1p-50; u < 1; u = u < 0.5 ? 2 * u : 1 - (1 - u) / 2) {
                const auto next = draw(law, u);
                REQUIRE(next >= before);
                before = next;
            }
            CHECK(draw(law, 1 - 0x1p-53) >= before);
            CHECK(draw(law, 1 - 0x1p-53) < 40 * law.mean);
        }
    }

    TEST_CASE("draws have the moments of their law") {
        for (const auto& law : ordinary_laws) {
            INFO("law ", law.index(), " with mean ", mean(law));
            check_moments(mean(law), variance(law), inversion_table{mass_of(law)});
        }
        for (const auto& law :
             {negative_binomial{3, 0.4}, negative_binomial{250, 0.05}, negative_binomial{60, 0}}) {
            check_moments(law.mean, brukerplan::variance(law),
                          [&](double u) { return draw(law, u); });
        }
    }
}

} // namespace inversion_test
