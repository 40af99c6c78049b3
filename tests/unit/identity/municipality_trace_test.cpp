// What became of municipalities and where they came from.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <brukerplan/identity/municipality_trace.hpp>

namespace municipality_trace_test {

using namespace brukerplan;

date day(int year, unsigned month = 1, unsigned in_month = 1) {
    return *make_date(year, month, in_month);
}

using codes = std::vector<std::string_view>;

codes codes_of(const traced_municipalities& traced) {
    codes result;
    for (const traced_municipality& one : traced) {
        result.push_back(one.code);
    }
    return result;
}

codes traced(std::string_view code, date from, date to) {
    const auto trace = trace_municipality(code, from, to);
    REQUIRE(trace.has_value());
    return codes_of(trace->municipalities);
}

territory_relation basis_of(std::string_view code, date from, date to) {
    const auto trace = trace_municipality(code, from, to);
    REQUIRE(trace.has_value());
    return trace->basis;
}

// Every state the facts know: a year in which something changed, and the years around them.
constexpr int years[] = {2006, 2007, 2008, 2011, 2012, 2013, 2015, 2016,
                         2017, 2018, 2019, 2020, 2022, 2023, 2024, 2026};

// The slow twin of a trace forward: every municipality taken through every year.
std::set<std::string_view> followed_year_by_year(std::string_view code, int from, int to) {
    std::set<std::string_view> now{code};
    for (int year = from + 1; year <= to; ++year) {
        std::set<std::string_view> next;
        for (const std::string_view one : now) {
            bool changed = false;
            for (const auto& change : detail::places::municipality_changes) {
                if (change.year == year && change.before == one) {
                    next.insert(change.after);
                    changed = true;
                }
            }
            if (!changed) {
                next.insert(one);
            }
        }
        now = next;
    }
    return now;
}

TEST_SUITE("what became of a municipality") {
    TEST_CASE("chains of new numbers") {
        CHECK(traced("0101", day(2019), day(2020)) == codes{"3001"});
        CHECK(traced("0101", day(2019), day(2024)) == codes{"3101"});
        CHECK(traced("1902", day(2012), day(2021)) == codes{"5401"});
        CHECK(traced("1902", day(2012), day(2024)) == codes{"5501"});
        CHECK(traced("1601", day(2017), day(2018)) == codes{"5001"});
        CHECK(traced("0704", day(2018), day(2021)) == codes{"3803"});
        CHECK(traced("0704", day(2016), day(2024)) == codes{"3905"});
        CHECK(traced("1567", day(2018), day(2019)) == codes{"5061"}); // Rindal, to another county
        CHECK(basis_of("0101", day(2019), day(2024)) == territory_relation::recoded);
        CHECK(basis_of("1601", day(2017), day(2019)) == territory_relation::recoded);
    }

    TEST_CASE("the basis says how much changed") {
        using enum territory_relation;
        CHECK(basis_of("0301", day(2006), day(2026)) == unchanged);
        CHECK(basis_of("0301", day(2012), day(2012)) == unchanged);
        CHECK(basis_of("5001", day(2022), day(2023)) == renamed);
        CHECK(basis_of("5001", day(2023), day(2022)) == renamed);
        CHECK(basis_of("1534", day(2019), day(2020)) == merged);
        CHECK(basis_of("1507", day(2023), day(2024)) == split);
        // A parenthesis that comes and goes is no new name.
        CHECK(basis_of("0545", day(2010), day(2011)) == unchanged);
        CHECK(territory_relation_name(split) == "split");
        CHECK(territory_relation_name(unchanged) == "unchanged");
    }

    TEST_CASE("a split gives the set and never a guess") {
        CHECK(traced("0720", day(2016), day(2017)) == codes{"0704", "0710"});
        CHECK(traced("1850", day(2019), day(2020)) == codes{"1806", "1875"});
        CHECK(traced("5012", day(2019), day(2020)) == codes{"5055", "5056", "5059"});
        CHECK(traced("1507", day(2023), day(2024)) == codes{"1508", "1580"});
        for (const auto& [code, year] :
             {std::pair{"0720", 2017}, {"1850", 2020}, {"5012", 2020}, {"1507", 2024}}) {
            const auto trace = trace_municipality(code, day(year - 1), day(year));
            REQUIRE(trace.has_value());
            CHECK_FALSE(trace->determined());
            CHECK_FALSE(trace->shares_are_the_callers);
            for (const auto& one : trace->municipalities) {
                CHECK(one.relation == territory_relation::split);
                CHECK_FALSE(one.share.has_value());
            }
        }
    }

    TEST_CASE("a part that was merged and then split off again is not recognised") {
        CHECK(traced("1534", day(2019), day(2021)) == codes{"1507"});
        CHECK(traced("1534", day(2019), day(2024)) == codes{"1508", "1580"});
        const auto trace = trace_municipality("1534", day(2019), day(2024));
        CHECK(trace->basis == territory_relation::split);
        CHECK(trace->municipalities[0].merged_with_others);
        const auto plain = trace_municipality("1507", day(2023), day(2024));
        CHECK_FALSE(plain->municipalities[0].merged_with_others);
    }

    TEST_CASE("going back gives what it came from") {
        CHECK(traced("3101", day(2024), day(2019)) == codes{"0101"});
        CHECK(traced("1507", day(2021), day(2019)) ==
              codes{"1504", "1523", "1529", "1534", "1546"});
        CHECK(basis_of("1507", day(2021), day(2019)) == territory_relation::merged);
        CHECK(traced("1580", day(2024), day(2023)) == codes{"1507"});
        CHECK(basis_of("1580", day(2024), day(2023)) == territory_relation::split);
        const auto toensberg = trace_municipality("0704", day(2018), day(2016));
        REQUIRE(codes_of(toensberg->municipalities) == codes{"0704", "0720"});
        CHECK(toensberg->municipalities[0].relation == territory_relation::merged);
        CHECK(toensberg->municipalities[1].relation == territory_relation::split);
        CHECK(toensberg->municipalities[1].merged_with_others);
    }

    TEST_CASE("a merger into a code that stays is a change of territory") {
        CHECK(basis_of("1103", day(2019), day(2020)) == territory_relation::merged);
        CHECK(basis_of("5001", day(2019), day(2020)) == territory_relation::merged);
        CHECK(basis_of("0704", day(2016), day(2017)) == territory_relation::merged);
        CHECK(traced("1103", day(2020), day(2019)) == codes{"1103", "1141", "1142"});
        CHECK(traced("5001", day(2020), day(2019)) == codes{"5001", "5030"});
    }

    TEST_CASE("same territory needs more than the same code") {
        CHECK(same_territory("1103", day(2012), "1103", day(2019)).value());
        CHECK_FALSE(same_territory("1103", day(2019), "1103", day(2020)).value());
        CHECK_FALSE(same_territory("1103", day(2020), "1103", day(2019)).value());
        CHECK_FALSE(same_territory("5001", day(2019), "5001", day(2020)).value());
        CHECK_FALSE(same_territory("0704", day(2016), "0704", day(2017)).value());
        CHECK(same_territory("0101", day(2019), "3101", day(2024)).value());
        CHECK(same_territory("3101", day(2024), "0101", day(2019)).value());
        CHECK(same_territory("5001", day(2022), "5001", day(2023)).value());
        CHECK_FALSE(same_territory("0101", day(2019), "3103", day(2024)).value());
        CHECK_FALSE(same_territory("1507", day(2023), "1508", day(2024)).value());
        CHECK(same_territory("0101", day(2019), "0101", day(2020)).error() ==
              municipality_error::not_valid_on_date);
        CHECK(same_territory("0101", day(2020), "3101", day(2024)).error() ==
              municipality_error::not_valid_on_date);
        CHECK(same_territory("0301", day(2024), "0301", day(2005)).error() ==
              municipality_error::before_facts);
    }

    TEST_CASE("a trace starts from a code valid on a date within the facts") {
        CHECK(trace_municipality("0101", day(2020), day(2024)).error() ==
              municipality_error::not_valid_on_date);
        CHECK(trace_municipality("9001", day(2020), day(2024)).error() ==
              municipality_error::not_valid_on_date);
        CHECK(trace_municipality("0301", day(2005), day(2024)).error() ==
              municipality_error::before_facts);
        CHECK(trace_municipality("0301", day(2024), day(2005)).error() ==
              municipality_error::before_facts);
        CHECK(municipality_error_name(municipality_error::missing_weight) == "missing_weight");
    }

    TEST_CASE("dates after the facts are answered as if nothing had changed since") {
        CHECK(traced("0101", day(2019), day(9999)) == codes{"3101"});
        CHECK(traced("0101", day(2019), date::max()) == codes{"3101"});
        CHECK(traced("3101", date::max(), day(2019)) == codes{"0101"});
        CHECK(codes_of(suggest_municipality("0101", date::max()).municipalities) == codes{"3101"});
        CHECK(suggest_municipality("0101", date::min()).municipalities.empty());
    }

    TEST_CASE("a trace agrees with following every year") {
        for (const int from : years) {
            for (const int to : years) {
                if (to < from) {
                    continue;
                }
                for (const municipality& one : municipalities_on(day(from))) {
                    const codes found = traced(one.code, day(from), day(to));
                    const auto slow = followed_year_by_year(one.code, from, to);
                    if (found != codes(slow.begin(), slow.end())) {
                        CAPTURE(one.code);
                        CAPTURE(from);
                        CAPTURE(to);
                        CHECK(found == codes(slow.begin(), slow.end()));
                    }
                }
            }
        }
    }

    TEST_CASE("forward and back are inverse, cover every municipality, and give only valid codes") {
        for (const int from : years) {
            for (const int to : years) {
                using pair =
                    std::tuple<std::string_view, std::string_view, territory_relation, bool, bool>;
                std::set<pair> forward;
                std::set<pair> back;
                for (const municipality& one : municipalities_on(day(from))) {
                    const auto trace = trace_municipality(one.code, day(from), day(to));
                    for (const auto& two : trace->municipalities) {
                        forward.insert({one.code, two.code, two.relation, two.merged_with_others,
                                        two.share.has_value()});
                        if (!municipality_valid_on(two.code, day(to))) {
                            FAIL_CHECK(two.code);
                        }
                    }
                }
                std::set<std::string_view> reached;
                for (const municipality& two : municipalities_on(day(to))) {
                    const auto trace = trace_municipality(two.code, day(to), day(from));
                    for (const auto& one : trace->municipalities) {
                        back.insert({one.code, two.code, one.relation, one.merged_with_others,
                                     one.share.has_value()});
                        reached.insert(two.code);
                    }
                }
                CAPTURE(from);
                CAPTURE(to);
                CHECK((forward == back));
                CHECK(reached.size() == municipalities_on(day(to)).count());
            }
        }
    }
}

TEST_SUITE("shares by the caller's weights") {
    TEST_CASE("weights make shares that are marked as the caller's") {
        const split_weight weights[] = {{"1507", "1508", 300}, {"1507", "1580", 100}};
        const auto trace = trace_municipality("1534", day(2019), day(2024), weights);
        REQUIRE(trace.has_value());
        CHECK(trace->shares_are_the_callers);
        CHECK_FALSE(trace->determined()); // still the set, still a split
        CHECK(trace->municipalities[0].share == 0.75);
        CHECK(trace->municipalities[1].share == 0.25);
        const auto back = trace_municipality("1508", day(2024), day(2019), weights);
        REQUIRE(back.has_value());
        CHECK(back->municipalities.size() == 5);
        for (const auto& one : back->municipalities) {
            CHECK(one.share == 0.75);
        }
    }

    TEST_CASE("shares of a municipality are one together") {
        const split_weight weights[] = {
            {"5012", "5055", 0.35}, {"5012", "5056", 0.35}, {"5012", "5059", 0.30},
            {"0720", "0704", 2},    {"0720", "0710", 1},    {"1850", "1806", 0},
            {"1850", "1875", 5},    {"1507", "1508", 3},    {"1507", "1580", 1}};
        for (const int from : years) {
            for (const municipality& one : municipalities_on(day(from))) {
                const auto trace = trace_municipality(one.code, day(from), day(2026), weights);
                REQUIRE(trace.has_value());
                double sum = 0;
                for (const auto& part : trace->municipalities) {
                    sum += part.share.value();
                }
                CHECK(std::abs(sum - 1) < 1e-12);
                CHECK(trace->shares_are_the_callers == !trace->determined());
            }
        }
    }

    TEST_CASE("weights that do not cover a split, or are no weights, are refused") {
        const auto with = [](std::initializer_list<split_weight> weights) {
            return trace_municipality("1507", day(2023), day(2024),
                                      {weights.begin(), weights.size()});
        };
        CHECK(with({{"1507", "1508", 1}}).error() == municipality_error::missing_weight);
        CHECK(with({{"1507", "1508", -1}, {"1507", "1580", 2}}).error() ==
              municipality_error::invalid_weight);
        CHECK(with({{"1507", "1508", 0}, {"1507", "1580", 0}}).error() ==
              municipality_error::invalid_weight);
        const double inf = std::numeric_limits<double>::infinity();
        const double nan = std::numeric_limits<double>::quiet_NaN();
        CHECK(with({{"1507", "1508", inf}, {"1507", "1580", 1}}).error() ==
              municipality_error::invalid_weight);
        CHECK(with({{"1507", "1508", nan}, {"1507", "1580", 1}}).error() ==
              municipality_error::invalid_weight);
        const split_weight other[] = {{"1850", "1806", 1}};
        const auto not_needed = trace_municipality("0101", day(2019), day(2024), other);
        REQUIRE(not_needed.has_value());
        CHECK_FALSE(not_needed->shares_are_the_callers);
        CHECK(not_needed->municipalities.front().share == 1.0);
    }
}

TEST_SUITE("suggestions for a code that is not valid") {
    TEST_CASE("a code of the past became another") {
        const auto halden = suggest_municipality("0101", day(2021));
        CHECK(halden.validity == municipality_validity::no_longer_valid);
        CHECK(halden.boundary == day(2020));
        CHECK(codes_of(halden.municipalities) == codes{"3001"});
        CHECK(halden.municipalities.front().relation == territory_relation::recoded);
        CHECK(codes_of(suggest_municipality("0101", day(2024)).municipalities) == codes{"3101"});
        CHECK(codes_of(suggest_municipality("1507", day(2024)).municipalities) ==
              codes{"1508", "1580"});
        CHECK(codes_of(suggest_municipality("1154", day(2024)).municipalities) == codes{"1160"});
        CHECK(codes_of(suggest_municipality("1154", day(2006)).municipalities) == codes{"1160"});
    }

    TEST_CASE("a code of the future was another") {
        const auto halden = suggest_municipality("3101", day(2019));
        CHECK(halden.validity == municipality_validity::not_yet_valid);
        CHECK(halden.boundary == day(2024));
        CHECK(codes_of(halden.municipalities) == codes{"0101"});
        CHECK(codes_of(suggest_municipality("1507", day(2019)).municipalities).size() == 5);
    }

    TEST_CASE("a lost leading zero is named") {
        const auto oslo = suggest_municipality("301", day(2024));
        CHECK(oslo.validity == municipality_validity::malformed_code);
        CHECK(oslo.with_leading_zero == "0301");
        CHECK(codes_of(oslo.municipalities) == codes{"0301"});
        const auto halden = suggest_municipality("101", day(2024));
        CHECK(halden.with_leading_zero == "0101");
        CHECK(halden.boundary == day(2020));
        CHECK(codes_of(halden.municipalities) == codes{"3101"});
        CHECK(suggest_municipality("999", day(2024)).with_leading_zero.empty());
    }

    TEST_CASE("nothing is suggested where nothing is known") {
        for (const std::string_view code : {"", "x", "0302", "9001", "9999", "030101"}) {
            CAPTURE(code);
            CHECK(suggest_municipality(code, day(2024)).municipalities.empty());
        }
        CHECK(suggest_municipality("0301", day(2005)).municipalities.empty());
        CHECK(suggest_municipality("0301", day(2005)).validity ==
              municipality_validity::before_facts);
    }

    TEST_CASE("whatever known code is given, what is suggested is valid on the day") {
        for (const municipality& row : detail::places::municipalities) {
            for (const int year : years) {
                const auto suggestion = suggest_municipality(row.code, day(year));
                CHECK_FALSE(suggestion.municipalities.empty());
                for (const auto& one : suggestion.municipalities) {
                    CHECK(municipality_valid_on(one.code, day(year)));
                }
                CHECK(suggestion.boundary.has_value() ==
                      (suggestion.validity != municipality_validity::valid));
            }
        }
    }
}

} // namespace municipality_trace_test
