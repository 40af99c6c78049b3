#include <brukerplan/projection/model_comparison.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include <brukerplan/projection/uniform_draws.hpp>

#include "projection/draw_purposes.hpp"

namespace brukerplan {

namespace {

double ratio(double model, double baseline) {
    if (baseline > 0) {
        return model / baseline;
    }
    return model > 0 ? std::numeric_limits<double>::infinity() : 1;
}

/// By forecaster, service, municipality: sums over the periods selected.
class municipal_scores {
public:
    municipal_scores(const backtest_result& result, bool learned_only)
        : services_(result.services.size()), municipalities_(result.municipalities.size()),
          sums_(result.forecasters.size() * services_ * municipalities_) {
        for (const auto& period : result.periods) {
            if (!learned_only || period.past_transitions > 0) {
                std::transform(sums_.begin(), sums_.end(), period.weighted_crps.begin(),
                               sums_.begin(), std::plus<>{});
            }
        }
    }

    [[nodiscard]] std::vector<double> of(std::size_t forecaster, std::size_t service) const {
        const auto from = sums_.begin() + static_cast<std::ptrdiff_t>(
                                              (forecaster * services_ + service) * municipalities_);
        return {from, from + static_cast<std::ptrdiff_t>(municipalities_)};
    }

    [[nodiscard]] std::vector<double> of_all_services(std::size_t forecaster) const {
        std::vector<double> sums(municipalities_);
        for (std::size_t s = 0; s < services_; ++s) {
            std::ranges::transform(sums, of(forecaster, s), sums.begin(), std::plus<>{});
        }
        return sums;
    }

    /// Municipalities that something was said of.
    [[nodiscard]] std::vector<std::size_t>
    scored(std::size_t forecasters, std::optional<std::size_t> service = std::nullopt) const {
        std::vector<double> sums(municipalities_);
        for (std::size_t f = 0; f < forecasters; ++f) {
            std::ranges::transform(sums, service ? of(f, *service) : of_all_services(f),
                                   sums.begin(), std::plus<>{});
        }
        std::vector<std::size_t> places;
        for (std::size_t m = 0; m < municipalities_; ++m) {
            if (sums[m] > 0) {
                places.push_back(m);
            }
        }
        return places;
    }

private:
    std::size_t services_;
    std::size_t municipalities_;
    std::vector<double> sums_;
};

/// How often each municipality was drawn in each resample.
class resamples {
public:
    resamples(std::vector<std::size_t> municipalities, const model_comparison_options& options)
        : municipalities_(std::move(municipalities)), count_(options.resamples),
          times_(municipalities_.size() * count_) {
        const auto size = municipalities_.size();
        for (std::size_t i = 0; i < size; ++i) {
            const uniform_draws draws{options.seed,
                                      {static_cast<std::uint32_t>(i), 0, purpose::comparison}};
            for (std::size_t b = 0; b < count_; ++b) {
                const double at = draws(static_cast<std::uint32_t>(b)) * static_cast<double>(size);
                ++times_[std::min(static_cast<std::size_t>(at), size - 1) * count_ + b];
            }
        }
    }

    [[nodiscard]] std::vector<double> sums_of(const std::vector<double>& by_municipality) const {
        std::vector<double> sums(count_);
        for (std::size_t i = 0; i < municipalities_.size(); ++i) {
            const double score = by_municipality[municipalities_[i]];
            for (std::size_t b = 0; b < count_; ++b) {
                sums[b] += times_[i * count_ + b] * score;
            }
        }
        return sums;
    }

private:
    std::vector<std::size_t> municipalities_;
    std::size_t count_;
    std::vector<std::uint32_t> times_; ///< by municipality, resample
};

/// One forecaster's scores: as they are, and in each resample.
struct resampled {
    double sum = 0;
    std::vector<double> sums;
};

/// Takes what the resamples say.
void take_resamples(const resampled& model, const resampled& baseline, model_comparison& to) {
    constexpr double outside = 0.025; // on each side
    const auto count = model.sums.size();
    std::vector<double> ratios;
    std::size_t better = 0;
    for (std::size_t b = 0; b < count; ++b) {
        ratios.push_back(ratio(model.sums[b], baseline.sums[b]));
        better += model.sums[b] < baseline.sums[b] ? 1 : 0;
    }
    std::ranges::sort(ratios);
    const auto side = static_cast<std::size_t>(outside * static_cast<double>(count));
    to.low = ratios[side];
    to.high = ratios[count - 1 - side];
    to.share_better = static_cast<double>(better) / static_cast<double>(count);
}

/// Of one service, or of all.
struct scope_scores {
    std::size_t municipalities = 0; ///< that something was said of
    std::vector<resampled> forecasters;
};

model_comparison compared(const scope_scores& scope, std::size_t model, std::size_t baseline) {
    const auto& one = scope.forecasters[model];
    const auto& other = scope.forecasters[baseline];
    model_comparison result;
    result.model = model;
    result.baseline = baseline;
    result.relative = ratio(one.sum, other.sum);
    result.municipalities = scope.municipalities;
    if (scope.municipalities >= fewest_municipalities_to_resample &&
        one.sums.size() >= fewest_resamples) {
        take_resamples(one, other, result);
    }
    return result;
}

/// Nothing where nothing was said, or all was perfect.
scope_scores resampled_scores(const municipal_scores& scores, const resamples& drawn,
                              std::size_t forecasters, std::optional<std::size_t> service) {
    scope_scores result;
    for (std::size_t f = 0; f < forecasters; ++f) {
        const auto sums = service ? scores.of(f, *service) : scores.of_all_services(f);
        result.forecasters.push_back(
            {std::accumulate(sums.begin(), sums.end(), 0.0), drawn.sums_of(sums)});
    }
    result.municipalities = scores.scored(forecasters, service).size();
    return result.municipalities > 0 ? result : scope_scores{};
}

} // namespace

std::vector<model_comparison> comparisons_of(const backtest_result& result,
                                             const model_comparison_options& options) {
    const municipal_scores scores{result, options.learned_only};
    const auto forecasters = result.forecasters.size();
    const resamples drawn{scores.scored(forecasters), options};
    std::vector<std::optional<std::size_t>> scopes{std::nullopt};
    for (std::size_t s = 0; s < result.services.size(); ++s) {
        scopes.emplace_back(s);
    }
    std::vector<model_comparison> comparisons;
    for (const auto& service : scopes) {
        const auto scope = resampled_scores(scores, drawn, forecasters, service);
        for (std::size_t f = 0; f < scope.forecasters.size(); ++f) {
            for (std::size_t against = 0; against < forecasters; ++against) {
                if (f != against && result.forecasters[against].baseline) {
                    comparisons.push_back(compared(scope, f, against));
                    comparisons.back().service = service;
                }
            }
        }
    }
    return comparisons;
}

} // namespace brukerplan
