#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <brukerplan/projection/count_files.hpp>

#include "counts_fixture.hpp"

namespace count_files_test {

using namespace brukerplan;
using namespace brukerplan::testing;
using doctest::Approx;

using told = std::tuple<std::uint64_t, std::string_view, count_fault>;

std::vector<told> faults_of(const count_file_error& error) {
    std::vector<told> all;
    for (const auto& fault : error.faults) {
        all.emplace_back(fault.line, fault.column, fault.what);
    }
    CHECK(error.fault_count == all.size());
    return all;
}

constexpr std::string_view counts_header =
    "municipality,round,mapped_on,service,received_needed,received_only,needed_only,neither,"
    "recipients\n";

mapping_counts counts_in(const std::string& text) {
    auto counts = read_counts(text_source(text));
    REQUIRE(counts.has_value());
    return *counts;
}

std::vector<told> count_faults(std::string_view rows) {
    const auto text = std::string{counts_header} + std::string{rows};
    const auto counts = read_counts(text_source(text));
    REQUIRE_FALSE(counts.has_value());
    CHECK(counts.error().file == count_file::counts);
    return faults_of(counts.error());
}

coverage_table coverage_in(const std::string& text) {
    auto coverage = read_coverage(text_source(text));
    REQUIRE(coverage.has_value());
    return *coverage;
}

std::vector<told> coverage_faults(const std::string& text) {
    const auto coverage = read_coverage(text_source(text));
    REQUIRE_FALSE(coverage.has_value());
    return faults_of(coverage.error());
}

const municipality_round here{"9001", 2024};

TEST_SUITE("projection: files of counts") {

    TEST_CASE("counts are read, a row for each service") {
        const auto counts =
            counts_in(std::string{counts_header} + "9001,2024,2024-10-07,gp,1,2,3,4,10\n"
                                                   "9001,2024,2024-10-09,detox,0,0,0,10,10\n"
                                                   "9002,7,,gp,0,1,0,0,1\n");
        REQUIRE(counts.rounds.size() == 2);
        const auto& round = counts.rounds.at(here);
        CHECK(round.recipients == 10);
        CHECK(round.mapped == mapping_dates{day(2024, 10, 7), day(2024, 10, 9)});
        CHECK(round.services.at("gp") == need_cells{1, 2, 3, 4});
        CHECK(round.services.at("detox") == need_cells{0, 0, 0, 10});
        const auto& other = counts.rounds.at({"9002", 7});
        CHECK_FALSE(other.mapped.has_value());
        CHECK_FALSE(other.services.contains("detox")); // not there, which is not nobody
    }

    TEST_CASE(
        "as spreadsheets write them: semicolons, other headers, quotes, dotted days, blanks") {
        const auto counts = counts_in("\xEF\xBB\xBF"
                                      "Note;MUNICIPALITY; Round;Mapped On;service;Received Needed;"
                                      "received-only;NeededOnly;neither\r\n"
                                      "x; 9001;2024;7.10.2024;\"gp; the family's\"; 1;2;3;4\r\n");
        const auto& round = counts.rounds.at(here);
        CHECK(round.recipients == 10);
        CHECK(round.mapped == mapping_dates{day(2024, 10, 7), day(2024, 10, 7)});
        CHECK(round.services.at("gp; the family's") == need_cells{1, 2, 3, 4});
    }

    TEST_CASE("letters of Windows-1252 in a token are read") {
        const auto counts = counts_in(std::string{counts_header} + "Sm\xF8la,1,,gp,0,0,0,1,1\n");
        CHECK(counts.rounds.contains({"Sm\xC3\xB8la", 1}));
    }

    TEST_CASE("every wrong cell is told with its line and column") {
        CHECK(count_faults("9001,2024,2024-13-01,gp,-1,2.5,x,,10\n"
                           "9001,twenty,,gp,1,0,0,0,1\n"
                           ",2024,,,1,0,0,0,1\n"
                           "9001,2024,,gp,100000001,0,0,0,\n") ==
              std::vector<told>{{2, "received_needed", count_fault::not_a_count},
                                {2, "received_only", count_fault::not_a_count},
                                {2, "needed_only", count_fault::not_a_count},
                                {2, "neither", count_fault::not_a_count},
                                {2, "mapped_on", count_fault::not_a_date},
                                {3, "round", count_fault::not_a_round},
                                {4, "municipality", count_fault::empty_cell},
                                {4, "service", count_fault::empty_cell},
                                {5, "received_needed", count_fault::not_a_count}});
    }

    TEST_CASE("cells that are not the recipients, other recipients and repeated rows are refused") {
        CHECK(count_faults("9001,2024,,gp,1,2,3,4,11\n"
                           "9001,2024,,detox,1,2,3,4,10\n"
                           "9001,2024,,oat_clinic,1,2,3,5,11\n"
                           "9001,2024,,detox,1,2,3,4,10\n") ==
              std::vector<told>{{2, "", count_fault::sum_not_recipients},
                                {4, "", count_fault::recipients_differ},
                                {5, "", count_fault::duplicate}});
    }

    TEST_CASE("rows that cannot be read are told, and lines are counted through quoted cells") {
        CHECK(count_faults("\"90\n01\",2024,,gp,1,0,0,0,1\n"
                           "9001,2024,,gp,1,0,0,0\n"
                           "9001,2024,,detox,x,0,0,0,1\n") ==
              std::vector<told>{{2, "municipality", count_fault::not_a_token},
                                {4, "", count_fault::row_of_other_width},
                                {5, "received_needed", count_fault::not_a_count}});
    }

    TEST_CASE("a token that a spreadsheet would take as a formula is refused") {
        for (const std::string begun : {"=", "+", "-", "@"}) {
            CHECK(count_faults("9001,2024,," + begun + "gp,1,0,0,0,1\n" + begun +
                               "9001,2024,,gp,1,0,0,0,1\n") ==
                  std::vector<told>{{2, "service", count_fault::not_a_token},
                                    {3, "municipality", count_fault::not_a_token}});
        }
        CHECK(read_counts(text_source(std::string{counts_header} + "9001,2024,,gp-2,1,0,0,0,1\n")));
    }

    TEST_CASE("a national number or a date of birth among the tokens is refused") {
        CHECK(count_faults("9001,2024,,29829599607,1,0,0,0,1\n"
                           "15.07.1986,2024,,gp,1,0,0,0,1\n") ==
              std::vector<told>{{2, "service", count_fault::identity},
                                {3, "municipality", count_fault::identity}});
    }

    TEST_CASE("of many faults the first are told and all are counted") {
        std::string text{counts_header};
        for (int i = 0; i < 250; ++i) {
            text += "9001,2024,,gp,x,0,0,0,1\n";
        }
        const auto counts = read_counts(text_source(text));
        REQUIRE_FALSE(counts.has_value());
        CHECK(counts.error().faults.size() == most_count_file_faults);
        CHECK(counts.error().fault_count == 250);
        const auto messages = messages_of(counts.error(), "en");
        REQUIRE(messages.size() == most_count_file_faults + 1);
        CHECK(messages.back() == "Counts: Further faults: 150. Correct these first and try again.");
    }

    TEST_CASE("a file that is no such file says why") {
        const auto why = [](const std::string& text) {
            const auto counts = read_counts(text_source(text));
            REQUIRE_FALSE(counts.has_value());
            REQUIRE(counts.error().unusable.has_value());
            CHECK(counts.error().faults.empty());
            return *counts.error().unusable;
        };
        CHECK(why("").fault == read_fault::empty);
        CHECK(why("PK\x03\x04").fault == read_fault::spreadsheet);
        CHECK(why("a,b,c\n1,2,3\n").fault == read_fault::no_header);
        const auto missing = why("municipality,round,service,neither\n");
        CHECK(missing.fault == read_fault::missing_columns);
        CHECK(missing.columns ==
              std::vector<std::string>{"received_needed", "received_only", "needed_only"});
        const auto twice = why("municipality,round,service,received_needed,received_only,"
                               "needed_only,neither,Neither\n");
        CHECK(twice.fault == read_fault::duplicate_columns);
        CHECK(twice.columns == std::vector<std::string>{"neither"});
    }

    TEST_CASE("a header alone is a file without rounds") {
        CHECK(counts_in(std::string{counts_header}).rounds.empty());
    }

    TEST_CASE("every fault has a text in every language, which holds nothing of the file") {
        count_file_error error;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(count_fault::level_and_costs); ++i) {
            error.faults.push_back({static_cast<count_fault>(i), 7, "service"});
        }
        error.fault_count = error.faults.size();
        const auto english = messages_of(error, "en");
        REQUIRE(english.size() == error.faults.size());
        for (const auto* language : {"nb", "nn"}) {
            const auto messages = messages_of(error, language);
            for (std::size_t i = 0; i < messages.size(); ++i) {
                CHECK(messages[i] != english[i]);
                CHECK(messages[i].starts_with("Te"));
                CHECK(messages[i].find('{') == std::string::npos);
                CHECK(messages[i].find("linje 7, service: ") != std::string::npos);
            }
        }
        CHECK(english.front().starts_with("Counts, line 7, service: The row cannot be read"));
        for (std::size_t i = 0; i <= static_cast<std::size_t>(read_fault::duplicate_columns); ++i) {
            count_file_error unusable{
                count_file::areas, read_error{static_cast<read_fault>(i), {}}, {}, 0};
            const auto messages = messages_of(unusable, "en");
            REQUIRE(messages.size() == 1);
            CHECK(messages.front().starts_with("Areas: "));
            CHECK(messages.front().find("registrations") == std::string::npos);
        }
        const auto refused = read_counts(text_source("municipality,round,service,received_needed,"
                                                     "received_only,needed_only,neither\n"
                                                     "Olsen,Kari,secret,-7,8,9,10\n"));
        REQUIRE_FALSE(refused.has_value());
        for (const auto* language : {"nb", "nn", "en"}) {
            for (const auto& message : messages_of(refused.error(), language)) {
                for (const auto* cell : {"Olsen", "Kari", "secret", "-7"}) {
                    CHECK(message.find(cell) == std::string::npos);
                }
            }
        }
    }

