// What becomes of a field that units answered differently.
#include <doctest/doctest.h>

#include <string>

#include "round_fixture.hpp"

namespace merge_policy_test {

using namespace brukerplan;
using namespace brukerplan::register_test;
using cells = sample_record::cells;

/// One person by three units, the latest first in the file.
struct three_answers {
    std::string column;
    std::string latest;
    std::string earlier;
    std::string earliest;
};

std::string merged(const three_answers& a, const merge_policy& policy) {
    const auto record = [&](std::string mapped_on, std::string unit, const std::string& answer) {
        return woman_with_both_problems().with(
            {{"mapped_on", std::move(mapped_on)}, {"unit", std::move(unit)}, {a.column, answer}});
    };
    const auto way = transfer_of({record("2024-05-06", "Team A", a.latest),
                                  record("2024-05-01", "Team B", a.earlier),
                                  record("2024-04-20", "Team C", a.earliest)},
                                 policy);
    REQUIRE(way.rows.size() == 1);
    CHECK(way.receipt().merge_policy == policy.id);
    return way.rows[0].at(a.column);
}

std::string fault_of(std::string_view id, const policy_changes& changes) {
    const auto made = make_merge_policy(*instrument(), id, changes);
    return made ? std::string{} : made.error().message;
}

TEST_SUITE("register: merge policies") {

    TEST_CASE("latest_known: the latest answer that is known") {
        const auto policy = policy_of("latest_known/1");
        CHECK(policy_of().id == "latest_known/1");
        CHECK(merged({"housing", "green", "red", "red"}, policy) == "green");
        CHECK(merged({"housing", "", "red", "green"}, policy) == "red");
        CHECK(merged({"injects", "unknown", "", "yes"}, policy) == "yes");
        CHECK(merged({"injects", "", "unknown", ""}, policy) == "unknown");
        CHECK(merged({"injects", "", "", ""}, policy) == "");
        CHECK(merged({"housing_kind", "unknown", "owned", "homeless"}, policy) == "owned");
        CHECK(merged({"unit_kind", "", "nav", "gp"}, policy) == "nav");
    }

    TEST_CASE("latest_mapped_on: everything from the latest registration, empty or not") {
        const auto policy = policy_of("latest_mapped_on/1");
        CHECK(merged({"network", "", "red", "green"}, policy) == "");
        CHECK(merged({"injects", "unknown", "yes", "no"}, policy) == "unknown");
        CHECK(merged({"services_received", "follow_up_team", "gp|nav_guidance", "gp"}, policy) ==
              "follow_up_team");
    }

    TEST_CASE("worst_known: the worst colour, the gravest answer, the largest count") {
        const auto policy = policy_of("worst_known/1");
        CHECK(merged({"housing", "green", "red", "yellow"}, policy) == "red");
        CHECK(merged({"housing", "", "green", ""}, policy) == "green");
        CHECK(merged({"mental_disorder", "none", "unknown", "serious"}, policy) == "serious");
        CHECK(merged({"violence", "exposed", "none", "exposes"}, policy) == "exposes");
        CHECK(merged({"violence", "unknown", "", "none"}, policy) == "none");
        CHECK(merged({"pregnant", "no", "yes", "unknown"}, policy) == "yes");
        CHECK(merged({"children_contact", "1", "3", ""}, policy) == "3");
        // A list without an order stays with the latest known answer.
        CHECK(merged({"individual_plan", "unknown", "declined", "yes"}, policy) == "declined");
    }

    TEST_CASE("sets are united, and an answer that stands alone gives way to any code") {
        const auto policy = policy_of();
        CHECK(merged({"substances", "alcohol", "ghb|alcohol", "none"}, policy) == "alcohol|ghb");
        CHECK(merged({"substances", "unknown", "none", ""}, policy) == "none");
        CHECK(merged({"substances", "", "unknown", ""}, policy) == "unknown");
        CHECK(merged({"substances", "", "", ""}, policy) == "");
    }

    TEST_CASE("the counts of children are taken from one form") {
        const auto with_counts = [](std::string mapped_on, std::string unit, std::string care,
                                    std::string in_child_welfare) {
            return woman_with_both_problems().with(
                {{"mapped_on", std::move(mapped_on)},
                 {"unit", std::move(unit)},
                 {"children_care", std::move(care)},
                 {"children_contact", ""},
                 {"others_children", ""},
                 {"children_with_child_welfare", std::move(in_child_welfare)}});
        };
        const auto way = transfer_of({with_counts("2024-05-06", "A", "", ""),
                                      with_counts("2024-05-05", "B", "1", ""),
                                      with_counts("2024-05-04", "C", "3", "3")});
        CHECK(way.rows[0].at("children_care") == "1");
        CHECK(way.rows[0].at("children_with_child_welfare") == "");
    }

    TEST_CASE("a birth year that the number makes certain is filled in") {
        CHECK(merged({"birth_year", "", "", "1985"}, policy_of()) == "1985");
        const auto way = transfer_of({woman_with_both_problems().with({{"birth_year", ""}})});
        CHECK(way.rows[0].at("birth_year") == "1985");
    }

    TEST_CASE("of two registrations on one day the first in the input is the latest") {
        const auto record = woman_with_both_problems();
        const auto way = transfer_of({record.with({{"housing", "green"}}),
                                      record.with({{"unit", "B"}, {"housing", "red"}})});
        CHECK(way.rows[0].at("housing") == "green");
    }

    TEST_CASE("a field can be given another rule, and the policy says so") {
        const auto policy = policy_of(
            "latest_known/1", {{"injects", merge_rule::any_yes}, {"housing", merge_rule::worst}});
        CHECK(policy.id == "latest_known/1+changed");
        CHECK(merged({"injects", "no", "unknown", "yes"}, policy) == "yes");
        CHECK(merged({"injects", "unknown", "no", ""}, policy) == "no");
        CHECK(merged({"housing", "green", "red", "yellow"}, policy) == "red");
        CHECK(policy_of("worst_known/1", {{"housing", merge_rule::worst}}).id == "worst_known/1");
    }

    TEST_CASE("a rule must suit its field") {
        CHECK(fault_of("latest_known/1", {{"sex", merge_rule::worst}}) ==
              "\"sex\" can be merged by latest, latest_known");
        CHECK(fault_of("latest_known/1", {{"injects", merge_rule::largest}}) ==
              "\"injects\" can be merged by latest, latest_known, worst, any_yes");
        CHECK(fault_of("latest_known/1", {{"housing", merge_rule::united}}) ==
              "\"housing\" can be merged by latest, latest_known, worst");
        CHECK(fault_of("latest_known/1", {{"substances", merge_rule::worst}}) ==
              "\"substances\" can be merged by latest, latest_known, united");
        CHECK(fault_of("latest_known/1", {{"birth_year", merge_rule::any_yes}}) ==
              "\"birth_year\" can be merged by latest, latest_known, largest");
    }

    TEST_CASE("what cannot be chosen is told with what can") {
        CHECK(fault_of("best/1", {}) == "there is no such merge policy; there are latest_known/1, "
                                        "latest_mapped_on/1, worst_known/1");
        CHECK(fault_of("latest_known/1", {{"unit", merge_rule::latest}}).find("does not leave") !=
              std::string::npos);
        CHECK(
            fault_of("latest_known/1", {{"informed", merge_rule::latest}}).find("does not leave") !=
            std::string::npos);
        CHECK(fault_of("latest_known/1", {{"shoe_size", merge_rule::latest}})
                  .find("not one of the pack's") != std::string::npos);
        CHECK(fault_of("latest_known/1", {{"children_care", merge_rule::largest}})
                  .find("one answer") != std::string::npos);
    }
}

} // namespace merge_policy_test
