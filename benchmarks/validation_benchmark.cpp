// All record rules of the newest pack over batches of 65 536 records, one thread (goal P3).
// `items_per_second` counts records: clean ones, and ones of which each breaks ten rules or more.
// The number behind the name is how many findings are kept whole.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/validation/validator.hpp>

namespace {

using namespace brukerplan;

constexpr std::size_t batch_rows = 65'536;

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

/// Texts as a column of a dictionary gives them: each once, and rows that refer to it.
column with_shared_texts(const column& texts) {
    column shared{storage::text};
    const auto states = shared.grown_states(texts.size());
    const auto places = shared.grown_texts(texts.size());
    std::map<std::string, text_place, std::less<>> known;
    for (std::size_t row = 0; row < texts.size(); ++row) {
        states[row] = texts.state(row);
        if (texts.has_value(row)) {
            const auto text = texts.text(row);
            auto at = known.find(text);
            if (at == known.end()) {
                at = known.emplace(text, shared.keep(text)).first;
            }
            places[row] = at->second;
        }
    }
    return shared;
}

column_table make_batch(bool broken) {
    simulation_options options;
    options.recipients = batch_rows;
    options.dirty_permille = 0;
    std::string text;
    for (const auto& f : instrument()->fields) {
        text += (text.empty() ? "" : ";") + f.name;
    }
    text += '\n';
    std::size_t rows = 0;
    for_each_registration(*instrument(), options, [&](std::span<const std::string> cells) {
        if (rows == batch_rows) {
            return;
        }
        cells_of_row row{cells.begin(), cells.end()};
        if (broken) {
            break_rules(row, rows);
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "" : ";") + row[i];
        }
        text += '\n';
        ++rows;
    });
    auto table = csv_reader::from_text(text, instrument()).value().next(batch_rows);
    for (auto& c : table.columns) {
        if (c.kind() == storage::text) {
            c = with_shared_texts(c);
        }
    }
    return table;
}

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

void validate(benchmark::State& state, const column_table& batch, bool broken) {
    if (batch.rows() != batch_rows || (fewest_broken(batch) >= 10) != broken) {
        std::fprintf(stderr, "validation_benchmark: the batch is not what it should be\n");
        std::exit(1);
    }
    const validator rules{instrument(), test_policy()};
    for (auto _ : state) {
        finding_log log{static_cast<std::size_t>(state.range(0))};
        auto worst = rules.validate(batch, log);
        benchmark::DoNotOptimize(worst.data());
        benchmark::DoNotOptimize(&log);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch_rows));
}

} // namespace

int main(int argc, char** argv) {
    const auto clean = make_batch(false);
    const auto broken = make_batch(true);
    benchmark::RegisterBenchmark("validation/clean", validate, std::cref(clean), false)
        ->Arg(0)
        ->Arg(1000);
    benchmark::RegisterBenchmark("validation/broken", validate, std::cref(broken), true)
        ->Arg(0)
        ->Arg(1000);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 1;
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
