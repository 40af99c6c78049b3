#include "projection/need_law.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <brukerplan/projection/count_families.hpp>

#include "projection/coverage_nodes.hpp"

namespace brukerplan::detail {

namespace {

// However alike municipalities look, they are not more alike than this. Ours.
constexpr double least_variance = 0.05;
constexpr double half_a_person = 0.5;

/// Adds a part with its weight, wherever it begins.
void add(count_mass& to, const count_mass& part, double weight) {
    if (part.first < to.first) {
        to.masses.insert(to.masses.begin(), to.first - part.first, 0.0);
        to.first = part.first;
    }
    const std::size_t offset = part.first - to.first;
    to.masses.resize(std::max(to.masses.size(), offset + part.masses.size()));
    for (std::size_t i = 0; i < part.masses.size(); ++i) {
        to.masses[offset + i] += weight * part.masses[i];
    }
    to.below += weight * part.below;
    to.above += weight * part.above;
}

/// How far apart coverages may be without leaving gaps between what they lead to expect.
double step_between_nodes(const need_law& need) {
    const auto& coverage = need.coverage;
    constexpr double finest = 0.02;
    constexpr double coarsest = 0.75;
    const double share = share_at(coverage, -1);
    const double mean = need.unseen_at(share);
    const double spread = std::sqrt(mean * (1 + mean / need.shape()));
    const double per_sd = need.drawn_to_others() * coverage.log_sd / share;
    return std::clamp(spread / per_sd, finest, coarsest);
}

} // namespace

std::vector<need_rate> need_rates_of(const panel& all) {
    std::vector<need_rate> rates(all.services.size());
    for (std::size_t s = 0; s < rates.size(); ++s) {
        double needed = half_a_person;
        double recipients = 1;
        const auto for_each_last_round = [&](const auto& use) {
            for (const auto& history : all.histories) {
                if (!history.empty() &&
                    history.back().services[s].presence != service_presence::not_asked) {
                    use(history.back().services[s].cells.needed(), history.back().recipients);
                }
            }
        };
        for_each_last_round([&](double own, double persons) {
            needed += own;
            recipients += persons;
        });
        const double rate = needed / recipients;
        double excess = 0;
        double squares = 0;
        for_each_last_round([&](double own, double persons) {
            const double mean = rate * persons;
            excess += (own - mean) * (own - mean) - mean;
            squares += mean * mean;
        });
        const double variance = squares > 0 ? std::max(excess / squares, least_variance) : 1;
        rates[s] = {rate, 1 / variance};
    }
    return rates;
}

count_mass need_law::mass_at(double share, mass_limits limits) const {
    auto mass = mass_of(negative_binomial{unseen_at(share), 1 / shape()}, limits);
    mass.first += sure();
    return mass;
}

count_mass need_law::mass() const {
    if (coverage.log_sd == 0) {
        return mass_at(coverage.share);
    }
    const auto nodes = nodes_of(coverage, step_between_nodes(*this));
    auto mixed = mass_at(nodes.front().share);
    mixed.masses.assign(mixed.masses.size(), 0.0);
    mixed.below = mixed.above = 0;
    for (const auto& node : nodes) {
        add(mixed, mass_at(node.share), node.weight);
    }
    return trimmed(std::move(mixed), 1e-9);
}

double mean_without_growth(need_law need) {
    need.growth = 1;
    return mean(need.mass());
}

need_law need_of(const panel_round& round, std::size_t service, const need_rate& rate) noexcept {
    constexpr double least = 1e-6;
    return {round.services[service].cells.needed(), std::max(rate.rate * round.recipients, least),
            rate.shape, round.coverage, 1};
}

} // namespace brukerplan::detail
