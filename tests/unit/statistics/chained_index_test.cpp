#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

#include <brukerplan/statistics/chained_index.hpp>

namespace chained_index_test {

using namespace brukerplan;

std::vector<index_point> chained(const std::vector<reported_round>& rounds) {
    return chained_index(rounds);
}

TEST_SUITE("chained index") {
    TEST_CASE("a unit that joins or leaves moves nothing; what the others report does") {
        const auto points = chained({{2018, false, {{"nav", 40}, {"health", 60}, {"youth", 20}}},
                                     {2019, false, {{"nav", 44}, {"health", 66}}},
                                     {2021, false, {{"nav", 33}, {"health", 66}, {"gp", 30}}}});
        REQUIRE(points.size() == 3);
        CHECK(points[0].index == 1);
        CHECK(points[0].link == link_state::first);
        CHECK_FALSE(points[0].ratio.has_value());

        CHECK(points[1].link == link_state::linked);
        CHECK(points[1].ratio.value() == doctest::Approx(1.1));
        CHECK(points[1].matched_units == 2);
        CHECK(points[1].matched_before == 100);
        CHECK(points[1].matched_now == 110);
        CHECK(points[1].matched_share == doctest::Approx(100 / 120.0));

        CHECK(points[2].ratio.value() == doctest::Approx(0.9));
        CHECK(points[2].index == doctest::Approx(0.99));
        CHECK(points[2].matched_share == doctest::Approx(99 / 129.0));
        CHECK(points[2].series == 0);
    }

    TEST_CASE("where the same units report every time, the index is the ratio to the first") {
        const auto points = chained({{1, false, {{"a", 10}, {"b", 30}}},
                                     {2, false, {{"b", 25}, {"a", 12}}},
                                     {3, false, {{"a", 20}, {"b", 33}}},
                                     {4, false, {{"a", 9}, {"b", 21}}}});
        CHECK(points[3].index == doctest::Approx(30 / 40.0).epsilon(1e-15));
    }

    TEST_CASE("after a break the index starts anew, and what follows hangs on that") {
        const auto points = chained({{2013, false, {{"a", 50}}},
                                     {2014, false, {{"a", 60}}},
                                     {2015, true, {{"a", 150}}},
                                     {2016, false, {{"a", 165}}}});
        CHECK(points[1].index == doctest::Approx(1.2));
        CHECK(points[2].link == link_state::broken);
        CHECK_FALSE(points[2].ratio.has_value());
        CHECK(points[2].index == 1);
        CHECK(points[2].series == 1);
        CHECK(points[3].index == doctest::Approx(1.1));
        CHECK(points[3].series == 1);
    }

    TEST_CASE("under half of the persons matched is no link, half is one") {
        const auto half = chained({{1, false, {{"a", 50}, {"b", 50}}}, {2, false, {{"a", 50}}}});
        CHECK(half[1].link == link_state::linked);
        const auto less = chained({{1, false, {{"a", 49}, {"b", 51}}}, {2, false, {{"a", 49}}}});
        CHECK(less[1].link == link_state::too_few_matched);
        CHECK(less[1].matched_share == doctest::Approx(0.49));
        CHECK(less[1].index == 1);
        CHECK(less[1].series == 1);
        // The share counts in both rounds.
        const auto grown = chained({{1, false, {{"a", 50}}}, {2, false, {{"a", 50}, {"b", 51}}}});
        CHECK(grown[1].link == link_state::too_few_matched);
    }

    TEST_CASE("nobody counted before, or nobody in common, is no link") {
        const auto empty = chained({{1, false, {{"a", 0}}}, {2, false, {{"a", 3}}}});
        CHECK(empty[1].link == link_state::nobody_matched);
        const auto others = chained({{1, false, {{"a", 5}}}, {2, false, {{"b", 5}}}});
        CHECK(others[1].link == link_state::nobody_matched);
        CHECK(others[1].matched_units == 0);
        const auto gone =
            chained({{1, false, {{"a", 5}}}, {2, false, {{"a", 0}}}, {3, false, {{"a", 4}}}});
        CHECK(gone[1].ratio.value() == 0);
        CHECK(gone[1].index == 0);
        CHECK(gone[2].link == link_state::nobody_matched);
        CHECK(gone[2].index == 1);
    }

    TEST_CASE("a unit twice, or years out of order, is refused") {
        CHECK_THROWS_AS((void)chained({{1, false, {{"a", 5}, {"a", 6}}}}), std::invalid_argument);
        CHECK_THROWS_AS((void)chained({{2, false, {{"a", 5}}}, {2, false, {{"a", 5}}}}),
                        std::invalid_argument);
        CHECK(chained({}).empty());
    }
}

} // namespace chained_index_test
