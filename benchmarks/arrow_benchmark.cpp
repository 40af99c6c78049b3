// Import of Arrow columns alone: a simulated municipality over and over again, in the layouts that
// engines have, into the column table.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <brukerplan/read/arrow.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>

#include "arrow_shapes.hpp"

namespace {

using namespace brukerplan;
using namespace arrow_test;
using namespace arrow_shapes;

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

template <class Column>
void import_all(benchmark::State& state, Column column) {
    const auto instrument = newest_pack();
    const auto made = arrow_shapes::table_of(*instrument, simulated_cells(), column);
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

void dictionary_columns(benchmark::State& state) {
    import_all(state, dictionary_column);
}
BENCHMARK(dictionary_columns)->Arg(4096);

void number_and_dictionary_columns(benchmark::State& state) {
    import_all(state, number_column);
}
BENCHMARK(number_and_dictionary_columns)->Arg(1024)->Arg(4096)->Arg(16'384)->Arg(65'536);

void plain_string_columns(benchmark::State& state) {
    import_all(state, text_column);
}
BENCHMARK(plain_string_columns)->Arg(4096);

void string_view_columns(benchmark::State& state) {
    import_all(state, [](const field& f, const texts& of) { return views(f.name, of); });
}
BENCHMARK(string_view_columns)->Arg(4096);

void wide_dictionary_columns(benchmark::State& state) {
    import_all(state, [](const field& f, const texts& of) {
        return f.type == field_type::code ? dictionary_of<std::uint32_t>(f.name, of)
                                          : dictionary_column(f, of);
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
