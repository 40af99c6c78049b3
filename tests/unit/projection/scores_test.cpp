#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include <brukerplan/projection/calibration.hpp>
#include <brukerplan/projection/inversion.hpp>
#include <brukerplan/projection/scores.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

#include "count_laws_under_test.hpp"

namespace scores_test {

using namespace brukerplan;
using namespace projection_test;

/// E|X - y| - E|X - X'| / 2 over pairs of values: another formula for the same score.
template <class Scale>
double score_by_pairs(const count_mass& forecast, std::uint32_t observed, Scale scale) {
    long double apart = 0;
    long double spread = 0;
    for (std::uint32_t x = forecast.first; x <= forecast.last(); ++x) {
        const long double mass = mass_at(forecast, x);
        apart += mass * std::abs(scale(x) - scale(observed));
        for (std::uint32_t other = forecast.first; other < x; ++other) {
            spread += mass * mass_at(forecast, other) * (scale(x) - scale(other));
        }
    }
    return static_cast<double>(apart - spread);
}

const auto persons = [](std::uint32_t x) { return static_cast<long double>(x); };
const auto logarithm = [](std::uint32_t x) { return std::log1p(static_cast<long double>(x)); };

TEST_SUITE("projection: scores") {

    TEST_CASE("scores agree with references of 60 digits") {
        double largest = 0;
        for (const auto& r : references("score_references.txt")) {
            const auto forecast = mass_of(r.counted());
            const auto transform = transform_of(forecast, r.value);
            const std::vector<double> ours{crps(forecast, r.value), log_crps(forecast, r.value),
                                           transform.under, transform.up_to};
            for (std::size_t i = 0; i < ours.size(); ++i) {
                INFO(r.law, " ", r.parameters[0], " at ", r.value, ", result ", i);
                const double error = std::abs(ours[i] - r.results[i]) / (1e-3 + r.results[i]);
                CHECK(error < 1e-12);
                largest = std::max(largest, error);
            }
        }
        MESSAGE("largest relative error of a score: ", largest);
    }

    TEST_CASE("a forecast without spread scores the absolute error, and 0 on the count itself") {
        for (const std::uint32_t said : {0U, 1U, 37U, 100'000U}) {
            const count_mass sure{said, {1}, 0, 0};
            CHECK(crps(sure, said) == 0);
            CHECK(log_crps(sure, said) == 0);
            CHECK(log_score(sure, said) == 0);
            CHECK(weighted_interval_score(sure, said) == 0);
            CHECK(crps(sure, said + 12) == 12);
            CHECK(log_crps(sure, said + 12) ==
                  doctest::Approx(std::log((13.0 + said) / (1.0 + said))));
            CHECK(std::isinf(log_score(sure, said + 12)));
        }
        CHECK(crps({40, {1}, 0, 0}, 28) == 12);
    }

    TEST_CASE("the CRPS by its definition is the CRPS by pairs") {
        for (const auto& law : ordinary_laws) {
            const auto forecast = mass_of(law);
            if (forecast.masses.size() > 500) {
                continue;
            }
            const auto centre = static_cast<std::uint32_t>(mean(law));
            for (const std::uint32_t observed :
                 {0U, forecast.first, centre, centre + 5, forecast.last(), forecast.last() + 30}) {
                const double by_pairs = score_by_pairs(forecast, observed, persons);
                CHECK(crps(forecast, observed) == doctest::Approx(by_pairs).epsilon(1e-11));
                const double logarithmic = score_by_pairs(forecast, observed, logarithm);
                CHECK(std::abs(log_crps(forecast, observed) - logarithmic) < 1e-12);
            }
        }
    }

    TEST_CASE("the CRPS of draws comes near that of the law they are from") {
        const auto forecast = brukerplan::mass_of(negative_binomial{30, 0.1});
        const inversion_table table{forecast};
        const uniform_draws uniform{3, {}};
        std::vector<std::uint32_t> draws;
        for (const std::size_t count : {100U, 10'000U, 1'000'000U}) {
            while (draws.size() < count) {
                draws.push_back(table(uniform(static_cast<std::uint32_t>(draws.size()))));
            }
            for (const std::uint32_t observed : {10U, 30U, 70U}) {
                const double difference =
                    crps(mass_of_draws(draws), observed) - crps(forecast, observed);
                CHECK(std::abs(difference) < 30 / std::sqrt(static_cast<double>(count)));
            }
        }
    }

    TEST_CASE("nobody expects a better score from a distribution that they do not believe") {
        const auto believed = brukerplan::mass_of(negative_binomial{9, 0.15});
        const auto expected = [&](const auto& said, auto score) {
            double sum = 0;
            for (std::uint32_t y = 0; y <= believed.last(); ++y) {
                sum += mass_at(believed, y) * score(said, y);
            }
            return sum;
        };
        const auto weighted = [](const count_mass& f, std::uint32_t y) {
            return weighted_interval_score(f, y);
        };
        for (const auto& other : {negative_binomial{9, 0}, negative_binomial{9, 0.5},
                                  negative_binomial{7, 0.15}, negative_binomial{12, 0.15}}) {
            const auto said = brukerplan::mass_of(other, {1e-60, 10'000});
            CHECK(expected(said, crps) > expected(believed, crps));
            CHECK(expected(said, log_crps) > expected(believed, log_crps));
            CHECK(expected(said, log_score) > expected(believed, log_score));
            CHECK(expected(said, weighted) >= expected(believed, weighted) * 0.97);
        }
    }

    TEST_CASE("the log score is the mass's, and outside what is kept at least the tail's") {
        const auto forecast = brukerplan::mass_of(poisson{30}, {1e-6, 1000});
        CHECK(log_score(forecast, 31) == doctest::Approx(-log_mass(poisson{30}, 31)));
        const std::uint32_t over = forecast.last() + 5;
        CHECK(log_score(forecast, over) == -std::log(forecast.above));
        CHECK(log_score(forecast, over) < -log_mass(poisson{30}, over));
        CHECK(log_score(forecast, 0) == -std::log(forecast.below));
        CHECK(log_score(forecast, 0) < -log_mass(poisson{30}, 0));
    }

    TEST_CASE("interval scores, by hand") {
        CHECK(interval_score({10, 20}, 0.9, 10) == 10);
        CHECK(interval_score({10, 20}, 0.9, 20) == 10);
        CHECK(interval_score({10, 20}, 0.9, 23) == doctest::Approx(10 + 3 * 20));
        CHECK(interval_score({10, 20}, 0.5, 6) == doctest::Approx(10 + 4 * 4));
        // Half the error of the median, then half widths and penalties: (3.5 + 0.25 (2 + 4 * 6) +
        // 0.1 (6 + 10 * 3) + 0.05 (8 + 20 * 2)) / 3.5.
        const std::array<count_interval, 3> intervals{{{19, 21}, {18, 24}, {17, 25}}};
        CHECK(weighted_interval_score(20, intervals, 27) ==
              doctest::Approx((3.5 + 6.5 + 3.6 + 2.4) / 3.5));
    }

    TEST_CASE("scores shift with the count") {
        const auto forecast = brukerplan::mass_of(poisson{12}, {1e-12, 100});
        auto shifted = forecast;
        shifted.first += 1000;
        for (const std::uint32_t observed : {0U, 5U, 12U, 90U}) {
            CHECK(crps(shifted, observed + 1000) ==
                  doctest::Approx(crps(forecast, observed)).epsilon(1e-13));
            CHECK(weighted_interval_score(shifted, observed + 1000) ==
                  doctest::Approx(weighted_interval_score(forecast, observed)));
        }
    }
}

} // namespace scores_test
