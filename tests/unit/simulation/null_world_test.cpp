// In a world where nothing changes, trends that take coverage into account raise few alarms, and
// those that do not raise many.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include <brukerplan/simulation/world.hpp>
#include <brukerplan/statistics/trend.hpp>

using namespace brukerplan;

TEST_SUITE("null world") {
    TEST_CASE("false alarms of changes between rounds are at most 6 per cent") {
        const auto* definition = find_world("null");
        REQUIRE(definition != nullptr);
        const simulated_world world(*definition, 1, 100);
        const auto rounds = world.rounds(2015, 2020);
        constexpr std::size_t frequent = 0; // service by its number
        std::vector<double> p_values;
        int large = 0;
        int alarms = 0;
        int service_alarms = 0;
        int services = 0;
        int raw_alarms = 0;
        for (std::size_t i = 1; i < rounds.size(); ++i) {
            const auto& before = rounds[i - 1];
            const auto& now = rounds[i];
            if (before.municipality != now.municipality) {
                continue;
            }
            const auto compared = [&](std::uint64_t n, std::uint64_t m) {
                return test_change({n, before.coverage_declared, before.coverage_sd},
                                   {m, now.coverage_declared, now.coverage_sd});
            };
            if (const auto all = compared(before.mapped, now.mapped)) {
                p_values.push_back(all->p_value);
                alarms += all->p_value < 0.05 ? 1 : 0;
                if (before.mapped >= 100) {
                    ++large;
                    raw_alarms +=
                        test_change({before.mapped}, {now.mapped})->p_value < 0.05 ? 1 : 0;
                }
            }
            if (const auto one =
                    compared(before.cells[frequent].received(), now.cells[frequent].received())) {
                ++services;
                service_alarms += one->p_value < 0.05 ? 1 : 0;
            }
        }
        CHECK(p_values.size() > 450);
        CHECK(alarms <= 0.06 * static_cast<double>(p_values.size()));
        CHECK(service_alarms <= 0.06 * services);
        // A test that believes the counts would not do.
        CHECK(raw_alarms > 0.12 * large);
        int left = 0;
        for (const double p : benjamini_hochberg(p_values)) {
            left += p < 0.05 ? 1 : 0;
        }
        CHECK(left == 0);
    }
}
