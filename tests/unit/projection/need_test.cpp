#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <random>

#include <brukerplan/projection/count_families.hpp>

#include "projection/count_difference.hpp"
#include "projection/coverage_nodes.hpp"
#include "projection/met_need.hpp"
#include "projection/need_law.hpp"
#include "small_panels.hpp"

namespace need_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

/// Municipalities in one round, of whose 100 recipients so many need a service and so many of
/// these receive it.
panel with_need(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& needed_and_met,
                coverage_estimate coverage = {1, 0, coverage_basis::declared}) {
    rounds_and_coverage all;
    int name = 9001;
    for (const auto& [needed, met] : needed_and_met) {
        const municipality_round key{std::to_string(name++), 2021};
        all.counts.rounds[key].recipients = 100;
        all.counts.rounds[key].services["a"] = {met, 5, needed - met, 95 - needed};
        all.coverage[key] = coverage;
    }
    return all.panel();
}

TEST_SUITE("projection: need") {

    TEST_CASE("what municipalities have in common, by hand") {
        const auto rates = detail::need_rates_of(with_need({{10, 5}, {30, 5}}));
        REQUIRE(rates.size() == 1);
        const double rate = 40.5 / 201;
        const double mean = 100 * rate;
        const double excess = (10 - mean) * (10 - mean) + (30 - mean) * (30 - mean) - 2 * mean;
        CHECK(rates[0].rate == Approx(rate));
        CHECK(rates[0].shape == Approx(2 * mean * mean / excess));
        // However alike they look, they are not more alike than this.
        CHECK(detail::need_rates_of(with_need({{20, 5}, {20, 5}}))[0].shape == Approx(20));
    }

    TEST_CASE("no fewer need a service than were said to") {
        for (const coverage_estimate coverage :
             {coverage_estimate{0.8, 0.05, coverage_basis::declared}, assumed_coverage()}) {
            const auto all = with_need({{10, 5}, {30, 5}, {0, 0}}, coverage);
            const auto rates = detail::need_rates_of(all);
            for (const auto& history : all.histories) {
                const auto need = detail::need_of(history.back(), 0, rates[0]);
                const auto mass = need.mass();
                CHECK(mass.first >= need.stated);
                CHECK(mean(mass) > need.stated);
                CHECK(mean(mass) == Approx(need.stated + need.unseen_at(0.8)).epsilon(0.15));
            }
        }
    }

    TEST_CASE(
        "of those who were not mapped as large a part needs it as of all and of those who were") {
        const auto all = with_need({{10, 5}, {30, 5}}, {0.8, 0, coverage_basis::declared});
        const auto rate = detail::need_rates_of(all)[0];
        const auto need = detail::need_of(all.histories[0].back(), 0, rate);
        // 10 of 100 in the municipality, and by all Gamma(shape, shape / (100 rate)); for each who
        // was mapped a quarter was not.
        const double part = (rate.shape + 10) / (rate.shape / (100 * rate.rate) + 1);
        CHECK(part > 10);
        CHECK(part < 100 * rate.rate);
        CHECK(need.unseen_at(0.8) == Approx(part / 4));
        CHECK(need.unseen_at(0.5) == Approx(part));
        CHECK(mean(need.mass()) == Approx(10 + part / 4));
        CHECK(variance(need.mass()) ==
              Approx(part / 4 * (1 + part / 4 / (rate.shape + 10))).epsilon(1e-5));
    }

    TEST_CASE("how many need it says nothing of how many were mapped") {
        const coverage_estimate coverage{0.7, 0.1, coverage_basis::declared};
        for (const std::uint32_t stated : {2, 40, 2'000}) {
            const detail::need_law need{stated, 0.5 * stated, 3, coverage};
            double unseen = 0;
            for (const auto& node : detail::nodes_of(coverage, 0.01)) {
                unseen += node.weight * need.unseen_at(node.share);
            }
            CHECK(mean(need.mass()) == Approx(stated + unseen).epsilon(0.002));
        }
    }

    TEST_CASE("a few coverages tell what many would") {
        for (const std::uint32_t stated : {3, 60, 5'000}) {
            const detail::need_law need{stated, 1.0 * stated, 20, {0.75, 0.12, {}}};
            const auto mass = need.mass();
            CHECK(kept_mass(mass) == Approx(1).epsilon(1e-6));
            for (const double level : {0.05, 0.5, 0.95}) {
                const auto value = quantile(mass, level, quantile_rounding::up);
                const double reached = cdf(mass, value);
                double by_many = 0;
                for (const auto& node : detail::nodes_of(need.coverage, 0.01)) {
                    by_many += node.weight * cdf(need.mass_at(node.share), value);
                }
                CHECK(std::abs(by_many - reached) < 0.01);
            }
        }
    }

    TEST_CASE("where everybody was mapped, need is what was stated") {
        const auto all = with_need({{10, 5}, {0, 0}});
        for (std::size_t m = 0; m < 2; ++m) {
            const auto mass = detail::need_of(all.histories[m].back(), 0, {0.2, 2}).mass();
            CHECK(mass.masses.size() == 1);
            CHECK(mass.first == (m == 0 ? 10 : 0));
        }
    }

    TEST_CASE("without recipients hardly anybody is thought to need anything") {
        panel_round round;
        round.coverage = assumed_coverage();
        round.services.resize(1);
        CHECK(mean(detail::need_of(round, 0, {0.2, 2}).mass()) < 1e-5);
    }
}

TEST_SUITE("projection: met need") {

    TEST_CASE("where many need it, a municipality's rate is its own") {
        const auto all = with_need({{80, 8}, {80, 24}, {80, 40}, {80, 56}, {80, 72}});
        CHECK(detail::met_need_at(all, 0.6)[0] == Approx(0.5).epsilon(0.01));
        CHECK(detail::met_need_at(all, 0.61)[0] == Approx(0.7).epsilon(0.02));
        CHECK(detail::met_need_at(all, 0.99)[0] == Approx(0.9).epsilon(0.02));
        CHECK(detail::met_need_at(all, 0.01)[0] == Approx(0.1).epsilon(0.1));
    }

    TEST_CASE("where few do it is drawn towards the country's") {
        const auto all = with_need({{90, 45}, {90, 45}, {90, 45}, {2, 2}});
        const double most = detail::met_need_at(all, 0.99)[0];
        CHECK(most > 0.5);
        CHECK(most < 0.52);
    }

    TEST_CASE("persons who are alone in their municipality say nothing of its rate") {
        const auto all = with_need({{1, 1}, {1, 0}, {1, 1}, {1, 0}});
        CHECK(detail::met_need_at(all, 0.70)[0] == Approx(0.5).epsilon(0.02));
    }

    TEST_CASE("more is met where less is, and nothing is taken away where more is") {
        const auto all = with_need({{80, 20}, {80, 60}, {0, 0}});
        CHECK(detail::more_met(all.histories[0].back(), 0, 0.5) == Approx(20));
        CHECK(detail::more_met(all.histories[1].back(), 0, 0.5) == 0);
        CHECK(detail::more_met(all.histories[2].back(), 0, 0.5) == 0);
        CHECK(detail::met_need_at(with_need({{0, 0}}), 0.7)[0] == 0);
    }
}

TEST_SUITE("projection: coverage nodes") {

    TEST_CASE("they weigh one, and a mapped person stands for one on average") {
        for (const auto& coverage :
             {coverage_estimate{0.7, 0.1, coverage_basis::declared},
              coverage_estimate{0.97, 0.2, coverage_basis::units}, assumed_coverage()}) {
            double weights = 0;
            double persons = 0;
            for (const auto& node : detail::nodes_of(coverage)) {
                CHECK(node.share > 0);
                CHECK(node.share <= 1);
                weights += node.weight;
                persons += node.weight * node.persons;
            }
            CHECK(weights == Approx(1));
            CHECK(persons == Approx(1));
        }
    }

    TEST_CASE("their logarithm has the spread of the coverage's, where nobody is mapped twice") {
        double mean = 0;
        double squares = 0;
        for (const auto& node : detail::nodes_of({0.5, 0.08, coverage_basis::declared})) {
            const double off = std::log(node.share / 0.5) - 0.08 * 0.08;
            mean += node.weight * off;
            squares += node.weight * off * off;
        }
        CHECK(std::abs(mean) < 1e-12);
        CHECK(std::sqrt(squares) == Approx(0.08).epsilon(0.02));
    }

    TEST_CASE("what is certain is one node") {
        const auto nodes = detail::nodes_of({0.8, 0, coverage_basis::declared});
        REQUIRE(nodes.size() == 1);
        CHECK(nodes[0].share == 0.8);
        CHECK(nodes[0].persons == 1);
    }
}

TEST_SUITE("projection: difference of counts") {

    /// Pair by pair.
    std::map<std::int64_t, double> all_pairs(const count_mass& one, const count_mass& other) {
        std::map<std::int64_t, double> result;
        for (auto i = one.first; i <= one.last(); ++i) {
            for (auto j = other.first; j <= other.last(); ++j) {
                result[std::int64_t{i} - j] += mass_at(one, i) * mass_at(other, j);
            }
        }
        return result;
    }

    TEST_CASE("each difference has the mass of all pairs that make it") {
        const auto one = trimmed(mass_of(negative_binomial{12, 0.3}), 1e-7);
        const auto other = trimmed(mass_of(poisson{7}), 1e-7);
        const auto shifted = count_mass{30, {0.25, 0.5, 0.25}, 0, 0};
        detail::difference_mass sum{0, 1, {0.0}};
        add_difference(sum, one, other, 0.75);
        add_difference(sum, shifted, other, 0.25);
        auto expected = all_pairs(one, other);
        for (auto& [value, mass] : expected) {
            mass *= 0.75;
        }
        for (const auto& [value, mass] : all_pairs(shifted, other)) {
            expected[value] += 0.25 * mass;
        }
        REQUIRE(sum.first == expected.begin()->first);
        double so_far = 0;
        for (std::size_t i = 0; i < sum.masses.size(); ++i) {
            const auto value = sum.first + static_cast<std::int64_t>(i);
            CHECK(sum.masses[i] == Approx(expected[value]).epsilon(1e-12));
            so_far += sum.masses[i];
            if (so_far < 0.9) {
                CHECK(detail::quantile(sum, 0.9) > value);
            }
        }
        CHECK(so_far == Approx(1).epsilon(1e-6));
    }

    TEST_CASE("in steps it is told to within one") {
        const auto one = trimmed(mass_of(negative_binomial{900, 0.1}), 1e-7);
        const auto other = trimmed(mass_of(negative_binomial{700, 0.05}), 1e-7);
        const auto step = detail::difference_step(one.masses.size(), other.masses.size());
        REQUIRE(step > 1);
        detail::difference_mass coarse{0, step, {0.0}};
        add_difference(coarse, one, other, 1);
        detail::difference_mass fine{0, 1, {0.0}};
        add_difference(fine, one, other, 1);
        for (const double level : {0.05, 0.5, 0.95}) {
            CHECK(std::abs(detail::quantile(coarse, level) - detail::quantile(fine, level)) <=
                  step);
        }
        CHECK(detail::difference_step(512, 3) == 1);
        CHECK(detail::difference_step(3, 513) == 2);
    }

    TEST_CASE("a surplus is below zero") {
        detail::difference_mass gap{0, 1, {0.0}};
        add_difference(gap, {3, {1.0}, 0, 0}, {10, {0.5, 0.5}, 0, 0}, 1);
        CHECK(detail::quantile(gap, 0.05) == -8);
        CHECK(detail::quantile(gap, 0.5) == -8);
        CHECK(detail::quantile(gap, 0.51) == -7);
    }
}

} // namespace need_test
