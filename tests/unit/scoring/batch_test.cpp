#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include <brukerplan/scoring/batch.hpp>

#include "unit/scoring/scheme_twins.hpp"

namespace batch_test {

using namespace brukerplan;
using scoring_test::scheme_maker;
using scoring_test::shipped;

/// Ratings of people, of which some are no ratings.
struct rows {
    std::array<std::vector<std::uint8_t>, domain_count> columns;
    std::vector<score> expected; ///< each by itself
    std::size_t unreadable = 0;

    rows(const scheme& by, std::size_t count, unsigned wrong_in_a_thousand) {
        std::mt19937 random{static_cast<unsigned>(count) + wrong_in_a_thousand};
        for (std::size_t i = 0; i < count; ++i) {
            assessment a;
            bool readable = true;
            for (const domain d : all_domains) {
                const bool wrong = random() % 8000 < wrong_in_a_thousand;
                const auto value =
                    static_cast<std::uint8_t>(wrong ? 4 + random() % 252 : random() % 4);
                columns[static_cast<std::size_t>(d)].push_back(value);
                readable = readable && !wrong;
                a.set(d, static_cast<rating>(wrong ? 0 : value));
            }
            expected.push_back(readable ? by(a) : unreadable_score);
            unreadable += readable ? 0 : 1;
        }
    }

    [[nodiscard]] rating_columns from(std::size_t first) const {
        rating_columns result{};
        for (std::size_t d = 0; d < domain_count; ++d) {
            result[d] = columns[d].data() + first;
        }
        return result;
    }
};

/// Columns for answers, with a guard behind the last.
struct answers {
    std::vector<std::int8_t> classes, answered, reasons, short_points;
    std::vector<std::int32_t> points;
    score_columns columns;

    /// `wanted`: bits for classes, points, answered, reasons and short points.
    answers(std::size_t count, unsigned wanted)
        : classes(count + 1, 77), answered(classes), reasons(classes), short_points(classes),
          points(count + 1, 77) {
        columns.classes = (wanted & 1U) != 0 ? classes.data() : nullptr;
        columns.points = (wanted & 2U) != 0 ? points.data() : nullptr;
        columns.answered = (wanted & 4U) != 0 ? answered.data() : nullptr;
        columns.reasons = (wanted & 8U) != 0 ? reasons.data() : nullptr;
        columns.short_points = (wanted & 16U) != 0 ? short_points.data() : nullptr;
    }

