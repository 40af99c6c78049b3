#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/instrument/pack.hpp>

#include "small_pack.hpp"

namespace load_pack_test {

using namespace brukerplan;
namespace json = boost::json;

pack_error error_of(std::string_view text) {
    const auto loaded = load_pack(text);
    REQUIRE_FALSE(loaded.has_value());
    return loaded.error();
}

/// A pointer without its last key, and that key.
std::pair<json::string_view, std::string> parted(std::string_view pointer) {
    const auto last = pointer.rfind('/');
    std::string key{pointer.substr(last + 1)};
    for (const auto& [escape, character] : {std::pair{"~1", "/"}, {"~0", "~"}}) {
        for (auto at = key.find(escape); at != key.npos; at = key.find(escape)) {
            key.replace(at, 2, character);
        }
    }
    return {{pointer.data(), last}, key};
}

/// Puts a value, written as JSON, in the place of another, or adds it to an object.
json::value put(std::string_view pointer, std::string_view value) {
    auto document = pack_test::small_pack();
    const auto [place, key] = parted(pointer);
    auto& holder = document.at_pointer(place);
    auto& slot =
        holder.is_object() ? holder.get_object()[key] : holder.as_array().at(std::stoul(key));
    slot = json::parse({value.data(), value.size()});
    return document;
}

json::value without(std::string_view pointer) {
    auto document = pack_test::small_pack();
    const auto [place, key] = parted(pointer);
    document.at_pointer(place).as_object().erase(key);
    return document;
}

struct damage {
    std::string_view pointer;
    std::string_view value; ///< in its place; the key is taken away when empty
    std::string_view path;  ///< where the fault is said to stand
    std::string_view words; ///< part of the message
};

constexpr damage damages[] = {
    // what every document has
    {"/format", R"("other")", "/format", "brukerplan/pack"},
    {"/version", "2", "/version", "version 1"},
    {"/version", "1.5", "/version", "whole number"},
    {"/id", "", "", "\"id\" is missing"},
    {"/extra", "1", "/extra", "not known"},
    {"/a~1b~0c", "1", "/a~1b~0c", "not known"},
    {"/languages", R"(["en"])", "/languages", "\"nb\""},
    {"/languages", "{}", "/languages", "a list"},
    {"/title/en", "", "/title", "\"en\" is missing"},
    {"/title", R"("words")", "/title", "an object"},
    {"/note/nb", R"("two\nlines")", "/note/nb", "one line"},
    {"/note/nb", R"("")", "/note/nb", "one line"},
    {"/fields", "[]", "/fields", "1 to 1000 fields"},
    // fields
    {"/fields/0/name", R"("Sex")", "/fields/0/name", "a-z"},
    {"/fields/0/name", R"("")", "/fields/0/name", "a-z"},
    {"/fields/0/name", R"("sex")", "/fields/3", "two fields"},
    {"/fields/0/alias", R"("dato")", "/fields/1", "two fields"},
    {"/fields/1/alias", R"("municipality")", "/fields/1", "two fields"},
    {"/fields/0/alias", R"("")", "/fields/0/alias", "Norwegian"},
    {"/fields/0/type", R"("number")", "/fields/0/type", "one of: text, integer"},
    {"/fields/0/list", R"("sex")", "/fields/0", "only a field of codes"},
    {"/fields/3/list", "", "/fields/3", "names its list"},
    {"/fields/3/list", R"("colour")", "/fields/3/list", "no code list"},
    {"/fields/0/role", R"("place.star")", "/fields/0/role", "not one that the library knows"},
    {"/fields/2/role", R"("person.birth_year")", "", ""},
    {"/fields/1/role", R"("person.birth_year")", "/fields/1/role", "the type integer"},
    {"/fields/8/role", R"("round.mapping_year")", "/fields/8/role", "the type integer"},
    {"/fields/4/role", R"("person.sex")", "/fields/4/role", "two fields have the role person.sex"},
    {"/fields/3/list", R"("rating")", "/code_lists/1/codes/0/token",
     "which its role does not know"},
    {"/fields/6/list", R"("sector")", "/fields/6/list", "one code list"},
    {"/fields/0/required", "1", "/fields/0/required", "true or false"},
    {"/fields/0/ground", R"("mine")", "/fields/0/ground", "seed, law, public, ours"},
    {"/fields/0/label/en", "", "/fields/0/label", "\"en\" is missing"},
    {"/fields/0/color", "1", "/fields/0/color", "not known"},
    {"/required_any/0/0", R"("year")", "/required_any/0/0", "no field"},
    {"/required_any/0", "[]", "/required_any/0", "at least one"},
    // code lists
    {"/code_lists/1/name", R"("sex")", "/code_lists/2/name", "two code lists"},
    {"/code_lists/1/codes/0/token", R"("red")", "/code_lists/1/codes/2/token", "twice"},
    {"/code_lists/3/alone/0/token", R"("dental")", "/code_lists/3/alone/0/token", "twice"},
    {"/code_lists/1/codes/0/token", R"("Gr\u00f8nn")", "/code_lists/1/codes/0/token", "a-z"},
    {"/code_lists/1/codes/0/number", R"("1")", "/code_lists/1/codes/0/number", "whole number"},
    {"/code_lists/1/codes/0/number", "4294967296", "/code_lists/1/codes/0/number", "whole number"},
    {"/code_lists/1/codes/0/label/nb", "", "/code_lists/1/codes/0/label", "\"nb\" is missing"},
    {"/code_lists/1/codes", "[]", "/code_lists/1/codes", "1 to 64"},
    {"/code_lists/3/codes/0/sector", R"("church")", "/code_lists/3/codes/0/sector",
     "sector of \"guidance\""},
    // age groups and schemes
    {"/age_groups/lower_bounds", "[16, 16]", "/age_groups/lower_bounds/1", "rise"},
    {"/age_groups/lower_bounds", "[]", "/age_groups/lower_bounds", "at least one"},
    {"/schemes/0/kind", R"("magic")", "/schemes/0/kind", "weighted_sum"},
    {"/schemes/0/id", R"("")", "/schemes/0/id", "id of its own"},
    {"/schemes/0/points/green", "", "/schemes/0/points", "\"green\" is missing"},
    {"/schemes/0/points/blue", "3", "/schemes/0/points/blue", "not known"},
    {"/schemes/0/points/red", "1001", "/schemes/0/points/red", "1000"},
    {"/schemes/0/weights/weather", "1", "/schemes/0/weights/weather", "not a domain"},
    {"/schemes/0/weights/housing", "-1001", "/schemes/0/weights/housing", "1000"},
    {"/schemes/0/classes/1/from", "0", "/schemes/0/classes/1/from", "rise"},
    {"/schemes/0/classes/1/class", R"("none")", "/schemes/0/classes/1/class", "not a class"},
    {"/schemes/0/classes/1/class", R"("purple")", "/schemes/0/classes/1/class", "blue_light"},
    {"/schemes/0/classes", "[]", "/schemes/0/classes", "at least one class"},
    {"/schemes/0/minimum_assessed", "9", "/schemes/0/minimum_assessed", "0 to 8"},
    // rules
    {"/rules/1/code", R"("R-1")", "/rules/1/code", "two rules"},
    {"/rules/0/kind", R"("column")", "/rules/0/kind", "one of: row"},
    {"/rules/0/severity", R"("")", "/rules/0/severity", "one of: info"},
    {"/rules/0/severity", R"("grave")", "/rules/0/severity", "one of: info"},
    {"/rules/0/fault", R"("colour")", "/rules/0/fault", "one of: cells"},
    {"/rules/0/message/nb", "", "/rules/0/message", "\"nb\" is missing"},
    {"/rules/2/fields", R"(["year"])", "/rules/2/fields/0", "no field"},
    {"/rules/2/fields", R"(["sex"])", "/rules/2/fields", "a rule of this kind"},
    {"/rules/2/fields", "[]", "/rules/2/fields", "names its fields"},
    {"/rules/2/minimum", "", "/rules/2", "\"minimum\" is missing"},
    {"/rules/1/fields", R"(["note"])", "/rules/1/fields", "a rule of this kind"},
    {"/rules/4/fields", R"(["sex"])", "/rules/4/fields", "a rule of this kind"},
    {"/rules/3/cases/0", "[]", "/rules/3/cases/0", "at least one"},
    {"/rules/3/cases/0/0/field", R"("got")", "/rules/3/cases/0/0/field", "no field"},
    {"/rules/3/cases/0/0/has_any/0", R"("gp")", "/rules/3/cases/0/0/has_any/0", "code list"},
    {"/rules/3/cases/0/1/lacks_sector/0", R"("gp")", "/rules/3/cases/0/1/lacks_sector/0", "sector"},
    {"/rules/3/cases/0/0/was", "[]", "/rules/3/cases/0/0/was", "not known"},
};

TEST_SUITE("instrument: loading a pack") {

    TEST_CASE("the small pack loads, and is as it is written") {
        const auto loaded = load_pack(pack_test::small_pack_text());
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error().path, loaded.error().message);
        const pack& p = **loaded;
        CHECK(p.id == "small/1");
        CHECK(p.title.in("en") == "English");
        CHECK(p.title.in("se") == "Norsk");
        CHECK(p.find_field("sex") == 3U);
        CHECK_FALSE(p.find_field("kjoenn").has_value());
        CHECK(p.list_of(p.fields[3])->name == "sex");
        CHECK(p.list_of(p.fields[0]) == nullptr);
        CHECK(p.field_of(role::person_birth_year) == nullptr);
        // the pack lists male first: the model's numbers follow the tokens, not the places
        CHECK(p.roles.decode[index_of(role::person_sex)][0] == static_cast<int>(sex::male));
        CHECK(p.roles.decode[index_of(role::person_sex)][1] == static_cast<int>(sex::female));
        CHECK(p.find_scheme("sum/1")->points[0] == std::array{0, 0, 2, 4});
        CHECK(p.find_scheme("sum/1")->points[7] == std::array{0, 0, 1, 2});
        CHECK(p.rules[1].fields == std::vector<std::size_t>{3, 4, 5, 6}); // all fields of codes
        CHECK(p.make_table().columns.size() == p.fields.size());
    }

