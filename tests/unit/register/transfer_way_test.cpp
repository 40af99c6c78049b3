// From registrations to what leaves: who goes on from stage to stage, and who does not.
#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <type_traits>

#include "round_fixture.hpp"

namespace transfer_way_test {

using namespace brukerplan;
using namespace brukerplan::register_test;

// ---- What cannot be written

template <class Stage>
concept moves_alone =
    std::is_nothrow_move_constructible_v<Stage> && std::is_nothrow_move_assignable_v<Stage> &&
    !std::is_copy_constructible_v<Stage> && !std::is_copy_assignable_v<Stage>;
static_assert(moves_alone<collected_round>);
static_assert(moves_alone<merged_round>);
static_assert(moves_alone<transferable_round>);

template <class Round>
concept can_be_merged = requires(Round&& round, const merge_policy& policy, finding_log& log) {
    merge(std::forward<Round>(round), policy, step_stamp{}, log);
};
static_assert(can_be_merged<collected_round>);
static_assert(!can_be_merged<collected_round&>, "a step takes its round");
static_assert(!can_be_merged<merged_round>);
static_assert(!can_be_merged<transferable_round>);

template <class Round>
concept can_be_made_transferable =
    requires(Round&& round) { make_transferable(std::forward<Round>(round), step_stamp{}); };
static_assert(can_be_made_transferable<merged_round>);
static_assert(!can_be_made_transferable<merged_round&>);
static_assert(!can_be_made_transferable<collected_round>, "nothing is left unmerged");

template <class Round>
concept can_be_transferred = requires(Round&& round, const transfer_set& fields) {
    transfer(std::forward<Round>(round), fields, step_stamp{});
};
static_assert(can_be_transferred<transferable_round>);
static_assert(!can_be_transferred<transferable_round&>);
static_assert(!can_be_transferred<merged_round>, "whoever was not informed does not leave");
static_assert(!can_be_transferred<collected_round>);

static_assert(!std::is_default_constructible_v<merged_round>);
static_assert(!std::is_default_constructible_v<transferable_round>);
static_assert(!std::is_constructible_v<merged_round, collected_round>);
static_assert(!std::is_constructible_v<transferable_round, merged_round>);
static_assert(!std::is_constructible_v<merged_round, std::unique_ptr<detail::merged_rows>>);
static_assert(
    !std::is_constructible_v<transferable_round, std::unique_ptr<detail::transferable_rows>>);

template <class Round>
concept has_receipt = requires(const Round& round) { make_receipt_document(round, *instrument()); };
static_assert(has_receipt<transferred_round>);
static_assert(!has_receipt<transferable_round>);
static_assert(!has_receipt<collected_round>);

// ---- People

const sample_record woman = woman_with_both_problems();
const sample_record man =
    woman.with(identity_of(day(1990, 2, 1), sex::male)).with(mental_disorder_only());
const sample_record elder = woman.with(identity_of(day(1950, 7, 20), sex::female));

sample_record at(const sample_record& who, std::string unit, std::string mapped_on) {
    return who.with({{"unit", std::move(unit)}, {"mapped_on", std::move(mapped_on)}});
}

bool adds_up(const collection_counts& c) {
    return c.rows ==
           c.unreadable + c.with_errors + c.objected + c.withdrawn + c.out_of_age + c.registrations;
}

std::string thrown_by(auto&& call) {
    try {
        call();
    } catch (const std::invalid_argument& fault) {
        return fault.what();
    }
    return {};
}

TEST_SUITE("register: the way of a round") {

    TEST_CASE("what two units registered of a person is one record") {
        const auto way = transfer_of({at(woman, "Team A", "2024-05-06").with({{"housing", ""}}),
                                      at(man, "Team A", "2024-05-06"),
                                      at(woman, "NAV", "2024-04-01").with({{"housing", "red"}})});
        CHECK(way.receipt().collected.registrations == 3);
        CHECK(way.receipt().merged.persons == 2);
        CHECK(way.receipt().merged.merged == 1);
        CHECK(way.receipt().merged.unlinked == 0);
        REQUIRE(way.rows.size() == 2);
        const auto& her = way.rows[way.rows[0].at("sex") == "female" ? 0 : 1];
        CHECK(her.at("housing") == "red");
        CHECK(her.at("birth_year") == "1985");
        CHECK(her.at("mapped_on") == "2024-05-06");
    }

    TEST_CASE("registrations without a number are people of their own") {
        const auto unknown = woman.with({{"national_number", ""}});
        const auto way = transfer_of({unknown, unknown, woman});
        CHECK(way.receipt().merged.persons == 3);
        CHECK(way.receipt().merged.unlinked == 2);
        CHECK(way.rows.size() == 3);
    }

    TEST_CASE("an objection is the person's: other units' rows are withdrawn") {
        const auto way = transfer_of({at(woman, "Team A", "2024-05-06"), man,
                                      at(woman, "NAV", "2024-05-07").with({{"objects", "yes"}}),
                                      at(woman, "Team B", "2024-05-08")});
        const auto& counts = way.receipt().collected;
        CHECK(counts.objected == 1);
        CHECK(counts.objections_without_number == 0);
        CHECK(counts.withdrawn == 2);
        CHECK(counts.registrations == 1);
        CHECK(adds_up(counts));
        REQUIRE(way.rows.size() == 1);
        CHECK(way.rows[0].at("sex") == "male");
        // Nor do the days on which she was mapped stand in the receipt.
        CHECK(way.receipt().scope.last_day == day(2024, 5, 6));
    }

    TEST_CASE("an objection counts whatever else the row holds") {
        for (const char* municipality : {"", "9002"}) {
            const auto objection = sample_record{woman}.with({{"objects", "yes"},
                                                              {"housing", "purple"},
                                                              {"municipality", municipality},
                                                              {"mapped_on", "x"}});
            const auto way = transfer_of({objection, woman, man});
            CHECK(way.receipt().collected.objected == 1);
            CHECK(way.receipt().collected.with_errors == 0);
            CHECK(way.receipt().collected.withdrawn == 1);
            CHECK(way.rows.size() == 1);
        }
    }

    TEST_CASE("an answer about objecting that cannot be read counts, unless it plainly says no") {
        for (const char* answer : {"ja", "JA", " x", "1", "true", "yes!", "Reservert"}) {
            const auto way = transfer_of(
                {woman, at(woman, "NAV", "2024-05-07").with({{"objects", answer}}), man});
            CHECK_MESSAGE(way.receipt().collected.objected == 1, answer);
            CHECK_MESSAGE(way.rows.size() == 1, answer);
        }
        for (const char* answer : {"nei", "Nei", "false", "0"}) {
            const auto way = transfer_of(
                {woman, at(woman, "NAV", "2024-05-07").with({{"objects", answer}}), man});
            CHECK_MESSAGE(way.receipt().collected.with_errors == 1, answer);
            CHECK_MESSAGE(way.rows.size() == 2, answer);
        }
        // Nor does a profile that takes the error off let anybody through.
        validation_options options;
        options.test_numbers = true;
        const auto rule = std::find_if(instrument()->rules.begin(), instrument()->rules.end(),
                                       [](const auto& r) { return r.code == "BP-FLD-002"; });
        options.tuning.areas.push_back(
            {"",
             {{static_cast<std::size_t>(rule - instrument()->rules.begin()), std::nullopt,
               "test"}}});
        const auto way = transfer_of({woman.with({{"objects", "ja"}}), man}, policy_of(), options);
        CHECK(way.receipt().collected.objected == 1);
        CHECK(way.rows.size() == 1);
        REQUIRE(way.receipt().rule_changes.size() == 1);
        CHECK(way.receipt().rule_changes[0].rule == "BP-FLD-002");
        CHECK(way.receipt().rule_changes[0].severity == "off");
    }

    TEST_CASE(
        "an objection reaches the same digits however they are written, and on whatever day") {
        const auto number = number_of(day(1970, 3, 9), sex::male);
        const auto him = man.with(identity_of(day(1970, 3, 9), sex::male));
        const auto wrong = number.substr(0, 10) + (number[10] == '0' ? '1' : '0');
        for (const auto& written : {number, number.substr(1), "'" + number, "=\"" + number + "\"",
                                    number + ".0", "nr " + number}) {
            if (written.size() == 10 && number[0] != '0') {
                continue;
            }
            const auto way = transfer_of({him, woman,
                                          him.with({{"national_number", written},
                                                    {"objects", "yes"},
                                                    {"mapped_on", "1924-05-06"}})});
            CHECK(way.receipt().collected.withdrawn == 1);
            CHECK(way.receipt().collected.objections_without_number == 0);
            CHECK(way.rows.size() == 1);
        }
        // A number that is not valid is told, and reaches those who have the same.
        validation_options options;
        options.test_numbers = true;
        const auto rule = std::find_if(instrument()->rules.begin(), instrument()->rules.end(),
                                       [](const auto& r) { return r.code == "BP-ID-001"; });
        options.tuning.areas.push_back(
            {"",
             {{static_cast<std::size_t>(rule - instrument()->rules.begin()), std::nullopt,
               "test"}}});
        const auto mistyped = him.with({{"national_number", wrong}, {"birth_year", "1970"}});
        const auto way = transfer_of({mistyped, woman, mistyped.with({{"objects", "yes"}})},
                                     policy_of(), options);
        CHECK(way.receipt().collected.objections_without_number == 1);
        CHECK(way.receipt().collected.withdrawn == 1);
        CHECK(way.rows.size() == 1);
    }

    TEST_CASE("somebody who may have objected under another kind of number is told of") {
        const auto born = day(1985, 3, 9);
        const auto her = woman.with(identity_of(born, sex::female));
        const auto d_number = her.with({{"national_number", number_of(born, sex::female, {40})},
                                        {"birth_year", "1985"},
                                        {"objects", "yes"}});
        const auto way = transfer_of({her, man, d_number});
        CHECK(way.receipt().merged.suspected_objections == 1);
        CHECK(way.receipt().merged.suspected_pairs == 0);
        REQUIRE(found(way, "BP-MRG-006").size() == 1);
        CHECK(found(way, "BP-MRG-006")[0].record == 0);
        CHECK(transfer_of({her, man, d_number.with({{"sex", "male"}, {"birth_year", "1986"}})})
                  .receipt()
                  .merged.suspected_objections == 0);
    }

    TEST_CASE("registrations that do not say whether the person objects are counted") {
        const auto way =
            transfer_of({woman, man.with({{"objects", ""}}), elder.with({{"objects", "unknown"}})});
        CHECK(way.receipt().collected.objection_unanswered == 2);
        CHECK(way.rows.size() == 3);
    }

    TEST_CASE("the day of birth in a D-number counts with the year that is recorded") {
        const auto of = [](date born, const char* year) {
            return woman.with(
                {{"national_number", number_of(born, sex::female, {40})}, {"birth_year", year}});
        };
        // Mapped on 2024-05-06.
        CHECK(transfer_of({man, of(day(2008, 5, 6), "2008")}).receipt().collected.out_of_age == 0);
        CHECK(transfer_of({man, of(day(2008, 5, 7), "2008")}).receipt().collected.out_of_age == 1);
        CHECK(transfer_of({man, of(day(2008, 5, 7), "1990")}).receipt().collected.out_of_age == 1);
        CHECK(transfer_of({man, of(day(1985, 5, 7), "1986")}).receipt().collected.out_of_age == 0);
    }

    TEST_CASE("a round is not transferred before it has ended") {
        finding_log log;
        auto round = new_round(log);
        add_file(round, file_of({woman, man}));
        auto merged = merge(std::move(round), policy_of(), stamp(), log);
        auto transferable = make_transferable(std::move(merged), stamp());
        const auto set = make_transfer_set(*instrument());
        CHECK(thrown_by([&] {
                  (void)transfer(std::move(transferable), set, {"coordinator", day(2024, 5, 5)});
              }).find("before its last mapping date") != std::string::npos);
        CHECK(transfer(std::move(transferable), set, {"coordinator", day(2024, 5, 6)})
                  .records.rows() == 2);
    }

    TEST_CASE("an objection without a number reaches its own row alone") {
        const auto way = transfer_of({woman.with({{"objects", "yes"}, {"national_number", ""}}),
                                      woman, man.with({{"national_number", "123"}})});
        const auto& counts = way.receipt().collected;
        CHECK(counts.objected == 1);
        CHECK(counts.objections_without_number == 1);
        CHECK(counts.withdrawn == 0);
        CHECK(counts.with_errors == 1);
        CHECK(counts.registrations == 1);
        CHECK(adds_up(counts));
    }

    TEST_CASE("whoever no unit informed stays with the municipality") {
        const auto way =
            transfer_of({at(woman, "Team A", "2024-05-06").with({{"informed", "no"}}),
                         at(woman, "NAV", "2024-05-05").with({{"informed", "yes"}}),
                         man.with({{"informed", "unknown"}}), elder.with({{"informed", ""}})});
        CHECK(way.receipt().transferred.transferable == 1);
        CHECK(way.receipt().transferred.not_informed == 2);
        REQUIRE(way.rows.size() == 1);
        CHECK(way.rows[0].at("birth_year") == "1985");
        CHECK(way.rows[0].at("row_ref") == "1");
    }

    TEST_CASE("nobody under 16 and nobody of unknown age goes on, also where no rule says so") {
        auto options = test_policy();
        area_tuning everywhere;
        for (std::size_t i = 0; i < instrument()->rules.size(); ++i) {
            const auto& code = instrument()->rules[i].code;
            if (code == "BP-PER-001" || code == "BP-ID-008") {
                everywhere.changes.push_back({i, std::nullopt, "a test"});
            }
        }
        options.tuning.areas.push_back(everywhere);
        const auto child = identity_of(day(2010, 1, 1), sex::male);
        const sample_record::cells d_number{
            {"national_number", number_of(day(1980, 1, 1), sex::male, {40})},
            {"birth_year", ""},
            {"sex", "male"}};
        const auto way = transfer_of({woman.with(child), man, woman.with(d_number),
                                      woman.with({{"national_number", ""}, {"birth_year", ""}})},
                                     policy_of(), options);
        CHECK(way.receipt().collected.out_of_age == 3);
        CHECK(way.receipt().collected.registrations == 1);
        CHECK(adds_up(way.receipt().collected));
    }

    TEST_CASE("a row of another municipality or year is refused by its number") {
        finding_log log;
        auto round = new_round(log);
        add_file(round, file_of({woman, man}));
        const auto elsewhere = elder.with({{"municipality", "9002"}});
        const auto message = thrown_by([&] { add_file(round, file_of({elder, man, elsewhere})); });
        CHECK(message.find("row 3 is of another municipality") == 0);
        CHECK(message.find("9002") == std::string::npos);
        const auto other_year = elder.with({{"mapping_year", "2025"}, {"mapped_on", "2025-05-06"}});
        CHECK(thrown_by([&] {
                  add_file(round, file_of({other_year}));
              }).find("row 1 is of another mapping year") == 0);
        // The round is as it was, and rows that cannot be used are nobody's.
        CHECK(round.counts().rows == 2);
        CHECK(round.counts().registrations == 2);
        add_file(round, file_of({elder, elsewhere.with({{"housing", "purple"}})}));
        CHECK(round.counts().registrations == 3);
        CHECK(round.counts().with_errors == 1);
        CHECK(round.scope().municipality == "9001");
        CHECK(round.scope().year == 2024);
    }

    TEST_CASE("a stage that has gone on is empty, and one that could not is as it was") {
        finding_log log;
        auto round = new_round(log);
        CHECK(thrown_by([&] {
                  (void)merge(std::move(round), policy_of(), stamp(), log);
              }).find("no registration") != std::string::npos);
        add_file(round, file_of({woman, man}));
        CHECK_FALSE(thrown_by([&] {
                        (void)merge(std::move(round), merge_policy{}, stamp(), log);
                    }).empty());
        CHECK_FALSE(thrown_by([&] {
                        (void)merge(std::move(round), policy_of(), step_stamp{"", {}}, log);
                    }).empty());
        auto merged = merge(std::move(round), policy_of(), stamp(), log);
        CHECK(merged.counts().persons == 2);
        CHECK_FALSE(
            thrown_by([&] { (void)merge(std::move(round), policy_of(), stamp(), log); }).empty());
        CHECK_FALSE(thrown_by([&] { round.add(instrument()->make_table()); }).empty());
        CHECK_FALSE(thrown_by([&] {
                        (void)make_transferable(std::move(merged), step_stamp{"a\nb", {}});
                    }).empty());
        auto transferable = make_transferable(std::move(merged), stamp());
        const transfer_set wrong{"mine", {*instrument()->find_field("national_number")}};
        CHECK_FALSE(
            thrown_by([&] { (void)transfer(std::move(transferable), wrong, stamp()); }).empty());
        const auto set = make_transfer_set(*instrument());
        CHECK(transfer(std::move(transferable), set, stamp()).records.rows() == 2);
        CHECK_FALSE(
            thrown_by([&] { (void)transfer(std::move(transferable), set, stamp()); }).empty());
    }

    TEST_CASE("a stamp names a function and nobody's number") {
        CHECK(thrown_by([] { check({"coordinator", day(2024, 12, 4)}); }).empty());
        CHECK(thrown_by([] { check({std::string(200, 'a'), day(2024, 12, 4)}); }).empty());
        for (const auto& by : {std::string{}, std::string(201, 'a'), std::string{"tab\there"},
                               std::string{"\xC3"}, number_of(day(1985, 3, 9), sex::female)}) {
            const auto message = thrown_by([&] { check({by, day(2024, 12, 4)}); });
            CHECK_FALSE(message.empty());
            CHECK((by.size() < 5 || message.find(by) == std::string::npos));
        }
        finding_log log;
        CHECK_FALSE(thrown_by([&] {
                        collected_round{validator{instrument(), test_policy()}, "", stamp(), log};
                    }).empty());
    }

    TEST_CASE("a pack without national numbers cannot be merged by") {
        finding_log log;
        const auto survey = load_pack(shipped_pack_json("municipality-survey/2019"));
        REQUIRE(survey.has_value());
        CHECK(thrown_by([&] {
                  collected_round{validator{*survey}, "2019", stamp(), log};
              }).find("which merging needs") != std::string::npos);
    }

    TEST_CASE("the trail says who did which step when, with counts") {
        const auto way = transfer_of({woman, man});
        const auto& trail = way.receipt().trail;
        REQUIRE(trail.size() == 4);
        const std::array<std::string_view, 4> steps{"collected", "merged", "made_transferable",
                                                    "transferred"};
        for (unsigned i = 0; i < 4; ++i) {
            CHECK(trail[i].step == steps[i]);
            CHECK(trail[i].stamp.by == "municipal coordinator");
            CHECK(trail[i].stamp.on == day(2024, 12, i + 1));
            CHECK_FALSE(trail[i].counts.empty());
        }
        CHECK(trail[3].counts.front().second == 2);
        CHECK(way.receipt().transferred_on == day(2024, 12, 4));
        CHECK(way.receipt().delete_by == day(2034, 12, 4));
    }
}

} // namespace transfer_way_test
