// A user's own pack, written as a change of a shipped one.

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/instrument/pack.hpp>

#include "unit/shipped_pack.hpp"
#include "unit/validation/sample_people.hpp"

namespace extend_pack_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;
namespace json = boost::json;

/// A pack of the municipality's own: ` T` stands for a text in the three languages.
std::string own_pack(std::string_view members, std::string_view base = "brukerplan/2024") {
    std::string text = R"({"id": "own/1", "extends": ")" + std::string{base} + R"(")" +
                       (members.empty() ? "" : ", ") + std::string{members} + "}";
    constexpr std::string_view words = R"({"nb": "Eget", "nn": "Eige", "en": "Own"})";
    for (auto at = text.find(" T"); at != std::string::npos; at = text.find(" T", at)) {
        text.replace(at + 1, 1, words);
    }
    return text;
}

std::shared_ptr<const pack> loaded(std::string_view members,
                                   std::string_view base = "brukerplan/2024") {
    auto result = load_pack(own_pack(members, base));
    if (!result) {
        FAIL(result.error().path, ": ", result.error().message);
    }
    return *std::move(result);
}

const rule* find_rule(const pack& in, std::string_view code) {
    const auto at = std::find_if(in.rules.begin(), in.rules.end(),
                                 [&](const rule& r) { return r.code == code; });
    return at == in.rules.end() ? nullptr : &*at;
}

names codes_in(const sample_record& record, const std::shared_ptr<const pack>& by) {
    return codes_of(findings_in(record.file(), test_policy(), by), *by);
}

constexpr std::string_view own_field = R"("fields": [
    {"name": "dog", "alias": "hund", "type": "code", "list": "yes_no_unknown", "ground": "ours",
     "label": T, "description": T}])";

constexpr std::string_view own_rule = R"("rules": [
    {"code": "OWN-001", "kind": "conflict", "severity": "info", "ground": "ours",
     "fields": ["dog", "housing_kind"],
     "cases": [[{"field": "dog", "is": ["yes"]}, {"field": "housing_kind", "is": ["homeless"]}]],
     "title": T, "reason": T, "message": T, "action": T}])";

