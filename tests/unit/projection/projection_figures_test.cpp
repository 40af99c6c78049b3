#include <doctest/doctest.h>

#include <cstdio>
#include <numeric>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"
#include "simulated_counts.hpp"

namespace {

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
9001 counselling stated_need 118.55 10.25 103 118 137 naive 154.34 outcome 0.279
9001 counselling smoother 137.94 29.02 94 136 189 naive 154.34 outcome 0.164
9001 counselling smoother -19.40 27.56 -67 -18 23 naive -35.80 outcome 0.222
9001 crisis_response stated_need 3.18 1.21 2 3 5 naive 6.43 outcome 0.862
9001 crisis_response credibility 7.49 3.48 2 7 14 naive 6.43 outcome 0.618
9001 crisis_response credibility -4.32 3.62 -11 -4 1 naive -3.25 outcome 0.670
9001 day_activity stated_need 19.37 3.14 15 19 25 naive 11.58 outcome 0.620
9001 day_activity credibility 13.52 4.88 6 13 22 naive 11.58 outcome 0.567
9001 day_activity credibility 5.85 5.45 -3 6 14 naive 7.80 outcome 0.665
9031 counselling stated_need 3.49 0.80 3 3 5 naive 2.20 outcome 0.736
9031 counselling smoother 1.97 1.53 0 2 5 naive 2.20 outcome 0.838
9031 counselling smoother 1.52 1.70 -1 2 4 naive 1.29 outcome 0.854
9031 crisis_response stated_need 0.05 0.22 0 0 0 naive 0.00 outcome 0.908
9031 crisis_response credibility 0.51 0.74 0 0 2 naive 0.00 outcome 0.930
9031 crisis_response credibility -0.46 0.77 -2 0 0 naive 0.05 outcome 0.937
9031 day_activity stated_need 1.21 0.49 1 1 2 naive 2.20 outcome 0.834
9031 day_activity credibility 2.37 1.59 0 2 5 naive 2.20 outcome 0.934
9031 day_activity credibility -1.16 1.65 -4 -1 1 naive -0.99 outcome 0.951
9060 counselling stated_need 4.85 1.52 3 5 8 naive 5.42 outcome 0.851
9060 counselling smoother 5.12 2.77 1 5 10 naive 5.42 outcome 0.667
9060 counselling smoother -0.27 3.09 -6 0 4 naive -0.57 outcome 0.745
9060 crisis_response stated_need 1.19 0.44 1 1 2 naive 1.35 outcome 0.970
9060 crisis_response credibility 1.22 1.18 0 1 3 naive 1.35 outcome 0.873
9060 crisis_response credibility -0.02 1.26 -2 0 2 naive -0.16 outcome 0.894
9060 day_activity stated_need 3.90 1.01 3 4 6 naive 4.06 outcome 0.914
9060 day_activity credibility 3.15 1.84 1 3 6 naive 4.06 outcome 0.929
9060 day_activity credibility 0.75 2.07 -3 1 4 naive -0.16 outcome 0.958
country counselling stated_need 2146.01 84.49 2012 2140 2295 naive 2080.12 outcome 0.115
country counselling smoother 1918.37 329.54 1400 1879 2471 naive 2080.12 outcome 0.021
country counselling smoother 227.63 320.39 -379 255 688 naive 65.89 outcome 0.030
country crisis_response stated_need 181.62 9.19 168 181 198 naive 190.23 outcome 0.650
country crisis_response credibility 224.25 34.19 173 222 284 naive 190.23 outcome 0.159
country crisis_response credibility -42.62 34.86 -107 -39 7 naive -8.61 outcome 0.202
country day_activity stated_need 901.81 37.06 840 899 966 naive 817.89 outcome 0.236
country day_activity credibility 725.03 112.59 551 718 916 naive 817.89 outcome 0.062
country day_activity credibility 176.78 107.75 -10 175 349 naive 83.91 outcome 0.091
)");
    }
}

} // namespace
