// All record rules of the newest pack over a batch of 65 536 records, one thread (goal P3), from
// Arrow columns to counts, and the rules alone over columns that have been read.
// `items_per_second` counts records: clean ones, and ones of which each breaks ten rules or more.
// The number behind the name is how many findings are kept whole.
//
//     validation_benchmark [--clean=FILE] [--broken=FILE] [options of Google Benchmark]
//
// The files are those of validation_rows.py; without them records are simulated.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/arrow.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/validation/validator.hpp>

#include "arrow_shapes.hpp"
#include "read/row_splitter.hpp"

namespace {

using namespace brukerplan;
using arrow_test::exported;
using arrow_test::node;
using arrow_test::texts;

constexpr std::size_t batch_rows = 65'536;

[[noreturn]] void fail(const char* why) {
    std::fprintf(stderr, "validation_benchmark: %s\n", why);
    std::exit(1);
}

const std::shared_ptr<const pack>& instrument() {
    static const auto loaded = newest_pack();
    return loaded;
}

validation_options test_policy() {
    validation_options options;
    options.test_numbers = true;
    return options;
}

using cells_of_row = std::vector<std::string>;
using cells_of_fields = std::vector<texts>;

void add_row(cells_of_fields& cells, const cells_of_row& row) {
    for (std::size_t f = 0; f < row.size(); ++f) {
        cells[f].push_back(row[f].empty() ? std::nullopt : std::optional{row[f]});
    }
}

std::string& cell(cells_of_row& row, std::string_view field) {
    return row[instrument()->find_field(field).value()];
}

/// Ten rules and more, in two ways that take turns.
void break_rules(cells_of_row& row, std::size_t number) {
    cell(row, "objects") = "yes";
    cell(row, "informed") = "no";
    cell(row, "record_noted") = "no";
    cell(row, "municipality") = "1601";
    cell(row, "mapped_on") = "2023-10-02";
    cell(row, "network") = "orange";
    cell(row, "economy") = "";
    cell(row, "children_care") = "21";
    cell(row, "substances") = "none|alcohol";
    cell(row, "services_needed") = "none|gp";
    auto& national_number = cell(row, "national_number");
    if (number % 2 == 0 && national_number.size() == 11) {
        national_number.back() = national_number.back() == '9' ? '0' : national_number.back() + 1;
    } else {
        cell(row, "birth_year") = "1921";
    }
}

cells_of_fields simulated(bool broken) {
    cells_of_fields cells(instrument()->fields.size());
    simulation_options options;
    options.recipients = batch_rows;
    options.dirty_permille = 0;
    std::size_t rows = 0;
    for_each_registration(*instrument(), options, [&](std::span<const std::string> given) {
        if (rows == batch_rows) {
            return;
        }
        cells_of_row row{given.begin(), given.end()};
        if (broken) {
            break_rules(row, rows);
        }
        add_row(cells, row);
        ++rows;
    });
    return cells;
}

/// Its columns are the fields of the pack, in their order.
cells_of_fields read(const std::string& path) {
    cells_of_fields cells(instrument()->fields.size());
    csv_dialect dialect;
    dialect.separator = ',';
    detail::row_splitter rows{file_source(path).value(), dialect};
    detail::raw_row row;
    rows.next({}, row);
    for (std::size_t f = 0; f < cells.size(); ++f) {
        if (row.cells.size() != cells.size() || row.cells[f] != instrument()->fields[f].name) {
            fail("the columns of a file are not the fields of the pack");
        }
    }
    for (std::size_t i = 0; i < batch_rows && rows.next({cells.size(), cells.size()}, row); ++i) {
        add_row(cells, {row.cells.begin(), row.cells.end()});
    }
    return cells;
}

arrow_batch_reader reader_of(const exported& batch) {
    auto reader = arrow_batch_reader::from_schema(batch.schema, instrument());
    if (!reader) {
        fail("the columns cannot be read");
    }
    return *std::move(reader);
}

/// The columns, read; they borrow from the reader.
struct read_batch {
    arrow_batch_reader reader;
    column_table rows;

