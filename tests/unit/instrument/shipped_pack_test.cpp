#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/category.hpp>

#include "unit/shipped_pack.hpp"

namespace shipped_pack_test {

using namespace brukerplan;
using words = std::vector<std::string>;

words split(const std::string& text) {
    std::istringstream stream{text};
    words result;
    for (std::string word; stream >> word;) {
        result.push_back(word);
    }
    return result;
}

words tokens_of(const std::vector<code>& codes) {
    words result;
    for (const auto& c : codes) {
        result.push_back(c.token);
    }
    return result;
}

struct frozen_list {
    const char* name;
    const char* tokens;
    const char* alone = "";
};

/// Tokens in their order: an index in a list is a bit in stored sets.
constexpr frozen_list frozen_lists[] = {
    {"rating", "green yellow red"},
    {"index_class", "green yellow red blue_light none"},
    {"category", "substance_only substance_and_less_serious_mental substance_and_serious_mental "
                 "mental_only_less_serious mental_only_serious none unknown"},
    {"sector", "health_and_care nav child_welfare specialist other"},
    {"yes_no_unknown", "yes no unknown"},
    {"unit_kind", "health_and_care nav child_welfare gp other"},
    {"sex", "female male unknown"},
    {"birth_country_group", "norway nordic eu_eea other unknown"},
    {"mental_disorder", "none less_serious serious unknown"},
    {"substances", "alcohol cannabis opioids stimulants medicines ghb doping other_illegal",
     "none unknown"},
    {"housing_kind",
     "owned rented_private rented_municipal staffed_housing with_family institution "
     "temporary homeless prison other unknown"},
    {"main_activity", "ordinary_work supported_work employment_measure education day_activity "
                      "voluntary_work caring none retired other unknown"},
    {"income_source", "work sickness_benefit work_assessment_allowance disability_benefit "
                      "unemployment_benefit social_assistance old_age_pension student_support "
                      "supported_by_others none other unknown"},
    {"managed_economy", "none voluntary compulsory unknown"},
    {"violence", "none exposed exposes both unknown"},
    {"individual_plan", "yes no declined unknown"},
    {"service",
     "follow_up_team home_services housing_follow_up staffed_housing day_activity low_threshold "
     "outreach_team counselling crisis_response medication_support harm_reduction support_contact "
     "respite family_support responsibility_group gp dental social_assistance financial_guidance "
     "money_management employment_measure individual_placement qualification_programme "
     "temporary_housing child_welfare_measure substance_outpatient substance_inpatient detox "
     "oat_clinic mental_outpatient mental_inpatient somatic_hospital user_organisation probation "
     "nav_guidance other",
     "none unknown"},
};

constexpr const char* frozen_columns =
    "row_ref radref municipality kommune district bydel mapping_year kartleggingsaar "
    "mapped_on dato unit enhet unit_kind enhetstype mapper kartlegger "
    "national_number foedselsnummer birth_year foedselsaar sex kjoenn "
    "birth_country_group foedeland work_experience arbeidserfaring informed informert "
    "objects reservert record_noted journalfoert substance_problem rusproblem "
    "mental_disorder psykisk_lidelse housing bolig activity aktivitet economy oekonomi "
    "physical_health fysisk_helse mental_health psykisk_helse substance_use rusmiddelbruk "
    "social_functioning sosial_fungering network nettverk substances rusmidler "
    "injects injiserer opioid_agonist_treatment lar housing_kind boform "
    "main_activity hovedaktivitet income_source inntektskilde managed_economy oekonomistyring "
    "violence vold suicide_attempt selvmordsforsoek pregnant gravid children_care barn_omsorg "
    "children_contact barn_samvaer others_children andres_barn "
    "children_with_child_welfare barn_barnevern individual_plan individuell_plan "
    "coordinator koordinator services_received tjenester_mottatt services_needed tjenester_behov";

TEST_SUITE("instrument: the shipped pack") {

    TEST_CASE("every pack that comes with the library passes the checks of one that does not") {
        for (const auto id : shipped_packs()) {
            const std::string copy{shipped_pack_json(id)}; // a text of its own is checked in full
            const auto loaded = load_pack(copy);
            REQUIRE_MESSAGE(loaded.has_value(), std::string{id});
            CHECK((*loaded)->id == id);
        }
    }

    TEST_CASE("the newest pack is brukerplan/2024, and every shipped pack loads") {
        CHECK(shipped_pack()->id == "brukerplan/2024");
        for (const auto id : shipped_packs()) {
            const auto loaded = load_pack(shipped_pack_json(id));
            REQUIRE(loaded.has_value());
            CHECK((*loaded)->id == id);
        }
        CHECK(shipped_packs().back() == "brukerplan/2024");
        CHECK(shipped_pack_json("brukerplan/1900").empty());
    }

    TEST_CASE("every column has its frozen name and Norwegian alias, in order") {
        words columns;
        for (const auto& f : shipped_pack()->fields) {
            columns.push_back(f.name);
            columns.push_back(f.alias);
        }
        CHECK(columns == split(frozen_columns));
    }

    TEST_CASE("every code list has its frozen tokens, in order") {
        for (const auto& frozen : frozen_lists) {
            const auto* list = shipped_pack()->find_list(frozen.name);
            CAPTURE(frozen.name);
            REQUIRE(list != nullptr);
            CHECK(tokens_of(list->codes) == split(frozen.tokens));
            CHECK(tokens_of(list->alone) == split(frozen.alone));
        }
    }

    TEST_CASE("the lists that the model computes with have the model's tokens") {
        const auto same = [](std::string_view list, const auto& tokens) {
            return tokens_of(shipped_pack()->find_list(list)->codes) ==
                   words(tokens.begin(), tokens.end());
        };
        CHECK(same("category", category_tokens));
        CHECK(same("sex", sex_tokens));
        CHECK(same("yes_no_unknown", yes_no_tokens));
        CHECK(same("mental_disorder", mental_disorder_tokens));
    }

    TEST_CASE("every role is bound to one field, and every field has a role") {
        for (std::size_t i = 0; i < role_count; ++i) {
            const auto* f = shipped_pack()->field_of(static_cast<role>(i));
            CAPTURE(role_names[i]);
            REQUIRE(f != nullptr);
            CHECK(f->role == static_cast<role>(i));
        }
        CHECK(shipped_pack()->fields.size() == role_count);
        for (const domain d : all_domains) {
            CHECK(shipped_pack()->field_of(role_of(d))->name == token_of(d));
        }
    }

    TEST_CASE("ratings have the numbers 1, 2 and 3") {
        const auto& codes = shipped_pack()->find_list("rating")->codes;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            CHECK(codes[i].number == static_cast<int>(i) + 1);
        }
    }

