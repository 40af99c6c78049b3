// What must hold of every law, whatever its parameters.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "count_laws_under_test.hpp"
#include "projection/saddle_point.hpp"

namespace count_families_test {

using namespace brukerplan;
using namespace projection_test;

/// By the definition, from the first value on, in long doubles: for laws where that is enough.
std::vector<long double> plain_masses(const beta_binomial& law) {
    std::vector<long double> masses;
    const long double a = law.alpha;
    const long double b = law.beta;
    for (std::uint32_t x = 0; x <= law.trials; ++x) {
        long double mass = 1;
        for (std::uint32_t i = 0; i < x; ++i) {
            mass *= (a + i) * (law.trials - i) / ((i + 1) * (a + b + i));
        }
        for (std::uint32_t i = 0; i < law.trials - x; ++i) {
            mass *= (b + i) / (a + b + x + i);
        }
        masses.push_back(mass);
    }
    return masses;
}

double sum_of(const count_mass& masses) {
    return kept_mass(masses) + masses.below + masses.above;
}

TEST_SUITE("projection: families") {

    TEST_CASE("masses sum to 1") {
        for (const auto& law : ordinary_laws) {
            CHECK(std::abs(sum_of(mass_of(law)) - 1) < 1e-13);
        }
        double largest = 0;
        for (const auto& r : references("mass_references.txt")) {
            if (r.law == "events") {
                continue;
            }
            const auto masses = mass_of(r.counted(), {1e-15, 1U << 17U});
            INFO(r.law, " ", r.parameters[0]);
            // A tail too long to be kept is bounded, but no more than that.
            CHECK(kept_mass(masses) < 1 + 1e-13);
            CHECK(sum_of(masses) > 1 - 1e-13);
            if (masses.above <= mass_limits{}.tail) {
                CHECK(sum_of(masses) < 1 + 1e-13);
                largest = std::max(largest, std::abs(sum_of(masses) - 1));
            }
        }
        MESSAGE("largest difference of a sum from 1: ", largest);
    }

    TEST_CASE("moments of the masses are those of the law") {
        for (const auto& law : ordinary_laws) {
            const auto masses = mass_of(law, {1e-25, 1U << 20U});
            INFO("law ", law.index(), " with mean ", mean(law));
            CHECK(mean(masses) == doctest::Approx(mean(law)).epsilon(1e-10));
            CHECK(variance(masses) == doctest::Approx(variance(law)).epsilon(1e-9));
        }
    }

    TEST_CASE("each mass of the table is the mass of the value by itself") {
        for (const auto& law : ordinary_laws) {
            const auto masses = mass_of(law);
            for (std::uint32_t x = masses.first; x <= masses.last(); ++x) {
                REQUIRE(mass_at(masses, x) ==
                        doctest::Approx(std::exp(log_mass(law, x))).epsilon(1e-12));
            }
        }
    }

    TEST_CASE("what is left out is within its bound, and the bound is not far off") {
        for (const auto& law : ordinary_laws) {
            const auto whole = mass_of(law, {1e-20, 1U << 20U});
            for (const double tail : {1e-3, 1e-6, 1e-9}) {
                const auto kept = mass_of(law, {tail, 1U << 20U});
                CHECK(kept.below <= tail);
                CHECK(kept.above <= tail);
                const double under = kept.first == 0 ? 0 : cdf(whole, kept.first - 1);
                double over = 0;
                for (std::uint32_t x = kept.last() + 1; x <= whole.last(); ++x) {
                    over += mass_at(whole, x);
                }
                INFO("law ", law.index(), " with mean ", mean(law), ", tail ", tail);
                CHECK(under <= kept.below * (1 + 1e-9));
                CHECK(over <= kept.above * (1 + 1e-9));
                CHECK(kept.below <= 4 * under + 1e-15);
                CHECK(kept.above <= 4 * over + 1e-15);
            }
        }
    }

    TEST_CASE("a tail that is too long is told") {
        const beta_negative_binomial heavy{1000, 2.5, 1};
        const auto kept = brukerplan::mass_of(heavy, {1e-15, 5000});
        CHECK(kept.masses.size() == 5000);
        const double missing = 1 - kept_mass(kept);
        CHECK(missing > 1e-3);
        CHECK(kept.above > missing);
        CHECK(kept.above < 2 * missing);
        // Without a mean there is no bound but 1.
        CHECK(brukerplan::mass_of(beta_negative_binomial{5, 0.8, 1}, {1e-15, 100}).above == 1);
    }

    TEST_CASE("beta-binomial masses are those of their definition") {
        for (const auto& law : {beta_binomial{1, 2, 3}, beta_binomial{9, 0.25, 0.5},
                                beta_binomial{60, 1, 1}, beta_binomial{120, 7.5, 80}}) {
            const auto masses = brukerplan::mass_of(law, {0, 1000});
            const auto plain = plain_masses(law);
            REQUIRE(masses.masses.size() == plain.size());
            CHECK(masses.below == 0);
            CHECK(masses.above == 0);
            for (std::size_t x = 0; x < plain.size(); ++x) {
                REQUIRE(std::abs(masses.masses[x] / static_cast<double>(plain[x]) - 1) < 1e-13);
            }
        }
    }

    TEST_CASE("a flat beta gives every number of trials the same mass") {
        for (const double mass : brukerplan::mass_of(beta_binomial{99, 1, 1}).masses) {
            REQUIRE(mass == doctest::Approx(0.01).epsilon(1e-14));
        }
    }

    TEST_CASE("a sure probability makes a beta-binomial count binomial") {
        const boost::math::binomial_distribution<> binomial{40, 0.3};
        const auto law = beta_binomial::with_share(40, 0.3, 1e14);
        for (unsigned x = 0; x <= 40; ++x) {
            CHECK(std::exp(log_mass(law, x)) ==
                  doctest::Approx(boost::math::pdf(binomial, x)).epsilon(1e-10));
        }
    }

    TEST_CASE("masses agree with Boost.Math") {
        for (const double mean : {0.1, 3.0, 47.5, 900.0}) {
            const boost::math::poisson_distribution<> theirs{mean};
            const auto ours = brukerplan::mass_of(poisson{mean});
            for (std::uint32_t x = ours.first; x <= ours.last(); ++x) {
                REQUIRE(mass_at(ours, x) ==
                        doctest::Approx(boost::math::pdf(theirs, x)).epsilon(1e-10));
                REQUIRE(cdf(ours, x) ==
                        doctest::Approx(boost::math::cdf(theirs, x)).epsilon(1e-12));
            }
            for (const double dispersion : {0.01, 0.2, 4.0}) {
                const double size = 1 / dispersion;
                const boost::math::negative_binomial_distribution<> wider{size,
                                                                          size / (size + mean)};
                const auto wide = brukerplan::mass_of(negative_binomial{mean, dispersion});
                const std::uint32_t step = std::max<std::uint32_t>(1, wide.last() / 100);
                for (std::uint32_t x = wide.first; x <= wide.last(); x += step) {
                    REQUIRE(mass_at(wide, x) ==
                            doctest::Approx(boost::math::pdf(wider, x)).epsilon(1e-10));
                    REQUIRE(cdf(wide, x) ==
                            doctest::Approx(boost::math::cdf(wider, x)).epsilon(1e-12));
                }
            }
        }
    }

    TEST_CASE("a dispersion that goes to 0 leads to the Poisson law without a leap") {
        for (const double mean : {0.5, 20.0, 1e5}) {
            const auto at_zero = brukerplan::mass_of(poisson{mean});
            CHECK(brukerplan::mass_of(negative_binomial{mean, 0}).masses == at_zero.masses);
            for (const double dispersion : {1e-16, 1e-20, 1e-100, 1e-308, 5e-324}) {
                const negative_binomial law{mean, dispersion};
                for (std::uint32_t x = at_zero.first; x <= at_zero.last(); x += 7) {
                    // To first order the relative change is dispersion ((x - mean)^2 - x) / 2.
                    const double change = std::exp(log_mass(law, x)) / mass_at(at_zero, x) - 1;
                    REQUIRE(std::abs(change) < 1e-12 + dispersion * mean * 100);
                }
            }
        }
    }

    TEST_CASE("probability of a 2 x 2 table with its margins is hypergeometric") {
        const boost::math::hypergeometric_distribution<> theirs{30, 20, 70}; // marked, drawn, all
        for (unsigned x = 0; x <= 20; ++x) {
            const double ours = detail::log_table_probability(x, 30 - x, 20 - x, 20 + x);
            CHECK(std::exp(ours) == doctest::Approx(boost::math::pdf(theirs, x)).epsilon(1e-12));
        }
    }

    TEST_CASE("nobody unseen when nobody was seen, and nobody of nobody") {
        for (const auto& masses :
             {brukerplan::mass_of(poisson{0}), brukerplan::mass_of(negative_binomial{0, 2}),
              brukerplan::mass_of(beta_binomial{0, 2, 3}),
              brukerplan::mass_of(beta_negative_binomial{0, 4, 1}), mass_of_events({})}) {
            CHECK(masses.first == 0);
            CHECK(masses.masses.size() == 1);
            CHECK(masses.masses[0] == doctest::Approx(1).epsilon(1e-15));
            CHECK(masses.above == 0);
        }
    }

    TEST_CASE("variances that do not exist are infinite") {
        CHECK(std::isinf(brukerplan::variance(beta_negative_binomial{5, 2, 1})));
        CHECK(std::isinf(brukerplan::mean(beta_negative_binomial{5, 1, 1})));
        CHECK(brukerplan::mean(beta_negative_binomial{6, 4, 2}) == 4);
        CHECK(brukerplan::variance(beta_negative_binomial{6, 4, 2}) == doctest::Approx(30));
    }
}

TEST_SUITE("projection: events") {

    TEST_CASE("events of one probability are binomial") {
        const std::vector<double> probabilities(300, 0.2);
        const boost::math::binomial_distribution<> binomial{300, 0.2};
        const auto masses = mass_of_events(probabilities);
        for (std::uint32_t x = masses.first; x <= masses.last(); ++x) {
            REQUIRE(mass_at(masses, x) ==
                    doctest::Approx(boost::math::pdf(binomial, x)).epsilon(1e-10));
        }
    }

    TEST_CASE("blocks give what one convolution gives") {
        const auto probabilities = event_probabilities(2300);
        std::vector<long double> plain{1};
        for (const double p : probabilities) {
            plain.push_back(0);
            for (std::size_t k = plain.size() - 1; k > 0; --k) {
                plain[k] = plain[k] * (1 - p) + plain[k - 1] * p;
            }
            plain[0] *= 1 - p;
        }
        const auto masses = mass_of_events(probabilities);
        CHECK(masses.below <= 1e-15);
        CHECK(masses.above <= 1e-15);
        CHECK(std::abs(sum_of(masses) - 1) < 1e-13);
        for (std::size_t x = 0; x < plain.size(); ++x) {
            const double difference =
                mass_at(masses, static_cast<std::uint32_t>(x)) - static_cast<double>(plain[x]);
            REQUIRE(std::abs(difference) < 3e-15);
        }
    }

    TEST_CASE("sure and impossible events only shift the count") {
        const auto masses = mass_of_events(std::vector<double>{1, 0, 1, 0.5, 1});
        CHECK(masses.first == 3);
        CHECK(masses.masses == std::vector<double>{0.5, 0.5});
    }
}

} // namespace count_families_test
