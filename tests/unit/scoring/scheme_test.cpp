#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <brukerplan/scoring/scheme.hpp>

#include "reference/scheme_reference.hpp"
#include "unit/scoring/scheme_twins.hpp"

namespace scheme_test {

using namespace brukerplan;
using scoring_test::agrees;
using scoring_test::scheme_maker;
using scoring_test::shipped;

const scheme& sum16() {
    return shipped("sum16/1");
}
const scheme& rule1() {
    return shipped("rule/1");
}

/// How many assessments a compiled scheme scores as the slow reference does.
std::size_t agreeing(const scheme& compiled, const reference::scheme& slow) {
    return static_cast<std::size_t>(
        std::count_if(all_assessments.begin(), all_assessments.end(), [&](assessment a) {
            return agrees(compiled(a),
                          reference::score(slow, reference::numbers_of_code(a.code())));
        }));
}

/// An assessment with so many points under sum16/1: red domains first, then at most one yellow.
assessment with_points(int points) {
    assessment a;
    for (const domain d : all_domains) {
        const int taken = std::min(points, 2);
        a.set(d, taken == 2 ? rating::red : taken == 1 ? rating::yellow : rating::green);
        points -= taken;
    }
    return a;
}

/// Green but for the domains named, which are red.
assessment red_in(std::initializer_list<domain> domains) {
    auto a = with_points(0);
    for (const auto d : domains) {
        a.set(d, rating::red);
    }
    return a;
}

TEST_SUITE("scoring: schemes") {

    TEST_CASE("the shipped schemes agree with a slow reference for all 65 536 assessments") {
        CHECK(agreeing(sum16(), reference::sum16()) == assessment::space);
        CHECK(agreeing(rule1(), reference::rule1()) == assessment::space);
    }

    TEST_CASE("a hundred random schemes - sums, rules and both, scaled or not - agree with it") {
        scheme_maker make{6};
        for (int i = 0; i < 100; ++i) {
            const auto [definition, slow] = make.make();
            CHECK(agreeing(scheme{definition}, slow) == assessment::space);
        }
    }

    TEST_CASE("a compiled scheme is its definition worked out on the spot") {
        scheme_maker make{7};
        for (int i = 0; i < 20; ++i) {
            const auto definition = make.make().definition;
            const scheme compiled{definition};
            CHECK(std::all_of(all_assessments.begin(), all_assessments.end(), [&](assessment a) {
                return score_by_definition(definition, a) == compiled(a);
            }));
        }
    }

    TEST_CASE("the classes of sum16/1 begin at 0, 5, 9 and 13 points") {
        constexpr index_class by_points[] = {
            index_class::green,      index_class::green,      index_class::green,
            index_class::green,      index_class::green,      index_class::yellow,
            index_class::yellow,     index_class::yellow,     index_class::yellow,
            index_class::red,        index_class::red,        index_class::red,
            index_class::red,        index_class::blue_light, index_class::blue_light,
            index_class::blue_light, index_class::blue_light};
        for (int points = 0; points <= 16; ++points) {
            const auto s = sum16()(with_points(points));
            CHECK(s.points == points);
            CHECK(s.result == by_points[points]);
            CHECK(s.reason == no_class_reason::none);
        }
    }

    TEST_CASE("rule/1 gives blue light by its rule alone, and the sum never more than red") {
        using enum domain;
        CHECK(rule1()(red_in({activity, mental_health, social_functioning})).result ==
              index_class::blue_light);
        CHECK(rule1()(red_in({activity, substance_use, social_functioning})).result ==
              index_class::blue_light);
        CHECK(rule1()(red_in({activity, mental_health, substance_use})).result ==
              index_class::yellow);
        CHECK(rule1()(red_in({mental_health, substance_use, social_functioning})).result ==
              index_class::yellow);
        const auto all_but_activity = with_points(16).with(activity, rating::yellow);
        CHECK(rule1()(all_but_activity).points == 15);
        CHECK(rule1()(all_but_activity).result == index_class::red);
        CHECK(sum16()(all_but_activity).result == index_class::blue_light);
    }

    TEST_CASE("with a domain not assessed there is no class, and a reason") {
        for (const auto* by : {&sum16(), &rule1()}) {
            for (const domain d : all_domains) {
                const auto s = (*by)(with_points(16).with(d, rating::not_assessed));
                CHECK_FALSE(s.has_class());
                CHECK(s.reason == no_class_reason::too_few_assessed);
                CHECK(s.answered == 7);
                CHECK(s.points == 0);
            }
            const auto empty = (*by)(assessment{});
            CHECK_FALSE(empty.has_class());
            CHECK(empty.reason == no_class_reason::nothing_assessed);
            CHECK(empty.answered == 0);
        }
    }

    TEST_CASE("a worse colour never gives a better class under a shipped scheme") {
        for (const auto* by : {&sum16(), &rule1()}) {
            bool monotone = true;
            for (const assessment a : all_assessments) {
                for (const domain d : all_domains) {
                    monotone =
                        monotone && (!a.complete() || (*by)(a.with(d, rating::green)).result <=
                                                          (*by)(a.with(d, rating::red)).result);
                }
            }
            CHECK(monotone);
        }
    }

    TEST_CASE("points are scaled to eight domains and rounded down, so they reach what they are") {
        scheme_definition definition;
        definition.points = weighted_points({0, 0, 1, 2});
        definition.classes = {{index_class::green, 0}, {index_class::red, 9}};
        definition.prorate_from = 6;
        const scheme by{definition};
        const auto seven = [](int points) {
            return with_points(points).with(domain::network, rating::not_assessed);
        };
        CHECK(by(seven(7)).points == 8); // exactly 8
        CHECK(by(seven(8)).points == 9); // 9 1/7
        CHECK(by(seven(8)).result == index_class::red);
        CHECK(by(seven(7).with(domain::social_functioning, rating::not_assessed)).points == 9);
        CHECK(by(with_points(8)).points == 8); // all eight are never scaled
        CHECK(by(seven(8)).answered == 7);
        auto five = seven(8);
        five.set(domain::social_functioning, rating::not_assessed);
        five.set(domain::substance_use, rating::not_assessed);
        CHECK(by(five).reason == no_class_reason::too_few_assessed);
        CHECK(prorated(-1, 7) == -2); // -1 1/7: down, not towards nought
        CHECK(prorated(-7, 7) == -8);
    }

    TEST_CASE("who is not placed has no class and a reason, unless the scheme says more") {
        scheme_definition sum;
        sum.points = weighted_points({0, 0, 1, 2});
        sum.classes = {{index_class::red, 3}};
        CHECK(score_by_definition(sum, with_points(2)).reason == no_class_reason::below_classes);
        CHECK(score_by_definition(sum, with_points(3)).result == index_class::red);
        sum.otherwise = index_class::green;
        CHECK(score_by_definition(sum, with_points(2)).result == index_class::green);
        CHECK(score_by_definition(sum, with_points(2)).points == 2);
        scheme_definition rules;
        rules.rules = {{colour_condition::colour(domain::housing, rating::red), index_class::red}};
        CHECK(score_by_definition(rules, with_points(0)).reason == no_class_reason::no_rule_holds);
        CHECK(score_by_definition(rules, red_in({domain::housing})).result == index_class::red);
    }

    TEST_CASE("a compiled scheme keeps its name and what it says") {
        CHECK(sum16().id() == "sum16/1");
        CHECK(rule1().definition().rules.size() == 1);
        CHECK(rule1().definition().ground == ground::ours);
        CHECK(sum16().short_table() != nullptr);
    }

    TEST_CASE("the tokens of classes and reasons are frozen") {
        CHECK(token_of(index_class::none) == "none");
        CHECK(token_of(index_class::green) == "green");
        CHECK(token_of(index_class::yellow) == "yellow");
        CHECK(token_of(index_class::red) == "red");
        CHECK(token_of(index_class::blue_light) == "blue_light");
        CHECK(token_of(no_class_reason::nothing_assessed) == "nothing_assessed");
        CHECK(token_of(no_class_reason::too_few_assessed) == "too_few_assessed");
        CHECK(token_of(no_class_reason::below_classes) == "below_classes");
        CHECK(token_of(no_class_reason::unreadable) == "unreadable");
        CHECK(token_of(no_class_reason::no_rule_holds) == "no_rule_holds");
    }
}

} // namespace scheme_test
