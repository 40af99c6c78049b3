#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include <brukerplan/statistics/many_comparisons.hpp>

using namespace brukerplan;

TEST_SUITE("many comparisons") {
    // The fifteen p values of Benjamini and Hochberg (1995), section 4.1, in another order;
    // adjusted with scipy 1.17, stats.false_discovery_control.
    TEST_CASE("the published example: four of fifteen are left at 5 per cent") {
        const std::vector<double> p{0.0278, 0.0001, 0.7590, 0.0004, 0.0201, 0.0019, 0.0459, 0.0095,
                                    0.0298, 0.0344, 0.3240, 0.4262, 0.5719, 0.6528, 1.0};
        const std::vector<double> known{0.06385714285714286,
                                        0.0015,
                                        0.8132142857142857,
                                        0.003,
                                        0.0603,
                                        0.0095,
                                        0.0765,
                                        0.035625,
                                        0.06385714285714286,
                                        0.0645,
                                        0.486,
                                        0.5811818181818181,
                                        0.714875,
                                        0.7532307692307693,
                                        1.0};
        const auto adjusted = benjamini_hochberg(p);
        REQUIRE(adjusted.size() == p.size());
        int found = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            CHECK(adjusted[i] == doctest::Approx(known[i]).epsilon(1e-13));
            found += adjusted[i] <= 0.05 ? 1 : 0;
        }
        CHECK(found == 4);
    }

    TEST_CASE("one comparison is left as it is, and none is none") {
        CHECK(benjamini_hochberg(std::vector<double>{0.03}) == std::vector<double>{0.03});
        CHECK(benjamini_hochberg({}).empty());
    }

    TEST_CASE("equal p values stay equal") {
        CHECK(benjamini_hochberg(std::vector<double>{0.04, 0.04, 0.04}) ==
              std::vector<double>{0.04, 0.04, 0.04});
    }

    TEST_CASE("what is no p value is refused") {
        CHECK_THROWS_AS((void)benjamini_hochberg(std::vector<double>{0.2, 1.2}),
                        std::invalid_argument);
        CHECK_THROWS_AS((void)benjamini_hochberg(std::vector<double>{std::nan("")}),
                        std::invalid_argument);
    }
}
