// What each kind of rule does with one record. docs/pack-format.md says the same in words. Works
// from headers alone, without exceptions and run-time type information.
#pragma once

#include <brukerplan/validation/detail/answer_rules.hpp>
#include <brukerplan/validation/detail/cell_rules.hpp>
#include <brukerplan/validation/detail/identity_rules.hpp>
#include <brukerplan/validation/detail/round_rules.hpp>
#include <brukerplan/validation/record_under_test.hpp>

namespace brukerplan {

/// Applies one rule to one record and adds what it finds. A row with a fault is for rules of kind
/// `row` alone, and they are for no other. A record by itself sets off no rule of kind `person`.
inline void check_rule(const rule& r, const record_under_test& it, rule_hits& hits) {
    switch (r.kind) {
    case rule_kind::row:
        return detail::check_row(r, it, hits);
    case rule_kind::readable:
        return detail::check_readable(r, it, hits);
    case rule_kind::in_list:
        return detail::check_in_list(r, it, hits);
    case rule_kind::alone:
        return detail::check_alone(r, it, hits);
    case rule_kind::required:
        return detail::check_required(r, it, hits);
    case rule_kind::required_any:
        return detail::check_required_any(r, it, hits);
    case rule_kind::required_when:
        return detail::check_required_when(r, it, hits);
    case rule_kind::range:
        return detail::check_range(r, it, hits);
    case rule_kind::national_number:
        return detail::check_national_number(r, it, hits);
    case rule_kind::agrees_with_number:
        return detail::check_agrees_with_number(r, it, hits);
    case rule_kind::identity_in_text:
        return detail::check_identity_in_text(r, it, hits);
    case rule_kind::date_in_year:
        return detail::check_date_in_year(r, it, hits);
    case rule_kind::date_in_period:
        return detail::check_date_in_period(r, it, hits);
    case rule_kind::not_after_reference:
        return detail::check_not_after_reference(r, it, hits);
    case rule_kind::municipality_valid:
        return detail::check_municipality_valid(r, it, hits);
    case rule_kind::district_of:
        return detail::check_district_of(r, it, hits);
    case rule_kind::district_expected:
        return detail::check_district_expected(r, it, hits);
    case rule_kind::assessed:
        return detail::check_assessed(r, it, hits);
    case rule_kind::sum_at_most:
        return detail::check_sum_at_most(r, it, hits);
    case rule_kind::conflict:
        return detail::check_conflict(r, it, hits);
    case rule_kind::implies:
        return detail::check_implies(r, it, hits);
    case rule_kind::not_asked:
        return detail::check_not_asked(r, it, hits);
    case rule_kind::product_at_most:
        return detail::check_product_at_most(r, it, hits);
    case rule_kind::person: // takes the rows of a person, who may have several
        return;
    }
}

} // namespace brukerplan
