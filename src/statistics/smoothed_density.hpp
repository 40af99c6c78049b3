// Tails of a density on a line, cut at a point that is itself normally distributed: what a count
// says of a logit, when coverage blurs it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include <boost/math/quadrature/gauss.hpp>

namespace brukerplan::detail {

/// Shares of a distribution.
struct tail_shares {
    double below = 0;
    double above = 0;
};

/// Of a standard normal distribution.
[[nodiscard]] inline double normal_below(double z) noexcept {
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

/// A density with one peak and tails that fall at least exponentially, known up to a factor by its
/// logarithm. Integrated by Gauss-Legendre panels of two standard deviations, which leaves errors
/// of some 1e-14; what lies under 1e-17 of the peak is left out.
template <class LogDensity>
class smoothed_density {
public:
    /// `near_peak`, `scale`: about where the peak is, and about its standard deviation, or less
    smoothed_density(LogDensity log_density, double near_peak, double scale)
        : log_density_(log_density), scale_(scale), peak_(log_density(near_peak)) {
        first_ = end_of(near_peak, -scale);
        last_ = end_of(near_peak, scale);
    }

    /// Shares below and above a cut that is normal around `cut` with standard deviation `blur`, 0
    /// included. They add to 1.
    [[nodiscard]] tail_shares cut_at(double cut, double blur) const {
        const double from = std::clamp(cut - blur_reach * blur, first_, last_);
        const double to = std::clamp(cut + blur_reach * blur, first_, last_);
        tail_shares sum;
        add(sum, first_, from, scale_, [](double) { return 1.0; });
        add(sum, to, last_, scale_, [](double) { return 0.0; });
        if (from < to) {
            add(sum, from, to, std::min(scale_, blur),
                [&](double x) { return normal_below((cut - x) / blur); });
        }
        const double all = sum.below + sum.above;
        return {sum.below / all, sum.above / all};
    }

private:
    static constexpr double blur_reach = 8.5; ///< standard deviations; beyond lies 1e-17
    static constexpr double depth = 40;       ///< exp(-40) is 4e-18
    static constexpr double panel_width = 2;  ///< standard deviations
    using rule = boost::math::quadrature::gauss<double, 10>; ///< its positive half

    double end_of(double x, double step) {
        for (double height = peak_; height > peak_ - depth; peak_ = std::max(peak_, height)) {
            x += step;
            height = log_density_(x);
        }
        return x;
    }

    /// `below`: which share of the density at a place counts as below the cut
    template <class Below>
    void add(tail_shares& sum, double from, double to, double scale, Below below) const {
        const double panels = std::ceil((to - from) / (panel_width * scale));
        const double half = (to - from) / panels / 2;
        for (double panel = 0; panel < panels; ++panel) {
            const double middle = from + (2 * panel + 1) * half;
            for (std::size_t i = 0; i < rule::abscissa().size(); ++i) {
                for (const double side : {-half, half}) {
                    const double x = middle + side * rule::abscissa()[i];
                    const double mass =
                        half * rule::weights()[i] * std::exp(log_density_(x) - peak_);
                    const double share = below(x);
                    sum.below += mass * share;
                    sum.above += mass * (1 - share);
                }
            }
        }
    }

    LogDensity log_density_;
    double scale_;
    double peak_;
    double first_ = 0;
    double last_ = 0;
};

} // namespace brukerplan::detail
