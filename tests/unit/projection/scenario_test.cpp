#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <limits>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"

namespace scenario_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

const rounds_and_coverage& rounds() {
    static const auto all = made_up_rounds(22, 2018, 2021);
    return all;
}

projector with(scenario_kind kind, const std::function<void(projection_options&)>& change = {}) {
    projection_options options;
    options.refits = 40;
    options.draws = 400;
    options.what_if.kind = kind;
    if (change) {
        change(options);
    }
    return projector{rounds().panel(), options};
}

projected use_of(const projector& known, std::size_t municipality, std::string_view service = "b") {
    return row_of(known.municipality(municipality), service, quantity::expected_use);
}

double mean_of(const projector& known, std::size_t municipality, quantity of) {
    return row_of(known.municipality(municipality), "b", of).numbers->mean;
}

double term_of(const projected& row, std::string_view of) {
    for (const auto& term : row.terms) {
        if (term.of == of) {
            return term.persons;
        }
    }
    FAIL("no term ", of);
    return 0;
}

/// With the same draws, in an area of the three largest.
double area_mean(const projector& known, quantity of) {
    const std::vector<std::size_t> largest{19, 20, 21};
    return row_of(known.area("area", largest), "b", of).numbers->mean;
}

TEST_SUITE("projection: scenarios") {

    TEST_CASE("more entrants receive more") {
        const auto as_is = with(scenario_kind::as_is);
        const auto more = with(scenario_kind::more_entrants);
        for (const std::size_t m : {2, 12, 21}) {
            const auto use = use_of(more, m);
            CHECK(use.numbers->mean == Approx(1.1 * use_of(as_is, m).numbers->mean));
            CHECK(term_of(use, "more_entrants") ==
                  Approx(0.1 * use_of(as_is, m).numbers->mean).epsilon(1e-5));
            CHECK(same(use.naive, use_of(as_is, m).naive));
        }
        CHECK(area_mean(more, quantity::expected_use) ==
              Approx(1.1 * area_mean(as_is, quantity::expected_use)).epsilon(1e-3));
        const auto fewer =
            with(scenario_kind::more_entrants, [](auto& o) { o.what_if.more = -0.2; });
        CHECK(use_of(fewer, 12).numbers->mean == Approx(0.8 * use_of(as_is, 12).numbers->mean));
    }

    TEST_CASE("as many more need a service as receive it, and the gap grows with both") {
        const auto check_grown = [](const projector& grown, const projector& as_is, double by,
                                    std::size_t m) {
            const auto need = row_of(grown.municipality(m), "b", quantity::need);
            const auto before = row_of(as_is.municipality(m), "b", quantity::need);
            const double persons = before.numbers->mean;
            check_row(need);
            CHECK(need.numbers->mean == Approx(by * persons).epsilon(1e-3));
            CHECK(term_of(need, "growth") == Approx((by - 1) * persons).epsilon(0.02));
            CHECK(term_of(need, "mapped") == term_of(before, "mapped"));
            CHECK(std::abs(mean_of(grown, m, quantity::gap) -
                           by * mean_of(as_is, m, quantity::gap)) < 1e-3 * persons);
            CHECK(!need.flags.has(projection_flag::identified));
        };
        const auto as_is = with(scenario_kind::as_is);
        for (const double more : {0.1, 1.0, -0.2}) {
            const auto grown =
                with(scenario_kind::more_entrants, [&](auto& o) { o.what_if.more = more; });
            for (const std::size_t m : {2, 12, 21}) {
                check_grown(grown, as_is, 1 + more, m);
            }
            CHECK(area_mean(grown, quantity::need) ==
                  Approx((1 + more) * area_mean(as_is, quantity::need)).epsilon(0.01));
        }
        const auto in_three_years = [](double growth) {
            return with(scenario_kind::as_is, [&](auto& o) {
                o.horizon = 3;
                o.population_growth["9013"] = growth;
            });
        };
        for (const double growth : {1.25, 0.6, 0.0}) {
            check_grown(in_three_years(growth), in_three_years(1), growth, 12);
        }
    }

    TEST_CASE("where little of need is met more is received, and nowhere less") {
        const auto as_is = with(scenario_kind::as_is);
        const auto met = with(scenario_kind::met_need);
        double before = 0;
        double after = 0;
        for (std::size_t m = 0; m < 22; ++m) {
            CHECK(mean_of(met, m, quantity::expected_use) >=
                  Approx(mean_of(as_is, m, quantity::expected_use)).epsilon(1e-9));
            CHECK(mean_of(met, m, quantity::gap) <=
                  Approx(mean_of(as_is, m, quantity::gap)).epsilon(1e-9));
            CHECK(mean_of(met, m, quantity::need) == mean_of(as_is, m, quantity::need));
            before += mean_of(as_is, m, quantity::expected_use);
            after += mean_of(met, m, quantity::expected_use);
        }
        CHECK(after > before);
        CHECK(area_mean(met, quantity::expected_use) >= area_mean(as_is, quantity::expected_use));
        const auto more =
            with(scenario_kind::met_need, [](auto& o) { o.what_if.percentile = 0.95; });
        CHECK(use_of(more, 1).numbers->mean >= use_of(met, 1).numbers->mean);
    }

    TEST_CASE("if everybody was mapped, nobody else needs or receives anything") {
        const auto as_is = with(scenario_kind::as_is);
        const auto full = with(scenario_kind::full_coverage);
        for (const std::size_t m : {2, 12, 21}) {
            const auto& round = full.histories().histories[m].back();
            const auto use = use_of(full, m);
            CHECK(use.numbers->mean ==
                  Approx(use_of(as_is, m).numbers->mean / round.weight()).epsilon(1e-5));
            CHECK(use.variance_shares[2] == Approx(0));
            CHECK(use.band_low == static_cast<double>(use.numbers->quantiles.front()));
            const auto need = row_of(full.municipality(m), "b", quantity::need);
            CHECK(need.numbers->mean == Approx(round.services[1].cells.needed()));
            CHECK(need.numbers->sd == 0);
            for (const auto& row : full.municipality(m)) {
                CHECK(row.flags.has(projection_flag::assumed)); // since it was not so
                CHECK(!row.flags.has(projection_flag::estimated));
                CHECK(!row.flags.has(projection_flag::identified));
                CHECK(row.flags.has(projection_flag::what_if));
            }
            CHECK(!use_of(as_is, m).flags.has(projection_flag::what_if));
            const auto gap = row_of(full.municipality(m), "b", quantity::gap);
            CHECK(gap.numbers->sd == Approx(use.numbers->sd).epsilon(1e-3));
            const auto gap_as_is = row_of(as_is.municipality(m), "b", quantity::gap);
            CHECK(same(gap.naive, gap_as_is.naive));
        }
        double needed = 0;
        for (const std::size_t m : {19, 20, 21}) {
            needed += full.histories().histories[m].back().services[1].cells.needed();
        }
        CHECK(area_mean(full, quantity::need) == needed);
        CHECK(area_mean(full, quantity::expected_use) < area_mean(as_is, quantity::expected_use));
    }

    TEST_CASE("no more receive a service than there is room for") {
        const auto as_is = with(scenario_kind::as_is);
        const double room = std::floor(0.9 * use_of(as_is, 21).numbers->mean);
        const auto capped = with(scenario_kind::capacity, [&](auto& o) {
            o.what_if.capacities[{"9022", "b"}] = room + 0.5;
            o.what_if.capacities[{"9020", "b"}] = 0;
            o.what_if.capacities[{"9004", "b"}] = std::numeric_limits<double>::infinity();
        });
        const auto use = use_of(capped, 21);
        CHECK(use.numbers->quantiles.back() == static_cast<std::int64_t>(room));
        CHECK(use.numbers->mean <= room);
        CHECK(term_of(use, "capacity") < 0);
        double sum = 0;
        for (const auto& term : use.terms) {
            sum += term.persons;
        }
        CHECK(sum == Approx(use.numbers->mean));
        const auto mass = capped.expected_use(21, 1);
        CHECK(mass->last() == static_cast<std::uint32_t>(room));
        CHECK(kept_mass(*mass) == Approx(1));
        CHECK(use_of(capped, 19).numbers->mean == 0);
        CHECK(use_of(capped, 19).numbers->quantiles.back() == 0);
        CHECK(same(*use_of(capped, 3).numbers, *use_of(as_is, 3).numbers));
        auto not_capped = use_of(as_is, 20);
        not_capped.flags.add(projection_flag::what_if);
        CHECK(same(use_of(capped, 20), not_capped));
        CHECK(mean_of(capped, 21, quantity::gap) > mean_of(as_is, 21, quantity::gap));
        CHECK(area_mean(capped, quantity::expected_use) < area_mean(as_is, quantity::expected_use));
    }

    TEST_CASE("what is lacking in room in an area is what its municipalities lack") {
        const auto as_is = with(scenario_kind::as_is);
        const auto capped = with(scenario_kind::capacity, [&](auto& o) {
            for (const std::size_t m : {19, 21}) {
                const auto& name = as_is.histories().municipalities[m];
                o.what_if.capacities[{name, "b"}] =
                    std::floor(0.9 * use_of(as_is, m).numbers->mean);
            }
        });
        const std::vector<std::size_t> largest{19, 20, 21};
        const auto use = row_of(capped.area("area", largest), "b", quantity::expected_use);
        check_row(use);
        CHECK(term_of(use, "capacity") < 0);
        CHECK(term_of(use, "capacity") == Approx(term_of(use_of(capped, 19), "capacity") +
                                                 term_of(use_of(capped, 21), "capacity")));
        const double sum = use_of(capped, 19).numbers->mean + use_of(capped, 20).numbers->mean +
                           use_of(capped, 21).numbers->mean;
        CHECK(std::abs(use.numbers->mean - sum) < 4 * use.numbers->sd / std::sqrt(400.0));
        for (const auto& row : as_is.area("area", largest)) {
            for (const auto& term : row.terms) {
                CHECK(term.of != "capacity");
            }
        }
    }

    TEST_CASE("a municipality of little room has its whole mass there") {
        const auto as_is = with(scenario_kind::as_is);
        const auto first = as_is.expected_use(21, 2)->first;
        REQUIRE(first > 1);
        const auto capped = with(scenario_kind::capacity, [&](auto& o) {
            o.what_if.capacities[{"9022", "c"}] = first - 1;
        });
        const auto mass = capped.expected_use(21, 2);
        CHECK(mass->first == first - 1);
        CHECK(mass->masses.size() == 1);
        CHECK(mass->masses[0] == Approx(1));
    }

    TEST_CASE("constant rates are last year's use, times how the population grows") {
        const auto grown = with(scenario_kind::constant_rates,
                                [](auto& o) { o.population_growth["9013"] = 1.25; });
        const auto use = use_of(grown, 12);
        CHECK(use.model == "naive");
        CHECK(use.numbers->mean == Approx(1.25 * use.naive.mean));
        CHECK(!use.flags.has(projection_flag::population_assumed));
        const auto other = use_of(grown, 13);
        CHECK(other.numbers->mean == Approx(other.naive.mean));
        CHECK(other.flags.has(projection_flag::population_assumed));
    }

    TEST_CASE("the population counts from three years ahead") {
        const auto growing = [](int horizon, double growth) {
            return with(scenario_kind::as_is, [&](auto& o) {
                o.horizon = horizon;
                o.population_growth["9013"] = growth;
            });
        };
        CHECK(use_of(growing(2, 1.5), 12).numbers->mean == use_of(growing(2, 1), 12).numbers->mean);
        CHECK(use_of(growing(3, 1.5), 12).numbers->mean ==
              Approx(1.5 * use_of(growing(3, 1), 12).numbers->mean));
        CHECK(use_of(growing(3, 0), 12).numbers->mean == Approx(0));
        CHECK(!use_of(growing(2, 1.5), 13).flags.has(projection_flag::population_assumed));
        CHECK(use_of(growing(3, 1.5), 13).flags.has(projection_flag::population_assumed));
    }
}

} // namespace scenario_test
