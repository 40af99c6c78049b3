#include "validation/rule_program.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>

#include <brukerplan/identity/national_id_policy.hpp>

namespace brukerplan::detail {

namespace {

std::vector<storage> storage_of_columns(const pack& instrument) {
    std::vector<storage> columns;
    for (const auto& f : instrument.fields) {
        columns.push_back(storage_of(f.type));
    }
    return columns;
}

/// A cell with a value between the bounds.
atom between_atom(std::size_t field, std::int32_t low, std::int32_t high) {
    atom a;
    a.field = field;
    a.test = atom_test::between;
    a.low = low;
    a.high = high;
    return a;
}

/// An empty cell of a column that the input has.
atom left_empty_atom(std::size_t field) {
    atom a;
    a.field = field;
    a.missing = true;
    return a;
}

std::int32_t day_number(date day) noexcept {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

/// Turns one rule into conditions.
class check_maker {
public:
    check_maker(const rule& r, const pack& instrument, const validation_options& options,
                condition_list& conditions)
        : rule_(r), instrument_(instrument), options_(options), conditions_(conditions) {}

    void make(check& made) {
        switch (rule_.kind) {
        case rule_kind::readable:
        case rule_kind::in_list:
            return each(made, [&](std::size_t f) { return cases{{unreadable(f)}}; });
        case rule_kind::required:
            return each(made, [&](std::size_t f) { return cases{{missing(f)}}; });
        case rule_kind::not_asked:
            return each(made, [&](std::size_t f) { return cases{{answered(f)}, {unreadable(f)}}; });
        case rule_kind::range:
            return each(made, [&](std::size_t f) { return outside_range(f); });
        case rule_kind::required_any:
            return about_first(made, {fields([&](std::size_t f) { return missing(f); })});
        case rule_kind::required_when:
            return about_first(made, {required_when()});
        case rule_kind::date_in_period:
            return about_first(made, outside_period());
        case rule_kind::not_after_reference:
            return about_first(made, after_reference());
        case rule_kind::conflict:
            return about_first(made, conflicts());
        case rule_kind::implies:
            return about_first(made, {implication()});
        case rule_kind::national_number:
            if (rule_.number == number_check::new_rule) {
                before_2032(made);
            }
            return;
        case rule_kind::sum_at_most: // a sum is never below 0
            return about_first(
                made, {{conditions_.add_atom(between_atom(rule_.fields.front(), 1, INT32_MAX),
                                             truth::yes)}});
        default: // the rest looks at cells itself
            made.missing = fields([&](std::size_t f) { return missing(f); });
            made.answered = fields([&](std::size_t f) { return answered(f); });
            return;
        }
    }

private:
    using cases = std::vector<condition_case>;

    std::size_t missing(std::size_t f) { return conditions_.add_state(f, cell_state::missing); }
    std::size_t answered(std::size_t f) { return conditions_.add_state(f, cell_state::value); }
    std::size_t unreadable(std::size_t f) {
        return conditions_.add_state(f, cell_state::unreadable);
    }

    template <class Condition>
    condition_case fields(Condition condition) {
        condition_case all;
        for (const auto f : rule_.fields) {
            all.push_back(condition(f));
        }
        return all;
    }
    template <class CasesOf>
    void each(check& made, CasesOf cases_of) {
        for (const auto f : rule_.fields) {
            made.parts.push_back({f, cases_of(f)});
        }
    }
    void about_first(check& made, cases found) {
        made.parts.push_back(
            {rule_.fields.empty() ? finding::no_field : rule_.fields.front(), std::move(found)});
    }
    void add_all(const std::vector<atom>& atoms, truth wanted, condition_case& to) {
        for (const auto& a : atoms) {
            to.push_back(conditions_.add_atom(a, wanted));
        }
    }

    cases outside_range(std::size_t f) {
        cases found{
            {conditions_.add_atom(between_atom(f, rule_.minimum, rule_.maximum), truth::no)}};
        if (rule_.unreadable) {
            found.push_back({unreadable(f)});
        }
        return found;
    }
    condition_case required_when() {
        condition_case all;
        add_all(rule_.cases.front(), truth::yes, all);
        all.push_back(conditions_.add_atom(left_empty_atom(rule_.fields.front()), truth::yes));
        return all;
    }
    /// No case where nothing is given to compare with.
    cases outside_period() {
        if (!options_.period_first && !options_.period_last) {
            return {};
        }
        const auto low = options_.period_first ? day_number(*options_.period_first) : INT32_MIN;
        const auto high = options_.period_last ? day_number(*options_.period_last) : INT32_MAX;
        return {{conditions_.add_atom(between_atom(rule_.fields.front(), low, high), truth::no)}};
    }
    cases after_reference() {
        if (!options_.reference_date) {
            return {};
        }
        return {{conditions_.add_atom(
            between_atom(rule_.fields.front(), INT32_MIN, day_number(*options_.reference_date)),
            truth::no)}};
    }
    cases conflicts() {
        cases found;
        for (const auto& atoms : rule_.cases) {
            add_all(atoms, truth::yes, found.emplace_back());
        }
        return found;
    }
    condition_case implication() {
        condition_case all;
        add_all(rule_.cases.front(), truth::yes, all);
        add_all(rule_.then, truth::no, all);
        return all;
    }
    void before_2032(check& made) {
        const auto mapped = instrument_.roles.column_of(role::round_mapped_on);
        if (mapped == role_binding::unbound) {
            return;
        }
        const auto last = day_number(neutral_numbers_from - std::chrono::days{1});
        about_first(
            made,
            {{conditions_.add_atom(between_atom(static_cast<std::size_t>(mapped), INT32_MIN, last),
                                   truth::yes)}});
    }

    const rule& rule_;
    const pack& instrument_;
    const validation_options& options_;
    condition_list& conditions_;
};

/// Index of an area, which is added when it is not there.
std::size_t area_index(std::vector<std::string>& areas, const std::string& area) {
    const auto at = std::find(areas.begin(), areas.end(), area);
    const auto index = static_cast<std::size_t>(at - areas.begin());
    if (at == areas.end()) {
        areas.push_back(area);
    }
    return index;
}

rule_tuning tuning_of(std::size_t rule, const tuning& from, std::vector<std::string>& areas) {
    rule_tuning own;
    for (const auto& area : from.areas) {
        for (const auto& change : area.changes) {
            if (change.rule != rule) {
                continue;
            }
            if (area.area.empty()) {
                own.everywhere = true;
                own.severity = change.severity;
            } else {
                own.special.push_back({area_index(areas, area.area), change.severity});
            }
        }
    }
    std::stable_sort(own.special.begin(), own.special.end(),
                     [&](const area_change& a, const area_change& b) {
                         return areas[a.area].size() > areas[b.area].size();
                     });
    return own;
}

} // namespace

rule_program::rule_program(const pack& p, const validation_options& o)
    : instrument(p), options(o), conditions(storage_of_columns(p)) {
    for (std::size_t i = 0; i < p.rules.size(); ++i) {
        check made;
        made.rule = i;
        made.tuning = tuning_of(i, o.tuning, areas);
        if (made.tuning.off() || p.rules[i].kind == rule_kind::person) {
            continue;
        }
        check_maker{p.rules[i], p, o, conditions}.make(made);
        // A field, or one of two severities, each once for every area and once for the rest.
        most_found +=
            std::max<std::size_t>(p.rules[i].fields.size(), 2) * (made.tuning.special.size() + 1);
        checks.push_back(std::move(made));
    }
}

std::optional<severity> rule_program::tuned(const check& c, severity given,
                                            const registration& r) const noexcept {
    for (const auto& change : c.tuning.special) {
        const std::string_view area = areas[change.area];
        if (area == (area.size() == district_code_size ? r.district() : r.municipality())) {
            return change.severity;
        }
    }
    return c.tuning.everywhere ? c.tuning.severity : given;
}

} // namespace brukerplan::detail