    TEST_CASE("a row that stands twice is told by what it repeats in its file") {
        const auto told_of = [](count_file file, const char* language) {
            return messages_of({file, std::nullopt, {{count_fault::duplicate, 3, {}}}, 1}, language)
                .front();
        };
        CHECK(told_of(count_file::counts, "en").find("same municipality, round and service as") !=
              std::string::npos);
        CHECK(told_of(count_file::areas, "en").find("the same municipality as") !=
              std::string::npos);
        for (std::size_t i = 0; i < count_file_tokens.size(); ++i) {
            for (const auto* language : {"nb", "nn", "en"}) {
                CHECK(told_of(static_cast<count_file>(i), language).size() > 60);
            }
        }
    }

    TEST_CASE("profiles go to the rounds that are there") {
        mapping_counts counts{{{here, round_with(10, 4)}}};
        counts.rounds.at(here).profiles.clear();
        CHECK_FALSE(read_profiles(text_source("municipality;round;profile;recipients\n"
                                              "9001;2024;red:substance_only;6\n"
                                              "9001;2024;green:substance_only;3\n"
                                              "9002;2024;red:substance_only;5\n"),
                                  counts)
                        .has_value());
        CHECK(counts.rounds.at(here).profiles.at("red:substance_only") == 6);
        CHECK(counts.rounds.at(here).recipients == 10);
        const auto& without_counts = counts.rounds.at({"9002", 2024});
        CHECK(without_counts.recipients == 5);
        CHECK(without_counts.services.empty());
    }

