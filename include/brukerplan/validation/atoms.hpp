// Tests of single values in three-valued logic: what is missing, unknown or unreadable decides
// nothing unless the rule names it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <brukerplan/instrument/rule.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan {

enum class truth : std::uint8_t { no, undecided, yes };

[[nodiscard]] constexpr truth negation(truth t) noexcept {
    return static_cast<truth>(2 - static_cast<int>(t));
}

namespace detail {

[[nodiscard]] constexpr truth decide(bool holds) noexcept {
    return holds ? truth::yes : truth::no;
}

[[nodiscard]] constexpr bool negative(atom_test test) noexcept {
    return test == atom_test::is_not || test == atom_test::has_none;
}

/// Whether what the atom names is there; the caller turns it round for the negative tests.
[[nodiscard]] inline truth named_value(const atom& a, const column& cells,
                                       std::size_t row) noexcept {
    if (!cells.present() || !a.asked) {
        return a.absent ? truth::yes : truth::undecided;
    }
    switch (cells.state(row)) {
    case cell_state::unreadable:
        return truth::undecided;
    case cell_state::missing:
        return a.missing ? truth::yes : truth::undecided;
    case cell_state::value:
        break;
    }
    if (a.members == 0 && a.alone == 0) {
        return truth::no; // only what is not there is named, and the cell is not empty
    }
    if (cells.kind() == storage::code) {
        const auto bit = std::uint64_t{1} << static_cast<unsigned>(cells.number(row));
        if ((bit & a.members) != 0) {
            return truth::yes;
        }
        return (bit & a.unknown_members) != 0 ? truth::undecided : truth::no;
    }
    const auto held = cells.codes(row);
    // "None" beside other answers is a contradiction, and another rule tells of it.
    const bool one_alone = (held.alone & (held.alone - 1)) == 0;
    const bool stands_alone = held.members == 0 && one_alone && (held.alone & a.alone) != 0;
    if ((held.members & a.members) != 0 || stands_alone) {
        return truth::yes;
    }
    return (held.alone & a.unknown_alone) != 0 ? truth::undecided : truth::no;
}

[[nodiscard]] inline truth between(const atom& a, std::int64_t value) noexcept {
    return decide(value >= a.low && value <= a.high);
}

} // namespace detail

/// Decides one atom about one row. The row must have no fault.
[[nodiscard]] inline truth evaluate(const atom& a, const column_table& table, std::size_t row,
                                    const record_facts& facts) noexcept {
    switch (a.source) {
    case atom_source::age:
        return facts.basis == age_basis::unknown ? truth::undecided : detail::between(a, facts.age);
    case atom_source::age_basis:
        return facts.basis == age_basis::unknown
                   ? truth::undecided
                   : detail::decide(((a.members >> static_cast<unsigned>(facts.basis)) & 1U) != 0);
    case atom_source::children:
        return facts.children ? detail::between(a, *facts.children) : truth::undecided;
    case atom_source::field:
        break;
    }
    const auto& cells = table.columns[a.field];
    if (a.test == atom_test::between) {
        return a.asked && cells.has_value(row) ? detail::between(a, cells.number(row))
                                               : truth::undecided;
    }
    const truth named = detail::named_value(a, cells, row);
    // A cell that is empty is named by "missing" alone; a negative test then fails.
    return detail::negative(a.test) ? negation(named) : named;
}

/// yes when all hold, no as soon as one fails.
[[nodiscard]] inline truth all_of(std::span<const atom> atoms, const column_table& table,
                                  std::size_t row, const record_facts& facts) noexcept {
    truth result = truth::yes;
    for (const auto& a : atoms) {
        const truth t = evaluate(a, table, row, facts);
        if (t == truth::no) {
            return truth::no;
        }
        result = t < result ? t : result;
    }
    return result;
}

/// yes as soon as one holds, no when all fail.
[[nodiscard]] inline truth any_of(std::span<const atom> atoms, const column_table& table,
                                  std::size_t row, const record_facts& facts) noexcept {
    truth result = truth::no;
    for (const auto& a : atoms) {
        const truth t = evaluate(a, table, row, facts);
        if (t == truth::yes) {
            return truth::yes;
        }
        result = t > result ? t : result;
    }
    return result;
}

} // namespace brukerplan
