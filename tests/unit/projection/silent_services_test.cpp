#include <doctest/doctest.h>

#include <cstddef>
#include <string>

#include <brukerplan/projection/gate.hpp>
#include <brukerplan/projection/projection.hpp>

#include "small_panels.hpp"

namespace silent_services_test {

using namespace brukerplan;

/// The same rounds, where nobody has ever received or needed so many other services.
projection_test::rounds_and_coverage with_silent_services(int count) {
    auto all = projection_test::made_up_rounds(12, 2021, 2024);
    for (auto& [key, round] : all.counts.rounds) {
        for (int s = 0; s < count; ++s) {
            round.services["silent " + std::to_string(s)] = {0, 0, 0, round.recipients};
        }
    }
    return all;
}

TEST_SUITE("projection: services that nobody has") {
    TEST_CASE("they say nothing of how much other services vary") {
        projection_options options;
        options.refits = 10;
        const projector with{with_silent_services(20).panel(), options};
        const projector without{with_silent_services(0).panel(), options};
        for (std::size_t m = 0; m < without.histories().municipalities.size(); ++m) {
            const auto longer = with.municipality(m);
            const auto rows = without.municipality(m);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                REQUIRE(longer[i].service == rows[i].service);
                CHECK(longer[i].numbers->mean == rows[i].numbers->mean);
                CHECK(longer[i].numbers->sd == rows[i].numbers->sd);
                CHECK(longer[i].flags == rows[i].flags);
            }
        }
    }

    TEST_CASE("no model is judged by them") {
        const auto chosen = choose_models(with_silent_services(1).panel(), 1);
        REQUIRE(chosen.size() == 4);
        CHECK(chosen.back().why == gate_reason::not_backtested);
        CHECK(chosen.back().forecasts == 0);
    }

    TEST_CASE("what is said of them is learned elsewhere, and says so") {
        const projector projection{with_silent_services(1).panel(), {}};
        const auto rows = projection.municipality(3);
        CHECK(rows.back().flags.has(projection_flag::learned_elsewhere));
    }
}

} // namespace silent_services_test
