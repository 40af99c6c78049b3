// One record as JSON in, its result as JSON out, through the C interface alone.
#include "handles.hpp"
#include "records.h"

using namespace capi_test;

TEST_CASE("a record without a finding is valid and has a class") {
    const auto with = make_context(test_options());
    const auto result = check(with, CLEAN_RECORD);
    CHECK(codes_of(result) == "");
    CHECK(number_from(&bplan_document_get_valid, result) == 1);
    CHECK(number_from(&bplan_document_get_worst_severity, result) == BPLAN_SEVERITY_NONE);
    CHECK(number_from(&bplan_document_get_class, result) == BPLAN_CLASS_RED);
    CHECK(number_from(&bplan_document_get_points, result) == 9);
    CHECK(number_from(&bplan_document_get_answered, result) == 8);
    CHECK(number_from(&bplan_document_get_no_class_reason, result) == BPLAN_NO_CLASS_HAS_CLASS);
    CHECK(number_from(&bplan_document_count_unknown_keys, result) == 0);
}

TEST_CASE("the document of a record without a finding, to the letter") {
    const auto with = make_context(test_options());
    CHECK(
        text_from(&bplan_document_get_text, check(with, CLEAN_RECORD)) ==
        R"({"format":"brukerplan/record-result","version":1,"pack":"brukerplan/2024",)"
        R"("mapping":null,"profile":null,"scheme":"sum16/1","test_numbers":true,"valid":true,"findings":[],)"
        R"("score":{"row_ref":"A-17","points":9,"class":"red","answered":8,"scheme":"sum16/1",)"
        R"("reason":null},"unknown_keys":0})");
}

TEST_CASE("findings are told by code, severity, field and words") {
    const auto with = make_context(test_options());
    const auto result = check(with, DIRTY_RECORD);
    CHECK(number_from(&bplan_document_get_valid, result) == 0);
    CHECK(number_from(&bplan_document_get_worst_severity, result) == BPLAN_SEVERITY_ERROR);
    CHECK(number_from(&bplan_document_get_class, result) == BPLAN_CLASS_NONE);
    CHECK(number_from(&bplan_document_get_points, result) == 0);
    CHECK(number_from(&bplan_document_get_no_class_reason, result) == BPLAN_NO_CLASS_UNREADABLE);
    CHECK(number_from(&bplan_document_count_unknown_keys, result) == 1);
    bool seen = false;
    for (std::int64_t i = 0; i < number_from(&bplan_document_count_findings, result); ++i) {
        if (finding_text(result, i, BPLAN_FINDING_CODE) != "BP-DOM-001") {
            continue;
        }
        seen = true;
        std::int32_t severity = 0;
        CHECK(bplan_document_get_finding_severity(result.get(), i, &severity, nullptr) == BPLAN_OK);
        CHECK(severity == BPLAN_SEVERITY_ERROR);
        CHECK(finding_text(result, i, BPLAN_FINDING_FIELD) == "housing");
        CHECK(finding_text(result, i, BPLAN_FINDING_MESSAGE).find("Housing") != std::string::npos);
        CHECK(finding_text(result, i, BPLAN_FINDING_ACTION).find("yellow") != std::string::npos);
    }
    CHECK(seen);
}

TEST_CASE("text that is no record is a finding, and the call succeeds") {
    const auto with = make_context(test_options());
    const std::string_view texts[] = {"",
                                      " ",
                                      "{",
                                      "[]",
                                      "[{}]",
                                      "null",
                                      "\"housing\"",
                                      "17",
                                      "{\"housing\":}",
                                      "{} {}",
                                      "{\"housing\":\"red\"",
                                      "{\"housing\":\"\xFF\"}",
                                      std::string_view{"{\0}", 3}};
    for (const auto text : texts) {
        CAPTURE(text);
        const auto result = check(with, text);
        CHECK(codes_of(result) == "BP-ROW-004 ");
        CHECK(number_from(&bplan_document_get_worst_severity, result) == BPLAN_SEVERITY_FATAL);
        CHECK(finding_text(result, 0, BPLAN_FINDING_FIELD) == "");
        CHECK(number_from(&bplan_document_get_class, result) == BPLAN_CLASS_NONE);
        CHECK(number_from(&bplan_document_get_no_class_reason, result) ==
              BPLAN_NO_CLASS_UNREADABLE);
    }
}