TEST_SUITE("instrument: a pack that changes another one") {

    TEST_CASE("is the other one where it says nothing") {
        const auto p = loaded("");
        CHECK(p->id == "own/1");
        CHECK(p->extends == "brukerplan/2024");
        CHECK(p->edition == shipped_pack()->edition);
        CHECK(p->year == 2024);
        CHECK(p->fields.size() == shipped_pack()->fields.size());
        CHECK(p->rules.size() == shipped_pack()->rules.size());
        CHECK(p->code_lists.size() == shipped_pack()->code_lists.size());
        CHECK(p->schemes.size() == shipped_pack()->schemes.size());
        CHECK(listed(codes_in(woman_with_both_problems(), p)) == "");
    }

    TEST_CASE("adds a field and a rule about it") {
        const auto p = loaded(std::string{own_field} + ", " + std::string{own_rule});
        REQUIRE(p->find_field("dog").has_value());
        CHECK(*p->find_field("dog") == shipped_pack()->fields.size());
        CHECK(p->fields.back().alias == "hund");
        CHECK(p->rules.back().code == "OWN-001");
        const auto owner = woman_with_both_problems().with({{"dog", "yes"}});
        CHECK(listed(codes_in(owner, p)) == "");
        const auto homeless = owner.with({{"housing_kind", "homeless"}, {"housing", "red"}});
        CHECK(listed(codes_in(homeless, p)) == "OWN-001");
        CHECK(listed(codes_in(owner.with({{"dog", "perhaps"}}), p)) == "BP-FLD-002");
    }

    TEST_CASE("adds a code behind the others, and gives one another name") {
        const auto p = loaded(R"("code_lists": [{"name": "service", "codes": [
            {"token": "night_watch", "label": T, "sector": "health_and_care"},
            {"token": "gp", "label": {"nb": "Lege"}}]}])");
        const auto& codes = p->find_list("service")->codes;
        const auto& older = shipped_pack()->find_list("service")->codes;
        REQUIRE(codes.size() == older.size() + 1);
        CHECK(codes.back().token == "night_watch");
        for (std::size_t i = 0; i < older.size(); ++i) {
            CHECK(codes[i].token == older[i].token); // a place in the list is a bit
            CHECK(codes[i].sector == older[i].sector);
        }
        const auto gp = codes[*p->find_list("service")->find("gp")];
        CHECK(gp.label.in("nb") == "Lege");
        CHECK(gp.label.in("en") ==
              older[*shipped_pack()->find_list("service")->find("gp")].label.in("en"));
        const auto record = woman_with_both_problems().with({{"services_received", "night_watch"}});
        CHECK(listed(codes_in(record, p)) == "BP-SRV-004");
        CHECK(listed(codes_in(record, shipped_pack())) == "BP-SRV-001");
    }

    TEST_CASE("changes how grave a rule is, and nothing else of it") {
        const auto p = loaded(R"("rules": [{"code": "BP-INC-001", "severity": "warning"}])");
        const auto* changed = find_rule(*p, "BP-INC-001");
        const auto* older = find_rule(*shipped_pack(), "BP-INC-001");
        CHECK(changed->severity == severity::warning);
        CHECK(older->severity == severity::error);
        CHECK(changed->message.in("nn") == older->message.in("nn"));
        CHECK(changed->fields == older->fields);
        CHECK(changed->example == older->example);
        CHECK(changed - p->rules.data() == older - shipped_pack()->rules.data());
    }

    TEST_CASE("replaces conditions, fields and examples of a rule as wholes") {
        const auto p = loaded(R"("rules": [{"code": "BP-PER-005",
            "fields": ["pregnant", "birth_year"],
            "cases": [[{"field": "pregnant", "is": ["yes"]}, {"field": "age", "at_least": 50}]],
            "example": {"birth_year": "1970", "pregnant": "yes"}}])");
        const auto* changed = find_rule(*p, "BP-PER-005");
        CHECK(changed->fields.size() == 2);
        CHECK(changed->cases.size() == 1);
        CHECK(changed->example.size() == 2);
        CHECK(changed->title.in("nb") == find_rule(*shipped_pack(), "BP-PER-005")->title.in("nb"));
    }

    TEST_CASE("adds a language for some texts; the others fall back to bokmal") {
        // Any word will do here: the texts of a language come from those who speak it.
        const auto p = loaded(R"("more_languages": ["se"],
            "fields": [{"name": "housing", "label": {"se": "x-housing"}}],
            "rules": [{"code": "BP-INC-001", "title": {"se": "x-title"}}])");
        CHECK(p->more_languages == std::vector<std::string>{"se"});
        CHECK(p->fields[*p->find_field("housing")].label.in("se") == "x-housing");
        CHECK(p->fields[*p->find_field("housing")].label.in("nb") == "Bosituasjon");
        CHECK(p->fields[*p->find_field("economy")].label.in("se") == "\xC3\x98konomi");
        const auto* r = find_rule(*p, "BP-INC-001");
        CHECK(r->title.in("se") == "x-title");
        CHECK(r->message.in("se") == r->message.in("nb"));
    }

    TEST_CASE("leaves out what it names, when nothing needs it") {
        const auto p = loaded(R"("without": {"rules": ["BP-DOM-004", "BP-NET-001"]})");
        CHECK(p->rules.size() == shipped_pack()->rules.size() - 2);
        CHECK(find_rule(*p, "BP-DOM-004") == nullptr);
        const auto fewer =
            loaded(R"("without": {"fields": ["coordinator"], "schemes": ["sum16/1"]})");
        CHECK_FALSE(fewer->find_field("coordinator").has_value());
        CHECK(fewer->find_scheme("sum16/1") == nullptr);
    }

    TEST_CASE("may change one that is itself a change") {
        const auto p = loaded(R"("rules": [{"code": "BP-INC-006", "severity": "warning"}])",
                              "brukerplan/2019");
        CHECK(p->extends == "brukerplan/2019");
        CHECK(p->year == 2019);
        const auto* r = find_rule(*p, "BP-INC-006");
        CHECK(r->severity == severity::warning);
        CHECK(r->message.in("en").find("over 23") != std::string_view::npos);
        CHECK_FALSE(p->fields[*p->find_field("pregnant")].asked);
    }

    TEST_CASE("may be of another year: its fields and rules are asked again") {
        const auto p = loaded(R"("year": 2023)");
        CHECK_FALSE(p->fields[*p->find_field("pregnant")].asked);
        CHECK(find_rule(*p, "BP-RGT-002") == nullptr);
        CHECK(find_rule(*p, "BP-YEAR-001") != nullptr);
    }
}

