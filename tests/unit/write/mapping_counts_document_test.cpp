#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/simulation/world.hpp>
#include <brukerplan/write/mapping_counts_document.hpp>
#include <brukerplan/write/world_tables.hpp>

#include "unit/projection/counts_fixture.hpp"

namespace mapping_counts_document_test {

using namespace brukerplan;
using namespace brukerplan::testing;

mapping_counts small_counts() {
    mapping_counts counts{{{{"9001", 2024}, round_with(10, 4)}}};
    auto& round = counts.rounds.begin()->second;
    round.services["detox"] = {1, 2, 3, 4};
    round.mapped = mapping_dates{day(2024, 10, 7), day(2024, 11, 1)};
    mapped_round bare;
    bare.recipients = 3;
    counts.rounds[{"B\"y; og land", -1}] = bare;
    return counts;
}

constexpr std::string_view small_document =
    R"({"format":"brukerplan/mapping-counts","version":1,"rounds":[)"
    R"({"municipality":"9001","round":2024,"recipients":10,"mapped":["2024-10-07","2024-11-01"],)"
    R"("services":[["detox",1,2,3,4],["gp",0,4,0,6]],"profiles":[["red:substance_only",10]]},)"
    R"({"municipality":"B\"y; og land","round":-1,"recipients":3,"mapped":null,)"
    R"("services":[],"profiles":[]}]})"
    "\n";

/// The small document with one part of it replaced.
mapping_counts_error refusal(std::string_view part, std::string_view by) {
    std::string document{small_document};
    const auto at = document.find(part);
    REQUIRE(at != document.npos);
    document.replace(at, part.size(), by);
    const auto counts = read_mapping_counts(document);
    REQUIRE_FALSE(counts.has_value());
    return counts.error();
}

mapping_counts read_back(const std::string& counts, const std::string& profiles) {
    auto read = read_counts(text_source(counts));
    REQUIRE(read.has_value());
    CHECK_FALSE(read_profiles(text_source(profiles), *read).has_value());
    return *read;
}

