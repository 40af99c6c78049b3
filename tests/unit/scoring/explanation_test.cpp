#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <tuple>
#include <vector>

#include <brukerplan/scoring/explanation.hpp>

#include "unit/scoring/scheme_twins.hpp"

namespace explanation_test {

using namespace brukerplan;
using scoring_test::scheme_maker;
using scoring_test::shipped;

/// How good a set of changes is, by the words of the definition: the smaller, the better.
using cost = std::tuple<int, int, int, std::vector<int>, std::vector<int>>;

/// Whether colours of assessed domains have changed in one direction alone.
bool one_way(assessment from, assessment to, int towards) {
    return std::all_of(all_domains.begin(), all_domains.end(), [&](domain d) {
        const int step = static_cast<int>(to[d]) - static_cast<int>(from[d]);
        const bool both_assessed = from[d] != rating::not_assessed && to[d] != rating::not_assessed;
        return step == 0 || (both_assessed && step * towards > 0);
    });
}

/// Tries every one of the 65 536 assessments. Gives none where no class is nearer.
std::optional<cost> cheapest(const scheme& by, assessment from, int towards) {
    std::optional<cost> best;
    for (const assessment to : all_assessments) {
        const int distance =
            towards * (static_cast<int>(by(to).result) - static_cast<int>(by(from).result));
        if (distance <= 0 || !by(to).has_class() || !one_way(from, to, towards)) {
            continue;
        }
        int all_steps = 0;
        std::vector<int> places;
        std::vector<int> steps;
        for (const domain d : all_domains) {
            const int step = std::abs(static_cast<int>(to[d]) - static_cast<int>(from[d]));
            all_steps += step;
            if (step != 0) {
                places.push_back(static_cast<int>(d));
                steps.push_back(-step);
            }
        }
        const cost c{distance, static_cast<int>(places.size()), all_steps, places, steps};
        if (!best || c < *best) {
            best = c;
        }
    }
    return best;
}

std::optional<cost> cost_of(const std::optional<class_change>& change, const scheme& by,
                            assessment from) {
    if (!change) {
        return std::nullopt;
    }
    int all_steps = 0;
    std::vector<int> places;
    std::vector<int> steps;
    auto to = from;
    for (const auto& c : change->changes) {
        REQUIRE(from[c.domain] == c.from);
        to.set(c.domain, c.to);
        const int step = std::abs(static_cast<int>(c.to) - static_cast<int>(c.from));
        all_steps += step;
        places.push_back(static_cast<int>(c.domain));
        steps.push_back(-step);
    }
    REQUIRE(by(to) == change->result);
    return cost{
        std::abs(static_cast<int>(change->result.result) - static_cast<int>(by(from).result)),
        static_cast<int>(change->changes.size()), all_steps, places, steps};
}

std::string text_of(const scheme& by, assessment a, std::string_view language) {
    std::string text;
    for (const auto& sentence : in_words(explain(by, a), by, language)) {
        text += sentence + "\n";
    }
    return text;
}

assessment from_colours(std::string_view colours) {
    assessment a;
    for (const domain d : all_domains) {
        const auto at = std::string_view{"-gyr"}.find(colours[static_cast<std::size_t>(d)]);
        a.set(d, static_cast<rating>(at));
    }
    return a;
}

TEST_SUITE("scoring: explanations") {

    TEST_CASE("no smaller change leads to the next class, tried against every assessment") {
        for (const auto* id : {"sum16/1", "rule/1"}) {
            const auto& by = shipped(id);
            int tried = 0;
            for (std::size_t code = 0; code < assessment::space; ++code) {
                const assessment a{static_cast<std::uint16_t>(code)};
                if (!by(a).has_class() || tried++ % 61 != 0) {
                    continue;
                }
                const auto e = explain(by, a);
                REQUIRE(cost_of(e.better, by, a) == cheapest(by, a, -1));
                REQUIRE(cost_of(e.worse, by, a) == cheapest(by, a, 1));
            }
            CHECK(tried == 6561);
        }
    }

    TEST_CASE("for all 6 561 complete assessments no smaller change leads to the next class" *
              doctest::skip()) {
        for (const auto* id : {"sum16/1", "rule/1"}) {
            for (const assessment a : all_assessments) {
                if (a.complete()) {
                    const auto e = explain(shipped(id), a);
                    REQUIRE(cost_of(e.better, shipped(id), a) == cheapest(shipped(id), a, -1));
                    REQUIRE(cost_of(e.worse, shipped(id), a) == cheapest(shipped(id), a, 1));
                }
            }
        }
    }

    TEST_CASE("the smallest changes under random schemes, with domains that are not assessed") {
        scheme_maker make{41};
        for (int i = 0; i < 40; ++i) {
            const scheme by{make.make().definition};
            const assessment a{static_cast<std::uint16_t>(make.between(0, 65535))};
            const auto e = explain(by, a);
            CHECK(e.score == by(a));
            if (by(a).has_class()) {
                CHECK(cost_of(e.better, by, a) == cheapest(by, a, -1));
                CHECK(cost_of(e.worse, by, a) == cheapest(by, a, 1));
            } else {
                CHECK_FALSE(e.better.has_value());
                CHECK_FALSE(e.worse.has_value());
            }
        }
    }

    TEST_CASE("the points of the domains add up to the sum, and each is compared with green") {
        scheme_maker make{42};
        for (int i = 0; i < 200; ++i) {
            const scheme by{make.make().definition};
            const assessment a{static_cast<std::uint16_t>(make.between(0, 65535))};
            auto all_green = a;
            std::int32_t added = 0;
            const auto e = explain(by, a);
            for (const auto& effect : e.effects) {
                CHECK(effect.rated == a[effect.domain]);
                CHECK(effect.class_if_green == by(a.with(effect.domain, rating::green)).result);
                all_green.set(effect.domain, rating::green);
                added += effect.points;
            }
            CHECK(static_cast<int>(e.effects.size()) == a.assessed());
            const auto& points = by.definition().points;
            CHECK(added == sum_of_points(points, a) - sum_of_points(points, all_green));
        }
    }

    TEST_CASE("what decided is told: the rule, the points, the cap") {
        const auto by_rule = explain(shipped("rule/1"), from_colours("grggrgrg"));
        CHECK(by_rule.decided == decision{decision::basis::rule, 0});
        const auto capped = explain(shipped("rule/1"), from_colours("ryrrrrrr"));
        CHECK(capped.decided == decision{decision::basis::cap, 3});
        CHECK(capped.score.result == index_class::red);
        const auto few = explain(shipped("rule/1"), from_colours("ryrrrrr-"));
        CHECK(few.decided.by == decision::basis::too_few);
        CHECK(few.effects.size() == 7);
        const auto points = explain(shipped("sum16/1"), from_colours("rryyyggg"));
        CHECK(points.decided == decision{decision::basis::points, 1});
        CHECK(points.better->changes.size() == 2);
    }

    TEST_CASE("the words are Norwegian and English, and say the same") {
        const auto a = from_colours("grygrgry");
        const auto& by = shipped("rule/1");
        CHECK(text_of(by, a, "nb") ==
              "Levek\xC3\xA5rsindeks: bl\xC3\xA5lys, etter poengordningen rule/1 (poeng: 8).\n"
              "Regel 1 i poengordningen avgj\xC3\xB8r klassen.\n"
              "Bidrag fra omr\xC3\xA5"
              "dene, sammenlignet med gr\xC3\xB8nn: meningsfull aktivitet r\xC3\xB8"
              "d (+2 poeng), \xC3\xB8konomi gul (+1 poeng), psykisk helse r\xC3\xB8"
              "d (+2 poeng), sosial fungering r\xC3\xB8"
              "d (+2 poeng) og nettverk gul (+1 poeng).\n"
              "Klassen ville v\xC3\xA6rt en annen dersom ett av disse omr\xC3\xA5"
              "dene var gr\xC3\xB8nt: meningsfull aktivitet (gul), psykisk helse (gul) og sosial "
              "fungering (gul).\n"
              "Minste endring til en bedre klasse (gul): meningsfull aktivitet fra r\xC3\xB8"
              "d til gul.\n"
              "Ingen d\xC3\xA5rligere farge gir en d\xC3\xA5rligere klasse.\n");
        const auto english = text_of(by, a, "en");
        CHECK(english.find(
                  "Living-conditions index: blue light, by the scheme rule/1 (points: 8).") == 0);
        CHECK(english.find("Smallest change to a better class (yellow): meaningful activity from "
                           "red to yellow.") != english.npos);
        CHECK(text_of(by, a, "nn").find("meiningsfull aktivitet fr\xC3\xA5 raud til gul") !=
              english.npos);
        CHECK(text_of(by, a, "se") == text_of(by, a, "nb"));
        CHECK(speaks("nn"));
        CHECK_FALSE(speaks("se"));
    }

    TEST_CASE(
        "every assessment can be put into words in every language, and nothing is left open") {
        scheme_maker make{43};
        for (int i = 0; i < 300; ++i) {
            const scheme by{make.make().definition};
            const assessment a{static_cast<std::uint16_t>(make.between(0, 65535))};
            for (const auto* language : {"nb", "nn", "en"}) {
                const auto text = text_of(by, a, language);
                CHECK(text.find_first_of("{}") == text.npos);
                CHECK(text.find(": .") == text.npos);
                CHECK(text.find("(-)") == text.npos);
            }
        }
        CHECK(text_of(shipped("sum16/1"), assessment{}, "nn") == "Ingen klasse: Ingen omr\xC3\xA5"
                                                                 "de er vurderte.\n");
        CHECK(text_of(shipped("sum16/1"), from_colours("ggggggg-"), "en") ==
              "No class: 7 of 8 domains assessed, and the scheme sum16/1 needs at least 8.\n"
              "Not assessed: network.\n");
    }
}

} // namespace explanation_test
