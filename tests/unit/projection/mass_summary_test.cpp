#include <doctest/doctest.h>

#include "count_laws_under_test.hpp"
#include "projection/mass_summary.hpp"

namespace mass_summary_test {

using namespace brukerplan;
using namespace projection_test;

TEST_SUITE("projection: what is published of a distribution") {

    TEST_CASE("moments and quantiles are those that are asked for one by one") {
        for (const auto& law : ordinary_laws) {
            const auto mass = mass_of(law);
            const auto moments = detail::moments_of(mass);
            CHECK(moments.mean == doctest::Approx(mean(mass)).epsilon(1e-12));
            CHECK(moments.variance == doctest::Approx(variance(mass)).epsilon(1e-10));
            const auto quantiles = detail::published_quantiles(mass);
            for (std::size_t i = 0; i < quantiles.size(); ++i) {
                CHECK(quantiles[i] == quantile(mass, projection_levels[i], quantile_rounding::up));
            }
        }
    }

    TEST_CASE("what lies over the values kept is at the last of them") {
        const count_mass heavy{2, {0.5, 0.3}, 0, 0.2};
        CHECK(detail::published_quantiles(heavy).back() == 3);
    }
}

} // namespace mass_summary_test
