// Rules about who a record is about: the national number, what agrees with it, numbers in free
// text.
#pragma once

#include <cstddef>
#include <string>

#include <brukerplan/validation/identity_in_text.hpp>
#include <brukerplan/validation/record_under_test.hpp>

namespace brukerplan::detail {

/// A test number where the caller said that people are test people.
[[nodiscard]] inline bool welcome_test_number(const record_under_test& it) noexcept {
    return it.options.test_numbers && it.facts.may_be_synthetic();
}

inline void check_number_valid(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (it.facts.number == number_status::invalid) {
        hits.add(r, {{"cause", std::string{it.facts.number_cause}}});
    } else if (it.facts.kinds == number_kinds{number_kind::npid}) {
        hits.add(r, {{"cause", std::string{token_of(national_id_reason::kind_not_allowed)}}});
    }
}

inline void check_test_policy(const rule& r, const record_under_test& it, rule_hits& hits) {
    const bool refused =
        it.options.test_numbers ? !it.facts.may_be_synthetic() : it.facts.synthetic();
    if (it.facts.number == number_status::valid && refused) {
        hits.add(r);
    }
}

inline void check_local_kind(const rule& r, const record_under_test& it, rule_hits& hits) {
    constexpr number_kinds local{number_kind::d_number, number_kind::h_number,
                                 number_kind::fh_number, number_kind::duf};
    // A month + 40 is an H-number or made for tests; under the test policy it is the latter.
    const auto kinds = welcome_test_number(it)
                           ? it.facts.kinds - number_kinds{number_kind::h_number}
                           : it.facts.kinds;
    if (!(kinds & local).empty()) {
        hits.add(r);
    }
}

inline void check_new_rule(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto mapped = it.instrument.roles.column_of(role::round_mapped_on);
    if (!it.facts.only_2032_rule || mapped == role_binding::unbound) {
        return;
    }
    const auto f = static_cast<std::size_t>(mapped);
    if (it.has(f) && it.day(f) < neutral_numbers_from) {
        hits.add(r.fields.front(), welcome_test_number(it) ? severity::info : r.severity);
    }
}

inline void check_national_number(const rule& r, const record_under_test& it, rule_hits& hits) {
    switch (r.number) {
    case number_check::valid:
        return check_number_valid(r, it, hits);
    case number_check::leading_zero:
        if (it.facts.number == number_status::lost_leading_zero) {
            hits.add(r);
        }
        return;
    case number_check::test_policy:
        return check_test_policy(r, it, hits);
    case number_check::local_kind:
        return check_local_kind(r, it, hits);
    case number_check::new_rule:
        return check_new_rule(r, it, hits);
    }
}

inline void check_agrees_with_number(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto f = r.fields.front();
    if (!it.has(f)) {
        return;
    }
    const auto& facts = it.facts;
    if (it.instrument.fields[f].role == role::person_birth_year) {
        if (!facts.birth_years.empty() && !facts.birth_years.contains(it.number(f))) {
            hits.add(r);
        }
        return;
    }
    const auto& decode = it.instrument.roles.decode[index_of(role::person_sex)];
    const auto recorded = static_cast<sex>(decode[static_cast<std::size_t>(it.number(f))]);
    if (facts.number_sex && recorded != sex::unknown && recorded != *facts.number_sex) {
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
