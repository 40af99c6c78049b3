// Tails of a density on a line, cut at a point that is itself normally distributed: what a count
// says of a logit, when coverage blurs it.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include <boost/math/policies/policy.hpp>
#include <boost/math/quadrature/gauss.hpp>

namespace brukerplan::detail {

/// Shares of a distribution; each is precise where it is small.
struct tail_shares {
    double below = 0;
    double above = 0;
};

/// Of a standard normal distribution.
[[nodiscard]] inline double normal_below(double z) noexcept {
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

/// A density with one peak and tails that fall at least exponentially, known up to a factor by its
/// logarithm. Integrated by Gauss-Legendre panels of a few standard deviations, which leaves
/// errors of some 1e-12; what lies under 1e-17 of the peak is left out.
template <class LogDensity>
class smoothed_density {
public:
    /// `near_peak`, `scale`: about where the peak is, and about how wide
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
        const auto whole = [](double) { return 1.0; };
        double below = integral(first_, from, scale_, whole);
        double above = integral(to, last_, scale_, whole);
        if (from < to) {
            const double step = std::min(scale_, blur);
            below +=
                integral(from, to, step, [&](double x) { return normal_below((cut - x) / blur); });
            above +=
                integral(from, to, step, [&](double x) { return normal_below((x - cut) / blur); });
        }
        return {below / (below + above), above / (below + above)};
    }

private:
    static constexpr double blur_reach = 8.5;  ///< standard deviations; beyond lies 1e-17
    static constexpr double depth = 40;        ///< exp(-40) is 4e-18
    static constexpr double panel_width = 2.5; ///< standard deviations
    using policy = boost::math::policies::policy<
        boost::math::policies::promote_double<false>,
        boost::math::policies::domain_error<boost::math::policies::ignore_error>>;
    using rule = boost::math::quadrature::gauss<double, 20, policy>;

    double end_of(double x, double step) {
        for (double height = peak_; height > peak_ - depth; peak_ = std::max(peak_, height)) {
            x += step;
            height = log_density_(x);
        }
        return x;
    }

    template <class Weight>
    double integral(double from, double to, double scale, Weight weight) const {
        const double panels = std::ceil((to - from) / (panel_width * scale));
        double sum = 0;
        for (double i = 0; i < panels; ++i) {
            sum += rule::integrate(
                [&](double x) { return std::exp(log_density_(x) - peak_) * weight(x); },
                from + (to - from) * (i / panels), from + (to - from) * ((i + 1) / panels));
        }
        return sum;
    }

    LogDensity log_density_;
    double scale_;
    double peak_;
    double first_ = 0;
    double last_ = 0;
};

} // namespace brukerplan::detail
