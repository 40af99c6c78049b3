// How a number is judged: each reading of its digits by itself, then what the accepted readings
// have in common. This is the one place that knows the order of the checks.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/identity/detail/national_id_facts.hpp>
#include <brukerplan/identity/detail/national_id_terms.hpp>
#include <brukerplan/identity/national_id_content.hpp>
#include <brukerplan/identity/national_id_error.hpp>
#include <brukerplan/identity/national_id_policy.hpp>
#include <brukerplan/model/expected.hpp>
#include <brukerplan/model/person.hpp>

namespace brukerplan::detail::person_numbers {

/// The digits taken apart.
struct number_fields {
    day_mark mark;
    unsigned month_field;
    unsigned two_digit_year;
    unsigned individual;
    control_remainders remainders;
    bool odd; // the last digit of the individual number is odd: a man
};

[[nodiscard]] constexpr number_fields fields_of(const eleven_digits& d) noexcept {
    return {mark_of_day(d[0] * 10U + d[1]),  d[2] * 10U + d[3], d[4] * 10U + d[5],
            d[6] * 100U + d[7] * 10U + d[8], remainders_of(d),  d[8] % 2 == 1};
}

// The stages a reading goes through, in order.
inline constexpr std::uint8_t date_stage = 1;
inline constexpr std::uint8_t control_stage = 2;
inline constexpr std::uint8_t admission_stage = 3; // and on: the number can be of this kind
inline constexpr std::uint8_t century_stage = 4;
inline constexpr std::uint8_t reference_stage = 5;

/// How one reading fares. `stage` is how far it came, so that of two failed readings the one that
/// came further gives the reason.
struct reading_outcome {
    national_id_reason reason = national_id_reason::none;
    std::int8_t position = national_id_position::none;
    std::uint8_t stage = 0;
    number_kinds kinds;
    std::uint8_t month = 0;
    year_pair years{};
    derivation year_basis = derivation::unknown;
    derivation sex_basis = derivation::unknown;
};

/// Whether the control digits fit a reading, and whether the policy admits it. Fills `reason`,
/// `position`, `stage` and `kinds`.
[[nodiscard]] constexpr reading_outcome admit(reading as, bool d_number,
                                              control_remainders remainders,
                                              const policy_terms& terms) noexcept {
    reading_outcome outcome;
    outcome.kinds = kinds_of(as, d_number);

    outcome.stage = control_stage;
    const bool neutral = fact_of(as).neutral_rule && !terms.only_1964;
    const bool first_fits = remainders.first <= (neutral ? largest_neutral_remainder : 0U);
    const bool second_fits = remainders.second == 0;
    if (!first_fits || !second_fits) {
        outcome.reason = first_fits    ? national_id_reason::second_control_digit
                         : second_fits ? national_id_reason::first_control_digit
                                       : national_id_reason::both_control_digits;
        outcome.position = first_fits ? national_id_position::second_control_digit
                                      : national_id_position::first_control_digit;
        return outcome;
    }

    outcome.stage = admission_stage;
    const number_kinds test_kinds = outcome.kinds & synthetic_number_kinds;
    if (!terms.kinds.contains_all(test_kinds.empty() ? outcome.kinds : test_kinds)) {
        outcome.reason = test_kinds.empty() ? national_id_reason::kind_not_allowed
                                            : national_id_reason::synthetic_not_allowed;
        const bool marked_month = fact_of(as).month_offset != 0;
        const bool marked_day = d_number || as == reading::common_help;
        outcome.position = marked_month ? national_id_position::month
                           : marked_day ? national_id_position::day
                                        : national_id_position::none;
        return outcome;
    }
    outcome.stage = century_stage;
    return outcome;
}

[[nodiscard]] constexpr derivation year_basis_of(reading as, bool d_number,
                                                 const policy_terms& terms) noexcept {
    if (!fact_of(as).says_sex_and_birth) {
        return derivation::not_guaranteed;
    }
    if (d_number || as == reading::help) {
        return derivation::convention;
    }
    return terms.only_1964 ? derivation::assigned_before_2032 : derivation::if_assigned_before_2032;
}

[[nodiscard]] constexpr derivation sex_basis_of(reading as, const policy_terms& terms) noexcept {
    if (!fact_of(as).says_sex_and_birth) {
        return derivation::unknown;
    }
    return terms.only_1964 ? derivation::assigned_before_2032 : derivation::if_assigned_before_2032;
}

[[nodiscard]] constexpr series_terms series_of(reading as, bool d_number,
                                               const policy_terms& terms) noexcept {
    if (!fact_of(as).says_sex_and_birth) {
        return {};
    }
    if (as == reading::help) {
        return terms.help_numbers;
    }
    return d_number ? terms.d_numbers : terms.birth_numbers;
}

/// Derives the birth years of an admitted reading whose first remainder is 0. Fills the years and
/// their basis, or the reason why there can be none.
constexpr void derive_years(reading_outcome& outcome, reading as, const number_fields& fields,
                            const policy_terms& terms) noexcept {
    const bool d_number = fields.mark.d_number;
    const year_pair by_table =
        d_number ? d_number_years(fields.individual, fields.two_digit_year, terms.d_table)
                 : birth_number_years(fields.individual, fields.two_digit_year);
    year_pair years{};
    std::size_t kept = 0;
    bool some_exist = false;
    for (const std::int16_t year : by_table) {
        if (year == 0 || !date_exists(fields.mark.day, outcome.month, year)) {
            continue;
        }
        some_exist = true;
        if (date_key(year, outcome.month, fields.mark.day) <= terms.last_date) {
            years[kept++] = year;
        }
    }
    if (kept == 0) {
        const series_terms series = series_of(as, d_number, terms);
        if (some_exist && series.final) {
            outcome.reason = national_id_reason::birth_after_reference_date;
            outcome.position = national_id_position::year;
            outcome.stage = reference_stage;
        } else if (!some_exist && series.needed) {
            outcome.reason = by_table[0] == 0
                                 ? national_id_reason::individual_number_without_century
                                 : national_id_reason::impossible_date;
            outcome.position = by_table[0] == 0 ? national_id_position::individual_number
                                                : national_id_position::day;
        }
        return;
    }
    outcome.years = years;
    outcome.year_basis = year_basis_of(as, d_number, terms);
}

/// Judges one reading of a number whose day field is a day from 1 to 31.
[[nodiscard]] constexpr reading_outcome judge_reading(reading as, const number_fields& fields,
                                                      const policy_terms& terms) noexcept {
    const unsigned month = fields.month_field - fact_of(as).month_offset;
    if (!date_exists_in_some_century(fields.mark.day, month, fields.two_digit_year)) {
        reading_outcome outcome;
        outcome.reason = national_id_reason::impossible_date;
        outcome.position = national_id_position::day;
        outcome.stage = date_stage;
        return outcome;
    }
    reading_outcome outcome = admit(as, fields.mark.d_number, fields.remainders, terms);
    outcome.month = static_cast<std::uint8_t>(month);
    if (outcome.reason == national_id_reason::none && fields.remainders.first == 0) {
        derive_years(outcome, as, fields, terms);
        // A birth number that no series allows was assigned under the rule from 2032, unless the
        // policy says otherwise; its last individual digit then says nothing.
        const bool certainly_neutral = outcome.years[0] == 0 && !terms.only_1964 &&
                                       !fields.mark.d_number && as != reading::help;
        if (!certainly_neutral) {
            outcome.sex_basis = sex_basis_of(as, terms);
        }
    }
    return outcome;
}

/// `possible` are the kinds the number can be; they are told only when they are the reason.
[[nodiscard]] constexpr national_id_error error_of(const reading_outcome& outcome,
                                                   number_kinds possible) noexcept {
    const bool by_kind = outcome.reason == national_id_reason::kind_not_allowed ||
                         outcome.reason == national_id_reason::synthetic_not_allowed;
    return {outcome.reason, outcome.position, by_kind ? possible : number_kinds{}};
}

using judgement = expected<national_id_content, national_id_error>;

[[nodiscard]] constexpr control_rules rules_of(control_remainders remainders) noexcept {
    return {remainders.first == 0 && remainders.second == 0,
            remainders.first <= largest_neutral_remainder && remainders.second == 0};
}

[[nodiscard]] constexpr judgement judge_common_help(const number_fields& fields,
                                                    const policy_terms& terms) noexcept {
    const reading_outcome outcome = admit(reading::common_help, false, fields.remainders, terms);
    if (outcome.reason != national_id_reason::none) {
        return unexpected{error_of(outcome, outcome.kinds)};
    }
    national_id_content content;
    content.kinds = outcome.kinds;
    content.possible_kinds = outcome.kinds;
    content.rules = rules_of(fields.remainders);
    return content;
}

/// What two accepted readings have in common, into the first.
constexpr void merge(national_id_content& content, const national_id_content& other) noexcept {
    content.kinds = content.kinds | other.kinds;
    content.synthetic = content.synthetic && other.synthetic;
    content.ambiguous_kind = true;
    if (content.month != other.month) {
        content.month = 0;
    }
    // Both come from one table, so one set holds the other.
    if (content.birth_years.size() < other.birth_years.size()) {
        content.birth_years = other.birth_years;
    }
    content.birth_year_basis = std::max(content.birth_year_basis, other.birth_year_basis);
    if (content.sex_basis == derivation::unknown || other.sex_basis == derivation::unknown) {
        content.sex = sex::unknown;
        content.sex_basis = derivation::unknown;
    }
}

[[nodiscard]] constexpr national_id_content content_of(reading as, const reading_outcome& outcome,
                                                       const number_fields& fields) noexcept {
    national_id_content content;
    content.kinds = outcome.kinds;
    content.birth_years = birth_year_set{outcome.years[0], outcome.years[1]};
    content.day = static_cast<std::uint8_t>(fields.mark.day);
    content.month = outcome.month;
    content.birth_year_basis = outcome.year_basis;
    content.sex_basis = outcome.sex_basis;
    if (outcome.sex_basis != derivation::unknown) {
        content.sex = fields.odd ? sex::male : sex::female;
    }
    content.synthetic = is_synthetic(as);
    return content;
}

[[nodiscard]] constexpr judgement judge(const number_fields& fields,
                                        const policy_terms& terms) noexcept {
    if (fields.mark.common_help) {
        return judge_common_help(fields, terms);
    }
    if (fields.mark.day < 1 || fields.mark.day > 31) {
        return unexpected{
            national_id_error{national_id_reason::impossible_date, national_id_position::day, {}}};
    }
    const reading_list readings = readings_of_month(fields.month_field);
    if (readings.size == 0) {
        return unexpected{national_id_error{fields.month_field == 0
                                                ? national_id_reason::impossible_date
                                                : national_id_reason::reserved_month,
                                            national_id_position::month,
                                            {}}};
    }

    national_id_content content;
    number_kinds possible;
    reading_outcome furthest;
    bool accepted = false;
    for (std::size_t i = 0; i < readings.size; ++i) {
        const reading as = readings.items[i];
        const reading_outcome outcome = judge_reading(as, fields, terms);
        if (outcome.stage >= admission_stage) {
            possible = possible | outcome.kinds;
        }
        if (outcome.reason == national_id_reason::none) {
            const national_id_content one = content_of(as, outcome, fields);
            if (accepted) {
                merge(content, one);
            } else {
                content = one;
            }
            accepted = true;
        } else if (furthest.reason == national_id_reason::none || outcome.stage > furthest.stage) {
            furthest = outcome;
        }
    }
    if (!accepted) {
        return unexpected{error_of(furthest, possible)};
    }
    if (terms.refuse_ambiguous && (content.ambiguous_kind || content.birth_years.size() > 1)) {
        return unexpected{national_id_error{national_id_reason::ambiguous,
                                            content.ambiguous_kind ? national_id_position::month
                                                                   : national_id_position::year,
                                            {}}};
    }
    content.possible_kinds = possible;
    content.rules = rules_of(fields.remainders);
    return content;
}

/// The index of the first byte that is no ASCII digit, or the size of the text.
[[nodiscard]] constexpr std::size_t first_non_digit(std::string_view text) noexcept {
    std::size_t i = 0;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
        ++i;
    }
    return i;
}

