#include <brukerplan/statistics/tabulation.hpp>

#include <algorithm>
#include <cassert>
#include <string>

namespace brukerplan {

namespace {

/// Counts per token of one question that every person has one answer to.
template <class Tokens, class Counts>
count_table single_answer(std::string id, const Tokens& tokens, const Counts& counts,
                          std::uint64_t persons) {
    count_table table;
    table.id = std::move(id);
    table.columns = {{"count", {counted_unit::persons, persons}}};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        table.rows.push_back({std::string{tokens[i]}, {counts[i]}});
    }
    return table;
}

template <class Counts>
void add_to(Counts& counts, const Counts& more) {
    assert(counts.size() == more.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] += more[i];
    }
}

template <class Counts>
void count_members(Counts& counts, service_set held) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] += held.contains(static_cast<unsigned>(i)) ? 1 : 0;
    }
}

/// Group of an age: index of its lower bound, then "younger", then "unknown".
std::size_t age_group(const std::vector<int>& bounds, std::optional<int> age) {
    if (!age) {
        return bounds.size() + 1;
    }
    const auto above = std::upper_bound(bounds.begin(), bounds.end(), *age);
    return above == bounds.begin() ? bounds.size()
                                   : static_cast<std::size_t>(above - bounds.begin()) - 1;
}

} // namespace

std::string age_group_token(const std::vector<int>& lower_bounds, std::size_t group) {
    if (group + 1 == lower_bounds.size()) {
        return std::to_string(lower_bounds[group]) + "+";
    }
    return std::to_string(lower_bounds[group]) + "-" + std::to_string(lower_bounds[group + 1] - 1);
}

tabulation::tabulation(const pack& instrument)
    : age_bounds_(instrument.age_groups.lower_bounds), ages_(age_bounds_.size() + 2),
      assessments_(assessment::space) {}

void tabulation::add(const recipient& person) {
    ++persons_;
    ++categories_[static_cast<std::size_t>(person.category)];
    ++sexes_[static_cast<std::size_t>(person.sex)];
    ++ages_[age_group(age_bounds_, person.age)];
    ++assessments_[person.assessment.code()];
    if (person.services_received) {
        ++answered_received_;
        count_members(received_, *person.services_received);
    }
    if (person.services_needed) {
        ++answered_needed_;
        count_members(needed_, *person.services_needed);
    }
}

tabulation& tabulation::operator+=(const tabulation& other) {
    persons_ += other.persons_;
    add_to(categories_, other.categories_);
    add_to(sexes_, other.sexes_);
    add_to(ages_, other.ages_);
    add_to(assessments_, other.assessments_);
    answered_received_ += other.answered_received_;
    answered_needed_ += other.answered_needed_;
    add_to(received_, other.received_);
    add_to(needed_, other.needed_);
    return *this;
}

count_table tabulation::domains_table() const {
    count_table table;
    table.id = "domains";
    constexpr std::array<rating, rating_count> shown{rating::green, rating::yellow, rating::red,
                                                     rating::not_assessed};
    for (const rating r : shown) {
        table.columns.push_back({std::string{token_of(r)}, {counted_unit::persons, persons_}});
    }
    for (const domain d : all_domains) {
        std::array<std::uint64_t, rating_count> by_rating{};
        for (const assessment a : all_assessments) {
            by_rating[static_cast<std::size_t>(a[d])] += assessments_[a.code()];
        }
        count_table::row row{std::string{token_of(d)}, {}};
        for (const rating r : shown) {
            row.counts.push_back(by_rating[static_cast<std::size_t>(r)]);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

count_table tabulation::index_table(const scheme& by) const {
    std::array<std::uint64_t, index_class_tokens.size()> by_class{};
    for (const assessment a : all_assessments) {
        by_class[static_cast<std::size_t>(by(a).result)] += assessments_[a.code()];
    }
    // Best first, those without a class last.
    std::array<std::string_view, index_class_tokens.size()> tokens = index_class_tokens;
    std::rotate(tokens.begin(), tokens.begin() + 1, tokens.end());
    std::rotate(by_class.begin(), by_class.begin() + 1, by_class.end());
    return single_answer("index", tokens, by_class, persons_);
}

count_table tabulation::services_table(const pack& instrument) const {
    count_table table;
    table.id = "services";
    table.multi_response = true;
    table.columns = {{"received", {counted_unit::persons, answered_received_}},
                     {"needed", {counted_unit::persons, answered_needed_}}};
    const auto* field = instrument.field_of(role::services_received);
    const auto* list = field == nullptr ? nullptr : instrument.list_of(*field);
    for (std::size_t i = 0; list != nullptr && i < list->codes.size(); ++i) {
        table.rows.push_back({list->codes[i].token, {received_[i], needed_[i]}});
    }
    return table;
}

std::vector<count_table> tabulation::tables(const pack& instrument, const scheme& by) const {
    std::vector<std::string> ages;
    for (std::size_t i = 0; i < age_bounds_.size(); ++i) {
        ages.push_back(age_group_token(age_bounds_, i));
    }
    ages.emplace_back("younger");
    ages.emplace_back("unknown");
    return {single_answer("category", category_tokens, categories_, persons_),
            single_answer("sex", sex_tokens, sexes_, persons_),
            single_answer("age_group", ages, ages_, persons_),
            domains_table(),
            index_table(by),
            services_table(instrument)};
}

} // namespace brukerplan