    TEST_CASE("profiles of more people than a round has are refused, and nothing is taken") {
        mapping_counts counts{{{here, round_with(10, 4)}}};
        counts.rounds.at(here).profiles = {{"red", 4}};
        const auto before = counts;
        const auto error = read_profiles(text_source("municipality,round,profile,recipients\n"
                                                     "9001,2024,green,6\n"
                                                     "9001,2024,yellow,1\n"
                                                     "9001,2024,red,0\n"
                                                     "9001,2024,green,0\n"
                                                     "9001,2024,blue,1\n"),
                                         counts);
        REQUIRE(error.has_value());
        CHECK(faults_of(*error) == std::vector<told>{{3, "", count_fault::more_than_recipients},
                                                     {4, "", count_fault::duplicate},
                                                     {5, "", count_fault::duplicate}});
        CHECK(counts == before);
    }

    TEST_CASE("coverage is read as stated, and what is not stated is taken with care") {
        const auto coverage = coverage_in("municipality;round;coverage;coverage_sd;basis\n"
                                          "9001;2024;0,85;0,05;Declared\n"
                                          "9002;2024;1;0;register\n"
                                          "9003;2024;0.5;;\n"
                                          "9004;2024;;;assumed\n");
        CHECK(coverage.at(here) == coverage_estimate{0.85, 0.05, coverage_basis::declared});
        CHECK(coverage.at({"9002", 2024}) == coverage_estimate{1, 0, coverage_basis::register_});
        const auto assumed = assumed_coverage();
        CHECK(coverage.at({"9003", 2024}) ==
              coverage_estimate{0.5, assumed.log_sd, coverage_basis::declared});
        CHECK(coverage.at({"9004", 2024}) == assumed);
        const auto plain = coverage_in("municipality,round,coverage\n9001,2024,0.7\n");
        CHECK(plain.at(here) == coverage_estimate{0.7, assumed.log_sd, coverage_basis::declared});
    }

