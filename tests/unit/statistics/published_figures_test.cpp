// People made up in the numbers that were published, counted, and compared with what was printed
// (docs of the domain: figures F1 and F2).
#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

#include <brukerplan/statistics/tabulation.hpp>

#include "round_fixture.hpp"

namespace published_figures_test {

using namespace brukerplan;
using round_test::tables;

bool has_substance_problem(category c) {
    return c == category::substance_only || c == category::substance_and_less_serious_mental ||
           c == category::substance_and_serious_mental;
}

/// An assessment in all domains, the first so many red and the rest green.
assessment with_red(int red) {
    assessment a;
    for (const domain d : all_domains) {
        a.set(d, static_cast<int>(d) < red ? rating::red : rating::green);
    }
    return a;
}

struct category_count {
    category of;
    int count;
};

/// 2019: 4 053 + 13 089 + 5 262 with a substance problem and 36 386 without.
constexpr category_count partition_2019[] = {
    {category::substance_only, 4'053},
    {category::substance_and_less_serious_mental, 13'089},
    {category::substance_and_serious_mental, 5'262},
    {category::mental_only_less_serious, 30'000},
    {category::mental_only_serious, 6'386},
};

struct year_2019 {
    tabulation everyone{*shipped_pack()};
    tabulation substance{*shipped_pack()};
};

year_2019 count_2019() {
    year_2019 counts;
    int blue_light = 2'240;
    int men = 15'683;
    for (const auto& [of, count] : partition_2019) {
        for (int i = 0; i < count; ++i) {
            recipient person;
            person.category = of;
            person.sex = sex::female;
            person.assessment = with_red(0);
            if (has_substance_problem(of)) {
                person.assessment = with_red(blue_light-- > 0 ? 8 : 3);
                person.sex = men-- > 0 ? sex::male : sex::female;
                counts.substance.add(person);
            }
            counts.everyone.add(person);
        }
    }
    return counts;
}

TEST_SUITE("statistics: published figures") {

    TEST_CASE("2019: 58 790 recipients, of whom 22 404 with a substance problem") {
        const auto counts = count_2019();
        CHECK(counts.everyone.persons() == 58'790);
        CHECK(counts.substance.persons() == 22'404);

        const tables substance{counts.substance};
        CHECK(substance.per_mille("category", "substance_only") == 181);
        CHECK(substance.per_mille("category", "substance_and_less_serious_mental") == 584);
        CHECK(substance.per_mille("category", "substance_and_serious_mental") == 235);
        CHECK(substance.per_cent("index", "blue_light") == 10);
        CHECK(substance.count("index", "yellow") == 22'404 - 2'240);
        CHECK(substance.per_cent("sex", "male") == 70);

        const tables everyone{counts.everyone};
        CHECK(everyone.count("category", "mental_only_less_serious") +
                  everyone.count("category", "mental_only_serious") ==
              36'386);
        // 10 per cent is of those with a substance problem; of everyone it would be 3.8
        CHECK(everyone.per_mille("index", "blue_light") == 38);
        CHECK(everyone.of("index").count == 58'790);
    }

    TEST_CASE("2019: 38.1 per cent with a substance problem and 61.9 without") {
        const tables t{count_2019().everyone};
        std::uint64_t with = 0;
        for (const auto* token : {"substance_only", "substance_and_less_serious_mental",
                                  "substance_and_serious_mental"}) {
            with += t.count("category", token);
        }
        const auto all = t.of("category").count;
        CHECK((with * 1'000 + all / 2) / all == 381);
        CHECK(((all - with) * 1'000 + all / 2) / all == 619);
    }

    TEST_CASE("2015: a profile of 18 913 recipients with a substance problem") {
        constexpr int all = 18'913;
        tabulation counts{*shipped_pack()};
        for (int i = 0; i < all; ++i) {
            recipient person;
            person.category = category::substance_only;
            person.sex = i < 5'674 ? sex::female : sex::male;
            person.age = 42;
            for (const domain d : all_domains) {
                const int red = d == domain::housing    ? 1'702
                                : d == domain::activity ? 7'187
                                                        : 5'000;
                person.assessment.set(d, (i + 1'000) % all < red ? rating::red : rating::yellow);
            }
            counts.add(person);
        }
        const tables t{counts};
        CHECK(t.of("sex").count == all);
        CHECK(t.per_cent("sex", "female") == 30);
        CHECK(t.per_cent("sex", "male") == 70);
        CHECK(t.per_cent("domains", "housing", "red") == 9);
        CHECK(t.per_cent("domains", "activity", "red") == 38);
        CHECK(t.count("age_group", "35-44") == all);
        for (const auto& row : t.table("domains").rows) {
            CHECK((row.token == "activity" ||
                   t.count("domains", row.token, "red") < t.count("domains", "activity", "red")));
        }
    }
}

} // namespace published_figures_test