struct fault {
    std::string_view members;
    std::string_view path;
    std::string_view words; ///< part of the message
};

constexpr fault faults[] = {
    // in what the change says itself: the path is where the change says it
    {R"("fields": {})", "/fields", "a list is needed"},
    {R"("fields": [3])", "/fields/0", "an object is needed"},
    {R"("fields": [{"alias": "hund"}])", "/fields/0", "\"name\" is missing"},
    {R"("fields": [{"name": 3}])", "/fields/0/name", "quotes"},
    {R"("fields": [{"name": "dog"}])", "/fields/0", "\"alias\" is missing"},
    {R"("fields": [{"name": "unit"}, {"name": "sex", "color": 1}])", "/fields/1/color",
     "not known"},
    {R"("fields": [{"name": "unit"}, {"name": "sex", "list": "no"}])", "/fields/1/list",
     "no code list"},
    {R"("fields": [{"name": "unit"}, {"name": "unit", "ground": "ours"}])", "/fields/1/name",
     "twice"},
    {R"("fields": [{"name": "unit", "alias": "kommune"}])", "/fields/0", "two fields"},
    {R"("fields": [{"name": "unit", "label": {"se": "x"}}])", "/fields/0/label/se", "not among"},
    {R"("code_lists": [{"name": "sex", "codes": [{"label": T}]}])", "/code_lists/0/codes/0",
     "\"token\" is missing"},
    {R"("code_lists": [{"name": "sex", "codes": [{"token": "Other", "label": T}]}])",
     "/code_lists/0/codes/0/token", "a-z"},
    {R"("code_lists": [{"name": "sex", "codes": [{"token": "other", "label": {"nb": "x"}}]}])",
     "/code_lists/0/codes/0/label", "\"nn\" is missing"},
    {R"("code_lists": [{"name": "sex", "codes": [{"token": "a", "label": T}, {"token": "a"}]}])",
     "/code_lists/0/codes/1/token", "twice"},
    {R"("code_lists": [{"name": "substances", "alone": [{"token": "alcohol", "label": T}]}])",
     "/code_lists/0/alone/0/token", "twice"},
    {R"("schemes": [{"id": "sum16/1", "minimum_assessed": 9}])", "/schemes/0/minimum_assessed",
     "0 to 8"},
    {R"("rules": [{"code": "BP-INC-001", "severity": "grave"}])", "/rules/0/severity", "one of"},
    {R"("rules": [{"code": "BP-DOM-004"}, {"code": "BP-CHI-001", "fields": ["sex"]}])",
     "/rules/1/fields", "not for a field of this type"},
    {R"("rules": [{"code": "BP-INC-001", "cases": [[{"field": "cat", "is": ["yes"]}]]}])",
     "/rules/0/cases/0/0/field", "no field"},
    {R"("rules": [{"code": "BP-INC-001", "example": {"cat": "yes"}}])", "/rules/0/example/cat",
     "no field"},
    {R"("rules": [{"code": "BP-INC-001", "example": {"sex": 3}}])", "/rules/0/example/sex",
     "quotes"},
    {R"("rules": [{"code": "BP-ROW-001", "example": {"sex": "male"}}])", "/rules/0/example",
     "no cell"},
    {R"("rules": [{"code": "BP-MRG-001", "example": {"sex": "male"}}])", "/rules/0/example",
     "about a person"},
    {R"("rules": [{"code": "BP-MRG-001", "check": "agrees"}])", "/rules/0/check",
     "one of: differs, opposite"},
    {R"("rules": [{"code": "BP-MRG-001", "severity": "fatal"}])", "/rules/0/severity", "fatal"},
    {R"("rules": [{"code": "BP-MRG-001", "fields": []}])", "/rules/0/fields", "names its fields"},
    {R"("rules": [{"code": "BP-MRG-001", "fields": ["sex", "mapper"]}])", "/rules/0/fields",
     "not for a field of this type"},
    {R"("rules": [{"code": "BP-MRG-001", "fields": ["substances"]}])", "/rules/0/fields",
     "not for a field of this type"},
    {R"("rules": [{"code": "BP-MRG-002", "fields": ["housing", "housing_kind"]}])",
     "/rules/0/fields", "only domains"},
    {R"("rules": [{"code": "BP-MRG-003", "fields": ["substance_problem"]}])", "/rules/0/fields",
     "problem.substance, problem.mental_disorder"},
    {R"("rules": [{"code": "BP-MRG-003", "fields": ["mental_disorder", "substance_problem"]}])",
     "/rules/0/fields", "problem.substance, problem.mental_disorder"},
    {R"("rules": [{"code": "BP-MRG-005", "fields": ["mapper"]}])", "/rules/0/fields",
     "source.unit"},
    {R"("rules": [{"code": "BP-MRG-006", "fields": ["birth_year"]}])", "/rules/0/fields",
     "identity.national_number"},
    {R"("rules": [{"code": "BP-MRG-002", "message": {"nb": "{row}"}}])", "/rules/0/message/nb",
     "placeholder"},
    {R"("rules": [{"code": "BP-DOM-004", "message": {"nb": "{rows}"}}])", "/rules/0/message/nb",
     "placeholder"},
    {R"("rules": [{"code": "BP-INC-001", "example_options": {"lang": "nb"}}])",
     "/rules/0/example_options/lang", "not known"},
    {R"("rules": [{"code": "BP-INC-001", "example_options": {"period_last": "May"}}])",
     "/rules/0/example_options/period_last", "YYYY-MM-DD"},
    {R"("rules": [{"code": "OWN-001"}])", "/rules/0", "\"kind\" is missing"},
    {R"("rules": [{"code": "BP-INC-001", "since": 2024, "until": 2023}])", "/rules/0/until",
     "first"},
    {R"("year": "2024")", "/year", "whole number"},
    {R"("color": 1)", "/color", "not known"},
    {R"("a~1b": 1)", "/a~01b", "not known"},
    {R"("without": {"rules": ["BP-XXX-001"]})", "/without/rules/0", "nothing of this name"},
    {R"("without": {"codes": ["gp"]})", "/without/codes", "not known"},
    {R"("without": ["BP-DOM-004"])", "/without", "an object"},
    {R"("code_lists": [{"name": "sex", "codes": [{"token": "other", "label": T}]}],
        "without": {"rules": ["BP-DOM-004"]})",
     "/code_lists/0/codes/0/token", "which its role does not know"},
    {R"("code_lists": [{"name": "service", "codes": [
        {"token": "choir", "label": T, "sector": "church"}]}])",
     "/code_lists/0/codes/0/sector", "not in the list named sector"},
    {R"("fields": [{"name": "gender", "alias": "kjoenn_2", "type": "code", "list": "sex",
        "role": "person.sex", "ground": "ours", "label": T, "description": T}])",
     "/fields/0/role", "two fields have the role"},
    // in the extended pack, because of the change: the path is what may be the cause
    {R"("without": {"fields": ["pregnant"]})", "/without",
     "no field of this name (in brukerplan/2024 as it is changed here, at /rules/BP-PER-004/"},
    {R"("without": {"code_lists": ["sex"]})", "/without",
     "no code list of this name (in brukerplan/2024 as it is changed here, at /fields/sex/list)"},
    {R"("languages": ["nb", "nn", "en", "se"])", "/languages",
     "\"se\" is missing (in brukerplan/2024"},
    {R"("rules": [{"code": "BP-DOM-004", "kind": "range"}])", "/rules/0",
     "not for a field of this type (in brukerplan/2024 as it is changed here, at "
     "/rules/BP-DOM-004/fields)"},
    {R"("fields": [{"name": "pregnant", "list": "sex"}])", "/extends",
     "not in the field's code list (in brukerplan/2024 as it is changed here, at "
     "/rules/BP-PER-004/cases/0/0/is/0)"},
};

