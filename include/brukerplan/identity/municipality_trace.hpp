// What became of a municipality, and where it came from.
//
// Changes form a graph from older to newer codes. Following it answers a question of two dates with
// a set of codes and the basis of each. A split is never resolved: 1507 Aalesund became 1508 and
// 1580 in 2024, and which part of its inhabitants lives where is not in a code. A caller who knows
// may give weights; the shares that follow are then the caller's, and the result says so.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <brukerplan/identity/municipality_code.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

/// How the territory of a code on one date relates to that of a code on another. The names are
/// frozen (see `territory_relation_name`). Ordered from what changes least to what changes most.
enum class territory_relation {
    unchanged = 0, // same code, same territory, same name
    renamed = 1,   // same code, same territory, another name
    recoded = 2,   // another code, same territory: one to one
    merged = 3,    // the earlier territory is a part of the later one
    split = 4, // only a part of the earlier territory lies in the later one: not determined which
};

/// "unchanged", "renamed", "recoded", "merged", "split".
[[nodiscard]] constexpr std::string_view
territory_relation_name(territory_relation relation) noexcept;

/// One code on the date traced to, and how it relates to the code traced from.
struct traced_municipality {
    std::string_view code; // lives as long as the program
    territory_relation relation = territory_relation::unchanged;
    /// Whether the later territory has other sources too. True for `merged`, possible for `split`.
    bool merged_with_others = false;
    /// The part of the earlier municipality that lies in the later one, 0 to 1: 1 unless the
    /// relation is `split`; for a split nothing, or what follows from the caller's weights.
    /// A split behind a merger is taken to be even over the parts that merged: an assumption.
    std::optional<double> share;
};

/// The codes a code became, or came from. Capacity: more than any trace in the facts needs.
using traced_municipalities = detail::places::short_list<traced_municipality, 16>;

struct municipality_trace {
    traced_municipalities municipalities; // in order of code, at least one
    /// The relation that changes most. When it is `split`, the set is all that is known: which
    /// part went where is not determined.
    territory_relation basis = territory_relation::unchanged;
    /// Whether any share was worked out from the caller's weights.
    bool shares_are_the_callers = false;

    [[nodiscard]] constexpr bool determined() const noexcept {
        return basis != territory_relation::split;
    }
};

/// How much of a municipality that was split went to one of its successors: any unit (persons,
/// households), 0 or more. The weights of one split are brought to the sum 1; of two for the same
/// pair the first counts.
struct split_weight {
    std::string_view before;
    std::string_view after;
    double weight = 0;
};

enum class municipality_error {
    not_valid_on_date = 0, // the code is not valid on the date traced from
    before_facts = 1,      // a date lies before `municipality_facts_from`
    missing_weight = 2,    // weights are given, but not for every branch of a split on the way
    invalid_weight = 3,    // negative, not finite, or with a sum that is zero or not finite
};

/// "not_valid_on_date", ...: the enumerator's own name.
[[nodiscard]] constexpr std::string_view municipality_error_name(municipality_error error) noexcept;

/// What the municipality with `code` on `from` is on `to`. With `to` after `from` these are its
/// successors, with `to` before `from` its predecessors; the two are each other's inverse. Every
/// code of the result is valid on `to`. Follows what Statistics Norway records as changes of codes
/// and of territory; adjusted borders that moved no whole municipality are mostly not among them.
///
/// `weights` may be empty (splits then have no shares) and may hold more than is needed. Keep the
/// result in a variable while going through its municipalities: they are inside it.
[[nodiscard]] constexpr expected<municipality_trace, municipality_error>
trace_municipality(std::string_view code, date from, date to,
                   std::span<const split_weight> weights = {}) noexcept;

/// Whether `first_code` on `first_day` and `second_code` on `second_day` are the same territory.
/// Same code is not enough: 1103 Stavanger took in two others in 2020.
[[nodiscard]] constexpr expected<bool, municipality_error>
same_territory(std::string_view first_code, date first_day, std::string_view second_code,
               date second_day) noexcept;

/// For a finding about a code that is not valid on a date: why, since or until when, and what was
/// in its place, e.g. "0101 was valid until 2020-01-01; it became 3001".
struct municipality_suggestion {
    municipality_validity validity = municipality_validity::valid; // of the code as given
    /// The known code meant when a leading zero was lost ("301" is read as "0301"); else empty.
    std::string_view with_leading_zero;
    /// The first day on which the code was no longer valid, or the first on which it will be.
    std::optional<date> boundary;
    /// What to use on the day; empty when nothing is known. More than one: do not guess.
    traced_municipalities municipalities;
};

/// Any text and any date give an answer; for a valid code it is the code itself.
[[nodiscard]] constexpr municipality_suggestion suggest_municipality(std::string_view code,
                                                                     date day) noexcept;

} // namespace brukerplan

#include <brukerplan/identity/detail/municipality_tracing.hpp>
