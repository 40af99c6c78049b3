// What rules need to know of a record beyond its cells: what its national number says, and the age.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <brukerplan/identity/detail/national_id_lookup.hpp>
#include <brukerplan/identity/duf_number.hpp>
#include <brukerplan/identity/national_id_policy.hpp>
#include <brukerplan/identity/national_id_verdict.hpp>
#include <brukerplan/identity/number_normaliser.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/options.hpp>

namespace brukerplan {

/// How the number of a record was read.
enum class number_status : std::uint8_t { absent, valid, lost_leading_zero, invalid };

/// On what an age rests.
enum class age_basis : std::uint8_t { birth_date = 0, birth_year = 1, unknown = 2 };

struct record_facts {
    number_status number = number_status::absent;
    /// Why the number is invalid: a reason token.
    std::string_view number_cause;
    /// Everything the digits can mean.
    number_kinds kinds;
    bool only_2032_rule = false;
    /// What the number says of sex and birth where the law makes that certain: when it was assigned
    /// before 2032, and of birth never in a D-number. Else nothing.
    std::optional<sex> number_sex;
    birth_year_set birth_years;
    /// The number as merging compares it; nothing where it may not be merged on.
    std::optional<std::uint64_t> merge_number;

    age_basis basis = age_basis::unknown;
    int age = 0; ///< whole years on the mapping date, when `basis` is known

    /// Sum of the children counted, where an empty cell counts as 0, or the number with child
    /// welfare when that is greater. Nothing when the input has none of the columns or a count
    /// cannot be read.
    std::optional<std::int64_t> children;

