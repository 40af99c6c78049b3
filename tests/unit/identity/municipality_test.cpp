// Municipality codes and counties through time. Names are UTF-8 in octal escapes.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/identity/municipality.hpp>

namespace municipality_test {

using namespace brukerplan;

date day(int year, unsigned month = 1, unsigned in_month = 1) {
    return *make_date(year, month, in_month);
}

using codes = std::vector<std::string_view>;

template <class Range>
codes codes_in(const Range& rows) {
    codes result;
    for (const auto& row : rows) {
        result.push_back(row.code);
    }
    return result;
}

// Every state the facts know: a year in which something changed, and the years around them.
constexpr int years[] = {2006, 2007, 2008, 2011, 2012, 2013, 2015, 2016,
                         2017, 2018, 2019, 2020, 2022, 2023, 2024, 2026};

TEST_SUITE("the facts about municipalities") {
    TEST_CASE("a code's rows follow each other without overlap or gap, in order") {
        const auto& all = detail::places::municipalities;
        for (std::size_t i = 0; i < all.size(); ++i) {
            CAPTURE(all[i].code);
            CHECK(all[i].code.size() == 4);
            CHECK_FALSE(all[i].label.empty());
            CHECK((!all[i].valid_to || all[i].valid_from < *all[i].valid_to));
            if (i > 0 && all[i - 1].code == all[i].code) {
                CHECK(all[i - 1].valid_to == all[i].valid_from);
            } else if (i > 0) {
                CHECK(all[i - 1].code < all[i].code);
            }
        }
    }

    TEST_CASE("a change ends a row of the code before and starts one of the code after") {
        for (const auto& change : detail::places::municipality_changes) {
            CAPTURE(change.before);
            CAPTURE(change.after);
            const date when = day(change.year);
            const auto before = municipality_history(change.before);
            const auto after = municipality_history(change.after);
            CHECK(std::any_of(before.begin(), before.end(),
                              [&](const municipality& row) { return row.valid_to == when; }));
            CHECK(std::any_of(after.begin(), after.end(),
                              [&](const municipality& row) { return row.valid_from == when; }));
        }
    }

    TEST_CASE("every code that ended has a successor, and every new one a predecessor") {
        const auto& changes = detail::places::municipality_changes;
        for (const municipality& row : detail::places::municipalities) {
            CAPTURE(row.code);
            const auto history = municipality_history(row.code);
            if (&row == &history.back() && row.valid_to) {
                CHECK(std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
                    return change.before == row.code && day(change.year) == *row.valid_to;
                }));
            }
            if (&row == &history.front() && row.valid_from >= municipality_facts_from) {
                CHECK(std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
                    return change.after == row.code && day(change.year) == row.valid_from;
                }));
            }
        }
    }

    TEST_CASE("changes are in order of time, and no code takes part in a chain within one year") {
        const auto& changes = detail::places::municipality_changes;
        CHECK(std::is_sorted(changes.begin(), changes.end(),
                             [](const auto& a, const auto& b) { return a.year < b.year; }));
        for (const auto& first : changes) {
            for (const auto& second : changes) {
                // A code both after and before in one year kept itself with a new territory.
                if (first.year == second.year && first.after == second.before) {
                    const bool kept_itself =
                        std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
                            return change.year == first.year && change.before == first.after &&
                                   change.after == first.after;
                        });
                    CHECK(kept_itself);
                }
            }
        }
    }

    TEST_CASE("who takes in another municipality is a new code or is marked as a new territory") {
        for (const auto& change : detail::places::municipality_changes) {
            CAPTURE(change.after);
            const auto history = municipality_history(change.after);
            if (history.front().valid_from == day(change.year)) {
                continue;
            }
            const auto& changes = detail::places::municipality_changes;
            CHECK(std::any_of(changes.begin(), changes.end(), [&](const auto& other) {
                return other.year == change.year && other.before == change.after &&
                       other.after == change.after;
            }));
        }
    }

    TEST_CASE("the splits since 2006 are four") {
        std::map<std::pair<int, std::string_view>, codes> branches;
        for (const auto& change : detail::places::municipality_changes) {
            branches[{change.year, change.before}].push_back(change.after);
        }
        std::map<std::string_view, codes> splits;
        for (const auto& [key, after] : branches) {
            if (after.size() > 1) {
                splits[key.second] = after;
            }
        }
        CHECK(splits == std::map<std::string_view, codes>{{"0720", {"0704", "0710"}},
                                                          {"1850", {"1806", "1875"}},
                                                          {"5012", {"5055", "5056", "5059"}},
                                                          {"1507", {"1508", "1580"}}});
    }
}

