// The tokens that stand for the interface's numbers.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <brukerplan/identity/municipality.hpp>
#include <brukerplan/identity/national_id_content.hpp>
#include <brukerplan/identity/pseudonym.hpp>
#include <brukerplan/instrument/score.hpp>
#include <brukerplan/model/domain.hpp>
#include <brukerplan/model/person.hpp>
#include <brukerplan/model/severity.hpp>
#include <brukerplan/validation/finding_counts.hpp>

#include "guard.hpp"

namespace capi = brukerplan::capi;

namespace {

/// The token of a value, where the first has the number `first`; an empty one, as of what is not
/// the matter, is told as `none`.
template <class Tokens>
int32_t give_name(const Tokens& tokens, int32_t value, const char* what, const char** name,
                  int64_t* length, bplan_error* err, int32_t first = 0) noexcept {
    return capi::guarded(err, capi::outputs(name, length), [&] {
        if (value < first || std::cmp_greater_equal(value - first, tokens.size())) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                                std::string{"there is no such "} + what};
        }
        const std::string_view token = tokens[static_cast<std::size_t>(value - first)];
        capi::give(token.empty() ? "none" : token, name, length);
    });
}

} // namespace

int32_t bplan_severity_get_name(int32_t severity, const char** name, int64_t* length,
                                bplan_error* err) noexcept {
    return give_name(brukerplan::severity_tokens, severity, "severity", name, length, err);
}

int32_t bplan_class_get_name(int32_t index_class, const char** name, int64_t* length,
                             bplan_error* err) noexcept {
    return give_name(brukerplan::index_class_tokens, index_class, "class", name, length, err);
}

int32_t bplan_no_class_get_name(int32_t reason, const char** name, int64_t* length,
                                bplan_error* err) noexcept {
    return give_name(brukerplan::no_class_reason_tokens, reason, "reason", name, length, err);
}

int32_t bplan_rating_get_name(int32_t rating, const char** name, int64_t* length,
                              bplan_error* err) noexcept {
    return give_name(brukerplan::rating_tokens, rating, "rating", name, length, err);
}

int32_t bplan_domain_get_name(int32_t domain, const char** name, int64_t* length,
                              bplan_error* err) noexcept {
    return give_name(brukerplan::domain_tokens, domain, "domain", name, length, err);
}

int32_t bplan_sex_get_name(int32_t sex, const char** name, int64_t* length,
                           bplan_error* err) noexcept {
    // The interface begins with the unknown, the model ends with it.
    auto tokens = brukerplan::sex_tokens;
    std::rotate(tokens.begin(), tokens.end() - 1, tokens.end());
    return give_name(tokens, sex, "sex", name, length, err);
}

int32_t bplan_municipality_validity_get_name(int32_t validity, const char** name, int64_t* length,
                                             bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(name, length), [&] {
        if (validity < BPLAN_MUNICIPALITY_VALID || validity > BPLAN_MUNICIPALITY_BEFORE_FACTS) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such validity"};
        }
        const auto known = static_cast<brukerplan::municipality_validity>(validity - 1);
        capi::give(brukerplan::municipality_validity_name(known), name, length);
    });
}

int32_t bplan_unit_kind_get_name(int32_t kind, const char** name, int64_t* length,
                                 bplan_error* err) noexcept {
    return give_name(brukerplan::unit_kind_tokens, kind, "kind of unit", name, length, err);
}

int32_t bplan_number_basis_get_name(int32_t basis, const char** name, int64_t* length,
                                    bplan_error* err) noexcept {
    return give_name(brukerplan::derivation_tokens, basis, "basis", name, length, err);
}

int32_t bplan_pseudonym_basis_get_name(int32_t basis, const char** name, int64_t* length,
                                       bplan_error* err) noexcept {
    return give_name(brukerplan::pseudonym_basis_tokens, basis, "basis", name, length, err,
                     BPLAN_PSEUDONYM_BASIS_EPHEMERAL);
}
