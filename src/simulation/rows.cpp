#include "simulation/rows.hpp"

#include <algorithm>
#include <charconv>

#include <brukerplan/identity/municipality_code.hpp>

#include "simulation/draw.hpp"

namespace brukerplan::detail::synthetic {

namespace {

// Shares in this file: ours.
constexpr std::array<weighted_token, 2> informed_answers{{{"yes", 985}, {"unknown", 15}}};
constexpr std::array<weighted_token, 2> noted_answers{{{"yes", 975}, {"unknown", 25}}};
constexpr std::array<weighted_token, 2> objects_answers{{{"no", 992}, {"unknown", 8}}};

/// A fictional municipality of this size has districts, one for so many recipients.
constexpr std::uint32_t recipients_with_districts = 5'000;
constexpr std::uint32_t recipients_per_district = 2'500;
constexpr std::uint32_t most_districts = 15;

/// Domains in which another unit may see another colour without contradicting the other answers.
constexpr std::array<domain, 4> domains_seen_differently{
    domain::economy, domain::physical_health, domain::social_functioning, domain::network};

/// Digits with leading zeros up to `width`.
void append_padded(std::string& to, std::uint64_t value, std::size_t width) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const auto count = static_cast<std::size_t>(end - digits.data());
    to.append(width > count ? width - count : 0, '0');
    to.append(digits.data(), count);
}

rating another_colour(random_stream& random, rating seen) noexcept {
    if (seen == rating::yellow) {
        return random.chance(500) ? rating::green : rating::red;
    }
    const bool far = random.chance(150);
    return far ? (seen == rating::green ? rating::red : rating::green) : rating::yellow;
}

} // namespace

row_cells::row_cells(const pack& instrument)
    : roles_(&instrument.roles), cells_(instrument.fields.size()), shown_(cells_.size()) {}

void row_cells::clear() {
    for (auto& cell : cells_) {
        cell.clear();
    }
    shown_ = cells_.size();
}

