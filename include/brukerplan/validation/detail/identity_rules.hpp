// Rules about who a record is about: the national number, what agrees with it, numbers in free
// text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <brukerplan/validation/identity_in_text.hpp>
#include <brukerplan/validation/record_under_test.hpp>

namespace brukerplan::detail {

/// A number of a kind that no rule takes for anybody's, though its digits are right.
[[nodiscard]] inline bool kind_refused(const record_facts& facts) noexcept {
    return facts.kinds.contains(number_kind::npid) && !facts.may_be_synthetic();
}

[[nodiscard]] inline bool number_refused(const record_facts& facts) noexcept {
    return facts.number == number_status::invalid || kind_refused(facts);
}

/// A real number where people are test people, or the other way round.
[[nodiscard]] inline bool breaks_test_policy(const record_facts& facts,
                                             const validation_options& options) noexcept {
    const bool refused = options.test_numbers ? !facts.may_be_synthetic() : facts.synthetic();
    return facts.number == number_status::valid && refused;
}

/// A test number where the caller said that people are test people.
[[nodiscard]] inline bool welcome_test_number(const record_facts& facts,
                                              const validation_options& options) noexcept {
    return options.test_numbers && facts.may_be_synthetic();
}

[[nodiscard]] inline bool local_kind(const record_facts& facts,
                                     const validation_options& options) noexcept {
    constexpr number_kinds local{number_kind::d_number, number_kind::h_number,
                                 number_kind::fh_number, number_kind::duf};
    // A month + 40 is an H-number or made for tests; under the test policy it is the latter.
    const auto kinds = welcome_test_number(facts, options)
                           ? facts.kinds - number_kinds{number_kind::h_number}
                           : facts.kinds;
    return !(kinds & local).empty();
}

inline void check_number_valid(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (number_refused(it.facts)) {
        const auto cause = kind_refused(it.facts) ? token_of(national_id_reason::kind_not_allowed)
                                                  : it.facts.number_cause;
        hits.add(r, {{"cause", std::string{cause}}});
    }
}

/// Whether the record was mapped when no number had been assigned by the rule of 2032.
[[nodiscard]] inline bool mapped_before_2032(const column& mapped_on, std::size_t row) noexcept {
    return mapped_on.has_value(row) && mapped_on.day(row) < neutral_numbers_from;
}

/// A typing error that the laxer rule lets through, unless the number is a welcome test number.
[[nodiscard]] inline severity new_rule_severity(const rule& r, bool welcome) noexcept {
    return welcome ? severity::info : r.severity;
}

inline void check_new_rule(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto mapped = it.instrument.roles.column_of(role::round_mapped_on);
    if (it.facts.only_2032_rule && mapped != role_binding::unbound &&
        mapped_before_2032(it.cells(static_cast<std::size_t>(mapped)), it.row)) {
        hits.add(r.fields.front(), new_rule_severity(r, welcome_test_number(it.facts, it.options)));
    }
}

inline void check_national_number(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto add_if = [&](bool found) {
        if (found) {
            hits.add(r);
        }
    };
    switch (r.number) {
    case number_check::valid:
        return check_number_valid(r, it, hits);
    case number_check::leading_zero:
        return add_if(it.facts.number == number_status::lost_leading_zero);
    case number_check::test_policy:
        return add_if(breaks_test_policy(it.facts, it.options));
    case number_check::local_kind:
        return add_if(local_kind(it.facts, it.options));
    case number_check::new_rule:
        return check_new_rule(r, it, hits);
    }
}

/// Whether a recorded birth year is another than the number certainly gives.
[[nodiscard]] inline bool disagrees(const birth_year_set& certain, int recorded) noexcept {
    return !certain.empty() && !certain.contains(recorded);
}

/// Whether a recorded sex, by its code, is another than the number certainly gives (if it does).
[[nodiscard]] inline bool disagrees(sex certain, std::int32_t recorded,
                                    const role_binding& binding) noexcept {
    const auto& decode = binding.decode[index_of(role::person_sex)];
    const auto meant = static_cast<sex>(decode[static_cast<std::size_t>(recorded)]);
    return certain != sex::unknown && meant != sex::unknown && meant != certain;
}

inline void check_agrees_with_number(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto f = r.fields.front();
    if (!it.has(f)) {
        return;
    }
    const bool found = it.instrument.fields[f].role == role::person_birth_year
                           ? disagrees(it.facts.birth_years, it.number(f))
                           : disagrees(it.facts.number_sex.value_or(sex::unknown), it.number(f),
                                       it.instrument.roles);
    if (found) {
        hits.add(r);
    }
}

inline void check_identity_in_text(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (holds_national_number(it.text(f))) {
            hits.add(f, r.severity);
        }
    }
}

} // namespace brukerplan::detail
