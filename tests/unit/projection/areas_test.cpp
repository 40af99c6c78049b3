#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <thread>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"

namespace areas_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

projection_options with_draws(std::size_t draws) {
    projection_options options;
    options.refits = 100;
    options.draws = draws;
    return options;
}

std::vector<std::size_t> every(std::size_t count) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
}

TEST_SUITE("projection: areas") {

    TEST_CASE("an area of one municipality is its own row, but for what draws do") {
        constexpr std::size_t draws = 4'000;
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.coverage.erase({"9021", 2021}); // assumed
        const projector known{rounds.panel(), with_draws(draws)};
        for (const std::size_t m : {3, 12, 20, 21}) {
            const std::vector<std::size_t> alone{m};
            const auto area = known.area("alone", alone);
            const auto own = known.municipality(m);
            REQUIRE(area.size() == own.size());
            for (std::size_t i = 0; i < area.size(); ++i) {
                const auto& drawn = *area[i].numbers;
                const auto& exact = *own[i].numbers;
                INFO(m, " ", own[i].service, " ", quantity_tokens[std::size_t(own[i].of)]);
                CHECK(area[i].municipality == "alone");
                CHECK(area[i].model == own[i].model);
                CHECK(area[i].flags == own[i].flags);
                const double error = 4 / std::sqrt(double(draws));
                // Refits and coverages are as few as there are: their means are near, not exact.
                const double near = 0.03 * own[3 * (i / 3) + 1].numbers->mean + 0.02;
                CHECK(std::abs(drawn.mean - exact.mean) < error * exact.sd + near);
                CHECK(drawn.sd == Approx(exact.sd).epsilon(0.12));
                CHECK(std::abs(double(drawn.quantiles[3] - exact.quantiles[3])) <
                      0.2 * exact.sd + 1.5);
                CHECK(std::abs(area[i].naive.mean - own[i].naive.mean) <
                      error * own[i].naive.sd + near);
                for (std::size_t p = 0; p < variance_part_count; ++p) {
                    CHECK(std::abs(area[i].variance_shares[p] - own[i].variance_shares[p]) < 0.1);
                }
            }
        }
    }

    TEST_CASE("the mean of two areas together is the sum of theirs") {
        const projector known{made_up_rounds(16, 2018, 2021).panel(), with_draws(200)};
        const std::vector<std::size_t> one{0, 3, 5, 15};
        const std::vector<std::size_t> other{1, 2, 14};
        const std::vector<std::size_t> both{14, 0, 3, 1, 5, 2, 15};
        const auto first = known.area("one", one);
        const auto second = known.area("other", other);
        const auto together = known.area("both", both);
        for (std::size_t i = 0; i < together.size(); ++i) {
            CHECK(together[i].numbers->mean ==
                  Approx(first[i].numbers->mean + second[i].numbers->mean).epsilon(1e-12));
            CHECK(together[i].naive.mean ==
                  Approx(first[i].naive.mean + second[i].naive.mean).epsilon(1e-12));
            // They share the shock and the weights, so their errors do not all cancel.
            if (together[i].of == quantity::expected_use) {
                CHECK(together[i].numbers->sd <=
                      first[i].numbers->sd + second[i].numbers->sd + 1e-9);
            }
        }
    }

    TEST_CASE("the mean of an area is the sum of its municipalities', whatever the refits say") {
        constexpr std::size_t draws = 2'000;
        auto rounds = made_up_rounds(22, 2018, 2021);
        for (auto& [key, coverage] : rounds.coverage) {
            coverage.log_sd = 0.1;
        }
        for (const std::size_t refits : {0, 3, 100}) {
            auto options = with_draws(draws);
            options.refits = refits;
            const projector known{rounds.panel(), options};
            const auto all = every(22);
            auto sums = known.municipality(0);
            for (std::size_t m = 1; m < 22; ++m) {
                const auto rows = known.municipality(m);
                for (std::size_t i = 0; i < sums.size(); ++i) {
                    sums[i].numbers->mean += rows[i].numbers->mean;
                    sums[i].naive.mean += rows[i].naive.mean;
                }
            }
            const auto area = known.area("all", all);
            REQUIRE(area.size() == sums.size());
            for (std::size_t i = 0; i < area.size(); ++i) {
                INFO(refits, " ", area[i].service, " ", quantity_tokens[std::size_t(area[i].of)]);
                const double errors = 4 / std::sqrt(static_cast<double>(draws));
                CHECK(std::abs(area[i].numbers->mean - sums[i].numbers->mean) <
                      errors * area[i].numbers->sd);
                CHECK(std::abs(area[i].naive.mean - sums[i].naive.mean) <
                      errors * area[i].naive.sd);
            }
        }
    }

    TEST_CASE("what municipalities share weighs more the larger the area") {
        const projector known{made_up_rounds(22, 2018, 2021).panel(), with_draws(1'000)};
        const auto shock = static_cast<std::size_t>(variance_part::common_shock);
        const std::vector<std::size_t> small{20};
        const auto all = every(22);
        const auto one = row_of(known.area("one", small), "b", quantity::expected_use);
        const auto country = row_of(known.area("all", all), "b", quantity::expected_use);
        CHECK(country.variance_shares[shock] > one.variance_shares[shock]);
        CHECK(std::accumulate(country.variance_shares.begin(), country.variance_shares.end(),
                              0.0) == Approx(1));
    }

    TEST_CASE("rows of an area hold together as those of a municipality do") {
        const projector known{made_up_rounds(22, 2018, 2021).panel(), with_draws(1'000)};
        const auto all = every(22);
        for (const auto& row : known.area("all", all)) {
            const auto& numbers = *row.numbers;
            CHECK(std::is_sorted(numbers.quantiles.begin(), numbers.quantiles.end()));
            CHECK(row.band_low <= static_cast<double>(numbers.quantiles.front()));
            CHECK(row.band_high >= static_cast<double>(numbers.quantiles.back()));
            double sum = 0;
            for (const auto& term : row.terms) {
                sum += term.persons;
            }
            CHECK(sum == Approx(numbers.mean));
            if (row.of == quantity::gap) {
                const auto need = row_of(known.area("all", all), row.service, quantity::need);
                const auto use =
                    row_of(known.area("all", all), row.service, quantity::expected_use);
                CHECK(numbers.mean == need.numbers->mean - use.numbers->mean);
            }
        }
    }

    TEST_CASE("rows are the same on one thread and on four") {
        const projector known{made_up_rounds(12, 2018, 2021).panel(), with_draws(300)};
        const auto all = every(12);
        const auto expected = known.area("all", all);
        std::vector<std::vector<projected>> found(4);
        std::vector<std::thread> threads;
        for (auto& rows : found) {
            threads.emplace_back([&] { rows = known.area("all", all); });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        for (const auto& rows : found) {
            REQUIRE(rows.size() == expected.size());
            CHECK(std::equal(rows.begin(), rows.end(), expected.begin(),
                             [](const auto& a, const auto& b) { return same(a, b); }));
        }
        const projector again{made_up_rounds(12, 2018, 2021).panel(), with_draws(300)};
        CHECK(same(again.area("all", all).at(4), expected.at(4)));
    }

    TEST_CASE("the order of an area's municipalities changes no draw") {
        const projector known{made_up_rounds(8, 2018, 2021).panel(), with_draws(200)};
        const std::vector<std::size_t> forwards{1, 4, 7};
        const std::vector<std::size_t> backwards{7, 4, 1};
        const auto one = known.area("area", forwards);
        const auto other = known.area("area", backwards);
        for (std::size_t i = 0; i < one.size(); ++i) {
            CHECK(same(*one[i].numbers, *other[i].numbers));
        }
    }

    TEST_CASE("who was not asked is missing from the sum, and every row says so") {
        auto rounds = made_up_rounds(8, 2018, 2021);
        rounds.counts.rounds[{"9003", 2021}].services.erase("b");
        const projector known{rounds.panel(), with_draws(200)};
        const std::vector<std::size_t> with{1, 2, 7};
        const std::vector<std::size_t> without{1, 7};
        const auto one = rows_of(known.area("with", with), "b");
        const auto other = rows_of(known.area("without", without), "b");
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(same(*one[i].numbers, *other[i].numbers));
            CHECK(one[i].flags.has(projection_flag::partial));
            CHECK(!one[i].flags.has(projection_flag::not_asked)); // of the area it was
            CHECK(!other[i].flags.has(projection_flag::partial));
        }
        const std::vector<std::size_t> nobody{2};
        for (const auto& row : rows_of(known.area("nobody", nobody), "b")) {
            CHECK(!row.numbers.has_value());
            CHECK(row.flags.has(projection_flag::not_asked));
        }
    }

    TEST_CASE("a municipality without rounds is missing from the sum") {
        auto rounds = made_up_rounds(8, 2018, 2021);
        rounds.add("9101", 2021, "a", 5, 40); // its first
        const auto known = projector{before_period(rounds.panel(), 2021), with_draws(200)};
        const std::vector<std::size_t> with{3, 8};
        const std::vector<std::size_t> without{3};
        const auto one = known.area("with", with);
        const auto other = known.area("without", without);
        for (std::size_t i = 0; i < one.size(); ++i) {
            CHECK(same(*one[i].numbers, *other[i].numbers));
            CHECK(one[i].flags.has(projection_flag::partial));
        }
        for (const auto& row : known.municipality(8)) {
            CHECK(!row.numbers.has_value());
            CHECK(row.flags.has(projection_flag::not_asked));
        }
    }

    TEST_CASE("where a service ended an area's use is all chance") {
        auto rounds = made_up_rounds(12, 2018, 2021);
        for (auto& [key, counted] : rounds.counts.rounds) {
            if (key.round == 2021) {
                counted.services["c"] = {0, 0, 3, counted.recipients - 3};
            }
        }
        const projector known{rounds.panel(), with_draws(200)};
        const auto use = row_of(known.area("all", every(12)), "c", quantity::expected_use);
        CHECK(use.flags.has(projection_flag::service_ended));
        CHECK(use.numbers->mean == 0);
        CHECK(use.numbers->quantiles.back() == 0);
        CHECK(use.variance_shares == std::array<double, variance_part_count>{1, 0, 0, 0, 0});
    }

    TEST_CASE("an area without municipalities has no numbers") {
        const projector known{made_up_rounds(3, 2020, 2021).panel(), with_draws(200)};
        const auto rows = known.area("none", {});
        CHECK(rows.size() == 9);
        for (const auto& row : rows) {
            CHECK(!row.numbers.has_value());
        }
    }
}

} // namespace areas_test
