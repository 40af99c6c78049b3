// The draws by inversion against Boost's distributions.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

#include <boost/math/distributions/poisson.hpp>

#include "simulation/chance.hpp"
#include "simulation/logit.hpp"

using namespace brukerplan;
using namespace brukerplan::detail::synthetic;

TEST_CASE("Poisson numbers have the distribution's shares, also beyond one part of the sum") {
    for (const double mean : {0.3, 7.0, 40.0}) {
        const boost::math::poisson_distribution<double> poisson{mean};
        random_stream random{1, 2, 3};
        constexpr int draws = 20'000;
        int below = 0;
        double sum = 0;
        const auto middle = static_cast<std::uint32_t>(mean);
        for (int i = 0; i < draws; ++i) {
            const auto drawn = draw_poisson(random, mean);
            below += drawn <= middle ? 1 : 0;
            sum += drawn;
        }
        CAPTURE(mean);
        CHECK(std::abs(sum / draws - mean) < 4 * std::sqrt(mean / draws));
        CHECK(std::abs(below / static_cast<double>(draws) - boost::math::cdf(poisson, middle)) <
              0.015);
    }
    random_stream random{1, 2, 4};
    CHECK(draw_poisson(random, 0) == 0);
    CHECK(normal_of(0) == doctest::Approx(-normal_of(0xFFFFFFFF)));
}

TEST_CASE("chances follow the logit, and the lowest is none at all") {
    CHECK(chances()(-logit_end) == 0);
    CHECK(chances()(-5 * logit_end) == 0);
    CHECK(chances()(5 * logit_end) > 0xFFFFF000);
    CHECK(chances()(0) == 0x7FFFFFFF);
    for (const double logit : {-4.0, -1.0, 0.5, 3.0}) {
        const double share = chances()(as_logit(logit)) / 4294967296.0;
        CHECK(share == doctest::Approx(1 / (1 + std::exp(-logit))).epsilon(1e-6));
    }
}
