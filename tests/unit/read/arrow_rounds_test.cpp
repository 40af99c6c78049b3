// The same records as a file and as columns of every layout are the same table, and the same is
// found in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/read/arrow.hpp>
#include <brukerplan/read/json_record.hpp>
#include <brukerplan/validation/validator.hpp>

#include "../simulation/simulated_round.hpp"
#include "arrow_fixture.hpp"
#include "csv_fixture.hpp"

namespace arrow_rounds_test {

using namespace brukerplan;
using namespace arrow_test;

enum class layout : std::uint8_t {
    utf8,
    large_utf8,
    utf8_view,
    dictionary8,
    dictionary32,
    dictionary_unsigned64,
    sliced,
    listed,
    mixed,
};
constexpr std::size_t layouts = 9;

/// Words of a cell that holds several, each in its own element.
node listed_words(const std::string& name, const texts& of) {
    cells<std::size_t> sizes;
    texts words;
    for (const auto& cell : of) {
        if (!cell) {
            sizes.emplace_back();
            continue;
        }
        std::size_t count = 0;
        for (std::string_view rest{*cell}; !rest.empty(); ++count) {
            const auto end = std::min(rest.find('|'), rest.size());
            words.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        sizes.push_back(count);
    }
    return lists(name, sizes, encoded<std::int16_t>("item", words));
}

/// The cells moved away from the beginning of their buffers.
node behind_others(const std::string& name, texts of) {
    const auto rows = static_cast<std::int64_t>(of.size());
    of.insert(of.begin(), 3, std::optional<std::string>{"\xFFnothing"});
    return sliced(strings(name, of), 3, rows);
}

node column_of(const field& f, const texts& of, layout by) {
    switch (by) {
    case layout::large_utf8:
        return strings<std::int64_t>(f.name, of);
    case layout::utf8_view:
        return views(f.name, of);
    case layout::dictionary8:
        // Free text has more values than such an index.
        return storage_of(f.type) == storage::code ? encoded<std::int8_t>(f.name, of)
                                                   : strings(f.name, of);
    case layout::dictionary32:
        return encoded<std::int32_t>(f.name, of);
    case layout::dictionary_unsigned64:
        return encoded<std::uint64_t>(f.name, of);
    case layout::sliced:
        return behind_others(f.name, of);
    case layout::listed:
        return f.type == field_type::codes ? listed_words(f.name, of) : strings(f.name, of);
    default:
        return strings(f.name, of);
    }
}

/// Everything that is known of rows, save where they stood.
struct seen {
    std::vector<std::string> cells;
    std::vector<std::string> findings;
};

void look_at(const column_table& table, const validator& rules, seen& to) {
    finding_log log;
    rules.validate(table, log);
    for (const auto& row : csv_test::written_out(table)) {
        to.cells.push_back(row.substr(row.find(':')));
    }
    for (const auto& f : log.details()) {
        to.findings.push_back(
            std::to_string(f.record) + " " + rules.instrument().rules[f.rule].code + " " +
            message_of(f, rules.instrument(), "en") + " " + f.row_ref + " " + f.unit);
    }
}

seen seen_as_columns(const testing::simulated_round& round, layout by, std::size_t most_rows,
                     const validator& rules) {
    std::vector<node> columns;
    for (std::size_t f = 0; f < round.instrument->fields.size(); ++f) {
        texts of;
        for (std::size_t row = 0; row < round.rows.size(); ++row) {
            const auto& cell = round.rows[row][f];
            // What is empty is sometimes null and sometimes not.
            of.push_back(cell.empty() && (row + f) % 2 == 0 ? std::nullopt : std::optional{cell});
        }
        const auto own = by == layout::mixed ? static_cast<layout>(f % (layouts - 1)) : by;
        columns.push_back(column_of(round.instrument->fields[f], of, own));
    }
    std::rotate(columns.begin(), columns.begin() + 7, columns.end());
    const exported made{table(std::move(columns))};
    auto reader = arrow_batch_reader::from_schema(made.schema, round.instrument);
    REQUIRE(reader.has_value());
    REQUIRE_FALSE(reader->begin(made.array));
    seen result;
    auto rows = reader->make_table();
    do {
        const auto error = reader->next(rows, most_rows);
        REQUIRE_MESSAGE(!error, error->message);
        look_at(rows, rules, result);
    } while (rows.rows() > 0);
    return result;
}

/// A round with every fault; rows that are no rows of a table are left out.
testing::simulated_round round_of(std::uint64_t seed) {
    simulation_options options;
    options.seed = seed;
    options.recipients = 250;
    options.dirty_permille = 900;
    auto round = testing::simulate(options);
    std::erase_if(round.rows,
                  [&](const auto& row) { return row.size() != round.instrument->fields.size(); });
    return round;
}

seen seen_as_csv(const testing::simulated_round& round, const validator& rules) {
    seen result;
    const auto text = round.text();
    auto reader = csv_test::open(text, round.instrument);
    for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
        look_at(batch, rules, result);
    }
    return result;
}

std::string json_of(const pack& instrument, const std::vector<std::string>& cells) {
    boost::json::object record;
    for (std::size_t f = 0; f < cells.size(); ++f) {
        record[instrument.fields[f].name] = boost::json::value(cells[f]);
    }
    return boost::json::serialize(record);
}

TEST_SUITE_BEGIN("read: arrow");

TEST_CASE("the same records as a file and as columns are the same table with the same findings") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto round = round_of(seed);
        const validator rules{round.instrument, testing::test_policy()};
        const auto as_csv = seen_as_csv(round, rules);
        REQUIRE(as_csv.cells.size() == round.rows.size());
        REQUIRE(as_csv.findings.size() > round.rows.size() / 2);
        for (std::size_t by = 0; by < layouts; ++by) {
            CAPTURE(by);
            for (const std::size_t most_rows : {7, 100, 100'000}) {
                const auto as_columns =
                    seen_as_columns(round, static_cast<layout>(by), most_rows, rules);
                CHECK(as_columns.cells == as_csv.cells);
                CHECK(as_columns.findings == as_csv.findings);
            }
        }
    }
}

TEST_CASE("the same records as JSON and as columns have the same findings") {
    const auto round = round_of(4);
    const validator rules{round.instrument, testing::test_policy()};
    json_record_reader reader{round.instrument};
    seen as_json;
    for (std::size_t row = 0; row < round.rows.size(); ++row) {
        auto record = reader.read(json_of(*round.instrument, round.rows[row]));
        record.table.first_record = row;
        look_at(record.table, rules, as_json);
    }
    const auto as_columns = seen_as_columns(round, layout::mixed, 100, rules);
    CHECK(as_columns.cells == as_json.cells);
    CHECK(as_columns.findings == as_json.findings);
}

TEST_SUITE_END();

} // namespace arrow_rounds_test
