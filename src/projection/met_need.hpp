// How much of stated need is met.
#pragma once

#include <cstddef>
#include <vector>

#include <brukerplan/projection/panel.hpp>

namespace brukerplan::detail {

/// The part of those who need a service that received it, by municipality and service: a rate that
/// is drawn towards the country's where few need it (beta-binomial, by moments).
/// Returns by service the rate that this part of the municipalities does not exceed.
[[nodiscard]] std::vector<double> met_need_at(const panel& all, double percentile);

/// Mapped persons who would receive the service in addition, if `rate` of those who need it did.
[[nodiscard]] double more_met(const panel_round& round, std::size_t service, double rate) noexcept;

} // namespace brukerplan::detail
