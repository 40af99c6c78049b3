#include "projection/projected_rows.hpp"

#include <algorithm>
#include <cmath>

namespace brukerplan::detail {

namespace {

// Need is what was stated, whatever the model of use.
constexpr std::string_view need_model = "stated_need";

std::string_view token_of(model_kind kind) {
    return model_tokens[static_cast<std::size_t>(kind)];
}

projected row_of(const row_place& where, quantity of, std::string_view model) {
    projected row;
    row.municipality = where.municipality;
    row.service = where.service;
    row.of = of;
    row.model = model;
    row.horizon = where.horizon;
    return row;
}

projected row_of(const row_place& where, quantity of, std::string_view model, row_numbers what) {
    auto row = row_of(where, of, model);
    row.numbers = what.numbers;
    row.terms = std::move(what.terms);
    row.variance_shares = what.variance_shares;
    row.flags = what.flags;
    return row;
}

double low_of(const projected& row) {
    return static_cast<double>(row.numbers->quantiles.front());
}

double high_of(const projected& row) {
    return static_cast<double>(row.numbers->quantiles.back());
}

/// How many all are, if those who were not mapped are `relative` as many each.
double with_unseen(double coverage, double relative) {
    return coverage + (1 - coverage) * relative;
}

/// By the variances of need and use: what both owe to the coverage goes the same way.
std::array<double, variance_part_count> gap_shares(const projected& need, const projected& use) {
    std::array<double, variance_part_count> result{};
    double sum = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double of_need = need.variance_shares[i] * need.numbers->sd * need.numbers->sd;
        const double of_use = use.variance_shares[i] * use.numbers->sd * use.numbers->sd;
        const double difference = std::sqrt(of_need) - std::sqrt(of_use);
        const bool shared = i == static_cast<std::size_t>(variance_part::coverage);
        result[i] = shared ? difference * difference : of_need + of_use;
        sum += result[i];
    }
    if (sum <= 0) {
        return {1, 0, 0, 0, 0};
    }
    for (auto& part : result) {
        part /= sum;
    }
    return result;
}

/// What either says, with the weaker status of the two.
projection_flags both_of(projection_flags one, projection_flags other) {
    one.add(other);
    constexpr std::array from_weakest{projection_flag::assumed, projection_flag::estimated,
                                      projection_flag::identified};
    bool found = false;
    for (const auto status : from_weakest) {
        if (found) {
            one.remove(status);
        }
        found = found || one.has(status);
    }
    return one;
}

} // namespace

projected need_row(const row_place& where, row_numbers need, double of_mapped) {
    auto row = row_of(where, quantity::need, need_model, std::move(need));
    row.flags = both_of(row.flags, {});
    // Fewer of the mapped by chance is not about the others.
    const auto with_others = [&](double persons, double relative) {
        const double known = std::min(of_mapped, persons);
        return known + (persons - known) * relative;
    };
    row.band_low = with_others(low_of(row), where.unseen.least);
    row.band_high = with_others(high_of(row), where.unseen.most);
    return row;
}

projected use_row(const row_place& where, row_numbers use, model_kind kind) {
    auto row = row_of(where, quantity::expected_use, token_of(kind), std::move(use));
    row.flags = both_of(row.flags, {});
    row.band_low = low_of(row) * with_unseen(where.coverage, where.unseen.least);
    row.band_high = high_of(row) * with_unseen(where.coverage, where.unseen.most);
    return row;
}

projected gap_row(const row_place& where, const projected& need, const projected& use,
                  const projected_numbers& gap) {
    auto row = row_of(where, quantity::gap, use.model);
    row.numbers = gap;
    row.numbers->mean = need.numbers->mean - use.numbers->mean; // as a reader would
    row.terms = {{"need", need.numbers->mean}, {"expected_use", -use.numbers->mean}};
    row.variance_shares = gap_shares(need, use);
    row.flags = both_of(need.flags, use.flags);
    const double least = with_unseen(where.coverage, where.unseen.least);
    const double most = with_unseen(where.coverage, where.unseen.most);
    row.band_low = std::min(low_of(row) * least, low_of(row) * most);
    row.band_high = std::max(high_of(row) * least, high_of(row) * most);
    return row;
}

void add_rows_without_numbers(std::vector<projected>& to, const row_place& where, model_kind kind,
                              projection_flags flags) {
    to.push_back(row_of(where, quantity::need, need_model));
    to.push_back(row_of(where, quantity::expected_use, token_of(kind)));
    to.push_back(row_of(where, quantity::gap, token_of(kind)));
    for (auto row = to.end() - 3; row != to.end(); ++row) {
        row->flags = flags;
    }
}

std::array<double, variance_part_count> need_shares(double sd, double chance) noexcept {
    const double part = sd > 0 ? std::min(chance / (sd * sd), 1.0) : 1;
    std::array<double, variance_part_count> shares{};
    shares[static_cast<std::size_t>(variance_part::outcome)] = part;
    shares[static_cast<std::size_t>(variance_part::coverage)] = 1 - part;
    return shares;
}

} // namespace brukerplan::detail
