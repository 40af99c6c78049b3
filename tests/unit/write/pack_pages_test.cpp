// A pack as a page, two packs compared, and rules as a code system.

#include <doctest/doctest.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/write/code_system.hpp>
#include <brukerplan/write/pack_difference.hpp>
#include <brukerplan/write/pack_document.hpp>

#include "unit/instrument/small_pack.hpp"
#include "unit/shipped_pack.hpp"

namespace pack_pages_test {

using namespace brukerplan;
namespace json = boost::json;

bool has(std::string_view page, std::string_view words) {
    return page.find(words) != std::string_view::npos;
}

std::shared_ptr<const pack> loaded(std::string_view text) {
    auto result = load_pack(text);
    if (!result) {
        FAIL(result.error().path, ": ", result.error().message);
    }
    return *std::move(result);
}

/// A pack of the municipality's own, with these members in English and Norwegian alike.
std::shared_ptr<const pack> own(std::string_view members) {
    return loaded(R"({"id": "own/1", "extends": "brukerplan/2024", )" + std::string{members} + "}");
}

std::string words_at(const json::value& object, std::string_view key) {
    return std::string{object.at(key).as_string()};
}

/// The part of a page from one heading to the next of its kind.
std::string_view section(std::string_view page, std::string_view heading) {
    const auto begin = page.find("\n### " + std::string{heading} + "\n");
    REQUIRE(begin != std::string_view::npos);
    const auto end = page.find("\n### ", begin + 1);
    return page.substr(begin, end - begin);
}

TEST_SUITE("write: a pack as a page") {

    TEST_CASE("has every field, code and rule, and says of each where it comes from") {
        for (const char* language : {"nb", "nn", "en"}) {
            const auto page = pack_document(*shipped_pack(), language);
            for (const auto& f : shipped_pack()->fields) {
                CHECK_MESSAGE(has(page, "`" + f.name + "`"), f.name);
                CHECK_MESSAGE(has(page, "`" + f.alias + "`"), f.alias);
                CHECK_MESSAGE(has(page, f.description.in(language)), f.name);
            }
            for (const auto& list : shipped_pack()->code_lists) {
                for (const auto& c : list.codes) {
                    const auto row = "| `" + c.token + "` | " + std::string{c.label.in(language)};
                    CHECK_MESSAGE(has(page, row), row);
                }
            }
            for (const auto& r : shipped_pack()->rules) {
                const auto part = section(page, r.code);
                CHECK(has(part, "**" + std::string{r.title.in(language)} + "**"));
                CHECK_MESSAGE(has(part, r.reason.in(language)), r.code);
            }
            CHECK(has(page, "sum16/1"));
            CHECK(has(page, shipped_pack()->note.in(language)));
        }
    }

    TEST_CASE("leaves no placeholder and no dash for one") {
        for (const char* language : {"nb", "nn", "en"}) {
            const auto page = pack_document(*shipped_pack(), language);
            CHECK(page.find_first_of("{}") == std::string::npos);
            CHECK_FALSE(has(page, ": -\n"));
        }
    }

    TEST_CASE("says what a rule will say, with its bounds, and shows its example") {
        const auto page = pack_document(*shipped_pack(), "en");
        const auto children = section(page, "BP-CHI-001");
        CHECK(has(children, "a whole number from 0 to 20"));
        CHECK(has(children, "Example: `children_care` = `two`"));
        CHECK(has(section(page, "BP-DAT-003"), "with `--reference-date` 2024-05-31"));
        CHECK(has(section(page, "BP-ID-003"), "without --test-numbers"));
        CHECK(has(section(page, "BP-SRV-002"), "`services_needed` = empty"));
        CHECK(has(section(page, "BP-RGT-001"), "Fires when: Has objected is"));
        CHECK(has(section(page, "BP-PER-002"), "the age on the mapping date is 16"));
        CHECK(has(section(page, "BP-SRV-004"), "is answered without anything from Specialist"));
        CHECK_FALSE(has(section(page, "BP-ROW-001"), "Example"));
    }

    TEST_CASE("marks what is the library's own") {
        const auto page = pack_document(*shipped_pack(), "en");
        CHECK(has(section(page, "BP-DOM-004"), "- Ground: **the library's own**"));
        CHECK(has(section(page, "BP-RGT-001"), "- Ground: law or regulation"));
        CHECK(has(section(page, "sum16/1"), "- Ground: **the library's own**"));
    }

    TEST_CASE("keeps apart what the year did not ask") {
        const auto older = loaded(shipped_pack_json("brukerplan/2019"));
        const auto page = pack_document(*older, "en");
        const auto apart = page.find("## Fields that were not asked in 2019");
        REQUIRE(apart != std::string::npos);
        CHECK(page.find("### Pregnant") > apart);
        CHECK(page.find("### Violence") < apart);
        CHECK_FALSE(has(section(page, "BP-INC-006"), "Pregnant"));
        CHECK_FALSE(has(pack_document(*shipped_pack(), "en"), "not asked in"));
    }

    TEST_CASE("keeps rules over a person apart from rules about a record") {
        const auto page = pack_document(*shipped_pack(), "en");
        const auto apart = page.find("## About a person whom several units registered");
        const auto explained = page.find("## Every rule explained");
        REQUIRE(apart != std::string::npos);
        REQUIRE(explained != std::string::npos);
        for (const auto& r : shipped_pack()->rules) {
            const bool of_person = r.kind == rule_kind::person;
            const auto row = page.find("| [" + r.code + "](");
            CAPTURE(r.code);
            CHECK((row > apart) == of_person);
            CHECK(row < explained);
        }
        CHECK(has(page, "- [About a person whom several units registered](#person_rules)\n"));
        const auto rating = section(page, "BP-MRG-002");
        CHECK(has(rating, "is rated green by one unit and red by another (row *the others*)"));
        CHECK(has(rating, "Fires when: the domain is green in one unit and red in another"));
        CHECK_FALSE(has(rating, "Example"));
        CHECK_FALSE(
            has(pack_document(*loaded(pack_test::small_pack_text()), "en"), "About a person"));
    }

    TEST_CASE("shows texts as they are, whatever marks they hold") {
        const auto page = pack_document(*own(R"("title": {"nb": "*a* | <b> [c] `d`"})"), "nb");
        CHECK(page.starts_with("# \\*a\\* \\| \\<b\\> \\[c\\] \\`d\\`\n"));
    }

    TEST_CASE("shows a language that only some texts have, and bokmal for the others") {
        const auto p = own(R"("more_languages": ["se"],
            "fields": [{"name": "housing", "label": {"se": "x-housing"}}])");
        const auto page = pack_document(*p, "se");
        CHECK(has(page, "### x-housing"));
        CHECK(has(page, "### Nettverk"));
        CHECK(has(page, "## Regler"));
    }

    TEST_CASE("of any pack says every kind of rule and has an end") {
        const auto page = pack_document(*loaded(pack_test::small_pack_text()), "en");
        CHECK(has(section(page, "R-4"), "Fires when:\n  - "));
        CHECK(has(section(page, "sum/1"), "green"));
        CHECK(page.back() == '\n');
    }
}

TEST_SUITE("write: two packs compared") {

    TEST_CASE("are the same when nothing was changed but the id") {
        const auto page = pack_difference(*shipped_pack(), *shipped_pack(), "nb");
        CHECK(page == "# Fra BrukerPlan 2024 til BrukerPlan 2024\n\nIngenting er endret.\n");
    }

    TEST_CASE("show what is new, gone and changed, and nothing else") {
        const auto p = own(R"("rules": [{"code": "BP-CHI-001", "maximum": 15}],
            "code_lists": [{"name": "violence", "codes": [
                {"token": "witness", "label": {"nb": "Annet", "nn": "Anna", "en": "Other"}}]}],
            "schemes": [{"id": "sum16/1", "minimum_assessed": 7}],
            "without": {"rules": ["BP-NET-001"]})");
        const auto page = pack_difference(*shipped_pack(), *p, "en");
        CHECK(has(page, "### New\n\n- `violence`, `witness`: Other\n"));
        CHECK(has(page, "### Gone\n\n- `BP-NET-001` "));
        CHECK(has(page,
                  "`own/1`: The number in \xE2\x80\x9C*field*\xE2\x80\x9D is not a whole number "
                  "from 0 to 15."));
        CHECK(has(page, "`brukerplan/2024`: 8\n    - `own/1`: 7\n"));
        CHECK(has(page, "0\xE2\x80\x93"
                        "15 (BP-CHI-001)")); // the range of the fields, too
        CHECK_FALSE(has(page, "BP-INC"));
        const auto back = pack_difference(*p, *shipped_pack(), "en");
        CHECK(has(back, "### Gone\n\n- `violence`, `witness`: Other\n"));
        CHECK(has(back, "### New\n\n- `BP-NET-001` "));
    }

    TEST_CASE("count a field that a year did not ask as not there") {
        const auto older = loaded(shipped_pack_json("brukerplan/2019"));
        const auto page = pack_difference(*older, *shipped_pack(), "en");
        for (const char* field : {"birth_country_group", "work_experience", "suicide_attempt"}) {
            CHECK(has(page, "- `" + std::string{field} + "` "));
        }
        CHECK(has(page, "over 23"));
        CHECK(has(page, "over 25"));
        CHECK_FALSE(has(page, "BP-DOM"));
    }
}

TEST_SUITE("write: rules as a code system") {

    TEST_CASE("have a concept each, with its texts and properties") {
        const auto system = json::parse(rule_code_system(*shipped_pack(), "nn"));
        const auto& concepts = system.at("concept").as_array();
        REQUIRE(concepts.size() == shipped_pack()->rules.size());
        CHECK(system.at("count").to_number<std::size_t>() == concepts.size());
        for (std::size_t i = 0; i < concepts.size(); ++i) {
            const auto& r = shipped_pack()->rules[i];
            CHECK(words_at(concepts[i], "code") == r.code);
            CHECK(words_at(concepts[i], "display") == r.title.in("nn"));
            CHECK(words_at(concepts[i], "definition") == r.reason.in("nn"));
            CHECK(concepts[i].at("designation").as_array().size() == 3);
        }
        CHECK(words_at(system, "language") == "nn");
        CHECK(words_at(system, "version") == shipped_pack()->edition);
    }

    TEST_CASE("name no property that is not declared") {
        const auto system = json::parse(rule_code_system(*shipped_pack(), "en"));
        std::set<std::string> declared;
        for (const auto& property : system.at("property").as_array()) {
            declared.insert(words_at(property, "code"));
            CHECK(words_at(property, "type") == "code");
        }
        for (const auto& rule : system.at("concept").as_array()) {
            for (const auto& property : rule.at("property").as_array()) {
                CHECK(declared.contains(words_at(property, "code")));
            }
        }
    }
}

} // namespace pack_pages_test
