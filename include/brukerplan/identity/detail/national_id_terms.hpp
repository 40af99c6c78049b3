// The consequences of a policy, drawn once.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

#include <brukerplan/identity/national_id_policy.hpp>
#include <brukerplan/identity/number_kinds.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan::detail::person_numbers {

/// A date as a number that orders like it; of use for days that need not exist.
[[nodiscard]] constexpr std::int32_t date_key(int year, unsigned month, unsigned day) noexcept {
    return static_cast<std::int32_t>((static_cast<unsigned>(year) << 9U) | (month << 5U) | day);
}

[[nodiscard]] constexpr std::int32_t date_key(std::chrono::year_month_day ymd) noexcept {
    return date_key(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                    static_cast<unsigned>(ymd.day()));
}

inline constexpr std::int32_t no_last_date = std::numeric_limits<std::int32_t>::max();

/// How far the series of individual numbers hold for a sort of number.
struct series_terms {
    bool needed = false; // a number that no series gives a year is refused
    bool final = false;  // a number whose years all lie after the last date is refused; else its
                         // year is unknown, since it may have been assigned outside the series
};

struct policy_terms {
    number_kinds kinds;
    d_number_table d_table = d_number_table::both;
    bool only_1964 = false;
    series_terms birth_numbers; // and the test numbers made like them
    series_terms d_numbers;
    series_terms help_numbers; // H-numbers are given out locally, so only on request
    bool refuse_ambiguous = false;
    /// Nobody is born after this day.
    std::int32_t last_date = no_last_date;
};

[[nodiscard]] constexpr policy_terms terms_of(const national_id_policy& policy) noexcept {
    policy_terms terms;
    terms.kinds = policy.kinds;
    terms.only_1964 = policy.only_1964();
    terms.refuse_ambiguous = policy.refuse_ambiguous;

    const bool bounded = policy.rule == control_rule::by_date && policy.assigned_by.has_value();
    const auto assigned_before = [&](date day) { return bounded && *policy.assigned_by < day; };
    terms.d_table = policy.d_table == d_number_table::both && assigned_before(new_d_series_from)
                        ? d_number_table::old_table
                        : policy.d_table;

    if (const auto last = policy.last_day()) {
        terms.last_date = date_key(*last);
    }

    const bool strict = policy.dates == date_check::strict;
    const bool by_rule = policy.dates == date_check::by_rule && terms.only_1964;
    const bool d_series = terms.d_table == d_number_table::old_table;
    terms.birth_numbers = {strict || by_rule, strict || terms.only_1964 ||
                                                  terms.last_date < date_key(neutral_numbers_from)};
    terms.d_numbers = {
        strict || (by_rule && (d_series || assigned_before(d_numbers_without_series_from))),
        strict || d_series || terms.last_date < date_key(d_numbers_without_series_from)};
    terms.help_numbers = {strict, strict};
    return terms;
}

} // namespace brukerplan::detail::person_numbers
