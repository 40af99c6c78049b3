#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <brukerplan/projection/united_counts.hpp>

#include "counts_fixture.hpp"

namespace united_counts_test {

using namespace brukerplan;
using namespace brukerplan::testing;
using doctest::Approx;

mapped_round mapped_in(int year, std::uint32_t recipients, std::uint32_t received = 0) {
    auto round = round_with(recipients, received);
    round.mapped = mapping_dates{day(year, 10, 1), day(year, 11, 1)};
    return round;
}

bool told(const united_counts& all, territory_event event, const std::string& municipality,
          const std::string& former, int round) {
    return std::any_of(all.notes.begin(), all.notes.end(), [&](const territory_note& note) {
        return note.event == event && note.municipality == municipality && note.former == former &&
               note.round == round;
    });
}

// 1103 Stavanger took in 1141 Finnoey and 1142 Rennesoey in 2020, and kept its code. 5012
// Snillfjord was split between 5055 Heim, 5056 Hitra and 5059 Orkland that year.

TEST_SUITE("projection: municipalities through time") {

    TEST_CASE("the rounds of municipalities that merged are added") {
        const auto all = united({{{{"1103", 2019}, mapped_in(2019, 100, 40)},
                                  {{"1141", 2019}, mapped_in(2019, 10, 1)},
                                  {{"1142", 2019}, mapped_in(2019, 20, 2)},
                                  {{"1103", 2021}, mapped_in(2021, 140, 50)}}},
                                {});
        CHECK(all.as_of == day(2021, 11, 1));
        REQUIRE(all.counts.rounds.size() == 2);
        const auto& sum = all.counts.rounds.at({"1103", 2019});
        CHECK(sum.recipients == 130);
        CHECK(sum.services.at("gp") == need_cells{0, 43, 0, 87});
        CHECK(sum.profiles.at("red:substance_only") == 130);
        CHECK(all.counts.rounds.at({"1103", 2021}) == mapped_in(2021, 140, 50));
        CHECK(all.notes.size() == 3);
        CHECK(told(all, territory_event::merged, "1103", "1141", 2019));
        CHECK(told(all, territory_event::merged, "1103", "1103", 2019));
        CHECK(all.coverage.empty());
    }

    TEST_CASE("without the round of a part the sum is left out, and it is told") {
        const auto all = united({{{{"1103", 2019}, mapped_in(2019, 100)},
                                  {{"1141", 2019}, mapped_in(2019, 10)},
                                  {{"1103", 2021}, mapped_in(2021, 140)}}},
                                {});
        CHECK(all.counts.rounds.size() == 1);
        CHECK(all.counts.rounds.contains({"1103", 2021}));
        CHECK(told(all, territory_event::not_all_took_part, "1103", "1103", 2019));
        CHECK(told(all, territory_event::not_all_took_part, "1103", "1141", 2019));
    }

    TEST_CASE("before the merger nothing changes") {
        const mapping_counts counts{
            {{{"1103", 2019}, mapped_in(2019, 100)}, {{"1141", 2019}, mapped_in(2019, 10)}}};
        const auto all = united(counts, {});
        CHECK(all.counts == counts);
        CHECK(all.notes.empty());
    }

    TEST_CASE("a new number for the same territory takes the history with it") {
        // 0301 Oslo is 0301 throughout; 1601 Trondheim became 5001 in 2018.
        const coverage_table coverage{
            {{"1601", 2017}, {0.9, 0.05, coverage_basis::declared}},
            {{"0301", 2017}, {0.7, 0.05, coverage_basis::units}},
        };
        const auto all = united({{{{"0301", 2017}, mapped_in(2017, 500)},
                                  {{"1601", 2017}, mapped_in(2017, 100)},
                                  {{"5001", 2018}, mapped_in(2018, 110)}}},
                                coverage);
        CHECK(all.counts.rounds.at({"5001", 2017}) == mapped_in(2017, 100));
        CHECK(all.counts.rounds.at({"0301", 2017}) == mapped_in(2017, 500));
        CHECK(all.counts.rounds.size() == 3);
        CHECK(all.notes ==
              std::vector<territory_note>{{territory_event::recoded, "5001", "1601", 2017, ""}});
        const auto& moved = all.coverage.at({"5001", 2017});
        CHECK(moved.share == Approx(0.9));
        CHECK(moved.log_sd == Approx(0.05));
        CHECK(moved.basis == coverage_basis::declared);
        CHECK(all.coverage.at({"0301", 2017}) == coverage.at({"0301", 2017}));
    }

    TEST_CASE("a split is never resolved: the new municipalities begin without a history") {
        const auto all = united({{{{"1507", 2021}, mapped_in(2021, 100)},
                                  {{"1508", 2024}, mapped_in(2024, 80)},
                                  {{"1580", 2024}, mapped_in(2024, 20)}}},
                                {});
        CHECK(all.counts.rounds.size() == 2);
        CHECK(told(all, territory_event::split, "1508", "1507", 2021));
        CHECK(told(all, territory_event::split, "1580", "1507", 2021));
    }

    TEST_CASE("what took in a part of a split municipality has no history either") {
        // 5059 Orkland is 5016, 5023, 5024 and a part of 5012.
        std::map<municipality_round, mapped_round> rounds{{{"5059", 2021}, mapped_in(2021, 90)}};
        for (const auto* code : {"5016", "5023", "5024"}) {
            rounds[{code, 2019}] = mapped_in(2019, 20);
        }
        const auto without = united({rounds}, {});
        CHECK(without.counts.rounds.size() == 1);
        CHECK(told(without, territory_event::split, "5059", "5016", 2019));
        rounds[{"5012", 2019}] = mapped_in(2019, 5);
        const auto with = united({rounds}, {});
        CHECK(with.counts.rounds.size() == 1);
        CHECK(told(with, territory_event::split, "5059", "5012", 2019));
        CHECK(told(with, territory_event::split, "5055", "5012", 2019));
    }

    TEST_CASE("fictional codes and free tokens stay as they are, also without days") {
        const mapping_counts counts{{{{"9001", 2019}, mapped_in(2019, 100)},
                                     {{"Finnoey", 2019}, mapped_in(2019, 10)},
                                     {{"9001", 3}, round_with(10)},
                                     {{"1103", 3}, round_with(10)},
                                     {{"1103", 2021}, mapped_in(2021, 140)}}};
        const auto all = united(counts, {});
        CHECK(all.counts == counts);
        CHECK(all.notes.empty());
    }

    TEST_CASE("a round without days is of the year that it is named by") {
        const auto all =
            united({{{{"1601", 2017}, round_with(100)}, {{"5001", 2019}, round_with(110)}}}, {});
        CHECK(all.as_of == day(2019, 7, 1));
        CHECK(all.counts.rounds.contains({"5001", 2017}));
    }

    TEST_CASE("a code that was not valid then stays as it is, and it is told") {
        const auto all = united({{{{"1601", 2021}, mapped_in(2021, 100)}}}, {});
        CHECK(all.counts.rounds.contains({"1601", 2021}));
        CHECK(told(all, territory_event::not_valid, "1601", "1601", 2021));
    }

    TEST_CASE("what one part does not know is not known of the sum") {
        auto without = mapped_in(2019, 10);
        without.services.clear();
        without.services["detox"] = {0, 0, 0, 10};
        without.profiles.clear();
        const auto all = united({{{{"1103", 2019}, mapped_in(2019, 100, 40)},
                                  {{"1141", 2019}, without},
                                  {{"1142", 2019}, mapped_in(2019, 20, 2)},
                                  {{"1103", 2021}, mapped_in(2021, 140, 50)}}},
                                {});
        const auto& sum = all.counts.rounds.at({"1103", 2019});
        CHECK(sum.recipients == 130);
        CHECK(sum.services.empty());
        CHECK(sum.profiles.empty());
        CHECK(std::count_if(all.notes.begin(), all.notes.end(), [](const auto& note) {
                  return note.event == territory_event::service_dropped;
              }) == 2);
        CHECK(told(all, territory_event::profiles_dropped, "1103", "", 2019));
    }

    TEST_CASE("the coverage of a sum is its mapped of all that its parts stand for") {
        const std::array parts{covered_part{80, {0.8, 0.1, coverage_basis::units}},
                               covered_part{10, {0.5, 0.2, coverage_basis::declared}}};
        const auto sum = coverage_of_sum(parts);
        CHECK(sum.share == Approx(90.0 / 120));
        CHECK(sum.log_sd == Approx((100 * 0.1 + 20 * 0.2) / 120));
        CHECK(sum.basis == coverage_basis::declared);
        const std::array empty{covered_part{0, {0.8, 0.1, coverage_basis::units}},
                               covered_part{0, {0.8, 0.3, coverage_basis::units}}};
        CHECK(coverage_of_sum(empty).share == Approx(0.8));
        CHECK(coverage_of_sum(empty).log_sd == Approx(0.2));
    }

    TEST_CASE("a part without a coverage has the assumed one") {
        const auto all = united({{{{"1103", 2019}, mapped_in(2019, 80)},
                                  {{"1141", 2019}, mapped_in(2019, 10)},
                                  {{"1142", 2019}, mapped_in(2019, 10)},
                                  {{"1103", 2021}, mapped_in(2021, 140)}}},
                                {{{"1103", 2019}, {0.8, 0, coverage_basis::units}}});
        const auto& sum = all.coverage.at({"1103", 2019});
        CHECK(sum.share == Approx(0.8));
        CHECK(sum.log_sd == Approx(0.2 * assumed_coverage().log_sd));
        CHECK(sum.basis == coverage_basis::assumed);
    }

    TEST_CASE("nothing gives nothing") {
        const auto all = united({}, {});
        CHECK(all.counts.rounds.empty());
        CHECK_FALSE(all.as_of.has_value());
    }
}

} // namespace united_counts_test
