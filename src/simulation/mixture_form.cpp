#include "simulation/mixture_form.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/special_functions/beta.hpp>

#include "simulation/chance.hpp"
#include "simulation/leaving.hpp"

namespace brukerplan::detail::synthetic {

namespace {

using what = world_purpose;

// All shares of this file: ours.
struct type_fact {
    double share;    ///< of those who come
    double severity; ///< in the middle of its part of a standard normal distribution
};
constexpr by_type<type_fact> types{{{0.4, -0.842}, {0.3, 0.126}, {0.2, 0.842}, {0.1, 1.645}}};

constexpr double needed_after_use = 0.8; ///< by those who receive it
constexpr double needed_without = 0.4;   ///< by the others, of the share who receive it anew
constexpr double met_a_year = 0.15;      ///< of the need of those who do not, in the base world
constexpr double met_in_base = 0.8;      ///< world_definition::need_effect of that world
/// A year is bad, as others, or good for a service in a municipality.
constexpr double unusual_year = 0.3;

std::size_t type_of(double severity) noexcept {
    std::size_t type = 0;
    while (type + 1 < person_types &&
           severity > (types[type].severity + types[type + 1].severity) / 2) {
        ++type;
    }
    return type;
}

template <class Share>
double severity_by(const Share& share, std::uint32_t bits) noexcept {
    double left = uniform_of(bits);
    std::size_t type = 0;
    while (type + 1 < person_types && left >= share(type)) {
        left -= share(type++);
    }
    return types[type].severity;
}

/// A service goes on as it was, received or not, with this chance.
double unchanged(const world_service& service) noexcept {
    return 1 - std::exp(-service.goes_on / 2);
}

double met(const world_definition& world) noexcept {
    return std::min(0.9, met_a_year * world.need_effect / met_in_base);
}

/// How far stated need follows use: all the way in the base world.
double needed_when_received(const world_definition& world, double share) noexcept {
    const double follows = std::min(1.0, world.need_follows_use / 3.2);
    return follows * needed_after_use + (1 - follows) * share;
}

std::uint32_t chance_of(double share) noexcept {
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * 4294967295.0);
}

double factor(random_stream& random, double sd) noexcept {
    // Uniform on the logarithm.
    return std::exp(sd * std::sqrt(12.0) * (uniform_of(random.next()) - 0.5));
}

double local_factor(random_stream& random, double sd) noexcept {
    const double step = std::exp(sd / std::sqrt(unusual_year));
    const double u = uniform_of(random.next());
    return u < unusual_year / 2 ? 1 / step : u < unusual_year ? step : 1;
}

} // namespace

mixture_form::mixture_form(const world_country& country) : country_(&country) {
    settle();
    for (std::size_t s = 0; s < world_service_count; ++s) {
        calibrate(s);
    }
}

void mixture_form::settle() noexcept {
    const auto& world = country_->definition();
    by_type<double> people{};
    for (int year = 0; year < 80; ++year) {
        by_type<double> stay{};
        for (std::size_t k = 0; k < person_types; ++k) {
            stay[k] = people[k] * (1 - leaving_share(world, types[k].severity));
        }
        const double all = std::accumulate(stay.begin(), stay.end(), 0.0);
        for (std::size_t k = 0; k < person_types; ++k) {
            people[k] = types[k].share * (1 + (1 - world.severity_persistence) * all) +
                        world.severity_persistence * stay[k];
        }
    }
    stable_size_ = std::accumulate(people.begin(), people.end(), 0.0);
    std::transform(people.begin(), people.end(), settled_.begin(),
                   [&](double count) { return count / stable_size_; });
}

double mixture_form::entering_severity(std::uint32_t bits) const noexcept {
    return severity_by([](std::size_t k) { return types[k].share; }, bits);
}

double mixture_form::settled_severity(std::uint32_t bits) const noexcept {
    return severity_by([&](std::size_t k) { return settled_[k]; }, bits);
}

double mixture_form::next_severity(double severity, std::uint32_t bits) const noexcept {
    // One number says whether the type stays and, where not, which it becomes.
    const double kept = country_->definition().severity_persistence;
    const double u = uniform_of(bits);
    if (u < kept) {
        return severity;
    }
    return entering_severity(static_cast<std::uint32_t>((u - kept) / (1 - kept) * 4294967295.0));
}

