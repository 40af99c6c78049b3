#include <brukerplan/projection/projection.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "projection/count_difference.hpp"
#include "projection/coverage_nodes.hpp"
#include "projection/projected_rows.hpp"
#include "projection/projector_parts.hpp"

namespace brukerplan {

namespace {

constexpr mass_limits gap_limits{1e-7};

projected_numbers numbers_of(const count_mass& mass) {
    projected_numbers result{mean(mass), std::sqrt(variance(mass)), {}};
    for (std::size_t i = 0; i < projection_levels.size(); ++i) {
        result.quantiles[i] = quantile(mass, projection_levels[i], quantile_rounding::up);
    }
    return result;
}

/// No more than there is room for.
count_mass capped(count_mass mass, double most) {
    if (most >= mass.last()) {
        return mass;
    }
    const auto room = static_cast<std::uint32_t>(std::max(most, 0.0));
    const auto first = std::min(mass.first, room);
    double over = mass.above;
    for (auto value = std::max(room, mass.first); value <= mass.last(); ++value) {
        over += mass_at(mass, value);
    }
    mass.masses.resize(room - first + std::size_t{1});
    if (mass.first > room) {
        mass.masses.assign(1, 0.0);
    }
    mass.first = first;
    mass.masses.back() = over;
    mass.above = 0;
    return mass;
}

count_mass mass_of(const detail::use_law& use) {
    return capped(mass_of(use.law), use.most);
}

/// Use, if the coverage were one of its nodes.
count_mass mass_at(const predictive_law& law, double most, const detail::coverage_node& node) {
    auto at = law;
    at.mean *= node.persons;
    at.coverage_variance = 0;
    return capped(trimmed(mass_of(at), gap_limits.tail), most);
}

/// Need less use, over the coverages that are likely for both.
projected_numbers gap_of(const detail::need_law& need, const predictive_law& use, double most) {
    const auto nodes = detail::nodes_of(need.coverage);
    std::vector<count_mass> needs;
    std::vector<count_mass> uses;
    std::size_t widest_need = 0;
    std::size_t widest_use = 0;
    for (const auto& node : nodes) {
        needs.push_back(trimmed(need.mass_at(node.share), gap_limits.tail));
        uses.push_back(mass_at(use, most, node));
        widest_need = std::max(widest_need, needs.back().masses.size());
        widest_use = std::max(widest_use, uses.back().masses.size());
    }
    detail::difference_mass gap{0, detail::difference_step(widest_need, widest_use), {0.0}};
    projected_numbers result;
    double squares = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        add_difference(gap, needs[i], uses[i], nodes[i].weight);
        const double difference = mean(needs[i]) - mean(uses[i]);
        result.mean += nodes[i].weight * difference;
        squares +=
            nodes[i].weight * (variance(needs[i]) + variance(uses[i]) + difference * difference);
    }
    result.sd = std::sqrt(std::max(squares - result.mean * result.mean, 0.0));
    for (std::size_t i = 0; i < projection_levels.size(); ++i) {
        result.quantiles[i] = detail::quantile(gap, projection_levels[i]);
    }
    return result;
}

detail::row_numbers row_of(const detail::use_law& use) {
    auto numbers = numbers_of(mass_of(use));
    auto terms = use.terms;
    if (use.most < std::numeric_limits<double>::infinity()) {
        terms.push_back({"capacity", numbers.mean - use.law.mean});
    } else {
        numbers.mean = use.law.mean; // also where the tail is too long to be kept
    }
    return {numbers, std::move(terms), variance_shares(use.law), use.flags};
}

detail::row_numbers row_of(const detail::need_law& need, projection_flags flags) {
    const auto numbers = numbers_of(need.mass());
    return {
        numbers,
        {{"mapped", static_cast<double>(need.stated)}, {"not_mapped", numbers.mean - need.stated}},
        detail::need_shares(numbers.sd, variance(need.mass_at(need.coverage.share))),
        flags};
}

} // namespace

projector::projector(panel all, const projection_options& options)
    : parts_(std::make_shared<const detail::projector_parts>(std::move(all), options)) {}

const panel& projector::histories() const noexcept {
    return parts_->all;
}

std::span<const gate_decision> projector::chosen() const noexcept {
    return parts_->chosen;
}

std::optional<count_mass> projector::expected_use(std::size_t municipality,
                                                  std::size_t service) const {
    const auto use = parts_->use_of(municipality, service, parts_->model_of(service));
    return use ? std::optional{mass_of(*use)} : std::nullopt;
}

std::vector<projected> projector::municipality(std::size_t municipality) const {
    const auto& known = *parts_;
    const auto& options = known.options;
    constexpr double no_limit = std::numeric_limits<double>::infinity();
    std::vector<projected> rows;
    for (std::size_t s = 0; s < known.all.services.size(); ++s) {
        const auto kind = known.model_of(s);
        const auto where = known.place_of(municipality, s);
        const auto use = known.use_of(municipality, s, kind);
        if (!use) {
            add_rows_without_numbers(rows, where, kind, known.flags_of(municipality, s));
            continue;
        }
        const auto add = [&](projected row, const projected_numbers& naive) {
            row.naive = naive;
            rows.push_back(std::move(row));
        };
        const auto need = known.need_of(municipality, s);
        const auto naive = known.naive_of(municipality, s);
        const auto naive_use = numbers_of(mass_of(naive));
        const auto need_row =
            detail::need_row(where, row_of(need, known.need_flags(municipality, s)));
        const auto use_row = detail::use_row(where, row_of(*use), kind);
        add(need_row, naive_use);
        add(use_row, naive_use);
        for (const auto other : options.also) {
            if (other != kind) {
                add(detail::use_row(where, row_of(*known.use_of(municipality, s, other)), other),
                    naive_use);
            }
        }
        add(gap_row(where, need_row, use_row, gap_of(need, use->law, use->most)),
            gap_of(known.need_as_is(municipality, s), naive, no_limit));
    }
    return rows;
}

} // namespace brukerplan