    TEST_CASE("a damaged pack is refused, with the place and what is wrong with it") {
        for (const auto& d : damages) {
            const auto document = d.value.empty() ? without(d.pointer) : put(d.pointer, d.value);
            const auto loaded = load_pack(json::serialize(document));
            CAPTURE(d.pointer);
            CAPTURE(d.value);
            if (d.words.empty()) { // no damage at all: shows that the others are about the damage
                CHECK(loaded.has_value());
                continue;
            }
            REQUIRE_FALSE(loaded.has_value());
            CHECK(loaded.error().path == d.path);
            CHECK_MESSAGE(loaded.error().message.find(d.words) != std::string::npos,
                          loaded.error().message);
        }
    }

    TEST_CASE("a message is one line, whatever the pack holds") {
        for (const char* pointer : {"/new\nline", "/fields/0/new\rline", "/fields/1/alias"}) {
            const auto error = error_of(json::serialize(put(pointer, R"("kommune")")));
            CHECK(error.message.find_first_of("\r\n") == std::string::npos);
            CHECK(error.path.find_first_of("\r\n") == std::string::npos);
        }
    }

    TEST_CASE("lists have their limits") {
        const auto with_tokens = [](std::string_view pointer, int count) {
            json::array codes;
            for (int i = 0; i < count; ++i) {
                codes.push_back(
                    {{"token", "t" + std::to_string(i)}, {"label", {{"nb", "x"}, {"en", "x"}}}});
            }
            return load_pack(json::serialize(put(pointer, json::serialize(codes))));
        };
        CHECK(with_tokens("/code_lists/0/codes", 65).error().path == "/code_lists/0/codes");
        CHECK(with_tokens("/code_lists/3/alone", 9).error().path == "/code_lists/3/alone");
        CHECK(with_tokens("/code_lists/2/alone", 8).has_value());
    }

