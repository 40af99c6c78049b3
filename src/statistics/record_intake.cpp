#include <brukerplan/statistics/record_intake.hpp>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/record_facts.hpp>

#include "identity/code_shape.hpp"

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

void record_intake::add(const column_table& batch,
                        const std::function<void(const usable_record&)>& use) {
    const auto worst = rules_->validate(batch, *findings_);
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        const auto sequence = counts_.rows++;
        if (batch.origins[row].fault != row_fault::none) {
            ++counts_.unreadable;
            continue;
        }
        if (is_error(worst[row])) {
            ++counts_.with_errors;
            continue;
        }
        ++counts_.registrations;
        const registration r{batch, instrument().roles, row};
        const auto facts = facts_of(r);
        // Only what can be a code goes on: a pack may have no rule that says so.
        const auto code = r.municipality();
        use({{facts.merge_number, r.mapped_on().value_or(date{}), sequence},
             recipient_of(r, facts, instrument()),
             detail::is_municipality_code(code) ? code : std::string_view{},
             r.mapping_year(),
             r.mapped_on()});
    }
}

} // namespace brukerplan
