#include <brukerplan/projection/projection.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <brukerplan/projection/count_families.hpp>

#include "projection/count_difference.hpp"
#include "projection/coverage_nodes.hpp"
#include "projection/mass_summary.hpp"
#include "projection/projected_rows.hpp"
#include "projection/projector_parts.hpp"

namespace brukerplan {

namespace {

constexpr mass_limits gap_limits{1e-7};

projected_numbers numbers_of(const count_mass& mass) {
    const auto [mean, variance] = detail::moments_of(mass);
    return {mean, std::sqrt(variance), detail::published_quantiles(mass)};
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
    return capped(mass_of(negative_binomial{std::max(at.mean, 0.0), dispersion_of(at)}, gap_limits),
                  most);
}

std::size_t widest(const std::vector<count_mass>& masses) {
    std::size_t result = 0;
    for (const auto& mass : masses) {
        result = std::max(result, mass.masses.size());
    }
    return result;
}

/// Need over the coverages that are likely for it and for use.
class need_by_coverage {
public:
    explicit need_by_coverage(const detail::need_law& need)
        : nodes_(detail::nodes_of(need.coverage)) {
        for (const auto& node : nodes_) {
            needs_.push_back(need.mass_at(node.share, gap_limits));
            moments_.push_back(detail::moments_of(needs_.back()));
        }
    }

    /// Need less use.
    [[nodiscard]] projected_numbers less(const predictive_law& use, double most) const {
        std::vector<count_mass> uses;
        for (const auto& node : nodes_) {
            uses.push_back(mass_at(use, most, node));
        }
        detail::difference_mass gap{
            0, detail::difference_step(widest(needs_), widest(uses)), {0.0}};
        projected_numbers result;
        double squares = 0;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const double weight = nodes_[i].weight;
            add_difference(gap, needs_[i], uses[i], weight);
            const auto of_use = detail::moments_of(uses[i]);
            const double difference = moments_[i].mean - of_use.mean;
            result.mean += weight * difference;
            squares += weight * (moments_[i].variance + of_use.variance + difference * difference);
        }
        result.sd = std::sqrt(std::max(squares - result.mean * result.mean, 0.0));
        for (std::size_t i = 0; i < projection_levels.size(); ++i) {
            result.quantiles[i] = detail::quantile(gap, projection_levels[i]);
        }
        return result;
    }

private:
    std::vector<detail::coverage_node> nodes_;
    std::vector<count_mass> needs_;
    std::vector<detail::mass_moments> moments_;
};

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
    detail::row_numbers row{numbers, {{"mapped", static_cast<double>(need.stated)}}, {}, flags};
    const double now = need.growth == 1 ? numbers.mean : detail::mean_without_growth(need);
    row.terms.push_back({"not_mapped", now - need.stated});
    if (need.growth != 1) {
        row.terms.push_back({"growth", numbers.mean - now});
    }
    row.variance_shares = detail::need_shares(
        numbers.sd, detail::moments_of(need.mass_at(need.coverage.share)).variance);
    return row;
}

/// With nobody yet, what may come; the mean stays last year's.
projected_numbers numbers_of(const predictive_law& naive, double nobody_yet) {
    auto law = naive;
    law.mean = std::max(law.mean, nobody_yet);
    auto numbers = numbers_of(mass_of(law));
    numbers.mean = naive.mean;
    return numbers;
}

} // namespace

std::map<std::string, projection_flags, std::less<>> notes_of(const united_counts& united) {
    std::map<std::string, projection_flags, std::less<>> notes;
    for (const auto& note : united.notes) {
        notes[note.municipality].add_if(projection_flag::merged,
                                        note.event == territory_event::merged);
        notes[note.municipality].add_if(projection_flag::split,
                                        note.event == territory_event::split);
    }
    return notes;
}

bool uses_population(const projection_options& options) noexcept {
    constexpr int from = 3; // years ahead
    return options.horizon >= from || options.what_if.kind == scenario_kind::constant_rates;
}

double detail::mean_within(const use_law& use) {
    return moments_of(mass_of(use)).mean;
}

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
        const auto naive_use = numbers_of(naive, known.nobody_yet(municipality, s));
        const auto need_row = detail::need_row(
            where, row_of(need, known.need_flags(municipality, s)), need.of_mapped());
        const auto use_row = detail::use_row(where, row_of(*use), kind);
        add(need_row, naive_use);
        add(use_row, naive_use);
        for (const auto other : options.also) {
            if (other != kind) {
                add(detail::use_row(where, row_of(*known.use_of(municipality, s, other)), other),
                    naive_use);
            }
        }
        const need_by_coverage needs{need};
        const auto as_is = known.need_as_is(municipality, s);
        auto naive_gap = known.is_changed() ? need_by_coverage{as_is}.less(naive, no_limit)
                                            : needs.less(naive, no_limit);
        naive_gap.mean = mean(as_is.mass()) - naive.mean; // as a reader would
        add(gap_row(where, need_row, use_row, needs.less(use->law, use->most)), naive_gap);
    }
    return rows;
}

} // namespace brukerplan
