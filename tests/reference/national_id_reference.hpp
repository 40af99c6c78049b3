// The slow twin of the national number parser, written from the published description rather than
// from the tables: it looks at each way to understand the digits in turn, tries every year from
// 1800 to 2099, and leaves the fast code out of it. Shared with the library are only the words
// (policy, reasons, kinds).
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <brukerplan/identity/national_id_content.hpp>
#include <brukerplan/identity/national_id_error.hpp>
#include <brukerplan/identity/national_id_policy.hpp>

namespace reference {

using brukerplan::control_rule;
using brukerplan::d_number_table;
using brukerplan::date;
using brukerplan::date_check;
using brukerplan::derivation;
using brukerplan::national_id_policy;
using brukerplan::national_id_reason;
using brukerplan::number_kind;
using brukerplan::number_kinds;

struct answer {
    national_id_reason reason = national_id_reason::none;
    int position = -1;
    number_kinds kinds;
    number_kinds possible_kinds;
    int day = 0;
    int month = 0;
    std::vector<int> birth_years;
    derivation birth_year_basis = derivation::unknown;
    brukerplan::sex sex = brukerplan::sex::unknown;
    derivation sex_basis = derivation::unknown;
    bool rule_1964 = false;
    bool rule_2032 = false;
    bool synthetic = false;
    bool ambiguous_kind = false;

