// Changes between two rounds: what is certain of small counts, what coverage takes away, and how
// often an alarm is false.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include <boost/math/distributions/poisson.hpp>

#include <brukerplan/simulation/random_stream.hpp>
#include <brukerplan/statistics/change.hpp>

#include "reference/change_reference.hpp"
#include "simulation/chance.hpp"

namespace change_test {

using namespace brukerplan;

constexpr double infinite = std::numeric_limits<double>::infinity();

round_change tested(const observed_round& before, const observed_round& now,
                    const change_question& question = {}) {
    const auto result = test_change(before, now, question);
    REQUIRE(result.has_value());
    return *result;
}

bool is_alarm(const observed_round& before, const observed_round& now) {
    const auto result = test_change(before, now);
    return result && result->p_value < 0.05;
}

/// The chance of an alarm where coverage is certain, exactly: for each earlier count the later ones
/// that raise it lie outside two limits, which are searched for.
double chance_of_alarm(double expected_before, double expected_now) {
    const boost::math::poisson before(expected_before);
    const boost::math::poisson now(expected_now);
    const auto reach = [](double mean) { return 4.5 * std::sqrt(mean); };
    const auto first =
        static_cast<std::uint64_t>(std::max(0.0, expected_before - reach(expected_before)));
    const auto last = static_cast<std::uint64_t>(expected_before + reach(expected_before) + 5);
    double sum = 0;
    for (auto n = first; n <= last; ++n) {
        auto quiet = n;
        auto alarm = n + static_cast<std::uint64_t>(8 * std::sqrt(static_cast<double>(n))) + 20;
        while (alarm - quiet > 1) {
            const auto middle = (alarm + quiet) / 2;
            (is_alarm({n}, {middle}) ? alarm : quiet) = middle;
        }
        double chance = cdf(complement(now, static_cast<double>(alarm - 1)));
        if (is_alarm({n}, {0})) {
            alarm = 0;
            quiet = n;
            while (quiet - alarm > 1) {
                const auto middle = (alarm + quiet) / 2;
                (is_alarm({n}, {middle}) ? alarm : quiet) = middle;
            }
            chance += cdf(now, static_cast<double>(alarm));
        }
        sum += pdf(before, static_cast<double>(n)) * chance;
    }
    return sum;
}

TEST_SUITE("change between rounds") {
    TEST_CASE("where nobody was counted twice, there is nothing to compare") {
        CHECK_FALSE(test_change({0}, {0}).has_value());
        CHECK_FALSE(test_change({0, 0.8, 0.1}, {0, 0.7, 0.1}).has_value());
    }

    TEST_CASE("from nobody to five: the p value is that of five equal coins, and no upper end") {
        const auto risen = tested({0}, {5});
        CHECK(risen.ratio == infinite);
        CHECK(risen.p_value == doctest::Approx(2 * 0.5 / 32));
        // (1 - p)^0 p^5 / 2 is 0.025 where p is the fifth root of 1/20.
        const double share = std::pow(0.05, 0.2);
        CHECK(risen.lower == doctest::Approx(share / (1 - share)).epsilon(1e-9));
        CHECK(risen.upper == infinite);
        CHECK(risen.variance.counting == infinite);

        const auto gone = tested({5}, {0});
        CHECK(gone.ratio == 0);
        CHECK(gone.lower == 0);
        CHECK(gone.upper == doctest::Approx(1 / risen.lower).epsilon(1e-9));
        CHECK(gone.p_value == doctest::Approx(risen.p_value));
    }

    // Worked out with mpmath 1.3, 30 digits: binomial sums, quadrature over the error of coverage.
    TEST_CASE("figures worked out elsewhere") {
        struct figures {
            observed_round before, now;
            double p, lower, upper, risen, fallen;
        };
        const std::vector<figures> known{
            {{3}, {0}, 0.125, 0, 1.714417616595, 0.1938330558213, 0.3137844646699},
            {{1}, {2}, 0.625, 0.152123910451, 58.9944434153, 0.2855795669003, 0.2169120781118},
            {{12},
             {25},
             0.03355243967962,
             1.056930583196,
             4.289477164136,
             0.5750394276535,
             0.04853301725743},
            {{12, 0.6, 0},
             {25, 0.9, 0},
             0.3550581020479,
             0.7046203887973,
             2.859651442757,
             0.3782459447713,
             0.12412170944},
            {{7, 0.8, 0.08},
             {15, 0.7, 0.15},
             0.06422321732407,
             0.9501410212082,
             6.776409012882,
             0.4658771932051,
             0.09320291855732},
            {{0, 0.8, 0.1},
             {6, 0.8, 0.1},
             0.01680235670358,
             1.517667151016,
             infinite,
             0.4146720254438,
             0.1263509094956},
        };
        for (const auto& k : known) {
            const auto got = tested(k.before, k.now);
            CHECK(got.p_value == doctest::Approx(k.p).epsilon(1e-11));
            CHECK(got.lower == doctest::Approx(k.lower).epsilon(1e-9));
            if (k.upper == infinite) {
                CHECK(got.upper == infinite);
            } else {
                CHECK(got.upper == doctest::Approx(k.upper).epsilon(1e-9));
            }
            CHECK(got.risen_beyond == doctest::Approx(k.risen).epsilon(1e-10));
            CHECK(got.fallen_beyond == doctest::Approx(k.fallen).epsilon(1e-10));
        }
    }

    TEST_CASE("the same as adding up chances one by one") {
        random_stream random(5, 0, 1);
        for (int i = 0; i < 12; ++i) {
            const observed_round before{random.below(60), 0.5 + 0.05 * random.below(11),
                                        0.05 * random.below(4)};
            const observed_round now{1 + random.below(60), 0.5 + 0.05 * random.below(11),
                                     before.coverage_log_sd};
            const reference::two_counts counts{
                static_cast<unsigned>(before.persons), static_cast<unsigned>(now.persons),
                std::log(now.coverage / before.coverage), std::sqrt(2.0) * now.coverage_log_sd};
            const auto fast = tested(before, now);
            const auto [few, many] = reference::mid_p_tails(counts, 0);
            CHECK(fast.p_value ==
                  doctest::Approx(std::min(1.0, 2 * std::min(few, many))).epsilon(1e-9));
            if (i % 4 == 0) {
                const double low = reference::end_of_interval(counts, 0.025);
                const double high = reference::end_of_interval(counts, 0.975);
                CHECK(fast.lower == doctest::Approx(low).epsilon(1e-8));
                CHECK((fast.upper == high || fast.upper == doctest::Approx(high).epsilon(1e-8)));
                const double rise = reference::probability_above(counts, 0, 0.15, std::log(1.1));
                CHECK(fast.risen_beyond == doctest::Approx(rise).epsilon(1e-5));
            }
        }
    }

    TEST_CASE("the interval holds no change exactly where the p value raises no alarm") {
        for (const double sd : {0.0, 0.08}) {
            for (std::uint64_t now = 15; now <= 90; ++now) {
                const auto t = tested({40, 0.8, sd}, {now, 0.75, sd});
                CHECK((t.p_value < 0.05) == (t.lower > 1 || t.upper < 1));
            }
        }
    }

    TEST_CASE("looking back instead of forward turns the ratio around and nothing else") {
        const observed_round a{34, 0.7, 0.05};
        const observed_round b{51, 0.9, 0.12};
        const auto forward = tested(a, b);
        const auto backward = tested(b, a);
        CHECK(backward.ratio == doctest::Approx(1 / forward.ratio));
        CHECK(backward.lower == doctest::Approx(1 / forward.upper).epsilon(1e-9));
        CHECK(backward.upper == doctest::Approx(1 / forward.lower).epsilon(1e-9));
        CHECK(backward.p_value == doctest::Approx(forward.p_value).epsilon(1e-10));
    }

    TEST_CASE("twice as many counted since twice as many were mapped is no change") {
        const auto t = tested({400, 0.45, 0}, {800, 0.9, 0});
        CHECK(t.ratio == doctest::Approx(1));
        CHECK(t.p_value > 0.95);
        CHECK(tested({400}, {800}).p_value < 1e-9);
    }

    TEST_CASE("of large counts it is the usual test on the logarithm") {
        const observed_round before{20'000, 0.8, 0.05};
        const observed_round now{24'000, 0.7, 0.09};
        change_question question;
        question.local_log_sd = 0.06;
        const auto t = tested(before, now, question);
        const double variance =
            1 / 20'000.0 + 1 / 24'000.0 + 0.05 * 0.05 + 0.09 * 0.09 + 2 * 0.06 * 0.06;
        CHECK(t.variance.total() == doctest::Approx(variance).epsilon(1e-12));
        const double d = std::log(24'000 / 0.7) - std::log(20'000 / 0.8);
        const double sd = std::sqrt(variance);
        CHECK(std::log(t.lower) == doctest::Approx(d - 1.959964 * sd).epsilon(1e-4));
        CHECK(std::log(t.upper) == doctest::Approx(d + 1.959964 * sd).epsilon(1e-4));
        CHECK(t.p_value == doctest::Approx(std::erfc(d / sd / std::sqrt(2))).epsilon(1e-3));
    }

    TEST_CASE("more rounds would not help: unsure coverage stays, however many are counted") {
        const auto t = tested({3'000'000, 0.8, 0.08}, {3'300'000, 0.8, 0.08});
        CHECK(t.p_value > 0.3);
        CHECK(t.variance.coverage > 1000 * t.variance.counting);
    }

    TEST_CASE("persons known to be the same in both rounds make it more precise") {
        change_question linked;
        linked.persons_in_both = 180;
        const auto alone = tested({240}, {260});
        const auto together = tested({240}, {260}, linked);
        CHECK(together.overlap_used);
        // 60 have gone and 80 are new: of 140 in one round only, the difference is 20.
        CHECK(together.variance.counting == doctest::Approx(140 / (240.0 * 260)));
        CHECK(together.p_value ==
              doctest::Approx(std::erfc(20 / std::sqrt(140.0) / std::sqrt(2))).epsilon(0.01));
        CHECK(together.p_value < alone.p_value);
        CHECK(together.upper < alone.upper);
    }

    TEST_CASE("with few who came or left, persons in both rounds are not made use of") {
        change_question linked;
        linked.persons_in_both = 30;
        const auto together = tested({31}, {39}, linked);
        CHECK_FALSE(together.overlap_used);
        CHECK(together.p_value == tested({31}, {39}).p_value);
        CHECK(together.variance.counting == doctest::Approx(1 / 31.0 + 1 / 39.0));
        CHECK(log_change_variance({31}, {39}, linked).counting ==
              doctest::Approx(10 / (31.0 * 39)));
    }

    TEST_CASE("before anything is known, a change beyond ten per cent is as likely as not") {
        const auto t = tested({0, 0.8, 0.8}, {1, 0.8, 0.8});
        CHECK(t.risen_beyond + t.fallen_beyond == doctest::Approx(0.5).epsilon(0.05));
        const auto large = tested({10'000}, {12'500});
        CHECK(large.risen_beyond > 0.999);
        CHECK(large.fallen_beyond < 1e-9);
        const auto same = tested({10'000}, {10'000});
        CHECK(same.risen_beyond + same.fallen_beyond < 1e-6);
    }

    TEST_CASE("counts and errors as far apart as they come still have an answer") {
        for (const std::uint64_t n :
             {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{4'000'000'000}}) {
            for (const std::uint64_t m : {std::uint64_t{1}, std::uint64_t{4'000'000'000}}) {
                for (const double sd : {0.0, 1e-9, 0.1, largest_log_sd}) {
                    change_question question;
                    question.local_log_sd = sd;
                    const auto t = tested({n}, {m}, question);
                    CHECK(t.p_value >= 0);
                    CHECK(t.p_value <= 1);
                    CHECK(t.lower < t.upper);
                    CHECK((t.lower <= t.ratio && t.ratio <= t.upper));
                    CHECK(t.risen_beyond + t.fallen_beyond >= 0);
                    CHECK(t.risen_beyond + t.fallen_beyond <= 1 + 1e-12);
                }
            }
        }
    }

    TEST_CASE("what is not usable is refused") {
        CHECK_THROWS_AS((void)test_change({1, 0, 0}, {1}), std::invalid_argument);
        CHECK_THROWS_AS((void)test_change({1}, {1, 1.01, 0}), std::invalid_argument);
        CHECK_THROWS_AS((void)test_change({1}, {1, 1, -0.1}), std::invalid_argument);
        CHECK_THROWS_AS((void)test_change({1, 1, std::nan("")}, {1}), std::invalid_argument);
        CHECK_THROWS_AS((void)test_change({1, 1, 80}, {1}), std::invalid_argument);
        change_question question;
        question.persons_in_both = 3;
        CHECK_THROWS_AS((void)test_change({2}, {9}, question), std::invalid_argument);
        question = {};
        question.level = 1;
        CHECK_THROWS_AS((void)test_change({2}, {9}, question), std::invalid_argument);
        question = {};
        question.prior_log_sd = 0;
        CHECK_THROWS_AS((void)test_change({2}, {9}, question), std::invalid_argument);
    }

    TEST_CASE(
        "coverage certain, nothing changed: at most one alarm of twenty, worked out exactly") {
        CHECK(chance_of_alarm(3, 3) < 0.05);
        CHECK(chance_of_alarm(20, 20) == doctest::Approx(0.0482).epsilon(0.002));
        CHECK(chance_of_alarm(50, 50) == doctest::Approx(0.0490).epsilon(0.002));
    }

    TEST_CASE("a quarter more or fewer of 300 is found four times of five, worked out exactly") {
        CHECK(chance_of_alarm(300, 375) == doctest::Approx(0.824).epsilon(0.002));
        CHECK(chance_of_alarm(300, 225) == doctest::Approx(0.907).epsilon(0.002));
    }

    TEST_CASE("coverage wobbles, nothing changed: false alarms stay at one of twenty") {
        using detail::synthetic::draw_poisson;
        using detail::synthetic::normal_of;
        constexpr int worlds = 400;
        int all = 0;
        int all_alarms = 0;
        for (const double sd : {0.05, 0.08, 0.15}) {
            for (const double n : {20.0, 300.0, 3'000.0}) {
                random_stream random(31, static_cast<std::uint64_t>(n),
                                     static_cast<std::uint32_t>(sd * 1000));
                const auto count = [&] {
                    return draw_poisson(random, n * std::exp(sd * normal_of(random.next())));
                };
                int alarms = 0;
                for (int i = 0; i < worlds; ++i) {
                    const observed_round before{count(), 0.8, sd};
                    const observed_round now{count(), 0.8, sd};
                    alarms += is_alarm(before, now) ? 1 : 0;
                }
                CAPTURE(sd);
                CAPTURE(n);
                // 400 are few: a share of 5 % may well be one of 8 %.
                CHECK(alarms < 0.08 * worlds);
                all += worlds;
                all_alarms += alarms;
            }
        }
        CHECK(all_alarms < 0.06 * all);
        CHECK(all_alarms > 0.03 * all);
    }
}

} // namespace change_test
