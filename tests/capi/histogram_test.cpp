// Counts of assessments: however the ratings come in, and whatever scheme is asked afterwards.
#include "tables.hpp"

#include <array>
#include <numeric>
#include <vector>

namespace capi_histogram_test {

using namespace capi_test;

histogram make_histogram() {
    bplan_histogram* made = nullptr;
    REQUIRE(bplan_histogram_create(&made, nullptr) == BPLAN_OK);
    return histogram{made};
}

const std::int64_t* counts_of(const histogram& of) {
    const std::int64_t* counts = nullptr;
    REQUIRE(bplan_histogram_get_counts(of.get(), &counts, nullptr) == BPLAN_OK);
    return counts;
}

bool same(const histogram& a, const histogram& b) {
    return std::equal(counts_of(a), counts_of(a) + BPLAN_ASSESSMENTS, counts_of(b)) &&
           number_from(&bplan_histogram_count_unreadable, a) ==
               number_from(&bplan_histogram_count_unreadable, b);
}

/// Eight columns of pseudo-random ratings; now and then a number that is none.
struct rating_rows {
    static constexpr std::size_t rows = 1000;
    std::array<std::array<std::uint8_t, rows>, BPLAN_DOMAINS> columns{};
    std::vector<std::array<std::uint8_t, BPLAN_DOMAINS>> structs{rows};
    std::vector<std::uint16_t> codes;

