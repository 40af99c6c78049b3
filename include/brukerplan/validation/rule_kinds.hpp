// What each kind of rule does with one record. docs/pack-format.md says the same in words.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/identity/district.hpp>
#include <brukerplan/identity/municipality.hpp>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/atoms.hpp>
#include <brukerplan/validation/identity_in_text.hpp>
#include <brukerplan/validation/nearest_codes.hpp>
#include <brukerplan/validation/options.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan {

/// One record as the rules see it. Borrows everything.
struct record_under_test {
    const pack& instrument;
    const column_table& table;
    std::size_t row;
    const record_facts& facts;
    const validation_options& options;

    [[nodiscard]] const column& cells(std::size_t field) const noexcept {
        return table.columns[field];
    }
    [[nodiscard]] cell_state state(std::size_t field) const noexcept {
        return cells(field).state(row);
    }
    [[nodiscard]] bool has(std::size_t field) const noexcept {
        return cells(field).has_value(row);
    }
    [[nodiscard]] bool missing(std::size_t field) const noexcept {
        return state(field) == cell_state::missing;
    }
    /// An empty cell of a column that the input has.
    [[nodiscard]] bool left_empty(std::size_t field) const noexcept {
        return missing(field) && cells(field).present();
    }
    [[nodiscard]] bool unreadable(std::size_t field) const noexcept {
        return state(field) == cell_state::unreadable;
    }
    [[nodiscard]] std::int32_t number(std::size_t field) const noexcept {
        return cells(field).number(row);
    }
    [[nodiscard]] std::string_view text(std::size_t field) const noexcept {
        return cells(field).text(row);
    }
    [[nodiscard]] date day(std::size_t field) const noexcept { return cells(field).day(row); }
};

/// Takes what a rule finds: the field (or `finding::no_field`), the severity, the parameters.
class rule_hits {
public:
    struct hit {
        std::size_t field;
        brukerplan::severity severity;
        std::vector<finding_parameter> parameters;
    };

    void add(std::size_t field, severity s, std::vector<finding_parameter> parameters = {}) {
        hits_.push_back({field, s, std::move(parameters)});
    }
    [[nodiscard]] std::vector<hit>& all() noexcept { return hits_; }
    void clear() noexcept { hits_.clear(); }

private:
    std::vector<hit> hits_;
};

namespace detail {

inline std::size_t subject(const rule& r) noexcept {
    return r.fields.empty() ? finding::no_field : r.fields.front();
}

/// The first part of a cell that is not a token of its list; the whole cell for a single code.
inline std::string_view strange_part(const code_list& list, std::string_view cell) noexcept {
    while (!cell.empty()) {
        const auto end = std::min(cell.find_first_of("|,"), cell.size());
        auto part = cell.substr(0, end);
        while (!part.empty() && part.front() == ' ') {
            part.remove_prefix(1);
        }
        while (!part.empty() && part.back() == ' ') {
            part.remove_suffix(1);
        }
        if (!part.empty() && !list.find(part) && !list.find_alone(part)) {
            return part;
        }
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return cell;
}

inline void check_in_list(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (it.unreadable(f)) {
            const auto& list = *it.instrument.list_of(it.instrument.fields[f]);
            const auto written = strange_part(list, it.cells(f).unreadable_text(it.row));
            hits.add(f, r.severity, {{"nearest", nearest_codes(list, written)}});
        }
    }
}

inline void check_alone(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (!it.has(f)) {
            continue;
        }
        const auto held = it.cells(f).codes(it.row);
        const bool several_alone = (held.alone & (held.alone - 1)) != 0;
        if (held.alone != 0 && (several_alone || !held.empty())) {
            hits.add(f, r.severity);
        }
    }
}

inline void check_range(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        const bool outside =
            it.has(f) && (it.number(f) < r.minimum || it.number(f) > r.maximum);
        if (outside || (r.unreadable && it.unreadable(f))) {
            hits.add(f, r.severity,
                     {{"minimum", std::int64_t{r.minimum}}, {"maximum", std::int64_t{r.maximum}}});
        }
    }
}

