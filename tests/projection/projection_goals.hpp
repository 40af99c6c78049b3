// How good projections are in simulated countries, where the year after is known, and what they
// are expected to reach there.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/calibration.hpp>
#include <brukerplan/projection/count_families.hpp>
#include <brukerplan/projection/model.hpp>
#include <brukerplan/projection/projection.hpp>
#include <brukerplan/projection/refits.hpp>
#include <brukerplan/projection/scores.hpp>

#include "projection/known_world.hpp"

namespace projection_test {

/// Who is scored: what is published, and what it is measured against.
enum class rival : std::uint8_t { published, naive_poisson, naive, stated_need, peers, smoother };
inline constexpr std::size_t rival_count = 6;

/// One municipality and service of the last round.
struct scored_count {
    brukerplan::transform_range transform;
    bool under = false; ///< the published 90 % interval, both ends of which belong to it
    bool over = false;
    double says_under = 0; ///< how probable the forecast takes that to be
    double weight = 1;     ///< so that large municipalities do not decide alone
    std::array<double, rival_count> crps{};
    std::array<double, rival_count> interval{}; ///< scores of the central 90 %
    std::size_t size_group = 0;
    bool few = false; ///< fewer than 20 mapped
    std::size_t third = 0;
    int outer = 0; ///< -1: of the tenth that uses least of the service in the long run; 1: most
};

/// How often the published 90 % interval of a sum held what came.
struct scored_sums {
    std::size_t inside = 0;
    std::size_t all = 0;

    [[nodiscard]] double share() const {
        return static_cast<double>(inside) / static_cast<double>(all);
    }
};

struct world_scores {
    std::vector<scored_count> counts;
    scored_sums national;
    scored_sums county;
};

struct scoring_options {
    std::size_t refits = 200;
    bool areas = true;  ///< the country and its counties
    bool levels = true; ///< who is of the outer tenths
};

inline constexpr std::size_t county_count = 15;
inline constexpr std::uint32_t few_mapped = 20;

namespace parts {

/// Forecasts of a model that is not published. They share fits, not chance.
class rivals {
public:
    rivals(const known_world& known, std::size_t refits)
        : known_(&known), terms_(known.shown, known.years),
          transitions_(transitions_of(known.shown, terms_, known.years)),
          naive_(known, transitions_, brukerplan::model_kind::naive, refits),
          peers_(known, transitions_, brukerplan::model_kind::peers, refits),
          smoother_(known, transitions_, brukerplan::model_kind::smoother, refits) {}

    /// As the country's use of last year, and need, with nothing but chance around it.
    [[nodiscard]] brukerplan::count_mass mass(rival who, std::size_t m, std::size_t s) const {
        const auto& known = terms_(m, known_->shown.rounds_of(m) - 1, s);
        const auto values = known.value_or(brukerplan::term_values{});
        const auto chance_alone = [&](brukerplan::term of) {
            return mass_of(brukerplan::poisson{values[static_cast<std::size_t>(of)]});
        };
        switch (who) {
        case rival::naive_poisson:
            return chance_alone(brukerplan::term::received);
        case rival::stated_need:
            return chance_alone(brukerplan::term::needed);
        case rival::peers:
            return peers_.mass(*known_, values, m, s);
        case rival::smoother:
            return smoother_.mass(*known_, values, m, s);
        default:
            return naive_.mass(*known_, values, m, s);
        }
    }

private:
    struct learned {
        learned(const known_world& known,
                const std::vector<std::vector<brukerplan::transition>>& transitions,
                brukerplan::model_kind kind, std::size_t refits)
            : model(fit(kind, transitions, known.years)),
              again(model, transitions, definition_of(kind).learns ? refits : 0, 1) {}

        [[nodiscard]] brukerplan::count_mass mass(const known_world& known,
                                                  const brukerplan::term_values& values,
                                                  std::size_t m, std::size_t s) const {
            const auto& round = known.shown.histories[m].back();
            const auto size = brukerplan::size_group_of(round.recipients);
            const double mean = model.expected(values, s, size);
            return mass_of(brukerplan::predictive_law{
                mean, again.relative_variance(mean, values, s, size),
                round.coverage.log_sd * round.coverage.log_sd, model.local_dispersion(s, size),
                model.predictive_shock_variance()});
        }

        brukerplan::fitted_model model;
        brukerplan::refitted_weights again;
    };

