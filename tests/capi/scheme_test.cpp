// One scheme: where it comes from, one score, its explanation, and how another one differs.
#include "handles.hpp"

#include <array>
#include <vector>

namespace capi_scheme_test {

using namespace capi_test;

constexpr std::string_view own_scheme = R"({
  "id": "own/1", "kind": "rules", "ground": "ours", "label": {"nb": "Egen"},
  "rules": [{"class": "red", "when": {"domain": "housing", "at_least": "red"}}],
  "otherwise": "none", "minimum_assessed": 1})";

using eight = std::array<std::uint8_t, BPLAN_DOMAINS>;

scheme shipped(std::string_view id) {
    bplan_scheme* made = nullptr;
    REQUIRE(bplan_scheme_create(nullptr, 0, id.data(), size_of(id), &made, nullptr) == BPLAN_OK);
    return scheme{made};
}

scheme from_json(std::string_view json) {
    bplan_scheme* made = nullptr;
    REQUIRE(bplan_scheme_create_from_json(json.data(), size_of(json), &made, nullptr) == BPLAN_OK);
    return scheme{made};
}

/// Class, points, answered and reason.
using scored = std::array<std::int32_t, 4>;

scored score_of(const scheme& by, const eight& ratings) {
    scored s{-1, -1, -1, -1};
    REQUIRE(bplan_scheme_score_ratings(by.get(), ratings.data(), &s[0], &s[1], &s[2], &s[3],
                                       nullptr) == BPLAN_OK);
    return s;
}

std::string text_of(bplan_document* made) {
    const document owned{made};
    return text_from(&bplan_document_get_text, owned);
}

TEST_CASE("schemes come by name from a shipped pack, or from JSON") {
    CHECK(text_from(&bplan_scheme_get_id, shipped("sum16/1")) == "sum16/1");
    CHECK(text_from(&bplan_scheme_get_id, shipped("rule/1")) == "rule/1");
    CHECK(text_from(&bplan_scheme_get_id, shipped("")) == "sum16/1");
    CHECK(text_from(&bplan_scheme_get_id, from_json(own_scheme)) == "own/1");
    bplan_scheme* made = nullptr;
    REQUIRE(bplan_scheme_create("brukerplan/2024", 15, "rule/1", 6, &made, nullptr) == BPLAN_OK);
    CHECK(text_from(&bplan_scheme_get_id, scheme{made}) == "rule/1");
}

