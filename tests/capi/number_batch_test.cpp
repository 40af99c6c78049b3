// Many numbers through the C interface: the answers are those of the numbers one by one.
#include "handles.hpp"

#include <array>
#include <cstring>
#include <random>
#include <vector>

namespace capi_number_batch_test {

using namespace capi_test;

/// Room for all answers, and the struct that points to it.
struct answers {
    explicit answers(std::size_t count)
        : valid(count, 77), reasons(count, 77), positions(count, 77), sexes(count, 77),
          rules(count, 77), kinds(count, 77), first(count, 77), second(count, 77) {
        columns.valid = valid.data();
        columns.reasons = reasons.data();
        columns.positions = positions.data();
        columns.sexes = sexes.data();
        columns.rules = rules.data();
        columns.kinds = kinds.data();
        columns.first_birth_years = first.data();
        columns.second_birth_years = second.data();
    }
    answers(const answers&) = delete;

    [[nodiscard]] std::array<int, 8> row(std::size_t i) const {
        return {valid[i], reasons[i], positions[i], sexes[i],
                rules[i], kinds[i],   first[i],     second[i]};
    }

    bplan_number_columns columns = BPLAN_NUMBER_COLUMNS_INIT;
    std::vector<std::int8_t> valid, reasons, positions, sexes, rules;
    std::vector<std::int16_t> kinds, first, second;
};

/// The same by the function for one number.
std::array<int, 8> alone(const number_policy& policy, std::string_view text) {
    const auto found = check_number(policy, text);
    std::array<int, 8> row{number_from(&bplan_number_get_valid, found),
                           number_from(&bplan_number_get_reason, found),
                           number_from(&bplan_number_get_position, found),
                           number_from(&bplan_number_get_sex, found),
                           number_from(&bplan_number_get_rules, found),
                           number_from(&bplan_number_get_kinds, found),
                           0,
                           0};
    const auto years = number_from(&bplan_number_count_birth_years, found);
    for (std::int64_t i = 0; i < years; ++i) {
        std::int32_t year = 0;
        REQUIRE(bplan_number_get_birth_year(found.get(), i, &year, nullptr) == BPLAN_OK);
        row[6 + static_cast<std::size_t>(i)] = year;
    }
    return row;
}

/// Texts of digits of which many are numbers of one kind or another, and some have no right length.
std::vector<std::string> random_texts(std::size_t count, bool any_length) {
    std::mt19937 random{1964};
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    const auto two = [](unsigned value) {
        return std::string{static_cast<char>('0' + value / 10 % 10),
                           static_cast<char>('0' + value % 10)};
    };
    const std::array<std::string, 6> endings{"00000", "00100", "00200", "99999", "00003", "16800"};
    std::vector<std::string> texts;
    while (texts.size() < count) {
        auto text = two(below(75)) + two(below(100)) + two(below(100));
        if (below(4) == 0) {
            text += endings[below(endings.size())];
        } else {
            text += two(below(100)) + two(below(100)) + std::string(1, '0');
            const auto last = below(10);
            text.back() = static_cast<char>('0' + last);
        }
        if (below(20) == 0) {
            text[below(11)] = static_cast<char>(below(256));
        }
        if (any_length && below(3) == 0) {
            text.resize(below(14), '0');
            if (below(2) == 0) {
                text = "2020000000" + two(below(12));
            }
        }
        texts.push_back(text);
    }
    // Numbers that are surely right.
    texts[count / 2] = "17912099997";
    texts[count - 1] = "15868710168";
    return texts;
}

std::vector<number_policy> policies() {
    std::vector<number_policy> all;
    all.emplace_back(nullptr);
    all.push_back(test_policy());
    for (const std::int32_t kinds :
         {BPLAN_NUMBER_KINDS_NATIONAL, BPLAN_NUMBER_KIND_DUF | BPLAN_NUMBER_KINDS_REAL,
          BPLAN_NUMBER_KIND_DATE_ONLY | BPLAN_NUMBER_KIND_D_NUMBER,
          BPLAN_NUMBER_KINDS_NATIONAL | BPLAN_NUMBER_KIND_DUF | BPLAN_NUMBER_KIND_DATE_ONLY |
              BPLAN_NUMBER_KIND_DUMMY}) {
        all.push_back(make_policy());
        auto* policy = all.back().get();
        REQUIRE(bplan_number_policy_set_kinds(policy, kinds, nullptr) == BPLAN_OK);
        if (all.size() % 2 == 0) {
            REQUIRE(bplan_number_policy_set_refuse_ambiguous(policy, 1, nullptr) == BPLAN_OK);
            REQUIRE(bplan_number_policy_set_reference_date(policy, 1999, 6, 1, nullptr) ==
                    BPLAN_OK);
        }
    }
    return all;
}

TEST_CASE("numbers of eleven bytes get the answers they get alone, at any stride") {
    const auto texts = random_texts(3000, false);
    const auto count = static_cast<std::int64_t>(texts.size());
    std::int64_t total = 0;
    for (const auto& policy : policies()) {
        for (const std::size_t stride : {11U, 12U, 40U}) {
            std::string bytes;
            for (const auto& text : texts) {
                bytes += text;
                bytes.resize(bytes.size() + stride - 11, '!');
            }
            answers got{texts.size()};
            std::int64_t valid = -1;
            REQUIRE(bplan_number_check_fixed(policy.get(), bytes.data(),
                                             static_cast<std::int64_t>(stride), count, &got.columns,
                                             &valid, nullptr) == BPLAN_OK);
            std::int64_t accepted = 0;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const auto expected = alone(policy, texts[i]);
                REQUIRE(got.row(i) == expected);
                accepted += expected[0];
            }
            CHECK(valid == accepted);
            total += accepted;
        }
    }
    CHECK(total > 400); // else the texts show nothing
}

