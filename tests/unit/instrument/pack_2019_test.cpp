// The pack of 2019: what it asks, and what follows from what it does not.

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

#include "unit/shipped_pack.hpp"
#include "unit/validation/sample_people.hpp"

namespace pack_2019_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

const std::set<std::string> not_asked_in_2019{"birth_country_group", "work_experience",
                                              "suicide_attempt", "pregnant"};

const std::shared_ptr<const pack>& pack_2019() {
    static const std::shared_ptr<const pack> loaded =
        load_pack(shipped_pack_json("brukerplan/2019")).value();
    return loaded;
}

const rule* find_rule(const pack& in, std::string_view code) {
    const auto at = std::find_if(in.rules.begin(), in.rules.end(),
                                 [&](const rule& r) { return r.code == code; });
    return at == in.rules.end() ? nullptr : &*at;
}

/// A plain, good record of 2019.
sample_record plain_record() {
    auto record =
        woman_with_both_problems().with({{"mapping_year", "2019"}, {"mapped_on", "2019-05-06"}});
    for (const auto& name : not_asked_in_2019) {
        record = record.with({{name, ""}});
    }
    return record;
}

names codes_in(const sample_record& record) {
    return codes_of(findings_in(record.file(), test_policy(), pack_2019()), *pack_2019());
}

/// Codes of the rules of one pack that the other does not have.
std::set<std::string> only_in(const pack& one, const pack& other) {
    std::set<std::string> codes;
    for (const auto& r : one.rules) {
        if (find_rule(other, r.code) == nullptr) {
            codes.insert(r.code);
        }
    }
    return codes;
}

TEST_SUITE("instrument: the pack of 2019") {

    TEST_CASE("has the fields of 2024, and did not ask four of them") {
        REQUIRE(pack_2019()->fields.size() == shipped_pack()->fields.size() + 1);
        CHECK(pack_2019()->fields.back().name == "manual_group"); // recorded, never computed
        for (const auto& f : pack_2019()->fields) {
            CHECK_MESSAGE(f.asked == !not_asked_in_2019.contains(f.name), f.name);
        }
        for (const auto& f : shipped_pack()->fields) {
            CHECK_MESSAGE(f.asked, f.name);
        }
        CHECK(pack_2019()->year == 2019);
        CHECK(pack_2019()->extends == "brukerplan/2024");
        CHECK(pack_2019()->find_scheme("sum16/1") != nullptr);
    }

    TEST_CASE("binds no role to a field that it did not ask") {
        CHECK(pack_2019()->field_of(role::situation_pregnant) == nullptr);
        CHECK(pack_2019()->field_of(role::person_birth_country_group) == nullptr);
        CHECK(pack_2019()->field_of(role::situation_violence) != nullptr);
    }

    TEST_CASE("warns of a field that it did not ask, and of no other") {
        CHECK(listed(codes_in(plain_record())) == "");
        for (const auto& f : pack_2019()->fields) {
            const auto* list = pack_2019()->list_of(f);
            if (list == nullptr) {
                continue;
            }
            CAPTURE(f.name);
            const auto codes = codes_in(plain_record().with({{f.name, list->codes.front().token}}));
            const bool warned = std::find(codes.begin(), codes.end(), "BP-YEAR-001") != codes.end();
            CHECK(warned == not_asked_in_2019.contains(f.name));
        }
        const auto* r = find_rule(*pack_2019(), "BP-YEAR-001");
        REQUIRE(r != nullptr);
        std::set<std::string> subjects;
        for (const auto f : r->fields) {
            subjects.insert(pack_2019()->fields[f].name);
        }
        CHECK(subjects == not_asked_in_2019);
    }

    TEST_CASE("says nothing else about a field that it did not ask, whatever stands there") {
        for (const auto& name : not_asked_in_2019) {
            CAPTURE(name);
            CHECK(listed(codes_in(plain_record().with({{name, "no such code"}}))) == "BP-YEAR-001");
        }
        CHECK(listed(codes_in(plain_record().with(
                  {{"sex", "male"}, {"national_number", ""}, {"pregnant", "yes"}}))) ==
              "BP-YEAR-001");
    }

    TEST_CASE("counts nothing that it did not ask, in sums and where one of several is needed") {
        const auto with = load_pack(R"({"id": "own/1", "extends": "brukerplan/2019", "fields": [
            {"name": "others_children", "since": 2024}, {"name": "national_number", "since": 2024}]})");
        REQUIRE(with.has_value());
        const auto codes_with = [&](const sample_record::cells& cells) {
            const auto record = plain_record().with(cells).file();
            return codes_of(findings_in(record, test_policy(), *with), **with);
        };
        const auto found = [](const names& codes, const char* code) {
            return std::find(codes.begin(), codes.end(), code) != codes.end();
        };
        CHECK(found(codes_with({{"others_children", "2"}, {"children_with_child_welfare", "2"}}),
                    "BP-CHI-002"));
        CHECK_FALSE(
            found(codes_with({{"children_care", "2"}, {"children_with_child_welfare", "2"}}),
                  "BP-CHI-002"));
        CHECK(found(codes_with({{"birth_year", ""}}), "BP-ID-008"));
    }

    TEST_CASE("differs from 2024 by the rules about what was not asked or not yet law") {
        CHECK(only_in(*shipped_pack(), *pack_2019()) ==
              std::set<std::string>{"BP-PER-004", "BP-PER-005", "BP-RGT-002"});
        CHECK(only_in(*pack_2019(), *shipped_pack()) == std::set<std::string>{"BP-YEAR-001"});
    }

    TEST_CASE("lets child welfare follow up to 23, where 2024 says 25") {
        const auto codes_at = [](const pack& of, int age) {
            const auto year = std::to_string(of.year);
            const auto record = woman_with_both_problems().with(
                {{"mapping_year", year},
                 {"mapped_on", year + "-05-06"},
                 {"unit_kind", "child_welfare"},
                 {"national_number", ""},
                 {"birth_year", std::to_string(of.year - age)},
                 {"sex", "male"},
                 {"pregnant", ""},
                 {"birth_country_group", ""},
                 {"work_experience", ""},
                 {"suicide_attempt", ""},
                 {"services_received",
                  "follow_up_team|child_welfare_measure|gp|mental_outpatient"}});
            const auto with = of.year == 2019 ? pack_2019() : shipped_pack();
            return listed(codes_of(findings_in(record.file(), test_policy(), with), *with));
        };
        CHECK(codes_at(*pack_2019(), 23) == "");
        CHECK(codes_at(*pack_2019(), 24) == "BP-INC-006 BP-SRV-003");
        CHECK(codes_at(*shipped_pack(), 25) == "");
        CHECK(codes_at(*shipped_pack(), 26) == "BP-INC-006 BP-SRV-003");
    }
}

} // namespace pack_2019_test
