// Municipality codes, counties and districts through the C interface.
#include "handles.hpp"

#include <array>
#include <vector>

namespace capi_municipality_test {

using namespace capi_test;

std::int32_t validity(std::string_view code, int year, int month = 1, int day = 1) {
    std::int32_t found = -1;
    REQUIRE(bplan_municipality_get_validity(code.data(), size_of(code), year, month, day, &found,
                                            nullptr) == BPLAN_OK);
    return found;
}

std::string describe(std::string_view code, int year, int to_year = 0) {
    bplan_document* made = nullptr;
    const auto first = to_year == 0 ? 0 : 1;
    REQUIRE(bplan_municipality_describe(code.data(), size_of(code), year, 1, 1, to_year, first,
                                        first, &made, nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

struct traced {
    std::int32_t code;
    std::string text;
    std::int64_t row;
};

traced trace(std::string_view code, int from, int to, std::string_view weights = {}) {
    bplan_document* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto result = bplan_municipality_trace(code.data(), size_of(code), from, 1, 1, to, 1, 1,
                                                 weights.data(), size_of(weights), &made, &err);
    CHECK(err.code == result);
    if (result != BPLAN_OK) {
        CHECK(made == nullptr);
        return {result, err.message, err.row};
    }
    return {result, text_from(&bplan_document_get_text, document{made}), err.row};
}

std::string named(std::string_view name, int year) {
    bplan_document* made = nullptr;
    const auto first = year == 0 ? 0 : 1;
    REQUIRE(bplan_municipality_find_by_name(name.data(), size_of(name), year, first, first, &made,
                                            nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

std::size_t times(std::string_view what, std::string_view in) {
    std::size_t count = 0;
    for (auto at = in.find(what); at != in.npos; at = in.find(what, at + 1)) {
        ++count;
    }
    return count;
}

TEST_CASE("a municipality code stands as it does on the date") {
    CHECK(validity("0301", 2024) == BPLAN_MUNICIPALITY_VALID);
    CHECK(validity("3101", 2023, 12, 31) == BPLAN_MUNICIPALITY_NOT_YET_VALID);
    CHECK(validity("0101", 2020) == BPLAN_MUNICIPALITY_NO_LONGER_VALID);
    CHECK(validity("0000", 2024) == BPLAN_MUNICIPALITY_UNKNOWN_CODE);
    CHECK(validity("301", 2024) == BPLAN_MUNICIPALITY_MALFORMED_CODE);
    CHECK(validity("", 2024) == BPLAN_MUNICIPALITY_MALFORMED_CODE);
    CHECK(validity("9001", 2024) == BPLAN_MUNICIPALITY_FICTIONAL_CODE);
    CHECK(validity("0301", 2005, 12, 31) == BPLAN_MUNICIPALITY_BEFORE_FACTS);
    std::int32_t found = 7;
    CHECK(bplan_municipality_get_validity("0301", 4, 2023, 2, 29, &found, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(found == 0);
    CHECK(bplan_municipality_get_validity("0301", 4, 0, 0, 0, &found, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_municipality_get_validity(nullptr, 4, 2024, 1, 1, &found, nullptr) ==
          BPLAN_ERROR_NULL_ARGUMENT);
}

TEST_CASE("a code is described with names, county and districts, or with what to use instead") {
    const auto oslo = describe("0301", 2024);
    CHECK(oslo.starts_with(R"({"code":"0301","on":"2024-01-01","validity":"valid",)"));
    CHECK(oslo.find(R"("label":"Oslo)") != std::string::npos);
    CHECK(oslo.find(R"("county":{"code":"03")") != std::string::npos);
    CHECK(oslo.find(R"({"code":"030101")") != std::string::npos);
    CHECK(oslo.find("trace") == std::string::npos);
    const auto halden = describe("0101", 2024, 2024);
    CHECK(halden.find(R"("validity":"no_longer_valid")") != std::string::npos);
    CHECK(halden.find(R"("boundary":"2020-01-01")") != std::string::npos);
    CHECK(halden.find(R"("instead":[{"code":"3101")") != std::string::npos);
    CHECK(halden.find(R"("error":"not_valid_on_date")") != std::string::npos);
    CHECK(describe("0101", 2019, 2020).find(R"("basis":"recoded")") != std::string::npos);
    CHECK(describe("301", 2024).find(R"("with_leading_zero":"0301")") != std::string::npos);
}

TEST_CASE("what is no code is not repeated, whatever it is") {
    for (const std::string_view text : {"15868710168", "\xFF", "\"", "0301 canary"}) {
        const auto answer = describe(text, 2024, 2025);
        CHECK(answer.starts_with(R"({"code":null,)"));
        CHECK(answer.find(text == "\"" ? "\\\"" : text) == std::string::npos);
    }
}

TEST_CASE("a document about a municipality has its text alone") {
    bplan_document* made = nullptr;
    REQUIRE(bplan_municipality_list(2024, 1, 1, &made, nullptr) == BPLAN_OK);
    const document about{made};
    std::int32_t number = 7;
    std::int64_t count = 7;
    const char* text = "before";
    for (const auto get : {&bplan_document_get_valid, &bplan_document_get_worst_severity,
                           &bplan_document_get_class, &bplan_document_get_points,
                           &bplan_document_get_answered, &bplan_document_get_no_class_reason}) {
        CHECK(get(made, &number, nullptr) == BPLAN_ERROR_NOT_THERE);
        CHECK(number == 0);
    }
    CHECK(bplan_document_count_findings(made, &count, nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(bplan_document_count_unknown_keys(made, &count, nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(bplan_document_get_finding_severity(made, 0, &number, nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(bplan_document_get_finding_text(made, 0, BPLAN_FINDING_CODE, &text, &count, nullptr) ==
          BPLAN_ERROR_NOT_THERE);
}

TEST_CASE("a trace tells what became of a code, to the letter") {
    CHECK(trace("0101", 2019, 2024).text ==
          R"({"code":"0101","on":"2019-01-01","trace":{"on":"2024-01-01","basis":"recoded",)"
          R"("determined":true,"municipalities":[{"code":"3101","label":"Halden",)"
          R"("relation":"recoded","merged_with_others":false,"share":1}],)"
          R"("shares_are_the_callers":false}})");
    const auto back = trace("5001", 2020, 2019).text;
    CHECK(back.find(R"("basis":"merged")") != std::string::npos);
    CHECK(back.find(R"({"code":"5030")") != std::string::npos);
}

TEST_CASE("a split has shares only by the caller's weights") {
    const auto without = trace("1507", 2023, 2024).text;
    CHECK(without.find(R"("determined":false)") != std::string::npos);
    CHECK(times(R"("share":null)", without) == 2);
    const auto with = trace("1507", 2023, 2024,
                            R"([{"before":"1507","after":"1508","weight":3},)"
                            R"({"before":"1507","after":"1580","weight":1e0}])")
                          .text;
    CHECK(with.find(R"("share":7.5E-1)") != std::string::npos);
    CHECK(with.find(R"("share":2.5E-1)") != std::string::npos);
    CHECK(with.find(R"("shares_are_the_callers":true)") != std::string::npos);
    CHECK(trace("1507", 2023, 2024, "[]").text == without);
}

TEST_CASE("a trace that cannot be made says why") {
    CHECK(trace("0101", 2020, 2024).code == BPLAN_ERROR_NOT_VALID_ON_DATE);
    CHECK(trace("9001", 2020, 2024).code == BPLAN_ERROR_NOT_VALID_ON_DATE);
    CHECK(trace("0101", 2019, 2005).code == BPLAN_ERROR_BEFORE_FACTS);
    CHECK(trace("1507", 2023, 2024, R"([{"before":"1507","after":"1508","weight":3}])").code ==
          BPLAN_ERROR_MISSING_WEIGHT);
    CHECK(trace("1507", 2023, 2024,
                R"([{"before":"1507","after":"1508","weight":0},)"
                R"({"before":"1507","after":"1580","weight":0}])")
              .code == BPLAN_ERROR_INVALID_WEIGHT);
    for (const std::string_view wrong : {" ", "{}", "[", "17", "[] []", "\xFF"}) {
        const auto got = trace("1507", 2023, 2024, wrong);
        CHECK(got.code == BPLAN_ERROR_INVALID_WEIGHT);
        CHECK(got.row == -1);
    }
    const std::string right = R"({"before":"1507","after":"1508","weight":3},)";
    for (const std::string_view wrong : {"1", "null", "{}", R"({"before":"1507","after":"1508"})",
                                         R"({"before":1507,"after":"1508","weight":3})",
                                         R"({"before":"1507","after":"1508","weight":"3"})",
                                         R"({"before":"1507","after":"1580","weight":-3})"}) {
        const auto got = trace("1507", 2023, 2024, "[" + right + std::string{wrong} + "]");
        CHECK(got.code == BPLAN_ERROR_INVALID_WEIGHT);
        CHECK(got.row == 1);
    }
}

TEST_CASE("municipalities are found by name and listed by date") {
    const auto heroey = named("Her\xC3\xB8y", 2024);
    CHECK(heroey.starts_with(R"({"on":"2024-01-01","municipalities":[{"code":"1515",)"));
    CHECK(times("\"code\"", heroey) == 2);
    CHECK(times("\"code\"", named("Halden", 0)) == 3);
    CHECK(named("Nowhere", 2024) == R"({"on":"2024-01-01","municipalities":[]})");
    CHECK(named("", 0) == R"({"on":null,"municipalities":[]})");

    const auto count_on = [](int year) {
        bplan_document* made = nullptr;
        REQUIRE(bplan_municipality_list(year, 1, 1, &made, nullptr) == BPLAN_OK);
        return times("\"code\"", text_from(&bplan_document_get_text, document{made}));
    };
    CHECK(count_on(2019) == 422);
    CHECK(count_on(2023) == 356);
    CHECK(count_on(2024) == 357);
    bplan_document* made = nullptr;
    CHECK(bplan_municipality_list(2005, 12, 31, &made, nullptr) == BPLAN_ERROR_BEFORE_FACTS);
    CHECK(bplan_municipality_list(0, 0, 0, &made, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_municipality_find_by_name("Oslo", 4, 2005, 1, 1, &made, nullptr) ==
          BPLAN_ERROR_BEFORE_FACTS);
    CHECK(made == nullptr);
}

TEST_CASE("same territory needs more than the same code") {
    const auto same = [](std::string_view first, int first_year, std::string_view second,
                         int second_year) {
        std::int32_t answer = -1;
        REQUIRE(bplan_municipality_same_territory(first.data(), size_of(first), first_year, 1, 1,
                                                  second.data(), size_of(second), second_year, 1, 1,
                                                  &answer, nullptr) == BPLAN_OK);
        return answer;
    };
    CHECK(same("0101", 2019, "3101", 2024) == 1);
    CHECK(same("1103", 2019, "1103", 2020) == 0);
    std::int32_t answer = 7;
    CHECK(bplan_municipality_same_territory("0101", 4, 2019, 1, 1, "0101", 4, 2020, 1, 1, &answer,
                                            nullptr) == BPLAN_ERROR_NOT_VALID_ON_DATE);
    CHECK(answer == 0);
    CHECK(bplan_municipality_same_territory("0301", 4, 2005, 1, 1, "0301", 4, 2020, 1, 1, &answer,
                                            nullptr) == BPLAN_ERROR_BEFORE_FACTS);
}

TEST_CASE("many codes stand as they do alone, each on its date or all on one") {
    struct row {
        char code[4];
        std::int32_t day;
        char rest[3];
    };
    constexpr std::int32_t first_of_2020 = 18262;
    const std::vector<row> rows{
        {{'0', '3', '0', '1'}, first_of_2020, {}},     {{'0', '1', '0', '1'}, first_of_2020, {}},
        {{'0', '1', '0', '1'}, first_of_2020 - 1, {}}, {{'0', '3', '0', '1'}, INT32_MIN, {}},
        {{'0', '3', '0', '1'}, INT32_MAX, {}},         {{'x', '3', '0', '1'}, first_of_2020, {}},
        {{'9', '0', '0', '1'}, first_of_2020, {}}};
    std::vector<std::int8_t> found(rows.size(), 77);
    std::int64_t valid = -1;
    const auto count = static_cast<std::int64_t>(rows.size());
    REQUIRE(bplan_municipality_check_many(rows[0].code, sizeof(row), &rows[0].day, sizeof(row),
                                          count, found.data(), &valid, nullptr) == BPLAN_OK);
    CHECK(found ==
          std::vector<std::int8_t>{BPLAN_MUNICIPALITY_VALID, BPLAN_MUNICIPALITY_NO_LONGER_VALID,
                                   BPLAN_MUNICIPALITY_VALID, BPLAN_MUNICIPALITY_BEFORE_FACTS,
                                   BPLAN_MUNICIPALITY_VALID, BPLAN_MUNICIPALITY_MALFORMED_CODE,
                                   BPLAN_MUNICIPALITY_FICTIONAL_CODE});
    CHECK(valid == 3);
    REQUIRE(bplan_municipality_check_many("03010101", 4, &rows[0].day, 0, 2, found.data(), &valid,
                                          nullptr) == BPLAN_OK);
    CHECK(valid == 1);

    const auto refused = [&](std::int64_t codes_stride, std::int64_t days_stride,
                             std::int64_t number) {
        found.assign(rows.size(), 77);
        return bplan_municipality_check_many(rows[0].code, codes_stride, &rows[0].day, days_stride,
                                             number, found.data(), &valid, nullptr);
    };
    CHECK(refused(3, 4, 2) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(found[1] == 0);
    CHECK(found[2] == 77);
    CHECK(valid == 0);
    CHECK(refused(4, 3, 2) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(refused(4, -4, 2) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(refused(4, 4, -1) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_municipality_check_many(nullptr, 4, nullptr, 0, 0, nullptr, &valid, nullptr) ==
          BPLAN_OK);
    CHECK(bplan_municipality_check_many("0301", 4, &rows[0].day, 0, 1, nullptr, &valid, nullptr) ==
          BPLAN_ERROR_NULL_ARGUMENT);
}

TEST_CASE("counties and districts are valid on a date or not") {
    const auto ask = [](auto get, std::string_view code, int year) {
        std::int32_t valid = -1;
        REQUIRE(get(code.data(), size_of(code), year, 1, 1, &valid, nullptr) == BPLAN_OK);
        return valid;
    };
    CHECK(ask(&bplan_county_get_valid, "03", 2024) == 1);
    CHECK(ask(&bplan_county_get_valid, "30", 2023) == 1);
    CHECK(ask(&bplan_county_get_valid, "30", 2024) == 0);
    CHECK(ask(&bplan_district_get_valid, "030101", 2024) == 1);
    CHECK(ask(&bplan_district_get_valid, "120101", 2019) == 1);
    CHECK(ask(&bplan_district_get_valid, "120101", 2020) == 0);
    CHECK(ask(&bplan_district_get_valid, "", 2024) == 0);
    std::int32_t valid = 7;
    for (const auto get : {&bplan_county_get_valid, &bplan_district_get_valid}) {
        CHECK(get("03", 2, 2005, 1, 1, &valid, nullptr) == BPLAN_ERROR_BEFORE_FACTS);
        CHECK(valid == 0);
        CHECK(get("03", 2, 2024, 2, 30, &valid, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
}

} // namespace capi_municipality_test
