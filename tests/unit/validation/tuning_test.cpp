// A municipality may find a rule too strict for itself or of no use at all, and may want to be told
// when more than a share of its records break one.

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "sample_people.hpp"

namespace tuning_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

std::size_t rule_of(std::string_view code) {
    const auto& rules = instrument()->rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].code == code) {
            return i;
        }
    }
    FAIL("no rule of this code");
    return 0;
}

tuning loaded(const std::string& profile) {
    auto t = load_tuning(profile, *instrument());
    REQUIRE_MESSAGE(t.has_value(), t.error().path, " ", t.error().message);
    return *std::move(t);
}

/// A profile with some members after its heading.
std::string profile(const std::string& members) {
    return R"({"format": "brukerplan/profile", "version": 1, "id": "own/1")" +
           (members.empty() ? "" : ", " + members) + "}";
}

validation_options tuned_by(const std::string& members) {
    auto options = test_policy();
    options.tuning = loaded(profile(members));
    return options;
}

/// Code and severity of what is found in a record that is not noted and without one colour.
std::string found(const std::string& members, const sample_record::cells& more = {}) {
    const auto record =
        woman_with_both_problems().with({{"record_noted", "no"}, {"network", ""}}).with(more);
    names all;
    const auto log = findings_of(record, tuned_by(members));
    for (const auto& f : log.details()) {
        all.push_back(instrument()->rules[f.rule].code + ":" + std::string{token_of(f.severity)});
    }
    return listed(all);
}

