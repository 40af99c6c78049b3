#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "projection/projection_goals.hpp"

namespace projection_goals_test {

using namespace brukerplan;
using namespace projection_test;

// Countries are simulated in full: with a sanitizer that takes minutes, and shows nothing more.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool too_slow_here = true;
#else
constexpr bool too_slow_here = false;
#endif

/// Two countries of a shipped world: enough for the goals to hold with room, and for a mistake in a
/// model or a spread to show.
world_scores scores_in(std::string_view world) {
    world_scores scores;
    for (const std::uint64_t seed : {201, 202}) {
        score_world(scores, shipped(*find_world(world)), seed,
                    {.refits = 100, .areas = false, .levels = false});
    }
    return scores;
}

const auto all = [](const scored_count&) { return true; };
const auto few = [](const scored_count& one) { return one.few; };

void check_promises(const world_scores& scores) {
    for (std::size_t g = 0; g < size_group_count; ++g) {
        const auto of_size = [g](const auto& one) { return one.size_group == g; };
        CAPTURE(size_group_tokens[g]);
        const double coverage = transform_coverage(scores, of_size);
        CHECK(coverage > 0.87);
        CHECK(coverage < 0.97);
        CHECK(share_of(scores, of_size, [](const auto& one) { return one.under || one.over; }) <
              0.10);
    }
}

/// `against_naive`: of the CRPS
void check_gains(const world_scores& scores, double against_naive) {
    CHECK(relative(scores, &scored_count::crps, rival::naive_poisson, all) < against_naive);
    CHECK(relative(scores, &scored_count::crps, rival::naive_poisson, few) < 0.83);
    CHECK(relative(scores, &scored_count::crps, rival::smoother, all) < 1.00);
    CHECK(relative(scores, &scored_count::crps, rival::smoother, few) < 0.98);
    CHECK(relative(scores, &scored_count::interval, rival::naive_poisson, all) < 0.72);
    CHECK(relative(scores, &scored_count::interval, rival::naive, all) < 0.86);
}

TEST_SUITE("projection: next year in simulated countries") {

    TEST_CASE("intervals hold what they promise and errors are smaller than those of rivals" *
              doctest::skip(too_slow_here)) {
        SUBCASE("with four rounds") {
            const auto scores = scores_in("base");
            check_promises(scores);
            check_gains(scores, 0.86);
        }
        SUBCASE("with two rounds") {
            const auto scores = scores_in("two_rounds");
            check_promises(scores);
            check_gains(scores, 0.91);
        }
        SUBCASE("in a country of another form") {
            const auto scores = scores_in("mixture");
            check_promises(scores);
            check_gains(scores, 0.86);
        }
    }

    TEST_CASE("the interval that is scored is the one that is published" *
              doctest::skip(too_slow_here)) {
        const auto known = make_known_world(shipped(*find_world("two_rounds")), 203, false);
        projection_options options;
        options.refits = 50;
        const projector ours{known.shown, options};
        for (const std::size_t m : {0, 1, 2}) {
            for (const auto& row : ours.municipality(m)) {
                if (row.of == quantity::expected_use) {
                    const auto s = parts::place_of(known.shown.services, row.service);
                    const auto interval = parts::published_interval(*ours.expected_use(m, s));
                    CHECK(row.numbers->quantiles.front() == interval.lower);
                    CHECK(row.numbers->quantiles.back() == interval.upper);
                }
            }
        }
    }

    TEST_CASE("a round that nobody could have been mapped in is left out") {
        mapping_counts counts;
        coverage_table coverage;
        for (const int year : {2021, 2022}) {
            counts.rounds[{"9001", year}].recipients = year == 2021 ? 40 : 0;
            coverage[{"9001", year}] = {year == 2021 ? 0.8 : 0.0, 0.08, coverage_basis::declared};
        }
        const auto all_rounds = make_panel(counts, coverage);
        REQUIRE(all_rounds.rounds_of(0) == 1);
        CHECK(all_rounds.histories[0].front().number == 2021);
    }
}

} // namespace projection_goals_test
