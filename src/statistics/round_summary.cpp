#include <brukerplan/statistics/round_summary.hpp>

#include <algorithm>
#include <utility>

namespace brukerplan {

round_builder::round_builder(const validator& rules, finding_log& findings)
    : intake_(rules, findings) {}

void round_builder::add(const column_table& batch) {
    intake_.add(batch, [&](const usable_record& record) {
        keys_.push_back(record.key);
        recipients_.push_back(record.person);
        if (!record.municipality.empty()) {
            scope_.municipalities.emplace(record.municipality);
        }
        if (record.mapping_year) {
            scope_.mapping_years.insert(*record.mapping_year);
        }
        if (const auto day = record.mapped_on) {
            scope_.first_mapped_on = std::min(scope_.first_mapped_on.value_or(*day), *day);
            scope_.last_mapped_on = std::max(scope_.last_mapped_on.value_or(*day), *day);
        }
    });
}

round_builder::result round_builder::finish() {
    const auto selection = select_latest(keys_);
    result made{std::move(scope_), {}, tabulation{intake_.instrument()}};
    static_cast<intake_counts&>(made.counts) = intake_.counts();
    made.counts.persons = selection.chosen.size();
    made.counts.unlinked = selection.unlinked;
    for (const auto index : selection.chosen) {
        made.persons.add(recipients_[index]);
    }
    decltype(keys_){}.swap(keys_); // an assigned empty list would keep the memory
    return made;
}

} // namespace brukerplan