    TEST_CASE("a coverage that cannot be is refused") {
        CHECK(coverage_faults("municipality,round,coverage,coverage_sd,basis\n"
                              "9001,2024,0,0.1,declared\n"
                              "9002,2024,80,0.1,declared\n"
                              "9003,2024,0.8,-0.1,declared\n"
                              "9004,2024,0.8,8,guess\n"
                              "9005,2024,,0.1,declared\n"
                              "9006,2024,nan,inf,units\n"
                              "9007,2024,0.8,0.1,units\n"
                              "9007,2024,0.8,0.1,units\n") ==
              std::vector<told>{{2, "coverage", count_fault::not_a_share},
                                {3, "coverage", count_fault::not_a_share},
                                {4, "coverage_sd", count_fault::not_a_log_sd},
                                {5, "basis", count_fault::not_a_basis},
                                {5, "coverage_sd", count_fault::not_a_log_sd},
                                {6, "coverage", count_fault::not_a_share},
                                {7, "coverage", count_fault::not_a_share},
                                {7, "coverage_sd", count_fault::not_a_log_sd},
                                {9, "", count_fault::duplicate}});
    }

    TEST_CASE("coverage from reporting units") {
        const auto coverage = coverage_in("municipality,round,unit,expected,took_part\n"
                                          "9001,2024,A,30,yes\n"
                                          "9002,2024,A,8,Ja\n"
                                          "9001,2024,B,10.5,no\n");
        const std::vector<reporting_unit> units{{30, true}, {10.5, false}};
        CHECK(coverage.at(here) == coverage_of_units(units));
        CHECK(coverage.at({"9002", 2024}).share == 1);
        CHECK(coverage_faults("municipality,round,unit,expected,took_part\n"
                              "9001,2024,A,30,no\n"
                              "9001,2024,A,30,no\n"
                              "9002,2024,A,-1,perhaps\n") ==
              std::vector<told>{{2, "took_part", count_fault::no_unit_took_part},
                                {3, "", count_fault::duplicate},
                                {4, "expected", count_fault::not_a_number},
                                {4, "took_part", count_fault::not_yes_or_no}});
    }

    TEST_CASE("a file of neither form says what is missing") {
        const auto missing = [](std::string_view text) {
            const auto coverage = read_coverage(text_source(text));
            REQUIRE_FALSE(coverage.has_value());
            REQUIRE(coverage.error().unusable.has_value());
            return coverage.error().unusable->columns;
        };
        CHECK(missing("municipality,round\n") == std::vector<std::string>{"coverage"});
        CHECK(missing("municipality,round,unit\n") ==
              std::vector<std::string>{"expected", "took_part"});
    }

    TEST_CASE("population by sex and age") {
        const auto table = read_population(text_source("year,municipality,sex,age_band,population\n"
                                                       "2024,9001,female,0-15,100\n"
                                                       "2024,9001,female,16-17,20\n"
                                                       "2024,9001,female,80+,7\n"
                                                       "2025,9001,Male,80-,8\n"
                                                       "2025,9001,male,18,9\n"));
        REQUIRE(table.has_value());
        CHECK(table->at({2024, "9001", sex::female, {0, 15}}) == 100);
        CHECK(table->at({2024, "9001", sex::female, {80, std::nullopt}}) == 7);
        CHECK(table->at({2025, "9001", sex::male, {80, std::nullopt}}) == 8);
        CHECK(table->at({2025, "9001", sex::male, {18, 18}}) == 9);
    }

    TEST_CASE("residents that are counted twice or cannot be are refused") {
        const auto table = read_population(text_source("year,municipality,sex,age_band,population\n"
                                                       "2024,9001,female,0-15,100\n"
                                                       "2024,9001,female,0-15,100\n"
                                                       "2024,9001,female,15-20,1\n"
                                                       "2024,9001,male,15-20,1\n"
                                                       "2024,9001,other,20-15,-1\n"
                                                       "2024,9001,male,80+3,1.5\n"
                                                       "2024,9001,male,-3,1\n"
                                                       "2024,9001,male,200-,1\n"));
        REQUIRE_FALSE(table.has_value());
        CHECK(faults_of(table.error()) ==
              std::vector<told>{{3, "", count_fault::duplicate},
                                {4, "age_band", count_fault::band_overlaps},
                                {6, "sex", count_fault::not_a_sex},
                                {6, "age_band", count_fault::not_an_age_band},
                                {6, "population", count_fault::not_a_count},
                                {7, "age_band", count_fault::not_an_age_band},
                                {7, "population", count_fault::not_a_count},
                                {8, "age_band", count_fault::not_an_age_band},
                                {9, "age_band", count_fault::not_an_age_band}});
    }

    TEST_CASE("the areas of municipalities, each in one") {
        const auto areas = read_areas(text_source("municipality;area\n9001;A\n9002;B\n"));
        REQUIRE(areas.has_value());
        CHECK(*areas == area_table{{"9001", "A"}, {"9002", "B"}});
        const auto twice = read_areas(text_source("municipality;area\n9001;A\n9001;A\n"));
        REQUIRE_FALSE(twice.has_value());
        CHECK(faults_of(twice.error()) == std::vector<told>{{3, "", count_fault::duplicate}});
    }
}

} // namespace count_files_test
