#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "unit/projection/small_panels.hpp"
#include "write/arrow_projection.hpp"

namespace arrow_projection_test {

using namespace brukerplan;
using namespace brukerplan::detail;

struct exported {
    ArrowSchema schema{};
    ArrowArray array{};

    explicit exported(arrow_node of) { give(std::move(of), schema, array); }
    exported(const exported&) = delete;
    exported& operator=(const exported&) = delete;
    ~exported() {
        schema.release(&schema);
        array.release(&array);
    }

    [[nodiscard]] const ArrowArray& column(std::string_view name) const {
        for (std::int64_t i = 0; i < schema.n_children; ++i) {
            if (schema.children[i]->name == name) {
                return *array.children[i];
            }
        }
        FAIL("no such column: ", name);
        return array;
    }
    template <class T>
    [[nodiscard]] T number(std::string_view name, std::size_t row) const {
        return static_cast<const T*>(column(name).buffers[1])[row];
    }
    [[nodiscard]] std::string word(std::string_view name, std::size_t row) const {
        return text(*column(name).dictionary,
                    static_cast<std::size_t>(number<std::int32_t>(name, row)));
    }
    static std::string text(const ArrowArray& of, std::size_t at) {
        const auto* ends = static_cast<const std::int32_t*>(of.buffers[1]);
        const auto* bytes = static_cast<const char*>(of.buffers[2]);
        return {bytes + ends[at], bytes + ends[at + 1]};
    }
};

/// What `terms` holds of a row.
std::vector<explained_term> terms_of(const exported& all, std::size_t row,
                                     const std::vector<explained_term>& expected) {
    const auto& lists = all.column("terms");
    const auto* ends = static_cast<const std::int32_t*>(lists.buffers[1]);
    const auto& items = *lists.children[0];
    REQUIRE(ends[row + 1] - ends[row] == static_cast<std::int32_t>(expected.size()));
    std::vector<explained_term> found;
    for (auto at = ends[row]; at < ends[row + 1]; ++at) {
        const auto& token = expected[static_cast<std::size_t>(at - ends[row])].of;
        CHECK(exported::text(*items.children[0], static_cast<std::size_t>(at)) == token);
        found.push_back({token, static_cast<const double*>(items.children[1]->buffers[1])[at]});
    }
    return found;
}

TEST_SUITE_BEGIN("write: arrow projection");

TEST_CASE("columns hold what the rows of a projection hold") {
    auto rounds = projection_test::made_up_rounds(6, 2020, 2024);
    rounds.counts.rounds[{"9002", 2024}].services.erase("b"); // so that something is not known
    projection_options options;
    options.refits = 10;
    const projector fitted{rounds.panel(), options};
    std::vector<projected> rows;
    projections_in_columns columns;
    for (std::size_t m = 0; m < 6; ++m) {
        for (auto& row : fitted.municipality(m)) {
            columns.add(row);
            rows.push_back(std::move(row));
        }
    }
    const exported all{std::move(columns).finish()};
    REQUIRE(all.array.length == static_cast<std::int64_t>(rows.size()));
    CHECK(all.column("mean").null_count == 3);
    const auto& shares = all.column("variance_shares");
    CHECK(shares.null_count == 3);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        CHECK(all.word("municipality", i) == row.municipality);
        CHECK(all.word("service", i) == row.service);
        CHECK(all.word("quantity", i) == quantity_tokens[static_cast<std::size_t>(row.of)]);
        CHECK(all.word("model", i) == row.model);
        CHECK(all.number<std::int32_t>("horizon", i) == row.horizon);
        for (std::size_t f = 0; f < projection_flag_count; ++f) {
            const auto flags = "|" + all.word("flags", i) + "|";
            const auto token = "|" + std::string{projection_flag_tokens[f]} + "|";
            CHECK((flags.find(token) != std::string::npos) ==
                  row.flags.has(static_cast<projection_flag>(f)));
        }
        CHECK(terms_of(all, i, row.terms) == row.terms);
        if (!row.numbers) {
            continue;
        }
        CHECK(all.number<double>("mean", i) == row.numbers->mean);
        CHECK(all.number<double>("sd", i) == row.numbers->sd);
        CHECK(all.number<std::int64_t>("q05", i) == row.numbers->quantiles[0]);
        CHECK(all.number<std::int64_t>("q50", i) == row.numbers->quantiles[3]);
        CHECK(all.number<std::int64_t>("q95", i) == row.numbers->quantiles[6]);
        CHECK(all.number<double>("band_low", i) == row.band_low);
        CHECK(all.number<double>("band_high", i) == row.band_high);
        CHECK(all.number<double>("naive_mean", i) == row.naive.mean);
        CHECK(all.number<std::int64_t>("naive_q05", i) == row.naive.quantiles[0]);
        CHECK(all.number<std::int64_t>("naive_q95", i) == row.naive.quantiles[6]);
        for (std::size_t part = 0; part < variance_part_count; ++part) {
            CHECK(static_cast<const double*>(shares.children[part]->buffers[1])[i] ==
                  row.variance_shares[part]);
        }
    }
}

TEST_SUITE_END();

} // namespace arrow_projection_test
