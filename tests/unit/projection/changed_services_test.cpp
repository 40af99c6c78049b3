#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include <brukerplan/projection/model.hpp>

#include "small_panels.hpp"

namespace changed_services_test {

using namespace brukerplan;

/// A service that hardly anybody had until the last year, when half of all do.
projection_test::rounds_and_coverage with_a_leap() {
    auto all = projection_test::made_up_rounds(12, 2020, 2024);
    for (auto& [key, round] : all.counts.rounds) {
        const auto received = key.round == 2024            ? round.recipients / 2
                              : key.municipality == "9003" ? 1U
                                                           : 0U;
        round.services["leap"] = {0, received, 0, round.recipients - received};
    }
    return all;
}

fitted_model fitted(const panel& all) {
    return fit(model_kind::credibility, transitions_of(all, term_table{all, 1}, 1), 1);
}

TEST_SUITE("projection: services that changed") {
    TEST_CASE("a leap of one service does not make years differ without end") {
        const auto calm = fitted(projection_test::made_up_rounds(12, 2020, 2024).panel());
        const auto leapt = fitted(with_a_leap().panel());
        CHECK(std::isfinite(leapt.shock_variance));
        CHECK(leapt.shock_variance < calm.shock_variance + 0.2);
    }

    TEST_CASE("what a service varies by is at most twice its mean either way") {
        const auto leapt = fitted(with_a_leap().panel());
        for (const auto& service : leapt.services) {
            for (const auto& group : service) {
                CHECK(group.dispersion >= 0.002);
                CHECK(group.dispersion <= 4);
            }
        }
    }
}

} // namespace changed_services_test
