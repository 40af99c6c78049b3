// What a bplan_number_policy holds.
#pragma once

#include <brukerplan/brukerplan.h>
#include <brukerplan/identity/national_id_policy.hpp>

struct bplan_number_policy {
    brukerplan::national_id_policy terms;
};

namespace brukerplan::capi {

/// Null stands for the default.
[[nodiscard]] inline national_id_policy terms_of(const bplan_number_policy* policy) noexcept {
    return policy != nullptr ? policy->terms : national_id_policy{};
}

} // namespace brukerplan::capi