    [[nodiscard]] bool row_is(std::size_t row, const score& s) const {
        const auto holds = [&](const auto* wanted, const auto& column, int value) {
            return column[row] == (wanted != nullptr ? value : 77);
        };
        return holds(columns.classes, classes, static_cast<int>(s.result)) &&
               holds(columns.points, points, s.points) &&
               holds(columns.answered, answered, s.answered) &&
               holds(columns.reasons, reasons, static_cast<int>(s.reason)) &&
               holds(columns.short_points, short_points, s.points);
    }
    [[nodiscard]] bool are(const score* expected, std::size_t count) const {
        for (std::size_t i = 0; i < count; ++i) {
            if (!row_is(i, expected[i])) {
                return false;
            }
        }
        const std::array guards{classes[count], answered[count], reasons[count],
                                short_points[count]};
        return guards == std::array<std::int8_t, 4>{77, 77, 77, 77} && points[count] == 77;
    }
};

constexpr std::array<std::size_t, 13> lengths{0,   1,   2,   7,   15,  16,  17,
                                              127, 128, 129, 255, 257, 1500};

TEST_SUITE("scoring: batches") {

    TEST_CASE("a row of eight columns gets the score that it gets alone, however many there are") {
        for (const auto* id : {"sum16/1", "rule/1"}) {
            const auto& by = shipped(id);
            for (const auto count : lengths) {
                for (const unsigned wrong : {0U, 1U, 30U, 1000U}) {
                    const rows people{by, count, wrong};
                    for (const unsigned wanted : {0U, 1U, 3U, 17U, 15U, 31U, 8U}) {
                        answers got{count, wanted};
                        CHECK(score_columns_of(by, people.from(0), count, got.columns) ==
                              people.unreadable);
                        CHECK(got.are(people.expected.data(), count));
                    }
                }
            }
        }
    }

    TEST_CASE("columns may begin anywhere") {
        const auto& by = shipped("rule/1");
        const rows people{by, 1200, 5};
        for (const std::size_t first : {1U, 3U, 16U, 64U, 509U}) {
            const auto count = people.expected.size() - first;
            answers got{count, 31};
            score_columns_of(by, people.from(first), count, got.columns);
            CHECK(got.are(people.expected.data() + first, count));
        }
    }

    TEST_CASE("a number that is no rating is never taken for one: its row is unreadable") {
        const auto& by = shipped("sum16/1");
        for (std::size_t d = 0; d < domain_count; ++d) {
            for (unsigned value = 4; value < 256; ++value) {
                std::array<std::vector<std::uint8_t>, domain_count> columns;
                rating_columns from{};
                for (std::size_t i = 0; i < domain_count; ++i) {
                    columns[i].assign(20, 1);
                    from[i] = columns[i].data();
                }
                columns[d][9] = static_cast<std::uint8_t>(value);
                answers got{20, 31};
                REQUIRE(score_columns_of(by, from, 20, got.columns) == 1);
                REQUIRE(got.row_is(9, unreadable_score));
                const auto green = by(assessment{0x5555});
                REQUIRE(got.row_is(8, green));
                REQUIRE(got.row_is(10, green));
            }
        }
    }

    TEST_CASE("structs in an array are scored as columns are, also backwards and with a constant") {
        struct person {
            std::int32_t id = 0;
            std::array<std::uint8_t, domain_count> ratings{};
            std::uint8_t more = 9;
        };
        const auto& by = shipped("sum16/1");
        for (const auto count : lengths) {
            const rows people{by, count, 20};
            std::vector<person> structs(count + 1);
            rating_columns from{};
            std::array<std::ptrdiff_t, domain_count> strides{};
            for (std::size_t d = 0; d < domain_count; ++d) {
                for (std::size_t i = 0; i < count; ++i) {
                    structs[i].ratings[d] = people.columns[d][i];
                }
                from[d] = &structs[0].ratings[d];
                strides[d] = sizeof(person);
            }
            answers got{count, 15};
            CHECK(score_strided(by, from, strides, count, got.columns) == people.unreadable);
            CHECK(got.are(people.expected.data(), count));
            if (count == 0) {
                continue;
            }
            for (std::size_t d = 0; d < domain_count; ++d) {
                from[d] = &structs[count - 1].ratings[d];
                strides[d] = -static_cast<std::ptrdiff_t>(sizeof(person));
            }
            const std::vector<score> backwards{people.expected.rbegin(), people.expected.rend()};
            answers turned{count, 31};
            score_strided(by, from, strides, count, turned.columns);
            CHECK(turned.are(backwards.data(), count));
            strides.fill(0);
            answers constant{count, 3};
            score_strided(by, from, strides, count, constant.columns);
            CHECK(constant.row_is(0, backwards[0]));
            CHECK(constant.row_is(count - 1, backwards[0]));
        }
    }

    TEST_CASE("every packed number is scored as the assessment it is") {
        scheme_maker make{11};
        std::vector<std::uint16_t> codes(assessment::space);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            codes[i] = static_cast<std::uint16_t>(i * 40503U); // odd: each code once
        }
        bool some_large = false;
        for (int i = 0; i < 30; ++i) {
            const scheme by{make.make().definition};
            const bool is_short = by.short_table() != nullptr;
            some_large = some_large || !is_short;
            std::vector<score> expected;
            for (const auto code : codes) {
                expected.push_back(by(assessment{code}));
            }
            for (const unsigned wanted : {1U, 3U, 15U, is_short ? 17U : 2U}) {
                for (const auto count : {std::size_t{0}, std::size_t{129}, codes.size()}) {
                    answers got{count, wanted};
                    score_packed(by, codes.data(), count, got.columns);
                    CHECK(got.are(expected.data(), count));
                }
            }
        }
        CHECK(some_large); // points that do not fit a byte take the general path
    }
}

} // namespace batch_test
