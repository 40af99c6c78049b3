// Rules about the answers of a form: which domains are assessed, and what fits together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/validation/atoms.hpp>
#include <brukerplan/validation/record_under_test.hpp>

namespace brukerplan::detail {

/// The fields are domains. A rating that cannot be read is neither assessed nor left out: another
/// rule tells of it.
inline void check_assessed(const rule& r, const record_under_test& it, rule_hits& hits) {
    std::size_t assessed = 0;
    std::size_t first_missing = finding::no_field;
    std::vector<std::string> missing;
    bool one_colour = true;
    for (const auto f : r.fields) {
        if (it.missing(f)) {
            first_missing = missing.empty() ? f : first_missing;
            missing.emplace_back(domain_tokens[index_of(*it.instrument.fields[f].role)]);
        } else if (it.has(f)) {
            ++assessed;
            one_colour = one_colour && it.number(f) == it.number(r.fields.front());
        }
    }
    switch (r.assessed) {
    case assessed_check::none:
        if (missing.size() == r.fields.size()) {
            hits.add(r);
        }
        return;
    case assessed_check::some:
        if (assessed > 0 && !missing.empty()) {
            hits.add(first_missing, r.severity, {{"domains", std::move(missing)}});
        }
        return;
    case assessed_check::uniform:
        if (assessed == r.fields.size() && one_colour) {
            hits.add(r);
        }
        return;
    }
}

/// Whether the first field, which has a value, exceeds the sum of the others.
[[nodiscard]] inline bool exceeds_sum(const rule& r, const column_table& table,
                                      std::size_t row) noexcept {
    std::int64_t sum = 0;
    bool any_part = false;
    for (std::size_t i = 1; i < r.fields.size(); ++i) {
        const auto& part = table.columns[r.fields[i]];
        if (part.state(row) == cell_state::unreadable) {
            return false;
        }
        any_part = any_part || part.has_value(row);
        sum += std::max(part.number(row), 0); // what is below 0 is the range rule's affair
    }
    return any_part && table.columns[r.fields.front()].number(row) > sum;
}

inline void check_sum_at_most(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (it.has(r.fields.front()) && exceeds_sum(r, it.table, it.row)) {
        hits.add(r);
    }
}

/// What is below 0 is the range rule's affair. Whole numbers of thousandths are compared: exact in
/// a double while their product is below 2^53, which for two decimals is nine thousand million.
[[nodiscard]] inline bool exceeds_product(const rule& r, const pack& instrument,
                                          const column_table& table, std::size_t row) noexcept {
    double first = 1;
    double product = r.times;
    for (std::size_t i = 0; i < r.fields.size(); ++i) {
        const auto f = r.fields[i];
        const auto& cells = table.columns[f];
        if (!cells.has_value(row) || cells.number(row) < 0) {
            return false;
        }
        const bool thousandths = instrument.fields[f].type == field_type::decimal;
        (i == 0 ? first : product) *= cells.number(row);
        (i == 0 ? product : first) *= thousandths ? 1000 : 1;
    }
    return first > product;
}

inline void check_product_at_most(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (exceeds_product(r, it.instrument, it.table, it.row)) {
        hits.add(r, {{"times", std::int64_t{r.times}}});
    }
}

inline bool hold(const std::vector<atom>& atoms, const record_under_test& it) noexcept {
    return all_of(atoms, it.table, it.row, it.facts) == truth::yes;
}

inline void check_conflict(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (std::any_of(r.cases.begin(), r.cases.end(),
                    [&](const auto& atoms) { return hold(atoms, it); })) {
        hits.add(r);
    }
}

inline void check_implies(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (hold(r.cases.front(), it) && any_of(r.then, it.table, it.row, it.facts) == truth::no) {
        hits.add(r);
    }
}

} // namespace brukerplan::detail
