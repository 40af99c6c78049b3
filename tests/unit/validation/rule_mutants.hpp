// Rules with one thing changed: cases that hold a rule fast notice each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/instrument/rule.hpp>

namespace brukerplan::validation_test {

/// A rule in which one thing is otherwise.
struct mutant {
    std::string what;
    rule changed;
};

inline void mutate_bounds(const rule& r, std::size_t at, std::size_t a,
                          std::vector<mutant>& mutants) {
    const auto& from = r.cases[at][a];
    const auto where = "atom " + std::to_string(at) + "/" + std::to_string(a);
    const auto shifted = [&](std::int32_t atom::*bound, std::int32_t by, const char* what) {
        auto m = r;
        m.cases[at][a].*bound += by;
        mutants.push_back({where + what, std::move(m)});
    };
    if (from.low != INT32_MIN) {
        shifted(&atom::low, 1, ": a higher bound");
        shifted(&atom::low, -1, ": a lower bound");
    }
    if (from.high != INT32_MAX) {
        shifted(&atom::high, 1, ": a higher bound");
        shifted(&atom::high, -1, ": a lower bound");
    }
}

inline void mutate_tokens(const rule& r, std::size_t at, std::size_t a,
                          std::vector<mutant>& mutants) {
    const auto where = "atom " + std::to_string(at) + "/" + std::to_string(a);
    const auto add = [&](const std::string& what, auto change) {
        auto m = r;
        change(m.cases[at][a]);
        mutants.push_back({where + what, std::move(m)});
    };
    const auto& from = r.cases[at][a];
    for (unsigned bit = 0; bit < 64; ++bit) {
        const auto token = std::uint64_t{1} << bit;
        if ((from.members & token) != 0 && std::popcount(from.members) < 7) {
            add(": without token " + std::to_string(bit),
                [&](atom& changed) { changed.members &= ~token; });
        }
    }
    if (from.alone != 0) {
        add(": without none", [](atom& changed) { changed.alone = 0; });
    }
    // What is not missing is there: without the word the atom would say nothing.
    const bool only_missing = from.members == 0 && from.alone == 0 && !from.absent;
    if (from.missing && !(only_missing && from.test == atom_test::is_not)) {
        add(": without missing", [](atom& changed) { changed.missing = false; });
    }
    if (from.absent) {
        add(": without absent", [](atom& changed) { changed.absent = false; });
    }
}

inline std::vector<mutant> mutants_of(const rule& r) {
    std::vector<mutant> mutants;
    const auto add = [&](std::string what, auto change) {
        auto m = r;
        change(m);
        mutants.push_back({std::move(what), std::move(m)});
    };
    add("another severity", [](rule& m) {
        m.severity = m.severity == severity::info ? severity::error : severity::info;
    });
    if (r.kind == rule_kind::conflict && r.cases.size() > 1) {
        for (std::size_t i = 0; i < r.cases.size(); ++i) {
            add("without case " + std::to_string(i),
                [&](rule& m) { m.cases.erase(m.cases.begin() + static_cast<std::ptrdiff_t>(i)); });
        }
    }
    for (std::size_t i = 0; i < r.cases.size(); ++i) {
        for (std::size_t a = 0; a < r.cases[i].size(); ++a) {
            add("without atom " + std::to_string(i) + "/" + std::to_string(a), [&](rule& m) {
                m.cases[i].erase(m.cases[i].begin() + static_cast<std::ptrdiff_t>(a));
            });
            mutate_bounds(r, i, a, mutants);
            mutate_tokens(r, i, a, mutants);
        }
    }
    if (r.kind == rule_kind::range) {
        add("a lower minimum", [](rule& m) { --m.minimum; });
        add("a higher minimum", [](rule& m) { ++m.minimum; });
        add("a lower maximum", [](rule& m) { --m.maximum; });
        add("a higher maximum", [](rule& m) { ++m.maximum; });
    }
    if (r.kind == rule_kind::product_at_most) {
        add("once less", [](rule& m) { --m.times; });
        add("once more", [](rule& m) { ++m.times; });
    }
    if (r.kind == rule_kind::date_in_year) {
        add("a day less", [](rule& m) { --m.tolerance_days; });
        add("a day more", [](rule& m) { ++m.tolerance_days; });
        add("another severity within", [](rule& m) { m.severity_within = severity::error; });
    }
    return mutants;
}

} // namespace brukerplan::validation_test
