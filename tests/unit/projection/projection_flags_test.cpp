#include <doctest/doctest.h>

#include <cmath>

#include <brukerplan/projection/projection.hpp>

#include "projected_numbers.hpp"

namespace projection_flags_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

TEST_SUITE("projection: flags") {

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

    TEST_CASE("few persons are projected, and are said to be few") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        for (const int year : {2018, 2019, 2020, 2021}) {
            rounds.add("9101", year, "a", 3, 8, 0.8);
        }
        const auto known = projector_of(rounds);
        for (const auto& row : rows_of(known.municipality(22), "a")) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::few_recipients));
        }
        CHECK(!row_of(known.municipality(10), "a", quantity::need)
                   .flags.has(projection_flag::few_recipients));
    }

    TEST_CASE("a round of nobody says nothing: the one before counts, or there are no numbers") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        auto& emptied = rounds.counts.rounds[{"9010", 2021}];
        emptied.recipients = 0;
        emptied.services["b"] = {};
        rounds.counts.rounds[{"9102", 2021}].services["b"] = {};
        const auto known = projector_of(rounds);
        for (const auto& row : known.municipality(9)) {
            check_row(row);
            CHECK(row.flags.has(projection_flag::older_round));
        }
        auto without = rounds;
        without.counts.rounds.erase({"9010", 2021});
        CHECK(same(row_of(known.municipality(9), "b", quantity::expected_use),
                   row_of(projector_of(without).municipality(9), "b", quantity::expected_use)));
        for (const auto& row : known.municipality(22)) {
            CHECK(row.municipality == "9102");
            CHECK(!row.numbers.has_value());
            CHECK(row.flags.has(projection_flag::not_asked));
        }
    }

    TEST_CASE("one municipality with nobody does not end a service in the country") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.add("9002", 2022, "b", 0, 13, 0.8);
        const auto known = projector_of(rounds);
        for (std::size_t m = 0; m < 22; ++m) {
            for (const auto& row : rows_of(known.municipality(m), "b")) {
                CHECK(!row.flags.has(projection_flag::service_ended));
            }
        }
        CHECK(row_of(known.municipality(1), "b", quantity::expected_use).numbers->mean > 0);
    }

    TEST_CASE("a coverage that nobody stated of an earlier round alone is said") {
        auto rounds = made_up_rounds(22, 2018, 2021);
        rounds.coverage.erase({"9005", 2019});
        rounds.coverage.erase({"9006", 2021});
        const auto known = projector_of(rounds);
        const auto past = [&](std::size_t m) {
            return known.municipality(m)[0].flags.has(projection_flag::past_coverage_assumed);
        };
        CHECK(past(4));
        CHECK(!past(5)); // the last is, which weighs more
        CHECK(!past(6));
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
        // By the prior of the smallest, and one's own past is last year.
        const auto use = row_of(known.municipality(5), "b", quantity::expected_use);
        CHECK(use.model == "credibility");
        CHECK(use.terms[0].of == "received");
        CHECK(use.terms[0].persons == Approx(use.terms[4].persons * 2));
        CHECK(use.naive.mean == Approx(2.5 * use.terms[0].persons));
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
}

} // namespace projection_flags_test
