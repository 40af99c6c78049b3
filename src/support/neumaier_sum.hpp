// A sum whose error does not grow with the number of terms: what each addition loses is added up
// apart (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM
// 54, 1974), found without a branch (Knuth, TAOCP 2, 4.2.2). Needs a compiler that does not
// rearrange floating-point operations.
#pragma once

namespace brukerplan::detail {

class neumaier_sum {
public:
    constexpr explicit neumaier_sum(double start = 0) noexcept : sum_(start) {}

    constexpr void add(double term) noexcept {
        const double next = sum_ + term;
        const double added = next - sum_;
        lost_ += (sum_ - (next - added)) + (term - added);
        sum_ = next;
    }

    [[nodiscard]] constexpr double value() const noexcept { return sum_ + lost_; }

private:
    double sum_;
    double lost_ = 0;
};

} // namespace brukerplan::detail
