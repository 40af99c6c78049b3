// One number through the C interface. All numbers are made for tests and stand for nobody.
#include "handles.hpp"

#include <array>
#include <vector>

namespace capi_number_test {

using namespace capi_test;

constexpr std::string_view tenor = "17912099997";
constexpr std::string_view other_tenor = "15868710168";

std::vector<int> years_of(const number& of) {
    std::vector<int> years;
    for (std::int64_t i = 0; i < number_from(&bplan_number_count_birth_years, of); ++i) {
        std::int32_t year = 0;
        REQUIRE(bplan_number_get_birth_year(of.get(), i, &year, nullptr) == BPLAN_OK);
        years.push_back(year);
    }
    return years;
}

std::array<std::int32_t, 2> birthday_of(const number& of) {
    std::array<std::int32_t, 2> day{-1, -1};
    REQUIRE(bplan_number_get_birth_day(of.get(), &day[0], &day[1], nullptr) == BPLAN_OK);
    return day;
}

struct normalised {
    std::int32_t code;
    std::string digits;
    std::int32_t changes;
};

normalised normalise(std::string_view text) {
    std::array<char, BPLAN_NUMBER_MOST_DIGITS> buffer{};
    normalised result{};
    std::int64_t size = -1;
    result.code = bplan_number_normalise(text.data(), size_of(text), buffer.data(), buffer.size(),
                                         &size, &result.changes, nullptr);
    REQUIRE(size >= 0);
    REQUIRE(size <= static_cast<std::int64_t>(buffer.size()));
    result.digits.assign(buffer.data(), static_cast<std::size_t>(size));
    for (auto i = static_cast<std::size_t>(size); i < buffer.size(); ++i) {
        CHECK(buffer[i] == '\0');
    }
    return result;
}

TEST_CASE("a test number is refused as synthetic, and accepted by the test policy") {
    const auto refused = check_number(nullptr, tenor);
    CHECK(number_from(&bplan_number_get_valid, refused) == 0);
    CHECK(number_from(&bplan_number_get_reason, refused) ==
          BPLAN_NUMBER_REASON_SYNTHETIC_NOT_ALLOWED);
    CHECK(number_from(&bplan_number_get_kinds, refused) == BPLAN_NUMBER_KIND_TENOR);
    CHECK(years_of(refused).empty());
    CHECK(birthday_of(refused) == std::array<std::int32_t, 2>{0, 0});

    const auto accepted = check_number(test_policy(), other_tenor);
    CHECK(number_from(&bplan_number_get_valid, accepted) == 1);
    CHECK(number_from(&bplan_number_get_reason, accepted) == BPLAN_NUMBER_REASON_NONE);
    CHECK(number_from(&bplan_number_get_position, accepted) == -1);
    CHECK(number_from(&bplan_number_get_kinds, accepted) == BPLAN_NUMBER_KIND_TENOR);
    CHECK(number_from(&bplan_number_get_rules, accepted) ==
          (BPLAN_NUMBER_RULE_1964 | BPLAN_NUMBER_RULE_2032));
    CHECK(number_from(&bplan_number_get_sex, accepted) == BPLAN_SEX_MALE);
    CHECK(years_of(accepted) == std::vector<int>{1987});
    CHECK(birthday_of(accepted) == std::array<std::int32_t, 2>{6, 15});
    CHECK(number_from(&bplan_number_get_sex_basis, accepted) != BPLAN_NUMBER_BASIS_UNKNOWN);
    CHECK(number_from(&bplan_number_get_birth_year_basis, accepted) ==
          BPLAN_NUMBER_BASIS_IF_ASSIGNED_BEFORE_2032);
    std::int32_t year = 7;
    for (const std::int64_t index : {std::int64_t{1}, std::int64_t{-1}, std::int64_t{INT64_MAX}}) {
        CHECK(bplan_number_get_birth_year(accepted.get(), index, &year, nullptr) ==
              BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(year == 0);
    }
}

TEST_CASE("what is wrong with a number is told with its place") {
    const auto expect = [](std::string_view text, std::int32_t reason, std::int32_t position) {
        CAPTURE(reason);
        const auto found = check_number(test_policy(), text);
        CHECK(number_from(&bplan_number_get_valid, found) == 0);
        CHECK(number_from(&bplan_number_get_reason, found) == reason);
        CHECK(number_from(&bplan_number_get_position, found) == position);
        CHECK(number_from(&bplan_number_get_kinds, found) == 0);
        CHECK(number_from(&bplan_number_get_sex, found) == BPLAN_SEX_UNKNOWN);
        CHECK(number_from(&bplan_number_get_rules, found) == 0);
    };
    expect("", BPLAN_NUMBER_REASON_LENGTH, -1);
    expect("1791209999", BPLAN_NUMBER_REASON_LENGTH, -1);
    expect("1791209999x", BPLAN_NUMBER_REASON_NOT_A_DIGIT, 10);
    expect("32912099997", BPLAN_NUMBER_REASON_IMPOSSIBLE_DATE, 0);
    expect("17912099996", BPLAN_NUMBER_REASON_SECOND_CONTROL_DIGIT, 10);
    const auto nothing = check_number(nullptr, {});
    CHECK(number_from(&bplan_number_get_reason, nothing) == BPLAN_NUMBER_REASON_LENGTH);
}

TEST_CASE("a policy is set piece by piece, and refuses what is none of its choices") {
    const auto policy = test_policy();
    auto* p = policy.get();
    const auto reason = [&] {
        return number_from(&bplan_number_get_reason, check_number(policy, other_tenor));
    };
    CHECK(bplan_number_policy_set_rule(p, BPLAN_NUMBER_POLICY_BY_DATE, nullptr) == BPLAN_OK);
    CHECK(bplan_number_policy_set_assigned_by(p, 1980, 1, 1, nullptr) == BPLAN_OK);
    CHECK(reason() == BPLAN_NUMBER_REASON_BIRTH_AFTER_REFERENCE_DATE);
    CHECK(bplan_number_policy_set_assigned_by(p, 2024, 1, 1, nullptr) == BPLAN_OK);
    CHECK(reason() == BPLAN_NUMBER_REASON_NONE);
    CHECK(number_from(&bplan_number_get_birth_year_basis, check_number(policy, other_tenor)) ==
          BPLAN_NUMBER_BASIS_ASSIGNED_BEFORE_2032);
    CHECK(bplan_number_policy_set_rule(p, BPLAN_NUMBER_POLICY_1964, nullptr) == BPLAN_OK);
    CHECK(bplan_number_policy_set_reference_date(p, 1987, 6, 14, nullptr) == BPLAN_OK);
    CHECK(reason() == BPLAN_NUMBER_REASON_BIRTH_AFTER_REFERENCE_DATE);
    CHECK(bplan_number_policy_set_reference_date(p, 0, 0, 0, nullptr) == BPLAN_OK);
    CHECK(bplan_number_policy_set_kinds(p, BPLAN_NUMBER_KIND_NHN, nullptr) == BPLAN_OK);
    CHECK(reason() == BPLAN_NUMBER_REASON_SYNTHETIC_NOT_ALLOWED);
    CHECK(bplan_number_policy_set_kinds(p, BPLAN_NUMBER_KINDS_NATIONAL, nullptr) == BPLAN_OK);
    CHECK(reason() == BPLAN_NUMBER_REASON_NONE);
    CHECK(bplan_number_policy_set_test_numbers(p, 0, nullptr) == BPLAN_OK);
    CHECK(reason() == BPLAN_NUMBER_REASON_SYNTHETIC_NOT_ALLOWED);
    CHECK(bplan_number_policy_set_d_table(p, BPLAN_NUMBER_D_TABLE_OLD, nullptr) == BPLAN_OK);
    CHECK(bplan_number_policy_set_dates(p, BPLAN_NUMBER_DATES_STRICT, nullptr) == BPLAN_OK);
    CHECK(bplan_number_policy_set_refuse_ambiguous(p, 1, nullptr) == BPLAN_OK);

    for (const std::int32_t wrong : {-1, 3, INT32_MIN, INT32_MAX}) {
        for (const auto set :
             {&bplan_number_policy_set_rule, &bplan_number_policy_set_d_table,
              &bplan_number_policy_set_dates, &bplan_number_policy_set_test_numbers,
              &bplan_number_policy_set_refuse_ambiguous}) {
            CHECK(set(p, wrong, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
        }
    }
    for (const std::int32_t wrong : {0, -1, 2048, 65536 + 16, INT32_MIN}) {
        CHECK(bplan_number_policy_set_kinds(p, wrong, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    CHECK(bplan_number_policy_set_reference_date(p, 2023, 2, 29, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_number_policy_set_assigned_by(p, 0, 1, 1, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("DUF numbers and placeholders are accepted by their kinds") {
    // 4 6 3 2 4 6 3 2 7 5 times 2020000000 is 14, modulo 11 3.
    constexpr std::string_view duf = "202000000003";
    constexpr std::string_view date_only = "15068700000";
    constexpr std::string_view dummy = "15068700100";
    const auto policy = make_policy();
    const auto refused = check_number(policy, duf);
    CHECK(number_from(&bplan_number_get_reason, refused) == BPLAN_NUMBER_REASON_KIND_NOT_ALLOWED);
    CHECK(number_from(&bplan_number_get_kinds, refused) == BPLAN_NUMBER_KIND_DUF);
    CHECK(number_from(&bplan_number_get_valid, check_number(policy, date_only)) == 0);
    CHECK(number_from(&bplan_number_get_valid, check_number(policy, dummy)) == 0);

    REQUIRE(bplan_number_policy_set_kinds(policy.get(),
                                          BPLAN_NUMBER_KIND_DUF | BPLAN_NUMBER_KIND_DATE_ONLY,
                                          nullptr) == BPLAN_OK);
    CHECK(number_from(&bplan_number_get_valid, check_number(policy, duf)) == 1);
    const auto collected = [&](std::int32_t year) {
        auto* p = policy.get();
        REQUIRE(bplan_number_policy_set_rule(p, BPLAN_NUMBER_POLICY_BY_DATE, nullptr) == BPLAN_OK);
        REQUIRE(bplan_number_policy_set_assigned_by(p, year, 6, 1, nullptr) == BPLAN_OK);
        return number_from(&bplan_number_get_valid, check_number(policy, duf));
    };
    CHECK(collected(2019) == 0);
    CHECK(collected(2020) == 1);
    CHECK(number_from(&bplan_number_get_valid, check_number(policy, dummy)) == 0);
    const auto accepted = check_number(policy, date_only);
    CHECK(number_from(&bplan_number_get_valid, accepted) == 1);
    CHECK(number_from(&bplan_number_get_kinds, accepted) == BPLAN_NUMBER_KIND_DATE_ONLY);
    CHECK(birthday_of(accepted) == std::array<std::int32_t, 2>{6, 15});
    CHECK(number_from(&bplan_number_get_rules, accepted) == 0);
}

TEST_CASE("what was found outlives the policy, and reasons and kinds have names") {
    auto policy = test_policy();
    const auto found = check_number(policy, tenor);
    policy.reset();
    CHECK(number_from(&bplan_number_get_valid, found) == 1);

    const auto name = [](auto get, std::int32_t of) {
        const char* text = nullptr;
        std::int64_t length = 0;
        REQUIRE(get(of, &text, &length, nullptr) == BPLAN_OK);
        CHECK(text[length] == '\0');
        return std::string(text, static_cast<std::size_t>(length));
    };
    CHECK(name(&bplan_number_reason_get_name, BPLAN_NUMBER_REASON_NONE) == "none");
    CHECK(name(&bplan_number_reason_get_name, BPLAN_NUMBER_REASON_AMBIGUOUS) == "ambiguous");
    CHECK(name(&bplan_number_kind_get_name, BPLAN_NUMBER_KIND_BIRTH_NUMBER) == "birth_number");
    CHECK(name(&bplan_number_kind_get_name, BPLAN_NUMBER_KIND_DUMMY) == "dummy");
    const char* text = "before";
    std::int64_t length = 7;
    for (const std::int32_t wrong : {-1, 14, INT32_MIN}) {
        CHECK(bplan_number_reason_get_name(wrong, &text, &length, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(text == nullptr);
    }
    for (const std::int32_t wrong : {0, 3, 2048, -1, INT32_MIN}) {
        CHECK(bplan_number_kind_get_name(wrong, &text, &length, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
    }
}

TEST_CASE("a number as people write it is brought to digits, and what was taken away is told") {
    const auto expect = [](std::string_view text, std::string_view digits, std::int32_t changes) {
        const auto got = normalise(text);
        CHECK(got.code == BPLAN_OK);
        CHECK(got.digits == digits);
        CHECK(got.changes == changes);
    };
    expect(tenor, tenor, 0);
    expect("179120 99997", tenor, BPLAN_NUMBER_CHANGE_SPACE);
    expect(" 179120-99997\n", tenor, BPLAN_NUMBER_CHANGE_BLANKS | BPLAN_NUMBER_CHANGE_HYPHEN);
    expect("179120\xC2\xA0"
           "99997",
           tenor, BPLAN_NUMBER_CHANGE_NO_BREAK_SPACE);
    expect("179120\xE2\x80\xAF"
           "99997",
           tenor, BPLAN_NUMBER_CHANGE_NARROW_NO_BREAK_SPACE);
    expect("2020 000000 03", "202000000003", BPLAN_NUMBER_CHANGE_SPACE);
    expect("123", "123", 0);
    for (const std::string_view text :
         {"", " ", "17912099997x", "1 7912099997", "1234567890123", "20 00000003"}) {
        const auto got = normalise(text);
        CHECK(got.code == BPLAN_ERROR_INVALID_NUMBER);
        CHECK(got.digits == "");
        CHECK(got.changes == 0);
    }
    bplan_error err = BPLAN_ERROR_INIT;
    std::int64_t size = 7;
    std::int32_t changes = 7;
    CHECK(bplan_number_normalise("17912099997x", 12, nullptr, 0, &size, &changes, &err) ==
          BPLAN_ERROR_INVALID_NUMBER);
    CHECK(std::string_view{err.message}.find("unexpected_character") != std::string_view::npos);
    CHECK(std::string_view{err.message}.find('9') == std::string_view::npos);
}

TEST_CASE("a buffer that is too small is left empty, and the size that is needed is told") {
    std::array<char, 10> small{};
    small.fill('x');
    std::int64_t size = -1;
    std::int32_t changes = -1;
    CHECK(bplan_number_normalise(tenor.data(), 11, small.data(), small.size(), &size, &changes,
                                 nullptr) == BPLAN_OK);
    CHECK(size == 11);
    CHECK(small == std::array<char, 10>{});
    CHECK(bplan_number_normalise(tenor.data(), 11, nullptr, 0, &size, &changes, nullptr) ==
          BPLAN_OK);
    CHECK(size == 11);
    CHECK(bplan_number_normalise(tenor.data(), 11, nullptr, 1, &size, &changes, nullptr) ==
          BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(size == 0);
    CHECK(bplan_number_normalise(tenor.data(), 11, small.data(), -1, &size, &changes, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    small.fill('x');
    CHECK(bplan_number_normalise(nullptr, 1, small.data(), small.size(), &size, &changes,
                                 nullptr) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(small == std::array<char, 10>{});
}

} // namespace capi_number_test
