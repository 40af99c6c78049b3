#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <brukerplan/simulation/random_stream.hpp>
#include <brukerplan/statistics/slope.hpp>

#include "simulation/chance.hpp"

namespace slope_test {

using namespace brukerplan;

/// Logarithms of the relative risk in thirteen trials of a vaccine, and their standard errors
/// (Colditz et al., JAMA 271, 1994), the usual example of methods that pool.
const std::vector<municipal_slope>& thirteen_trials() {
    static const std::vector<municipal_slope> trials = [] {
        struct trial {
            double ill, well, control_ill, control_well;
        };
        std::vector<municipal_slope> result;
        for (const auto& [a, b, c, d] : std::vector<trial>{{4, 119, 11, 128},
                                                           {6, 300, 29, 274},
                                                           {3, 228, 11, 209},
                                                           {62, 13536, 248, 12619},
                                                           {33, 5036, 47, 5761},
                                                           {180, 1361, 372, 1079},
                                                           {8, 2537, 10, 619},
                                                           {505, 87886, 499, 87892},
                                                           {29, 7470, 45, 7232},
                                                           {17, 1699, 65, 1600},
                                                           {186, 50448, 141, 27197},
                                                           {5, 2493, 3, 2338},
                                                           {27, 16886, 29, 17825}}) {
            result.push_back({std::log((a / (a + b)) / (c / (c + d))),
                              std::sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)), 0, 0});
        }
        return result;
    }();
    return trials;
}

