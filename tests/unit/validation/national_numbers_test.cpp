// National numbers in records: which are taken under which policy, and what they say of age.

#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <string>

#include "sample_people.hpp"

namespace national_numbers_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

/// What is said of a number itself, in a record that gives neither birth year nor sex. Whether its
/// owner is in the target group is another matter.
std::string about(const std::string& number, const validation_options& options) {
    names codes;
    for (auto& code : codes_of(woman_with_both_problems().with({{"municipality", "4601"},
                                                                {"national_number", number},
                                                                {"birth_year", ""},
                                                                {"sex", ""}}),
                               options)) {
        if (code.starts_with("BP-ID-")) {
            codes.push_back(std::move(code));
        }
    }
    return listed(std::move(codes));
}

record_facts facts_in(const sample_record& record) {
    const auto file = record.file();
    auto reader = csv_reader::from_text(file, instrument());
    REQUIRE(reader.has_value());
    const auto table = reader->next();
    REQUIRE(table.rows() == 1);
    return facts_of(registration{table, instrument()->roles, 0});
}

TEST_SUITE("validation: national numbers") {

    TEST_CASE("the published examples are refused by the rule that fits them") {
        struct published {
            std::string number;
            std::string without_policy;
            std::string with_policy;
        };
        // From the tax authority's pages and validator; what they are is in the columns `kinds` and
        // `checksum` of the list of vectors.
        for (const auto& p : std::initializer_list<published>{
                 {"20036914700", "", "BP-ID-003"}, // birth number
                 {"29020073150", "", "BP-ID-003"}, // born on 29 February
                 {"30108299920", "", "BP-ID-003"}, // from 2032, but by both rules
                 {"30108299939", "BP-ID-007", "BP-ID-003 BP-ID-007"}, // from 2032
                 {"55102499947", "BP-ID-004 BP-ID-007",
                  "BP-ID-003 BP-ID-004 BP-ID-007"},                   // D-number, from 2032
                 {"30908299902", "BP-ID-003 BP-ID-007", "BP-ID-007"}, // Tenor, from 2032
                 {"03851598730", "BP-ID-003", ""},                    // Tenor
                 {"41819077302", "BP-ID-003 BP-ID-004", "BP-ID-004"}, // Tenor, D-number
                 {"20036914712", "BP-ID-001", "BP-ID-001"},           // second control digit
                 {"29020105729", "BP-ID-001", "BP-ID-001"},           // no such day
                 {"01215010100", "BP-ID-001", "BP-ID-001 BP-ID-003"}}) {
            CAPTURE(p.number);
            CHECK(about(p.number, {}) == p.without_policy);
            CHECK(about(p.number, test_policy()) == p.with_policy);
        }
    }

    TEST_CASE("a number may have a blank or a hyphen before its last five digits") {
        const auto hers = number_of(day(1985, 3, 9), sex::female);
        const auto grouped = [&](std::string_view by) {
            return hers.substr(0, 6) + std::string{by} + hers.substr(6);
        };
        for (const std::string_view by : {" ", "-", "\xC2\xA0", "\xE2\x80\xAF"}) {
            CHECK(about(grouped(by), test_policy()) == "");
        }
        for (const std::string_view by : {"  ", ".", " - ", "x"}) {
            CHECK(about(grouped(by), test_policy()) == "BP-ID-001");
        }
        CHECK(about("\"'" + hers + "\"", test_policy()) == "BP-ID-001");
        const auto merged = facts_in(woman_with_both_problems()).merge_number;
        REQUIRE(merged.has_value());
        CHECK(facts_in(woman_with_both_problems().with({{"national_number", grouped(" ")}}))
                  .merge_number == merged);
    }

    TEST_CASE("a number that lost its zero says so and is not merged on") {
        const auto record = woman_with_both_problems().with(
            {{"national_number", number_of(day(1985, 3, 9), sex::female).substr(1)}});
        const auto facts = facts_in(record);
        CHECK(facts.number == number_status::lost_leading_zero);
        CHECK_FALSE(facts.merge_number.has_value());
        CHECK(facts.basis == age_basis::birth_year);
    }

    TEST_CASE("a D-number, an H-number, an FH-number and a DUF number tell no age") {
        const auto born = day(1985, 3, 9);
        constexpr std::array<char, 9> nine{'8', '3', '0', '1', '2', '3', '4', '5', '6'};
        constexpr auto done = complete_national_id(nine);
        static_assert(done.has_value());
        const std::string fh_number{done->data(), done->size()};
        for (const auto& number :
             {number_of(born, sex::female, {40, 80}), number_of(born, sex::female, {0, 40}),
              fh_number, std::string{"201258697506"}}) {
            const auto facts = facts_in(
                woman_with_both_problems().with({{"national_number", number}, {"birth_year", ""}}));
            CHECK(facts.number == number_status::valid);
            CHECK(facts.basis == age_basis::unknown);
            CHECK(facts.birth_years.empty());
        }
    }

    TEST_CASE("a DUF number whose control digits do not fit is not merged on") {
        const auto merged = [](std::string number) {
            return facts_in(woman_with_both_problems().with({{"national_number", number}}))
                .merge_number.has_value();
        };
        CHECK(merged("201258697506"));
        CHECK_FALSE(merged("201258697561")); // the authorities' own sample
        CHECK(about("194912345678", {}) == "BP-ID-001");
        CHECK(about("202512345678", {}) == "BP-ID-001"); // registered after the mapping
    }

    TEST_CASE("age is counted to the birthday when the number gives the birth date") {
        const auto age_on = [](date mapped) {
            const auto text = format_date(mapped);
            const auto facts = facts_in(woman_with_both_problems().with(
                {{"national_number", number_of(day(2008, 2, 29), sex::female)},
                 {"mapped_on", std::string{text.data(), text.size()}}}));
            CHECK(facts.basis == age_basis::birth_date);
            return facts.age;
        };
        CHECK(age_on(day(2024, 2, 28)) == 15);
        CHECK(age_on(day(2024, 2, 29)) == 16);
        CHECK(age_on(day(2024, 3, 1)) == 16);
        CHECK(age_on(day(2023, 2, 28)) == 14);
        CHECK(age_on(day(2023, 3, 1)) == 15);
    }

    TEST_CASE("age is the difference of years when only the birth year is known") {
        const auto by_year =
            woman_with_both_problems().with({{"national_number", ""}, {"birth_year", "2008"}});
        const auto facts = facts_in(by_year);
        CHECK(facts.basis == age_basis::birth_year);
        CHECK(facts.age == 16);
        CHECK(facts_in(by_year.with({{"mapped_on", "2023-12-31"}})).age == 15);
        CHECK(facts_in(by_year.with({{"mapped_on", ""}})).basis == age_basis::unknown);
    }

    TEST_CASE("a birth year that no calendar has is taken as the nearest one that it has") {
        const auto age_of_born = [](std::string year) {
            return facts_in(woman_with_both_problems().with(
                                {{"national_number", ""}, {"birth_year", std::move(year)}}))
                .age;
        };
        CHECK(age_of_born("-2147483648") == age_of_born("1"));
        CHECK(age_of_born("2147483647") == age_of_born("9999"));
    }

    TEST_CASE("from 2032 a number no longer gives a birth date, a birth year or a sex") {
        const auto on = [](std::string year, std::string mapped) {
            return facts_in(woman_with_both_problems().with(
                {{"mapping_year", std::move(year)}, {"mapped_on", std::move(mapped)}}));
        };
        CHECK(on("2031", "2031-12-31").basis == age_basis::birth_date);
        CHECK(on("2031", "2031-12-31").number_sex == sex::female);
        CHECK(on("2032", "2032-01-01").basis == age_basis::birth_year);
        CHECK(on("2032", "2032-01-01").birth_years.empty());
        CHECK_FALSE(on("2032", "2032-01-01").number_sex.has_value());
    }
}

} // namespace national_numbers_test