TEST_SUITE("validation: tuning") {

    TEST_CASE("of the changes of a rule the one for the smallest area holds") {
        tuning t;
        t.areas = {{"", {{3, severity::info, "a test"}}},
                   {"0301", {{3, severity::warning, "a test"}, {4, std::nullopt, "a test"}}},
                   {"030105", {{3, std::nullopt, "a test"}}}};
        CHECK(tuned_severity(t, 3, severity::error, "4601", "") == severity::info);
        CHECK(tuned_severity(t, 3, severity::error, "0301", "") == severity::warning);
        CHECK(tuned_severity(t, 3, severity::error, "0301", "030101") == severity::warning);
        CHECK_FALSE(tuned_severity(t, 3, severity::error, "0301", "030105").has_value());
        CHECK_FALSE(tuned_severity(t, 4, severity::error, "0301", "030105").has_value());
        CHECK(tuned_severity(t, 4, severity::error, "4601", "") == severity::error);
    }

    TEST_CASE("gives rules another severity, or switches them off") {
        CHECK(found("") == "BP-DOM-003:warning BP-RGT-003:warning");
        CHECK(found(R"("changes": [{"rule": "BP-RGT-003", "severity": "error"},
                                   {"rule": "BP-DOM-003", "off": true, "reason": "ours"}])") ==
              "BP-RGT-003:error");
    }

    TEST_CASE("of a district wins over that of the municipality, and that over all") {
        const std::string members = R"("changes": [{"rule": "BP-RGT-003", "severity": "error"},
                                                   {"rule": "BP-DOM-003", "severity": "error"}],
            "areas": [{"area": "900101", "changes": [{"rule": "BP-RGT-003", "severity": "info"}]},
                      {"area": "9001", "changes": [
                          {"rule": "BP-RGT-003", "off": true, "reason": "elsewhere"},
                          {"rule": "BP-DOM-003", "severity": "info"}]}])";
        CHECK(found(members, {{"municipality", "9002"}}) == "BP-DOM-003:error BP-RGT-003:error");
        CHECK(found(members) == "BP-DOM-003:info");
        CHECK(found(members, {{"district", "900101"}}) == "BP-DOM-003:info BP-RGT-003:info");
        CHECK(found(members, {{"district", "900102"}}) == "BP-DOM-003:info");
    }

    TEST_CASE("of an area may leave a rule as it is nowhere else") {
        const std::string members = R"("changes": [{"rule": "BP-RGT-003", "off": true,
                                                    "reason": "not here"}],
            "areas": [{"area": "9001", "changes": [{"rule": "BP-RGT-003", "severity": "info"}]}])";
        CHECK(found(members) == "BP-DOM-003:warning BP-RGT-003:info");
        CHECK(found(members, {{"municipality", "9002"}}) == "BP-DOM-003:warning");
    }

    TEST_CASE("changes all severities of a rule that has two") {
        for (const auto* on : {"2023-12-31", "2022-05-06"}) {
            const auto log =
                findings_of(woman_with_both_problems().with({{"mapped_on", on}}),
                            tuned_by(R"("changes": [{"rule": "BP-DAT-001", "severity": "info"}])"));
            REQUIRE(log.details().size() == 1);
            CHECK(log.details().front().severity == severity::info);
        }
    }

    TEST_CASE("counts, worst and details agree") {
        const auto good = woman_with_both_problems();
        const auto file = good.header() + "\n" + good.with({{"record_noted", "no"}}).row() + "\n" +
                          good.with({{"record_noted", "no"}, {"municipality", "9002"}}).row() +
                          "\n" + good.row() + "\n";
        const auto log = findings_in(file, tuned_by(R"("areas": [{"area": "9002", "changes": [
                                {"rule": "BP-RGT-003", "severity": "error"}]}])"));
        const auto rule = rule_of("BP-RGT-003");
        CHECK(log.findings(rule) == 2);
        CHECK(log.records(rule, severity::error) == 1);
        CHECK(log.records(rule, severity::warning) == 1);
        CHECK(log.rows(severity::error) == 1);
        CHECK(log.rows(severity::warning) == 1);
        CHECK(log.rows(severity::none) == 1);
    }

    TEST_CASE("tells which thresholds are exceeded") {
        const auto t = loaded(profile(R"("thresholds": [
            {"rule": "BP-RGT-003", "share": 0.29, "severity": "error"},
            {"rule": "BP-DOM-003", "share": 0, "severity": "warning"}])"));
        finding_log log;
        for (int row = 0; row < 100; ++row) {
            if (row < 29) {
                finding f;
                f.rule = rule_of("BP-RGT-003");
                f.severity = severity::warning;
                log.add(f);
            }
            log.end_row(row < 29 ? severity::warning : severity::none);
        }
        CHECK(exceeded_thresholds(log.counts(), t).empty()); // 29 of 100 are 0.29
        finding more;
        more.rule = rule_of("BP-RGT-003");
        more.severity = severity::info;
        log.add(more);
        log.end_row(severity::info);
        const auto exceeded = exceeded_thresholds(log.counts(), t);
        REQUIRE(exceeded.size() == 1);
        CHECK(exceeded.front().limit.rule == rule_of("BP-RGT-003"));
        CHECK(exceeded.front().limit.severity == severity::error);
        CHECK(exceeded.front().records == 30);
        CHECK(exceeded.front().rows == 101);
        CHECK(exceeded_thresholds(finding_counts{}, t).empty());
    }

    TEST_CASE("is read from a profile") {
        const auto t = loaded(profile(R"("changes": [{"rule": "BP-DAT-002", "severity": "info",
                                                      "reason": "late forms are welcome"}],
            "areas": [{"area": "0301", "changes": []}],
            "thresholds": [{"rule": "BP-DOM-003", "share": 0.2, "severity": "error"}])"));
        CHECK(t.id == "own/1");
        REQUIRE(t.areas.size() == 2);
        CHECK(t.areas[0].area.empty());
        REQUIRE(t.areas[0].changes.size() == 1);
        CHECK(t.areas[0].changes[0].rule == rule_of("BP-DAT-002"));
        CHECK(t.areas[0].changes[0].severity == severity::info);
        CHECK(t.areas[0].changes[0].reason == "late forms are welcome");
        CHECK(t.areas[1].area == "0301");
        REQUIRE(t.thresholds.size() == 1);
        CHECK(t.thresholds[0].share == 0.2);
        CHECK_FALSE(tuning_fault(t, *instrument()).has_value());
    }

    TEST_CASE("is for rules over a person, too, and validation finds the same with it") {
        const std::string members = R"("changes": [{"rule": "BP-MRG-002", "severity": "error"},
            {"rule": "BP-MRG-004", "off": true, "reason": "the units count differently"}])";
        const auto t = loaded(profile(members));
        CHECK_FALSE(tuning_fault(t, *instrument()).has_value());
        REQUIRE(t.areas.front().changes.size() == 2);
        CHECK(t.areas.front().changes[0].rule == rule_of("BP-MRG-002"));
        CHECK(t.areas.front().changes[0].severity == severity::error);
        CHECK_FALSE(t.areas.front().changes[1].severity.has_value());
        CHECK(found(members) == found(""));
    }

    TEST_CASE("that is not a profile is refused, with the place of the fault") {
        const auto fault = [](const std::string& json) {
            const auto t = load_tuning(json, *instrument());
            REQUIRE_FALSE(t.has_value());
            return t.error().path + ": " + t.error().message;
        };
        CHECK(fault("{").starts_with(": this is not JSON"));
        CHECK(fault(R"({"format": "brukerplan/pack", "version": 1, "id": "x"})")
                  .starts_with("/format: "));
        CHECK(fault(R"({"format": "brukerplan/profile", "version": 2, "id": "x"})")
                  .starts_with("/version: "));
        CHECK(fault(R"({"format": "brukerplan/profile", "version": 1, "id": ""})")
                  .starts_with("/id: "));
        CHECK(fault(profile(R"("rules": [])")) == "/rules: the key \"rules\" is not known");
        const auto change = [&](const std::string& members) {
            return fault(profile(R"("changes": [{)" + members + "}]"));
        };
        CHECK(change(R"("rule": "BP-DOM-03", "severity": "info")") ==
              "/changes/0/rule: the pack has no rule of this code; the nearest is BP-DOM-003");
        CHECK(change(R"("rule": "BP-DOM-003")").starts_with("/changes/0: a change either"));
        CHECK(change(R"("rule": "BP-DOM-003", "off": true)") ==
              "/changes/0: a rule is switched off for a \"reason\"");
        CHECK(change(R"("rule": "BP-DOM-003", "off": true, "severity": "info", "reason": "x")")
                  .starts_with("/changes/0: a change either"));
        CHECK(change(R"("rule": "BP-DOM-003", "off": false, "reason": "x")")
                  .starts_with("/changes/0/off: "));
        CHECK(change(R"("rule": "BP-DOM-003", "severity": "fatal")")
                  .starts_with("/changes/0/severity: "));
        CHECK(change(R"("rule": "BP-ROW-001", "severity": "info")")
                  .starts_with("/changes/0/rule: this rule is about rows"));
        CHECK(change(R"("rule": "BP-DOM-003", "severity": "info"},
                        {"rule": "BP-DOM-003", "severity": "error")") ==
              "/changes/1/rule: this rule stands twice in the list");
        CHECK(fault(profile(R"("thresholds": [{"rule": "BP-MRG-005", "share": 0.1,
                                                "severity": "error"}])")) ==
              "/thresholds/0/rule: this rule is about persons, and a threshold is a share of rows");
        for (const auto* area : {"", "301", "03011", "03o1", "0301010"}) {
            CHECK(fault(profile(R"("areas": [{"area": ")" + std::string{area} +
                                R"(", "changes": []}])"))
                      .starts_with("/areas/0/area: an area is"));
        }
        CHECK(fault(profile(R"("areas": [{"area": "0301", "changes": []},
                                         {"area": "0301", "changes": []}])")) ==
              "/areas/1/area: this area stands twice");
        for (const auto* share : {"-0.1", "1.1", "\"0.2\"", "null"}) {
            CHECK(fault(profile(R"("thresholds": [{"rule": "BP-DOM-003", "severity": "error",
                                                   "share": )" +
                                std::string{share} + "}]")) ==
                  "/thresholds/0/share: a number from 0 to 1 is needed here");
        }
    }

    TEST_CASE("that is not for the pack makes no validator") {
        const auto refused = [](area_tuning area) {
            validation_options options;
            options.tuning.areas.push_back(std::move(area));
            CHECK(tuning_fault(options.tuning, *instrument()).has_value());
            CHECK_THROWS_AS((validator{instrument(), options}), std::invalid_argument);
        };
        const auto good = rule_of("BP-RGT-003");
        const auto of_person = rule_of("BP-MRG-002");
        refused({"", {{instrument()->rules.size(), severity::info, ""}}});
        refused({"", {{rule_of("BP-ROW-001"), severity::info, ""}}});
        refused({"", {{good, severity::fatal, ""}}});
        refused({"", {{good, severity::none, ""}}});
        refused({"", {{good, severity::info, ""}, {good, severity::info, ""}}});
        refused({"301", {}});
        tuning t;
        t.thresholds = {{good, severity::info, 1.5}};
        CHECK(tuning_fault(t, *instrument()).has_value());
        t.thresholds = {{of_person, severity::info, 0.5}};
        CHECK(tuning_fault(t, *instrument()).has_value());
        t.thresholds = {{good, severity::info, 0.5}, {good, severity::error, 0.6}};
        CHECK(tuning_fault(t, *instrument()).has_value());
        t.thresholds.pop_back();
        CHECK_FALSE(tuning_fault(t, *instrument()).has_value());
    }
}

} // namespace tuning_test
