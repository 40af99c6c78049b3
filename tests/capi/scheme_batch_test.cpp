// Scores of many assessments: every answer is the one that a row gets by itself.
#include "handles.hpp"

#include <array>
#include <random>
#include <vector>

namespace capi_scheme_batch_test {

using namespace capi_test;

using scored = std::array<std::int32_t, 4>;

scheme shipped(std::string_view id) {
    bplan_scheme* made = nullptr;
    REQUIRE(bplan_scheme_create(nullptr, 0, id.data(), size_of(id), &made, nullptr) == BPLAN_OK);
    return scheme{made};
}

/// A vendor's own record.
struct person {
    std::int64_t number;
    std::array<std::uint8_t, BPLAN_DOMAINS> ratings;
    char initial;
};

std::vector<person> random_people(std::size_t count) {
    std::mt19937 random{static_cast<unsigned>(count)};
    std::vector<person> people(count);
    for (auto& p : people) {
        for (auto& rating : p.ratings) {
            rating = static_cast<std::uint8_t>(random() % 200 == 0 ? random() % 256 : random() % 4);
        }
    }
    return people;
}

scored alone(const scheme& by, const person& p) {
    scored s{};
    REQUIRE(bplan_scheme_score_ratings(by.get(), p.ratings.data(), &s[0], &s[1], &s[2], &s[3],
                                       nullptr) == BPLAN_OK);
    return s;
}

struct answers {
    std::vector<std::int8_t> classes, answered, reasons;
    std::vector<std::int32_t> points;
    bplan_score_columns columns = BPLAN_SCORE_COLUMNS_INIT;

    explicit answers(std::size_t count)
        : classes(count, 77), answered(count, 77), reasons(count, 77), points(count, 77) {
        columns.classes = classes.data();
        columns.points = points.data();
        columns.answered = answered.data();
        columns.reasons = reasons.data();
    }
    [[nodiscard]] scored row(std::size_t i) const {
        return {classes[i], points[i], answered[i], reasons[i]};
    }
};

constexpr std::array<std::size_t, 6> lengths{0, 1, 15, 513, 1000, 2049};

TEST_CASE("columns, structs and packed numbers are scored as each row is by itself") {
    for (const auto* id : {"sum16/1", "rule/1"}) {
        const auto by = shipped(id);
        for (const auto length : lengths) {
            const auto people = random_people(length);
            const auto count = static_cast<std::int64_t>(length);
            std::array<std::vector<std::uint8_t>, BPLAN_DOMAINS> columns;
            std::array<const std::uint8_t*, BPLAN_DOMAINS> from_columns{};
            std::array<const std::uint8_t*, BPLAN_DOMAINS> from_structs{};
            std::array<std::int64_t, BPLAN_DOMAINS> strides{};
            for (std::size_t d = 0; d < columns.size(); ++d) {
                columns[d].assign(3 + d, 99); // a column may begin anywhere
                for (const auto& p : people) {
                    columns[d].push_back(p.ratings[d]);
                }
                from_columns[d] = columns[d].data() + 3 + d;
                from_structs[d] = people.empty() ? columns[d].data() : &people[0].ratings[d];
                strides[d] = sizeof(person);
            }
            answers by_columns{length};
            answers by_structs{length};
            std::int64_t unreadable = -1;
            std::int64_t unreadable_structs = -1;
            REQUIRE(bplan_scheme_score_columns(by.get(), from_columns.data(), count,
                                               &by_columns.columns, &unreadable,
                                               nullptr) == BPLAN_OK);
            REQUIRE(bplan_scheme_score_strided(by.get(), from_structs.data(), strides.data(), count,
                                               &by_structs.columns, &unreadable_structs,
                                               nullptr) == BPLAN_OK);
            std::int64_t expected_unreadable = 0;
            for (std::size_t i = 0; i < length; ++i) {
                const auto expected = alone(by, people[i]);
                REQUIRE(by_columns.row(i) == expected);
                REQUIRE(by_structs.row(i) == expected);
                expected_unreadable += expected[3] == BPLAN_NO_CLASS_UNREADABLE ? 1 : 0;
            }
            CHECK(unreadable == expected_unreadable);
            CHECK(unreadable_structs == expected_unreadable);
            CHECK((length < 1000 || unreadable > 0));
        }
    }
}

TEST_CASE("packed numbers are scored as each is by itself, and columns not wanted are left out") {
    const auto by = shipped("rule/1");
    std::vector<std::uint16_t> codes(BPLAN_ASSESSMENTS);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = static_cast<std::uint16_t>(i * 40503U);
    }
    answers got{codes.size()};
    REQUIRE(bplan_scheme_score_packed(by.get(), codes.data(), BPLAN_ASSESSMENTS, &got.columns,
                                      nullptr) == BPLAN_OK);
    answers two{codes.size()};
    two.columns.answered = nullptr;
    two.columns.reasons = nullptr;
    REQUIRE(bplan_scheme_score_packed(by.get(), codes.data(), BPLAN_ASSESSMENTS, &two.columns,
                                      nullptr) == BPLAN_OK);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        scored s{};
        REQUIRE(bplan_scheme_score_code(by.get(), codes[i], &s[0], &s[1], &s[2], &s[3], nullptr) ==
                BPLAN_OK);
        REQUIRE(got.row(i) == s);
        REQUIRE(two.row(i) == scored{s[0], s[1], 77, 77});
    }
    CHECK(bplan_scheme_score_packed(by.get(), codes.data(), 5, nullptr, nullptr) == BPLAN_OK);
    CHECK(bplan_scheme_score_packed(by.get(), nullptr, 0, nullptr, nullptr) == BPLAN_OK);
}