void row_cells::put_number(role r, std::int64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    put(r, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

row_writer::row_writer(const pack& instrument, const simulation_options& options,
                       const unit_register& units)
    : options_(&options), units_(&units), begins_(round_begins(options.mapping_year)) {
    if (const auto* f = instrument.field_of(role::services_received);
        f != nullptr && instrument.list_of(*f) != nullptr) {
        for (std::size_t i = 0; i < service_facts.size(); ++i) {
            const bool known = instrument.list_of(*f)->find(service_facts[i].token).has_value();
            catalogue_ |= known ? service_bits{1} << i : 0;
        }
    }
    if (is_fictional_municipality(options.municipality) &&
        options.recipients >= recipients_with_districts) {
        districts_ = std::min(options.recipients / recipients_per_district, most_districts);
    }
}

void row_writer::write(const registration_source& from, row_cells& row) const {
    row.clear();
    auto random =
        draws(options_->seed, std::uint64_t{from.person.index} << 2U | from.nth, purpose::row);
    put_source(from, random, row);
    put_person(from, random, row);
    put_assessment(from, random, row);
    put_situation(from, row);
    put_children(from, random, row);
    put_all_services(from, random, row);
}

void row_writer::put_source(const registration_source& from, random_stream& random,
                            row_cells& row) const {
    if (auto* cell = row.find(role::source_row_ref)) {
        cell->assign(1, 'R');
        append_padded(*cell, from.record + 1, 6);
    }
    row.put(role::place_municipality, options_->municipality);
    const bool district_empty = random.chance(40);
    if (auto* cell = row.find(role::place_district);
        cell != nullptr && districts_ > 0 && !district_empty) {
        cell->assign(options_->municipality);
        append_padded(*cell, from.person.index % districts_ + 1, 2);
    }
    row.put_number(role::round_mapping_year, options_->mapping_year);
    const auto day = format_date(day_of_round(begins_, from.place.day));
    row.put(role::round_mapped_on, {day.data(), day.size()});
    row.put(role::source_unit, units_->name(from.place.unit));
    row.put(role::source_unit_kind, units_->kind(from.place.unit).kind);
    if (auto* cell = row.find(role::source_mapper)) {
        cell->assign(1, 'K');
        append_padded(*cell,
                      from.place.unit * unit_register::mappers_per_unit +
                          random.below(unit_register::mappers_per_unit) + 1,
                      2);
    }
}

void row_writer::put_person(const registration_source& from, random_stream& random,
                            row_cells& row) const {
    const auto& person = from.person;
    if (from.number) {
        row.put(role::identity_national_number, {from.number->data(), from.number->size()});
    }
    const bool year_empty = random.chance(30);
    if (!from.number || !year_empty) {
        row.put_number(role::person_birth_year, year_of(person.born));
    }
    row.put(role::person_sex, sex_tokens[static_cast<std::size_t>(person.sex)]);
    row.put(role::person_birth_country_group, person.birth_country_group);
    row.put(role::person_work_experience, person.work_experience);
    row.put(role::rights_informed, draw(random, informed_answers));
    row.put(role::rights_objects, draw(random, objects_answers));
    row.put(role::rights_record_noted, draw(random, noted_answers));
    row.put(role::problem_substance, person.substance_problem ? "yes" : "no");
    row.put(role::problem_mental_disorder,
            mental_disorder_tokens[static_cast<std::size_t>(person.disorder)]);
}

void row_writer::put_assessment(const registration_source& from, random_stream& random,
                                row_cells& row) const {
    auto seen = from.life.assessment;
    if (from.nth > 0) {
        for (const domain d : domains_seen_differently) {
            if (random.chance(100)) {
                seen.set(d, another_colour(random, seen[d]));
            }
        }
    }
    for (const domain d : all_domains) {
        row.put(role_of(d), token_of(seen[d]));
    }
}

void row_writer::put_situation(const registration_source& from, row_cells& row) const {
    const auto& life = from.life;
    if (auto* cell = row.find(role::situation_substances)) {
        for (std::size_t i = 0; i < substance_tokens.size(); ++i) {
            if ((life.substances >> i & 1U) != 0) {
                cell->append(cell->empty() ? "" : "|").append(substance_tokens[i]);
            }
        }
        if (cell->empty()) {
            cell->assign("none");
        }
    }
    row.put(role::situation_injects, life.injects ? "yes" : "no");
    row.put(role::situation_opioid_agonist_treatment, life.opioid_agonist_treatment ? "yes" : "no");
    row.put(role::situation_housing_kind, life.housing_kind);
    row.put(role::situation_main_activity, life.main_activity);
    row.put(role::situation_income_source, life.income_source);
    row.put(role::situation_managed_economy, life.managed_economy);
    row.put(role::situation_violence, life.violence);
    row.put(role::situation_suicide_attempt, life.suicide_attempt);
    row.put(role::situation_pregnant, life.pregnant);
    row.put(role::plan_individual_plan, life.individual_plan_answer);
    row.put(role::plan_coordinator, life.coordinator);
}

void row_writer::put_children(const registration_source& from, random_stream& random,
                              row_cells& row) const {
    const auto& children = from.life.children;
    // Many leave the cells empty instead of writing 0, and another unit may not know.
    if (random.chance(from.nth > 0 ? 100 : (children.all() == 0 ? 250 : 0))) {
        return;
    }
    row.put_number(role::children_care, children.care);
    row.put_number(role::children_contact, children.contact);
    row.put_number(role::children_others, children.others);
    row.put_number(role::children_with_child_welfare, children.with_child_welfare);
}

void row_writer::put_services(role r, service_bits services, row_cells& row) const {
    auto* cell = row.find(r);
    if (cell == nullptr) {
        return;
    }
    cell->clear();
    for (std::size_t i = 0; i < service_facts.size(); ++i) {
        if (((services & catalogue_) >> i & 1U) != 0) {
            cell->append(cell->empty() ? "" : "|").append(service_facts[i].token);
        }
    }
}

void row_writer::put_all_services(const registration_source& from, random_stream& random,
                                  row_cells& row) const {
    auto received = from.services.received;
    const auto& unit = units_->kind(from.place.unit);
    const auto own = services_of(unit.sector);
    if (from.nth > 0) {
        // Another unit does not know of all that others give.
        for (std::size_t i = 0; i < service_facts.size(); ++i) {
            const auto one = service_bits{1} << i;
            if ((received & one) != 0 && (own & one) == 0 && random.chance(200)) {
                received &= ~one;
            }
        }
    }
    if ((received & own) == 0) {
        received |= bit(unit.usual);
    }
    put_services(role::services_received, received, row);
    switch (from.services.answer) {
    case needs_answer::services:
        put_services(role::services_needed, from.services.needed, row);
        break;
    case needs_answer::none:
        row.put(role::services_needed, "none");
        break;
    case needs_answer::unknown:
        row.put(role::services_needed, "unknown");
        break;
    case needs_answer::empty:
        break;
    }
}

} // namespace brukerplan::detail::synthetic
