#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <brukerplan/statistics/tabulation.hpp>

#include "round_fixture.hpp"

namespace tabulation_test {

using namespace brukerplan;
using round_test::tables;

tabulation tabulated(const std::vector<recipient>& people) {
    tabulation counts{*shipped_pack()};
    for (const auto& person : people) {
        counts.add(person);
    }
    return counts;
}

recipient person_of(category c, sex s, std::optional<int> age) {
    recipient person;
    person.category = c;
    person.sex = s;
    person.age = age;
    return person;
}

/// The same rating in all domains.
assessment uniform(rating r) {
    assessment a;
    for (const domain d : all_domains) {
        a.set(d, r);
    }
    return a;
}

std::vector<recipient> random_people(std::mt19937& random, std::size_t size) {
    std::vector<recipient> people;
    for (std::size_t i = 0; i < size; ++i) {
        auto person = person_of(static_cast<category>(random() % category_tokens.size()),
                                static_cast<sex>(random() % sex_tokens.size()), std::nullopt);
        if (random() % 10 != 0) {
            person.age = static_cast<int>(random() % 100);
        }
        person.assessment = assessment{static_cast<std::uint16_t>(random())};
        if (random() % 5 != 0) {
            person.services_received = service_set{random() % (std::uint64_t{1} << 36U), 0};
        }
        if (random() % 3 != 0) {
            person.services_needed = service_set{random() % (std::uint64_t{1} << 36U), 0};
        }
        people.push_back(person);
    }
    return people;
}

TEST_SUITE("statistics: tabulation") {

    TEST_CASE("nobody gives tables of zeros") {
        const tabulation nobody{*shipped_pack()};
        CHECK(nobody.persons() == 0);
        const tables empty{nobody};
        for (const auto& table : empty.all()) {
            for (const auto& row : table.rows) {
                CHECK(std::count(row.counts.begin(), row.counts.end(), 0U) ==
                      static_cast<std::ptrdiff_t>(row.counts.size()));
            }
        }
    }

    TEST_CASE("the tables stand in their order, each with a count for each column") {
        const tables counted{tabulation{*shipped_pack()}};
        std::vector<std::string> ids;
        for (const auto& table : counted.all()) {
            ids.push_back(table.id);
            for (const auto& row : table.rows) {
                CHECK(row.counts.size() == table.columns.size());
            }
        }
        CHECK(ids == std::vector<std::string>{"category", "sex", "age_group", "domains", "index",
                                              "services"});
    }

    TEST_CASE("three people, counted by hand") {
        auto first = person_of(category::substance_only, sex::male, 17);
        first.assessment = uniform(rating::green).with(domain::housing, rating::red);
        first.services_received = service_set{0b011, 0};
        first.services_needed = service_set{0b100, 0};
        auto second = person_of(category::substance_only, sex::female, 80);
        second.assessment = uniform(rating::red);
        second.services_received = service_set{0b001, 0};
        const auto third = person_of(category::mental_only_serious, sex::female, std::nullopt);

        const tables t{tabulated({first, second, third})};
        CHECK(t.count("category", "substance_only") == 2);
        CHECK(t.count("category", "mental_only_serious") == 1);
        CHECK(t.count("category", "none") == 0);
        CHECK(t.count("sex", "female") == 2);
        CHECK(t.count("age_group", "16-17") == 1);
        CHECK(t.count("age_group", "80+") == 1);
        CHECK(t.count("age_group", "unknown") == 1);
        CHECK(t.count("domains", "housing", "red") == 2);
        CHECK(t.count("domains", "economy", "green") == 1);
        CHECK(t.count("domains", "economy", "red") == 1);
        CHECK(t.count("domains", "economy", "not_assessed") == 1);
        CHECK(t.count("index", "green") == 1);
        CHECK(t.count("index", "blue_light") == 1);
        CHECK(t.count("index", "none") == 1);
        CHECK(t.count("services", "follow_up_team", "received") == 2);
        CHECK(t.count("services", "home_services", "received") == 1);
        CHECK(t.count("services", "housing_follow_up", "received") == 0);
        CHECK(t.count("services", "housing_follow_up", "needed") == 1);
    }

    TEST_CASE("denominators say what they count: services are a share of those who answered") {
        auto answered = person_of(category::substance_only, sex::male, 40);
        answered.services_received = service_set{0b1, 0};
        auto none_needed = answered;
        none_needed.services_needed = service_set{0, 0b01}; // "none" is an answer
        const tables t{tabulated({answered, none_needed, recipient{}})};
        for (const auto& table : t.all()) {
            CHECK(table.multi_response == (table.id == "services"));
            for (const auto& column : table.columns) {
                CHECK(column.of.unit == counted_unit::persons);
            }
        }
        CHECK(t.of("category").count == 3);
        CHECK(t.of("domains", "red").count == 3);
        CHECK(t.of("services", "received").count == 2);
        CHECK(t.of("services", "needed").count == 1);
    }

    TEST_CASE("a person stands in one row of every table with one answer") {
        std::mt19937 random{10};
        const tables t{tabulated(random_people(random, 500))};
        for (const auto& table : t.all()) {
            if (table.id == "services" || table.id == "domains") {
                continue;
            }
            std::uint64_t sum = 0;
            for (const auto& row : table.rows) {
                sum += row.counts.front();
            }
            CHECK(sum == 500);
        }
        for (const auto& row : t.table("domains").rows) {
            CHECK(row.counts[0] + row.counts[1] + row.counts[2] + row.counts[3] == 500);
        }
    }

    TEST_CASE("age groups meet without a gap, and children under 16 stand apart") {
        std::vector<recipient> people;
        for (int age = 0; age <= 110; ++age) {
            people.push_back(person_of(category::none, sex::unknown, age));
        }
        people.push_back(person_of(category::none, sex::unknown, -1));
        const tables t{tabulated(people)};
        CHECK(t.count("age_group", "younger") == 17);
        CHECK(t.count("age_group", "16-17") == 2);
        CHECK(t.count("age_group", "18-24") == 7);
        CHECK(t.count("age_group", "67-79") == 13);
        CHECK(t.count("age_group", "80+") == 31);
    }

    TEST_CASE("the order of people changes nothing, nor does counting them in parts") {
        std::mt19937 random{11};
        for (int i = 0; i < 5; ++i) {
            auto people = random_people(random, 200);
            const auto one_pass = tabulated(people);
            std::shuffle(people.begin(), people.end(), random);
            CHECK(tabulated(people) == one_pass);

            const auto middle = people.begin() + static_cast<std::ptrdiff_t>(random() % 201);
            auto first = tabulated({people.begin(), middle});
            auto second = tabulated({middle, people.end()});
            auto turned = second;
            CHECK((first += second) == one_pass);
            CHECK((turned += tabulated({people.begin(), middle})) == one_pass);
            CHECK((first += tabulation{*shipped_pack()}) == one_pass);
        }
    }

    TEST_CASE("all 64 services of a list are counted") {
        recipient person;
        person.services_received = service_set{~std::uint64_t{0}, 0};
        const tables t{tabulated({person})};
        for (const auto& row : t.table("services").rows) {
            CHECK(row.counts[0] == 1);
            CHECK(row.counts[1] == 0);
        }
        CHECK(t.table("services").rows.size() == 36);
    }
}

} // namespace tabulation_test
