#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include <brukerplan/projection/mapping_counts.hpp>

#include "counts_fixture.hpp"

namespace mapping_counts_test {

using namespace brukerplan;
using namespace brukerplan::testing;

/// Some services are known in some parts only, and some parts know no day.
mapping_counts some_counts(std::mt19937& random) {
    mapping_counts counts;
    for (int i = 0; i < 3; ++i) {
        auto& round = counts.rounds[{std::to_string(9001 + random() % 3), 2024}];
        round = round_with(static_cast<std::uint32_t>(random() % 20));
        if (random() % 2 == 0) {
            round.services["detox"] = {0, 0, round.recipients, 0};
        }
        if (random() % 3 == 0) {
            round.services.erase("gp");
        }
        if (random() % 2 == 0) {
            const auto first = day(2024, 10, 1) + std::chrono::days{random() % 30};
            round.mapped = mapping_dates{first, first + std::chrono::days{random() % 9}};
        }
    }
    return counts;
}

mapping_counts sum(mapping_counts a, const mapping_counts& b) {
    a.merge(b);
    return a;
}

TEST_CASE("merging counts is associative and commutative, and nothing is neutral") {
    std::mt19937 random{1};
    for (int i = 0; i < 500; ++i) {
        const auto a = some_counts(random);
        const auto b = some_counts(random);
        const auto c = some_counts(random);
        CHECK(sum(a, b) == sum(b, a));
        CHECK(sum(sum(a, b), c) == sum(a, sum(b, c)));
        CHECK(sum(a, {}) == a);
        CHECK(sum({}, a) == a);
    }
}

TEST_CASE("the parts of any split of the persons are together the counts of all") {
    std::mt19937 random{2};
    auto persons = some_persons(random, 300);
    const auto all = counts_of(persons);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(persons.begin(), persons.end(), random);
        std::vector<std::vector<counted_person>> parts(1 + random() % 9);
        for (const auto& person : persons) {
            parts[random() % parts.size()].push_back(person);
        }
        mapping_counts merged;
        for (const auto& part : parts) {
            merged.merge(counts_of(part));
        }
        CHECK(merged == all);
    }
}

TEST_CASE("of every service the persons are the recipients, also where a part did not know it") {
    std::mt19937 random{3};
    for (int i = 0; i < 200; ++i) {
        for (const auto& [key, round] : sum(some_counts(random), some_counts(random)).rounds) {
            for (const auto& [service, cells] : round.services) {
                CHECK(cells.persons() == round.recipients);
            }
        }
    }
    mapping_counts knows{{{{"9001", 2024}, round_with(10, 4)}}};
    mapped_round other;
    other.recipients = 5;
    knows.merge({{{{"9001", 2024}, other}}});
    CHECK(knows.rounds.at({"9001", 2024}).services.at("gp") == need_cells{0, 4, 0, 11});
}

TEST_CASE("counts can be merged with themselves") {
    mapping_counts counts{{{{"9001", 2024}, round_with(10, 4)}}};
    counts.merge(counts);
    CHECK(counts.rounds.at({"9001", 2024}) == round_with(20, 8));
}

} // namespace mapping_counts_test