TEST_SUITE("instrument: a pack that changes another one") {

    TEST_CASE("is told where its own fault is") {
        for (const auto& f : faults) {
            CAPTURE(f.members);
            const auto result = load_pack(own_pack(f.members));
            REQUIRE_FALSE(result.has_value());
            CHECK(result.error().path == f.path);
            CHECK_MESSAGE(result.error().message.find(f.words) != std::string::npos,
                          result.error().message);
            // what is pointed at is there, unless a misspelt escape is what is wrong with it
            boost::system::error_code missing;
            const auto document = json::parse(own_pack(f.members));
            CHECK(document.find_pointer(result.error().path, missing) != nullptr);
        }
    }

    TEST_CASE("must have an id of its own, and the other must be known") {
        const auto error_of = [](std::string_view text) {
            const auto result = load_pack(text);
            REQUIRE_FALSE(result.has_value());
            return result.error().path + ": " + result.error().message;
        };
        CHECK(error_of(R"({"id": "own/1", "extends": "brukerplan/1999"})") ==
              "/extends: no pack of this id comes with the library");
        CHECK(error_of(R"({"id": "own/1", "extends": "own/1"})").starts_with("/extends: no pack"));
        CHECK(error_of(R"({"id": "brukerplan/2024", "extends": "brukerplan/2024"})")
                  .starts_with("/id: "));
        CHECK(error_of(R"({"extends": "brukerplan/2024"})") == ": the key \"id\" is missing");
        CHECK(error_of(R"({"id": "own/1", "extends": 2024})").starts_with("/extends: "));
    }

    TEST_CASE("cut off or changed anywhere loads or is refused") {
        const auto text = own_pack(std::string{own_field} + ", " + std::string{own_rule});
        for (std::size_t length = 0; length < text.size(); length += 5) {
            CHECK_FALSE(load_pack(std::string_view{text}.substr(0, length)).has_value());
        }
        std::size_t refused = 0;
        for (std::size_t at = 0; at < text.size(); at += 3) {
            auto changed = text;
            changed[at] = '0';
            refused += load_pack(changed).has_value() ? 0 : 1;
        }
        CHECK(refused > 100);
    }
}

