// What fitting a model and fitting it again have in common.
#pragma once

#include <brukerplan/projection/model.hpp>

#include "projection/weights.hpp"

namespace brukerplan::detail {

/// Of what services have in common, once all have been seen.
inline constexpr double common_prior_persons = 30;

[[nodiscard]] weight_prior prior_of(const model_definition& model, std::size_t size_group);

/// Of a model's terms, in its order, and back.
[[nodiscard]] weight_vector weights_in(const model_definition& model,
                                       const term_values& weights) noexcept;
[[nodiscard]] term_values term_weights(const model_definition& model,
                                       const weight_vector& weights) noexcept;

} // namespace brukerplan::detail
