#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <thread>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"

namespace {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

double sum_of_terms(const projected& row) {
    double sum = 0;
    for (const auto& term : row.terms) {
        sum += term.persons;
    }
    return sum;
}

projection_options quick() {
    projection_options options;
    options.refits = 50;
    options.draws = 200;
    return options;
}

projector projector_of(const rounds_and_coverage& rounds, projection_options options = quick()) {
    return projector{rounds.panel(), options};
}

void check_row(const projected& row) {
    REQUIRE(row.numbers.has_value());
    INFO(row.municipality, " ", row.service, " ", quantity_tokens[std::size_t(row.of)]);
    const auto& numbers = *row.numbers;
    CHECK(std::is_sorted(numbers.quantiles.begin(), numbers.quantiles.end()));
    CHECK(std::abs(sum_of_terms(row) - numbers.mean) < 1e-5 * (1 + std::abs(numbers.mean)));
    CHECK(std::accumulate(row.variance_shares.begin(), row.variance_shares.end(), 0.0) ==
          Approx(1));
    CHECK(numbers.sd >= 0);
    CHECK(row.band_low <= static_cast<double>(numbers.quantiles.front()));
    CHECK(row.band_high >= static_cast<double>(numbers.quantiles.back()));
    const int statuses = row.flags.has(projection_flag::identified) +
                         row.flags.has(projection_flag::estimated) +
                         row.flags.has(projection_flag::assumed);
    CHECK(statuses == 1);
}

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

