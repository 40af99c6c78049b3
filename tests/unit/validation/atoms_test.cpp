// What is missing, unknown or unreadable decides nothing, unless an atom names it.

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <brukerplan/validation/atoms.hpp>

#include "validation_fixture.hpp"

namespace atoms_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

constexpr std::uint64_t first = 1;
constexpr std::uint64_t second = 2;
constexpr std::uint64_t unknown = 4;
constexpr std::uint8_t none_alone = 1;
constexpr std::uint8_t unknown_alone = 2;

constexpr truth no = truth::no;
constexpr truth undecided = truth::undecided;
constexpr truth yes = truth::yes;

/// A table of one column and an atom about it.
struct question {
    column_table table;
    atom asked;

    question(storage kind, atom a) : asked(a) { table.columns.emplace_back(kind); }

    truth answer(std::size_t row) const { return evaluate(asked, table, row, record_facts{}); }
    column& cells() { return table.columns.front(); }
};

/// Cells: the two codes, the code for unknown, nothing, something that cannot be read.
question about_code(atom a) {
    a.unknown_members = unknown;
    question q{storage::code, a};
    for (std::uint8_t index = 0; index < 3; ++index) {
        q.cells().append_code(index);
    }
    q.cells().append_missing();
    q.cells().append_unreadable("?");
    return q;
}

/// Cells: the first code, both, the second, none, unknown, the second and unknown, the first and
/// none, nothing, something that cannot be read.
question about_codes(atom a) {
    a.unknown_alone = unknown_alone;
    question q{storage::codes, a};
    const auto add = [&](std::uint64_t members, std::uint8_t alone) {
        code_set held;
        held.members = members;
        held.alone = alone;
        q.cells().append_codes(held);
    };
    add(first, 0);
    add(first | second, 0);
    add(second, 0);
    add(0, none_alone);
    add(0, unknown_alone);
    add(second, unknown_alone);
    add(first, none_alone);
    q.cells().append_missing();
    q.cells().append_unreadable("?");
    return q;
}

std::vector<truth> answers(const question& q) {
    std::vector<truth> all;
    for (std::size_t row = 0; row < q.table.columns.front().size(); ++row) {
        all.push_back(q.answer(row));
    }
    return all;
}

using truths = std::vector<truth>;

TEST_SUITE("validation: atoms") {

    TEST_CASE("a code is, or is not, one of those named") {
        atom is{.test = atom_test::is, .members = first};
        CHECK(answers(about_code(is)) == truths{yes, no, undecided, undecided, undecided});
        is.test = atom_test::is_not;
        CHECK(answers(about_code(is)) == truths{no, yes, undecided, undecided, undecided});
    }

    TEST_CASE("unknown and missing decide when they are named") {
        atom is{.test = atom_test::is, .members = first | unknown, .missing = true};
        CHECK(answers(about_code(is)) == truths{yes, no, yes, yes, undecided});
        is.test = atom_test::is_not;
        CHECK(answers(about_code(is)) == truths{no, yes, no, no, undecided});
        const atom missing{.test = atom_test::is, .missing = true};
        CHECK(answers(about_code(missing)) == truths{no, no, no, yes, undecided});
    }

    TEST_CASE("several codes hold any, or none, of those named") {
        atom holds{.test = atom_test::has_any, .members = first};
        CHECK(answers(about_codes(holds)) ==
              truths{yes, yes, no, no, undecided, undecided, yes, undecided, undecided});
        holds.test = atom_test::has_none;
        CHECK(answers(about_codes(holds)) ==
              truths{no, no, yes, yes, undecided, undecided, no, undecided, undecided});
    }

    TEST_CASE("none beside a code is not none") {
        const atom is{.test = atom_test::is, .alone = none_alone, .missing = true};
        CHECK(answers(about_codes(is)) ==
              truths{no, no, no, yes, undecided, undecided, no, yes, undecided});
    }

    TEST_CASE("an absent column decides nothing, even when missing is named") {
        for (const auto test : {atom_test::is, atom_test::is_not}) {
            auto q = about_code({.test = test, .members = first, .missing = true});
            q.cells().set_present(false);
            CHECK(q.answer(3) == undecided);
        }
        auto q = about_code({.test = atom_test::is, .members = first, .absent = true});
        CHECK(q.answer(3) == undecided);
        q.cells().set_present(false);
        CHECK(q.answer(3) == yes);
        q.asked.test = atom_test::is_not;
        CHECK(q.answer(3) == no);
    }

    TEST_CASE("a number lies between bounds, both included") {
        atom between{.test = atom_test::between, .low = 1, .high = 3};
        question q{storage::number, between};
        for (const std::int32_t value : {INT32_MIN, 0, 1, 3, 4, INT32_MAX}) {
            q.cells().append_number(value);
        }
        q.cells().append_missing();
        q.cells().append_unreadable("?");
        CHECK(answers(q) == truths{no, no, yes, yes, no, no, undecided, undecided});
        q.asked.low = INT32_MIN;
        CHECK(q.answer(0) == yes);
    }

    TEST_CASE("age, its basis and the children are undecided when they are not known") {
        const column_table table;
        record_facts facts;
        const atom age{.source = atom_source::age, .test = atom_test::between, .high = 15};
        const atom basis{.source = atom_source::age_basis, .members = 2};
        const atom children{.source = atom_source::children, .test = atom_test::between, .high = 0};
        CHECK(evaluate(age, table, 0, facts) == undecided);
        CHECK(evaluate(basis, table, 0, facts) == undecided);
        CHECK(evaluate(children, table, 0, facts) == undecided);
        facts.basis = age_basis::birth_year;
        facts.age = 15;
        facts.children = 0;
        CHECK(evaluate(age, table, 0, facts) == yes);
        CHECK(evaluate(basis, table, 0, facts) == yes);
        CHECK(evaluate(children, table, 0, facts) == yes);
        facts.basis = age_basis::birth_date;
        facts.age = 16;
        facts.children = 1;
        CHECK(evaluate(age, table, 0, facts) == no);
        CHECK(evaluate(basis, table, 0, facts) == no);
        CHECK(evaluate(children, table, 0, facts) == no);
    }

    TEST_CASE("one that fails settles all of them, one that holds any of them") {
        question q{storage::number, {}};
        q.cells().append_number(5);
        q.table.columns.emplace_back(storage::number).append_missing();
        const atom holds{.test = atom_test::between, .low = 5};
        const atom fails{.test = atom_test::between, .low = 6};
        const atom open{.field = 1, .test = atom_test::between, .low = 0};
        const auto all = [&](std::vector<atom> atoms) { return all_of(atoms, q.table, 0, {}); };
        const auto any = [&](std::vector<atom> atoms) { return any_of(atoms, q.table, 0, {}); };
        CHECK(all({holds, holds}) == yes);
        CHECK(all({holds, open}) == undecided);
        CHECK(all({open, fails}) == no);
        CHECK(any({fails, fails}) == no);
        CHECK(any({fails, open}) == undecided);
        CHECK(any({open, holds}) == yes);
        CHECK(all({}) == yes);
        CHECK(any({}) == no);
    }
}

} // namespace atoms_test