TEST_SUITE("write: mapping counts") {

    TEST_CASE("a state is these bytes, and these bytes are the state") {
        CHECK(mapping_counts_document(small_counts()) == small_document);
        const auto counts = read_mapping_counts(small_document);
        REQUIRE(counts.has_value());
        CHECK(*counts == small_counts());
    }

    TEST_CASE("any counts are read as they were written, and written as they were read") {
        std::mt19937 random{5};
        for (std::size_t size = 0; size < 200; size += 7) {
            const auto counts = counts_of(some_persons(random, size));
            const auto document = mapping_counts_document(counts);
            const auto again = read_mapping_counts(document);
            REQUIRE(again.has_value());
            CHECK(*again == counts);
            CHECK(mapping_counts_document(*again) == document);
        }
    }

    TEST_CASE("states that are sent and merged are the state of all") {
        std::mt19937 random{6};
        const auto persons = some_persons(random, 200);
        mapping_counts merged;
        for (std::size_t first = 0; first < persons.size(); first += 50) {
            const auto part =
                counts_of({persons.begin() + static_cast<std::ptrdiff_t>(first),
                           persons.begin() + static_cast<std::ptrdiff_t>(first + 50)});
            merged.merge(read_mapping_counts(mapping_counts_document(part)).value());
        }
        CHECK(mapping_counts_document(merged) == mapping_counts_document(counts_of(persons)));
    }

    TEST_CASE("what is not such a document is refused, and where it is not is said") {
        CHECK(refusal("mapping-counts", "other").path == "/format");
        CHECK(refusal("\"version\":1", "\"version\":2").path == "/version");
        CHECK(refusal("\"version\":1", "\"version\":1,\"more\":1").path == "/more");
        CHECK(refusal("\"recipients\":10", "\"recipients\":11").path == "/rounds/0/services/0");
        CHECK(refusal("\"recipients\":10,", "").path == "/rounds/0");
        CHECK(refusal("\"recipients\":10", "\"recipients\":10,\"recipients\":10").message !=
              std::string{});
        CHECK(refusal("1,2,3,4", "1,2,3,-4").path == "/rounds/0/services/0/4");
        CHECK(refusal("1,2,3,4", "1,2,3,4.5").path == "/rounds/0/services/0/4");
        CHECK(refusal("1,2,3,4", "1,2,3,4,0").path == "/rounds/0/services/0");
        CHECK(refusal("1,2,3,4", "4294967296,2,3,4").path == "/rounds/0/services/0/1");
        CHECK(refusal("[\"detox\"", "[\"gp\"").path == "/rounds/0/services/1");
        CHECK(refusal("[\"detox\"", "[\"zoo\"").path == "/rounds/0/services/1");
        CHECK(refusal("[\"detox\"", "[\"\"").path == "/rounds/0/services/0/0");
        CHECK(refusal("[\"detox\"", "[\" detox\"").path == "/rounds/0/services/0/0");
        CHECK(refusal("[\"detox\"", "[\"de\\ntox\"").path == "/rounds/0/services/0/0");
        CHECK(refusal("substance_only\",10", "substance_only\",11").path == "/rounds/0/profiles");
        CHECK(refusal("2024-10-07", "2024-12-07").path == "/rounds/0/mapped");
        CHECK(refusal("2024-10-07", "07.10.2024").path == "/rounds/0/mapped/0");
        CHECK(refusal("\"9001\"", "9001").path == "/rounds/0/municipality");
        CHECK(refusal("\"9001\"", "\"Z\"").path == "/rounds/1");
        CHECK(refusal("\"round\":-1", "\"round\":\"x\"").path == "/rounds/1/round");
        CHECK(refusal("}]}", "}]").path.empty());
    }

    TEST_CASE("somebody's number is no name, and is not repeated") {
        const auto error = refusal("detox", "29829599607");
        CHECK(error.path == "/rounds/0/services/0/0");
        CHECK(error.message.find("29829599607") == std::string::npos);
    }

    TEST_CASE("written as CSV, counts and profiles are read again") {
        std::mt19937 random{7};
        auto counts = counts_of(some_persons(random, 150));
        counts.rounds[{"a, \"b\" and c", -3}] = round_with(12, 5);
        const auto again = read_back(counts_csv(counts), profiles_csv(counts));
        REQUIRE(again.rounds.size() == counts.rounds.size());
        for (const auto& [key, round] : counts.rounds) {
            auto first_day_only = round;
            if (round.mapped) {
                first_day_only.mapped->last = round.mapped->first;
            }
            CHECK(again.rounds.at(key) == first_day_only);
        }
    }

    TEST_CASE("the tables of a simulated world are read as its counts") {
        const simulated_world world{*find_world("base"), 3, 5, 800};
        std::string counts;
        std::string profiles;
        std::string coverage;
        std::string population;
        for (const auto& table : world_tables()) {
            std::string text{table.header};
            text += '\n';
            for (const auto& round : world.rounds(2018, 2019)) {
                table.append(round, text);
            }
            (table.name == "counts"     ? counts
             : table.name == "profiles" ? profiles
             : table.name == "coverage" ? coverage
                                        : population) = std::move(text);
        }
        const auto read = read_back(counts, profiles);
        const auto covered = read_coverage(text_source(coverage));
        REQUIRE(covered.has_value());
        const auto residents = read_population(text_source(population));
        REQUIRE(residents.has_value());
        for (const auto& round : world.rounds(2018, 2019)) {
            const municipality_round key{std::to_string(round.municipality), round.year};
            const auto& ours = read.rounds.at(key);
            CHECK(ours.recipients == round.mapped);
            CHECK(ours.mapped == mapping_dates{round.mapped_on, round.mapped_on});
            CHECK(ours.services.find(world_services()[0].token)->second == round.cells[0]);
            CHECK(covered->at(key).log_sd == doctest::Approx(round.coverage_sd));
            std::uint64_t all = 0;
            for (const auto& [group, persons] : *residents) {
                all += group.municipality == key.municipality && group.year == round.year ? persons
                                                                                          : 0;
            }
            CHECK(all == round.population);
        }
    }
}

} // namespace mapping_counts_document_test
