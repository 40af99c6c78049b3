#include "number_policy.hpp"

#include "arguments.hpp"
#include "guard.hpp"

namespace capi = brukerplan::capi;

using brukerplan::number_kind;

namespace {

using policy_date = std::optional<brukerplan::date> brukerplan::national_id_policy::*;

brukerplan::national_id_policy& terms_in(bplan_number_policy* policy) {
    return capi::required(policy, "policy").terms;
}

int32_t set_date(bplan_number_policy* policy, policy_date member, int32_t year, int32_t month,
                 int32_t day, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(),
                         [&] { terms_in(policy).*member = capi::date_argument(year, month, day); });
}

constexpr bool is_bit(number_kind kind, int bit) {
    return brukerplan::number_kinds{kind}.bits() == bit;
}

} // namespace

// The numbers of the model are those of the interface.
static_assert(brukerplan::number_kind_count == 11 &&
              is_bit(number_kind::birth_number, BPLAN_NUMBER_KIND_BIRTH_NUMBER) &&
              is_bit(number_kind::d_number, BPLAN_NUMBER_KIND_D_NUMBER) &&
              is_bit(number_kind::h_number, BPLAN_NUMBER_KIND_H_NUMBER) &&
              is_bit(number_kind::fh_number, BPLAN_NUMBER_KIND_FH_NUMBER) &&
              is_bit(number_kind::tenor, BPLAN_NUMBER_KIND_TENOR) &&
              is_bit(number_kind::nhn, BPLAN_NUMBER_KIND_NHN) &&
              is_bit(number_kind::nav_synthetic, BPLAN_NUMBER_KIND_NAV_SYNTHETIC) &&
              is_bit(number_kind::npid, BPLAN_NUMBER_KIND_NPID) &&
              is_bit(number_kind::duf, BPLAN_NUMBER_KIND_DUF) &&
              is_bit(number_kind::date_only, BPLAN_NUMBER_KIND_DATE_ONLY) &&
              is_bit(number_kind::dummy, BPLAN_NUMBER_KIND_DUMMY));
static_assert(brukerplan::real_number_kinds.bits() == BPLAN_NUMBER_KINDS_REAL &&
              brukerplan::synthetic_number_kinds.bits() == BPLAN_NUMBER_KINDS_SYNTHETIC &&
              brukerplan::national_number_kinds.bits() == BPLAN_NUMBER_KINDS_NATIONAL);
static_assert(static_cast<int>(brukerplan::control_rule::strict_1964) == BPLAN_NUMBER_POLICY_1964 &&
              static_cast<int>(brukerplan::control_rule::both) == BPLAN_NUMBER_POLICY_BOTH &&
              static_cast<int>(brukerplan::control_rule::by_date) == BPLAN_NUMBER_POLICY_BY_DATE);
static_assert(static_cast<int>(brukerplan::d_number_table::old_table) == BPLAN_NUMBER_D_TABLE_OLD &&
              static_cast<int>(brukerplan::d_number_table::new_table) == BPLAN_NUMBER_D_TABLE_NEW &&
              static_cast<int>(brukerplan::d_number_table::both) == BPLAN_NUMBER_D_TABLE_BOTH);
static_assert(static_cast<int>(brukerplan::date_check::by_rule) == BPLAN_NUMBER_DATES_BY_RULE &&
              static_cast<int>(brukerplan::date_check::strict) == BPLAN_NUMBER_DATES_STRICT &&
              static_cast<int>(brukerplan::date_check::lenient) == BPLAN_NUMBER_DATES_LENIENT);

int32_t bplan_number_policy_create(bplan_number_policy** policy, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(policy), [&] { *policy = new bplan_number_policy; });
}

void bplan_number_policy_free(bplan_number_policy* policy) noexcept {
    delete policy;
}

int32_t bplan_number_policy_set_rule(bplan_number_policy* policy, int32_t rule,
                                     bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        terms_in(policy).rule =
            capi::choice_argument(rule, brukerplan::control_rule::by_date, "rule");
    });
}

int32_t bplan_number_policy_set_assigned_by(bplan_number_policy* policy, int32_t year,
                                            int32_t month, int32_t day, bplan_error* err) noexcept {
    return set_date(policy, &brukerplan::national_id_policy::assigned_by, year, month, day, err);
}

int32_t bplan_number_policy_set_kinds(bplan_number_policy* policy, int32_t kinds,
                                      bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& terms = terms_in(policy);
        const auto known = brukerplan::number_kinds::from_bits(static_cast<std::uint16_t>(kinds));
        if (known.empty() || known.bits() != kinds) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "kinds are not a set of kinds"};
        }
        terms.kinds = known;
    });
}

int32_t bplan_number_policy_set_test_numbers(bplan_number_policy* policy, int32_t on,
                                             bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& terms = terms_in(policy);
        terms.kinds = capi::switch_argument(on) ? brukerplan::synthetic_number_kinds
                                                : brukerplan::real_number_kinds;
    });
}

int32_t bplan_number_policy_set_d_table(bplan_number_policy* policy, int32_t d_table,
                                        bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        terms_in(policy).d_table =
            capi::choice_argument(d_table, brukerplan::d_number_table::both, "table");
    });
}

int32_t bplan_number_policy_set_dates(bplan_number_policy* policy, int32_t dates,
                                      bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        terms_in(policy).dates =
            capi::choice_argument(dates, brukerplan::date_check::lenient, "check of dates");
    });
}

int32_t bplan_number_policy_set_reference_date(bplan_number_policy* policy, int32_t year,
                                               int32_t month, int32_t day,
                                               bplan_error* err) noexcept {
    return set_date(policy, &brukerplan::national_id_policy::reference_date, year, month, day, err);
}

int32_t bplan_number_policy_set_refuse_ambiguous(bplan_number_policy* policy, int32_t on,
                                                 bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(),
                         [&] { terms_in(policy).refuse_ambiguous = capi::switch_argument(on); });
}