    rating_rows() {
        std::uint32_t state = 7;
        for (std::size_t row = 0; row < rows; ++row) {
            std::uint32_t code = 0;
            bool readable = true;
            for (std::size_t d = 0; d < BPLAN_DOMAINS; ++d) {
                state = state * 1664525U + 1013904223U;
                const auto rating =
                    static_cast<std::uint8_t>((state >> 24U) % 101 == 100 ? 9 : (state >> 24U) % 4);
                columns[d][row] = structs[row][d] = rating;
                readable = readable && rating < 4;
                code |= static_cast<std::uint32_t>(rating & 3U) << (2 * d);
            }
            if (readable) {
                codes.push_back(static_cast<std::uint16_t>(code));
            }
        }
    }
    [[nodiscard]] std::array<const std::uint8_t*, BPLAN_DOMAINS> pointers() const {
        std::array<const std::uint8_t*, BPLAN_DOMAINS> result{};
        for (std::size_t d = 0; d < result.size(); ++d) {
            result[d] = columns[d].data();
        }
        return result;
    }
};

TEST_CASE("columns, structs and codes give the same counts") {
    const rating_rows rows;
    REQUIRE(rows.codes.size() < rating_rows::rows);
    const auto by_columns = make_histogram();
    auto pointers = rows.pointers();
    REQUIRE(bplan_histogram_add_columns(by_columns.get(), pointers.data(), rating_rows::rows,
                                        nullptr) == BPLAN_OK);
    const auto by_structs = make_histogram();
    std::array<const std::uint8_t*, BPLAN_DOMAINS> members{};
    std::array<std::int64_t, BPLAN_DOMAINS> strides{};
    for (std::size_t d = 0; d < members.size(); ++d) {
        members[d] = rows.structs[0].data() + d;
        strides[d] = BPLAN_DOMAINS;
    }
    REQUIRE(bplan_histogram_add_strided(by_structs.get(), members.data(), strides.data(),
                                        rating_rows::rows, nullptr) == BPLAN_OK);
    CHECK(same(by_columns, by_structs));

    const auto by_codes = make_histogram();
    REQUIRE(bplan_histogram_add_packed(by_codes.get(), rows.codes.data(), size_of_list(rows.codes),
                                       nullptr) == BPLAN_OK);
    CHECK(std::equal(counts_of(by_codes), counts_of(by_codes) + BPLAN_ASSESSMENTS,
                     counts_of(by_columns)));
    CHECK(number_from(&bplan_histogram_count_persons, by_codes) == size_of_list(rows.codes));
    CHECK(number_from(&bplan_histogram_count_unreadable, by_columns) ==
          static_cast<std::int64_t>(rating_rows::rows - rows.codes.size()));
}

TEST_CASE("histograms of parts add up to that of the whole") {
    const rating_rows rows;
    const auto whole = make_histogram();
    auto pointers = rows.pointers();
    REQUIRE(bplan_histogram_add_columns(whole.get(), pointers.data(), rating_rows::rows, nullptr) ==
            BPLAN_OK);
    const auto joined = make_histogram();
    for (std::int64_t first = 0; first < 1000; first += 250) {
        const auto part = make_histogram();
        auto from = rows.pointers();
        for (auto& column : from) {
            column += first;
        }
        REQUIRE(bplan_histogram_add_columns(part.get(), from.data(), 250, nullptr) == BPLAN_OK);
        REQUIRE(bplan_histogram_add_counts(joined.get(), counts_of(part),
                                           number_from(&bplan_histogram_count_unreadable, part),
                                           nullptr) == BPLAN_OK);
    }
    CHECK(same(whole, joined));
}

TEST_CASE("the rows of a table are counted, those without a colour apart") {
    const auto with = make_context(test_options());
    const exported rows{rows_of_a_round()}; // the second has a colour that is none
    const auto counted = make_histogram();
    REQUIRE(bplan_histogram_add_table(counted.get(), with.get(), &rows.schema, &rows.array,
                                      nullptr) == BPLAN_OK);
    CHECK(number_from(&bplan_histogram_count_persons, counted) == 2);
    CHECK(number_from(&bplan_histogram_count_unreadable, counted) == 1);
    // red red yellow green yellow red yellow green, housing lowest
    const std::int32_t code = 3 | 3 << 2 | 2 << 4 | 1 << 6 | 2 << 8 | 3 << 10 | 2 << 12 | 1 << 14;
    CHECK(counts_of(counted)[code] == 2);
}

TEST_CASE("the rows of a stream are counted as those of its batches, and it is told how many") {
    const auto with = make_context(test_options());
    const exported rows{rows_of_a_round()};
    const auto by_batches = make_histogram();
    for (int batch = 0; batch < 3; ++batch) {
        REQUIRE(bplan_histogram_add_table(by_batches.get(), with.get(), &rows.schema, &rows.array,
                                          nullptr) == BPLAN_OK);
    }
    const auto by_stream = make_histogram();
    producer from{rows_of_a_round(), 3};
    auto stream = from.stream();
    std::vector<std::int64_t> told;
    const auto note = [](std::int64_t so_far, void* payload) -> std::int32_t {
        static_cast<std::vector<std::int64_t>*>(payload)->push_back(so_far);
        return 0;
    };
    REQUIRE(bplan_histogram_add_stream(by_stream.get(), with.get(), &stream, note, &told,
                                       nullptr) == BPLAN_OK);
    CHECK(same(by_stream, by_batches));
    CHECK(told == std::vector<std::int64_t>{3, 6, 9});
    CHECK(from.released);
    CHECK(from.alive == 0);
}

TEST_CASE("a stream that fails or is stopped adds nothing to a histogram, and is released") {
    const auto with = make_context(test_options());
    const auto to = make_histogram();
    const auto add = [&](producer& from, bplan_progress* progress, const context& by) {
        auto stream = from.stream();
        const auto code =
            bplan_histogram_add_stream(to.get(), by.get(), &stream, progress, nullptr, nullptr);
        CHECK(from.released);
        CHECK(from.alive == 0);
        CHECK(number_from(&bplan_histogram_count_persons, to) == 0);
        CHECK(number_from(&bplan_histogram_count_unreadable, to) == 0);
        return code;
    };
    producer broken{rows_of_a_round(), 3};
    broken.failure_at = 2;
    CHECK(add(broken, nullptr, with) == BPLAN_ERROR_ARROW_STREAM);
    producer stopped{rows_of_a_round(), 3};
    const auto stop = [](std::int64_t rows, void*) -> std::int32_t { return rows > 3 ? 1 : 0; };
    CHECK(add(stopped, stop, with) == BPLAN_ERROR_CANCELLED);
    CHECK(stopped.given == 2);
    producer lacking{table({strings("row_ref", {"A-1"})}), 1};
    CHECK(add(lacking, nullptr, with) == BPLAN_ERROR_MISSING_COLUMNS);
    producer unused{rows_of_a_round(), 1};
    CHECK(add(unused, nullptr, context{}) == BPLAN_ERROR_NULL_ARGUMENT);
    ArrowArrayStream gone{};
    CHECK(bplan_histogram_add_stream(to.get(), with.get(), &gone, nullptr, nullptr, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("persons by class and by reason are those of every score by itself") {
    bplan_scheme* made = nullptr;
    REQUIRE(bplan_scheme_create(nullptr, 0, nullptr, 0, &made, nullptr) == BPLAN_OK);
    const scheme by{made};
    std::vector<std::int64_t> counts(BPLAN_ASSESSMENTS);
    std::array<std::int64_t, 5> classes{};
    std::array<std::int64_t, 6> reasons{};
    for (std::int32_t code = 0; code < BPLAN_ASSESSMENTS; ++code) {
        const auto persons = code % 7;
        counts[static_cast<std::size_t>(code)] = persons;
        std::int32_t c = 0;
        std::int32_t points = 0;
        std::int32_t answered = 0;
        std::int32_t reason = 0;
        REQUIRE(bplan_scheme_score_code(by.get(), code, &c, &points, &answered, &reason, nullptr) ==
                BPLAN_OK);
        classes[static_cast<std::size_t>(c)] += persons;
        reasons[static_cast<std::size_t>(reason)] += persons;
    }
    std::int64_t persons = -1;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        REQUIRE(bplan_scheme_count_class(by.get(), counts.data(), static_cast<std::int32_t>(c),
                                         &persons, nullptr) == BPLAN_OK);
        CHECK(persons == classes[c]);
    }
    for (std::size_t r = 0; r < reasons.size(); ++r) {
        REQUIRE(bplan_scheme_count_no_class(by.get(), counts.data(), static_cast<std::int32_t>(r),
                                            &persons, nullptr) == BPLAN_OK);
        CHECK(persons == reasons[r]);
    }
    CHECK(bplan_scheme_count_class(by.get(), counts.data(), 5, &persons, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_scheme_count_no_class(by.get(), counts.data(), -1, &persons, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("counts that cannot be are refused, with the place, and nothing is added") {
    const auto to = make_histogram();
    std::vector<std::int64_t> counts(BPLAN_ASSESSMENTS);
    counts[17] = -1;
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(bplan_histogram_add_counts(to.get(), counts.data(), 0, &err) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.row == 17);
    counts[17] = INT64_MAX;
    CHECK(bplan_histogram_add_counts(to.get(), counts.data(), 0, &err) == BPLAN_OK);
    counts[17] = 0;
    counts[18] = 1;
    CHECK(bplan_histogram_add_counts(to.get(), counts.data(), 0, &err) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.row == 18);
    CHECK(bplan_histogram_add_counts(to.get(), counts.data(), -1, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    const std::uint16_t one_more = 18;
    CHECK(bplan_histogram_add_packed(to.get(), &one_more, 1, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(number_from(&bplan_histogram_count_persons, to) == INT64_MAX);
    CHECK(counts_of(to)[18] == 0);
}

} // namespace capi_histogram_test
