// The colours of a synthetic recipient: each domain by its own shares, all of them by one common
// factor, so that who fares badly in one domain often does in others.
#pragma once

#include <cstdint>

#include <brukerplan/model/assessment.hpp>

#include "simulation/draw.hpp"
#include "simulation/person.hpp"

namespace brukerplan::detail::synthetic {

[[nodiscard]] assessment draw_assessment(random_stream& random, const synthetic_person& person);
/// The same where the common factor is known already: 0 is worst off, 999 best.
[[nodiscard]] assessment draw_assessment(random_stream& random, const synthetic_person& person,
                                         std::uint32_t common);

} // namespace brukerplan::detail::synthetic