inline void check_number(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto& facts = it.facts;
    const auto f = subject(r);
    const bool valid = facts.number == number_status::valid;
    switch (r.number) {
    case number_check::valid:
        if (facts.number == number_status::invalid) {
            hits.add(f, r.severity, {{"cause", std::string{facts.number_cause}}});
        } else if (valid && facts.kinds == number_kinds{number_kind::npid}) {
            hits.add(f, r.severity,
                     {{"cause", std::string{token_of(national_id_reason::kind_not_allowed)}}});
        }
        break;
    case number_check::leading_zero:
        if (facts.number == number_status::lost_leading_zero) {
            hits.add(f, r.severity);
        }
        break;
    case number_check::test_policy:
        if (valid && (it.options.test_numbers ? !facts.may_be_synthetic()
                                              : facts.synthetic())) {
            hits.add(f, r.severity);
        }
        break;
    case number_check::local_kind: {
        const number_kinds local{number_kind::d_number, number_kind::h_number,
                                 number_kind::fh_number, number_kind::duf};
        const bool as_h_number = it.options.test_numbers && facts.may_be_synthetic();
        const auto kinds = as_h_number ? facts.kinds - number_kinds{number_kind::h_number}
                                       : facts.kinds;
        if (valid && !(kinds & local).empty()) {
            hits.add(f, r.severity);
        }
        break;
    }
    case number_check::new_rule: {
        const auto mapped = it.instrument.roles.column_of(role::round_mapped_on);
        const bool before_2032 = mapped != role_binding::unbound &&
                                 it.has(static_cast<std::size_t>(mapped)) &&
                                 it.day(static_cast<std::size_t>(mapped)) < neutral_numbers_from;
        if (valid && facts.only_2032_rule && before_2032) {
            const bool test = it.options.test_numbers && facts.may_be_synthetic();
            hits.add(f, test ? severity::info : r.severity);
        }
        break;
    }
    }
}

inline void check_agrees(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto f = subject(r);
    if (!it.has(f) || it.facts.number != number_status::valid) {
        return;
    }
    if (it.instrument.fields[f].role == role::person_birth_year) {
        const auto& years = it.facts.birth_years;
        if (!years.empty() && std::find(years.begin(), years.end(), it.number(f)) == years.end()) {
            hits.add(f, r.severity);
        }
        return;
    }
    const auto& decode = it.instrument.roles.decode[index_of(role::person_sex)];
    const auto recorded = static_cast<sex>(decode[static_cast<std::size_t>(it.number(f))]);
    if (it.facts.number_sex && recorded != sex::unknown && recorded != *it.facts.number_sex) {
        hits.add(f, r.severity);
    }
}

/// Days from `day` to the nearest day of `year`; 0 inside it.
[[nodiscard]] inline int days_outside_year(date day, int year) noexcept {
    using namespace std::chrono;
    const date first{std::chrono::year{year} / January / 1};
    const date last{std::chrono::year{year} / December / 31};
    return static_cast<int>(day < first ? (first - day).count()
                                        : (day > last ? (day - last).count() : 0));
}

inline void check_date_in_year(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (!it.has(r.fields[0]) || !it.has(r.fields[1])) {
        return;
    }
    // Years that no calendar holds are the range rule's affair.
    const int year = std::clamp(it.number(r.fields[1]), 1, 9999);
    const int outside = days_outside_year(it.day(r.fields[0]), year);
    if (outside > 0) {
        hits.add(r.fields[0], outside <= r.tolerance_days ? r.severity_within : r.severity,
                 {{"tolerance_days", std::int64_t{r.tolerance_days}}});
    }
}

inline void check_municipality(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto f = r.fields[0];
    if (!it.has(f) || !it.has(r.fields[1])) {
        return;
    }
    const auto code = it.text(f);
    const auto day = it.day(r.fields[1]);
    if (municipality_valid_on(code, day) ||
        (it.options.test_numbers && is_fictional_municipality(code))) {
        return;
    }
    const auto suggestion = suggest_municipality(code, day);
    std::vector<std::string> instead;
    for (const auto& m : suggestion.municipalities) {
        instead.emplace_back(m.code);
    }
    hits.add(f, r.severity,
             {{"status", std::string{municipality_validity_name(suggestion.validity)}},
              {"instead", std::move(instead)}});
}

inline void check_district(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto f = r.fields[0];
    if (!it.has(f) || !it.has(r.fields[1]) || !it.has(r.fields[2])) {
        return;
    }
    const auto municipality = it.text(r.fields[1]);
    const auto code = it.text(f);
    const bool of_fictional = it.options.test_numbers && is_fictional_municipality(municipality) &&
                              code.size() == 6 && code.starts_with(municipality);
    if (!of_fictional && !(code.starts_with(municipality) &&
                           district_valid_on(code, it.day(r.fields[2])))) {
        hits.add(f, r.severity);
    }
}

inline void check_assessed(const rule& r, const record_under_test& it, rule_hits& hits) {
    const registration view{it.table, it.instrument.roles, it.row};
    const auto assessment = view.assessment();
    const auto assessed = assessment.assessed();
    std::vector<std::string> lacking;
    switch (r.assessed) {
    case assessed_check::none:
        if (assessed == 0) {
            hits.add(subject(r), r.severity);
        }
        break;
    case assessed_check::some:
        if (assessed == 0 || assessment.complete()) {
            break;
        }
        for (const domain d : all_domains) {
            if (assessment[d] == rating::not_assessed) {
                lacking.emplace_back(token_of(d));
            }
        }
        hits.add(subject(r), r.severity, {{"domains", std::move(lacking)}});
        break;
    case assessed_check::uniform:
        if (assessment.complete() &&
            assessment.code() == static_cast<unsigned>(assessment[domain::housing]) * 0x5555U) {
            hits.add(subject(r), r.severity);
        }
        break;
    }
}