TEST_CASE("a scheme that is not there or has a fault is refused, and the message says where") {
    bplan_error err = BPLAN_ERROR_INIT;
    bplan_scheme* made = reinterpret_cast<bplan_scheme*>(&err);
    CHECK(bplan_scheme_create("no/1", 4, nullptr, 0, &made, &err) == BPLAN_ERROR_UNKNOWN_PACK);
    CHECK(made == nullptr);
    CHECK(bplan_scheme_create(nullptr, 0, "no/1", 4, &made, &err) == BPLAN_ERROR_UNKNOWN_SCHEME);
    CHECK(bplan_scheme_create(nullptr, -1, "no/1", 4, &made, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
    const auto refused = [&](const std::string& json) {
        CHECK(bplan_scheme_create_from_json(json.data(), size_of(json), &made, &err) ==
              BPLAN_ERROR_INVALID_SCHEME);
        CHECK(made == nullptr);
        return std::string{err.message};
    };
    CHECK(refused("").find("JSON") != std::string::npos);
    CHECK(refused("{}").find("missing") != std::string::npos);
    std::string gap{own_scheme};
    gap.erase(gap.find("\"otherwise\""), std::string_view{"\"otherwise\": \"none\", "}.size());
    CHECK(refused(gap).find("scheme: /rules: no rule holds of: housing green") == 0);
}

TEST_CASE("one assessment gets its class, points, number assessed and reason") {
    const auto sum16 = shipped("sum16/1");
    CHECK(score_of(sum16, {3, 3, 3, 3, 3, 3, 3, 3}) == scored{BPLAN_CLASS_BLUE_LIGHT, 16, 8, 0});
    CHECK(score_of(sum16, {1, 2, 3, 1, 2, 3, 1, 2}) == scored{BPLAN_CLASS_YELLOW, 7, 8, 0});
    CHECK(score_of(sum16, {1, 2, 3, 1, 2, 3, 1, 0}) ==
          scored{BPLAN_CLASS_NONE, 0, 7, BPLAN_NO_CLASS_TOO_FEW_ASSESSED});
    CHECK(score_of(sum16, {0, 0, 0, 0, 0, 0, 0, 0}) ==
          scored{BPLAN_CLASS_NONE, 0, 0, BPLAN_NO_CLASS_NOTHING_ASSESSED});
    CHECK(score_of(sum16, {1, 2, 3, 1, 4, 3, 1, 2}) ==
          scored{BPLAN_CLASS_NONE, 0, 0, BPLAN_NO_CLASS_UNREADABLE});
    CHECK(score_of(shipped("rule/1"), {3, 2, 3, 3, 3, 3, 3, 3}) ==
          scored{BPLAN_CLASS_RED, 15, 8, 0});
    CHECK(score_of(from_json(own_scheme), {1, 0, 0, 0, 0, 0, 0, 0}) ==
          scored{BPLAN_CLASS_NONE, 0, 1, BPLAN_NO_CLASS_NO_RULE_HOLDS});
}

TEST_CASE("a code is the assessment whose ratings it holds, two bits each") {
    const auto rule1 = shipped("rule/1");
    for (std::int32_t code = 0; code < BPLAN_ASSESSMENTS; ++code) {
        eight ratings{};
        for (std::size_t d = 0; d < ratings.size(); ++d) {
            ratings[d] = static_cast<std::uint8_t>(code >> (2 * d) & 3);
        }
        scored s{};
        REQUIRE(bplan_scheme_score_code(rule1.get(), code, &s[0], &s[1], &s[2], &s[3], nullptr) ==
                BPLAN_OK);
        REQUIRE(s == score_of(rule1, ratings));
    }
    scored s{7, 7, 7, 7};
    for (const std::int32_t code : {-1, BPLAN_ASSESSMENTS}) {
        CHECK(bplan_scheme_score_code(rule1.get(), code, &s[0], &s[1], &s[2], &s[3], nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(s == scored{});
    }
}

TEST_CASE("an explanation is a document, with sentences in a language") {
    const auto rule1 = shipped("rule/1");
    const eight ratings{1, 3, 2, 1, 3, 1, 3, 2};
    const auto explain = [&](std::string_view language) {
        bplan_document* made = nullptr;
        REQUIRE(bplan_scheme_explain(rule1.get(), ratings.data(), language.data(),
                                     size_of(language), &made, nullptr) == BPLAN_OK);
        return text_of(made);
    };
    const auto english = explain("en");
    for (
        const auto* part :
        {R"({"format":"brukerplan/explanation","version":1,"scheme":"rule/1","ratings":{"housing":"green")",
         R"("class":"blue_light","points":8,"answered":8,"reason":null)",
         R"("decided":{"by":"rule","rule":1,"from":null})",
         R"({"domain":"activity","rating":"red","points":2,"class_if_green":"yellow"})",
         R"("better":{"class":"yellow","points":7,"changes":[{"domain":"activity","from":"red","to":"yellow"}]})",
         R"("worse":null)", "Rule 1 of the scheme decides the class."}) {
        CHECK_MESSAGE(english.find(part) != std::string::npos, part);
    }
    CHECK(explain("") == explain("nb"));
    CHECK(explain("nn").find("raud") != std::string::npos);
    bplan_document* made = nullptr;
    CHECK(bplan_scheme_explain(rule1.get(), ratings.data(), "se", 2, &made, nullptr) ==
          BPLAN_ERROR_UNKNOWN_LANGUAGE);
    const eight wrong{1, 1, 1, 1, 1, 1, 1, 9};
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(bplan_scheme_explain(rule1.get(), wrong.data(), nullptr, 0, &made, &err) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.column == 7);
    CHECK(bplan_scheme_explain(rule1.get(), nullptr, nullptr, 0, &made, nullptr) ==
          BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(made == nullptr);
}

TEST_CASE("two schemes are compared over the caller's counts, or over every assessment") {
    const auto sum16 = shipped("sum16/1");
    const auto rule1 = shipped("rule/1");
    const auto compare = [&](const std::int64_t* counts) {
        bplan_document* made = nullptr;
        REQUIRE(bplan_scheme_compare(sum16.get(), rule1.get(), counts, &made, nullptr) == BPLAN_OK);
        return text_of(made);
    };
    const auto all = compare(nullptr);
    CHECK(all.find(R"({"format":"brukerplan/scheme-comparison","version":1,"first":"sum16/1",)"
                   R"("second":"rule/1","counts":{"none":{"none":58975,"green":0,)") == 0);
    CHECK(all.find(R"("total":65536,)") != std::string::npos);
    std::vector<std::int64_t> counts(BPLAN_ASSESSMENTS, 1);
    CHECK(compare(counts.data()) == all);
    counts.assign(counts.size(), 0);
    CHECK(compare(counts.data()).find(R"("total":0,"changed":0,"share_changed":null)") !=
          std::string::npos);
    counts[0x5555] = 30; // all green
    counts[0xFFFF] = 5;
    counts[0xFFFF - 4] = 10; // all red but activity, which is yellow
    const auto some = compare(counts.data());
    CHECK(some.find(R"("green":{"none":0,"green":30,)") != std::string::npos);
    CHECK(some.find(R"("blue_light":{"none":0,"green":0,"yellow":0,"red":10,"blue_light":5})") !=
          std::string::npos);
    CHECK(some.find(R"("total":45,"changed":10,"share_changed":2.2)") != std::string::npos);

    bplan_error err = BPLAN_ERROR_INIT;
    bplan_document* made = nullptr;
    counts[7] = -1;
    CHECK(bplan_scheme_compare(sum16.get(), rule1.get(), counts.data(), &made, &err) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.row == 7);
    counts[7] = INT64_MAX;
    CHECK(bplan_scheme_compare(sum16.get(), rule1.get(), counts.data(), &made, &err) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.row == 0x5555);
    CHECK(made == nullptr);
}

} // namespace capi_scheme_test