TEST_CASE("texts of an Arrow column get the answers they get alone, DUF numbers included") {
    const auto texts = random_texts(3000, true);
    const auto count = static_cast<std::int64_t>(texts.size());
    std::string data = "a column may begin anywhere";
    std::vector<std::int32_t> offsets{static_cast<std::int32_t>(data.size())};
    std::vector<std::int64_t> large{size_of(data)};
    for (const auto& text : texts) {
        data += text;
        offsets.push_back(static_cast<std::int32_t>(data.size()));
        large.push_back(size_of(data));
    }
    for (const auto& policy : policies()) {
        answers small_got{texts.size()};
        answers large_got{texts.size()};
        std::int64_t small_valid = -1;
        std::int64_t large_valid = -1;
        REQUIRE(bplan_number_check_strings(policy.get(), data.data(), offsets.data(), count,
                                           &small_got.columns, &small_valid, nullptr) == BPLAN_OK);
        REQUIRE(bplan_number_check_large_strings(policy.get(), data.data(), large.data(), count,
                                                 &large_got.columns, &large_valid,
                                                 nullptr) == BPLAN_OK);
        std::int64_t accepted = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto expected = alone(policy, texts[i]);
            REQUIRE(small_got.row(i) == expected);
            REQUIRE(large_got.row(i) == expected);
            accepted += expected[0];
        }
        CHECK(small_valid == accepted);
        CHECK(large_valid == accepted);
    }
}

TEST_CASE("columns that are not wanted are left out, and nothing at all may be checked") {
    const std::string_view two = "1791209999715868710168";
    const auto policy = test_policy();
    std::int64_t valid = -1;
    CHECK(bplan_number_check_fixed(policy.get(), two.data(), 11, 2, nullptr, &valid, nullptr) ==
          BPLAN_OK);
    CHECK(valid == 2);
    bplan_number_columns columns = BPLAN_NUMBER_COLUMNS_INIT;
    std::array<std::int16_t, 2> years{};
    columns.first_birth_years = years.data();
    CHECK(bplan_number_check_fixed(policy.get(), two.data(), 11, 2, &columns, &valid, nullptr) ==
          BPLAN_OK);
    CHECK(years[1] == 1987);
    CHECK(bplan_number_check_fixed(nullptr, nullptr, 11, 0, &columns, &valid, nullptr) == BPLAN_OK);
    CHECK(valid == 0);
    CHECK(bplan_number_check_strings(nullptr, nullptr, nullptr, 0, nullptr, &valid, nullptr) ==
          BPLAN_OK);
    const std::array<std::int32_t, 3> empty_texts{5, 5, 5};
    CHECK(bplan_number_check_strings(nullptr, nullptr, empty_texts.data(), 2, nullptr, &valid,
                                     nullptr) == BPLAN_OK);
    CHECK(valid == 0);
}

