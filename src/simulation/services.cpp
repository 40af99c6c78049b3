#include "simulation/services.hpp"

#include "simulation/draw.hpp"

namespace brukerplan::detail::synthetic {

namespace {

// Shares in this file: ours.
constexpr std::uint32_t goes_on_permille = 780;   ///< a service received that is needed still
constexpr std::uint32_t no_more_permille = 25;    ///< nothing needed any more
constexpr std::uint32_t not_known_permille = 15;  ///< needs: unknown
constexpr std::uint32_t left_empty_permille = 10; ///< needs: not filled in

std::uint32_t added_by_colour(const service_fact& fact, const assessment& a) noexcept {
    switch (a[fact.domain]) {
    case rating::red:
        return fact.when_red;
    case rating::yellow:
        return fact.when_red / 2U;
    default:
        return 0;
    }
}

/// Services that follow from a fact rather than from a share.
service_bits services_by_fact(random_stream& random, const synthetic_person& person,
                              const synthetic_situation& life) {
    service_bits bits = 0;
    if (life.housing_kind == "staffed_housing" && random.chance(930)) {
        bits |= bit(service::staffed_housing);
    }
    if (life.opioid_agonist_treatment && random.chance(940)) {
        bits |= bit(service::oat_clinic);
    }
    if (life.injects && random.chance(400)) {
        bits |= bit(service::harm_reduction);
    }
    if (life.income_source == "social_assistance" && random.chance(940)) {
        bits |= bit(service::social_assistance);
    }
    if ((life.managed_economy == "compulsory" || life.managed_economy == "voluntary") &&
        random.chance(700)) {
        bits |= bit(service::money_management);
    }
    const bool young = person.age <= 23;
    if (random.chance(life.children.with_child_welfare > 0 ? 850U
                      : life.children.own() > 0            ? 60U
                      : young                              ? 70U
                                                           : 0U)) {
        bits |= bit(service::child_welfare_measure);
    }
    if (life.individual_plan && random.chance(600)) {
        bits |= bit(service::responsibility_group);
    }
    return bits;
}

} // namespace

synthetic_services make_services(const simulation_options& options, const synthetic_person& person,
                                 const synthetic_situation& life) {
    auto random = draws(options.seed, person.index, purpose::services);
    synthetic_services result;
    result.received = services_by_fact(random, person, life);
    for (std::size_t i = 0; i < service_facts.size(); ++i) {
        const auto& fact = service_facts[i];
        const auto base = person.substance_problem ? fact.substance : fact.mental;
        const auto added = added_by_colour(fact, life.assessment);
        const auto one = service_bits{1} << i;
        if (random.chance(base + added)) {
            result.received |= one;
        }
        const bool has = (result.received & one) != 0;
        if (random.chance(has ? goes_on_permille : added / 2U + base / 20U)) {
            result.needed |= one;
        }
    }
    if ((result.received & municipal_services) == 0) {
        result.received |= bit(service::follow_up_team);
    }
    const auto answer = random.below(1000);
    if (answer < left_empty_permille) {
        result.answer = needs_answer::empty;
    } else if (answer < left_empty_permille + not_known_permille) {
        result.answer = needs_answer::unknown;
    } else if (result.needed == 0 ||
               answer < left_empty_permille + not_known_permille + no_more_permille) {
        result.answer = needs_answer::none;
    }
    if (result.answer != needs_answer::services) {
        result.needed = 0;
    }
    return result;
}

} // namespace brukerplan::detail::synthetic