    explicit read_batch(const exported& from) : reader(reader_of(from)), rows(reader.make_table()) {
        if (reader.begin(from.array) || reader.next(rows, batch_rows)) {
            fail("the batch cannot be read");
        }
    }
};

/// Rules that each row breaks at least.
std::size_t fewest_broken(const column_table& batch) {
    const validator rules{instrument(), test_policy()};
    finding_log log;
    (void)rules.validate(batch, log);
    std::vector<std::size_t> broken(batch.rows());
    std::size_t last_rule = 0;
    std::uint64_t last_record = batch.rows();
    for (const auto& f : log.details()) {
        broken[f.record] += f.record != last_record || f.rule != last_rule ? 1 : 0;
        last_record = f.record;
        last_rule = f.rule;
    }
    return *std::min_element(broken.begin(), broken.end());
}

/// The rules alone.
void validate(benchmark::State& state, const column_table& batch) {
    const validator rules{instrument(), test_policy()};
    for (auto _ : state) {
        finding_log log{static_cast<std::size_t>(state.range(0))};
        auto worst = rules.validate(batch, log);
        benchmark::DoNotOptimize(worst.data());
        benchmark::DoNotOptimize(&log);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch_rows));
}

/// As `bplan_table_validate_stream` goes through a batch.
void read_and_validate(benchmark::State& state, const exported& batch) {
    const validator rules{instrument(), test_policy()};
    auto reader = reader_of(batch);
    auto rows = reader.make_table();
    for (auto _ : state) {
        finding_log log{static_cast<std::size_t>(state.range(0))};
        bool failed = reader.begin(batch.array).has_value();
        do {
            failed = failed || reader.next(rows);
            auto worst = rules.validate(rows, log);
            benchmark::DoNotOptimize(worst.data());
        } while (rows.rows() > 0);
        if (failed || log.rows() != batch_rows) {
            state.SkipWithError("the batch cannot be read");
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch_rows));
}

void measure(const std::string& quality, const cells_of_fields& cells, bool broken) {
    struct shape {
        const char* name;
        node (*column)(const field&, const texts&);
    };
    constexpr std::array shapes{shape{"dictionaries", arrow_shapes::dictionary_column},
                                shape{"numbers", arrow_shapes::number_column},
                                shape{"strings", arrow_shapes::text_column}};
    for (const auto& [name, column] : shapes) {
        // Kept until the program ends.
        const auto batch =
            std::make_shared<exported>(arrow_shapes::table_of(*instrument(), cells, column));
        const auto already = std::make_shared<read_batch>(*batch);
        const bool first = &name == &shapes.front().name;
        if (already->rows.rows() != batch_rows ||
            (first && (fewest_broken(already->rows) >= 10) != broken)) {
            fail("the batch is not what it should be");
        }
        for (const auto kept : {0, 1000}) {
            const auto of_arrow = "validation/" + quality + "/" + name;
            benchmark::RegisterBenchmark(of_arrow.c_str(), [batch](benchmark::State& state) {
                read_and_validate(state, *batch);
            })->Arg(kept);
            if (first) {
                benchmark::RegisterBenchmark(
                    ("validation/" + quality + "/read_already").c_str(),
                    [batch, already](benchmark::State& state) { validate(state, already->rows); })
                    ->Arg(kept);
            }
        }
    }
}

/// The value of an option of our own, which is taken out.
std::optional<std::string> taken(int& argc, char** argv, std::string_view option) {
    for (int i = 1; i < argc; ++i) {
        if (const std::string_view given = argv[i]; given.starts_with(option)) {
            std::rotate(argv + i, argv + i + 1, argv + argc);
            --argc;
            return std::string{given.substr(option.size())};
        }
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    const auto clean = taken(argc, argv, "--clean=");
    const auto broken = taken(argc, argv, "--broken=");
    if (clean || !broken) {
        measure("clean", clean ? read(*clean) : simulated(false), false);
    }
    if (broken || !clean) {
        measure("broken", broken ? read(*broken) : simulated(true), true);
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 1;
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