TEST_CASE("misuse is refused and leaves the columns empty") {
    const std::string_view two = "1791209999715868710168";
    bplan_error err = BPLAN_ERROR_INIT;
    std::int64_t valid = 7;
    const auto emptied = [](const answers& got) {
        return got.row(0) == std::array<int, 8>{} && got.row(1) == std::array<int, 8>{};
    };
    const auto fixed = [&](const char* numbers, std::int64_t stride, std::int64_t count) {
        answers got{2};
        const auto code =
            bplan_number_check_fixed(nullptr, numbers, stride, count, &got.columns, &valid, &err);
        CHECK(valid == 0);
        CHECK(err.code == code);
        CHECK(emptied(got) == (count == 2));
        return code;
    };
    CHECK(fixed(two.data(), 10, 2) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(fixed(two.data(), -11, 2) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(fixed(nullptr, 11, 2) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(fixed(two.data(), 11, -2) == BPLAN_ERROR_INVALID_ARGUMENT);

    const auto strings = [&](std::array<std::int32_t, 3> offsets, std::int64_t row) {
        answers got{2};
        CHECK(bplan_number_check_strings(nullptr, two.data(), offsets.data(), 2, &got.columns,
                                         &valid, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(err.row == row);
        CHECK(emptied(got));
    };
    strings({0, 11, 10}, 1);
    strings({-1, 11, 22}, 0);
    strings({0, -11, 22}, 0);
    answers got{2};
    const std::array<std::int64_t, 3> offsets{0, 11, 22};
    CHECK(bplan_number_check_large_strings(nullptr, nullptr, offsets.data(), 2, &got.columns,
                                           &valid, &err) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(err.row == -1);
    CHECK(bplan_number_check_large_strings(nullptr, two.data(), nullptr, 2, &got.columns, &valid,
                                           &err) == BPLAN_ERROR_NULL_ARGUMENT);
    err.struct_size = 12;
    answers untouched{2};
    CHECK(bplan_number_check_fixed(nullptr, two.data(), 11, 2, &untouched.columns, &valid, &err) ==
          BPLAN_ERROR_STRUCT_SIZE);
    CHECK(emptied(untouched));
}

TEST_CASE("a count that no memory holds is refused, and no array is touched") {
    const auto policy = test_policy();
    std::array<std::int8_t, 1> accepted{77};
    bplan_number_columns columns = BPLAN_NUMBER_COLUMNS_INIT;
    columns.valid = accepted.data();
    for (const std::int64_t count : {std::int64_t{1} << 40U, std::int64_t{1} << 62U, INT64_MAX}) {
        std::int64_t valid = -1;
        CHECK(bplan_number_check_fixed(policy.get(), "17912099997", 11, count, &columns, &valid,
                                       nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(valid == 0);
        CHECK(accepted[0] == 77);
    }
}

TEST_CASE("columns of a program that was compiled later are used as far as they are known") {
    struct {
        bplan_number_columns known = BPLAN_NUMBER_COLUMNS_INIT;
        std::array<char, 16> later{};
    } larger;
    const std::string_view two = "1791209999715868710168";
    const auto policy = test_policy();
    std::array<std::int8_t, 2> accepted{};
    std::int64_t valid = -1;
    larger.known.struct_size = sizeof larger;
    larger.known.valid = accepted.data();
    const auto check = [&] {
        accepted.fill(77);
        return bplan_number_check_fixed(policy.get(), two.data(), 11, 2, &larger.known, &valid,
                                        nullptr);
    };
    CHECK(check() == BPLAN_OK);
    CHECK(accepted == std::array<std::int8_t, 2>{1, 1});
    larger.later.back() = 1;
    CHECK(check() == BPLAN_ERROR_STRUCT_SIZE);
    CHECK(valid == 0);
    larger.later.back() = 0;
    for (const std::uint32_t size :
         {0U, 8U, std::uint32_t{sizeof(bplan_number_columns)} - 1U, 0x55555555U}) {
        larger.known.struct_size = size;
        CHECK(check() == BPLAN_ERROR_STRUCT_SIZE);
        CHECK(accepted[0] == 77); // nobody knows where the arrays are
    }
    larger.known.struct_size = sizeof(bplan_number_columns);
    larger.known.reserved = 1;
    CHECK(check() == BPLAN_ERROR_INVALID_ARGUMENT);
}

} // namespace capi_number_batch_test
