// Records a second on one thread: class and points of eight one-byte ratings, every number checked,
// uniformly random assessments (goal P1). Ten bytes are moved for a record, eight read and two
// written; `bytes_per_second` counts those, and for the copy of memory in the same run what it
// reads and what it writes. A call scores 16 Mi records, far more than a cache holds.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/scoring/batch.hpp>

namespace {

using namespace brukerplan;

constexpr std::size_t record_count = std::size_t{1} << 24U;
constexpr std::size_t bytes_moved = 10;

struct made_up_records {
    std::array<std::vector<std::uint8_t>, domain_count> ratings;
    std::vector<std::uint16_t> codes;
    rating_columns columns{};

    made_up_records() {
        std::mt19937_64 random{16};
        codes.resize(record_count);
        for (auto& column : ratings) {
            column.resize(record_count);
        }
        for (std::size_t i = 0; i < record_count; ++i) {
            codes[i] = static_cast<std::uint16_t>(random());
            for (std::size_t d = 0; d < domain_count; ++d) {
                ratings[d][i] = static_cast<std::uint8_t>((codes[i] >> (2 * d)) & 3U);
            }
        }
        for (std::size_t d = 0; d < domain_count; ++d) {
            columns[d] = ratings[d].data();
        }
    }
};

const made_up_records& records() {
    static const made_up_records made;
    return made;
}

const scheme& shipped(const char* id) {
    static const auto pack = newest_pack();
    static const scheme sum16{*pack->find_scheme("sum16/1")};
    static const scheme rule1{*pack->find_scheme("rule/1")};
    return rule1.id() == id ? rule1 : sum16;
}

void count_records(benchmark::State& state, std::size_t bytes) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(record_count));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(record_count * bytes));
}

void memory_copy(benchmark::State& state) {
    // As many bytes as the columns of the records, half of them read and half written.
    const std::vector<char> from(record_count * bytes_moved / 2, 'x');
    std::vector<char> to(from.size());
    for (auto _ : state) {
        std::memcpy(to.data(), from.data(), from.size());
        benchmark::DoNotOptimize(to.data());
        benchmark::ClobberMemory();
    }
    count_records(state, bytes_moved);
}

void eight_columns(benchmark::State& state, const char* id) {
    std::vector<std::int8_t> classes(record_count);
    std::vector<std::int8_t> points(record_count);
    score_columns to;
    to.classes = classes.data();
    to.short_points = points.data();
    const auto& by = shipped(id);
    for (auto _ : state) {
        benchmark::DoNotOptimize(score_columns_of(by, records().columns, record_count, to));
        benchmark::ClobberMemory();
    }
    count_records(state, bytes_moved);
}

void eight_columns_all_answers(benchmark::State& state) {
    std::vector<std::int8_t> classes(record_count);
    std::vector<std::int8_t> answered(record_count);
    std::vector<std::int8_t> reasons(record_count);
    std::vector<std::int32_t> points(record_count);
    score_columns to;
    to.classes = classes.data();
    to.points = points.data();
    to.answered = answered.data();
    to.reasons = reasons.data();
    const auto& by = shipped("sum16/1");
    for (auto _ : state) {
        benchmark::DoNotOptimize(score_columns_of(by, records().columns, record_count, to));
        benchmark::ClobberMemory();
    }
    count_records(state, 15);
}

void packed_column(benchmark::State& state) {
    std::vector<std::int8_t> classes(record_count);
    std::vector<std::int8_t> points(record_count);
    score_columns to;
    to.classes = classes.data();
    to.short_points = points.data();
    const auto& by = shipped("sum16/1");
    for (auto _ : state) {
        score_packed(by, records().codes.data(), record_count, to);
        benchmark::DoNotOptimize(classes.data());
        benchmark::ClobberMemory();
    }
    count_records(state, 4);
}

/// What anybody would write: one load a record from the whole table, nothing checked.
void plain_loop(benchmark::State& state) {
    std::vector<std::int8_t> classes(record_count);
    std::vector<std::int8_t> points(record_count);
    const auto& by = shipped("sum16/1");
    const auto& columns = records().columns;
    for (auto _ : state) {
        for (std::size_t i = 0; i < record_count; ++i) {
            unsigned code = 0;
            for (std::size_t d = 0; d < domain_count; ++d) {
                code |= static_cast<unsigned>(columns[d][i]) << (2 * d);
            }
            const auto& s = by(assessment{static_cast<std::uint16_t>(code)});
            classes[i] = static_cast<std::int8_t>(s.result);
            points[i] = static_cast<std::int8_t>(s.points);
        }
        benchmark::ClobberMemory();
    }
    count_records(state, bytes_moved);
}

void compile_scheme(benchmark::State& state, const char* id) {
    const auto& definition = shipped(id).definition();
    for (auto _ : state) {
        benchmark::DoNotOptimize(scheme{definition}.short_table());
    }
}

BENCHMARK(memory_copy)->Name("scoring/memory_copy");
BENCHMARK_CAPTURE(eight_columns, sum16, "sum16/1")->Name("scoring/eight_columns/sum16");
BENCHMARK_CAPTURE(eight_columns, rule1, "rule/1")->Name("scoring/eight_columns/rule");
BENCHMARK(eight_columns_all_answers)->Name("scoring/eight_columns_all_answers/sum16");
BENCHMARK(packed_column)->Name("scoring/packed_column/sum16");
BENCHMARK(plain_loop)->Name("scoring/plain_loop/sum16");
BENCHMARK_CAPTURE(compile_scheme, sum16, "sum16/1")->Name("scoring/compile/sum16");
BENCHMARK_CAPTURE(compile_scheme, rule1, "rule/1")->Name("scoring/compile/rule");

} // namespace

BENCHMARK_MAIN();
