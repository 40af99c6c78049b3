#include <doctest/doctest.h>

#include <cmath>

#include <boost/math/distributions/normal.hpp>

#include "support/normal.hpp"

using brukerplan::detail::normal_quantile;
using brukerplan::detail::normal_share_below;

TEST_CASE("quantiles of the normal distribution are right into the far tails") {
    const boost::math::normal_distribution<double> normal;
    for (const double p : {1e-10, 1e-6, 0.001, 0.074, 0.076, 0.3, 0.5, 0.7, 0.926, 0.999}) {
        CAPTURE(p);
        const double expected = boost::math::quantile(normal, p);
        CHECK(std::abs(normal_quantile(p) - expected) <= 1e-14 * (1 + std::abs(expected)) * 10);
        CHECK(std::abs(normal_share_below(expected) - p) <= 1e-14);
    }
}
