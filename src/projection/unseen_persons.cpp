// Whom a mapping has not reached. See coverage.hpp.
#include <algorithm>
#include <cmath>
#include <vector>

#include <brukerplan/projection/count_families.hpp>
#include <brukerplan/projection/coverage.hpp>

namespace brukerplan {

namespace {

/// What is seen and what peers have, together: with N Poisson around a Gamma mean, those not seen
/// are negative binomial for each coverage.
class unseen_given {
public:
    unseen_given(std::uint32_t seen, const peer_prior& peers) noexcept
        : seen_(seen), shape_(peers.shape + seen), rate_(peers.shape / peers.mean) {}

    [[nodiscard]] negative_binomial operator()(double share) const noexcept {
        return {mean(share), 1 / shape_};
    }

    /// Logarithm of the chance of what was seen, but for a constant.
    [[nodiscard]] double log_likelihood(double share) const noexcept {
        return seen_ * std::log(share) - shape_ * std::log(rate_ + share);
    }
    [[nodiscard]] double most_likely_share() const noexcept {
        const double share = seen_ * rate_ / (shape_ - seen_);
        return std::clamp(share, 1e-300, 1.0);
    }
    /// How much is known of the logarithm of the share: no more than by its likelihood's curvature
    /// where the prior of peers is exact.
    [[nodiscard]] double information() const noexcept { return seen_ * (shape_ - seen_) / shape_; }

    /// Over how much of a share's logit the law moves by one standard deviation of its own.
    [[nodiscard]] double logit_step(double share) const noexcept {
        const double m = mean(share);
        const double slope =
            shape_ * share * (1 - share) * (rate_ + 1) / ((rate_ + share) * (rate_ + share));
        return std::sqrt(m * (1 + m / shape_)) / slope;
    }

private:
    [[nodiscard]] double mean(double share) const noexcept {
        return shape_ * (1 - share) / (rate_ + share);
    }

    double seen_;
    double shape_;
    double rate_;
};

struct weighted_share {
    double share;
    double log_weight;
};

/// The weights of coverages on a grid of their logit. There, sums over a grid are as good as the
/// integral once it is finer than what is summed (trapezoidal rule on the whole line: Trefethen and
/// Weideman, SIAM Review 56, 2014).
class coverage_grid {
public:
    coverage_grid(const coverage_law& law, const unseen_given& unseen)
        : law_(law), unseen_(unseen) {
        const double known = law.alpha * law.beta / (law.alpha + law.beta) + unseen.information();
        const double step = std::fmin(0.5, 0.5 / std::sqrt(known));
        const auto coarse = shares(step);
        double finest = step;
        for (const auto& each : coarse) {
            finest = std::fmin(finest, 0.7 * unseen.logit_step(each.share));
        }
        shares_ = finest < step ? shares(finest) : coarse;
    }

    /// From the largest share to the smallest.
    [[nodiscard]] const std::vector<weighted_share>& all() const noexcept { return shares_; }

private:
    static constexpr double negligible = 40; ///< e to the power of minus this

    static double share_at(double logit) noexcept { return 1 / (1 + std::exp(-logit)); }

    /// With the density of the logit.
    [[nodiscard]] double log_prior(double logit) const noexcept {
        const double larger = std::fmax(logit, 0);
        const double log_sum = larger + std::log1p(std::exp(-std::fabs(logit)));
        return law_.alpha * logit - (law_.alpha + law_.beta) * log_sum;
    }

    /// Goes from the prior's mode to each side as long as the likelihood could make up for it: the
    /// prior falls all the way.
    [[nodiscard]] std::vector<weighted_share> shares(double step) const {
        const double mode = std::log(law_.alpha / law_.beta);
        const double most = unseen_.log_likelihood(unseen_.most_likely_share());
        double best = log_prior(mode) + unseen_.log_likelihood(share_at(mode));
        std::vector<weighted_share> found;
        const auto walk = [&](double logit, double by) {
            for (; log_prior(logit) + most > best - negligible; logit += by) {
                const double share = share_at(logit);
                if (share <= 0 || share >= 1) {
                    break;
                }
                const double weight = log_prior(logit) + unseen_.log_likelihood(share);
                best = std::fmax(best, weight);
                found.push_back({share, weight});
            }
        };
        walk(mode, step);
        std::reverse(found.begin(), found.end());
        walk(mode - step, -step);
        std::erase_if(found, [&](const auto& each) { return each.log_weight < best - negligible; });
        for (auto& each : found) {
            each.log_weight -= best;
        }
        return found;
    }

    coverage_law law_;
    const unseen_given& unseen_;
    std::vector<weighted_share> shares_;
};

/// Adds a part with its weight. Parts come in the order of what they begin with.
void add(count_mass& to, const count_mass& part, double weight) {
    const std::size_t offset = part.first - to.first;
    to.masses.resize(std::max(to.masses.size(), offset + part.masses.size()));
    for (std::size_t i = 0; i < part.masses.size(); ++i) {
        to.masses[offset + i] += weight * part.masses[i];
    }
    to.below += weight * part.below;
    to.above += weight * part.above;
}

count_mass mixture(const std::vector<weighted_share>& shares, const unseen_given& unseen,
                   mass_limits limits) {
    double sum = 0;
    for (const auto& each : shares) {
        sum += std::exp(each.log_weight);
    }
    count_mass mixed;
    bool first = true;
    for (const auto& each : shares) { // fewer and fewer are seen: what is not seen begins later
        const auto part = mass_of(unseen(each.share), limits);
        if (first) {
            mixed = {part.first, std::vector<double>(part.masses.size()), 0, 0};
            first = false;
        }
        add(mixed, part, std::exp(each.log_weight) / sum);
    }
    return trimmed(std::move(mixed), limits.tail);
}

} // namespace

count_mass unseen_persons(std::uint32_t seen, const coverage_estimate& coverage,
                          mass_limits limits) {
    if (seen == 0) {
        return {};
    }
    const double n = seen;
    if (coverage.log_sd == 0) {
        return mass_of(negative_binomial{n * (1 - coverage.share) / coverage.share, 1 / n}, limits);
    }
    const auto law = law_of(coverage);
    return mass_of(beta_negative_binomial{n, law.alpha, law.beta}, limits);
}

count_mass unseen_persons(std::uint32_t seen, const coverage_estimate& coverage,
                          const peer_prior& peers, mass_limits limits) {
    const unseen_given unseen{seen, peers};
    if (coverage.log_sd == 0) {
        return mass_of(unseen(coverage.share), limits);
    }
    const coverage_grid grid{law_of(coverage), unseen};
    return mixture(grid.all(), unseen, limits);
}

} // namespace brukerplan