    /// Made for tests in at least one reading.
    [[nodiscard]] bool may_be_synthetic() const noexcept {
        return !(kinds & synthetic_number_kinds).empty();
    }
    /// Made for tests in every reading: a month + 40 may also be a real H-number.
    [[nodiscard]] bool synthetic() const noexcept {
        return may_be_synthetic() && !kinds.contains(number_kind::h_number);
    }
};

namespace detail {

/// Numbers are read as of the day they were registered: nobody is born later, and before 2032 no
/// number was assigned under the rule of 2032.
[[nodiscard]] constexpr national_id_policy policy_on(std::optional<date> mapped_on) noexcept {
    auto policy = national_id_policy::every_kind();
    if (mapped_on) {
        policy.rule = control_rule::by_date;
        policy.assigned_by = mapped_on;
        policy.reference_date = mapped_on;
    }
    return policy;
}

[[nodiscard]] constexpr std::uint64_t number_value(std::string_view digits) noexcept {
    std::uint64_t value = 0;
    for (const char c : digits) {
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

/// The day a record was mapped on, as facts need it.
struct mapping_day {
    std::optional<date> day;
    std::chrono::year_month_day parts; ///< of `day`

    constexpr explicit mapping_day(std::optional<date> mapped_on) noexcept
        : day(mapped_on), parts(mapped_on.value_or(date{})) {}
};

// What an accepted number of eleven digits says for certain.

[[nodiscard]] inline sex certain_sex(const national_id_verdict& verdict) noexcept {
    return verdict.sex_basis == derivation::assigned_before_2032 ? verdict.sex : sex::unknown;
}
/// Years of 0 are none.
[[nodiscard]] inline std::array<std::int16_t, 2>
certain_birth_years(const national_id_verdict& verdict) noexcept {
    return verdict.birth_year_basis == derivation::assigned_before_2032
               ? verdict.birth_years
               : std::array<std::int16_t, 2>{};
}
/// The age on the day of somebody whose certain birth years these are.
[[nodiscard]] inline std::optional<int> certain_age(const birth_year_set& years,
                                                    const national_id_verdict& verdict,
                                                    const mapping_day& mapped) noexcept {
    if (years.size() != 1 || !mapped.day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day born{std::chrono::year{years[0]},
                                           std::chrono::month{verdict.month},
                                           std::chrono::day{verdict.day}};
    return born.ok() ? std::optional{years_between(born, mapped.parts)} : std::nullopt;
}

/// The digits of the number are not among what is taken.
inline void take_national_id(const national_id_verdict& verdict, const mapping_day& mapped,
                             record_facts& facts) noexcept {
    facts.number = number_status::valid;
    facts.kinds = verdict.possible_kinds;
    facts.only_2032_rule = verdict.rules().only_2032();
    if (const auto known = certain_sex(verdict); known != sex::unknown) {
        facts.number_sex = known;
    }
    const auto years = certain_birth_years(verdict);
    facts.birth_years = {years[0], years[1]};
    if (const auto age = certain_age(facts.birth_years, verdict, mapped)) {
        facts.basis = age_basis::birth_date;
        facts.age = *age;
    }
}

[[nodiscard]] inline national_id_verdict verdict_of_day(std::string_view digits,
                                                        const mapping_day& mapped) noexcept {
    return person_numbers::verdict_of(person_numbers::judge_text(digits, policy_on(mapped.day)));
}

/// Whether twelve digits are a national number, which `judge` tells, when one of them is left out.
template <class Judge>
[[nodiscard]] bool has_digit_too_many(std::string_view digits, Judge judge) noexcept {
    std::array<char, 11> shorter{};
    for (std::size_t left_out = 0; left_out < digits.size(); ++left_out) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            if (i != left_out && size < shorter.size()) {
                shorter[size++] = digits[i];
            }
        }
        if (judge(std::string_view{shorter.data(), shorter.size()}).accepted()) {
            return true;
        }
    }
    return false;
}

/// `judge` gives the verdict of digits on the day, as `verdict_of_day` does.
template <class Judge>
void read_number(std::string_view text, const mapping_day& mapped, record_facts& facts,
                 Judge judge) noexcept {
    facts.number = number_status::invalid;
    const auto number = normalise_national_number(text);
    if (!number) {
        facts.number_cause = token_of(number.error().reason);
        return;
    }
    const auto digits = number->reveal_digits();
    national_id_verdict verdict = judge(digits);
    if (verdict.reason == national_id_reason::first_control_digit) {
        auto either_rule = policy_on(mapped.day);
        either_rule.rule = control_rule::both;
        either_rule.assigned_by.reset();
        const auto again =
            person_numbers::verdict_of(person_numbers::judge_text(digits, either_rule));
        verdict = again.accepted() ? again : verdict;
    }
    if (verdict.accepted()) {
        take_national_id(verdict, mapped, facts);
        facts.merge_number = number_value(digits);
        return;
    }
    if (const auto duf = parse_duf_number(digits, mapped.day)) {
        const bool fits = duf->control_digits_fit();
        if (!fits && has_digit_too_many(digits, judge)) {
            facts.number_cause = token_of(national_id_reason::length);
            return;
        }
        facts.number = number_status::valid;
        facts.kinds = number_kind::duf;
        if (fits) {
            facts.merge_number = number_value(digits);
        }
        return;
    }
    if (verdict.reason == national_id_reason::lost_leading_zero) {
        facts.number = number_status::lost_leading_zero;
    }
    facts.number_cause = token_of(verdict.reason);
}

inline void read_number(std::string_view text, const mapping_day& mapped,
                        record_facts& facts) noexcept {
    read_number(text, mapped, facts,
                [&](std::string_view digits) { return verdict_of_day(digits, mapped); });
}

inline constexpr std::array counted_children_roles{role::children_care, role::children_contact,
                                                   role::children_others};

[[nodiscard]] inline std::optional<std::int64_t> counted_children(const registration& r) noexcept {
    std::optional<std::int64_t> sum;
    for (const role each : counted_children_roles) {
        if (r.unreadable(each)) {
            return std::nullopt;
        }
        if (r.asked(each)) {
            sum = sum.value_or(0) + std::max(r.number(each).value_or(0), 0);
        }
    }
    const auto with_child_welfare = r.number(role::children_with_child_welfare);
    return sum && with_child_welfare ? std::max(*sum, std::int64_t{*with_child_welfare}) : sum;
}

} // namespace detail

namespace detail {

/// A year in which nobody who is mapped was born is a typing error and gives no age: a rule about
/// its range tells of it.
inline void take_birth_year(int birth_year, int mapped_year, record_facts& facts) noexcept {
    constexpr int first_possible = 1850;
    constexpr int last_possible = 2099;
    if (birth_year >= first_possible && birth_year <= last_possible) {
        facts.basis = age_basis::birth_year;
        facts.age = mapped_year - birth_year;
    }
}

} // namespace detail

[[nodiscard]] inline record_facts facts_of(const registration& r) noexcept {
    record_facts facts;
    if (!r.national_number().empty()) {
        detail::read_number(r.national_number(), detail::mapping_day{r.mapped_on()}, facts);
    }
    if (facts.basis == age_basis::unknown && r.birth_year() && r.mapped_on()) {
        detail::take_birth_year(*r.birth_year(), year_of(*r.mapped_on()), facts);
    }
    facts.children = detail::counted_children(r);
    return facts;
}

} // namespace brukerplan
