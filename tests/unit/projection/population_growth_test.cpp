#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <brukerplan/projection/population_growth.hpp>

#include "counts_fixture.hpp"

namespace population_growth_test {

using namespace brukerplan;

population_table residents(std::string_view rows) {
    const auto table = read_population(
        text_source("year,municipality,sex,age_band,population\n" + std::string{rows}));
    REQUIRE(table);
    return *table;
}

mapping_counts mapped_in(int first, int last) {
    mapping_counts counts;
    for (int year = first; year <= last; ++year) {
        counts.rounds[{"9001", year}] = testing::round_with(30, 10);
    }
    return counts;
}

TEST_SUITE("projection: population growth") {
    TEST_CASE("residents of 16 and older are counted from the last mapping year on") {
        const auto growth = population_growth(residents("2022,9001,female,16-,50\n"
                                                        "2023,9001,female,0-15,40\n"
                                                        "2023,9001,female,16-,100\n"
                                                        "2023,9001,male,16-,100\n"
                                                        "2026,9001,female,0-15,4000\n"
                                                        "2026,9001,female,16-,120\n"
                                                        "2026,9001,male,16-,110\n"),
                                              mapped_in(2021, 2023), 3);
        CHECK(growth.by_municipality.at("9001") == doctest::Approx(1.15));
        CHECK(growth.unknown == 0);
    }

    TEST_CASE("the year of the mapping is that of its days, where they are known") {
        auto counts = mapped_in(1, 1);
        counts.rounds.begin()->second.mapped =
            mapping_dates{testing::day(2023, 11, 1), testing::day(2024, 1, 20)};
        const auto growth = population_growth(
            residents("2024,9001,male,16-,10\n2025,9001,male,16-,12\n"), counts, 1);
        CHECK(growth.by_municipality.at("9001") == doctest::Approx(1.2));
    }

    TEST_CASE("bands may be cut otherwise in another year, but not hold other ages") {
        const auto counts = mapped_in(2023, 2023);
        const auto finer = population_growth(residents("2023,9001,male,16-,10\n"
                                                       "2024,9001,male,16-66,6\n"
                                                       "2024,9001,male,67-,5\n"),
                                             counts, 1);
        CHECK(finer.by_municipality.at("9001") == doctest::Approx(1.1));
        const auto fewer = population_growth(
            residents("2023,9001,male,16-,10\n2024,9001,male,16-66,6\n"), counts, 1);
        CHECK(fewer.by_municipality.empty());
        CHECK(fewer.unknown == 1);
        const auto one_sex = population_growth(residents("2023,9001,male,16-,10\n"
                                                         "2023,9001,female,16-,10\n"
                                                         "2024,9001,male,16-,6\n"),
                                               counts, 1);
        CHECK(one_sex.unknown == 1);
    }

    TEST_CASE("a year that is missing is not made up") {
        const auto counts = mapped_in(2023, 2023);
        CHECK(population_growth(residents("2023,9001,male,16-,10\n"), counts, 1).unknown == 1);
        CHECK(population_growth({}, counts, 1).unknown == 1);
        CHECK(
            population_growth(residents("2023,9001,male,16-,0\n2024,9001,male,16-,3\n"), counts, 1)
                .unknown == 1);
    }

    TEST_CASE("a municipality that would grow more than tenfold is told, and taken not to grow") {
        const auto grown = [](int residents_then) {
            return population_growth(residents("2023,9001,male,16-,10\n2024,9001,male,16-," +
                                               std::to_string(residents_then) + "\n"),
                                     mapped_in(2023, 2023), 1);
        };
        CHECK(grown(100).by_municipality.at("9001") == most_growth);
        CHECK(grown(100).unlikely == 0);
        CHECK(grown(101).by_municipality.empty());
        CHECK(grown(101).unlikely == 1);
        CHECK(grown(101).unknown == 0);
    }

    TEST_CASE("a band of children and grown-ups is not counted, and told") {
        const auto growth =
            population_growth(residents("2023,9001,male,10-19,10\n2023,9001,male,20-,10\n"
                                        "2024,9001,male,10-19,90\n2024,9001,male,20-,11\n"),
                              mapped_in(2023, 2023), 1);
        CHECK(growth.by_municipality.at("9001") == doctest::Approx(1.1));
        CHECK(growth.straddling == 1);
    }
}

} // namespace population_growth_test
