// Small made-up rounds for tests of backtests.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include <brukerplan/projection/panel.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

namespace projection_test {

struct rounds_and_coverage {
    brukerplan::mapping_counts counts;
    brukerplan::coverage_table coverage;

    [[nodiscard]] brukerplan::panel panel() const { return make_panel(counts, coverage); }

    /// One service in one round, everybody mapped unless said otherwise.
    void add(const std::string& municipality, int round, const std::string& service,
             std::uint32_t received, std::uint32_t recipients, double share = 1) {
        auto& counted = counts.rounds[{municipality, round}];
        counted.recipients = recipients;
        counted.services[service] = {received / 2, received - received / 2, 1,
                                     recipients - received - 1};
        coverage[{municipality, round}] = {share, share < 1 ? 0.05 : 0,
                                           brukerplan::coverage_basis::declared};
    }
};

/// Municipalities of all sizes whose use of three services goes its own ways.
inline rounds_and_coverage made_up_rounds(std::uint32_t municipalities, int first, int last) {
    rounds_and_coverage all;
    for (std::uint32_t m = 0; m < municipalities; ++m) {
        const auto recipients = 12 + m * m;
        for (int year = first; year <= last; ++year) {
            for (std::uint32_t s = 0; s < 3; ++s) {
                const brukerplan::uniform_draws draws{5, {m, s, 77}};
                const double level = 0.1 + 0.2 * s + 0.2 * draws(0);
                const double shock = 0.7 + 0.6 * draws(static_cast<std::uint32_t>(year));
                all.add(std::to_string(9001 + m), year, std::string(1, static_cast<char>('a' + s)),
                        static_cast<std::uint32_t>(recipients * level * shock), recipients,
                        0.7 + 0.01 * static_cast<double>(m % 20));
            }
        }
    }
    return all;
}

/// Until the last year a service swings between two levels; then what it was last year is what it
/// is.
inline rounds_and_coverage swinging_then_still(std::uint32_t municipalities) {
    rounds_and_coverage all;
    for (std::uint32_t m = 0; m < municipalities; ++m) {
        const auto high = 30 + m % 17;
        const auto low = 10 + m % 5;
        const bool up = m % 2 == 0;
        const std::array<std::uint32_t, 4> received{up ? high : low, up ? low : high,
                                                    up ? high : low, up ? high : low};
        for (int i = 0; i < 4; ++i) {
            all.add(std::to_string(9001 + m), 2020 + i, "a", received[static_cast<std::size_t>(i)],
                    100);
        }
    }
    return all;
}

} // namespace projection_test
