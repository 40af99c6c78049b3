#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/quadrature/tanh_sinh.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <brukerplan/projection/coverage.hpp>

namespace unseen_persons_test {

using namespace brukerplan;
using doctest::Approx;

constexpr coverage_estimate surely(double share) {
    return {share, 0, coverage_basis::register_};
}

coverage_estimate about(double share, double log_sd) {
    return {share, log_sd, coverage_basis::declared};
}

/// The law of those not seen by the integral over all coverages, one value at a time.
class slow_law {
public:
    slow_law(std::uint32_t seen, const coverage_estimate& coverage, const peer_prior& peers)
        : seen_(seen), peers_(peers), law_(law_of(coverage)) {
        all_ = integral([](double) { return 1.0; });
    }

    [[nodiscard]] double operator()(std::uint32_t unseen) const {
        const double shape = peers_.shape + seen_;
        return integral([&](double share) {
                   const double success =
                       (peers_.shape / peers_.mean + share) / (peers_.shape / peers_.mean + 1);
                   return boost::math::pdf(boost::math::negative_binomial{shape, success}, unseen);
               }) /
               all_;
    }

private:
    template <class F>
    [[nodiscard]] double integral(F of) const {
        boost::math::quadrature::tanh_sinh<double> rule;
        const boost::math::beta_distribution<> prior{law_.alpha, law_.beta};
        const double shape = peers_.shape + seen_;
        const double rate = peers_.shape / peers_.mean;
        return rule.integrate(
            [&](double share) {
                if (share <= 0 || share >= 1) {
                    return 0.0;
                }
                // Relative to the share's mean, so that it neither over- nor underflows.
                const double middle = law_.alpha / (law_.alpha + law_.beta);
                const double likelihood =
                    std::exp(seen_ * std::log(share / middle) -
                             shape * std::log((rate + share) / (rate + middle)));
                return boost::math::pdf(prior, share) * likelihood * of(share);
            },
            0.0, 1.0);
    }

    double seen_;
    peer_prior peers_;
    coverage_law law_;
    double all_ = 1;
};

TEST_SUITE("projection: unseen persons") {

    TEST_CASE("where the coverage is certainly 1, nobody is unseen") {
        for (const std::uint32_t seen : {0U, 1U, 5'000U}) {
            const auto law = unseen_persons(seen, surely(1));
            CHECK(law.first == 0);
            CHECK(law.masses == std::vector<double>{1.0});
            const auto with_peers = unseen_persons(seen, surely(1), peer_prior{100, 2});
            CHECK(mass_at(with_peers, 0) == 1);
        }
    }

    TEST_CASE("of a certain coverage the unseen are negative binomial") {
        const auto law = unseen_persons(40, surely(0.8));
        CHECK(mean(law) == Approx(40 * 0.2 / 0.8));
        CHECK(variance(law) == Approx(40 * 0.2 / (0.8 * 0.8)));
        for (const std::uint32_t k : {0U, 3U, 10U, 40U}) {
            CHECK(mass_at(law, k) ==
                  Approx(boost::math::pdf(boost::math::negative_binomial{40, 0.8}, k))
                      .epsilon(1e-11));
        }
    }

    TEST_CASE("of an uncertain one they have the moments of the beta-negative binomial") {
        const double n = 30;
        const double a = 16;
        const double b = 4;
        const auto law = unseen_persons(30, assumed_coverage());
        CHECK(mean(law) == Approx(n * b / (a - 1)).epsilon(1e-8));
        CHECK(variance(law) ==
              Approx(n * b * (n + a - 1) * (b + a - 1) / ((a - 1) * (a - 1) * (a - 2)))
                  .epsilon(1e-6));
    }

    TEST_CASE("an uncertain coverage gives a wider law than a certain one") {
        const auto certain = unseen_persons(50, surely(0.8));
        const auto uncertain = unseen_persons(50, about(0.8, 0.1));
        CHECK(variance(uncertain) > 2 * variance(certain));
        // and nearly the same when it hardly is one
        const auto nearly = unseen_persons(50, about(0.8, 1e-6));
        for (std::uint32_t k = 0; k < 30; ++k) {
            CHECK(mass_at(nearly, k) == Approx(mass_at(certain, k)).epsilon(1e-7));
        }
    }

    TEST_CASE("with nobody seen, counts alone say that there is nobody; peers do not") {
        CHECK(mass_at(unseen_persons(0, assumed_coverage()), 0) == 1);
        const peer_prior peers{20, 3};
        const auto law = unseen_persons(0, surely(0.8), peers);
        CHECK(mean(law) == Approx(3 * 0.2 / (3.0 / 20 + 0.8)));
        CHECK(mean(unseen_persons(0, assumed_coverage(), peers)) > mean(law));
    }

    TEST_CASE("a negative binomial law with what peers have") {
        const auto law = unseen_persons(12, surely(0.75), peer_prior{20, 3});
        const double expected = (3 + 12) * 0.25 / (3.0 / 20 + 0.75);
        CHECK(mean(law) == Approx(expected));
        CHECK(variance(law) == Approx(expected * (1 + expected / 15)));
    }

    TEST_CASE("mixed over coverages it is the integral over them") {
        struct setting {
            std::uint32_t seen;
            coverage_estimate coverage;
            peer_prior peers;
        };
        for (const auto& [seen, coverage, peers] :
             {setting{0, assumed_coverage(), {5, 1}}, setting{7, assumed_coverage(), {20, 4}},
              setting{80, about(0.8, 0.08), {90, 10}}, setting{80, about(0.5, 0.3), {400, 2}},
              setting{40, about(1, 0.08), {40, 5}}, setting{10, about(0.8, 0.1), {300, 200}},
              setting{300, about(0.9, 0.02), {250, 50}}}) {
            CAPTURE(seen);
            CAPTURE(coverage.share);
            const auto law = unseen_persons(seen, coverage, peers);
            const slow_law slow{seen, coverage, peers};
            CHECK(kept_mass(law) == Approx(1).epsilon(1e-12));
            const auto middle = median(law);
            for (const std::uint32_t k : {0U, middle / 2, middle, 2 * middle, 3 * middle + 5}) {
                CAPTURE(k);
                CHECK(mass_at(law, k) == Approx(slow(k)).epsilon(1e-8));
            }
        }
    }

    TEST_CASE("the less peers say, the nearer to what counts alone give") {
        const auto alone = unseen_persons(25, about(0.8, 0.1));
        const auto vague = unseen_persons(25, about(0.8, 0.1), peer_prior{30, 1e-6});
        for (std::uint32_t k = 0; k < 40; ++k) {
            CHECK(mass_at(vague, k) == Approx(mass_at(alone, k)).epsilon(1e-4));
        }
    }

    TEST_CASE("many are seen: the grid of coverages is finer than the law it mixes") {
        const auto law = unseen_persons(100'000, about(0.8, 0.05), peer_prior{125'000, 5});
        CHECK(kept_mass(law) == Approx(1).epsilon(1e-12));
        // One hump, without ripples.
        std::size_t turns = 0;
        for (std::size_t i = 2; i < law.masses.size(); ++i) {
            const double before = law.masses[i - 1] - law.masses[i - 2];
            const double after = law.masses[i] - law.masses[i - 1];
            const bool counts = law.masses[i] > 1e-9;
            turns += counts && before > 0 && after < 0 ? 1 : 0;
        }
        CHECK(turns == 1);
    }
}

} // namespace unseen_persons_test
