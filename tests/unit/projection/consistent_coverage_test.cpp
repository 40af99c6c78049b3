#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <string>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"

namespace consistent_coverage_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

/// Everybody needs the service "a" and receives it.
rounds_and_coverage all_need_and_receive(const coverage_estimate& coverage) {
    rounds_and_coverage rounds;
    for (std::uint32_t m = 0; m < 12; ++m) {
        for (int year = 2018; year <= 2021; ++year) {
            const municipality_round key{std::to_string(9001 + m), year};
            auto& counted = rounds.counts.rounds[key];
            counted.recipients = 40 + 25 * m;
            counted.services["a"] = {counted.recipients, 0, 0, 0};
            rounds.coverage[key] = coverage;
        }
    }
    return rounds;
}

/// Everybody was mapped each year; in 9001 nobody received the service "a", in others somebody did.
rounds_and_coverage with_nobody_yet(std::uint32_t recipients, std::uint32_t received_by_others) {
    rounds_and_coverage rounds;
    for (int year = 2018; year <= 2021; ++year) {
        rounds.add("9001", year, "a", 0, recipients);
        for (int m = 9002; m <= 9013; ++m) {
            rounds.add(std::to_string(m), year, "a", received_by_others, recipients);
        }
    }
    return rounds;
}

const explained_term* find_term(const projected& row, std::string_view of) {
    for (const auto& term : row.terms) {
        if (term.of == of) {
            return &term;
        }
    }
    return nullptr;
}

TEST_SUITE("projection: one law of coverage") {

    TEST_CASE("never fewer than one person stand for a mapped one, by sums over its law") {
        for (const double share : {1.0, 0.95, 0.8, 0.5}) {
            CHECK(persons_per_mapped({share, 0, {}}) == 1 / share);
            for (const double sd : {0.02, 0.08, 0.115, 0.3}) {
                constexpr double step = 0.001;
                double sum = 0;
                double weights = 0;
                for (int i = -8'000; i <= 8'000; ++i) {
                    const double normal = i * step;
                    const double weight = std::exp(-normal * normal / 2);
                    sum += weight * std::max(std::exp(sd * normal - sd * sd) / share, 1.0);
                    weights += weight;
                }
                CHECK(persons_per_mapped({share, sd, {}}) == Approx(sum / weights).epsilon(1e-6));
            }
        }
    }

    TEST_CASE("where all need a service and all receive it there is no gap, for any coverage") {
        for (const double share : {1.0, 0.95, 0.8, 0.5}) {
            for (const double sd : {0.0, 0.08, 0.115, 0.3}) {
                const auto known =
                    projector_of(all_need_and_receive({share, sd, coverage_basis::declared}));
                for (std::size_t m = 0; m < 12; ++m) {
                    INFO(share, " ", sd, " ", m);
                    const auto rows = known.municipality(m);
                    const double need = rows[0].numbers->mean;
                    CHECK(std::abs(rows[2].numbers->mean) < 0.002 * need);
                    CHECK(std::abs(rows[2].naive.mean) < 0.002 * need);
                    CHECK(rows[1].naive.mean ==
                          Approx(known.histories().histories[m].back().recipients *
                                 persons_per_mapped({share, sd, {}})));
                }
                std::vector<std::size_t> all(12);
                std::iota(all.begin(), all.end(), std::size_t{0});
                const auto area = known.area("all", all);
                const double error = 4 * area[2].numbers->sd / std::sqrt(200.0);
                CHECK(std::abs(area[2].numbers->mean) < 0.01 * area[0].numbers->mean + error);
            }
        }
    }
}

TEST_SUITE("projection: nobody yet") {

    TEST_CASE("who has had nobody may have somebody, though last year's use is nobody") {
        for (const std::uint32_t recipients : {30, 120, 600}) {
            const auto known = projector_of(with_nobody_yet(recipients, recipients / 10));
            const auto rows = known.municipality(0);
            for (const auto& row : rows) {
                check_row(row);
            }
            CHECK(rows[1].numbers->mean > 0);
            CHECK(rows[1].naive.mean == 0);
            CHECK(rows[1].naive.quantiles.back() >= 1);
            CHECK(rows[2].naive.mean == rows[0].numbers->mean);
            for (const auto& row : known.municipality(5)) {
                CHECK(find_term(row, "nobody_yet") == nullptr);
            }
        }
    }

    TEST_CASE("it is a part of what peers have, and half a mapped person at most") {
        auto options = quick();
        options.what_if.kind = scenario_kind::constant_rates;
        const auto expected = [&](const rounds_and_coverage& rounds) {
            const auto use =
                row_of(projector_of(rounds, options).municipality(0), "a", quantity::expected_use);
            check_row(use);
            const auto* term = find_term(use, "nobody_yet");
            REQUIRE(term != nullptr);
            CHECK(use.numbers->mean == Approx(term->persons));
            return term->persons;
        };
        CHECK(expected(with_nobody_yet(100, 20)) == Approx(0.5));
        auto half_mapped = with_nobody_yet(100, 20);
        for (auto& [key, coverage] : half_mapped.coverage) {
            coverage = {0.5, 0, coverage_basis::declared};
        }
        CHECK(expected(half_mapped) == Approx(1));
        // One of the others has one person; their rate is far below half a person in a hundred.
        auto rare = with_nobody_yet(100, 0);
        for (int year = 2018; year <= 2021; ++year) {
            rare.add("9002", year, "a", 1, 100);
        }
        const double few = expected(rare);
        CHECK(few > 0);
        CHECK(few < 0.2);
    }

    TEST_CASE("who had somebody once is expected to have as models say") {
        auto options = quick();
        options.what_if.kind = scenario_kind::constant_rates;
        auto rounds = with_nobody_yet(100, 20);
        rounds.add("9001", 2018, "a", 1, 100);
        const auto use =
            row_of(projector_of(rounds, options).municipality(0), "a", quantity::expected_use);
        CHECK(find_term(use, "nobody_yet") == nullptr);
        CHECK(use.numbers->mean == 0);
    }
}

} // namespace consistent_coverage_test