    TEST_CASE("health and care, NAV and child welfare are municipal") {
        for (const auto& sector : shipped_pack()->find_list("sector")->codes) {
            const bool municipal = sector.token == "health_and_care" || sector.token == "nav" ||
                                   sector.token == "child_welfare";
            CHECK(sector.municipal == municipal);
        }
        for (const auto& service : shipped_pack()->find_list("service")->codes) {
            CHECK_FALSE(service.sector.empty());
        }
    }

    TEST_CASE("every text is there in bokmal, nynorsk and English") {
        const auto complete = [](const text& t) {
            std::set<std::string> languages;
            for (const auto& [language, value] : t.entries()) {
                languages.insert(language);
            }
            return languages.contains("nb") && languages.contains("nn") && languages.contains("en");
        };
        for (const auto& f : shipped_pack()->fields) {
            CHECK(complete(f.label));
            CHECK(complete(f.description));
        }
        for (const auto& r : shipped_pack()->rules) {
            CHECK_MESSAGE((complete(r.title) && complete(r.reason) && complete(r.message) &&
                           complete(r.action)),
                          r.code);
        }
    }

    TEST_CASE("the scheme says that it is the library's own") {
        const auto* sum16 = shipped_pack()->find_scheme("sum16/1");
        REQUIRE(sum16 != nullptr);
        CHECK(sum16->ground == ground::ours);
        CHECK(sum16->minimum_assessed == 8);
    }

    TEST_CASE("rules over a person are the same in every edition of the form") {
        const auto of_persons = [](const pack& of) {
            std::string rules;
            for (const auto& r : of.rules) {
                if (r.kind == rule_kind::person) {
                    rules += r.code.substr(3) + ' ' + std::string{token_of(r.severity)} + ' ' +
                             std::to_string(r.fields.size()) + (checks_each(r) ? " each\n" : "\n");
                }
            }
            return rules;
        };
        CHECK(of_persons(*shipped_pack()) == "MRG-001 error 2 each\n"
                                             "MRG-002 warning 8 each\n"
                                             "MRG-003 warning 2\n"
                                             "MRG-004 info 4 each\n"
                                             "MRG-005 warning 1\n"
                                             "MRG-006 info 1\n");
        const auto older = load_pack(shipped_pack_json("brukerplan/2019"));
        REQUIRE(older.has_value());
        CHECK(of_persons(**older) == of_persons(*shipped_pack()));
        const auto survey = load_pack(shipped_pack_json("municipality-survey/2019"));
        REQUIRE(survey.has_value());
        CHECK(of_persons(**survey).empty());
    }

    TEST_CASE("rule codes name an area and a number, and are used once") {
        std::set<std::string> codes;
        for (const auto& r : shipped_pack()->rules) {
            CHECK(codes.insert(r.code).second);
            CHECK(r.code.starts_with("BP-"));
            CHECK(r.code.size() == r.code.rfind('-') + 4);
        }
        CHECK(codes.size() >= 10);
    }
}

} // namespace shipped_pack_test
