// A coverage that is not known for sure, as a few coverages with weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <brukerplan/projection/coverage.hpp>

namespace brukerplan::detail {

struct coverage_node {
    double share = 1;
    double persons = 1; ///< what a mapped person stands for, relative to the mean over the nodes
    double weight = 1;
};

/// By the law of `persons_per_mapped`.
[[nodiscard]] inline double share_at(const coverage_estimate& coverage, double normal) noexcept {
    const double sd = coverage.log_sd;
    return std::min(coverage.share * std::exp(sd * normal + sd * sd), 1.0);
}

/// To three standard deviations on each side.
/// `step`: how many of them nodes are apart
[[nodiscard]] inline std::vector<coverage_node> nodes_of(const coverage_estimate& coverage,
                                                         double step = 0.75) {
    if (coverage.log_sd == 0) {
        return {{coverage.share, 1, 1}};
    }
    const int reach = static_cast<int>(std::ceil(3 / step));
    std::vector<coverage_node> nodes;
    double weights = 0;
    double persons = 0;
    for (int i = -reach; i <= reach; ++i) {
        const double normal = i * step;
        const double weight = std::exp(-normal * normal / 2);
        const double share = share_at(coverage, normal);
        nodes.push_back({share, 1 / share, weight});
        weights += weight;
        persons += weight / share;
    }
    for (auto& node : nodes) {
        node.persons *= weights / persons;
        node.weight /= weights;
    }
    return nodes;
}

} // namespace brukerplan::detail