TEST_SUITE("instrument: keys that stand twice") {

    TEST_CASE("are refused with their path, however they are written") {
        const auto error_of = [](std::string_view text) {
            const auto result = load_pack(text);
            REQUIRE_FALSE(result.has_value());
            return result.error();
        };
        constexpr std::array<std::pair<std::string_view, std::string_view>, 7> documents{{
            {R"({"id": "a", "id": "b"})", "/id"},
            {R"({"id": "a", "\u0069d": "b"})", "/id"},
            {R"({"title": {"nb": "a", "en": "b", "nb": "c"}})", "/title/nb"},
            {R"({"rules": [1, "x", {"code": "a"}, {"code": "a", "code": "b"}]})", "/rules/3/code"},
            {R"({"rules": [[], [[null, {}], {"a/b": 1, "a/b": 2}]]})", "/rules/1/1/a~1b"},
            {R"({"a": {"b": 1}, "c": 1.5, "d": true, "a": 1})", "/a"},
            {R"([{"a": 1}, {"a": 1, "a": 1}])", "/1/a"},
        }};
        for (const auto& [text, path] : documents) {
            CAPTURE(text);
            CHECK(error_of(text).path == path);
            CHECK(error_of(text).message == "this key stands twice in its object");
        }
    }

    TEST_CASE("are not the same key in two objects, nor a text that looks like one") {
        const auto result =
            load_pack(R"({"id": "id", "title": {"id": 1}, "x": [{"id": 1}, {"id": 1}]})");
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().message.find("twice") == std::string::npos);
    }

    TEST_CASE("are refused in the change of another pack") {
        const auto result =
            load_pack(own_pack(R"("rules": [{"code": "BP-INC-001", "severity": "info",
                                                              "severity": "warning"}])"));
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().path == "/rules/0/severity");
    }
}

} // namespace extend_pack_test