/// Eleven bytes known to be digits.
[[nodiscard]] constexpr judgement judge_digits(std::string_view eleven,
                                               const policy_terms& terms) noexcept {
    eleven_digits digits{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        digits[i] = static_cast<std::uint8_t>(eleven[i] - '0');
    }
    return judge(fields_of(digits), terms);
}

/// True when a zero in front of ten digits makes a number of some kind under the policy's rule.
[[nodiscard]] constexpr bool lost_leading_zero(std::string_view ten,
                                               const policy_terms& terms) noexcept {
    if (ten.size() != 10 || first_non_digit(ten) != ten.size()) {
        return false;
    }
    std::array<char, 11> padded{'0'};
    for (std::size_t i = 0; i < ten.size(); ++i) {
        padded[i + 1] = ten[i];
    }
    policy_terms any_kind = terms;
    any_kind.kinds = national_number_kinds;
    any_kind.refuse_ambiguous = false;
    any_kind.last_date = no_last_date;
    return judge_digits({padded.data(), padded.size()}, any_kind).has_value();
}

[[nodiscard]] constexpr judgement judge_text(std::string_view text,
                                             const policy_terms& terms) noexcept {
    if (text.size() != 11) {
        return lost_leading_zero(text, terms)
                   ? unexpected{national_id_error{national_id_reason::lost_leading_zero, 0, {}}}
                   : unexpected{national_id_error{
                         national_id_reason::length, national_id_position::none, {}}};
    }
    const std::size_t stop = first_non_digit(text);
    if (stop != text.size()) {
        return unexpected{
            national_id_error{national_id_reason::not_a_digit, static_cast<std::int8_t>(stop), {}}};
    }
    return judge_digits(text, terms);
}

[[nodiscard]] constexpr judgement judge_text(std::string_view text,
                                             const national_id_policy& policy) noexcept {
    return judge_text(text, terms_of(policy));
}

} // namespace brukerplan::detail::person_numbers
