// National numbers a second on one thread, contiguous input (goal P2). `items_per_second` counts
// numbers fully judged: both control rules, kinds, date, candidate years, sex.
//
//   national_id_benchmark [Google Benchmark options]
//   national_id_benchmark --print-numbers valid|one_in_ten_wrong|half_wrong
//
// The second form prints the made-up numbers, one a line, for the peers to be timed on.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/national_id_batch.hpp>

namespace {

using namespace brukerplan;

constexpr std::size_t number_count = 100'000;

void write_pair(std::array<char, 9>& nine, std::size_t at, unsigned value) {
    nine[at] = static_cast<char>('0' + value / 10);
    nine[at + 1] = static_cast<char>('0' + value % 10);
}

/// Made-up numbers as a register of adults has them: born 1930 to 2009 within their series, nine in
/// a hundred with a D-number, one with an H-number, one with an FH-number. `wrong_in_a_hundred` of
/// them have one digit mistyped.
std::string made_up_numbers(unsigned wrong_in_a_hundred) {
    std::mt19937_64 random{2032};
    const auto below = [&random](unsigned limit) {
        return static_cast<unsigned>(random() % limit);
    };
    std::string numbers;
    while (numbers.size() < number_count * 11) {
        const unsigned year = 1930 + below(80);
        const unsigned kind = below(100);
        std::array<char, 9> nine{};
        write_pair(nine, 0, 1 + below(28) + (kind < 9 ? 40 : 0));
        write_pair(nine, 2, 1 + below(12) + (kind == 9 ? 40 : 0));
        write_pair(nine, 4, year % 100);
        const unsigned individual = year < 2000 ? below(500) : 500 + below(500);
        nine[6] = static_cast<char>('0' + individual / 100);
        write_pair(nine, 7, individual % 100);
        if (kind == 10) {
            nine[0] = '8';
        }
        const auto digits = complete_national_id(nine);
        if (!digits) {
            continue;
        }
        numbers.append(digits->data(), digits->size());
        if (below(100) < wrong_in_a_hundred) {
            char& digit = numbers[numbers.size() - 1 - below(11)];
            digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
        }
    }
    return numbers;
}

struct mix {
    std::string_view name;
    unsigned wrong_in_a_hundred;
};
constexpr std::array<mix, 3> mixes{{{"valid", 0}, {"one_in_ten_wrong", 10}, {"half_wrong", 50}}};

void count_numbers(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(number_count));
}

void check_contiguous(benchmark::State& state, unsigned wrong, const national_id_policy& policy) {
    const std::string numbers = made_up_numbers(wrong);
    std::vector<national_id_verdict> verdicts(number_count);
    for (auto _ : state) {
        benchmark::DoNotOptimize(check_national_ids(numbers, verdicts, policy));
        benchmark::ClobberMemory();
    }
    count_numbers(state);
}

void check_column(benchmark::State& state, unsigned wrong) {
    const std::string numbers = made_up_numbers(wrong);
    std::vector<std::int32_t> offsets;
    for (std::size_t at = 0; at <= numbers.size(); at += 11) {
        offsets.push_back(static_cast<std::int32_t>(at));
    }
    std::vector<national_id_verdict> verdicts(number_count);
    const national_id_checker checker;
    for (auto _ : state) {
        benchmark::DoNotOptimize(checker.check_column<std::int32_t>(numbers, offsets, verdicts));
        benchmark::ClobberMemory();
    }
    count_numbers(state);
}

void parse_one_by_one(benchmark::State& state, unsigned wrong) {
    const std::string numbers = made_up_numbers(wrong);
    const national_id_policy policy;
    for (auto _ : state) {
        for (std::size_t at = 0; at < numbers.size(); at += 11) {
            const auto parsed = parse_national_id({numbers.data() + at, 11}, policy);
            benchmark::DoNotOptimize(&parsed);
        }
    }
    count_numbers(state);
}

void register_benchmarks() {
    const national_id_policy collected = national_id_policy::collected_by(*make_date(2026, 1, 1));
    for (const mix& m : mixes) {
        const std::string name{m.name};
        const unsigned wrong = m.wrong_in_a_hundred;
        benchmark::RegisterBenchmark(("national_id/contiguous/" + name).c_str(), check_contiguous,
                                     wrong, national_id_policy{});
        benchmark::RegisterBenchmark(("national_id/contiguous_collected_by/" + name).c_str(),
                                     check_contiguous, wrong, collected);
        benchmark::RegisterBenchmark(("national_id/string_column/" + name).c_str(), check_column,
                                     wrong);
        benchmark::RegisterBenchmark(("national_id/one_by_one/" + name).c_str(), parse_one_by_one,
                                     wrong);
    }
}

int print_numbers(std::string_view name) {
    for (const mix& m : mixes) {
        if (m.name == name) {
            const std::string numbers = made_up_numbers(m.wrong_in_a_hundred);
            for (std::size_t at = 0; at < numbers.size(); at += 11) {
                std::printf("%.11s\n", numbers.data() + at);
            }
            return 0;
        }
    }
    std::fprintf(stderr, "national_id_benchmark: no such mix of numbers\n");
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view{argv[1]} == "--print-numbers") {
        return print_numbers(argv[2]);
    }
    register_benchmarks();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 1;
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
