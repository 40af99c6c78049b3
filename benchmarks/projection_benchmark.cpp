// A national projection: 357 municipalities x 24 services of a simulated country with four rounds,
// 1 000 refits and 1 000 draws; need, expected use and gap of every municipality and of the
// country. With --print-laws: the negative binomial laws of expected use, for peers to take
// quantiles of.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <string_view>
#include <vector>

#include <sys/resource.h>

#include <benchmark/benchmark.h>

#include <brukerplan/projection/count_families.hpp>
#include <brukerplan/projection/projection.hpp>

#include "projection/known_world.hpp"

namespace {

using namespace brukerplan;

const panel& country() {
    static const panel all = [] {
        const auto which = projection_test::shipped(*find_world("base"));
        return projection_test::make_known_world(which, 101, false).shown;
    }();
    return all;
}

/// Fits, and chooses the model of each service by a backtest.
projector fitted() {
    return projector{country(), {}};
}

std::size_t project_municipalities(const projector& known) {
    std::size_t rows = 0;
    for (std::size_t m = 0; m < country().municipalities.size(); ++m) {
        rows += known.municipality(m).size();
    }
    return rows;
}

std::size_t project_country(const projector& known) {
    std::vector<std::size_t> all(country().municipalities.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return known.area("country", all).size();
}

/// Of the process so far, its simulated country included.
double peak_megabytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

void fit_and_choose(benchmark::State& state) {
    static_cast<void>(country());
    for (auto _ : state) {
        benchmark::DoNotOptimize(fitted());
    }
}

template <std::size_t (*Project)(const projector&)>
void part(benchmark::State& state) {
    const auto known = fitted();
    for (auto _ : state) {
        benchmark::DoNotOptimize(Project(known));
    }
}

void whole(benchmark::State& state) {
    static_cast<void>(country());
    for (auto _ : state) {
        const auto known = fitted();
        benchmark::DoNotOptimize(project_municipalities(known) + project_country(known));
    }
    state.counters["peak_megabytes"] = peak_megabytes();
}

/// Mean and dispersion of each municipality's and service's expected use.
std::vector<negative_binomial> laws_of_use() {
    const auto known = fitted();
    std::vector<negative_binomial> laws;
    for (std::size_t m = 0; m < country().municipalities.size(); ++m) {
        for (const auto& row : known.municipality(m)) {
            if (row.of == quantity::expected_use && row.numbers && row.numbers->mean > 0) {
                const double mean = row.numbers->mean;
                const double beyond = row.numbers->sd * row.numbers->sd / mean - 1;
                laws.push_back({mean, std::max(beyond, 0.0) / mean});
            }
        }
    }
    return laws;
}

/// What the peers are asked for: seven quantiles of each law.
void quantiles(benchmark::State& state) {
    const auto laws = laws_of_use();
    std::int64_t taken = 0;
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (const auto& law : laws) {
            const auto mass = mass_of(law, mass_limits{1e-9});
            for (const double level : projection_levels) {
                sum += quantile(mass, level, quantile_rounding::up);
            }
        }
        benchmark::DoNotOptimize(sum);
        taken += static_cast<std::int64_t>(laws.size());
    }
    state.SetItemsProcessed(taken);
}

int print_laws() {
    for (const auto& law : laws_of_use()) {
        std::printf("%.17g %.17g", law.mean, law.dispersion);
        const auto mass = mass_of(law, mass_limits{1e-9});
        for (const double level : projection_levels) {
            std::printf(" %u", quantile(mass, level, quantile_rounding::up));
        }
        std::printf("\n");
    }
    return 0;
}

BENCHMARK(whole)->Name("national_projection")->Unit(benchmark::kMillisecond);
BENCHMARK(fit_and_choose)->Name("fit_and_choose")->Unit(benchmark::kMillisecond);
BENCHMARK(part<project_municipalities>)->Name("municipalities")->Unit(benchmark::kMillisecond);
BENCHMARK(part<project_country>)->Name("country")->Unit(benchmark::kMillisecond);
BENCHMARK(quantiles)->Name("quantiles")->Unit(benchmark::kMillisecond);

} // namespace

int main(int count, char** arguments) {
    if (count == 2 && std::string_view{arguments[1]} == "--print-laws") {
        return print_laws();
    }
    benchmark::Initialize(&count, arguments);
    if (benchmark::ReportUnrecognizedArguments(count, arguments)) {
        return 1;
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
