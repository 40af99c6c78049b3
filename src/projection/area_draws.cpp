// Sums over municipalities, which hang together: they share the shock of the year and the weights.
#include <brukerplan/projection/projection.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <brukerplan/projection/inversion.hpp>
#include <brukerplan/projection/uniform_draws.hpp>

#include "projection/coverage_nodes.hpp"
#include "projection/draw_purposes.hpp"
#include "projection/mass_summary.hpp"
#include "projection/projector_parts.hpp"
#include "support/normal.hpp"
#include "support/token_hash.hpp"

namespace brukerplan {

namespace {

/// One service in the whole area, by draw. In persons.
struct service_draws {
    std::vector<std::int64_t> need;
    std::vector<std::int64_t> use;
    std::vector<std::int64_t> need_as_is; ///< without a scenario, as `naive` is
    std::vector<std::int64_t> naive;
    std::vector<double> expected; ///< use, by the weights of the draw alone

    explicit service_draws(std::size_t count)
        : need(count), use(count), need_as_is(count), naive(count), expected(count) {}
};

/// What adds up without draws.
struct service_sums {
    std::vector<explained_term> need_terms;
    std::vector<explained_term> use_terms;
    std::array<double, variance_part_count> variances{}; ///< of use, in squared persons
    double shock_sds = 0;                                ///< they go together
    double need_chance = 0;                              ///< its variance without coverage's
    double need_of_mapped = 0;                           ///< persons, as many as they grow to
    double mapped = 0;
    double recipients = 0; ///< mapped or not
    projection_flags need_flags;
    projection_flags use_flags;
    bool known = false;
};

void add_terms(std::vector<explained_term>& to, const std::vector<explained_term>& terms) {
    for (const auto& [of, persons] : terms) {
        const auto same =
            std::find_if(to.begin(), to.end(), [&](const auto& term) { return term.of == of; });
        if (same == to.end()) {
            to.push_back({of, persons});
        } else {
            same->persons += persons;
        }
    }
}

double variance_of(std::span<const double> values) {
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        const double off = value - values.front();
        sum += off;
        squares += off * off;
    }
    const auto count = static_cast<double>(values.size());
    return (squares - sum * sum / count) / count;
}

projected_numbers numbers_of(std::vector<std::int64_t> draws) {
    std::sort(draws.begin(), draws.end());
    std::int64_t sum = 0;
    for (const auto draw : draws) {
        sum += draw;
    }
    const auto count = static_cast<double>(draws.size());
    projected_numbers result;
    result.mean = static_cast<double>(sum) / count;
    double squares = 0;
    for (const auto draw : draws) {
        const double off = static_cast<double>(draw) - result.mean;
        squares += off * off;
    }
    result.sd = std::sqrt(squares / (count - 1));
    for (std::size_t i = 0; i < projection_levels.size(); ++i) {
        const auto place = static_cast<std::size_t>(std::ceil(projection_levels[i] * count)) - 1;
        result.quantiles[i] = draws[place];
    }
    return result;
}

std::vector<std::int64_t> difference(const std::vector<std::int64_t>& one,
                                     const std::vector<std::int64_t>& other) {
    std::vector<std::int64_t> result(one.size());
    std::transform(one.begin(), one.end(), other.begin(), result.begin(), std::minus<>{});
    return result;
}

/// Multiples of the mean, one a draw, for the shock of the year.
struct year_shocks {
    std::vector<double> use;
    std::vector<double> naive;
};

/// Counts from one distribution, each times what its draw has more than the mean, and rounded to a
/// whole number at random, so that the mean stays what it should be. Of a negative binomial count
/// the part of the variance that grows with the square of the mean is exact, and its chance is so
/// on average.
class scaled_counts {
public:
    scaled_counts(double mean, double dispersion)
        : counts_(mass_of(negative_binomial{mean, dispersion}, mass_limits{1e-9})) {}

    [[nodiscard]] std::int64_t operator()(uniform_draws::pair uniform,
                                          double times) const noexcept {
        return static_cast<std::int64_t>(counts_(uniform.first) * times + uniform.second);
    }

private:
    inversion_table counts_;
};

/// The draws for one municipality, which has a round, are the same in every area.
class municipal_draws {
public:
    municipal_draws(const detail::projector_parts& known, std::size_t municipality)
        : known_(&known), municipality_(municipality),
          name_(detail::token_hash(known.all.municipalities[municipality])) {
        const auto& coverage = known.last_round(municipality)->coverage;
        const uniform_draws draws{known.options.seed, {name_, 0, purpose::coverage}};
        double persons = 0;
        for (std::uint32_t b = 0; b < known.options.draws; ++b) {
            shares_.push_back(detail::share_at(coverage, detail::normal_quantile(draws(b))));
            persons_.push_back(1 / shares_.back());
            persons += persons_.back();
        }
        for (auto& each : persons_) {
            each *= static_cast<double>(known.options.draws) / persons;
        }
    }

