// Pseudonyms through the C interface. All numbers are made for tests and stand for nobody.
#include "handles.hpp"

#include <array>
#include <vector>

namespace capi_pseudonym_test {

using namespace capi_test;

using bytes = std::array<std::uint8_t, BPLAN_PSEUDONYM_SIZE>;
using key = std::array<std::uint8_t, BPLAN_LINKING_KEY_SIZE>;

constexpr std::string_view tenor = "17912099997";
constexpr std::string_view other_tenor = "15868710168";

pseudonymiser ephemeral(std::string_view mapping = "M-2024", std::string_view place = "9001") {
    bplan_pseudonymiser* made = nullptr;
    REQUIRE(bplan_pseudonymiser_create_ephemeral(mapping.data(), size_of(mapping), place.data(),
                                                 size_of(place), &made, nullptr) == BPLAN_OK);
    return pseudonymiser{made};
}

pseudonymiser linking(const key& with, std::string_view purpose = "years") {
    bplan_pseudonymiser* made = nullptr;
    REQUIRE(bplan_pseudonymiser_create_linking(with.data(), with.size(), purpose.data(),
                                               size_of(purpose), &made, nullptr) == BPLAN_OK);
    return pseudonymiser{made};
}

bytes make(const pseudonymiser& with, std::string_view text) {
    bytes made{};
    REQUIRE(bplan_pseudonymiser_make(with.get(), test_policy().get(), text.data(), size_of(text),
                                     made.data(), nullptr) == BPLAN_OK);
    return made;
}

TEST_CASE("one person has one pseudonym under one key, however the number is written") {
    const auto with = ephemeral();
    CHECK(number_from(&bplan_pseudonymiser_get_basis, with) == BPLAN_PSEUDONYM_BASIS_EPHEMERAL);
    const auto made = make(with, tenor);
    CHECK(made != bytes{});
    CHECK(make(with, tenor) == made);
    CHECK(make(with, " 179120 99997") == made);
    CHECK(make(with, other_tenor) != made);
    CHECK(make(ephemeral(), tenor) != made);
}

TEST_CASE("a linking key links where key and purpose are the same") {
    key first{};
    key second{};
    second.back() = 1;
    const auto with = linking(first);
    CHECK(number_from(&bplan_pseudonymiser_get_basis, with) ==
          BPLAN_PSEUDONYM_BASIS_CALLER_LINKING_KEY);
    const auto made = make(with, tenor);
    CHECK(make(linking(first), tenor) == made);
    CHECK(make(linking(second), tenor) != made);
    CHECK(make(linking(first, "other"), tenor) != made);
    first.fill(7); // the key was copied
    CHECK(make(with, tenor) == made);

    bplan_pseudonymiser* refused = nullptr;
    for (const std::int64_t length : {0, 31, 33, -1}) {
        CHECK(bplan_pseudonymiser_create_linking(first.data(), length, "p", 1, &refused, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(refused == nullptr);
    }
    CHECK(bplan_pseudonymiser_create_linking(nullptr, 32, "p", 1, &refused, nullptr) ==
          BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(bplan_pseudonymiser_create_ephemeral("m", -1, "9001", 4, &refused, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("what the policy does not accept gets no pseudonym, and the message tells no digit") {
    const auto with = ephemeral();
    const auto every = make_policy();
    REQUIRE(bplan_number_policy_set_kinds(every.get(), 2047, nullptr) == BPLAN_OK);
    const auto refuse = [&](const number_policy& policy, std::string_view text,
                            std::string_view reason) {
        CAPTURE(reason);
        bytes made;
        made.fill(7);
        bplan_error err = BPLAN_ERROR_INIT;
        CHECK(bplan_pseudonymiser_make(with.get(), policy.get(), text.data(), size_of(text),
                                       made.data(), &err) == BPLAN_ERROR_INVALID_NUMBER);
        CHECK(made == bytes{});
        CHECK(std::string_view{err.message}.ends_with(reason));
        CHECK(std::string_view{err.message}.find_first_of("0123456789") == std::string_view::npos);
    };
    refuse(nullptr, tenor, "synthetic_not_allowed");
    refuse(test_policy(), "17912099996", "second_control_digit");
    refuse(test_policy(), "canary", "unexpected_character");
    refuse(test_policy(), "", "empty");
    refuse(every, "202000000003", "length");             // a DUF number
    refuse(every, "15068700000", "both_control_digits"); // a date of birth
    bytes made;
    made.fill(7);
    CHECK(bplan_pseudonymiser_make(with.get(), nullptr, nullptr, 1, made.data(), nullptr) ==
          BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(made == bytes{});
}

TEST_CASE("many pseudonyms are those of the numbers one by one") {
    const auto with = linking(key{});
    const auto policy = test_policy();
    const std::string_view rows = "17912099997,17912099996,15868710168,17912099997";
    std::array<bytes, 4> made;
    std::array<std::int8_t, 4> reasons{77, 77, 77, 77};
    std::int64_t count = -1;
    const auto fill = [&] {
        for (auto& one : made) {
            one.fill(7);
        }
    };
    fill();
    REQUIRE(bplan_pseudonymiser_make_fixed(with.get(), policy.get(), rows.data(), 12, 4,
                                           made[0].data(), reasons.data(), &count,
                                           nullptr) == BPLAN_OK);
    CHECK(count == 3);
    CHECK(made[0] == make(with, tenor));
    CHECK(made[1] == bytes{});
    CHECK(made[2] == make(with, other_tenor));
    CHECK(made[3] == made[0]);
    CHECK(reasons == std::array<std::int8_t, 4>{0, BPLAN_NUMBER_REASON_SECOND_CONTROL_DIGIT, 0, 0});

    fill();
    CHECK(bplan_pseudonymiser_make_fixed(with.get(), nullptr, rows.data(), 12, 4, made[0].data(),
                                         nullptr, &count, nullptr) == BPLAN_OK);
    CHECK(count == 0);
    CHECK(made == std::array<bytes, 4>{});

    const auto refused = [&](const char* numbers, std::int64_t stride, std::int64_t number) {
        fill();
        return bplan_pseudonymiser_make_fixed(with.get(), nullptr, numbers, stride, number,
                                              made[0].data(), reasons.data(), &count, nullptr);
    };
    CHECK(refused(rows.data(), 10, 4) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(made == std::array<bytes, 4>{});
    CHECK(refused(nullptr, 11, 4) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(made == std::array<bytes, 4>{});
    CHECK(refused(rows.data(), 11, -4) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(made[0][0] == 7);
    CHECK(bplan_pseudonymiser_make_fixed(with.get(), nullptr, nullptr, 11, 0, nullptr, nullptr,
                                         &count, nullptr) == BPLAN_OK);
}

} // namespace capi_pseudonym_test