TEST_SUITE("slope") {
    // Worked out with mpmath 1.3 by the normal equations of a diagonal weight matrix.
    TEST_CASE("a line through four rounds of different coverage, one of them empty") {
        const std::vector<dated_round> rounds{{2015, {40, 0.8, 0.05}},
                                              {2017, {52, 0.85, 0.05}},
                                              {2018.5, {0, 0.5, 0.2}},
                                              {2021, {61, 0.9, 0.1}}};
        const auto line = fit_slope(rounds, 0.1);
        REQUIRE(line.has_value());
        CHECK(line->per_year == doctest::Approx(-0.03593067358747).epsilon(1e-11));
        CHECK(line->se == doctest::Approx(0.04578818054097).epsilon(1e-11));
        CHECK(line->scatter == doctest::Approx(164.6215746829).epsilon(1e-11));
        CHECK(line->degrees == 2);
    }

    TEST_CASE("growth that coverage explains is none") {
        const std::vector<dated_round> rounds{
            {2016, {4'000, 0.4, 0}}, {2018, {6'000, 0.6, 0}}, {2020, {8'000, 0.8, 0}}};
        CHECK(std::abs(fit_slope(rounds)->per_year) < 1e-4);
    }

    TEST_CASE("fewer than three rounds, or nobody in any, is no line") {
        CHECK_FALSE(fit_slope(std::vector<dated_round>{{2018, {9}}, {2019, {12}}}).has_value());
        CHECK_FALSE(fit_slope(std::vector<dated_round>{{1, {0}}, {2, {0}}, {3, {0}}}).has_value());
        CHECK_THROWS_AS((void)fit_slope(std::vector<dated_round>{{1, {4}}, {1, {5}}, {2, {5}}}),
                        std::invalid_argument);
        CHECK_THROWS_AS((void)fit_slope(std::vector<dated_round>{{1, {4}}, {2, {5, 2, 0}}}),
                        std::invalid_argument);
    }

    // The equation of Paule and Mandel solved with mpmath 1.3.
    TEST_CASE("thirteen trials are pooled as elsewhere") {
        const auto pooled = shrink_slopes(thirteen_trials());
        CHECK(pooled.between_sd == doctest::Approx(std::sqrt(0.31806845220502)).epsilon(1e-11));
        CHECK(pooled.per_year == doctest::Approx(-0.71496815349344).epsilon(1e-11));
        CHECK(pooled.se == doctest::Approx(0.18089219153762).epsilon(1e-11));
        const auto& first = pooled.municipalities.front();
        CHECK(first.own_weight == doctest::Approx(0.49416120932982).epsilon(1e-11));
        CHECK(first.per_year == doctest::Approx(-0.80112179037154).epsilon(1e-11));
        CHECK(first.sd == doctest::Approx(0.41141709956541).epsilon(1e-11));
    }

    TEST_CASE("where slopes differ no more than by chance, all have the national one") {
        const auto pooled = shrink_slopes(std::vector<municipal_slope>{
            {0.02, 0.05, 1, 1}, {0.04, 0.05, 1, 1}, {0.03, 0.02, 1, 1}});
        CHECK(pooled.between_sd == 0);
        for (const auto& one : pooled.municipalities) {
            CHECK(one.own_weight == 0);
            CHECK(one.per_year == doctest::Approx(pooled.per_year));
            CHECK(one.sd == doctest::Approx(pooled.se));
        }
    }

    TEST_CASE("a single municipality keeps its slope") {
        const auto pooled = shrink_slopes(std::vector<municipal_slope>{{0.02, 0.05, 1, 1}});
        CHECK(pooled.municipalities[0].per_year == 0.02);
        CHECK(pooled.municipalities[0].sd == doctest::Approx(0.05));
    }

    TEST_CASE("rounds that jump about their lines make every slope less sure") {
        std::vector<municipal_slope> calm;
        std::vector<municipal_slope> wild;
        for (int i = 0; i < 20; ++i) {
            const double at = i % 2 == 0 ? 0.1 : -0.1;
            calm.push_back({at, 0.05, 0.5, 1});
            wild.push_back({at, 0.05, 4.0, 1});
        }
        CHECK(shrink_slopes(calm).scatter == 1);
        const auto shrunk = shrink_slopes(wild);
        CHECK(shrunk.scatter == doctest::Approx(4));
        CHECK(shrunk.municipalities[0].own_weight <
              shrink_slopes(calm).municipalities[0].own_weight);
        wild.pop_back(); // 19 degrees of freedom
        CHECK(shrink_slopes(wild).scatter == 1);
    }

    TEST_CASE("shrunk slopes are nearer the truth than those of their own rounds") {
        using detail::synthetic::draw_poisson;
        using detail::synthetic::normal_of;
        constexpr double between = 0.03;
        constexpr double national = -0.02;
        random_stream random(8, 0, 0);
        std::vector<double> truth;
        std::vector<municipal_slope> own;
        while (truth.size() < 400) {
            const double slope_here = national + between * normal_of(random.next());
            const double level = 20 * std::exp(1.5 * std::abs(normal_of(random.next())));
            std::vector<dated_round> rounds;
            for (int t = 0; t < 5; ++t) {
                const double wobble = 0.05 * normal_of(random.next());
                const double mean = level * 0.8 * std::exp(slope_here * (t - 2) + wobble);
                rounds.push_back({2015.0 + t, {draw_poisson(random, mean), 0.8, 0.05}});
            }
            truth.push_back(slope_here);
            own.push_back(fit_slope(rounds).value());
        }
        const auto pooled = shrink_slopes(own);
        CHECK(pooled.per_year == doctest::Approx(national).epsilon(0.25));
        CHECK(pooled.between_sd == doctest::Approx(between).epsilon(0.25));
        CHECK(pooled.scatter < 1.15);
        double own_error = 0;
        double shrunk_error = 0;
        int covered = 0;
        for (std::size_t i = 0; i < truth.size(); ++i) {
            const auto& shrunk = pooled.municipalities[i];
            own_error += std::abs(own[i].per_year - truth[i]);
            shrunk_error += std::abs(shrunk.per_year - truth[i]);
            covered += std::abs(shrunk.per_year - truth[i]) < 1.645 * shrunk.sd ? 1 : 0;
        }
        CHECK(shrunk_error < 0.7 * own_error);
        CHECK(covered > 0.86 * 400);
        CHECK(covered < 0.94 * 400);
    }

    TEST_CASE("what goes on grows less every year") {
        CHECK(damped_growth(0.1, 0) == 1);
        CHECK(std::log(damped_growth(0.1, 1)) == doctest::Approx(0.08));
        CHECK(std::log(damped_growth(0.1, 3)) == doctest::Approx(0.1 * (0.8 + 0.64 + 0.512)));
        CHECK(std::log(damped_growth(0.1, 4, 1)) == doctest::Approx(0.4));
        CHECK(std::log(damped_growth(0.1, 1'000)) == doctest::Approx(0.4));
    }

    TEST_CASE("no slopes, or one without an error, are refused") {
        CHECK_THROWS_AS((void)shrink_slopes({}), std::invalid_argument);
        CHECK_THROWS_AS((void)shrink_slopes(std::vector<municipal_slope>{{0.1, 0, 0, 1}}),
                        std::invalid_argument);
    }
}

} // namespace slope_test