    bool operator==(const answer&) const = default;
};

inline answer refused(national_id_reason reason, int position, number_kinds kinds = {}) {
    answer no;
    no.reason = reason;
    no.position = position;
    no.kinds = kinds;
    return no;
}

inline bool day_exists(int year, int month, int day) {
    using namespace std::chrono;
    return year_month_day{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                          std::chrono::day(static_cast<unsigned>(day))}
        .ok();
}

inline date day_of(int year, int month, int day) {
    return date{std::chrono::year{year} / month / day};
}

/// The century resolved as the domain notes state it, by individual number and two-digit year.
inline std::optional<int> year_of_birth_number(int individual, int yy) {
    if (individual <= 499) {
        return 1900 + yy;
    }
    if (individual <= 749) {
        if (yy >= 54) {
            return 1800 + yy;
        }
        return yy <= 39 ? std::optional{2000 + yy} : std::nullopt;
    }
    if (individual <= 899) {
        return yy <= 39 ? std::optional{2000 + yy} : std::nullopt;
    }
    return yy <= 39 ? 2000 + yy : 1900 + yy;
}

inline std::optional<int> year_of_d_number_from_2021(int individual, int yy) {
    if (yy <= 39) {
        return individual <= 199 ? 1900 + yy : 2000 + yy;
    }
    if (individual >= 500 && individual <= 599) {
        return yy >= 58 ? std::optional{1800 + yy} : std::nullopt;
    }
    return 1900 + yy;
}

/// One way to understand the digits.
struct way {
    int subtract_from_month;
    number_kinds kinds; // of a number without the mark of a D-number
    bool neutral_rule;  // may be assigned under the rule from 2032
    bool promises;      // sex and birth date mean something
};

inline const std::vector<way>& all_ways() {
    static const std::vector<way> ways{
        {0, number_kind::birth_number, true, true},
        {20, number_kind::npid, false, false},
        {40, number_kind::h_number, false, true},
        {40, number_kind::nav_synthetic, true, true},
        {60, {number_kind::npid, number_kind::nav_synthetic}, false, false},
        {65, number_kind::nhn, true, true},
        {80, number_kind::tenor, true, true},
    };
    return ways;
}

inline bool has_test_kind(number_kinds kinds) {
    return kinds.contains(number_kind::tenor) || kinds.contains(number_kind::nhn) ||
           kinds.contains(number_kind::nav_synthetic);
}

inline bool policy_takes(const national_id_policy& policy, number_kinds kinds) {
    bool all = true;
    for (std::size_t i = 0; i < brukerplan::number_kind_count; ++i) {
        const auto kind = static_cast<number_kind>(i);
        const bool counts = !has_test_kind(kinds) ||
                            has_test_kind(number_kinds{kind}); // else its test kind decides
        if (kinds.contains(kind) && counts && !policy.kinds.contains(kind)) {
            all = false;
        }
    }
    return all;
}

inline const date year_2032 = day_of(2032, 1, 1);
inline const date new_d_table = day_of(2021, 11, 16);
inline const date d_without_series = day_of(2024, 2, 1);

/// The policy's bound on the time of assignment, if it gives one.
inline std::optional<date> bound_of(const national_id_policy& policy) {
    return policy.rule == control_rule::by_date ? policy.assigned_by : std::nullopt;
}

inline bool only_old_rule(const national_id_policy& policy) {
    if (policy.rule == control_rule::strict_1964) {
        return true;
    }
    const auto bound = bound_of(policy);
    return bound && *bound < year_2032;
}

inline bool uses_old_d_table_only(const national_id_policy& policy) {
    const auto bound = bound_of(policy);
    return policy.d_table == d_number_table::old_table ||
           (policy.d_table == d_number_table::both && bound && *bound < new_d_table);
}

inline std::optional<date> last_birth_date(const national_id_policy& policy) {
    const auto bound = bound_of(policy);
    if (!bound || !policy.reference_date) {
        return bound ? bound : policy.reference_date;
    }
    return *bound < *policy.reference_date ? *bound : *policy.reference_date;
}

struct number_parts {
    int day;
    int month_as_written;
    int yy;
    int individual;
    bool d_number;
    int first_remainder;
    int second_remainder;
};

/// One way followed to its end; `reason` none means that it holds.
struct followed {
    int steps = 0; // how many checks it passed
    answer result;
};

inline followed follow(const way& w, const number_parts& n, const national_id_policy& policy) {
    followed f;
    number_kinds kinds = w.kinds;
    if (n.d_number) {
        kinds = number_kinds{number_kind::d_number};
        for (std::size_t i = 1; i < brukerplan::number_kind_count; ++i) {
            if (w.kinds.contains(static_cast<number_kind>(i))) {
                kinds.insert(static_cast<number_kind>(i));
            }
        }
    }
    const bool is_help = w.kinds.contains(number_kind::h_number);
    const int month = n.month_as_written - w.subtract_from_month;

    // 1: the day exists in some year that ends in these two digits
    bool exists = false;
    for (int year = 1800; year <= 2099; ++year) {
        exists = exists || (year % 100 == n.yy && day_exists(year, month, n.day));
    }
    if (!exists) {
        f.result = refused(national_id_reason::impossible_date, 0);
        return f;
    }
    f.steps = 1;

    // 2: the control digits
    const int largest = w.neutral_rule && !only_old_rule(policy) ? 3 : 0;
    const bool first_bad = n.first_remainder > largest;
    const bool second_bad = n.second_remainder != 0;
    if (first_bad && second_bad) {
        f.result = refused(national_id_reason::both_control_digits, 9);
        return f;
    }
    if (first_bad) {
        f.result = refused(national_id_reason::first_control_digit, 9);
        return f;
    }
    if (second_bad) {
        f.result = refused(national_id_reason::second_control_digit, 10);
        return f;
    }
    f.steps = 2;
    f.result.kinds = kinds;

    // 3: the kind
    if (!policy_takes(policy, kinds)) {
        const int position = w.subtract_from_month != 0 ? 2 : n.d_number ? 0 : -1;
        f.result = refused(has_test_kind(kinds) ? national_id_reason::synthetic_not_allowed
                                                : national_id_reason::kind_not_allowed,
                           position, kinds);
        return f;
    }
    f.steps = 3;
    f.result.day = n.day;
    f.result.month = month;
    f.result.synthetic = has_test_kind(kinds);
    if (n.first_remainder != 0) {
        return f; // assigned from 2032: neither sex nor century
    }

    // 4: the century
    const bool old_only = uses_old_d_table_only(policy);
    const bool ask_old = !n.d_number || policy.d_table != d_number_table::new_table;
    const bool ask_new = n.d_number && !old_only;
    const auto last = last_birth_date(policy);
    bool in_table = false;
    bool exists_in_table_year = false;
    for (int year = 1800; year <= 2099; ++year) {
        const bool old_says = ask_old && year_of_birth_number(n.individual, n.yy) == year;
        const bool new_says = ask_new && year_of_d_number_from_2021(n.individual, n.yy) == year;
        if (!old_says && !new_says) {
            continue;
        }
        in_table = true;
        if (!day_exists(year, month, n.day)) {
            continue;
        }
        exists_in_table_year = true;
        if (!last || day_of(year, month, n.day) <= *last) {
            f.result.birth_years.push_back(year);
        }
    }

    const bool strict = policy.dates == date_check::strict && w.promises;
    const bool law = policy.dates == date_check::by_rule && only_old_rule(policy) && w.promises;
    const auto bound = bound_of(policy);
    bool needed = strict;
    bool binding = strict;
    if (w.promises && !is_help && !n.d_number) {
        needed = strict || law;
        binding = strict || only_old_rule(policy) || (last && *last < year_2032);
    } else if (w.promises && !is_help) {
        needed = strict || (law && (old_only || (bound && *bound < d_without_series)));
        binding = strict || old_only || (last && *last < d_without_series);
    }
    if (!exists_in_table_year && needed) {
        f.result = in_table ? refused(national_id_reason::impossible_date, 0)
                            : refused(national_id_reason::individual_number_without_century, 6);
        f.result.possible_kinds = kinds;
        return f;
    }
    f.steps = 4;
    if (exists_in_table_year && f.result.birth_years.empty() && binding) {
        f.result = refused(national_id_reason::birth_after_reference_date, 4);
        f.result.possible_kinds = kinds;
        return f;
    }
    f.steps = 5;

    const derivation firm = only_old_rule(policy) ? derivation::assigned_before_2032
                                                  : derivation::if_assigned_before_2032;
    if (!f.result.birth_years.empty()) {
        f.result.birth_year_basis = !w.promises             ? derivation::not_guaranteed
                                    : n.d_number || is_help ? derivation::convention
                                                            : firm;
    }
    const bool must_be_neutral =
        f.result.birth_years.empty() && !only_old_rule(policy) && !n.d_number && !is_help;
    if (w.promises && !must_be_neutral) {
        f.result.sex = n.individual % 2 == 0 ? brukerplan::sex::female : brukerplan::sex::male;
        f.result.sex_basis = firm;
    }
    return f;
}

inline answer parse_digits(const std::string& text, const national_id_policy& policy) {
    const auto digit = [&text](std::size_t i) { return text[i] - '0'; };
    const int first_weights[] = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    const int second_weights[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int first_sum = digit(9);
    for (std::size_t i = 0; i < 9; ++i) {
        first_sum += first_weights[i] * digit(i);
    }
    int second_sum = digit(10);
    for (std::size_t i = 0; i < 10; ++i) {
        second_sum += second_weights[i] * digit(i);
    }
    number_parts n{};
    n.first_remainder = first_sum % 11;
    n.second_remainder = second_sum % 11;
    n.individual = digit(6) * 100 + digit(7) * 10 + digit(8);
    n.yy = digit(4) * 10 + digit(5);
    n.month_as_written = digit(2) * 10 + digit(3);
    n.d_number = digit(0) >= 4 && digit(0) <= 7;
    n.day = digit(0) * 10 + digit(1) - (n.d_number ? 40 : 0);

    answer both_rules;
    both_rules.rule_1964 = n.first_remainder == 0 && n.second_remainder == 0;
    both_rules.rule_2032 = n.first_remainder <= 3 && n.second_remainder == 0;

    if (digit(0) >= 8) { // an FH-number: the other digits mean nothing
        const int position = n.first_remainder != 0 ? 9 : 10;
        if (n.first_remainder != 0 && n.second_remainder != 0) {
            return refused(national_id_reason::both_control_digits, position);
        }
        if (n.first_remainder != 0 || n.second_remainder != 0) {
            return refused(n.first_remainder != 0 ? national_id_reason::first_control_digit
                                                  : national_id_reason::second_control_digit,
                           position);
        }
        const number_kinds kinds{number_kind::fh_number};
        if (!policy.kinds.contains(number_kind::fh_number)) {
            return refused(national_id_reason::kind_not_allowed, 0, kinds);
        }
        both_rules.kinds = kinds;
        both_rules.possible_kinds = kinds;
        return both_rules;
    }

    if (n.day < 1 || n.day > 31) {
        return refused(national_id_reason::impossible_date, 0);
    }
    if (n.month_as_written == 0) {
        return refused(national_id_reason::impossible_date, 2);
    }
    std::vector<way> fitting;
    for (const way& w : all_ways()) {
        const int month = n.month_as_written - w.subtract_from_month;
        if (month >= 1 && month <= 12) {
            fitting.push_back(w);
        }
    }
    if (fitting.empty()) {
        return refused(national_id_reason::reserved_month, 2);
    }

    std::vector<answer> holding;
    followed best;
    bool first = true;
    number_kinds possible;
    for (const way& w : fitting) {
        const followed f = follow(w, n, policy);
        if (f.steps >= 2) {
            possible = possible | f.result.kinds | f.result.possible_kinds;
        }
        if (f.result.reason == national_id_reason::none) {
            holding.push_back(f.result);
        } else if (first || f.steps > best.steps) {
            best = f;
            first = false;
        }
    }
    if (holding.empty()) {
        const bool by_kind = best.result.reason == national_id_reason::kind_not_allowed ||
                             best.result.reason == national_id_reason::synthetic_not_allowed;
        return refused(best.result.reason, best.result.position,
                       by_kind ? possible : number_kinds{});
    }

    answer yes = holding.front();
    if (holding.size() == 2) {
        const answer& other = holding.back();
        yes.kinds = yes.kinds | other.kinds;
        yes.ambiguous_kind = true;
        yes.synthetic = yes.synthetic && other.synthetic;
        if (other.month != yes.month) {
            yes.month = 0;
        }
        if (other.birth_years.size() > yes.birth_years.size()) {
            yes.birth_years = other.birth_years;
        }
        if (other.birth_year_basis > yes.birth_year_basis) {
            yes.birth_year_basis = other.birth_year_basis;
        }
        if (other.sex == brukerplan::sex::unknown || yes.sex == brukerplan::sex::unknown) {
            yes.sex = brukerplan::sex::unknown;
            yes.sex_basis = derivation::unknown;
        }
    }
    if (policy.refuse_ambiguous && yes.ambiguous_kind) {
        return refused(national_id_reason::ambiguous, 2);
    }
    if (policy.refuse_ambiguous && yes.birth_years.size() > 1) {
        return refused(national_id_reason::ambiguous, 4);
    }
    yes.possible_kinds = possible;
    yes.rule_1964 = both_rules.rule_1964;
    yes.rule_2032 = both_rules.rule_2032;
    return yes;
}

inline answer parse(const std::string& text, const national_id_policy& policy) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        ++digits;
    }
    if (text.size() == 10 && digits == 10) {
        national_id_policy any = policy;
        any.kinds = brukerplan::national_number_kinds;
        any.refuse_ambiguous = false;
        const answer padded = parse_digits("0" + text, any);
        if (padded.reason == national_id_reason::none ||
            padded.reason == national_id_reason::birth_after_reference_date) {
            return refused(national_id_reason::lost_leading_zero, 0);
        }
    }
    if (text.size() != 11) {
        return refused(national_id_reason::length, -1);
    }
    if (digits != 11) {
        return refused(national_id_reason::not_a_digit, static_cast<int>(digits));
    }
    return parse_digits(text, policy);
}

} // namespace reference
