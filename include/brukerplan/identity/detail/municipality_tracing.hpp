// Bodies of municipality_trace.hpp: walks through the graph of changes. Every change takes effect
// on a 1 January, so within the walks a date is its year: a change of year y lies between two dates
// when y is after the first one's year and not after the second one's.
#pragma once

#include <algorithm>
#include <array>
#include <limits>

#include <brukerplan/identity/detail/municipality_changes.hpp>
#include <brukerplan/identity/municipality_name.hpp>
#include <brukerplan/identity/municipality_trace.hpp>

namespace brukerplan {

namespace detail::places {

/// The year of a day, for days so far off that their year has no number too.
constexpr int table_year(date day) noexcept {
    return year_of(std::min(day, first_of_january(9999)));
}

/// A code reached on a walk forward, with the part of the start that went there if it is known.
struct reached_code {
    std::string_view code;
    std::optional<double> share;
};
using reached_codes = short_list<reached_code, 16>;

/// A walk forward from one code; `failure` says why shares could not be worked out.
struct forward_walk {
    std::span<const split_weight> weights;
    reached_codes reached;
    std::optional<municipality_error> failure;

    constexpr void arrive(std::string_view code, std::optional<double> share) noexcept {
        for (reached_code& known : reached) {
            if (known.code == code) {
                known.share = known.share && share ? std::optional<double>{*known.share + *share}
                                                   : std::nullopt;
                return;
            }
        }
        reached.push_back({code, share});
    }
};

/// The municipalities that one municipality became on one day.
using branches = short_list<std::string_view, 16>;

/// What `code` became in its first change after the year `from` and not after the year `to`, and
/// the year of that change; empty when there was none.
constexpr branches next_change(std::string_view code, int from, int to, int& when) noexcept {
    branches found;
    for (const municipality_change& change : municipality_changes) {
        if (change.year <= from || change.year > to || change.before != code) {
            continue;
        }
        if (!found.empty() && change.year != when) {
            break; // the table is in order of year
        }
        when = change.year;
        found.push_back(change.after);
    }
    return found;
}

/// The part of `before` that went to `after`, by the caller's weights.
constexpr std::optional<double> weighted_share(std::string_view before, std::string_view after,
                                               const branches& all, forward_walk& walk) noexcept {
    if (walk.weights.empty()) {
        return std::nullopt;
    }
    double sum = 0;
    double own = 0;
    for (const std::string_view branch : all) {
        const auto given =
            std::find_if(walk.weights.begin(), walk.weights.end(), [&](const split_weight& w) {
                return w.before == before && w.after == branch;
            });
        if (given == walk.weights.end()) {
            walk.failure = municipality_error::missing_weight;
            return std::nullopt;
        }
        if (!(given->weight >= 0 && given->weight <= std::numeric_limits<double>::max())) {
            walk.failure = municipality_error::invalid_weight;
            return std::nullopt;
        }
        sum += given->weight;
        own = branch == after ? given->weight : own;
    }
    if (!(sum > 0 && sum <= std::numeric_limits<double>::max())) {
        walk.failure = municipality_error::invalid_weight;
        return std::nullopt;
    }
    return own / sum;
}

constexpr void walk_forward(std::string_view code, int from, int to, std::optional<double> share,
                            forward_walk& walk) noexcept {
    int when = 0;
    const branches next = next_change(code, from, to, when);
    if (next.empty()) {
        walk.arrive(code, share);
        return;
    }
    for (const std::string_view after : next) {
        std::optional<double> part = share;
        if (next.size() > 1) {
            const auto own = weighted_share(code, after, next, walk);
            part = share && own ? std::optional<double>{*share * *own} : std::nullopt;
        }
        walk_forward(after, when, to, part, walk);
    }
}

constexpr forward_walk successors(std::string_view code, int from, int to,
                                  std::span<const split_weight> weights = {}) noexcept {
    forward_walk walk{weights, {}, {}};
    walk_forward(code, from, to, 1.0, walk);
    if (walk.reached.size() == 1) {
        walk.reached.begin()->share = 1.0; // parts that came together again are the whole
    }
    return walk;
}

constexpr void walk_back(std::string_view code, int later, int earlier,
                         reached_codes& reached) noexcept {
    int latest = 0; // year of the last change on the way
    for (const municipality_change& change : municipality_changes) {
        if (change.year > earlier && change.year <= later && change.after == code) {
            latest = change.year;
        }
    }
    if (latest == 0) {
        const bool known = std::any_of(reached.begin(), reached.end(),
                                       [&](const reached_code& r) { return r.code == code; });
        if (!known) {
            reached.push_back({code, std::nullopt});
        }
        return;
    }
    for (const municipality_change& change : municipality_changes) {
        if (change.year == latest && change.after == code) {
            walk_back(change.before, latest - 1, earlier, reached);
        }
    }
}

constexpr reached_codes predecessors(std::string_view code, int later, int earlier) noexcept {
    reached_codes reached;
    walk_back(code, later, earlier, reached);
    return reached;
}

constexpr std::string_view name_without_qualifier(std::string_view code, int year) noexcept {
    for (const municipality& row : municipality_history(code)) {
        if (year_of(row.valid_from) <= year && (!row.valid_to || year < year_of(*row.valid_to))) {
            return split_municipality_label(row.label).name;
        }
    }
    return {};
}

/// The relation of a code in an earlier year to one of its successors in a later year.
constexpr traced_municipality relate(std::string_view earlier_code, int earlier,
                                     const reached_code& later_code, std::size_t successor_count,
                                     int later) noexcept {
    traced_municipality traced{later_code.code, territory_relation::unchanged, false,
                               later_code.share};
    traced.merged_with_others = predecessors(later_code.code, later, earlier).size() > 1;
    if (successor_count > 1) {
        traced.relation = territory_relation::split;
    } else if (traced.merged_with_others) {
        traced.relation = territory_relation::merged;
    } else if (earlier_code != later_code.code) {
        traced.relation = territory_relation::recoded;
    } else if (name_without_qualifier(earlier_code, earlier) !=
               name_without_qualifier(later_code.code, later)) {
        traced.relation = territory_relation::renamed;
    }
    return traced;
}

/// The trace between two years, without a look at whether they lie within the facts.
constexpr expected<municipality_trace, municipality_error>
trace_years(std::string_view code, int from, int to,
            std::span<const split_weight> weights) noexcept {
    municipality_trace trace;
    if (to >= from) {
        const forward_walk walk = successors(code, from, to, weights);
        if (walk.failure) {
            return unexpected(*walk.failure);
        }
        for (const reached_code& later : walk.reached) {
            trace.municipalities.push_back(relate(code, from, later, walk.reached.size(), to));
        }
    } else {
        for (const reached_code& earlier : predecessors(code, from, to)) {
            const forward_walk walk = successors(earlier.code, to, from, weights);
            if (walk.failure) {
                return unexpected(*walk.failure);
            }
            for (const reached_code& later : walk.reached) {
                if (later.code == code) {
                    auto traced = relate(earlier.code, to, later, walk.reached.size(), from);
                    traced.code = earlier.code;
                    trace.municipalities.push_back(traced);
                }
            }
        }
    }
    std::sort(trace.municipalities.begin(), trace.municipalities.end(),
              [](const auto& a, const auto& b) { return a.code < b.code; });
    for (const traced_municipality& traced : trace.municipalities) {
        trace.basis = std::max(trace.basis, traced.relation);
        trace.shares_are_the_callers |=
            traced.relation == territory_relation::split && traced.share.has_value();
    }
    return trace;
}

} // namespace detail::places

constexpr std::string_view territory_relation_name(territory_relation relation) noexcept {
    constexpr std::string_view names[] = {"unchanged", "renamed", "recoded", "merged", "split"};
    return names[static_cast<std::size_t>(relation)];
}

constexpr std::string_view municipality_error_name(municipality_error error) noexcept {
    constexpr std::string_view names[] = {"not_valid_on_date", "before_facts", "missing_weight",
                                          "invalid_weight"};
    return names[static_cast<std::size_t>(error)];
}

constexpr expected<municipality_trace, municipality_error>
trace_municipality(std::string_view code, date from, date to,
                   std::span<const split_weight> weights) noexcept {
    if (from < municipality_facts_from || to < municipality_facts_from) {
        return unexpected(municipality_error::before_facts);
    }
    if (!municipality_valid_on(code, from)) {
        return unexpected(municipality_error::not_valid_on_date);
    }
    // The table's own text of the code: the result outlives the caller's.
    const std::string_view own = municipality_history(code).front().code;
    return detail::places::trace_years(own, detail::places::table_year(from),
                                       detail::places::table_year(to), weights);
}

constexpr expected<bool, municipality_error> same_territory(std::string_view first_code,
                                                            date first_day,
                                                            std::string_view second_code,
                                                            date second_day) noexcept {
    if (second_day >= municipality_facts_from && !municipality_valid_on(second_code, second_day)) {
        return unexpected(municipality_error::not_valid_on_date);
    }
    const auto trace = trace_municipality(first_code, first_day, second_day);
    if (!trace) {
        return unexpected(trace.error());
    }
    return trace->basis < territory_relation::merged &&
           trace->municipalities.front().code == second_code;
}

constexpr municipality_suggestion suggest_municipality(std::string_view code, date day) noexcept {
    municipality_suggestion suggestion;
    suggestion.validity = municipality_validity_on(code, day);
    auto validity = suggestion.validity;
    auto history = municipality_history(code);
    if (code.size() == 3 && detail::places::all_digits(code)) {
        const std::array<char, 4> padded{'0', code[0], code[1], code[2]};
        history = municipality_history({padded.data(), padded.size()});
        if (!history.empty()) {
            suggestion.with_leading_zero = history.front().code;
            validity = municipality_validity_on(suggestion.with_leading_zero, day);
        }
    }
    if (history.empty()) {
        return suggestion;
    }
    const int year = detail::places::table_year(day);
    int start = year;
    if (validity == municipality_validity::no_longer_valid) {
        suggestion.boundary = history.back().valid_to;
        start = year_of(*suggestion.boundary) - 1;
    } else if (validity == municipality_validity::not_yet_valid) {
        suggestion.boundary = history.front().valid_from;
        start = year_of(*suggestion.boundary);
    } else if (validity != municipality_validity::valid) {
        return suggestion;
    }
    const auto trace = detail::places::trace_years(history.front().code, start, year, {});
    if (trace) {
        suggestion.municipalities = trace->municipalities;
    }
    return suggestion;
}

} // namespace brukerplan