TEST_SUITE("municipalities on a date") {
    TEST_CASE("their number") {
        const std::map<int, std::size_t> first_to_number = {
            {2006, 431}, {2007, 431}, {2008, 430}, {2009, 430}, {2010, 430}, {2011, 430},
            {2012, 429}, {2013, 428}, {2014, 428}, {2015, 428}, {2016, 428}, {2017, 426},
            {2018, 422}, {2019, 422}, {2020, 356}, {2021, 356}, {2022, 356}, {2023, 356},
            {2024, 357}, {2025, 357}, {2026, 357}};
        for (const auto& [year, number] : first_to_number) {
            CAPTURE(year);
            CHECK(municipalities_on(day(year)).count() == number);
            CHECK(municipalities_on(day(year, 12, 31)).count() == number);
        }
        CHECK(municipalities_on(day(2017, 6, 1)).count() == 426);
        CHECK(municipalities_on(day(2005, 12, 31)).empty());
    }

    TEST_CASE("the last day of a code is the day before the change") {
        CHECK(municipality_valid_on("0101", day(2019, 12, 31)));
        CHECK_FALSE(municipality_valid_on("0101", day(2020)));
        CHECK_FALSE(municipality_valid_on("3001", day(2019, 12, 31)));
        CHECK(municipality_valid_on("3001", day(2020)));
        CHECK(municipality_valid_on("3001", day(2023, 12, 31)));
        CHECK_FALSE(municipality_valid_on("3001", day(2024)));
    }

    TEST_CASE("why a code is not valid has a name") {
        using enum municipality_validity;
        CHECK(municipality_validity_on("0301", day(2024)) == valid);
        CHECK(municipality_validity_on("3101", day(2022)) == not_yet_valid);
        CHECK(municipality_validity_on("0101", day(2022)) == no_longer_valid);
        CHECK(municipality_validity_on("0302", day(2022)) == unknown_code);
        CHECK(municipality_validity_on(municipality_not_stated, day(2022)) == unknown_code);
        CHECK(municipality_validity_on("9001", day(2022)) == fictional_code);
        CHECK(municipality_validity_on("0301", day(2005, 12, 31)) == before_facts);
        for (const std::string_view text :
             {"", "301", "00301", "030a", " 301", "0301 ", "+301", "-301", "0.30"}) {
            CAPTURE(text);
            CHECK(municipality_validity_on(text, day(2022)) == malformed_code);
            CHECK_FALSE(municipality_valid_on(text, day(2022)));
        }
        CHECK(municipality_validity_on(std::string_view("03\0"
                                                        "1",
                                                        4),
                                       day(2022)) == malformed_code);
        CHECK(municipality_validity_name(before_facts) == "before_facts");
        CHECK(municipality_validity_name(valid) == "valid");
    }

    TEST_CASE("a code is known whatever the date") {
        CHECK(municipality_known("0101"));
        CHECK(municipality_known("1154")); // until 2006
        CHECK_FALSE(municipality_known("101"));
        CHECK_FALSE(municipality_known("9001"));
        CHECK_FALSE(municipality_known("2100")); // Svalbard has no municipality
    }

    TEST_CASE("fictional municipalities are 9001 to 9998 and never valid") {
        CHECK(is_fictional_municipality("9001"));
        CHECK(is_fictional_municipality("9998"));
        CHECK_FALSE(is_fictional_municipality("9000"));
        CHECK_FALSE(is_fictional_municipality("9999"));
        CHECK_FALSE(is_fictional_municipality("900"));
        CHECK_FALSE(is_fictional_municipality("90010"));
        CHECK_FALSE(is_fictional_municipality("90a1"));
        CHECK_FALSE(municipality_valid_on("9001", day(2024)));
        for (const municipality& row : detail::places::municipalities) {
            CHECK_FALSE(is_fictional_municipality(row.code));
        }
    }

    TEST_CASE("a municipality is found with its label and dates") {
        const municipality* trondheim = find_municipality("5001", day(2023, 6, 1));
        REQUIRE(trondheim != nullptr);
        CHECK(trondheim->label == "Trondheim - Tr\303\245ante");
        CHECK(trondheim->valid_from == day(2023));
        CHECK_FALSE(trondheim->valid_to.has_value());
        CHECK(municipality_history("5001").size() == 3);
        CHECK(municipality_history("no").empty());
    }

    TEST_CASE("the list is that of all valid codes, in order") {
        for (const int year : years) {
            const codes listed = codes_in(municipalities_on(day(year)));
            codes slow;
            for (int number = 0; number <= 9999; ++number) {
                std::string code = std::to_string(number);
                code.insert(0, 4 - code.size(), '0');
                if (const municipality* found = find_municipality(code, day(year))) {
                    slow.push_back(found->code);
                }
            }
            CHECK(listed == slow);
        }
    }

    TEST_CASE("answers can be constant expressions") {
        static_assert(municipality_valid_on("0301", date{std::chrono::days{20000}}));
        static_assert(municipalities_on(date{std::chrono::days{20000}}).count() == 357);
        constexpr auto trace = trace_municipality("0101", date{std::chrono::days{15000}},
                                                  date{std::chrono::days{20000}});
        static_assert(trace->municipalities.front().code == "3101");
        static_assert(std::forward_iterator<decltype(municipalities_on(date{}).begin())>);
    }
}

