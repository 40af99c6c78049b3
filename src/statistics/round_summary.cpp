#include <brukerplan/statistics/round_summary.hpp>

#include <algorithm>
#include <utility>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan {

namespace {

/// A set that answers the question: the answer "unknown" is none.
std::optional<service_set> answered(const pack& instrument, role r,
                                    std::optional<service_set> held) {
    const auto* list = instrument.list_of(*instrument.field_of(r));
    const auto unknown = list->find_alone("unknown");
    const bool is_unknown = held && unknown && ((held->alone >> *unknown) & 1U) != 0;
    return is_unknown ? std::nullopt : held;
}

bool is_municipality_code(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

recipient recipient_of(const registration& r, const record_facts& facts, const pack& instrument) {
    recipient person;
    person.category = r.category();
    person.sex = r.sex();
    if (facts.basis != age_basis::unknown) {
        person.age = facts.age;
    }
    person.assessment = r.assessment();
    if (const auto held = r.services_received()) {
        person.services_received = answered(instrument, role::services_received, held);
    }
    if (const auto held = r.services_needed()) {
        person.services_needed = answered(instrument, role::services_needed, held);
    }
    return person;
}

} // namespace

round_builder::round_builder(const validator& rules, finding_log& findings)
    : rules_(&rules), findings_(&findings) {}

void round_builder::add(const column_table& batch) {
    const auto worst = rules_->validate(batch, *findings_);
    const auto& instrument = rules_->instrument();
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        ++counts_.rows;
        if (batch.origins[row].fault != row_fault::none) {
            ++counts_.unreadable;
            continue;
        }
        if (is_error(worst[row])) {
            ++counts_.with_errors;
            continue;
        }
        const registration r{batch, instrument.roles, row};
        const auto facts = facts_of(r);
        keys_.push_back({facts.merge_number, r.mapped_on().value_or(date{}), rows_before_ + row});
        recipients_.push_back(recipient_of(r, facts, instrument));
        // Only what can be a code goes on: a pack may have no rule that says so.
        if (const auto code = r.municipality(); is_municipality_code(code)) {
            scope_.municipalities.emplace(code);
        }
        if (const auto year = r.mapping_year()) {
            scope_.mapping_years.insert(*year);
        }
        if (const auto day = r.mapped_on()) {
            scope_.first_mapped_on = std::min(scope_.first_mapped_on.value_or(*day), *day);
            scope_.last_mapped_on = std::max(scope_.last_mapped_on.value_or(*day), *day);
        }
    }
    rows_before_ += batch.rows();
}

round_builder::result round_builder::finish() {
    const auto selection = select_latest(keys_);
    counts_.registrations = keys_.size();
    counts_.persons = selection.chosen.size();
    counts_.unlinked = selection.unlinked;
    result made{std::move(scope_), counts_, tabulation{rules_->instrument()}};
    for (const auto index : selection.chosen) {
        made.persons.add(recipients_[index]);
    }
    keys_ = {};
    return made;
}

} // namespace brukerplan
