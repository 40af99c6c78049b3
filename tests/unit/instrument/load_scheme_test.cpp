#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/instrument/load_scheme.hpp>

namespace load_scheme_test {

using namespace brukerplan;
namespace json = boost::json;

constexpr std::string_view sum = R"({
  "id": "own/1", "kind": "weighted_sum", "ground": "ours", "label": {"nb": "Egen"},
  "points": {"green": 0, "yellow": 1, "red": 2}, "weights": {},
  "classes": [{"class": "green", "from": 0}, {"class": "red", "from": 9}],
  "minimum_assessed": 8})";

constexpr std::string_view rules = R"({
  "format": "brukerplan/scheme", "version": 1,
  "id": "own/2", "kind": "rules", "ground": "ours", "label": {"nb": "Egen", "en": "Own"},
  "rules": [
    {"class": "red", "when": {"least": 2, "of": [
      {"domain": "housing", "at_least": "red"}, {"domain": "activity", "at_least": "red"},
      {"domain": "network", "at_least": "red"}]}},
    {"class": "yellow", "when": {"any": [
      {"domain": "housing", "at_least": "yellow"}, {"domain": "activity", "at_least": "yellow"}]}}],
  "otherwise": "green", "minimum_assessed": 3})";

/// The document with one value put in or added, or a key taken out when there is none.
std::string changed(std::string_view document, std::string_view pointer, std::string_view value) {
    auto parsed = json::parse({document.data(), document.size()});
    const auto last = pointer.rfind('/');
    auto& holder = last == 0 ? parsed : parsed.at_pointer({pointer.data(), last});
    const std::string key{pointer.substr(last + 1)};
    if (value.empty()) {
        holder.as_object().erase(key);
    } else if (holder.is_object()) {
        holder.as_object()[key] = json::parse({value.data(), value.size()});
    } else {
        auto& list = holder.as_array();
        list.resize(std::max(list.size(), std::stoul(key) + 1));
        list[std::stoul(key)] = json::parse({value.data(), value.size()});
    }
    return json::serialize(parsed);
}

struct change {
    std::string_view pointer;
    std::string_view value;
    std::string_view fault_at;
    std::string_view fault;
};

void check_refused(std::string_view document, const change& c) {
    const auto loaded = load_scheme(changed(document, c.pointer, c.value));
    INFO(c.pointer, " = ", c.value);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().path == c.fault_at);
    CHECK_MESSAGE(loaded.error().message.find(c.fault) != std::string::npos,
                  loaded.error().message);
}

