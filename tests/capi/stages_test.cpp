// Stages are taken by the next step, and by none that is refused.
#include "stages.hpp"

namespace capi_stages_test {

using namespace capi_test;

TEST_CASE("a stage that a step has taken is empty") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    const auto second = merged_from(first);
    merged no_merged;
    std::int64_t number = 0;
    bplan_validation* none = nullptr;
    CHECK(merge(first, no_merged) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(add(first, rows_of_a_mapping()) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_collected_get_total(first.get(), BPLAN_PREPARED_ROWS, &number, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_collected_copy_validation(first.get(), &none, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    const auto third = transferable_from(second);
    transferable no_transferable;
    CHECK(make_transferable(second, no_transferable) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_merged_get_total(second.get(), BPLAN_PREPARED_ROWS, &number, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_merged_copy_validation(second.get(), &none, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    transferred last;
    REQUIRE(transfer(third, last) == BPLAN_OK);
    transferred no_transferred;
    CHECK(transfer(third, no_transferred) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_transferable_get_total(third.get(), BPLAN_PREPARED_ROWS, &number, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a step that is refused has taken nothing") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    merged second;
    for (const auto& how :
         {merging{"no_policy/1", {}}, merging{{}, "{"}, merging{{}, "[]"},
          merging{{}, R"({"no_field": "latest"})"}, merging{{}, R"({"housing": "best"})"},
          merging{{}, R"({"housing": "united"})"}, merging{{}, R"({"housing": 3})"},
          merging{{}, R"({"housing": "latest", "housing": "worst"})"}}) {
        INFO(how.policy, " ", how.changes);
        bplan_error err = BPLAN_ERROR_INIT;
        CHECK(merge(first, second, how, {}, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(std::string_view{err.message}.size() > 5);
    }
    const std::vector<stamp> unusable{{"", 2024, 11, 30},
                                      {std::string(201, 'x'), 2024, 11, 30},
                                      {std::string{first_number}, 2024, 11, 30},
                                      {"two\nlines", 2024, 11, 30},
                                      {"coordinator", 2024, 2, 30},
                                      {"coordinator", 0, 0, 0}};
    for (const auto& s : unusable) {
        INFO(s.by);
        CHECK(merge(first, second, {}, s) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    second = merged_from(first);
    transferable third;
    for (const auto& s : unusable) {
        CHECK(make_transferable(second, third, s) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    third = transferable_from(second);
    transferred last;
    for (const std::string_view without :
         {"[", "{}", R"(["no_field"])", R"(["national_number"])", "[3]"}) {
        INFO(without);
        CHECK(transfer(third, last, without) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    for (const auto& s : unusable) {
        CHECK(transfer(third, last, {}, s) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    REQUIRE(transfer(third, last) == BPLAN_OK);
    CHECK(records{last}.array.length == 2);
}

TEST_CASE("a mapping begins with an id, somebody who acts, a day and a pack that can be merged") {
    const auto with = make_context(test_options());
    collected none;
    CHECK(create(none, with, "") == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, std::string(101, 'x')) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, first_number) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, "autumn", {"", 2024, 11, 30}) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, "autumn", {"by", 2024, 13, 30}) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, "autumn", {}, -1) == BPLAN_ERROR_INVALID_ARGUMENT);
    const auto survey = test_options();
    const std::string_view id = "municipality-survey/2019";
    REQUIRE(bplan_options_set_pack(survey.get(), id.data(), size_of(id), nullptr) == BPLAN_OK);
    CHECK(create(none, make_context(survey)) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("nothing is merged where nobody is registered") {
    const auto with = make_context(test_options());
    const auto stage = begun(with);
    merged none;
    CHECK(merge(stage, none) == BPLAN_ERROR_INVALID_ARGUMENT);
    REQUIRE(add(stage, rows_of_a_mapping()) == BPLAN_OK); // it was not taken
    CHECK(merge(stage, none) == BPLAN_OK);
}

TEST_CASE("a row of another municipality ends the stage, and the message has no cell") {
    const auto with = make_context(test_options());
    const auto stage = collected_from(with);
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(add(stage, {person(second_number), person(second_number, {{"municipality", "9002"}})},
              &err) == BPLAN_ERROR_INVALID_ARGUMENT);
    const std::string_view message = err.message;
    CHECK(message.find("row 9") != std::string_view::npos); // from 1, in the whole input
    CHECK(message.find("9002") == std::string_view::npos);
    CHECK(message.find("canary") == std::string_view::npos);
    merged none;
    CHECK(merge(stage, none) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a stream that fails or is stopped ends the stage") {
    const auto with = make_context(test_options());
    merged none;
    const auto failed = begun(with);
    producer failing{table_of(rows_of_a_mapping()), 3};
    failing.failure_at = 1;
    auto stream = failing.stream();
    CHECK(bplan_collected_add_stream(failed.get(), &stream, nullptr, nullptr, nullptr) ==
          BPLAN_ERROR_ARROW_STREAM);
    CHECK(failing.released);
    CHECK(merge(failed, none) == BPLAN_ERROR_INVALID_ARGUMENT);

    const auto stopped = begun(with);
    producer from{table_of(rows_of_a_mapping()), 3};
    stream = from.stream();
    const auto stop = [](std::int64_t, void*) -> std::int32_t { return 1; };
    CHECK(bplan_collected_add_stream(stopped.get(), &stream, stop, nullptr, nullptr) ==
          BPLAN_ERROR_CANCELLED);
    CHECK(from.released);
    CHECK(merge(stopped, none) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a stage is not touched from within a call that uses it") {
    const auto with = make_context(test_options());
    const auto stage = begun(with);
    producer from{table_of(rows_of_a_mapping()), 2};
    auto stream = from.stream();
    const auto merge_it = [](std::int64_t, void* payload) -> std::int32_t {
        bplan_merged* made = nullptr;
        CHECK(bplan_collected_merge(static_cast<bplan_collected*>(payload), nullptr, 0, nullptr, 0,
                                    "coordinator", 11, 2024, 11, 30, &made,
                                    nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(made == nullptr);
        return 0;
    };
    REQUIRE(bplan_collected_add_stream(stage.get(), &stream, merge_it, stage.get(), nullptr) ==
            BPLAN_OK);
    CHECK(total(bplan_merged_get_total, merged_from(stage), BPLAN_PREPARED_ROWS) == 14);
}

TEST_CASE("a stage tells what it knows, and says what a later one knows") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    std::int64_t number = 7;
    for (const std::int32_t later :
         {BPLAN_PREPARED_WITHDRAWN, BPLAN_PREPARED_PERSONS, BPLAN_PREPARED_NOT_INFORMED,
          BPLAN_PREPARED_SUSPECTED_OBJECTIONS}) {
        CHECK(bplan_collected_get_total(first.get(), later, &number, nullptr) ==
              BPLAN_ERROR_NOT_THERE);
        CHECK(number == 0);
    }
    for (const std::int32_t never : {0, 17, -1}) {
        CHECK(bplan_collected_get_total(first.get(), never, &number, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
    }
    const auto second = merged_from(first);
    CHECK(bplan_merged_get_total(second.get(), BPLAN_PREPARED_TRANSFERABLE, &number, nullptr) ==
          BPLAN_ERROR_NOT_THERE);
}

} // namespace capi_stages_test