TEST_CASE("null with length 0 is empty text, with another length a misuse") {
    const auto with = make_context(test_options());
    bplan_document* made = nullptr;
    REQUIRE(bplan_record_check(with.get(), nullptr, 0, &made, nullptr) == BPLAN_OK);
    CHECK(codes_of(document{made}) == "BP-ROW-004 ");
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(bplan_record_check(with.get(), nullptr, 1, &made, &err) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(made == nullptr);
    CHECK(std::string_view{err.message} == "json is null");
    CHECK(bplan_record_check(with.get(), "{}", -1, &made, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.code == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(err.row == -1);
    CHECK(err.column == -1);
}

TEST_CASE("a record that is only validated has no score, one that is only scored no findings") {
    const auto with = make_context(test_options());
    std::int32_t number = 7;
    std::int64_t count = 7;

    const auto validated = through(&bplan_record_validate, with, CLEAN_RECORD);
    CHECK(number_from(&bplan_document_get_valid, validated) == 1);
    CHECK(bplan_document_get_class(validated.get(), &number, nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(number == 0);
    CHECK(text_from(&bplan_document_get_text, validated).find("\"score\":null") !=
          std::string::npos);

    const auto scored = through(&bplan_record_score, with, CLEAN_RECORD);
    CHECK(number_from(&bplan_document_get_class, scored) == BPLAN_CLASS_RED);
    CHECK(bplan_document_count_findings(scored.get(), &count, nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(count == 0);
    CHECK(bplan_document_get_valid(scored.get(), &number, nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(text_from(&bplan_document_get_text, scored).find("\"findings\":null") !=
          std::string::npos);
}

TEST_CASE("an index beyond the last finding and a part that there is not are refused") {
    const auto with = make_context(test_options());
    const auto result = check(with, DIRTY_RECORD);
    const auto count = number_from(&bplan_document_count_findings, result);
    const char* text = "before";
    std::int64_t length = 7;
    std::int32_t severity = 7;
    for (const std::int64_t index : {count, std::int64_t{-1}, std::int64_t{INT64_MAX}}) {
        CHECK(bplan_document_get_finding_severity(result.get(), index, &severity, nullptr) ==
              BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(severity == 0);
        CHECK(bplan_document_get_finding_text(result.get(), index, BPLAN_FINDING_CODE, &text,
                                              &length, nullptr) == BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(text == nullptr);
        CHECK(length == 0);
    }
    CHECK(bplan_document_get_finding_text(result.get(), 0, 99, &text, &length, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a document outlives the context that made it") {
    auto with = make_context(test_options());
    const auto result = check(with, DIRTY_RECORD);
    with.reset();
    CHECK(finding_text(result, 0, BPLAN_FINDING_MESSAGE) != "");
}

TEST_CASE("real numbers and fictional municipalities are judged by the policy") {
    const auto test = make_context(test_options());
    const auto real = make_context(make_options());
    CHECK(number_from(&bplan_document_get_valid, check(test, CLEAN_RECORD)) == 1);
    CHECK(number_from(&bplan_document_get_valid, check(real, CLEAN_RECORD)) == 0);
    CHECK(text_from(&bplan_document_get_text, check(real, CLEAN_RECORD))
              .find("\"test_numbers\":false") != std::string::npos);
}

TEST_CASE("no value of a record is in its result but the caller's own references") {
    const auto with = make_context(test_options());
    const auto text = text_from(
        &bplan_document_get_text,
        check(with, R"({"row_ref":"15868710168","unit":"15868710168 canary","mapper":"canary",)"
                    R"("national_number":"15868710167","sex":"canary","mapped_on":"canary",)"
                    R"("housing":["canary"],"canary":"canary","birth_year":"1987"})"));
    CHECK(text.find("158687") == std::string::npos);
    CHECK(text.find("canary") == std::string::npos);
    CHECK(text.find("\"unknown_keys\":1") != std::string::npos);
}

TEST_CASE("dates of the options are checked against the record") {
    const auto codes_with = [](auto set, int year, int month, int day) {
        const auto from = test_options();
        REQUIRE(set(from.get(), year, month, day, nullptr) == BPLAN_OK);
        return codes_of(check(make_context(from), CLEAN_RECORD)); // mapped on 2024-10-07
    };
    CHECK(codes_with(&bplan_options_set_reference_date, 2024, 10, 7) == "");
    CHECK(codes_with(&bplan_options_set_reference_date, 2024, 10, 6) == "BP-DAT-003 ");
    CHECK(codes_with(&bplan_options_set_period_first, 2024, 10, 7) == "");
    CHECK(codes_with(&bplan_options_set_period_first, 2024, 10, 8) == "BP-DAT-002 ");
    CHECK(codes_with(&bplan_options_set_period_last, 2024, 10, 7) == "");
    CHECK(codes_with(&bplan_options_set_period_last, 2024, 10, 6) == "BP-DAT-002 ");
}

TEST_CASE("an answer to the municipality survey is validated like a registration, and not scored") {
    const auto from = test_options();
    const std::string_view survey = "municipality-survey/2019";
    REQUIRE(bplan_options_set_pack(from.get(), survey.data(), size_of(survey), nullptr) ==
            BPLAN_OK);
    const auto with = make_context(from);
    CHECK(text_from(&bplan_context_get_scheme_id, with) == "");

    const auto good = through(&bplan_record_validate, with, SURVEY_ANSWER);
    CHECK(codes_of(good) == "");
    CHECK(number_from(&bplan_document_get_valid, good) == 1);
    CHECK(number_from(&bplan_document_count_unknown_keys, good) == 0);
    CHECK(text_from(&bplan_document_get_text, good) ==
          R"({"format":"brukerplan/record-result","version":1,"pack":"municipality-survey/2019",)"
          R"("mapping":null,"profile":null,"scheme":null,"test_numbers":true,"valid":true,)"
          R"("findings":[],"score":null,)"
          R"("unknown_keys":0})");

    const auto empty = through(&bplan_record_validate, with, R"({"dager":"ti","kommune":"9001"})");
    CHECK(number_from(&bplan_document_get_valid, empty) == 0);
    CHECK(finding_text(empty, 0, BPLAN_FINDING_FIELD) == "days");
    CHECK(number_from(&bplan_document_count_findings, empty) == 21);

    for (const auto door : {&bplan_record_check, &bplan_record_score}) {
        bplan_document* made = nullptr;
        bplan_error err = BPLAN_ERROR_INIT;
        CHECK(door(with.get(), SURVEY_ANSWER, size_of(SURVEY_ANSWER), &made, &err) ==
              BPLAN_ERROR_UNKNOWN_SCHEME);
        CHECK(made == nullptr);
        CHECK(std::string_view{err.message} == "the pack has no scoring scheme");
    }
}
