#include <brukerplan/register/merged_round.hpp>

#include <algorithm>
#include <numeric>

#include "register/merge_rules.hpp"
#include "register/person_rules.hpp"
#include "register/registration_order.hpp"
#include "register/stages.hpp"
#include "register/transfer_fields.hpp"

namespace brukerplan {

namespace {

using detail::kept_cell;
using detail::kept_registrations;
using detail::registration_indices;

/// Registrations of people who have not objected: those of a person together, the latest first;
/// persons in the order of their pseudonyms.
std::vector<std::uint32_t> ordered_registrations(const kept_registrations& kept) {
    detail::wiped_vector<detail::person_key> objections;
    for (const auto& one : kept.objections) {
        objections.push_back(one.person);
    }
    std::sort(objections.begin(), objections.end());
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < kept.each.size(); ++i) {
        if (!std::binary_search(objections.begin(), objections.end(), kept.each[i].objects_as)) {
            order.push_back(i);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto& x = kept.each[a];
        const auto& y = kept.each[b];
        return x.person != y.person
                   ? x.person < y.person
                   : detail::comes_first(x.mapped_on, x.sequence, y.mapped_on, y.sequence);
    });
    return order;
}

/// The registrations of each person.
std::vector<registration_indices> persons_in(const std::vector<std::uint32_t>& order,
                                             const kept_registrations& kept) {
    std::vector<registration_indices> persons;
    for (std::size_t first = 0; first < order.size();) {
        auto end = first + 1;
        while (end < order.size() &&
               kept.each[order[end]].person == kept.each[order[first]].person) {
            ++end;
        }
        persons.push_back(registration_indices{order}.subspan(first, end - first));
        first = end;
    }
    return persons;
}

/// Makes the cells of persons, field by field.
class cell_merger {
public:
    cell_merger(const pack& instrument, const merge_policy& policy, const kept_registrations& kept)
        : merged_(instrument,
                  detail::fields_transferred_as(instrument, detail::transferred_as::merged)) {
        for (const auto f : merged_.fields()) {
            fields_.push_back({detail::merged_field{instrument, instrument.fields[f]},
                               policy.rules[f], kept.cells.find(f)});
        }
    }

    void merge(std::span<const registration_indices> persons) {
        merged_.make_room(persons.size());
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            for (const auto& person : persons) {
                merged_.columns()[i].append(person.size() == 1 ? (*fields_[i].cells)[person.front()]
                                                               : merged(fields_[i], person));
            }
        }
    }
    [[nodiscard]] detail::kept_table take() { return std::move(merged_); }

private:
    struct source {
        detail::merged_field facts;
        merge_rule rule;
        const detail::kept_column* cells;
    };

    kept_cell merged(const source& from, registration_indices person) {
        const bool from_one_form =
            from.facts.counts_children && from.rule == merge_rule::latest_known;
        answers_.clear();
        for (const auto row : from_one_form ? form_about_children(person) : person) {
            answers_.push_back((*from.cells)[row]);
        }
        return detail::merged_cell(from.rule, from.facts, answers_);
    }

    /// The latest that has any count of children: the counts are one answer.
    [[nodiscard]] registration_indices form_about_children(registration_indices person) const {
        const auto counts_any = [&](std::uint32_t row) {
            return std::any_of(fields_.begin(), fields_.end(), [&](const source& s) {
                return s.facts.counts_children && (*s.cells)[row].answered;
            });
        };
        const auto at = std::find_if(person.begin(), person.end(), counts_any);
        const auto form = at == person.end() ? 0 : at - person.begin();
        return person.subspan(static_cast<std::size_t>(form), 1);
    }

    detail::kept_table merged_;
    std::vector<source> fields_;
    detail::wiped_vector<kept_cell> answers_;
};

/// Counts, days and names of what made the round, of those who have not objected.
detail::round_facts facts_after_merging(const detail::collected_rows& from,
                                        std::span<const registration_indices> persons,
                                        std::size_t registrations) {
    auto about = from.about;
    about.collected.withdrawn = about.collected.registrations - registrations;
    about.collected.registrations = registrations;
    about.collected.objection_unanswered = 0;
    about.scope.first_day.reset();
    about.scope.last_day.reset();
    about.merged.persons = persons.size();
    for (const auto& person : persons) {
        about.merged.unlinked += from.kept.each[person.front()].linked ? 0 : 1;
        about.merged.merged += person.size() > 1 ? 1 : 0;
        for (const auto row : person) {
            const auto day = from.kept.each[row].mapped_on;
            about.collected.objection_unanswered += from.kept.each[row].asked_to_object ? 0 : 1;
            about.scope.first_day = std::min(about.scope.first_day.value_or(day), day);
            about.scope.last_day = std::max(about.scope.last_day.value_or(day), day);
        }
    }
    return about;
}

