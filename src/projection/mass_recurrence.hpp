// Masses one from the other. Of the laws here p(k + 1) / p(k) = numerator(k) / denominator(k + 1),
// and denominator(k) - numerator(k), the excess, grows linearly with k and is 0 at the mean (Ord's
// family). Sums of excess(k) p(k) from k on therefore telescope to denominator(k) p(k), which
// bounds what lies beyond k.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan::detail {

/// A value of a law and its mass. Law has `numerator`, `denominator` and `excess`, functions of k
/// as a number; `start()`, a value near the centre, with a negative excess at start - 1; and
/// `log_mass(value)`.
template <class Law>
class mass_walk {
public:
    mass_walk(const Law& law, std::uint32_t value) noexcept : law_(&law), k_(value) { anchor(); }

    [[nodiscard]] std::uint32_t value() const noexcept { return static_cast<std::uint32_t>(k_); }
    [[nodiscard]] double mass() const noexcept { return mass_; }

    void up() noexcept {
        mass_ *= law_->numerator(k_) / law_->denominator(k_ + 1);
        k_ += 1;
    }
    void down() noexcept {
        mass_ *= law_->denominator(k_) / law_->numerator(k_ - 1);
        k_ -= 1;
    }
    /// Works the mass out by itself: errors of steps do not add up.
    void anchor() noexcept { mass_ = std::exp(law_->log_mass(value())); }

    /// No less than what lies under the value, which is at most the start.
    [[nodiscard]] double under() const noexcept {
        return mass_ * law_->denominator(k_) / -law_->excess(k_ - 1);
    }
    /// No less than what lies over the value. Up to the mean nothing bounds it but 1.
    [[nodiscard]] double over() const noexcept {
        const double excess = law_->excess(k_ + 1);
        return excess > 0 ? std::min(mass_ * law_->numerator(k_) / excess, 1.0) : 1.0;
    }
    /// Whether over() is above `tail`, without a division.
    [[nodiscard]] bool has_over(double tail) const noexcept {
        return mass_ * law_->numerator(k_) > tail * law_->excess(k_ + 1);
    }

private:
    const Law* law_;
    double k_;
    double mass_;
};

inline constexpr std::size_t steps_between_anchors = 512;

/// From the centre outwards.
template <class Law>
[[nodiscard]] count_mass mass_by_recurrence(const Law& law, mass_limits limits) {
    const mass_walk<Law> centre{law, law.start()};
    count_mass result{0, {centre.mass()}, 0, 0};
    auto& masses = result.masses;
    const auto keep = [&](mass_walk<Law>& at) {
        if (masses.size() % steps_between_anchors == 0) {
            at.anchor();
        }
        masses.push_back(at.mass());
    };

    auto lower = centre;
    while (masses.size() < limits.most / 2 && lower.under() > limits.tail) {
        lower.down();
        keep(lower);
    }
    result.first = lower.value();
    result.below = std::min(lower.under(), 1.0);
    std::reverse(masses.begin(), masses.end());

    auto upper = centre;
    while (masses.size() < limits.most && upper.has_over(limits.tail)) {
        upper.up();
        keep(upper);
    }
    result.above = upper.over();
    return result;
}

} // namespace brukerplan::detail