TEST_CASE("misuse of a batch is refused, and the columns are left empty") {
    const auto by = shipped("sum16/1");
    const std::array<std::uint8_t, 2> ratings{1, 1};
    std::array<const std::uint8_t*, BPLAN_DOMAINS> columns{};
    columns.fill(ratings.data());
    const std::array<std::int64_t, BPLAN_DOMAINS> strides{};
    bplan_error err = BPLAN_ERROR_INIT;
    std::int64_t unreadable = 7;
    const auto score = [&](const std::uint8_t** from, std::int64_t count, bool emptied) {
        answers got{2};
        const auto code =
            bplan_scheme_score_columns(by.get(), from, count, &got.columns, &unreadable, &err);
        CHECK(unreadable == 0);
        CHECK(err.code == code);
        CHECK((got.row(1) == scored{}) == emptied);
        return code;
    };
    CHECK(score(nullptr, 2, true) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(score(columns.data(), -2, false) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(score(columns.data(), INT64_MAX, false) == BPLAN_ERROR_INVALID_ARGUMENT);
    columns[5] = nullptr;
    CHECK(score(columns.data(), 2, true) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(err.column == 5);
    columns[5] = ratings.data();
    answers got{2};
    CHECK(bplan_scheme_score_strided(by.get(), columns.data(), nullptr, 2, &got.columns,
                                     &unreadable, &err) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(got.row(0) == scored{});
    CHECK(bplan_scheme_score_strided(by.get(), columns.data(), strides.data(), 2, &got.columns,
                                     &unreadable, &err) == BPLAN_OK);
    CHECK(got.row(1) == scored{BPLAN_CLASS_GREEN, 0, 8, 0});
    CHECK(bplan_scheme_score_packed(by.get(), nullptr, 2, &got.columns, &err) ==
          BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(got.row(1) == scored{});
    CHECK(bplan_scheme_score_columns(nullptr, columns.data(), 2, &got.columns, &unreadable, &err) ==
          BPLAN_ERROR_NULL_ARGUMENT);
}

TEST_CASE("score columns of a program that was compiled later are used as far as they are known") {
    struct {
        bplan_score_columns known = BPLAN_SCORE_COLUMNS_INIT;
        std::array<char, 16> later{};
    } larger;
    const auto by = shipped("sum16/1");
    const std::array<std::uint16_t, 1> codes{0x5555};
    std::array<std::int8_t, 1> classes{};
    larger.known.struct_size = sizeof larger;
    larger.known.classes = classes.data();
    const auto score = [&] {
        classes.fill(77);
        return bplan_scheme_score_packed(by.get(), codes.data(), 1, &larger.known, nullptr);
    };
    CHECK(score() == BPLAN_OK);
    CHECK(classes[0] == BPLAN_CLASS_GREEN);
    larger.later.back() = 1;
    CHECK(score() == BPLAN_ERROR_STRUCT_SIZE);
    larger.later.back() = 0;
    larger.known.struct_size = 8;
    CHECK(score() == BPLAN_ERROR_STRUCT_SIZE);
    CHECK(classes[0] == 77); // nobody knows where the arrays are
    larger.known.struct_size = sizeof(bplan_score_columns);
    larger.known.reserved = 1;
    CHECK(score() == BPLAN_ERROR_INVALID_ARGUMENT);
}

} // namespace capi_scheme_batch_test
