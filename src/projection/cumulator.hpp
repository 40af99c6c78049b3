// Cumulated probabilities: never falling, and never above 1, whatever rounding does.
#pragma once

#include <algorithm>

#include "support/neumaier_sum.hpp"

namespace brukerplan::detail {

class cumulator {
public:
    explicit cumulator(double below) noexcept : sum_(below) {}

    /// \return the sum with `mass`
    double add(double mass) noexcept {
        sum_.add(mass);
        reached_ = std::max(reached_, std::min(sum_.value(), 1.0));
        return reached_;
    }

private:
    neumaier_sum sum_;
    double reached_ = 0;
};

} // namespace brukerplan::detail
