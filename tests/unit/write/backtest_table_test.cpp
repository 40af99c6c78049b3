#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/write/backtest_table.hpp>

#include "../projection/small_panels.hpp"

namespace backtest_table_test {

using namespace brukerplan;

const backtest_row* find(const std::vector<backtest_row>& rows, std::string_view forecaster,
                         std::string_view service, std::string_view size_group) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
        return row.forecaster == forecaster && row.service == service &&
               row.size_group == size_group;
    });
    return found == rows.end() ? nullptr : &*found;
}

struct scored {
    backtest_result result;
    std::vector<model_comparison> comparisons;
};

scored scored_rounds() {
    backtest_options options;
    options.refits = 10;
    auto result = backtest(projection_test::made_up_rounds(12, 2021, 2024).panel(), options);
    auto comparisons = comparisons_of(result, {100, 1, true});
    return {std::move(result), std::move(comparisons)};
}

TEST_SUITE("write: backtest table") {
    TEST_CASE("what is scored of sizes and services adds up to all") {
        const auto [result, comparisons] = scored_rounds();
        const auto rows = rows_of(result, comparisons, true);
        for (const auto& who : result.forecasters) {
            const auto* whole = find(rows, who.token, over_all, over_all);
            REQUIRE(whole != nullptr);
            std::uint64_t by_size = 0;
            std::uint64_t by_service = 0;
            for (const auto size : size_group_tokens) {
                const auto* part = find(rows, who.token, over_all, size);
                by_size += part == nullptr ? 0 : part->scores.forecasts;
            }
            for (const auto& service : result.services) {
                const auto* part = find(rows, who.token, service, over_all);
                by_service += part == nullptr ? 0 : part->scores.forecasts;
            }
            CHECK(by_size == whole->scores.forecasts);
            CHECK(by_service == whole->scores.forecasts);
        }
    }

    TEST_CASE("what was never scored has no row") {
        const auto [result, comparisons] = scored_rounds();
        for (const auto& row : rows_of(result, comparisons, true)) {
            CHECK(row.scores.forecasts > 0);
        }
    }

    TEST_CASE(
        "periods before which there was nothing to learn from are left out, or said to be in") {
        const auto [result, comparisons] = scored_rounds();
        const auto learned = rows_of(result, comparisons, true);
        const auto all = rows_of(result, comparisons, false);
        CHECK(learned.front().periods == 2);
        CHECK(learned.front().learned);
        CHECK(all.front().periods == 3);
        CHECK_FALSE(all.front().learned);
        CHECK(all.front().scores.forecasts > learned.front().scores.forecasts);
    }

    TEST_CASE("a model is compared with every baseline but itself, over all sizes alone") {
        const auto [result, comparisons] = scored_rounds();
        const auto rows = rows_of(result, comparisons, true);
        CHECK(find(rows, "credibility", over_all, over_all)->relative.size() == 6);
        CHECK(find(rows, "naive", over_all, over_all)->relative.size() == 5);
        CHECK(find(rows, "naive", "a", over_all)->relative.size() == 5);
        for (const auto& row : rows) {
            CHECK(row.relative.empty() == (row.size_group != over_all));
        }
    }

    TEST_CASE("a line has as many cells as columns, an object the same") {
        const auto [result, comparisons] = scored_rounds();
        const auto rows = rows_of(result, comparisons, true);
        std::string line;
        append_csv_row(rows.front(), line);
        CHECK(std::count(line.begin(), line.end(), ',') + 1 == backtest_columns.size());
        std::string object;
        append_ndjson_row(rows.front(), object);
        CHECK(boost::json::parse(object).as_object().size() == backtest_columns.size());
    }

    TEST_CASE("what too few municipalities would be resampled for is empty, the ratio is not") {
        auto row = backtest_row{};
        model_comparison few;
        few.relative = 0.5;
        row.relative = {{"naive", few}};
        std::string line;
        append_csv_row(row, line);
        CHECK(line.find("naive=0.5000,,,,") != line.npos);
        std::string object;
        append_ndjson_row(row, object);
        CHECK(boost::json::parse(object).at("share_better").as_object().empty());
    }

    TEST_CASE("a ratio to a baseline that was never wrong is no number") {
        backtest_row row;
        model_comparison perfect;
        perfect.relative = std::numeric_limits<double>::infinity();
        row.relative = {{"naive", perfect}};
        std::string line;
        append_csv_row(row, line);
        CHECK(line.find("inf") == line.npos);
    }
}

} // namespace backtest_table_test
