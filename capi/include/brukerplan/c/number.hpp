// National numbers: what is accepted, one number, many of them, as people write them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <brukerplan/c/values.hpp>

namespace brukerplan_c {

/// Which numbers are accepted. Wherever a policy is asked for, an empty one stands for one as it is
/// made. One thread while it is set, then any number of them.
class number_policy : public handle<bplan_number_policy, bplan_number_policy_free> {
public:
    using handle::handle;

    /// The numbers people carry, by both rules.
    [[nodiscard]] static result<number_policy> create() noexcept {
        return detail::call<number_policy>(bplan_number_policy_create);
    }

    status set_rule(accepted_rule rule) noexcept {
        return detail::run(bplan_number_policy_set_rule, *this, rule);
    }
    /// With accepted_rule::by_date: no number was assigned after this day.
    status set_assigned_by(date day) noexcept {
        return detail::run(bplan_number_policy_set_assigned_by, *this, day);
    }
    /// Bits BPLAN_NUMBER_KIND_*.
    status set_kinds(std::int32_t kinds) noexcept {
        return detail::run(bplan_number_policy_set_kinds, *this, kinds);
    }
    /// Test numbers alone, or the numbers people carry.
    status set_test_numbers(bool on) noexcept {
        return detail::run(bplan_number_policy_set_test_numbers, *this, on);
    }
    status set_d_table(d_table table) noexcept {
        return detail::run(bplan_number_policy_set_d_table, *this, table);
    }
    status set_dates(date_check check) noexcept {
        return detail::run(bplan_number_policy_set_dates, *this, check);
    }
    /// Nobody is born after this day.
    status set_reference_date(date day) noexcept {
        return detail::run(bplan_number_policy_set_reference_date, *this, day);
    }
    /// Refuses a number that leaves more than one kind or birth year open.
    status set_refuse_ambiguous(bool on) noexcept {
        return detail::run(bplan_number_policy_set_refuse_ambiguous, *this, on);
    }
};

/// Month and day; 0 where a number does not say.
struct birth_day {
    std::int32_t month = 0;
    std::int32_t day = 0;
};

/// A number as people write it, brought to digits.
struct normalised_number {
    std::array<char, BPLAN_NUMBER_MOST_DIGITS> buffer{};
    std::int64_t length = 0;
    std::int32_t changes = 0; ///< bits BPLAN_NUMBER_CHANGE_*: what was taken away

    [[nodiscard]] std::string_view digits() const noexcept {
        return {buffer.data(), static_cast<std::size_t>(length)};
    }
};

namespace detail {
template <>
struct output<birth_day> {
    birth_day value;
    auto places() noexcept { return std::tuple{&value.month, &value.day}; }
    birth_day take() noexcept { return value; }
};
template <>
struct output<normalised_number> {
    normalised_number value;
    auto places() noexcept {
        return std::tuple{value.buffer.data(), static_cast<std::int64_t>(value.buffer.size()),
                          &value.length, &value.changes};
    }
    normalised_number take() noexcept { return value; }
};
} // namespace detail

/// What was found of one number, without its digits. Never changes.
class number : public handle<bplan_number, bplan_number_free> {
public:
    using handle::handle;

    /// Reads digits alone: see normalise_number(). A text that is refused gives a number that is
    /// not valid, and the call succeeds.
    [[nodiscard]] static result<number> check(std::string_view text,
                                              const number_policy& policy = {}) noexcept {
        return detail::call<number>(bplan_number_check, policy, text);
    }

    [[nodiscard]] result<bool> valid() const noexcept {
        return detail::call<bool>(bplan_number_get_valid, *this);
    }
    /// Bits BPLAN_NUMBER_KIND_*.
    [[nodiscard]] result<std::int32_t> kinds() const noexcept {
        return detail::call<std::int32_t>(bplan_number_get_kinds, *this);
    }
    [[nodiscard]] result<number_reason> reason() const noexcept {
        return detail::call<number_reason>(bplan_number_get_reason, *this);
    }
    /// The first digit at fault, from 0; -1 for none.
    [[nodiscard]] result<std::int32_t> position() const noexcept {
        return detail::call<std::int32_t>(bplan_number_get_position, *this);
    }
    [[nodiscard]] result<brukerplan_c::sex> sex() const noexcept {
        return detail::call<brukerplan_c::sex>(bplan_number_get_sex, *this);
    }
    [[nodiscard]] result<number_basis> sex_basis() const noexcept {
        return detail::call<number_basis>(bplan_number_get_sex_basis, *this);
    }
    /// Bits BPLAN_NUMBER_RULE_*.
    [[nodiscard]] result<std::int32_t> rules() const noexcept {
        return detail::call<std::int32_t>(bplan_number_get_rules, *this);
    }
    /// How many years the person may be born in: 0, 1 or 2.
    [[nodiscard]] result<std::int64_t> count_birth_years() const noexcept {
        return detail::call<std::int64_t>(bplan_number_count_birth_years, *this);
    }
    [[nodiscard]] result<std::int32_t> birth_year(std::int64_t index) const noexcept {
        return detail::call<std::int32_t>(bplan_number_get_birth_year, *this, index);
    }
    [[nodiscard]] result<number_basis> birth_year_basis() const noexcept {
        return detail::call<number_basis>(bplan_number_get_birth_year_basis, *this);
    }
    [[nodiscard]] result<brukerplan_c::birth_day> birth_day() const noexcept {
        return detail::call<brukerplan_c::birth_day>(bplan_number_get_birth_day, *this);
    }
};

/// Takes blanks and hyphens away where they may stand; whether the digits are a number is not
/// asked.
[[nodiscard]] inline result<normalised_number> normalise_number(std::string_view text) noexcept {
    return detail::call<normalised_number>(bplan_number_normalise, text);
}

/// Where the answers about many numbers go: arrays of the caller's, null where they are not wanted.
struct number_columns : bplan_number_columns {
    number_columns() noexcept : bplan_number_columns(BPLAN_NUMBER_COLUMNS_INIT) {}
};

// Many numbers. Each gives how many are accepted.

/// Eleven bytes at every `stride` bytes.
[[nodiscard]] inline result<std::int64_t> check_numbers(const char* numbers, std::int64_t stride,
                                                        std::int64_t count,
                                                        const bplan_number_columns& to,
                                                        const number_policy& policy = {}) noexcept {
    return detail::call<std::int64_t>(bplan_number_check_fixed, policy, numbers, stride, count,
                                      &to);
}

/// An Arrow column of strings: one offset more than texts.
[[nodiscard]] inline result<std::int64_t>
check_numbers(const char* data, const std::int32_t* offsets, std::int64_t count,
              const bplan_number_columns& to, const number_policy& policy = {}) noexcept {
    return detail::call<std::int64_t>(bplan_number_check_strings, policy, data, offsets, count,
                                      &to);
}

/// An Arrow column of large strings.
[[nodiscard]] inline result<std::int64_t>
check_numbers(const char* data, const std::int64_t* offsets, std::int64_t count,
              const bplan_number_columns& to, const number_policy& policy = {}) noexcept {
    return detail::call<std::int64_t>(bplan_number_check_large_strings, policy, data, offsets,
                                      count, &to);
}

} // namespace brukerplan_c
