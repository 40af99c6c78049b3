// What the C interface says of one number, and of many in arrays.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "interface.hpp"

namespace fuzz {

/// What is told of one number. The fields of one and of many are the same.
struct answer {
    std::int32_t valid = 0;
    std::int32_t reason = 0;
    std::int32_t position = 0;
    std::int32_t sex = 0;
    std::int32_t rules = 0;
    std::int32_t kinds = 0;
    std::array<std::int32_t, 2> birth_years{};

    friend bool operator==(const answer&, const answer&) = default;
};

using getter = std::int32_t (*)(const bplan_number*, std::int32_t*, bplan_error*) noexcept;

inline std::int32_t of(const number& of_number, getter call) {
    std::int32_t value = 0;
    must(call(of_number.get(), &value, nullptr), "what was found is told");
    return value;
}

inline void check_names(const answer& a) {
    require(!text_from(&bplan_number_reason_get_name, a.reason).empty() || a.valid == 1,
            "a reason has a name");
    for (std::int32_t kind = 1; kind <= BPLAN_NUMBER_KIND_DUMMY; kind *= 2) {
        if ((a.kinds & kind) != 0) {
            require(!text_from(&bplan_number_kind_get_name, kind).empty(), "a kind has a name");
        }
    }
}

inline void check_birth(const number& n, answer& a) {
    std::int64_t count = 0;
    must(bplan_number_count_birth_years(n.get(), &count, nullptr), "birth years are counted");
    require(count >= 0 && count <= 2, "there are at most two birth years");
    for (std::int64_t i = 0; i < count; ++i) {
        auto& year = a.birth_years[static_cast<std::size_t>(i)];
        must(bplan_number_get_birth_year(n.get(), i, &year, nullptr), "a birth year is told");
        require(year >= 1800 && year < 2200, "a birth year is one of our time");
    }
    require(count < 2 || a.birth_years[0] < a.birth_years[1], "birth years rise");
    std::int32_t beyond = 7;
    require(bplan_number_get_birth_year(n.get(), count, &beyond, nullptr) ==
                    BPLAN_ERROR_OUT_OF_RANGE &&
                beyond == 0,
            "there is nothing beyond the last birth year");
    std::int32_t month = -1;
    std::int32_t day = -1;
    must(bplan_number_get_birth_day(n.get(), &month, &day, nullptr), "the day is told");
    require(month >= 0 && month <= 12 && day >= 0 && day <= 31 && (month == 0) == (day == 0),
            "a birthday is a day");
}

/// What bplan_number_check() says.
inline answer checked(const number_policy& policy, std::string_view text) {
    bplan_number* made = nullptr;
    must(bplan_number_check(policy.get(), text.data(), size_of(text), &made, nullptr),
         "any text has an answer");
    const number n{made};
    answer a{of(n, &bplan_number_get_valid),
             of(n, &bplan_number_get_reason),
             of(n, &bplan_number_get_position),
             of(n, &bplan_number_get_sex),
             of(n, &bplan_number_get_rules),
             of(n, &bplan_number_get_kinds),
             {}};
    check_birth(n, a);
    check_names(a);
    require((a.valid == 1) == (a.reason == BPLAN_NUMBER_REASON_NONE), "valid, or a reason");
    require(a.position >= -1 && a.position < size_of(text), "a position is one of the text's");
    require((a.rules & BPLAN_NUMBER_RULE_1964) == 0 || (a.rules & BPLAN_NUMBER_RULE_2032) != 0,
            "the rule of 1964 is part of that of 2032");
    const auto sex_basis = of(n, &bplan_number_get_sex_basis);
    const auto year_basis = of(n, &bplan_number_get_birth_year_basis);
    require((a.sex == BPLAN_SEX_UNKNOWN) == (sex_basis == BPLAN_NUMBER_BASIS_UNKNOWN) &&
                (a.birth_years[0] == 0) == (year_basis == BPLAN_NUMBER_BASIS_UNKNOWN),
            "what is known rests on something");
    return a;
}

/// Answers about many, in arrays as a caller has them.
class columns {
public:
    explicit columns(std::size_t count)
        : valid_(count, 77), reasons_(count, 77), positions_(count, 77), sexes_(count, 77),
          rules_(count, 77), kinds_(count, 77), first_(count, 77), second_(count, 77) {}

    [[nodiscard]] bplan_number_columns places() {
        bplan_number_columns to = BPLAN_NUMBER_COLUMNS_INIT;
        to.valid = valid_.data();
        to.reasons = reasons_.data();
        to.positions = positions_.data();
        to.sexes = sexes_.data();
        to.rules = rules_.data();
        to.kinds = kinds_.data();
        to.first_birth_years = first_.data();
        to.second_birth_years = second_.data();
        return to;
    }
    [[nodiscard]] answer at(std::size_t i) const {
        return {valid_[i], reasons_[i], positions_[i],          sexes_[i],
                rules_[i], kinds_[i],   {first_[i], second_[i]}};
    }

private:
    std::vector<std::int8_t> valid_, reasons_, positions_, sexes_, rules_;
    std::vector<std::int16_t> kinds_, first_, second_;
};

} // namespace fuzz
