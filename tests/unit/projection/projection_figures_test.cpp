#include <doctest/doctest.h>

#include <cstdio>
#include <numeric>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"
#include "simulated_counts.hpp"

namespace projection_figures_test {

using namespace brukerplan;
using namespace projection_test;

/// One row as a person would print it.
std::string printed(const projected& row) {
    std::string line(200, '\0');
    const auto& numbers = *row.numbers;
    const int length = std::snprintf(
        line.data(), line.size(), "%s %s %s %.2f %.2f %lld %lld %lld naive %.2f outcome %.3f",
        row.municipality.c_str(), row.service.c_str(), row.model.data(), numbers.mean, numbers.sd,
        static_cast<long long>(numbers.quantiles.front()),
        static_cast<long long>(numbers.quantiles[3]),
        static_cast<long long>(numbers.quantiles.back()), row.naive.mean,
        row.variance_shares.front());
    line.resize(static_cast<std::size_t>(length));
    return line + "\n";
}

TEST_SUITE("projection: figures") {

    TEST_CASE("the printed figures of a simulated country stay what they are") {
        projection_options options;
        options.refits = 100;
        options.draws = 300;
        const projector known{simulated_counts(60, 6'000, 2021).panel(), options};
        std::string text = "\n";
        for (const std::size_t m : {0, 30, 59}) {
            const auto rows = known.municipality(m);
            for (std::size_t i = 0; i < 9; ++i) {
                text += printed(rows[i]);
            }
        }
        std::vector<std::size_t> all(60);
        std::iota(all.begin(), all.end(), std::size_t{0});
        const auto country = known.area("country", all);
        for (std::size_t i = 0; i < 9; ++i) {
            text += printed(country[i]);
        }
        CHECK(text == R"(
9001 counselling stated_need 117.86 10.16 103 117 136 naive 154.34 outcome 0.285
9001 counselling credibility 131.44 23.38 95 130 172 naive 154.34 outcome 0.240
9001 counselling credibility -13.58 21.70 -51 -13 20 naive -36.48 outcome 0.343
9001 crisis_response stated_need 3.14 1.19 2 3 5 naive 6.43 outcome 0.886
9001 crisis_response credibility 7.46 3.48 2 7 14 naive 6.43 outcome 0.617
9001 crisis_response credibility -4.31 3.61 -11 -4 1 naive -3.29 outcome 0.669
9001 day_activity stated_need 19.22 3.10 15 19 25 naive 11.58 outcome 0.635
9001 day_activity credibility 13.45 4.84 6 13 22 naive 11.58 outcome 0.575
9001 day_activity credibility 5.77 5.39 -3 6 14 naive 7.64 outcome 0.675
9031 counselling stated_need 3.46 0.77 3 3 5 naive 2.21 outcome 0.778
9031 counselling credibility 2.67 1.73 0 2 6 naive 2.21 outcome 0.892
9031 counselling credibility 0.79 1.86 -2 1 3 naive 1.25 outcome 0.912
9031 crisis_response stated_need 0.04 0.21 0 0 0 naive 0.00 outcome 0.961
9031 crisis_response credibility 0.51 0.74 0 0 2 naive 0.00 outcome 0.932
9031 crisis_response credibility -0.47 0.77 -2 0 0 naive 0.04 outcome 0.939
9031 day_activity stated_need 1.20 0.48 1 1 2 naive 2.21 outcome 0.882
9031 day_activity credibility 2.38 1.59 0 2 5 naive 2.21 outcome 0.940
9031 day_activity credibility -1.18 1.64 -4 -1 1 naive -1.01 outcome 0.957
9060 counselling stated_need 4.80 1.50 3 5 8 naive 5.42 outcome 0.872
9060 counselling credibility 5.70 2.66 2 5 10 naive 5.42 outcome 0.804
9060 counselling credibility -0.89 2.97 -6 -1 4 naive -0.61 outcome 0.866
9060 crisis_response stated_need 1.19 0.44 1 1 2 naive 1.35 outcome 0.994
9060 crisis_response credibility 1.22 1.18 0 1 3 naive 1.35 outcome 0.875
9060 crisis_response credibility -0.03 1.26 -2 0 2 naive -0.17 outcome 0.893
9060 day_activity stated_need 3.88 0.99 3 4 6 naive 4.06 outcome 0.936
9060 day_activity credibility 3.15 1.83 1 3 6 naive 4.06 outcome 0.937
9060 day_activity credibility 0.73 2.05 -3 1 4 naive -0.19 outcome 0.965
country counselling stated_need 2135.19 84.21 1998 2129 2282 naive 2079.97 outcome 0.116
country counselling credibility 1908.14 269.65 1488 1880 2350 naive 2079.97 outcome 0.031
country counselling credibility 227.05 259.98 -240 242 607 naive 55.21 outcome 0.045
country crisis_response stated_need 180.72 9.13 167 180 196 naive 190.20 outcome 0.660
country crisis_response credibility 214.30 30.95 166 212 266 naive 190.20 outcome 0.180
country crisis_response credibility -33.58 31.73 -90 -32 14 naive -9.48 outcome 0.231
country day_activity stated_need 896.17 36.85 832 893 958 naive 816.21 outcome 0.238
country day_activity credibility 747.94 109.05 579 741 931 naive 816.21 outcome 0.071
country day_activity credibility 148.22 103.57 -21 146 310 naive 79.96 outcome 0.103
)");
    }
}

} // namespace projection_figures_test
