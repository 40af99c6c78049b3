// Counts that a projection rests on: from registrations, from somebody else's, added up and saved.
#include "projections.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include <boost/json.hpp>

namespace capi_mapping_counts_test {

using namespace capi_test;

std::int64_t total(const mapping_counts& of, std::int32_t which) {
    std::int64_t number = -1;
    REQUIRE(bplan_mapping_counts_get_total(of.get(), which, &number, nullptr) == BPLAN_OK);
    return number;
}

std::int32_t add_rows(const mapping_counts& to, const context& with, node rows,
                      bplan_error* err = nullptr) {
    const exported table{std::move(rows)};
    return bplan_mapping_counts_add_table(to.get(), with.get(), &table.schema, &table.array, err);
}

mapping_counts restored(std::string_view text) {
    bplan_mapping_counts* made = nullptr;
    REQUIRE(bplan_mapping_counts_restore(text.data(), size_of(text), &made, nullptr) == BPLAN_OK);
    return mapping_counts{made};
}

TEST_CASE("registrations of one person are one person in the counts") {
    const auto with = make_context(test_options());
    const auto counts = no_counts();
    producer from{rows_of_a_round(), 2}; // one number in all rows, and one row in three with errors
    auto stream = from.stream();
    REQUIRE(bplan_mapping_counts_add_stream(counts.get(), with.get(), &stream, nullptr, nullptr,
                                            nullptr) == BPLAN_OK);
    CHECK(from.released);
    CHECK(total(counts, BPLAN_COUNTED_ROWS) == 6);
    CHECK(total(counts, BPLAN_COUNTED_WITH_ERRORS) > 0);
    CHECK(total(counts, BPLAN_COUNTED_PERSONS) == 1);
    CHECK(total(counts, BPLAN_COUNTED_UNPLACED) == 0);
    CHECK(total(counts, BPLAN_COUNTED_UNLINKED) == 0);
    const auto text = saved(counts);
    CHECK(text.find("15868710168") == std::string::npos);
    const auto round = boost::json::parse(text).at("rounds").at(0);
    CHECK(round.at("municipality") == "9001");
    CHECK(round.at("round") == 2024);
    CHECK(round.at("recipients") == 1);
    CHECK(round.at("mapped").as_array().size() == 2);
}

TEST_CASE("a municipality's round is given in one call") {
    const auto with = make_context(test_options());
    const auto counts = no_counts();
    REQUIRE(add_rows(counts, with, rows_of_a_round()) == BPLAN_OK);
    const auto before = saved(counts);
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(add_rows(counts, with, rows_of_a_round(), &err) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(std::string_view{err.message}.find("9001") == std::string_view::npos);
    CHECK(saved(counts) == before);
    CHECK(total(counts, BPLAN_COUNTED_ROWS) == 3);
}

TEST_CASE("a stream that fails or is stopped adds nothing") {
    const auto with = make_context(test_options());
    const auto counts = no_counts();
    const auto empty = saved(counts);
    producer failing{rows_of_a_round(), 3};
    failing.failure_at = 1;
    auto stream = failing.stream();
    CHECK(bplan_mapping_counts_add_stream(counts.get(), with.get(), &stream, nullptr, nullptr,
                                          nullptr) == BPLAN_ERROR_ARROW_STREAM);
    CHECK(failing.released);

    producer stopped{rows_of_a_round(), 3};
    stream = stopped.stream();
    std::int64_t seen = 0;
    const auto stop = [](std::int64_t rows, void* payload) -> std::int32_t {
        *static_cast<std::int64_t*>(payload) = rows;
        return 1;
    };
    CHECK(bplan_mapping_counts_add_stream(counts.get(), with.get(), &stream, stop, &seen,
                                          nullptr) == BPLAN_ERROR_CANCELLED);
    CHECK(seen == 3);
    CHECK(stopped.released);
    CHECK(saved(counts) == empty);
    CHECK(total(counts, BPLAN_COUNTED_ROWS) == 0);
}

TEST_CASE("parts in any order are saved as the same text") {
    std::vector<std::string> parts{cells_of(3, 2022, 2022), cells_of(3, 2023, 2024),
                                   std::string{count_header} + "9001,2022,work,1,1,0,3\n",
                                   std::string{count_header} + "9002,2022,other,1,1,0,3\n"};
    std::sort(parts.begin(), parts.end());
    std::string first;
    do {
        const auto left = counts_of(parts[0]);
        const auto right = counts_of(parts[1]);
        REQUIRE(add_csv(right, parts[2]) == BPLAN_OK);
        REQUIRE(bplan_mapping_counts_merge(left.get(), right.get(), nullptr) == BPLAN_OK);
        REQUIRE(bplan_mapping_counts_merge(left.get(), restored(saved(counts_of(parts[3]))).get(),
                                           nullptr) == BPLAN_OK);
        first = first.empty() ? saved(left) : first;
        CHECK(saved(left) == first);
    } while (std::next_permutation(parts.begin(), parts.end()));
    CHECK(saved(restored(first)) == first);
}

TEST_CASE("what became of registrations is added up, and not saved") {
    const auto with = make_context(test_options());
    const auto one = no_counts();
    REQUIRE(add_rows(one, with, rows_of_a_round()) == BPLAN_OK);
    const auto all = counts_of(cells_of(2, 2022, 2023));
    REQUIRE(bplan_mapping_counts_merge(all.get(), one.get(), nullptr) == BPLAN_OK);
    CHECK(total(all, BPLAN_COUNTED_ROWS) == 3);
    CHECK(total(restored(saved(all)), BPLAN_COUNTED_ROWS) == 0);
    std::int64_t number = 1;
    for (const std::int32_t none : {0, 8}) {
        CHECK(bplan_mapping_counts_get_total(all.get(), none, &number, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(number == 0);
    }
}

TEST_CASE("counts and their profiles may come together, or profiles alone") {
    constexpr std::string_view profiles =
        "municipality,round,profile,recipients\n9001,2022,red:none,5\n";
    const auto both = no_counts();
    REQUIRE(add_csv(both, std::string{count_header} + "9001,2022,work,1,1,0,10\n", profiles) ==
            BPLAN_OK);
    const auto round = boost::json::parse(saved(both)).at("rounds").at(0);
    CHECK(round.at("recipients") == 12);
    CHECK(round.at("profiles").at(0).at(1) == 5);
    const auto alone = no_counts();
    REQUIRE(add_csv(alone, {}, profiles) == BPLAN_OK);
    CHECK(boost::json::parse(saved(alone)).at("rounds").at(0).at("recipients") == 5);
}

TEST_CASE("a text that is wrong is refused with its place, and adds nothing") {
    const auto counts = counts_of(cells_of(2, 2022, 2023));
    const auto before = saved(counts);
    const auto refuse = [&](std::string_view cells, std::string_view profiles,
                            std::string_view with) {
        bplan_error err = BPLAN_ERROR_INIT;
        CHECK(add_csv(counts, cells, profiles, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
        INFO(err.message);
        CHECK(std::string_view{err.message}.find(with) != std::string_view::npos);
        CHECK(saved(counts) == before);
    };
    refuse({}, {}, "");
    refuse(std::string{count_header} + "9001,2022,work,1,1,0,10\n9001,2023,work,x,1,0,10\n", {},
           "line 3");
    refuse(std::string{count_header} + "9001,2022,work,x,1,y,10\n", {}, "(and 1 more)");
    refuse(std::string{count_header} + "9001,2022,work,1,1,0,10\n",
           "municipality,round,profile,recipients\n9001,2022,red:none,13\n", "line 2");
}

TEST_CASE("nobody is counted twice, and counts keep within their bounds") {
    const auto counts = counts_of(cells_of(2, 2022, 2023));
    CHECK(bplan_mapping_counts_merge(counts.get(), counts.get(), nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    const auto most = std::to_string(std::numeric_limits<std::uint32_t>::max());
    const auto full =
        restored(R"({"format":"brukerplan/mapping-counts","version":1,"rounds":[{"municipality":)"
                 R"("9001","round":2022,"recipients":)" +
                 most + R"(,"mapped":null,"services":[],"profiles":[]}]})");
    const auto before = saved(full);
    CHECK(bplan_mapping_counts_merge(full.get(), counts.get(), nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(saved(full) == before);
}

TEST_CASE("a text that is no saved counts is refused with its place") {
    for (const std::string text :
         {"", "{}", R"({"format":"brukerplan/mapping-counts","version":2,"rounds":[]})"}) {
        bplan_error err = BPLAN_ERROR_INIT;
        bplan_mapping_counts* made = nullptr;
        CHECK(bplan_mapping_counts_restore(text.data(), size_of(text), &made, &err) ==
              BPLAN_ERROR_INVALID_STATE);
        CHECK(std::string_view{err.message}.substr(0, 6) == "state:");
        CHECK(made == nullptr);
    }
}

} // namespace capi_mapping_counts_test