    TEST_CASE("what is not JSON is refused as that") {
        for (const char* text : {"", " ", "{", "nonsense", "{} {}", "{'id': 1}", "[1,]",
                                 "\xEF\xBB\xBF{}", "{\"id\": \"\xFF\"}"}) {
            const auto error = error_of(text);
            CHECK(error.path.empty());
            CHECK_MESSAGE(error.message.starts_with("this is not JSON: "), text);
        }
        CHECK(error_of("[]").message == "an object is needed here");
        CHECK(error_of("null").message == "an object is needed here");
    }

    TEST_CASE("deep nesting is refused") {
        const std::string deep(100'000, '[');
        CHECK(error_of(deep).message.starts_with("this is not JSON: "));
        CHECK(error_of("{\"rules\": " + deep).message.starts_with("this is not JSON: "));
    }

    TEST_CASE("a pack cut off anywhere is refused") {
        const auto text = pack_test::small_pack_text();
        std::size_t refused = 0;
        for (std::size_t length = 0; length < text.size(); length += 7) {
            refused += load_pack(std::string_view{text}.substr(0, length)).has_value() ? 0 : 1;
        }
        CHECK(refused == (text.size() + 6) / 7);
        const auto shipped = shipped_pack_json("brukerplan/2024");
        for (std::size_t length = 1; length < shipped.size() - 2; length += shipped.size() / 20) {
            CHECK_FALSE(load_pack(shipped.substr(0, length)).has_value());
        }
    }

    TEST_CASE("a pack with any character changed loads or is refused") {
        std::mt19937 random{5};
        const auto text = pack_test::small_pack_text();
        constexpr std::string_view letters = "{}[]\":,0a\\ -";
        std::size_t refused = 0;
        for (int i = 0; i < 500; ++i) {
            auto changed = text;
            changed[random() % changed.size()] = letters[random() % letters.size()];
            refused += load_pack(changed).has_value() ? 0 : 1;
        }
        CHECK(refused > 200);
    }
}

} // namespace load_pack_test