    const known_world* known_;
    brukerplan::term_table terms_;
    std::vector<std::vector<brukerplan::transition>> transitions_;
    learned naive_;
    learned peers_;
    learned smoother_;
};

/// Of the municipalities' levels of one service, those that a tenth is below, and above.
inline std::array<double, 2> outer_levels(const known_world& known, std::size_t service) {
    std::vector<double> levels;
    for (const auto& future : known.future) {
        if (future.asked_for) {
            levels.push_back(future.level[service]);
        }
    }
    std::ranges::sort(levels);
    return {levels[levels.size() / 10], levels[levels.size() - 1 - levels.size() / 10]};
}

/// As rows of projections have it, where a quantile is the least number that is not exceeded with
/// at least that probability.
inline brukerplan::count_interval published_interval(const brukerplan::count_mass& mass) {
    const auto at = [&](double level) {
        return quantile(mass, level, brukerplan::quantile_rounding::up);
    };
    return {at(brukerplan::projection_levels.front()), at(brukerplan::projection_levels.back())};
}

inline void score_municipality(std::vector<scored_count>& to, const known_world& known,
                               const brukerplan::projector& ours, const rivals& others,
                               std::size_t m, const std::vector<std::array<double, 2>>& outer) {
    const auto& future = known.future[m];
    for (std::size_t s = 0; s < known.shown.services.size(); ++s) {
        const auto mass = ours.expected_use(m, s);
        if (!mass) {
            continue;
        }
        const auto& published = *mass;
        const auto truth = future.receiving[s];
        const auto [lower, upper] = published_interval(published);
        scored_count one;
        one.transform = transform_of(published, truth);
        one.under = truth < lower;
        one.over = truth > upper;
        one.says_under = lower > 0 ? cdf(published, lower - 1) : 0;
        one.weight =
            1 / (1 + std::sqrt(known.shown.histories[m].back().services[s].cells.received()));
        for (std::size_t who = 0; who < rival_count; ++who) {
            const auto said = static_cast<rival>(who) == rival::published
                                  ? published
                                  : others.mass(static_cast<rival>(who), m, s);
            one.crps[who] = crps(said, truth);
            one.interval[who] = interval_score(central_interval(said, 0.9), 0.9, truth);
        }
        one.size_group = brukerplan::size_group_of(future.mapped);
        one.few = future.mapped < few_mapped;
        one.third = known.third[s];
        if (!outer.empty()) {
            one.outer = future.level[s] < outer[s][0] ? -1 : future.level[s] > outer[s][1] ? 1 : 0;
        }
        to.push_back(one);
    }
}

inline void score_area(scored_sums& to, const known_world& known, const brukerplan::projector& ours,
                       const std::vector<std::size_t>& municipalities) {
    for (const auto& row : ours.area("area", municipalities)) {
        if (row.of != brukerplan::quantity::expected_use || !row.numbers) {
            continue;
        }
        const auto s = place_of(known.shown.services, row.service);
        std::int64_t truth = 0;
        for (const auto m : municipalities) {
            truth += known.future[m].receiving[s];
        }
        to.inside +=
            truth >= row.numbers->quantiles.front() && truth <= row.numbers->quantiles.back();
        ++to.all;
    }
}

} // namespace parts

/// Adds one country's scores.
inline void score_world(world_scores& to, const world_case& which, std::uint64_t seed,
                        const scoring_options& options) {
    const auto known = make_known_world(which, seed, options.levels);
    brukerplan::projection_options with;
    with.refits = options.refits;
    const brukerplan::projector ours{known.shown, with};
    const parts::rivals others{known, options.refits};
    std::vector<std::array<double, 2>> outer;
    for (std::size_t s = 0; options.levels && s < known.shown.services.size(); ++s) {
        outer.push_back(parts::outer_levels(known, s));
    }
    std::vector<std::size_t> country;
    std::array<std::vector<std::size_t>, county_count> counties;
    for (std::size_t m = 0; m < known.future.size(); ++m) {
        if (known.future[m].asked_for) {
            parts::score_municipality(to.counts, known, ours, others, m, outer);
            country.push_back(m);
            counties[m % county_count].push_back(m);
        }
    }
    if (options.areas) {
        parts::score_area(to.national, known, ours, country);
        for (const auto& county : counties) {
            if (county.size() > 1) {
                parts::score_area(to.county, known, ours, county);
            }
        }
    }
}

// What came of all this.

template <class Use>
[[nodiscard]] std::vector<brukerplan::transform_range> transforms_of(const world_scores& scores,
                                                                     const Use& use) {
    std::vector<brukerplan::transform_range> transforms;
    for (const auto& one : scores.counts) {
        if (use(one)) {
            transforms.push_back(one.transform);
        }
    }
    return transforms;
}

template <class Use>
[[nodiscard]] double transform_coverage(const world_scores& scores, const Use& use) {
    const auto transforms = transforms_of(scores, use);
    return transforms.empty() ? std::numeric_limits<double>::quiet_NaN()
                              : central_coverage(transforms, 0.9);
}

/// Of those that `use` holds for, the share that `what` holds for.
template <class Use, class What>
[[nodiscard]] double share_of(const world_scores& scores, const Use& use, const What& what) {
    double found = 0;
    double all = 0;
    for (const auto& one : scores.counts) {
        if (use(one)) {
            found += what(one) ? 1 : 0;
            ++all;
        }
    }
    return found / all;
}

/// How probable the forecasts took it to be that fewer came than the published interval holds. Of
/// small counts that is little: where its lower end is nobody, nothing can lie below it.
template <class Use>
[[nodiscard]] double said_under(const world_scores& scores, const Use& use) {
    double sum = 0;
    double all = 0;
    for (const auto& one : scores.counts) {
        if (use(one)) {
            sum += one.says_under;
            ++all;
        }
    }
    return sum / all;
}

/// A weighted score of what is published as a multiple of a rival's.
template <class Use>
[[nodiscard]] double relative(const world_scores& scores,
                              std::array<double, rival_count> scored_count::*score, rival to,
                              const Use& use) {
    double ours = 0;
    double others = 0;
    for (const auto& one : scores.counts) {
        if (use(one)) {
            ours += one.weight * (one.*score)[0];
            others += one.weight * (one.*score)[static_cast<std::size_t>(to)];
        }
    }
    return ours / others;
}

struct goal {
    std::string_view name;
    std::string what;
    double least = 0;
    double most = 0;
    double measured = 0;
    std::size_t of = 0; ///< counts that it was measured over
    /// Of tails below: what the forecasts themselves took for that.
    std::optional<double> said = std::nullopt;