/// The fields that have another rule than the policy of the same name.
std::vector<std::pair<std::string, merge_rule>> changes_in(const merge_policy& policy,
                                                           const pack& instrument) {
    std::vector<std::pair<std::string, merge_rule>> changes;
    const auto unchanged = make_merge_policy(instrument, policy.id.substr(0, policy.id.find('+')));
    for (std::size_t f = 0; unchanged && f < policy.rules.size(); ++f) {
        if (policy.rules[f] != unchanged->rules[f]) {
            changes.emplace_back(instrument.fields[f].name, policy.rules[f]);
        }
    }
    return changes;
}

void note_steps(detail::round_facts& about, step_stamp stamp) {
    const auto& rows = about.collected;
    about.trail.back().counts = {{"rows", rows.rows},
                                 {"unreadable", rows.unreadable},
                                 {"with_errors", rows.with_errors},
                                 {"objected", rows.objected},
                                 {"objections_without_number", rows.objections_without_number},
                                 {"out_of_age", rows.out_of_age},
                                 {"registrations", rows.registrations + rows.withdrawn}};
    about.trail.push_back({"merged",
                           std::move(stamp),
                           {{"withdrawn", rows.withdrawn},
                            {"registrations", rows.registrations},
                            {"persons", about.merged.persons},
                            {"unlinked", about.merged.unlinked},
                            {"merged", about.merged.merged},
                            {"suspected_pairs", about.merged.suspected_pairs},
                            {"suspected_objections", about.merged.suspected_objections}}});
}

} // namespace

merged_round merge(collected_round&& round, const merge_policy& policy, step_stamp stamp,
                   finding_log& findings) {
    auto& from = detail::stage_access::rows(round);
    const auto& kept = from.kept;
    if (kept.each.empty()) {
        throw std::invalid_argument{"the round has no registration to be merged"};
    }
    if (!detail::is_policy_of(policy, from.about.instrument())) {
        throw std::invalid_argument{"the merge policy is not one for the pack of the round"};
    }
    check(stamp);
    const auto order = ordered_registrations(kept);
    const auto persons = persons_in(order, kept);
    auto about = facts_after_merging(from, persons, order.size());
    about.policy = policy.id;
    about.merge_changes = changes_in(policy, from.about.instrument());

    cell_merger merger{from.about.instrument(), policy, kept};
    merger.merge(persons);

    detail::person_rules rules{from.about, kept};
    std::vector<std::uint32_t> latest;
    for (const auto& person : persons) {
        rules.look_at(person);
        latest.push_back(person.front());
    }
    about.merged.suspected_pairs = rules.look_for_pairs(latest);
    about.merged.suspected_objections = rules.look_for_objections(latest);
    note_steps(about, std::move(stamp));

    detail::wiped_vector<detail::person_key> keys;
    detail::wiped_vector<std::uint8_t> informed;
    for (const auto& person : persons) {
        keys.push_back(kept.each[person.front()].person);
        const bool any = std::any_of(person.begin(), person.end(),
                                     [&](std::uint32_t row) { return kept.each[row].informed; });
        informed.push_back(any ? 1 : 0);
    }
    auto merged = std::make_unique<detail::merged_rows>(detail::merged_rows{
        std::move(about), std::nullopt, std::move(keys), std::move(informed), merger.take()});
    rules.tell(findings);
    merged->names.emplace(std::move(from.names)); // from here on nothing fails
    detail::stage_access::use_up(round);
    return detail::stage_access::make<merged_round>(std::move(merged));
}

merged_round::merged_round(std::unique_ptr<detail::merged_rows> rows) noexcept
    : rows_(std::move(rows)) {}
merged_round::merged_round(merged_round&&) noexcept = default;
merged_round& merged_round::operator=(merged_round&&) noexcept = default;
merged_round::~merged_round() = default;

const collection_counts& merged_round::collected() const noexcept {
    return rows_->about.collected;
}

const merge_counts& merged_round::counts() const noexcept {
    return rows_->about.merged;
}

const mapping_round& merged_round::scope() const noexcept {
    return rows_->about.scope;
}

} // namespace brukerplan
