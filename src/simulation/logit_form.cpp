#include "simulation/logit_form.hpp"

#include <cmath>
#include <vector>

#include "simulation/chance.hpp"
#include "simulation/leaving.hpp"

namespace brukerplan::detail::synthetic {

namespace {

using what = world_purpose;

/// Stated need lies above use, for the same person and service. Ours.
constexpr double need_above_use = 0.3;
/// Share of the recipients with a substance problem (2019; see marginals.hpp).
constexpr double substance_share = 0.38;

/// Gauss and Hermite's five points of a standard normal number.
struct point {
    double at;
    double weight;
};
constexpr std::array<point, 5> normal_points{{{-2.8569700138728, 0.0112574113277207},
                                              {-1.3556261799742, 0.2220759220056126},
                                              {0, 0.5333333333333333},
                                              {1.3556261799742, 0.2220759220056126},
                                              {2.8569700138728, 0.0112574113277207}}};

double share_of(double logit) noexcept {
    return 1 / (1 + std::exp(-logit));
}

} // namespace

logit_form::logit_form(const world_country& country) : country_(&country), stable_(settle()) {
    const auto& world = country.definition();
    need_effect_ = as_logit(world.need_effect);
    need_follows_use_ = as_logit(world.need_follows_use);
    for (std::size_t s = 0; s < world_service_count; ++s) {
        severity_[s] = as_logit(world_services()[s].severity);
        goes_on_[s] = as_logit(world_services()[s].goes_on);
        intercept_[s] = calibrate(s);
    }
}

double logit_form::entering_severity(std::uint32_t bits) const noexcept {
    return normal_of(bits);
}

double logit_form::settled_severity(std::uint32_t bits) const noexcept {
    return stable_.severity_mean + stable_.severity_sd * normal_of(bits);
}

double logit_form::next_severity(double severity, std::uint32_t bits) const noexcept {
    const double kept = country_->definition().severity_persistence;
    return kept * severity + std::sqrt(1 - kept * kept) * normal_of(bits);
}

// The density of severity on a grid, year after year until it no longer changes.
logit_form::stable_people logit_form::settle() const {
    const auto& world = country_->definition();
    constexpr int half = 24;
    constexpr double step = 1.0 / 6;
    const double kept = world.severity_persistence;
    const double sd = std::sqrt(1 - kept * kept);
    const auto density = [](double z, double mean, double spread) {
        const double x = (z - mean) / spread;
        return step / spread * std::exp(-x * x / 2) * 0.3989422804014327;
    };
    std::vector<double> people(2 * half + 1, 0.0);
    for (int year = 0; year < 80; ++year) {
        std::vector<double> next(people.size());
        for (int to = -half; to <= half; ++to) {
            double sum = density(to * step, 0, 1);
            for (int from = -half; from <= half; ++from) {
                const double stay = 1 - leaving_share(world, from * step);
                sum += people[static_cast<std::size_t>(from + half)] * stay *
                       density(to * step, kept * from * step, sd);
            }
            next[static_cast<std::size_t>(to + half)] = sum;
        }
        people = next;
    }
    stable_people result;
    double squares = 0;
    for (int at = -half; at <= half; ++at) {
        const double share = people[static_cast<std::size_t>(at + half)];
        result.size += share;
        result.severity_mean += share * at * step;
        squares += share * at * step * at * step;
    }
    result.severity_mean /= result.size;
    result.severity_sd =
        std::sqrt(squares / result.size - result.severity_mean * result.severity_mean);
    return result;
}

// In a stable year: those who are new, and the others after a year with or without the service.
double logit_form::prevalence(std::size_t service, double intercept) const noexcept {
    const auto& world = country_->definition();
    const auto& fact = world_services()[service];
    const double new_share = 1 / stable_.size;
    const double spread = std::sqrt(world.municipal_sd * world.municipal_sd +
                                    world.local_shock_sd * world.local_shock_sd +
                                    world.national_shock_sd * world.national_shock_sd);
    const double bias = need_above_use + need_bias(service);
    double sum = 0;
    for (const auto& severity : normal_points) {
        for (const auto& level : normal_points) {
            for (const bool substance : {false, true}) {
                const double weight = severity.weight * level.weight *
                                      (substance ? substance_share : 1 - substance_share);
                const double person =
                    intercept +
                    fact.severity * (stable_.severity_mean + stable_.severity_sd * severity.at) +
                    (substance ? fact.substance : 0);
                const double base = person + spread * level.at;
                const auto again = [&](double had, double needed) {
                    return needed * share_of(base + had + world.need_effect) +
                           (1 - needed) * share_of(base + had);
                };
                const double after_use =
                    again(fact.goes_on, share_of(person + bias + world.need_follows_use));
                const double after_none = again(0, share_of(person + bias));
                sum += weight * (new_share * share_of(base) + (1 - new_share) * after_none) /
                       (1 - (1 - new_share) * (after_use - after_none));
            }
        }
    }
    return sum;
}

double logit_form::calibrate(std::size_t service) const noexcept {
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
    return low;
}

double logit_form::need_bias(std::size_t service) const noexcept {
    auto random =
        world_draws(country_->seed(), static_cast<std::uint32_t>(service), 0, what::need_bias);
    return country_->definition().need_bias_sd * normal_of(random.next());
}

logit_form::municipal_level logit_form::level_of(std::uint32_t municipality) const noexcept {
    auto random = world_draws(country_->seed(), municipality, 0, what::municipal_level);
    municipal_level result{municipality, {}};
    for (auto& receipt : result.receipt) {
        receipt = country_->definition().municipal_sd * normal_of(random.next());
    }
    return result;
}

logit_form::year_effects logit_form::effects(const municipal_level& level,
                                             int year) const noexcept {
    const auto& world = country_->definition();
    const auto seed = country_->seed();
    const auto municipality = level.municipality;
    auto local = world_draws(seed, municipality, year, what::local_shock);
    auto national = world_draws(seed, 0, year, what::national_shock);
    auto optimism = world_draws(seed, municipality, 0, what::need_optimism);
    const double optimist = world.need_optimism_sd * normal_of(optimism.next());
    year_effects result;
    for (std::size_t s = 0; s < world_service_count; ++s) {
        const double receipt = intercept_[s] + level.receipt[s] +
                               world.local_shock_sd * normal_of(local.next()) +
                               world.national_shock_sd * normal_of(national.next());
        const double need = intercept_[s] + need_above_use + need_bias(s) + optimist;
        const bool there = is_offered(world, s, year) && is_given_by(*country_, s, municipality);
        for (const std::size_t substance : {0U, 1U}) {
            const double problem = substance == 1 ? world_services()[s].substance : 0;
            // Twice the end of the scale cannot be made up for.
            result.receipt[substance][s] = there ? as_logit(receipt + problem) : -2 * logit_end;
            result.need[substance][s] = as_logit(need + problem);
        }
    }
    return result;
}

void logit_form::live(world_person& person, const year_effects& effects, philox_key key,
                      int year) const noexcept {
    const auto& chance = chances();
    const auto severity = static_cast<logit>(std::lround(person.severity * 1024));
    const auto received = service_draws(key, person.index, year, what::receipt);
    const auto needed = service_draws(key, person.index, year, what::need);
    const auto& receipt_base = effects.receipt[person.substance_problem ? 1 : 0];
    const auto& need_base = effects.need[person.substance_problem ? 1 : 0];
    world_service_set receives = 0;
    world_service_set needs = 0;
    for (std::size_t s = 0; s < world_service_count; ++s) {
        const logit own = severity_[s] * severity / 1024;
        const logit had = -static_cast<logit>(person.received >> s & 1U); // all ones or none
        const logit said = -static_cast<logit>(person.needed >> s & 1U);
        const auto receives_it = static_cast<world_service_set>(
            received[s] <
            chance(receipt_base[s] + own + (had & goes_on_[s]) + (said & need_effect_)));
        const auto needs_it = static_cast<world_service_set>(
            needed[s] <
            chance(need_base[s] + own + (-static_cast<logit>(receives_it) & need_follows_use_)));
        receives |= receives_it << s;
        needs |= needs_it << s;
    }
    person.received = receives;
    person.needed = needs;
}

} // namespace brukerplan::detail::synthetic