    void add(std::size_t service, const detail::use_law& use, const year_shocks& shocks,
             service_draws& to) const {
        const auto seed = known_->options.seed;
        const auto named = detail::token_hash(known_->all.services[service]);
        const uniform_draws outcomes{seed, {name_, named, purpose::outcome}};
        const uniform_draws needs{seed, {name_, named, purpose::need}};
        const auto naive = known_->naive_of(municipality_, service);
        const scaled_counts used{use.law.mean, use.law.local_dispersion};
        const scaled_counts naively_used{naive.mean, naive.local_dispersion};
        const bool covers_all = known_->options.what_if.kind == scenario_kind::full_coverage;
        const auto expected = known_->expected_by_draw(use, municipality_, service);
        const auto most = static_cast<std::int64_t>(std::clamp(use.most, 0.0, 4'294'967'295.0));
        for (std::size_t b = 0; b < to.use.size(); ++b) {
            const auto uniform = outcomes.both(static_cast<std::uint32_t>(b));
            const double relative = use.law.mean > 0 ? expected[b] / use.law.mean : 1;
            to.expected[b] += expected[b];
            to.use[b] += std::min(
                used(uniform, relative * shocks.use[b] * (covers_all ? 1 : persons_[b])), most);
            to.naive[b] += naively_used(uniform, shocks.naive[b] * persons_[b]);
        }
        add_need(known_->need_of(municipality_, service), covers_all, needs, to.need);
        if (known_->is_changed()) {
            add_need(known_->need_as_is(municipality_, service), false, needs, to.need_as_is);
        }
    }

private:
    void add_need(const detail::need_law& need, bool covers_all, const uniform_draws& draws,
                  std::vector<std::int64_t>& to) const {
        const auto share = [&](std::size_t draw) { return covers_all ? 1 : shares_[draw]; };
        double sum = 0;
        for (std::size_t b = 0; b < to.size(); ++b) {
            sum += need.unseen_at(share(b));
        }
        const double unseen = sum / static_cast<double>(to.size());
        const scaled_counts counts{std::max(unseen, 0.0), 1 / need.shape()};
        for (std::size_t b = 0; b < to.size(); ++b) {
            to[b] += need.sure();
            if (unseen > 0) {
                to[b] += counts(draws.both(static_cast<std::uint32_t>(b)),
                                need.unseen_at(share(b)) / unseen);
            }
        }
    }

    const detail::projector_parts* known_;
    std::size_t municipality_;
    std::uint32_t name_;
    std::vector<double> shares_;  ///< that were mapped, by draw
    std::vector<double> persons_; ///< that a mapped one stands for, relative to the mean
};

void add(service_sums& to, const detail::use_law& use, std::uint32_t recipients,
         const detail::need_law& need, projection_flags need_flags) {
    const auto chance = detail::moments_of(need.mass_at(need.coverage.share)).variance;
    const double now = detail::mean_without_growth(need);
    to.need_chance += chance;
    to.need_of_mapped += need.of_mapped();
    to.need_flags.add(need_flags);
    add_terms(to.need_terms,
              {{"mapped", static_cast<double>(need.stated)}, {"not_mapped", now - need.stated}});
    if (need.growth != 1) {
        add_terms(to.need_terms, {{"growth", (need.growth - 1) * now}});
    }
    add_terms(to.use_terms, use.terms);
    if (use.most < std::numeric_limits<double>::infinity()) {
        add_terms(to.use_terms, {{"capacity", detail::mean_within(use) - use.law.mean}});
    }
    const double variance = use.law.mean + dispersion_of(use.law) * use.law.mean * use.law.mean;
    const auto shares = variance_shares(use.law);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        to.variances[i] += shares[i] * variance;
    }
    to.shock_sds += use.law.mean * std::sqrt(std::expm1(use.law.shock_variance));
    to.mapped += recipients;
    to.recipients += recipients / need.coverage.share;
    to.use_flags.add(use.flags);
    to.known = true;
}

/// The weights and the shock are shared: what they add is not the sum over municipalities.
std::array<double, variance_part_count> shares_of(service_sums sums, const service_draws& draws) {
    auto& parts = sums.variances;
    parts[static_cast<std::size_t>(variance_part::parameters)] = variance_of(draws.expected);
    parts[static_cast<std::size_t>(variance_part::common_shock)] = sums.shock_sds * sums.shock_sds;
    double sum = 0;
    for (const double part : parts) {
        sum += part;
    }
    if (sum <= 0) {
        return {1, 0, 0, 0, 0};
    }
    for (auto& part : parts) {
        part /= sum;
    }
    return parts;
}

year_shocks shocks_of(const detail::projector_parts& known, std::size_t service) {
    const uniform_draws draws{known.options.seed,
                              {0, detail::token_hash(known.all.services[service]), purpose::shock}};
    const auto variance_of = [&](model_kind kind) {
        return known.model(kind).fitted.predictive_shock_variance() * known.longer();
    };
    const double of_use = variance_of(known.model_of(service));
    const double of_naive = variance_of(model_kind::naive);
    year_shocks shocks;
    for (std::uint32_t b = 0; b < known.options.draws; ++b) {
        const double normal = detail::normal_quantile(draws(b));
        shocks.use.push_back(std::exp(std::sqrt(of_use) * normal - of_use / 2));
        shocks.naive.push_back(std::exp(std::sqrt(of_naive) * normal - of_naive / 2));
    }
    return shocks;
}

/// Terms add up to the mean of the draws, which differs a little from what was expected.
void add_remainder(std::vector<explained_term>& terms, double mean) {
    double sum = 0;
    for (const auto& term : terms) {
        sum += term.persons;
    }
    terms.push_back({"draws", mean - sum});
}

void add_rows(std::vector<projected>& rows, const detail::row_place& where, model_kind kind,
              service_sums sums, const service_draws& drawn, bool is_changed) {
    for (auto* flags : {&sums.need_flags, &sums.use_flags}) {
        // Of the whole area it is not so, if it is of some municipality.
        flags->remove(projection_flag::few_recipients);
        flags->add_if(projection_flag::partial, flags->has(projection_flag::not_asked));
        flags->remove(projection_flag::not_asked);
    }
    const auto need = numbers_of(drawn.need);
    const auto use = numbers_of(drawn.use);
    const auto naive = numbers_of(drawn.naive);
    const auto variances = shares_of(sums, drawn);
    add_remainder(sums.need_terms, need.mean);
    add_remainder(sums.use_terms, use.mean);
    const auto add = [&](projected row, const projected_numbers& beside) {
        row.naive = beside;
        rows.push_back(std::move(row));
    };
    const auto need_row =
        detail::need_row(where,
                         {need, std::move(sums.need_terms),
                          detail::need_shares(need.sd, sums.need_chance), sums.need_flags},
                         sums.need_of_mapped);
    const auto use_row =
        detail::use_row(where, {use, std::move(sums.use_terms), variances, sums.use_flags}, kind);
    add(need_row, naive);
    add(use_row, naive);
    add(gap_row(where, need_row, use_row, numbers_of(difference(drawn.need, drawn.use))),
        numbers_of(difference(is_changed ? drawn.need_as_is : drawn.need, drawn.naive)));
}

} // namespace

std::vector<projected> projector::area(std::string_view name,
                                       std::span<const std::size_t> municipalities) const {
    const auto& known = *parts_;
    const auto count = known.options.draws;
    std::vector<std::optional<municipal_draws>> each;
    for (const auto m : municipalities) {
        each.push_back(known.last_round(m) != nullptr ? std::optional{municipal_draws{known, m}}
                                                      : std::nullopt);
    }
    std::vector<projected> rows;
    for (std::size_t s = 0; s < known.all.services.size(); ++s) {
        const auto shocks = shocks_of(known, s);
        const auto kind = known.model_of(s);
        service_draws drawn{count};
        service_sums sums;
        for (std::size_t i = 0; i < municipalities.size(); ++i) {
            const auto m = municipalities[i];
            if (const auto use = known.use_of(m, s, kind)) {
                add(sums, *use, known.last_round(m)->recipients, known.need_of(m, s),
                    known.need_flags(m, s));
                each[i]->add(s, *use, shocks, drawn);
            } else {
                sums.need_flags.add(known.flags_of(m, s));
                sums.use_flags.add(known.flags_of(m, s));
            }
        }
        const detail::row_place where{
            std::string{name}, known.all.services[s], known.options.horizon,
            sums.recipients > 0 ? sums.mapped / sums.recipients : 1, known.options.unseen};
        if (sums.known) {
            add_rows(rows, where, kind, std::move(sums), drawn, known.is_changed());
        } else {
            add_rows_without_numbers(rows, where, kind, sums.use_flags);
        }
    }
    return rows;
}

} // namespace brukerplan
