#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include <brukerplan/projection/panel.hpp>

#include "counts_fixture.hpp"
#include "small_panels.hpp"

namespace panel_test {

using namespace brukerplan;
using namespace projection_test;
using brukerplan::testing::day;
using doctest::Approx;

/// One municipality's round as a panel has it.
panel_round round_of(std::uint32_t recipients, double share = 1, double log_sd = 0) {
    panel_round round;
    round.recipients = recipients;
    round.coverage = {share, log_sd, coverage_basis::declared};
    return round;
}

/// A municipality with 40 recipients in each of these rounds, mapped until these days.
panel mapped_until(const std::vector<std::pair<int, std::optional<date>>>& rounds) {
    mapping_counts counts;
    for (const auto& [number, last] : rounds) {
        auto& counted = counts.rounds[{"9001", number}];
        counted.recipients = 40;
        if (last) {
            counted.mapped = mapping_dates{*last, *last};
        }
    }
    return make_panel(counts, {});
}

int lag_between_first_two(const panel& all) {
    return lag(all.histories[0][0], all.histories[0][1]);
}

bool same(const panel_round& one, const panel_round& other) {
    bool services = one.services.size() == other.services.size();
    for (std::size_t s = 0; services && s < one.services.size(); ++s) {
        services = one.services[s].cells == other.services[s].cells &&
                   one.services[s].presence == other.services[s].presence;
    }
    return services && one.number == other.number && one.years == other.years &&
           one.period == other.period && one.recipients == other.recipients &&
           one.coverage == other.coverage && one.profiles == other.profiles;
}

bool same(const panel& one, const panel& other) {
    bool histories = one.histories.size() == other.histories.size();
    for (std::size_t m = 0; histories && m < one.histories.size(); ++m) {
        histories = std::equal(one.histories[m].begin(), one.histories[m].end(),
                               other.histories[m].begin(), other.histories[m].end(),
                               [](const auto& a, const auto& b) { return same(a, b); });
    }
    return histories && one.municipalities == other.municipalities &&
           one.services == other.services && one.profiles == other.profiles;
}

/// Twelve municipalities of a hundred, of whom `received` had the service in each round.
rounds_and_coverage use_by_round(const std::vector<std::uint32_t>& received) {
    rounds_and_coverage all;
    for (int m = 0; m < 12; ++m) {
        for (std::size_t r = 0; r < received.size(); ++r) {
            all.add(std::to_string(9001 + m), 2018 + static_cast<int>(r), "a", received[r], 100);
        }
    }
    return all;
}

TEST_SUITE("projection: panel") {

    TEST_CASE("the order in which rounds become known is not in the panel") {
        const auto rounds = made_up_rounds(9, 2018, 2021);
        const auto expected = rounds.panel();
        std::mt19937 random{1};
        for (int trial = 0; trial < 5; ++trial) {
            std::vector<municipality_round> keys;
            for (const auto& [key, counted] : rounds.counts.rounds) {
                keys.push_back(key);
            }
            std::shuffle(keys.begin(), keys.end(), random);
            mapping_counts counts;
            for (const auto& key : keys) {
                counts.merge({{{key, rounds.counts.rounds.at(key)}}});
            }
            CHECK(same(make_panel(counts, rounds.coverage), expected));
        }
        CHECK(std::is_sorted(expected.municipalities.begin(), expected.municipalities.end()));
        CHECK(expected.rounds_of(3) == 4);
        CHECK(expected.histories[3].front().number == 2018);
    }

    TEST_CASE("rounds are in order of time, whatever their numbers") {
        const auto all = mapped_until({{1, day(2022, 5, 1)}, {2, day(2020, 5, 1)}});
        CHECK(all.histories[0].front().number == 2);
        CHECK(lag_between_first_two(all) == 2);
    }

    TEST_CASE("years between rounds, with dates and without") {
        CHECK(lag_between_first_two(mapped_until({{2020, {}}, {2021, {}}})) == 1);
        CHECK(lag_between_first_two(mapped_until({{2019, {}}, {2021, {}}})) == 2);
        CHECK(lag_between_first_two(
                  mapped_until({{2020, day(2020, 11, 15)}, {2021, day(2021, 9, 20)}})) == 1);
        CHECK(lag_between_first_two(
                  mapped_until({{2020, day(2020, 11, 15)}, {2022, day(2022, 10, 1)}})) == 2);
        // Mapped in January of the one year and in November of the next: nearer to two.
        CHECK(lag_between_first_two(
                  mapped_until({{2020, day(2020, 1, 10)}, {2021, day(2021, 11, 20)}})) == 2);
    }

    TEST_CASE("a round without dates and one of any day of the next year are a year apart") {
        for (const auto last : {day(2021, 1, 2), day(2021, 6, 30), day(2021, 12, 30)}) {
            CHECK(lag_between_first_two(mapped_until({{2020, {}}, {2021, last}})) == 1);
        }
        for (const auto last : {day(2020, 1, 2), day(2020, 6, 30), day(2020, 12, 30)}) {
            CHECK(lag_between_first_two(mapped_until({{2020, last}, {2021, {}}})) == 1);
        }
    }

    TEST_CASE("a mapping that ends in January is still of its round") {
        const auto all =
            mapped_until({{2023, day(2024, 1, 10)}, {2024, day(2024, 12, 31)}, {2025, {}}});
        for (std::size_t r = 0; r < 3; ++r) {
            CHECK(all.histories[0][r].period == 2023 + static_cast<int>(r));
        }
        CHECK(lag(all.histories[0][0], all.histories[0][1]) == 1);
    }

    TEST_CASE("where numbers are no years and some rounds have no day, numbers count") {
        const auto all =
            mapped_until({{1, day(2019, 5, 1)}, {2, {}}, {3, day(2022, 5, 1)}, {4, {}}});
        REQUIRE(all.rounds_of(0) == 4);
        for (std::size_t r = 0; r < 4; ++r) {
            CHECK(all.histories[0][r].number == static_cast<int>(r) + 1);
            CHECK(lag(all.histories[0][0], all.histories[0][r]) == static_cast<int>(r));
        }
        // With a day each, days count; and so they do beside numbers that are years.
        CHECK(lag_between_first_two(mapped_until({{1, day(2019, 5, 1)}, {2, day(2022, 5, 1)}})) ==
              3);
        CHECK(lag_between_first_two(mapped_until({{1, day(2019, 5, 1)}, {2022, {}}})) == 3);
    }

    TEST_CASE("a round of nobody, or with a coverage of nothing, is left out") {
        auto rounds = made_up_rounds(3, 2019, 2021);
        rounds.counts.rounds[{"9002", 2021}].recipients = 0;
        rounds.coverage[{"9003", 2020}].share = 0;
        const auto all = rounds.panel();
        CHECK(all.rounds_of(0) == 3);
        REQUIRE(all.rounds_of(1) == 2);
        CHECK(all.histories[1].back().number == 2020);
        REQUIRE(all.rounds_of(2) == 2);
        CHECK(all.histories[2].back().number == 2021);
        CHECK(lag(all.histories[2][0], all.histories[2][1]) == 2);
    }

    TEST_CASE("what was not asked is not known, and not nobody") {
        auto rounds = made_up_rounds(3, 2020, 2021);
        rounds.counts.rounds[{"9002", 2021}].services.erase("b");
        const auto all = rounds.panel();
        CHECK(all.histories[1][1].services[1].presence == service_presence::not_asked);
        CHECK(all.histories[1][1].services[1].cells == need_cells{});
        CHECK(all.histories[1][0].services[1].presence == service_presence::present);
    }

    TEST_CASE("a service that began or ended is absent in the rounds when nobody received it") {
        const auto began = use_by_round({0, 0, 20}).panel();
        const auto ended = use_by_round({20, 20, 0}).panel();
        for (std::size_t m = 0; m < 12; ++m) {
            CHECK(began.histories[m][0].services[0].presence == service_presence::absent);
            CHECK(began.histories[m][1].services[0].presence == service_presence::absent);
            CHECK(began.histories[m][2].services[0].presence == service_presence::present);
            CHECK(ended.histories[m][1].services[0].presence == service_presence::present);
            CHECK(ended.histories[m][2].services[0].presence == service_presence::absent);
        }
    }

    TEST_CASE("nobody is chance where fewer than ten would have been expected") {
        rounds_and_coverage rare;
        for (const int year : {2020, 2021}) {
            rare.add("9001", year, "a", year == 2020 ? 9 : 0, 100);
        }
        CHECK(rare.panel().histories[0][1].services[0].presence == service_presence::present);
        rare.add("9001", 2020, "a", 10, 100);
        CHECK(rare.panel().histories[0][1].services[0].presence == service_presence::absent);
    }

    TEST_CASE("a municipality that alone has nobody does not end a service in the country") {
        auto rounds = use_by_round({20, 20, 20});
        rounds.add("9001", 2021, "a", 0, 100); // mapped alone that year
        for (const int year : {2018, 2019, 2020}) {
            rounds.add("9001", year, "a", 5, 100);
        }
        for (const auto& history : rounds.panel().histories) {
            for (const auto& round : history) {
                CHECK(round.services[0].presence == service_presence::present);
            }
        }
        // Of itself so many would have been expected that it is not chance; of others it is none.
        rounds.add("9001", 2020, "a", 60, 100);
        const auto all = rounds.panel();
        CHECK(all.histories[0].back().services[0].presence == service_presence::absent);
        CHECK(all.histories[1].back().services[0].presence == service_presence::present);
    }

    TEST_CASE("a service that nobody ever received is there, and not used") {
        const auto all = use_by_round({0, 0, 0}).panel();
        for (const auto& history : all.histories) {
            for (const auto& round : history) {
                CHECK(round.services[0].presence == service_presence::present);
            }
        }
    }

    TEST_CASE("a mapped person stands for as many as coverage says, less what its error adds") {
        CHECK(round_of(10, 0.8).weight() == Approx(1.25));
        CHECK(round_of(10, 0.5, 0.2).weight() == Approx(2 * std::exp(-0.02)));
        mapped_round some;
        some.recipients = 7;
        const auto unknown = make_panel({{{{"9001", 2020}, some}}}, {});
        CHECK(unknown.histories[0][0].coverage == assumed_coverage());
    }

    TEST_CASE("a leap in recipients that nothing explains is a break in level") {
        CHECK(!level_break(round_of(100), round_of(160)));
        CHECK(level_break(round_of(100), round_of(300)));
        CHECK(level_break(round_of(300), round_of(100)));
        // A few persons leap by chance.
        CHECK(!level_break(round_of(2), round_of(8)));
        CHECK(!level_break(round_of(0), round_of(0)));
        CHECK(!level_break(round_of(0), round_of(10)));
        // So many more were mapped, and there are no more; or how many is hardly known.
        CHECK(!level_break(round_of(100, 0.3), round_of(300, 0.9)));
        CHECK(!level_break(round_of(100, 1, 0.3), round_of(300, 1, 0.3)));
    }

    TEST_CASE("before a period its rounds and all later ones are not known") {
        const auto all = made_up_rounds(4, 2018, 2022).panel();
        const auto known = before_period(all, 2020);
        CHECK(known.municipalities == all.municipalities);
        for (std::size_t m = 0; m < 4; ++m) {
            REQUIRE(known.rounds_of(m) == 2);
            CHECK(known.histories[m].back().number == 2019);
        }
        CHECK(same(before_period(all, 2030), all));
        CHECK(before_period(all, 2000).rounds_of(0) == 0);
        // Nobody received it until 2020, but in 2019 nobody knew what was coming.
        CHECK(before_period(use_by_round({0, 0, 20}).panel(), 2020)
                  .histories[0][0]
                  .services[0]
                  .presence == service_presence::present);
    }

    TEST_CASE("nothing counted is an empty panel") {
        const auto all = make_panel({}, {});
        CHECK(all.municipalities.empty());
        CHECK(all.services.empty());
        CHECK(all.histories.empty());
    }
}

} // namespace panel_test
