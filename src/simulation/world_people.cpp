#include "simulation/world_people.hpp"

#include <algorithm>
#include <chrono>

#include "simulation/assessment.hpp"
#include "simulation/chance.hpp"
#include "simulation/leaving.hpp"

namespace brukerplan::detail::synthetic {

namespace {

constexpr int oldest_recipient = 90;
/// Whoever comes has the age that the marginals give; which year they are of does not matter.
constexpr int year_of_marginals = 2024;

date moved(date day, int years) noexcept {
    const auto there = std::chrono::year_month_day{day} + std::chrono::years{years};
    return there.ok() ? date{there} : date{there.year() / there.month() / std::chrono::last};
}

} // namespace

world_population::world_population(const world_country& country, std::uint32_t municipality,
                                   double stable_size)
    : country_(&country), municipality_(municipality),
      arriving_(country.recipients(municipality) / stable_size),
      settled_(country.recipients(municipality)), key_(key_of(country.seed_of(municipality))),
      year_(country.definition().first_year - country.definition().burn_in - 1) {
    options_.seed = country.seed_of(municipality);
    options_.mapping_year = year_of_marginals;
    options_.dirty_permille = 0;
}

bool world_population::is_first_year() const noexcept {
    return year_ == country_->definition().first_year - country_->definition().burn_in;
}

world_population::fate world_population::fate_of(const world_person& person) const noexcept {
    const auto four = philox4x32_10({0, static_cast<std::uint32_t>(world_purpose::fate),
                                     person.index, static_cast<std::uint32_t>(year_)},
                                    key_);
    return {four[0], four[1], four[2]};
}

bool world_population::leaves(const world_person& person, const fate& lot) const noexcept {
    return lot.leaving < leaving_chance(country_->definition(), person.severity) ||
           year_ - year_of(arrivals_[person.index].born) >= oldest_recipient;
}

std::uint32_t world_population::draw_arrivals() const noexcept {
    auto random = world_draws(options_.seed, 0, year_, world_purpose::entrants);
    return draw_poisson(random, is_first_year() ? settled_ : arriving_);
}

world_person world_population::arrive() {
    const auto index = static_cast<std::uint32_t>(arrivals_.size());
    arrivals_.push_back(make_person(options_, index));
    auto& facts = arrivals_.back();
    facts.born = moved(facts.born, year_ - year_of_marginals);
    world_person person;
    person.index = index;
    person.substance_problem = facts.substance_problem;
    return person;
}

void world_population::map(world_person& person, const fate& lot,
                           const coverage_year& coverage) noexcept {
    const auto severity = static_cast<logit>(coverage.severity * person.severity);
    const bool missed = coverage.unit_missing == person.index % world_units;
    const auto chance = missed ? 0U : chances()(coverage.base + severity);
    mapping_chances_ += chance;
    person.mapped = lot.mapped < chance;
}

double world_population::mean_chance_of_being_mapped() const noexcept {
    const auto people = static_cast<double>(people_.size());
    return people > 0 ? static_cast<double>(mapping_chances_) / people / 4294967296.0
                      : country_->definition().coverage_mean;
}

assessment world_population::colours(const world_person& person) const {
    // Where a person's colours differ from what is common to them, they differ every year.
    auto random = draws(options_.seed, person.index, purpose::assessment);
    const auto position = static_cast<std::uint32_t>(1000 * normal_share_below(-person.severity));
    return draw_assessment(random, arrivals_[person.index], std::min(position, 999U));
}

} // namespace brukerplan::detail::synthetic
