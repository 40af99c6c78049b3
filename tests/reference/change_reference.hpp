// Changes between two rounds the slow and obvious way: binomial chances added up one by one, and
// uncertain coverage gone through in small steps.
#pragma once

#include <cmath>
#include <limits>
#include <utility>

namespace reference {

struct two_counts {
    unsigned before = 0;
    unsigned now = 0;
    double offset = 0; ///< log of the later coverage over the earlier
    double blur = 0;   ///< standard deviation of what coverage adds to the logarithm of the ratio
};

inline double chance_of(unsigned count, unsigned all, double logit) {
    const double n = all;
    const double k = count;
    return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) -
                    k * std::log1p(std::exp(-logit)) - (n - k) * std::log1p(std::exp(logit)));
}

/// Mean of f over a normal distribution around 0, in 160 steps.
template <class F>
double over_normal(double sd, F f) {
    if (sd == 0) {
        return f(0.0);
    }
    double sum = 0;
    double weights = 0;
    for (int step = -80; step <= 80; ++step) {
        const double z = step * (9.0 / 80);
        const double weight = std::exp(-z * z / 2);
        weights += weight;
        sum += weight * f(sd * z);
    }
    return sum / weights;
}

/// Chance of more than were counted now, and half that of as many. First by this, then the rest.
inline std::pair<double, double> mid_p_tails(const two_counts& c, double log_ratio) {
    const unsigned all = c.before + c.now;
    const auto tail = [&](unsigned from, unsigned to) {
        return over_normal(c.blur, [&](double error) {
            double sum = chance_of(c.now, all, log_ratio + c.offset + error) / 2;
            for (unsigned k = from; k < to; ++k) {
                sum += chance_of(k, all, log_ratio + c.offset + error);
            }
            return sum;
        });
    };
    return {tail(c.now + 1, all + 1), tail(0, c.now)};
}

/// The ratio above which one goes wrong with that chance; 0 or infinite where there is no end.
inline double end_of_interval(const two_counts& c, double lower_tail) {
    if (c.now == 0 && lower_tail < 0.5) {
        return 0;
    }
    if (c.before == 0 && lower_tail > 0.5) {
        return std::numeric_limits<double>::infinity();
    }
    double low = -40;
    double high = 40;
    while (high - low > 1e-10) {
        const double middle = (low + high) / 2;
        (mid_p_tails(c, middle).first < lower_tail ? low : high) = middle;
    }
    return std::exp((low + high) / 2);
}

/// Posterior probability of a ratio above, under a normal prior, in steps of a 100th of its sd.
inline double probability_above(const two_counts& c, double prior_mean, double prior_sd,
                                double log_ratio) {
    const double step = prior_sd / 100;
    const auto mass = [&](double x) {
        const double z = (x - prior_mean) / prior_sd;
        return std::exp(-z * z / 2) * over_normal(c.blur, [&](double error) {
                   return chance_of(c.now, c.before + c.now, x + c.offset + error);
               });
    };
    double above = 0;
    double below = 0;
    for (double x = log_ratio + step / 2; x < prior_mean + 9 * prior_sd; x += step) {
        above += mass(x);
    }
    for (double x = log_ratio - step / 2; x > prior_mean - 9 * prior_sd; x -= step) {
        below += mass(x);
    }
    return above / (above + below);
}

} // namespace reference
