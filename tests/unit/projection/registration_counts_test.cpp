#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/registration_counts.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/simulation/world.hpp>

#include "unit/statistics/round_fixture.hpp"

namespace registration_counts_test {

using namespace brukerplan;
using round_test::person_number;
using round_test::registered;

registration_counter::result count(const std::vector<std::string>& files,
                                   std::size_t most_rows = 65'536) {
    const validator rules{shipped_pack(), round_test::test_policy()};
    finding_log findings;
    registration_counter counter{rules, findings};
    for (const auto& file : files) {
        auto reader = csv_reader::from_text(file, shipped_pack());
        REQUIRE(reader.has_value());
        for (auto batch = reader->next(most_rows); batch.rows() > 0;
             batch = reader->next(most_rows)) {
            counter.add(batch);
        }
    }
    return counter.finish();
}

std::string file_of(const std::vector<std::string>& rows) {
    std::string text{round_test::header};
    for (const auto& row : rows) {
        text += row;
    }
    return text;
}

/// A registration of another municipality or year.
std::string row_of(const registered& r, std::string_view municipality, int year) {
    auto row = r.row();
    row.replace(row.find("9001;2024"), 9, std::string{municipality} + ";" + std::to_string(year));
    return row;
}

registered someone(std::size_t person, std::string mapped_on = "2024-11-05") {
    registered r;
    r.number = person_number(person);
    r.mapped_on = std::move(mapped_on);
    return r;
}

std::string rows_of(const simulated_world& world, std::uint16_t municipality, int year) {
    std::string text;
    world.for_each_registration(*shipped_pack(), municipality, year,
                                [&](std::span<const std::string> cells) {
                                    for (std::size_t i = 0; i < cells.size(); ++i) {
                                        text += (i == 0 ? "" : ";") + cells[i];
                                    }
                                    text += '\n';
                                });
    return text;
}

std::string header_row() {
    std::string text;
    for (const auto& field : shipped_pack()->fields) {
        text += (text.empty() ? "" : ";") + field.name;
    }
    return text + "\n";
}

TEST_SUITE("projection: counts of registrations") {

    TEST_CASE("persons are counted once in each round, by the latest registration") {
        auto first = someone(0, "2024-11-04");
        first.received = "gp";
        first.needed = "gp";
        auto later = someone(0, "2024-11-20");
        later.received = "gp|detox|follow_up_team";
        later.needed = "gp|housing_follow_up";
        later.ratings = "red;red;red;red;red;red;red;red";
        auto other = someone(1);
        other.needed = "unknown";
        const auto counted = count({file_of({first.row(), later.row(), other.row()})});
        CHECK(counted.totals.rows.registrations == 3);
        CHECK(counted.totals.persons == 2);
        CHECK(counted.totals.received_unanswered == 0);
        CHECK(counted.totals.needed_unanswered == 1);
        REQUIRE(counted.counts.rounds.size() == 1);
        const auto& round = counted.counts.rounds.at({"9001", 2024});
        CHECK(round.recipients == 2);
        CHECK(round.mapped ==
              mapping_dates{make_date(2024, 11, 4).value(), make_date(2024, 11, 20).value()});
        CHECK(round.services.at("gp") == need_cells{1, 1, 0, 0});
        CHECK(round.services.at("detox") == need_cells{0, 1, 0, 1});
        CHECK(round.services.at("housing_follow_up") == need_cells{0, 0, 1, 1});
        CHECK(round.profiles.at("blue_light:substance_and_less_serious_mental") == 1);
        CHECK(round.profiles.size() == 2);
        const auto* services = shipped_pack()->find_list("service");
        CHECK(round.services.size() == services->codes.size());
    }

    TEST_CASE("the same person in two municipalities or years is one in each") {
        const auto person = someone(0);
        auto year_before = person;
        year_before.mapped_on = "2023-11-05";
        const auto counted =
            count({file_of({row_of(person, "9001", 2024), row_of(person, "9002", 2024),
                            row_of(year_before, "9001", 2023)})});
        CHECK(counted.totals.persons == 3);
        CHECK(counted.counts.rounds.size() == 3);
        CHECK(counted.counts.rounds.at({"9001", 2023}).recipients == 1);
        CHECK(counted.counts.rounds.at({"9002", 2024}).recipients == 1);
    }

    TEST_CASE("what cannot be used is counted as that") {
        auto in_error = someone(0);
        in_error.received = "no such service";
        auto too_long = someone(1);
        too_long.needed += ";x";
        auto without_number = someone(2);
        without_number.number.clear();
        const auto counted =
            count({file_of({in_error.row(), too_long.row(), without_number.row()})});
        CHECK(counted.totals.rows.rows == 3);
        CHECK(counted.totals.rows.with_errors == 1);
        CHECK(counted.totals.rows.unreadable == 1);
        CHECK(counted.totals.persons == 1);
        CHECK(counted.totals.unlinked == 1);
    }

    TEST_CASE("a world's registrations are counted back to its cells and profiles") {
        for (const auto* name : {"base", "mixture"}) {
            const simulated_world world{*find_world(name), 11, 5, 2'000};
            const auto rounds = world.rounds(2018, 2019);
            std::string text = header_row();
            for (const auto& round : rounds) {
                text += rows_of(world, round.municipality, round.year);
            }
            const auto counted = count({text});
            std::size_t mapped_rounds = 0;
            for (const auto& round : rounds) {
                if (round.mapped == 0) {
                    continue;
                }
                ++mapped_rounds;
                const auto& ours =
                    counted.counts.rounds.at({std::to_string(round.municipality), round.year});
                CHECK(ours.recipients == round.mapped);
                CHECK(ours.mapped->first >= round.mapped_on);
                for (std::size_t s = 0; s < world_service_count; ++s) {
                    CHECK(ours.services.find(world_services()[s].token)->second == round.cells[s]);
                }
                std::map<std::string, std::uint32_t, std::less<>> profiles;
                for (std::size_t index = 0; index < round.profiles.size(); ++index) {
                    for (std::size_t c = 0; c < round.profiles[index].size(); ++c) {
                        if (const auto persons = round.profiles[index][c]; persons > 0) {
                            profiles[profile_of(static_cast<index_class>(index),
                                                static_cast<category>(c))] = persons;
                        }
                    }
                }
                CHECK(ours.profiles == profiles);
            }
            CHECK(counted.counts.rounds.size() == mapped_rounds);
        }
    }

    TEST_CASE("each municipality may count at home: the states merged are the count of all") {
        const simulated_world world{*find_world("base"), 12, 4, 1'000};
        std::string text = header_row();
        mapping_counts merged;
        for (std::uint16_t municipality = 9004; municipality > 9000; --municipality) {
            const auto rows = rows_of(world, municipality, 2020);
            text += rows;
            merged.merge(count({header_row() + rows}, 17).counts);
        }
        CHECK(count({text}).counts == merged);
    }
}

} // namespace registration_counts_test
