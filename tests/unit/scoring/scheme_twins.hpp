// Random schemes, each in the words of the library and in those of the slow reference.
#pragma once

#include <random>
#include <string>
#include <utility>

#include <brukerplan/scoring/scheme.hpp>

#include "reference/scheme_reference.hpp"
#include "unit/shipped_pack.hpp"

namespace scoring_test {

using namespace brukerplan;

inline const scheme& shipped(std::string_view id) {
    static const scheme sum16{*shipped_pack()->find_scheme("sum16/1")};
    static const scheme rule1{*shipped_pack()->find_scheme("rule/1")};
    return id == "rule/1" ? rule1 : sum16;
}

inline bool agrees(const score& s, const reference::result& expected) {
    return s.answered == expected.answered && s.points == expected.points &&
           token_of(s.result) == expected.index_class && token_of(s.reason) == expected.reason &&
           s.has_class() == (expected.index_class != "none");
}

struct twin_schemes {
    scheme_definition definition;
    reference::scheme slow;
};

class scheme_maker {
public:
    explicit scheme_maker(unsigned seed) : random_(seed) {}

    /// A sum, rules, or both; scaled or not. What it says need not make sense.
    twin_schemes make() {
        twin_schemes twins;
        const int kind = between(0, 2);
        if (kind != 0) {
            add_rules(twins);
        }
        if (kind != 1) {
            add_sum(twins);
        }
        if (between(0, 2) == 0) {
            const auto rest = static_cast<index_class>(between(0, 4));
            twins.definition.otherwise = rest;
            twins.slow.rest = token_of(rest);
        }
        twins.slow.least_assessed = twins.definition.minimum_assessed = between(0, 8);
        if (kind != 1 && twins.slow.least_assessed > 1 && between(0, 1) == 0) {
            twins.slow.scaled_from = twins.definition.prorate_from =
                between(1, twins.slow.least_assessed - 1);
        }
        return twins;
    }

    int between(int low, int high) {
        return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1));
    }

private:
    std::pair<colour_condition, reference::statement> make_condition(int depth) {
        if (depth == 0 || between(0, 2) == 0) {
            const int domain_number = between(0, 7);
            const int colour = between(1, 3);
            return {colour_condition::colour(static_cast<domain>(domain_number),
                                             static_cast<rating>(colour)),
                    {domain_number, colour, 0, {}}};
        }
        std::vector<colour_condition> of;
        reference::statement slow;
        const int parts = between(1, 4);
        for (int i = 0; i < parts; ++i) {
            auto [one, slow_one] = make_condition(depth - 1);
            of.push_back(std::move(one));
            slow.parts.push_back(std::move(slow_one));
        }
        slow.least = between(1, parts);
        return {colour_condition::some(slow.least, std::move(of)), std::move(slow)};
    }

    void add_rules(twin_schemes& twins) {
        const int rules = between(1, 5);
        for (int i = 0; i < rules; ++i) {
            auto [when, slow_when] = make_condition(3);
            const auto result = static_cast<index_class>(between(1, 4));
            twins.definition.rules.push_back({std::move(when), result});
            twins.slow.rules.emplace_back(std::move(slow_when), token_of(result));
        }
    }

    void add_sum(twin_schemes& twins) {
        const bool large = between(0, 3) == 0;
        for (std::size_t d = 0; d < domain_count; ++d) {
            for (std::size_t colour = 0; colour < 3; ++colour) {
                const int points = large ? between(-1000, 1000) : between(-1, 4);
                twins.definition.points[d][colour + 1] = points;
                twins.slow.points[d][colour] = points;
            }
        }
        int from = large ? between(-3000, 0) : between(-4, 8);
        for (const auto c :
             {index_class::green, index_class::yellow, index_class::red, index_class::blue_light}) {
            if (c == index_class::green || between(0, 3) > 0) {
                twins.definition.classes.push_back({c, from});
                twins.slow.classes.emplace_back(from, token_of(c));
            }
            from += between(1, large ? 1500 : 8);
        }
        if (between(0, 3) == 0) {
            twins.definition.cap = index_class::yellow;
            twins.slow.cap = "yellow";
        }
    }

    std::mt19937 random_;
};

} // namespace scoring_test