TEST_SUITE("instrument: schemes of one's own") {

    TEST_CASE("a scheme is read on its own, in the form that it has in a pack") {
        const auto own = load_scheme(sum);
        REQUIRE(own.has_value());
        CHECK(own->id == "own/1");
        CHECK(own->points[4] == std::array{0, 0, 1, 2});
        CHECK(own->classes.size() == 2);
        CHECK(own->monotone);
        const auto ruled = load_scheme(rules);
        REQUIRE(ruled.has_value());
        CHECK(ruled->rules[0].when.least == 2);
        CHECK(ruled->rules[1].when.of[1].domain == domain::activity);
        CHECK(ruled->label.in("nn") == "Egen");
        CHECK(*ruled->otherwise == index_class::green);
        CHECK_FALSE(ruled->has_points());
    }

    TEST_CASE("each domain may have points of its own") {
        auto parsed = json::parse({sum.data(), sum.size()}).as_object();
        parsed.erase("points");
        parsed.erase("weights");
        json::object table;
        for (const auto d : domain_tokens) {
            table[d] = {{"green", 0}, {"yellow", d == "network" ? 5 : 1}, {"red", 7}};
        }
        parsed["domain_points"] = table;
        const auto own = load_scheme(json::serialize(parsed));
        REQUIRE(own.has_value());
        CHECK(own->points[7] == std::array{0, 0, 5, 7});
        CHECK(own->points[0] == std::array{0, 0, 1, 7});
        const auto whole = json::serialize(parsed);
        check_refused(whole, {"/domain_points/economy", "", "/domain_points", "economy"});
        check_refused(whole, {"/domain_points/weather", "{}", "/domain_points/weather", "domain"});
        check_refused(whole, {"/weights", "{}", "/weights", "or points and weights"});
    }

    TEST_CASE("what is misspelt or does not belong is refused where it stands") {
        for (const auto& c : std::array<change, 14>{
                 {{"/kind", R"("rules")", "/points", "no sum"},
                  {"/rules", "[]", "/rules", "no rules"},
                  {"/format", R"("brukerplan/pack")", "/format", "brukerplan/scheme"},
                  {"/version", "2", "/version", "version 1"},
                  {"/label", R"({"en": "Own"})", "/label", "\"nb\" is missing"},
                  {"/colour", "1", "/colour", "not known"},
                  {"/cap", R"("none")", "/cap", "not a class"},
                  {"/otherwise", R"("purple")", "/otherwise", "one of"},
                  {"/below_minimum", R"("prorate")", "", "prorate_from"},
                  {"/prorate_from", "3", "", "prorate_from"},
                  {"/below_minimum", R"("guess")", "/below_minimum", "prorate"},
                  {"/minimum_assessed", "9", "/minimum_assessed", "0 to 8"},
                  {"/monotone", "1", "/monotone", "true or false"},
                  {"/id", R"("")", "/id", "id of its own"}}}) {
            check_refused(sum, c);
        }
        for (const auto& c : std::array<change, 9>{
                 {{"/rules/0/when/least", "4", "/rules/0/when/least", "number of conditions"},
                  {"/rules/0/when/least", "0", "/rules/0/when/least", "number of conditions"},
                  {"/rules/0/when/of", "[]", "/rules/0/when/of", "1 to 64"},
                  {"/rules/1/when/any/0/domain", R"("weather")", "/rules/1/when/any/0/domain",
                   "not a domain"},
                  {"/rules/1/when/any/0/at_least", R"("not_assessed")",
                   "/rules/1/when/any/0/at_least", "green, yellow, red"},
                  {"/rules/1/when/all", "[]", "/rules/1/when/any", "not known"},
                  {"/rules/1/class", R"("none")", "/rules/1/class", "not a class"},
                  {"/rules", "[]", "/rules", "1 to 100"},
                  {"/below_minimum", R"("prorate")", "", "prorate_from"}}}) {
            check_refused(rules, c);
        }
        CHECK(load_scheme("{").error().message.find("JSON") != std::string::npos);
        CHECK(load_scheme("[]").error().message.find("object") != std::string::npos);
        CHECK(load_scheme("").error().message.find("JSON") != std::string::npos);
    }

    TEST_CASE("a gap is found, and an assessment that falls into it is named") {
        check_refused(sum, {"/classes/0/from", "2", "/classes",
                            "at or below 0 points, those of: housing green, activity green"});
        check_refused(rules, {"/otherwise", "", "/rules", "no rule holds of: housing green"});
        CHECK(load_scheme(changed(rules, "/otherwise", R"("none")")).has_value());
    }

    TEST_CASE("a part that never decides is found") {
        const auto dead = changed(rules, "/rules/2", R"({"class": "blue_light", "when":
            {"all": [{"domain": "housing", "at_least": "red"},
                     {"domain": "mental_health", "at_least": "red"}]}})");
        check_refused(dead, {"/id", R"("own/3")", "/rules/2", "as rule 2 for: housing red"});
        scheme_definition impossible = *load_scheme(rules);
        impossible.rules[0].when.least = 4;
        CHECK(find_fault(impossible)->path == "/rules/0");
        CHECK(find_fault(impossible)->message == "the rule holds of no assessment");
        check_refused(sum, {"/classes/1/from", "17", "/classes/1", "cut-off"});
        check_refused(sum, {"/cap", R"("blue_light")", "/cap", "never lead to a worse class"});
        check_refused(sum, {"/otherwise", R"("green")", "/otherwise", "nothing is left"});
    }

    TEST_CASE("a colour that makes the class better is found, and both assessments are named") {
        const auto low = changed(sum, "/classes/0/from", "-2");
        const auto loaded = load_scheme(changed(low, "/weights/network", "-1"));
        REQUIRE_FALSE(loaded.has_value());
        const auto& message = loaded.error().message;
        CHECK(message.find("not monotone: red for housing ") != message.npos);
        CHECK(message.find(", but green with network yellow") != message.npos);
        CHECK(message.size() < 240); // whole in an error of the C interface, with its place
        const auto declared = changed(low, "/monotone", "false");
        CHECK(load_scheme(changed(declared, "/weights/network", "-1")).has_value());
    }

    TEST_CASE("a better class is found also behind assessments that have none") {
        scheme_definition broken;
        broken.points[0] = {0, 5, -1, 1};
        broken.classes = {{index_class::green, 0}, {index_class::red, 3}};
        broken.otherwise = index_class::none;
        broken.minimum_assessed = 1;
        const auto fault = find_fault(broken);
        REQUIRE(fault.has_value());
        CHECK(fault->message.find("red for housing green, but green with housing red;") !=
              std::string::npos);
        broken.monotone = false;
        CHECK_FALSE(find_fault(broken).has_value());
    }

    TEST_CASE("prorated schemes are checked with the points that they give") {
        const auto prorated =
            changed(changed(sum, "/below_minimum", R"("prorate")"), "/prorate_from", "1");
        CHECK(load_scheme(prorated).has_value());
        const auto own = *load_scheme(prorated);
        CHECK(own.prorate_from == 1);
        CHECK(own.minimum_assessed == 8);
        check_refused(prorated, {"/prorate_from", "8", "/prorate_from", "less than"});
        check_refused(prorated, {"/prorate_from", "0", "/prorate_from", "at least 1"});
    }

    TEST_CASE("the scheme that the documentation shows can be loaded") {
        std::ifstream file{BRUKERPLAN_SOURCE_DIR "/docs/scoring.md"};
        const std::string page{std::istreambuf_iterator<char>{file}, {}};
        const std::string_view fence = "```json\n";
        const auto begin = page.find(fence) + fence.size();
        const auto shown = load_scheme(page.substr(begin, page.find("```", begin) - begin));
        INFO((shown ? std::string{} : shown.error().path + ": " + shown.error().message));
        REQUIRE(shown.has_value());
        CHECK(shown->prorate_from == 6);
        CHECK(shown->rules[0].when.least == 3);
    }

    TEST_CASE("an assessment in words names what is assessed") {
        CHECK(describe(assessment{}) == "nothing assessed");
        CHECK(describe(assessment{}
                           .with(domain::network, rating::red)
                           .with(domain::housing, rating::green)) == "housing green, network red");
    }
}

} // namespace load_scheme_test
