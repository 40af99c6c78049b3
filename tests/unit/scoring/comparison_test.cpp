#include <doctest/doctest.h>

#include <map>
#include <random>
#include <utility>
#include <vector>

#include <brukerplan/scoring/comparison.hpp>
#include <brukerplan/scoring/derived_category.hpp>

#include "unit/scoring/scheme_twins.hpp"

namespace comparison_test {

using namespace brukerplan;
using scoring_test::scheme_maker;
using scoring_test::shipped;

std::vector<assessment> random_people(unsigned seed, std::size_t count) {
    std::mt19937 random{seed};
    std::vector<assessment> people;
    for (std::size_t i = 0; i < count; ++i) {
        // Mostly complete, as in a mapping.
        assessment a{static_cast<std::uint16_t>(random())};
        for (const domain d : all_domains) {
            if (a[d] == rating::not_assessed && random() % 20 != 0) {
                a.set(d, rating::yellow);
            }
        }
        people.push_back(a);
    }
    return people;
}

assessment_histogram histogram_of(const std::vector<assessment>& people) {
    assessment_histogram counted;
    for (const auto a : people) {
        counted.add(a);
    }
    return counted;
}

/// The published figures' people: so many of each class under sum16/1.
void add_people(assessment_histogram& to, int points, std::uint64_t persons) {
    assessment a;
    for (const domain d : all_domains) {
        const int taken = std::min(points, 2);
        a.set(d, static_cast<rating>(taken + 1));
        points -= taken;
    }
    to.add(a, persons);
}

TEST_SUITE("scoring: histograms") {

    TEST_CASE("parts counted apart and joined in any order are the whole") {
        const auto people = random_people(1, 3000);
        const auto whole = histogram_of(people);
        CHECK(whole.persons() == 3000);
        for (const std::size_t cut : {0U, 1U, 17U, 1500U, 3000U}) {
            const auto at = people.begin() + static_cast<std::ptrdiff_t>(cut);
            const auto first = histogram_of({people.begin(), at});
            const auto second = histogram_of({at, people.end()});
            auto joined = first;
            joined += second;
            auto other_way = second;
            other_way += first;
            CHECK(joined == whole);
            CHECK(other_way == whole);
        }
        auto reversed = people;
        std::reverse(reversed.begin(), reversed.end());
        CHECK(histogram_of(reversed) == whole);
        assessment_histogram nobody;
        nobody.add(people[0], 0);
        CHECK(nobody == assessment_histogram{});
        CHECK(whole.count(people[0]) >= 1);
    }

    TEST_CASE("any scheme can be applied afterwards, and gives what counting the persons gives") {
        scheme_maker make{21};
        const auto people = random_people(2, 2000);
        const auto counted = histogram_of(people);
        for (int i = 0; i < 10; ++i) {
            const scheme by{make.make().definition};
            class_counts one_by_one{};
            for (const auto a : people) {
                ++one_by_one[static_cast<std::size_t>(by(a).result)];
            }
            CHECK(count_classes(counted, by) == one_by_one);
        }
    }

    TEST_CASE("groups are counted apart, and together they are the whole") {
        const auto people = random_people(3, 1000);
        grouped_histogram first;
        grouped_histogram second;
        for (std::size_t i = 0; i < people.size(); ++i) {
            (i % 3 == 0 ? first : second).add(i % 2 == 0 ? "even" : "odd", people[i]);
        }
        auto joined = first;
        joined += second;
        auto other_way = second;
        other_way += first;
        CHECK(joined == other_way);
        CHECK(joined.whole() == histogram_of(people));
        CHECK(joined.by_group().at("even").persons() == 500);
    }

    TEST_CASE("the recipients of 2019 with a substance problem: 2 240 of 22 404 are 10 per cent") {
        // 4 053 + 13 089 + 5 262 persons, of which "a good 2 200" have blue light (published).
        assessment_histogram rus;
        add_people(rus, 13, 2240);
        add_people(rus, 2, 2500);
        add_people(rus, 7, 9000);
        add_people(rus, 12, 4053 + 13089 + 5262 - 2240 - 2500 - 9000);
        CHECK(rus.persons() == 22404);
        const auto classes = count_classes(rus, shipped("sum16/1"));
        CHECK(classes == class_counts{0, 2500, 9000, 8664, 2240});
        const auto percent = [&](std::uint64_t n) {
            return (200 * n + rus.persons()) / (2 * rus.persons());
        };
        CHECK(percent(classes[4]) == 10);
        CHECK(classes[1] > classes[4]); // "somewhat more" green than blue light
    }

    TEST_CASE("the profile of 2015: red in housing 9 and in activity 38 per cent of 18 913") {
        assessment_histogram rus;
        const assessment green{0x5555};
        rus.add(green.with(domain::activity, rating::red), 7187 - 1000);
        rus.add(green.with(domain::housing, rating::red), 1702 - 1000);
        rus.add(green.with(domain::housing, rating::red).with(domain::activity, rating::red), 1000);
        rus.add(green, 18913 - rus.persons());
        std::array<std::uint64_t, domain_count> red{};
        for (const auto& [a, persons] : rus.by_assessment()) {
            for (const domain d : all_domains) {
                red[static_cast<std::size_t>(d)] += a[d] == rating::red ? persons : 0;
            }
        }
        CHECK(red[0] == 1702);
        CHECK((200 * red[0] + 18913) / (2 * 18913) == 9);
        CHECK((200 * red[1] + 18913) / (2 * 18913) == 38);
        CHECK(count_classes(rus, shipped("rule/1"))[1] == 18913); // at most 4 points each
    }
}

TEST_SUITE("scoring: comparison") {

    TEST_CASE("a comparison is the count, one by one, of the class under each scheme") {
        scheme_maker make{31};
        const auto people = random_people(4, 1500);
        const auto counted = histogram_of(people);
        for (int i = 0; i < 8; ++i) {
            const scheme first{make.make().definition};
            const scheme second{make.make().definition};
            std::map<std::pair<index_class, index_class>, std::uint64_t> naive;
            std::uint64_t changed = 0;
            for (const auto a : people) {
                ++naive[{first(a).result, second(a).result}];
                changed += first(a).result != second(a).result ? 1 : 0;
            }
            const auto compared = compare_schemes(first, second, counted);
            for (std::size_t row = 0; row < index_class_count; ++row) {
                for (std::size_t column = 0; column < index_class_count; ++column) {
                    const auto from = static_cast<index_class>(row);
                    const auto to = static_cast<index_class>(column);
                    CHECK(compared.at(from, to) == naive[{from, to}]);
                }
            }
            CHECK(compared.total() == 1500);
            CHECK(compared.changed() == changed);
            CHECK(compared.share_changed() == static_cast<double>(changed) / 1500);
        }
    }

    TEST_CASE("the shipped schemes differ only between red and blue light, and below them") {
        const auto compared = compare_schemes(shipped("sum16/1"), shipped("rule/1"));
        CHECK(compared.total() == assessment::space);
        CHECK(compared.at(index_class::none, index_class::none) == assessment::space - 6561);
        // 27 of three domains, of which 5 of 9 have either red: 5 * 3^4 assessments by the rule.
        std::uint64_t by_rule = 0;
        for (const auto& row : compared.counts) {
            by_rule += row[static_cast<std::size_t>(index_class::blue_light)];
        }
        CHECK(by_rule == 5 * 81);
        CHECK(compared.at(index_class::green, index_class::yellow) == 0);
        CHECK(compared.at(index_class::blue_light, index_class::yellow) == 0);
        CHECK(compared.at(index_class::red, index_class::blue_light) > 0);
        const auto same = compare_schemes(shipped("rule/1"), shipped("rule/1"));
        CHECK(same.changed() == 0);
        CHECK(same.share_changed() == 0.0);
        CHECK(compare_schemes(shipped("rule/1"), shipped("rule/1"), {}).share_changed() == 0.0);
    }
}

TEST_SUITE("scoring: category from the colours") {

    TEST_CASE("a category read off the colours says so") {
        const auto of = [](rating substance_use, rating mental_health) {
            return derive_category(assessment{}
                                       .with(domain::substance_use, substance_use)
                                       .with(domain::mental_health, mental_health));
        };
        using enum rating;
        CHECK(of(red, green) == based_category{category::substance_only, category_basis::derived});
        CHECK(of(yellow, yellow).value == category::substance_and_less_serious_mental);
        CHECK(of(yellow, red).value == category::substance_and_serious_mental);
        CHECK(of(green, yellow).value == category::mental_only_less_serious);
        CHECK(of(green, red).value == category::mental_only_serious);
        CHECK(of(green, green).value == category::none);
        CHECK(of(not_assessed, red).value == category::unknown);
        CHECK(of(red, not_assessed).value == category::unknown);
        CHECK(token_of(of(red, red).basis) == "derived");
    }

    TEST_CASE("recorded facts are never overruled, and only what is unknown is read off") {
        const auto all_red = assessment{0xFFFF};
        CHECK(categorise_or_derive(yes_no::no, mental_disorder::less_serious, all_red) ==
              based_category{category::mental_only_less_serious, category_basis::recorded});
        CHECK(categorise_or_derive(yes_no::no, mental_disorder::unknown, all_red) ==
              based_category{category::mental_only_serious, category_basis::derived});
        CHECK(categorise_or_derive(yes_no::unknown, mental_disorder::none, all_red) ==
              based_category{category::substance_only, category_basis::derived});
        CHECK(categorise_or_derive(yes_no::unknown, mental_disorder::unknown, assessment{}) ==
              based_category{category::unknown, category_basis::derived});
    }
}

} // namespace comparison_test