// Among all types in a stable year, where the type whose severity is 0 would have `middle`.
double mixture_form::prevalence(std::size_t service, double middle) const noexcept {
    const auto& world = country_->definition();
    const auto& fact = world_services()[service];
    const double new_share = 1 / stable_size_;
    const double same = unchanged(fact);
    double sum = 0;
    for (std::size_t k = 0; k < person_types; ++k) {
        const double p = 1 / (1 + std::exp(-(middle + fact.severity * types[k].severity)));
        double share = p;
        for (int year = 0; year < 30; ++year) {
            const double others = needed_without * p;
            const double needed =
                share * needed_when_received(world, others) + (1 - share) * others;
            const double anew = p + (1 - p) * met(world) * needed;
            share =
                new_share * (1 - same) * p + (1 - new_share) * (same * share + (1 - same) * anew);
        }
        sum += settled_[k] * share;
    }
    return sum;
}

void mixture_form::calibrate(std::size_t service) noexcept {
    const auto& world = country_->definition();
    const auto& fact = world_services()[service];
    const bool absent = fact.token == world.absent_service;
    const double wanted = fact.prevalence / (absent ? 1 - world.absent : 1);
    double low = -14;
    double high = 6;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (prevalence(service, middle) < wanted ? low : high) = middle;
    }
    for (std::size_t k = 0; k < person_types; ++k) {
        mean_[k][service] = 1 / (1 + std::exp(-(low + fact.severity * types[k].severity)));
    }
}

mixture_form::municipal_level mixture_form::level_of(std::uint32_t municipality) const {
    const auto& world = country_->definition();
    auto random = world_draws(country_->seed(), municipality, 0, what::municipal_level);
    municipal_level result{municipality, {}};
    for (std::size_t s = 0; s < world_service_count; ++s) {
        // A municipality that gives much to one type gives much to all.
        const double rank = uniform_of(random.next());
        for (std::size_t k = 0; k < person_types; ++k) {
            // As much spread as that standard deviation on the logit has.
            const double mean = mean_[k][s];
            const double variance = mean * (1 - mean);
            const double weight =
                std::max(2.0, 1 / (world.municipal_sd * world.municipal_sd * variance) - 1);
            result.share[k][s] =
                world.municipal_sd > 0
                    ? boost::math::ibeta_inv(mean * weight, (1 - mean) * weight, rank)
                    : mean;
        }
    }
    return result;
}

mixture_form::year_effects mixture_form::effects(const municipal_level& level,
                                                 int year) const noexcept {
    const auto& world = country_->definition();
    const auto seed = country_->seed();
    const auto municipality = level.municipality;
    auto local = world_draws(seed, municipality, year, what::local_shock);
    auto national = world_draws(seed, 0, year, what::national_shock);
    auto bias = world_draws(seed, 0, 0, what::need_bias);
    auto optimism = world_draws(seed, municipality, 0, what::need_optimism);
    const double optimist = factor(optimism, world.need_optimism_sd);
    year_effects result;
    for (std::size_t s = 0; s < world_service_count; ++s) {
        const double shock =
            local_factor(local, world.local_shock_sd) * factor(national, world.national_shock_sd);
        const double said = optimist * factor(bias, world.need_bias_sd);
        const bool there = is_offered(world, s, year) && is_given_by(*country_, s, municipality);
        const double same = unchanged(world_services()[s]);
        for (std::size_t k = 0; k < person_types; ++k) {
            const double share = std::min(0.98, level.share[k][s] * shock);
            for (const std::size_t needed : {0U, 1U}) {
                const double anew = share + (needed == 1 ? (1 - share) * met(world) : 0.0);
                for (const std::size_t received : {0U, 1U}) {
                    const double chance = (received == 1 ? same : 0.0) + (1 - same) * anew;
                    result.receipt[k][received][needed][s] = there ? chance_of(chance) : 0;
                }
            }
            const double need = std::min(0.95, needed_without * mean_[k][s] * said);
            result.need[k][0][s] = chance_of(need);
            result.need[k][1][s] = chance_of(needed_when_received(world, need));
        }
    }
    return result;
}

void mixture_form::live(world_person& person, const year_effects& effects, philox_key key,
                        int year) const noexcept {
    const auto type = type_of(person.severity);
    const auto received = service_draws(key, person.index, year, what::receipt);
    const auto needed = service_draws(key, person.index, year, what::need);
    world_service_set receives = 0;
    world_service_set needs = 0;
    for (std::size_t s = 0; s < world_service_count; ++s) {
        const std::size_t had = person.received >> s & 1U;
        const std::size_t said = person.needed >> s & 1U;
        const world_service_set receives_it = received[s] < effects.receipt[type][had][said][s];
        const world_service_set needs_it = needed[s] < effects.need[type][receives_it][s];
        receives |= receives_it << s;
        needs |= needs_it << s;
    }
    person.received = receives;
    person.needed = needs;
}

} // namespace brukerplan::detail::synthetic