    TEST_CASE("an assumed coverage makes all that hangs on it assumed") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.coverage.clear();
        const auto known = projector_of(rounds);
        for (const auto& row : known.municipality(12)) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::coverage_assumed));
            CHECK(row.flags.has(projection_flag::assumed));
            CHECK(row.variance_shares[2] > 0);
            CHECK(row.band_high > static_cast<double>(row.numbers->quantiles.back()));
        }
    }

    TEST_CASE("what was not asked has no numbers, and says so") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.counts.rounds[{"9003", 2021}].services.erase("b");
        const auto known = projector_of(rounds);
        CHECK(!known.expected_use(2, 1).has_value());
        for (const auto& row : known.municipality(2)) {
            CHECK(row.numbers.has_value() == (row.service != "b"));
            CHECK(row.flags.has(projection_flag::not_asked) == (row.service == "b"));
            CHECK(!row.model.empty());
        }
    }

    TEST_CASE("nobody and few persons are projected, and few are said to be few") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        for (const int year : {2018, 2019, 2020, 2021}) {
            rounds.add("9101", year, "a", 3, 8, 0.8);
            rounds.counts.rounds[{"9102", year}].services["a"] = {};
            rounds.coverage[{"9102", year}] = {0.8, 0.05, coverage_basis::declared};
        }
        const auto known = projector_of(rounds);
        for (const auto& row : rows_of(known.municipality(22), "a")) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::few_recipients));
        }
        for (const auto& row : rows_of(known.municipality(23), "a")) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::few_recipients));
            CHECK(std::abs(row.numbers->mean) < 1e-5);
            CHECK(row.numbers->quantiles.back() == 0);
        }
        CHECK(!row_of(known.municipality(10), "a", quantity::need)
                   .flags.has(projection_flag::few_recipients));
    }

    TEST_CASE("one round is projected by priors, which is said") {
        const auto known = projector_of(made_up_rounds(22, 2021, 2021));
        for (const auto& row : known.municipality(5)) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::no_history));
            CHECK(row.flags.has(projection_flag::first_mapping));
            CHECK(row.flags.has(projection_flag::assumed) == (row.of != quantity::need));
            CHECK(row.flags.has(projection_flag::not_backtested) == (row.of != quantity::need));
        }
        // As one's own past is last year, three quarters of that and of peers' a fifth.
        const auto use = row_of(known.municipality(5), "b", quantity::expected_use);
        CHECK(use.model == "credibility");
        CHECK(use.terms[0].of == "received");
        CHECK(use.terms[0].persons == Approx(use.terms[4].persons * 2.5));
        CHECK(use.naive.mean == Approx(2 * use.terms[0].persons));
    }

    TEST_CASE("of two rounds the country's shock is prior alone") {
        const auto known = projector_of(made_up_rounds(22, 2020, 2021));
        const auto use = row_of(known.municipality(5), "b", quantity::expected_use);
        CHECK(use.flags.has(projection_flag::one_transition));
        CHECK(use.flags.has(projection_flag::learned_from_all));
        CHECK(use.flags.has(projection_flag::estimated));
        CHECK(!use.flags.has(projection_flag::first_mapping));
    }

    TEST_CASE("a municipality alone has no peers; one that mapped alone once does no harm") {
        const auto alone = projector_of(made_up_rounds(1, 2018, 2021));
        for (const auto& row : alone.municipality(0)) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::no_peers));
        }
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.add("9003", 2010, "a", 5, 16);
        for (const auto& row : projector_of(rounds).municipality(4)) {
            CHECK(!row.flags.has(projection_flag::no_peers));
        }
    }

    TEST_CASE("a service that ended is expected of nobody, though it may be needed") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        for (auto& [key, counted] : rounds.counts.rounds) {
            if (key.round == 2021) {
                auto& cells = counted.services["c"];
                cells = {0, 0, cells.needed(), counted.recipients - cells.needed()};
            }
        }
        const auto known = projector_of(rounds);
        const auto rows = rows_of(known.municipality(15), "c");
        for (const auto& row : rows) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::service_ended));
        }
        CHECK(rows[0].numbers->mean > 10);
        CHECK(rows[1].numbers->mean == 0);
        CHECK(rows[1].numbers->quantiles.back() == 0);
        CHECK(rows[2].numbers->mean == rows[0].numbers->mean);
    }

    TEST_CASE("a service that began learns elsewhere") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        for (auto& [key, counted] : rounds.counts.rounds) {
            if (key.round < 2021) {
                counted.services["c"] = {0, 0, 0, counted.recipients};
            }
        }
        const auto use = row_of(projector_of(rounds).municipality(15), "c", quantity::expected_use);
        check_row(use);
        CHECK(use.flags.has(projection_flag::service_began));
        CHECK(use.flags.has(projection_flag::learned_elsewhere));
        CHECK(use.numbers->mean > 10);
    }

    TEST_CASE("older rounds and breaks in level are told") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.counts.rounds.erase({"9005", 2021});
        rounds.counts.rounds[{"9006", 2021}].recipients *= 50;
        const auto known = projector_of(rounds);
        CHECK(known.municipality(4)[0].flags.has(projection_flag::older_round));
        CHECK(!known.municipality(5)[0].flags.has(projection_flag::older_round));
        CHECK(known.municipality(5)[0].flags.has(projection_flag::level_break));
        CHECK(!known.municipality(4)[0].flags.has(projection_flag::level_break));
    }

    TEST_CASE("what else is known of a municipality is said of its rows") {
        auto options = quick();
        options.notes["9004"] = {projection_flag::merged};
        const auto known = projector_of(made_up_rounds(22, 2018, 2021), options);
        for (const auto& row : known.municipality(3)) {
            CHECK(row.flags.has(projection_flag::merged));
        }
        CHECK(!known.municipality(4)[0].flags.has(projection_flag::merged));
    }

    TEST_CASE("where simpler models were better, they are used, and that is said") {
        const auto known = projector_of(swinging_then_still(60));
        REQUIRE(known.chosen().front().use == model_kind::naive);
        const auto use = row_of(known.municipality(0), "a", quantity::expected_use);
        CHECK(use.flags.has(projection_flag::fell_back));
        CHECK(use.model == "naive");
        CHECK(use.numbers->mean == Approx(use.naive.mean));
        const auto kept = projector_of(made_up_rounds(25, 2018, 2022));
        for (std::size_t s = 0; s < 3; ++s) {
            const bool fell_back = kept.chosen()[s].use != model_kind::credibility;
            CHECK(kept.municipality(3)[3 * s + 1].flags.has(projection_flag::fell_back) ==
                  fell_back);
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

} // namespace