inline void check_sum(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto f = r.fields[0];
    if (!it.has(f)) {
        return;
    }
    std::int64_t sum = 0;
    bool any_part = false;
    for (std::size_t i = 1; i < r.fields.size(); ++i) {
        if (it.unreadable(r.fields[i])) {
            return;
        }
        any_part = any_part || it.has(r.fields[i]);
        sum += it.number(r.fields[i]);
    }
    if (any_part && it.number(f) > sum) {
        hits.add(f, r.severity);
    }
}

inline bool holds(const std::vector<atom>& atoms, const record_under_test& it) noexcept {
    return all_of(atoms, it.table, it.row, it.facts) == truth::yes;
}

} // namespace detail

/// Applies one rule to one record and adds what it finds. A row with a fault is for rules of kind
/// `row` alone, and they are for no other.
inline void check_rule(const rule& r, const record_under_test& it, rule_hits& hits) {
    using namespace detail;
    const auto f = subject(r);
    switch (r.kind) {
    case rule_kind::row: {
        const auto& origin = it.table.origins[it.row];
        if (origin.fault == r.fault) {
            hits.add(f, r.severity,
                     {{"line", static_cast<std::int64_t>(origin.line)},
                      {"cells", std::int64_t{origin.cells}},
                      {"columns", static_cast<std::int64_t>(it.table.header_columns)}});
        }
        break;
    }
    case rule_kind::readable:
        for (const auto each : r.fields) {
            if (it.unreadable(each)) {
                hits.add(each, r.severity);
            }
        }
        break;
    case rule_kind::in_list:
        check_in_list(r, it, hits);
        break;
    case rule_kind::alone:
        check_alone(r, it, hits);
        break;
    case rule_kind::required:
        for (const auto each : r.fields) {
            if (it.missing(each)) {
                hits.add(each, r.severity);
            }
        }
        break;
    case rule_kind::required_any:
        if (std::all_of(r.fields.begin(), r.fields.end(),
                        [&](std::size_t each) { return it.missing(each); })) {
            hits.add(f, r.severity);
        }
        break;
    case rule_kind::required_when:
        if (it.left_empty(f) && holds(r.cases.front(), it)) {
            hits.add(f, r.severity);
        }
        break;
    case rule_kind::range:
        check_range(r, it, hits);
        break;
    case rule_kind::national_number:
        check_number(r, it, hits);
        break;
    case rule_kind::agrees_with_number:
        check_agrees(r, it, hits);
        break;
    case rule_kind::identity_in_text:
        for (const auto each : r.fields) {
            if (holds_national_number(it.text(each))) {
                hits.add(each, r.severity);
            }
        }
        break;
    case rule_kind::date_in_year:
        check_date_in_year(r, it, hits);
        break;
    case rule_kind::date_in_period:
        if (it.has(f) &&
            ((it.options.period_first && it.day(f) < *it.options.period_first) ||
             (it.options.period_last && it.day(f) > *it.options.period_last))) {
            hits.add(f, r.severity);
        }
        break;
    case rule_kind::not_after_reference:
        if (it.has(f) && it.options.reference_date && it.day(f) > *it.options.reference_date) {
            hits.add(f, r.severity);
        }
        break;
    case rule_kind::municipality_valid:
        check_municipality(r, it, hits);
        break;
    case rule_kind::district_of:
        check_district(r, it, hits);
        break;
    case rule_kind::district_expected:
        if (it.missing(f) && it.has(r.fields[1]) &&
            std::find(r.municipalities.begin(), r.municipalities.end(), it.text(r.fields[1])) !=
                r.municipalities.end()) {
            hits.add(f, r.severity);
        }
        break;
    case rule_kind::assessed:
        check_assessed(r, it, hits);
        break;
    case rule_kind::sum_at_most:
        check_sum(r, it, hits);
        break;
    case rule_kind::conflict:
        if (std::any_of(r.cases.begin(), r.cases.end(),
                        [&](const auto& atoms) { return holds(atoms, it); })) {
            hits.add(f, r.severity);
        }
        break;
    case rule_kind::implies:
        if (holds(r.cases.front(), it) &&
            any_of(r.then, it.table, it.row, it.facts) == truth::no) {
            hits.add(f, r.severity);
        }
        break;
    }
}

} // namespace brukerplan