TEST_SUITE("counties") {
    TEST_CASE("the fifteen of 2024 and their numbers of municipalities") {
        const std::map<std::string_view, std::size_t> expected_numbers = {
            {"03", 1},  {"11", 23}, {"15", 27}, {"18", 41}, {"31", 12},
            {"32", 21}, {"33", 18}, {"34", 46}, {"39", 6},  {"40", 17},
            {"42", 25}, {"46", 43}, {"50", 38}, {"55", 21}, {"56", 18}};
        std::map<std::string_view, std::size_t> numbers;
        for (const county& one : counties_on(day(2024))) {
            numbers[one.code] = municipalities_of_county(one.code, day(2024)).count();
        }
        CHECK(numbers == expected_numbers);
    }

    TEST_CASE("their number is 19, 18, 11 and 15") {
        CHECK(counties_on(day(2006)).count() == 19);
        CHECK(counties_on(day(2017, 12, 31)).count() == 19);
        CHECK(counties_on(day(2018)).count() == 18);
        CHECK(counties_on(day(2020)).count() == 11);
        CHECK(counties_on(day(2024)).count() == 15);
        CHECK(counties_on(day(2005)).empty());
    }

    TEST_CASE("every municipality lies in a county at every time") {
        for (const int year : years) {
            std::size_t in_counties = 0;
            for (const county& one : counties_on(day(year))) {
                in_counties += municipalities_of_county(one.code, day(year)).count();
            }
            CHECK(in_counties == municipalities_on(day(year)).count());
            for (const municipality& one : municipalities_on(day(year))) {
                const county* own = county_of_municipality(one.code, day(year));
                REQUIRE(own != nullptr);
                CHECK(one.code.starts_with(own->code));
            }
        }
    }

    TEST_CASE("the county is that of the code at the time") {
        CHECK(county_of_municipality("1567", day(2018))->code == "15"); // Rindal
        CHECK(county_of_municipality("1567", day(2019)) == nullptr);
        CHECK(county_of_municipality("5061", day(2019))->name == "Tr\303\270ndelag");
        CHECK(county_of_municipality("0101", day(2019))->name == "\303\230stfold");
        CHECK(county_of_municipality("3001", day(2020))->name == "Viken");
        CHECK(county_of_municipality("3101", day(2024))->name == "\303\230stfold");
        CHECK(county_of_municipality("9001", day(2024)) == nullptr);
    }

    TEST_CASE("four have a label in several languages") {
        codes multilingual;
        for (const county& one : counties_on(day(2025))) {
            if (!one.multilingual_label.empty()) {
                multilingual.push_back(one.code);
                CHECK(one.multilingual_label.starts_with(one.name));
            }
        }
        CHECK(multilingual == codes{"18", "50", "55", "56"});
        CHECK(find_county("55", day(2025))->multilingual_label == "Troms - Romsa - Tromssa");
        CHECK(county_valid_on("54", day(2023)));
        CHECK_FALSE(county_valid_on("54", day(2024)));
        CHECK_FALSE(county_valid_on("5", day(2024)));
        CHECK_FALSE(county_valid_on("", day(2024)));
        CHECK(municipalities_of_county("", day(2024)).empty());
        CHECK(municipalities_of_county("5", day(2024)).empty());
        CHECK(municipalities_of_county("54", day(2024)).empty());
    }
}

} // namespace municipality_test
