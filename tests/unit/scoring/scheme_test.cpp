#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <brukerplan/scoring/scheme.hpp>

#include "reference/scheme_reference.hpp"
#include "unit/shipped_pack.hpp"

namespace {

using namespace brukerplan;

const scheme& sum16() {
    static const scheme compiled{*shipped_pack()->find_scheme("sum16/1")};
    return compiled;
}

reference::eight_numbers numbers_of(assessment a) {
    reference::eight_numbers result{};
    unsigned code = a.code();
    for (auto& number : result) {
        number = static_cast<int>(code % 4);
        code /= 4;
    }
    return result;
}

bool agrees(const score& s, const reference::result& expected) {
    return s.answered == expected.answered && s.points == expected.points &&
           token_of(s.result) == expected.index_class && token_of(s.reason) == expected.reason &&
           s.has_class() == (expected.index_class != "none");
}

/// One scheme in the words of the library and in those of the reference.
struct twin_schemes {
    scheme_definition definition;
    reference::scheme reference;
};

twin_schemes random_schemes(std::mt19937& random) {
    const auto between = [&](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    };
    twin_schemes twins;
    auto& [definition, slow] = twins;
    slow.green = between(-2, 2);
    slow.yellow = between(0, 5);
    slow.red = between(0, 1000);
    definition.points = {0, slow.green, slow.yellow, slow.red};
    for (std::size_t i = 0; i < domain_count; ++i) {
        slow.weights[i] = between(-1, 3);
        definition.weights[i] = slow.weights[i];
    }
    slow.least_assessed = between(0, 8);
    definition.minimum_assessed = slow.least_assessed;
    int from = between(-20, 20);
    for (const auto c :
         {index_class::green, index_class::yellow, index_class::red, index_class::blue_light}) {
        if (c == index_class::green || between(0, 3) > 0) {
            definition.classes.push_back({c, from});
            slow.classes.emplace_back(from, token_of(c));
        }
        from += between(1, 30);
    }
    return twins;
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

TEST_SUITE("scoring: schemes") {

    TEST_CASE("sum16/1 agrees with a slow reference for all 65 536 assessments") {
        const auto slow = reference::sum16();
        std::size_t agreeing = 0;
        for (const assessment a : all_assessments) {
            agreeing += agrees(sum16()(a), reference::score(slow, numbers_of(a))) ? 1 : 0;
        }
        CHECK(agreeing == assessment::space);
    }

    TEST_CASE("any scheme compiled to a table is its definition for all 65 536 assessments") {
        std::mt19937 random{6};
        for (int i = 0; i < 3; ++i) {
            const auto [definition, slow] = random_schemes(random);
            const scheme compiled{definition};
            std::size_t agreeing = 0;
            for (const assessment a : all_assessments) {
                agreeing += agrees(compiled(a), reference::score(slow, numbers_of(a))) ? 1 : 0;
            }
            CHECK(agreeing == assessment::space);
        }
    }

    TEST_CASE("fifty random schemes agree with the reference for assessments of every kind") {
        std::mt19937 random{7};
        for (int i = 0; i < 50; ++i) {
            const auto [definition, slow] = random_schemes(random);
            std::size_t agreeing = 0;
            std::size_t tried = 0;
            for (std::size_t code = random() % 37; code < assessment::space; code += 37) {
                const assessment a{static_cast<std::uint16_t>(code)};
                ++tried;
                agreeing += agrees(score_by_definition(definition, a),
                                   reference::score(slow, numbers_of(a)))
                                ? 1
                                : 0;
            }
            CHECK(agreeing == tried);
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

    TEST_CASE("with a domain not assessed there is no class, and a reason") {
        for (const domain d : all_domains) {
            const auto s = sum16()(with_points(16).with(d, rating::not_assessed));
            CHECK_FALSE(s.has_class());
            CHECK(s.reason == no_class_reason::too_few_assessed);
            CHECK(s.answered == 7);
            CHECK(s.points == 0);
        }
        const auto empty = sum16()(assessment{});
        CHECK_FALSE(empty.has_class());
        CHECK(empty.reason == no_class_reason::nothing_assessed);
        CHECK(empty.answered == 0);
    }

    TEST_CASE("one domain from green to red never makes the class better") {
        bool monotone = true;
        for (const assessment a : all_assessments) {
            if (!a.complete()) {
                continue;
            }
            for (const domain d : all_domains) {
                monotone = monotone && sum16()(a.with(d, rating::green)).result <=
                                           sum16()(a.with(d, rating::red)).result;
            }
        }
        CHECK(monotone);
    }

    TEST_CASE("a scheme of one class below the least sum has none for some") {
        scheme_definition definition;
        definition.points = {0, 0, 1, 2};
        definition.classes = {{index_class::red, 3}};
        definition.minimum_assessed = 0;
        CHECK(score_by_definition(definition, with_points(2)).reason ==
              no_class_reason::below_classes);
        CHECK(score_by_definition(definition, with_points(3)).result == index_class::red);
    }

    TEST_CASE("a compiled scheme keeps its name and version") {
        CHECK(sum16().id() == "sum16/1");
    }

    TEST_CASE("the tokens of the index classes are frozen") {
        CHECK(token_of(index_class::none) == "none");
        CHECK(token_of(index_class::green) == "green");
        CHECK(token_of(index_class::yellow) == "yellow");
        CHECK(token_of(index_class::red) == "red");
        CHECK(token_of(index_class::blue_light) == "blue_light");
    }
}

} // namespace
