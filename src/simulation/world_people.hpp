// The recipients of one municipality's territory through the years: they come, live, and leave.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <brukerplan/model/assessment.hpp>

#include "simulation/person.hpp"
#include "simulation/world_person.hpp"

namespace brukerplan::detail::synthetic {

/// What does not depend on the form of the world.
class world_population {
public:
    world_population(const world_country& country, std::uint32_t municipality, double stable_size);

    [[nodiscard]] int year() const noexcept { return year_; }
    [[nodiscard]] std::uint32_t municipality() const noexcept { return municipality_; }
    /// By when they came.
    [[nodiscard]] std::span<const world_person> people() const noexcept { return people_; }
    /// Everyone who ever came, by index; as they were when they came.
    [[nodiscard]] std::span<const synthetic_person> arrivals() const noexcept { return arrivals_; }
    /// The colours of one of the people this year.
    [[nodiscard]] assessment colours(const world_person& person) const;
    /// The mean chance of being mapped this year.
    [[nodiscard]] double mean_chance_of_being_mapped() const noexcept;
    /// What the persons' facts are drawn with.
    [[nodiscard]] const simulation_options& options() const noexcept { return options_; }

protected:
    /// Random numbers about a person in a year.
    struct fate {
        std::uint32_t severity;
        std::uint32_t leaving;
        std::uint32_t mapped;
    };

    [[nodiscard]] bool is_first_year() const noexcept;
    [[nodiscard]] fate fate_of(const world_person& person) const noexcept;
    [[nodiscard]] bool leaves(const world_person& person, const fate& lot) const noexcept;
    [[nodiscard]] std::uint32_t draw_arrivals() const noexcept;
    [[nodiscard]] world_person arrive();
    void map(world_person& person, const fate& lot, const coverage_year& coverage) noexcept;

    const world_country* country_;
    std::uint32_t municipality_;
    double arriving_; ///< persons a year
    double settled_;  ///< persons in the first year
    simulation_options options_;
    philox_key key_;
    int year_;
    std::vector<world_person> people_;
    std::vector<synthetic_person> arrivals_;
    std::uint64_t mapping_chances_ = 0; ///< sum of the people's, of 2^32
};

/// With the year before the world's first; borrows country and form.
template <class Form>
class world_people : public world_population {
public:
    world_people(const world_country& country, const Form& form, std::uint32_t municipality)
        : world_population(country, municipality, form.stable_size()), form_(&form),
          level_(form.level_of(municipality)) {}

    void next_year() {
        ++year_;
        const auto reports_as = country_->reports_as(municipality_, year_);
        if (reports_as != level_.municipality) {
            level_ = form_->level_of(reports_as);
        }
        const auto effects = form_->effects(level_, year_);
        const auto coverage = country_->coverage(reports_as, year_);
        mapping_chances_ = 0;
        std::size_t kept = 0;
        for (auto& person : people_) {
            const auto lot = fate_of(person);
            if (!leaves(person, lot)) {
                person.severity = form_->next_severity(person.severity, lot.severity);
                live(person, effects);
                map(person, lot, coverage);
                people_[kept++] = person;
            }
        }
        people_.resize(kept);
        const bool settling = is_first_year();
        const auto arriving = draw_arrivals();
        for (std::uint32_t i = 0; i < arriving; ++i) {
            auto person = arrive();
            const auto lot = fate_of(person);
            person.severity = settling ? form_->settled_severity(lot.severity)
                                       : form_->entering_severity(lot.severity);
            live(person, effects);
            map(person, lot, coverage);
            people_.push_back(person);
        }
    }

private:
    void live(world_person& person, const typename Form::year_effects& effects) {
        form_->live(person, effects, key_, year_);
        // Whoever is a recipient receives something of the municipality.
        if ((person.received & world_municipal_services) == 0) {
            person.received |= world_follow_up;
        }
    }

    const Form* form_;
    typename Form::municipal_level level_;
};

} // namespace brukerplan::detail::synthetic
