#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "round_fixture.hpp"

namespace round_summary_test {

using namespace brukerplan;
using round_test::count;
using round_test::person_number;
using round_test::registered;
using round_test::tables;

std::string file_of(const std::vector<registered>& rows) {
    std::string text{round_test::header};
    for (const auto& r : rows) {
        text += r.row();
    }
    return text;
}

registered someone(std::string number, std::string mapped_on = "2024-11-05") {
    registered r;
    r.number = std::move(number);
    r.mapped_on = std::move(mapped_on);
    return r;
}

bool same_counts(const round_counts& a, const round_counts& b) {
    return a.rows == b.rows && a.unreadable == b.unreadable && a.with_errors == b.with_errors &&
           a.registrations == b.registrations && a.persons == b.persons && a.unlinked == b.unlinked;
}

void check_adds_up(const round_counts& c) {
    CHECK(c.rows == c.unreadable + c.with_errors + c.registrations);
    CHECK(c.persons <= c.registrations);
    CHECK(c.unlinked <= c.persons);
}

/// Rows of every fate, several for some people.
std::vector<registered> mixed_rows(std::mt19937& random, std::size_t size) {
    std::vector<registered> rows;
    for (std::size_t i = 0; i < size; ++i) {
        auto r =
            someone(person_number(random() % 30), "2024-11-0" + std::to_string(1 + random() % 9));
        r.sex = random() % 2 == 0 ? "female" : "male";
        r.needed = random() % 4 == 0 ? "unknown" : "gp|detox";
        switch (random() % 12) {
        case 0:
            r.number.clear();
            break;
        case 1:
            r.received = "no such service";
            break;
        case 2:
            r.needed += ";one cell too many";
            break;
        case 3:
            r.ratings = "red;red;red;red;red;red;red;red";
            break;
        default:
            break;
        }
        rows.push_back(r);
    }
    return rows;
}

TEST_SUITE("statistics: a round") {

    TEST_CASE("six rows, counted by hand") {
        auto woman = someone(person_number(0), "2024-11-04");
        auto same_woman_later = someone(person_number(0), "2024-11-06");
        same_woman_later.ratings = "red;red;red;red;red;red;red;red";
        auto man = someone(person_number(1));
        man.sex = "male";
        man.mental_disorder = "none";
        man.received = "gp";
        man.needed = "unknown";
        auto without_number = someone("");
        auto in_error = someone(person_number(2));
        in_error.substance_problem = "no";
        in_error.mental_disorder = "none"; // nobody without a problem is included
        auto too_long = someone(person_number(3));
        too_long.needed += ";x";

        const auto counted =
            count({file_of({woman, same_woman_later, man, without_number, in_error, too_long})});
        const auto& c = counted.round.counts;
        CHECK(c.rows == 6);
        CHECK(c.unreadable == 1);
        CHECK(c.with_errors == 1);
        CHECK(c.registrations == 4);
        CHECK(c.persons == 3);
        CHECK(c.unlinked == 1);
        check_adds_up(c);

        const tables t{counted.round.persons};
        CHECK(t.of("sex").count == 3);
        CHECK(t.count("sex", "female") == 2);
        CHECK(t.count("sex", "male") == 1);
        CHECK(t.count("category", "substance_only") == 1);
        CHECK(t.count("category", "substance_and_less_serious_mental") == 2);
        CHECK(t.count("index", "blue_light") == 1); // her later registration stands for the woman
        CHECK(t.count("index", "green") == 2);
        CHECK(t.count("age_group", "35-44") == 3);
        CHECK(t.of("services", "received").count == 3);
        CHECK(t.of("services", "needed").count == 2); // "unknown" is no answer
        CHECK(t.count("services", "gp", "received") == 3);
        CHECK(t.count("services", "follow_up_team", "received") == 2);
        CHECK(t.count("services", "housing_follow_up", "needed") == 2);
    }

    TEST_CASE("the scope of a round is what its usable records say") {
        auto in_error = someone(person_number(2), "2024-12-24");
        in_error.received = "none";
        const auto scope = count({file_of({someone(person_number(0), "2024-11-04"),
                                           someone(person_number(1), "2024-11-12"), in_error})})
                               .round.scope;
        CHECK(scope.municipalities == std::set<std::string>{"9001"});
        CHECK(scope.mapping_years == std::set<int>{2024});
        CHECK(scope.first_mapped_on == make_date(2024, 11, 4));
        CHECK(scope.last_mapped_on == make_date(2024, 11, 12));
    }

    TEST_CASE("of two registrations on one day the first in the input stands for the person") {
        auto first = someone(person_number(0));
        auto second = someone(person_number(0));
        second.received = "detox|gp";
        const auto received_detox = [](const std::vector<std::string>& files) {
            return tables{count(files).round.persons}.count("services", "detox", "received");
        };
        CHECK(received_detox({file_of({first, second})}) == 0);
        CHECK(received_detox({file_of({second, first})}) == 1);
        CHECK(received_detox({file_of({first}), file_of({second})}) == 0);
        CHECK(received_detox({file_of({second}), file_of({first})}) == 1);
    }

    TEST_CASE("how the input is split into batches and files changes nothing") {
        std::mt19937 random{12};
        const auto rows = mixed_rows(random, 60);
        const auto whole = count({file_of(rows)});
        check_adds_up(whole.round.counts);
        CHECK(whole.round.counts.unreadable > 0);
        CHECK(whole.round.counts.with_errors > 0);
        CHECK(whole.round.counts.persons < whole.round.counts.registrations);
        for (const std::size_t most_rows : {1U, 7U, 59U}) {
            const auto again = count({file_of(rows)}, most_rows);
            CHECK(same_counts(again.round.counts, whole.round.counts));
            CHECK(again.round.persons == whole.round.persons);
        }
        const auto middle = rows.begin() + 23;
        const auto two_files =
            count({file_of({rows.begin(), middle}), file_of({middle, rows.end()})});
        CHECK(same_counts(two_files.round.counts, whole.round.counts));
        CHECK(two_files.round.persons == whole.round.persons);
    }

    TEST_CASE("the order of rows changes nothing where no two are of one person and day") {
        std::mt19937 random{13};
        std::vector<registered> rows;
        for (std::size_t person = 0; person < 12; ++person) {
            for (int day = 1; day <= 3; ++day) {
                auto r = someone(person_number(person), "2024-11-0" + std::to_string(day));
                r.received = day == 3 ? "detox|gp" : "gp";
                rows.push_back(r);
            }
        }
        const auto before = count({file_of(rows)}).round;
        for (int i = 0; i < 3; ++i) {
            std::shuffle(rows.begin(), rows.end(), random);
            const auto after = count({file_of(rows)}).round;
            CHECK(same_counts(after.counts, before.counts));
            CHECK(after.persons == before.persons);
        }
        CHECK(before.counts.persons == 12);
        CHECK(tables{before.persons}.count("services", "detox", "received") == 12);
    }

    TEST_CASE("a round without a usable record is empty, not wrong") {
        const auto counted = count({std::string{round_test::header}});
        CHECK(counted.round.counts.rows == 0);
        CHECK(counted.round.counts.persons == 0);
        CHECK(counted.round.persons.persons() == 0);
        CHECK(counted.round.scope.municipalities.empty());
        CHECK_FALSE(counted.round.scope.first_mapped_on.has_value());
    }

    TEST_CASE("all of the library's counts of rows agree") {
        std::mt19937 random{14};
        const auto counted = count({file_of(mixed_rows(random, 80))});
        const auto& c = counted.round.counts;
        CHECK(counted.findings.rows() == c.rows);
        CHECK(counted.findings.rows(severity::fatal) == c.unreadable);
        CHECK(counted.findings.rows(severity::error) == c.with_errors);
        CHECK(counted.round.persons.persons() == c.persons);
    }
}

} // namespace round_summary_test