    /// Of no counts: nothing to miss.
    [[nodiscard]] bool met() const { return of == 0 || (measured >= least && measured <= most); }
};

/// The goals for one world, of scores that were added up over its countries.
[[nodiscard]] inline std::vector<goal> goals_of(const world_case& which,
                                                const world_scores& scores) {
    constexpr double none = std::numeric_limits<double>::infinity();
    std::vector<goal> goals;
    const auto all = [](const scored_count&) { return true; };
    const auto few = [](const scored_count& one) { return one.few; };
    const auto count_of = [&](const auto& use) {
        return static_cast<std::size_t>(std::ranges::count_if(scores.counts, use));
    };
    const bool undisclosed = which.world.declared_error > which.world.declared_sd;
    const auto calibration = [&](const std::string& name, const auto& use) {
        const auto of = count_of(use);
        const auto under = share_of(scores, use, [](const auto& one) { return one.under; });
        const auto over = share_of(scores, use, [](const auto& one) { return one.over; });
        goals.push_back({"G1", "PIT coverage of 90 %, " + name, 0.88, undisclosed ? 0.98 : 0.96,
                         transform_coverage(scores, use), of});
        goals.push_back({"G1", "closed coverage, " + name, 0.90, 1, 1 - under - over, of});
        goals.push_back(
            {"G1", "tail below, " + name, 0.01, 0.07, under, of, said_under(scores, use)});
        goals.push_back({"G1", "tail above, " + name, 0.01, 0.07, over, of});
        const auto transforms = transforms_of(scores, use);
        goals.push_back(
            {"G1", "PIT tail below, " + name, 0.01, 0.07, share_up_to(transforms, 0.05), of});
        goals.push_back(
            {"G1", "PIT tail above, " + name, 0.01, 0.07, 1 - share_up_to(transforms, 0.95), of});
    };
    for (std::size_t g = 0; g < brukerplan::size_group_count; ++g) {
        calibration(std::string{brukerplan::size_group_tokens[g]},
                    [g](const auto& one) { return one.size_group == g; });
    }
    static constexpr std::array<std::string_view, 3> thirds{"rarest", "middle", "most_used"};
    for (std::size_t t = 0; t < thirds.size(); ++t) {
        calibration(std::string{thirds[t]}, [t](const auto& one) { return one.third == t; });
    }
    const bool two_rounds = which.world.rounds < 3;
    const auto add_relative = [&](std::string_view name, std::string what, double most, auto score,
                                  rival to, const auto& use) {
        goals.push_back(
            {name, std::move(what), 0, most, relative(scores, score, to, use), count_of(use)});
    };
    add_relative("G2", "CRPS / naive, Poisson", two_rounds ? 0.90 : 0.85, &scored_count::crps,
                 rival::naive_poisson, all);
    add_relative("G2", "CRPS / naive, Poisson, under 20", 0.82, &scored_count::crps,
                 rival::naive_poisson, few);
    add_relative("G3", "CRPS / stated need", 0.55, &scored_count::crps, rival::stated_need, all);
    add_relative("G4", "CRPS / peers", 0.85, &scored_count::crps, rival::peers, all);
    add_relative("G5", "CRPS / smoother", 0.99, &scored_count::crps, rival::smoother, all);
    add_relative("G5", "CRPS / smoother, under 20", 0.96, &scored_count::crps, rival::smoother,
                 few);
    add_relative("G6", "interval score / naive, Poisson", 0.70, &scored_count::interval,
                 rival::naive_poisson, all);
    add_relative("G6", "interval score / naive", 0.85, &scored_count::interval, rival::naive, all);
    if (scores.national.all > 0) {
        goals.push_back({"G7", "coverage of 90 %, country", 0.85, 0.97, scores.national.share(),
                         scores.national.all});
    }
    if (scores.county.all > 0) {
        goals.push_back({"G7", "coverage of 90 %, counties", 0.85, 0.97, scores.county.share(),
                         scores.county.all});
    }
    for (const auto& [side, name] : {std::pair{-1, "least"}, std::pair{1, "most"}}) {
        const auto outer = [side = side](const auto& one) { return one.outer == side; };
        if (count_of(outer) > 0) {
            goals.push_back({"G8", std::string{"PIT coverage of 90 %, the tenth that uses "} + name,
                             0.87, none, transform_coverage(scores, outer), count_of(outer)});
        }
    }
    return goals;
}

} // namespace projection_test
