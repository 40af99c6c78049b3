#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

#include <boost/math/special_functions/trigamma.hpp>

#include <brukerplan/projection/coverage.hpp>

namespace coverage_test {

using namespace brukerplan;
using doctest::Approx;

double log_sd_of(const coverage_law& law) {
    return std::sqrt(boost::math::trigamma(law.alpha) -
                     boost::math::trigamma(law.alpha + law.beta));
}

double mean_of(const coverage_law& law) {
    return law.alpha / (law.alpha + law.beta);
}

coverage_estimate of_units(std::vector<reporting_unit> units) {
    const auto estimate = coverage_of_units(units);
    REQUIRE(estimate.has_value());
    CHECK(estimate->basis == coverage_basis::units);
    return *estimate;
}

coverage_estimate of_lists(two_lists lists) {
    const auto estimate = coverage_of_lists(lists);
    REQUIRE(estimate.has_value());
    CHECK(estimate->basis == coverage_basis::two_lists);
    return *estimate;
}

TEST_SUITE("projection: coverage") {

    TEST_CASE("what is assumed is Beta(16, 4), and says so") {
        const auto assumed = assumed_coverage();
        CHECK(assumed.basis == coverage_basis::assumed);
        CHECK(assumed.share == 0.8);
        CHECK(assumed.log_sd == Approx(log_sd_of({16, 4})).epsilon(1e-14));
        const auto law = law_of(assumed);
        CHECK(law.alpha == Approx(16).epsilon(1e-10));
        CHECK(law.beta == Approx(4).epsilon(1e-10));
    }

    TEST_CASE("the law of a coverage has its mean and the deviation of its logarithm") {
        for (const double share : {0.01, 0.2, 0.5, 0.8, 0.9, 0.95}) {
            for (const double log_sd : {1e-5, 0.01, 0.05, 0.08, 0.2, 0.7}) {
                CAPTURE(share);
                CAPTURE(log_sd);
                const auto law = law_of({share, log_sd, coverage_basis::declared});
                CHECK(log_sd_of(law) == Approx(log_sd).epsilon(1e-6));
                CHECK(law.beta >= 1);
                if (share * (1 + log_sd) < 1) {
                    CHECK(mean_of(law) == Approx(share).epsilon(1e-12));
                }
            }
        }
    }

    TEST_CASE("what is almost all cannot be much more: its mean is less than what is stated") {
        const auto law = law_of({1, 0.08, coverage_basis::declared});
        CHECK(law.beta == 1);
        CHECK(mean_of(law) == Approx(1 / 1.08));
        CHECK(mean_share({1, 0.08, coverage_basis::declared}) == Approx(1 / 1.08));
        // Without a leap where it begins.
        const double turning = 1 / 1.08;
        const auto below = law_of({turning - 1e-9, 0.08, coverage_basis::declared});
        CHECK(below.alpha == Approx(law.alpha).epsilon(1e-6));
        CHECK(below.beta == Approx(law.beta).epsilon(1e-6));
    }

    TEST_CASE("a certain coverage is its share") {
        CHECK(mean_share({0.7, 0, coverage_basis::register_}) == 0.7);
        CHECK(mean_share({1, 0, coverage_basis::units}) == 1);
    }

    TEST_CASE("units cover what those that took part expected, of what all did") {
        CHECK(of_units({{60, true}, {20, false}, {20, true}}).share == Approx(0.8));
        const auto all = of_units({{60, true}, {40, true}});
        CHECK(all.share == 1);
        CHECK(all.log_sd == 0);
    }

    TEST_CASE("the less is missing and the more units there are, the surer it is") {
        const auto small_missing = of_units({{90, true}, {10, false}});
        const auto large_missing = of_units({{50, true}, {50, false}});
        CHECK(small_missing.log_sd < large_missing.log_sd);
        std::vector<reporting_unit> many(20, {5, true});
        for (std::size_t i = 0; i < 10; ++i) {
            many[i].took_part = false;
        }
        CHECK(of_units(many).log_sd < large_missing.log_sd);
        // By hand: half of 100 lacks, and both halves are one unit.
        const double variance = 2 * (1.0 / 50 + 0.25 * 0.25);
        CHECK(large_missing.log_sd == Approx(0.5 * std::sqrt(variance)));
        CHECK(of_units({{9, true}, {0, false}}).log_sd == 0);
    }

    TEST_CASE("where no unit took part nothing is known") {
        CHECK_FALSE(coverage_of_units({}).has_value());
        CHECK_FALSE(coverage_of_units(std::array{reporting_unit{10, false}}).has_value());
        CHECK_FALSE(coverage_of_units(std::array{reporting_unit{0, true}, reporting_unit{4, false}})
                        .has_value());
    }

    TEST_CASE("two lists give Chapman's estimate and its variance") {
        // Seber's form, worked out by hand.
        const auto all = persons_by_lists({100, 60, 40});
        REQUIRE(all.has_value());
        CHECK(all->persons == Approx(101.0 * 61 / 41 - 1));
        CHECK(all->variance == Approx(101.0 * 61 * 60 * 20 / (41.0 * 41 * 42)));
        const auto coverage = of_lists({100, 60, 40});
        CHECK(coverage.share == Approx(100 / all->persons));
        CHECK(coverage.log_sd == Approx(std::sqrt(all->variance) / all->persons));
    }

    TEST_CASE("lists that agree are no proof: the shorter they are, the less sure") {
        const auto three = of_lists({100, 3, 3});
        const auto thirty = of_lists({100, 30, 30});
        CHECK(three.share == 1);
        CHECK(three.log_sd > 0.2);
        CHECK(thirty.log_sd < three.log_sd);
        CHECK(thirty.log_sd > 0);
    }

    TEST_CASE("lists that cannot be, are refused") {
        CHECK_FALSE(coverage_of_lists({0, 5, 0}).has_value());
        CHECK_FALSE(coverage_of_lists({5, 0, 0}).has_value());
        CHECK_FALSE(coverage_of_lists({5, 9, 6}).has_value());
        CHECK_FALSE(coverage_of_lists({9, 5, 6}).has_value());
        CHECK(coverage_of_lists({9, 5, 0}).has_value());
    }
}

} // namespace coverage_test
