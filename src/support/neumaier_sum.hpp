// A sum whose error does not grow with the number of terms (Neumaier, "Rundungsfehleranalyse
// einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974). Needs a compiler that does not
// rearrange floating-point operations.
#pragma once

namespace brukerplan::detail {

class neumaier_sum {
public:
    constexpr explicit neumaier_sum(double start = 0) noexcept : sum_(start) {}

    constexpr void add(double term) noexcept {
        const double next = sum_ + term;
        const bool sum_is_larger = (sum_ < 0 ? -sum_ : sum_) >= (term < 0 ? -term : term);
        lost_ += sum_is_larger ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }

    [[nodiscard]] constexpr double value() const noexcept { return sum_ + lost_; }

private:
    double sum_;
    double lost_ = 0;
};

} // namespace brukerplan::detail
