#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>
#include <thread>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"

namespace projector_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

TEST_SUITE("projection: projector") {

    TEST_CASE("rows come by service and quantity, and need, use and gap go together") {
        const auto known = projector_of(made_up_rounds(22, 2018, 2021));
        for (const std::size_t m : {0, 4, 13, 21}) {
            const auto rows = known.municipality(m);
            REQUIRE(rows.size() == 9);
            for (std::size_t s = 0; s < 3; ++s) {
                const auto& need = rows[3 * s];
                const auto& use = rows[3 * s + 1];
                const auto& gap = rows[3 * s + 2];
                CHECK(need.of == quantity::need);
                CHECK(use.of == quantity::expected_use);
                CHECK(gap.of == quantity::gap);
                CHECK(need.model == "stated_need");
                CHECK(use.model == model_tokens[static_cast<std::size_t>(known.chosen()[s].use)]);
                CHECK(gap.model == use.model);
                for (const auto* row : {&need, &use, &gap}) {
                    CHECK(row->service == known.histories().services[s]);
                    CHECK(row->municipality == known.histories().municipalities[m]);
                    check_row(*row);
                }
                CHECK(gap.numbers->mean == need.numbers->mean - use.numbers->mean);
                CHECK(gap.naive.mean == Approx(need.numbers->mean - use.naive.mean).epsilon(0.001));
                const auto stated = known.histories().histories[m].back().services[s].cells;
                CHECK(need.numbers->quantiles.front() >= stated.needed());
                CHECK(need.numbers->mean >= stated.needed());
                CHECK(need.band_low >= stated.needed());
            }
        }
    }

    TEST_CASE("a quantile is the least number not exceeded with that probability") {
        const auto known = projector_of(made_up_rounds(22, 2018, 2021));
        for (const std::size_t m : {0, 7, 21}) {
            const auto rows = known.municipality(m);
            for (std::size_t s = 0; s < 3; ++s) {
                const auto mass = known.expected_use(m, s);
                REQUIRE(mass.has_value());
                const auto& numbers = *rows[3 * s + 1].numbers;
                CHECK(numbers.mean == Approx(mean(*mass)));
                CHECK(numbers.sd == Approx(std::sqrt(variance(*mass))));
                for (std::size_t i = 0; i < projection_levels.size(); ++i) {
                    const auto value = static_cast<std::uint32_t>(numbers.quantiles[i]);
                    CHECK(cdf(*mass, value) >= projection_levels[i]);
                    CHECK((value == 0 || cdf(*mass, value - 1) < projection_levels[i]));
                }
            }
        }
    }

    TEST_CASE("the middle of the gap lies about its mean") {
        const auto known = projector_of(made_up_rounds(22, 2018, 2021));
        for (std::size_t m = 0; m < 22; ++m) {
            for (const auto& row : rows_of(known.municipality(m), quantity::gap)) {
                const double middle = static_cast<double>(row.numbers->quantiles[3]);
                CHECK(std::abs(middle - row.numbers->mean) < 0.2 * row.numbers->sd + 1);
            }
        }
    }

    TEST_CASE("bands are the intervals where those who were not mapped may use more or less") {
        const auto known = projector_of(made_up_rounds(22, 2018, 2021));
        const auto& round = known.histories().histories[20].back();
        const double unseen = 1 - round.coverage.share;
        const auto use = row_of(known.municipality(20), "b", quantity::expected_use);
        CHECK(use.band_low ==
              Approx(static_cast<double>(use.numbers->quantiles.front()) * (1 - unseen / 2)));
        CHECK(use.band_high ==
              Approx(static_cast<double>(use.numbers->quantiles.back()) * (1 + unseen / 2)));
        const double stated = round.services[1].cells.needed();
        const auto need = row_of(known.municipality(20), "b", quantity::need);
        CHECK(need.band_low ==
              Approx((stated + static_cast<double>(need.numbers->quantiles.front())) / 2));
    }

    TEST_CASE("where everybody was mapped for certain, need is identified and has no band") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        for (auto& [key, coverage] : rounds.coverage) {
            coverage = {1, 0, coverage_basis::declared};
        }
        const auto known = projector_of(rounds);
        for (const auto& row : known.municipality(12)) {
            CHECK(row.band_low <= static_cast<double>(row.numbers->quantiles.front()));
            CHECK(row.variance_shares[2] == Approx(0));
            if (row.of == quantity::need) {
                CHECK(row.flags.has(projection_flag::identified));
                CHECK(row.numbers->sd == 0);
                CHECK(row.terms[1] == explained_term{"not_mapped", 0});
            } else {
                CHECK(row.flags.has(projection_flag::estimated));
            }
            if (row.of != quantity::gap) {
                CHECK(row.band_low == static_cast<double>(row.numbers->quantiles.front()));
                CHECK(row.band_high == static_cast<double>(row.numbers->quantiles.back()));
            }
        }
    }

    TEST_CASE("other models stand beside the one that is used") {
        auto options = quick();
        options.also = {model_kind::smoother, model_kind::peers};
        const auto rounds = made_up_rounds(22, 2018, 2021);
        const auto known = projector_of(rounds, options);
        const auto without = projector_of(rounds);
        const auto rows = known.municipality(9);
        const auto uses = rows_of(rows_of(rows, "b"), quantity::expected_use);
        REQUIRE(uses.size() == (known.chosen()[1].use == model_kind::smoother ? 2 : 3));
        CHECK(uses.back().model == "peers");
        CHECK(uses.back().terms.size() == 1);
        check_row(uses.back());
        CHECK(uses[0].numbers->mean ==
              row_of(without.municipality(9), "b", quantity::expected_use).numbers->mean);
    }

    TEST_CASE("three years ahead from yearly rounds is less sure than one") {
        auto options = quick();
        const auto rounds = made_up_rounds(22, 2019, 2021);
        const auto near = projector_of(rounds, options);
        options.horizon = 3;
        const auto far = projector_of(rounds, options); // the longest lag is two years
        const auto use_near = row_of(near.municipality(18), "b", quantity::expected_use);
        const auto use_far = row_of(far.municipality(18), "b", quantity::expected_use);
        CHECK(use_far.horizon == 3);
        CHECK(use_far.flags.has(projection_flag::other_lag));
        CHECK(!use_near.flags.has(projection_flag::other_lag));
        // From two rounds there is but one lag, and what was learned is the same.
        const auto two_rounds = made_up_rounds(22, 2020, 2021);
        options.horizon = 1;
        const auto one_year = projector_of(two_rounds, options);
        options.horizon = 3;
        const auto three_years = projector_of(two_rounds, options);
        for (const std::size_t m : {3, 11, 20}) {
            const auto one = row_of(one_year.municipality(m), "b", quantity::expected_use);
            const auto three = row_of(three_years.municipality(m), "b", quantity::expected_use);
            CHECK(three.numbers->mean == Approx(one.numbers->mean));
            CHECK(three.numbers->sd > 1.1 * one.numbers->sd);
            CHECK(three.naive.mean == Approx(one.naive.mean));
            CHECK(three.naive.sd > 1.1 * one.naive.sd);
        }
    }

    TEST_CASE("biennial rounds are learned from as such") {
        rounds_and_coverage rounds;
        const auto yearly = made_up_rounds(24, 2016, 2022);
        for (const auto& [key, counted] : yearly.counts.rounds) {
            if (key.round % 2 == 0) {
                rounds.counts.rounds[key] = counted;
                rounds.coverage[key] = yearly.coverage.at(key);
            }
        }
        auto options = quick();
        const auto one_year = projector_of(rounds, options);
        CHECK(one_year.municipality(3)[1].flags.has(projection_flag::other_lag));
        options.horizon = 2;
        const auto two_years = projector_of(rounds, options);
        CHECK(!two_years.municipality(3)[1].flags.has(projection_flag::other_lag));
        CHECK(two_years.municipality(3)[1].numbers->mean ==
              one_year.municipality(3)[1].numbers->mean);
    }

    TEST_CASE("without refits what is not known of the weights is left out") {
        auto options = quick();
        options.refits = 0;
        const auto use =
            row_of(projector_of(made_up_rounds(22, 2018, 2021), options).municipality(9), "b",
                   quantity::expected_use);
        check_row(use);
        CHECK(use.variance_shares[1] == 0);
    }

    TEST_CASE("each municipality is the same in any order and on any thread") {
        const auto known = projector_of(made_up_rounds(12, 2018, 2021));
        std::vector<std::vector<projected>> forwards;
        for (std::size_t m = 0; m < 12; ++m) {
            forwards.push_back(known.municipality(m));
        }
        std::vector<std::vector<projected>> apart(12);
        std::vector<std::thread> threads;
        for (std::size_t t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (std::size_t m = 12; m-- > 0;) {
                    if (m % 4 == t) {
                        apart[m] = known.municipality(m);
                    }
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        for (std::size_t m = 0; m < 12; ++m) {
            REQUIRE(apart[m].size() == forwards[m].size());
            for (std::size_t i = 0; i < apart[m].size(); ++i) {
                CHECK(same(apart[m][i], forwards[m][i]));
            }
        }
    }

    TEST_CASE("options out of range are refused") {
        const auto refused = [](auto change) {
            auto options = quick();
            change(options);
            CHECK_THROWS_AS((projector{panel{}, options}), std::invalid_argument);
        };
        refused([](auto& o) { o.horizon = 0; });
        refused([](auto& o) { o.horizon = 6; });
        refused([](auto& o) { o.draws = 99; });
        refused([](auto& o) { o.refits = 100'001; });
        refused([](auto& o) { o.unseen = {-0.1, 1}; });
        refused([](auto& o) { o.unseen = {1.5, 0.5}; });
        refused([](auto& o) { o.what_if.percentile = 1; });
        refused([](auto& o) { o.what_if.percentile = std::nan(""); });
        refused([](auto& o) { o.what_if.more = -1; });
        refused([](auto& o) { o.population_growth["9001"] = -0.1; });
        refused([](auto& o) { o.population_growth["9001"] = std::nan(""); });
        refused([](auto& o) { o.what_if.capacities[{"9001", "a"}] = -1; });
        refused([](auto& o) { o.what_if.capacities[{"9001", "a"}] = std::nan(""); });
    }

    TEST_CASE("an empty panel is projected as nothing") {
        const projector known{panel{}, quick()};
        CHECK(known.chosen().empty());
        CHECK(known.area("nowhere", {}).empty());
    }
}

} // namespace projector_test
