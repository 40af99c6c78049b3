// Rules about single rows and cells: readable, in their list, within their range, not left empty.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/validation/atoms.hpp>
#include <brukerplan/validation/nearest_codes.hpp>
#include <brukerplan/validation/record_under_test.hpp>

namespace brukerplan::detail {

inline void check_row(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto& origin = it.table.origins[it.row];
    if (origin.fault == r.fault) {
        hits.add(r, {{"line", static_cast<std::int64_t>(origin.line)},
                     {"cells", std::int64_t{origin.cells}},
                     {"columns", static_cast<std::int64_t>(it.table.header_columns)}});
    }
}

inline void check_readable(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (it.unreadable(f)) {
            hits.add(f, r.severity);
        }
    }
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

/// Whether an answer that stands alone stands beside others.
[[nodiscard]] constexpr bool contradictory(code_set held) noexcept {
    const bool several_alone = (held.alone & (held.alone - 1)) != 0;
    return held.alone != 0 && (several_alone || !held.empty());
}

inline void check_alone(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (contradictory(it.cells(f).codes(it.row))) { // a cell without a value has an empty set
            hits.add(f, r.severity);
        }
    }
}

inline void check_range(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        const bool outside = it.has(f) && (it.number(f) < r.minimum || it.number(f) > r.maximum);
        if (outside || (r.unreadable && it.unreadable(f))) {
            hits.add(f, r.severity,
                     {{"minimum", std::int64_t{r.minimum / r.unit}},
                      {"maximum", std::int64_t{r.maximum / r.unit}}});
        }
    }
}

inline void check_required(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (it.missing(f)) {
            hits.add(f, r.severity);
        }
    }
}

/// The fields are those that the pack's year does not ask.
inline void check_not_asked(const rule& r, const record_under_test& it, rule_hits& hits) {
    for (const auto f : r.fields) {
        if (!it.missing(f)) {
            hits.add(f, r.severity, {{"year", std::int64_t{it.instrument.year}}});
        }
    }
}

inline void check_required_any(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (std::all_of(r.fields.begin(), r.fields.end(),
                    [&](std::size_t f) { return it.missing(f); })) {
        hits.add(r);
    }
}

inline void check_required_when(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (it.left_empty(r.fields.front()) &&
        all_of(r.cases.front(), it.table, it.row, it.facts) == truth::yes) {
        hits.add(r);
    }
}

} // namespace brukerplan::detail
