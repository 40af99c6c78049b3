// Masses against references of 60 digits.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "count_laws_under_test.hpp"

namespace mass_references_test {

using namespace brukerplan;
using namespace projection_test;

constexpr double tolerance = 1e-12;

double relative_error(double value, double expected) {
    return std::abs(value / expected - 1);
}

TEST_SUITE("projection: masses") {

    TEST_CASE("every mass by itself is right to 1e-12, down to 1e-300") {
        double largest = 0;
        std::size_t compared = 0;
        for (const auto& r : references("mass_references.txt")) {
            if (r.law == "events") {
                continue;
            }
            const double error =
                relative_error(std::exp(log_mass(r.counted(), r.value)), r.results[0]);
            INFO(r.law, " ", r.parameters[0], " at ", r.value);
            CHECK(error < tolerance);
            largest = std::max(largest, error);
            ++compared;
        }
        CHECK(compared > 600);
        MESSAGE("largest relative error of ", compared, " masses: ", largest);
    }

    TEST_CASE("masses by recurrence are right to 1e-12 too, however far they go") {
        constexpr std::size_t most = 1U << 18U;
        double largest = 0;
        std::size_t compared = 0;
        count_mass masses;
        mass_reference made_for;
        for (const auto& r : references("mass_references.txt")) {
            if (r.law != made_for.law || r.parameters != made_for.parameters) {
                masses = r.law == "events" ? mass_of_events(event_probabilities(r.parameters[0]), 0)
                                           : mass_of(r.counted(), {1e-302, most});
                made_for = r;
            }
            if (r.value > masses.last()) {
                CHECK(masses.masses.size() == most); // else it should have been kept
                continue;
            }
            const double error = relative_error(mass_at(masses, r.value), r.results[0]);
            INFO(r.law, " ", r.parameters[0], " at ", r.value);
            CHECK(error < tolerance);
            largest = std::max(largest, error);
            ++compared;
        }
        CHECK(compared > 700);
        MESSAGE("largest relative error of ", compared, " masses: ", largest);
    }
}

} // namespace mass_references_test
