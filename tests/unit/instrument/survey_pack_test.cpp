// The municipality survey of 2019: an instrument like any other.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/read/csv.hpp>

#include "unit/validation/survey_answer.hpp"

namespace survey_pack_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;
namespace json = boost::json;

names split(const std::string& text) {
    std::istringstream stream{text};
    names words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

/// In the order of the form.
constexpr const char* frozen_columns =
    "row_ref radref municipality kommune district bydel mappings antall_kartlegginger "
    "professionals fagpersoner service_kinds tjenestetyper days dager person_days dagsverk "
    "satisfied_with_training fornoeyd_opplaering "
    "satisfied_with_technical_support fornoeyd_teknisk_stoette "
    "satisfied_with_professional_support fornoeyd_faglig_stoette "
    "satisfied_with_report fornoeyd_rapport political_anchoring politisk_forankring "
    "plans planer plans_other andre_planer political_items politiske_saker "
    "administrative_items administrative_saker media_coverage medieomtale "
    "services_developed tjenesteutvikling own_resources egne_ressurser "
    "project_funds prosjektmidler quality_targets kvalitetsmaal "
    "recipient_cooperation samarbeid_enkeltbrukere "
    "specialist_cooperation samarbeid_spesialisthelsetjenesten supervision tilsyn "
    "other_reporting annen_rapportering comment kommentar";

struct frozen_list {
    const char* name;
    const char* tokens;
};

constexpr frozen_list frozen_lists[] = {
    {"mappings", "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"service_kind", "health_and_care nav child_welfare gp"},
    {"degree", "not_at_all small_degree some_degree large_degree very_large_degree"},
    {"degree_if_asked_for",
     "not_at_all small_degree some_degree large_degree very_large_degree not_asked_for"},
    {"political_anchoring", "own_decision by_information neither"},
    {"plan", "substance_use_plan municipal_master_plan mental_health_plan other"},
    {"yes_no", "yes no"},
    {"project_funds", "yes_granted yes_not_granted no"},
    {"yes_no_unknown", "yes no unknown"},
};

std::size_t field_at(std::string_view name) {
    const auto at = survey()->find_field(name);
    REQUIRE(at);
    return *at;
}

/// The good answer with one cell changed, as it is read.
column_table read(const sample_record& answer) {
    auto reader = csv_reader::from_text(answer.file(), survey());
    REQUIRE(reader.has_value());
    return reader->next();
}

TEST_SUITE("instrument: municipality survey") {

    TEST_CASE("it is of 2019, scores nothing and knows no recipient") {
        CHECK(survey()->id == "municipality-survey/2019");
        CHECK(survey()->year == 2019);
        CHECK(survey()->extends.empty());
        CHECK(survey()->schemes.empty());
        CHECK(survey()->age_groups.lower_bounds.empty());
        names roles;
        for (const auto& f : survey()->fields) {
            if (f.role) {
                roles.emplace_back(name_of(*f.role));
            }
        }
        CHECK(listed(roles) == "place.district place.municipality source.row_ref");
    }

    TEST_CASE("every question has its frozen column and Norwegian alias, in order") {
        names columns;
        for (const auto& f : survey()->fields) {
            columns.push_back(f.name);
            columns.push_back(f.alias);
        }
        CHECK(columns == split(frozen_columns));
    }

    TEST_CASE("every code list has its frozen tokens, in order") {
        CHECK(survey()->code_lists.size() == std::size(frozen_lists));
        for (const auto& frozen : frozen_lists) {
            CAPTURE(frozen.name);
            const auto* list = survey()->find_list(frozen.name);
            REQUIRE(list != nullptr);
            names tokens;
            for (const auto& c : list->codes) {
                tokens.push_back(c.token);
            }
            CHECK(tokens == split(frozen.tokens));
            CHECK(list->alone.empty());
        }
    }

    TEST_CASE("degrees are numbered 1 to 5, and what was not asked for has no number") {
        for (const auto* name : {"degree", "degree_if_asked_for"}) {
            const auto& codes = survey()->find_list(name)->codes;
            for (std::size_t i = 0; i < codes.size(); ++i) {
                const bool degree = codes[i].token != "not_asked_for";
                CHECK(codes[i].number ==
                      (degree ? std::optional{static_cast<int>(i) + 1} : std::nullopt));
            }
        }
        for (const auto& c : survey()->find_list("mappings")->codes) {
            CHECK(std::to_string(c.number.value()) == c.token);
        }
    }

    TEST_CASE("a file must have the columns of the questions that must be answered") {
        std::set<std::string> needed{"municipality"};
        for (const auto& r : survey()->rules) {
            for (const auto f : r.fields) {
                if (r.code == "BP-SVY-001") {
                    needed.insert(survey()->fields[f].name);
                }
            }
        }
        for (const auto& f : survey()->fields) {
            CHECK_MESSAGE(f.required == needed.contains(f.name), f.name);
        }
        CHECK(needed.size() == 22);
    }

    TEST_CASE("no two answers to a question read the same") {
        for (const auto& list : survey()->code_lists) {
            for (const auto& language : survey()->languages) {
                std::set<std::string_view> labels;
                for (const auto& c : list.codes) {
                    CHECK_MESSAGE(labels.insert(c.label.in(language)).second, c.token);
                }
            }
        }
    }

    TEST_CASE("every answer is read by its token, in capital letters, and by its number") {
        for (const auto& f : survey()->fields) {
            const auto* list = survey()->list_of(f);
            for (std::size_t i = 0; list != nullptr && i < list->codes.size(); ++i) {
                const auto& code = list->codes[i];
                names spellings{code.token, code.token};
                std::transform(code.token.begin(), code.token.end(), spellings[1].begin(),
                               [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
                if (code.number) {
                    spellings.push_back(std::to_string(*code.number));
                }
                for (const auto& spelling : spellings) {
                    CAPTURE(f.name);
                    CAPTURE(spelling);
                    const auto table = read(good_answer().with({{f.name, spelling}}));
                    const auto& cells = table.columns[field_at(f.name)];
                    REQUIRE(cells.has_value(0));
                    const bool several = f.type == field_type::codes;
                    CHECK((several ? cells.codes(0).members == std::uint64_t{1} << i
                                   : cells.number(0) == static_cast<int>(i)));
                }
            }
        }
    }

    TEST_CASE("a file from a Norwegian spreadsheet is read with its decimals") {
        const std::string file =
            "Kommune;Antall kartlegginger;Fagpersoner;Tjenestetyper;Dager;Dagsverk;"
            "Forn\xC3\xB8yd oppl\xC3\xA6ring;Forn\xC3\xB8yd teknisk st\xC3\xB8tte;"
            "Forn\xC3\xB8yd faglig st\xC3\xB8tte;Forn\xC3\xB8yd rapport;Politisk forankring;"
            "Politiske saker;Administrative saker;Medieomtale;Tjenesteutvikling;"
            "Egne ressurser;Prosjektmidler;Kvalitetsm\xC3\xA5l;Samarbeid enkeltbrukere;"
            "Samarbeid spesialisthelsetjenesten;Tilsyn;Annen rapportering\n"
            "1103;4;16,0;health_and_care, nav;9,8;4,3;4;5;3;4;neither;no;no;no;2;3;no;"
            "yes;no;unknown;no;yes\n";
        auto reader = csv_reader::from_text(file, survey());
        REQUIRE(reader.has_value());
        const auto table = reader->next();
        CHECK(reader->dialect().decimal_comma);
        CHECK(reader->dialect().unknown_columns.empty());
        CHECK(table.columns[field_at("professionals")].number(0) == 16);
        CHECK(table.columns[field_at("days")].number(0) == 9800);
        CHECK(table.columns[field_at("person_days")].number(0) == 4300);
        CHECK(table.columns[field_at("service_kinds")].codes(0).members == 0b11);
        const auto found = findings_in(file, {}, survey());
        CHECK(listed(codes_of(found, *survey())) == "");
    }

    TEST_CASE("numbers in JSON keep their decimals") {
        const auto read = json_record_reader{survey()}.read(R"({"days":9.125,"person_days":4})");
        CHECK(read.table.columns[field_at("days")].number(0) == 9125);
        CHECK(read.table.columns[field_at("person_days")].number(0) == 4000);
    }

    TEST_CASE("a product is of numbers, and at least once") {
        const auto error = [](std::string_view key, const json::value& value) {
            const auto text = shipped_pack_json("municipality-survey/2019");
            auto document = json::parse({text.data(), text.size()});
            for (auto& r : document.at("rules").as_array()) {
                if (r.at("kind") == "product_at_most") {
                    r.as_object()[key] = value;
                }
            }
            const auto loaded = load_pack(json::serialize(document));
            REQUIRE_FALSE(loaded.has_value());
            const auto& path = loaded.error().path;
            return path.substr(path.rfind('/') + 1);
        };
        CHECK(error("times", json::value(0)) == "times");
        CHECK(error("times", json::value("2")) == "times");
        CHECK(error("fields", json::array{"person_days"}) == "fields");
        CHECK(error("fields", json::array{"person_days", "comment"}) == "fields");
    }
}

} // namespace survey_pack_test
