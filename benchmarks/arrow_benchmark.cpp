// Import of Arrow columns alone: a simulated municipality over and over again, in the layouts that
// engines have, into the column table.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <brukerplan/read/arrow.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>

#include "unit/read/arrow_fixture.hpp"

namespace {

using namespace brukerplan;
using namespace arrow_test;

constexpr std::size_t rows_wanted = 65'536;

/// Cells by field.
const std::vector<texts>& simulated_cells() {
    static const auto cells = [] {
        const auto instrument = newest_pack();
        simulation_options options;
        options.recipients = 60'000;
        options.dirty_permille = 10;
        std::vector<texts> of(instrument->fields.size());
        for_each_registration(*instrument, options, [&](std::span<const std::string> row) {
            for (std::size_t f = 0; f < row.size() && row.size() == of.size(); ++f) {
                if (of[f].size() < rows_wanted) {
                    of[f].push_back(row[f].empty() ? std::nullopt : std::optional{row[f]});
                }
            }
        });
        return of;
    }();
    return cells;
}

/// Days, whole numbers and codes as an engine keeps them.
node typed_column(const field& f, const texts& of) {
    if (f.type == field_type::date) {
        cells<std::int32_t> days;
        for (const auto& cell : of) {
            const auto day = cell ? parse_date(*cell) : std::nullopt;
            days.push_back(
                day ? std::optional{static_cast<std::int32_t>(day->time_since_epoch().count())}
                    : std::nullopt);
        }
        return values<std::int32_t>(f.name, days, "tdD");
    }
    if (f.type == field_type::integer) {
        cells<std::int16_t> numbers;
        for (const auto& cell : of) {
            const auto number = cell ? std::atoi(cell->c_str()) : 0;
            numbers.push_back(cell ? std::optional{static_cast<std::int16_t>(number)}
                                   : std::nullopt);
        }
        return values<std::int16_t>(f.name, numbers);
    }
    if (f.type == field_type::codes) {
        cells<std::size_t> sizes;
        texts words;
        for (const auto& cell : of) {
            sizes.push_back(cell ? std::optional{std::size_t{0}} : std::nullopt);
            for (std::size_t at = 0; cell && at <= cell->size(); ++*sizes.back()) {
                const auto end = std::min(cell->find('|', at), cell->size());
                words.emplace_back(cell->substr(at, end - at));
                at = end + 1;
            }
        }
        return lists(f.name, sizes, encoded<std::int8_t>("item", words));
    }
    return f.type == field_type::code ? encoded<std::int8_t>(f.name, of) : strings(f.name, of);
}

template <class Column>
void import_all(benchmark::State& state, Column column) {
    const auto instrument = newest_pack();
    std::vector<node> columns;
    for (std::size_t f = 0; f < instrument->fields.size(); ++f) {
        columns.push_back(column(instrument->fields[f], simulated_cells()[f]));
    }
    const exported made{table(std::move(columns))};
    auto reader = arrow_batch_reader::from_schema(made.schema, instrument);
    auto rows = reader.value().make_table();
    std::int64_t records = 0;
    for (auto _ : state) {
        bool failed = reader->begin(made.array).has_value();
        do {
            failed = failed || reader->next(rows, static_cast<std::size_t>(state.range(0)));
            records += static_cast<std::int64_t>(rows.rows());
            benchmark::DoNotOptimize(rows.columns.data());
        } while (rows.rows() > 0);
        if (failed) {
            state.SkipWithError("the batch cannot be read");
        }
    }
    state.SetItemsProcessed(records);
}

void typed_and_dictionary_columns(benchmark::State& state) {
    import_all(state, typed_column);
}
BENCHMARK(typed_and_dictionary_columns)->Arg(1024)->Arg(4096)->Arg(16'384)->Arg(65'536);

void plain_string_columns(benchmark::State& state) {
    import_all(state, [](const field& f, const texts& of) { return strings(f.name, of); });
}
BENCHMARK(plain_string_columns)->Arg(4096);

void string_view_columns(benchmark::State& state) {
    import_all(state, [](const field& f, const texts& of) { return views(f.name, of); });
}
BENCHMARK(string_view_columns)->Arg(4096);

void wide_dictionary_columns(benchmark::State& state) {
    import_all(state, [](const field& f, const texts& of) {
        return f.type == field_type::code ? encoded<std::uint32_t>(f.name, of)
                                          : typed_column(f, of);
    });
}
BENCHMARK(wide_dictionary_columns)->Arg(4096);

void reader_made(benchmark::State& state) {
    const auto instrument = newest_pack();
    std::vector<node> columns;
    for (const auto& f : instrument->fields) {
        columns.push_back(strings(f.name, {}));
    }
    const exported made{table(std::move(columns))};
    for (auto _ : state) {
        auto reader = arrow_batch_reader::from_schema(made.schema, instrument);
        benchmark::DoNotOptimize(reader.has_value());
    }
}
BENCHMARK(reader_made);

} // namespace

BENCHMARK_MAIN();
