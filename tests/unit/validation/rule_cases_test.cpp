// Every rule of the pack has cases that it is silent about and cases in which it finds something,
// and says what its row in the pack says. Mutants of the pack show that the cases hold it fast.

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rule_cases.hpp"

namespace {

using namespace brukerplan;
using namespace brukerplan::validation_test;

finding_log findings_of(const rule_case& c, const std::shared_ptr<const pack>& with) {
    return c.text.starts_with('{') ? findings_in_json(c.text, c.options, with)
                                   : findings_in(c.text, c.options, with);
}

names related_names(const finding& f, const pack& of) {
    names related;
    for (const auto field : related_fields(f, of)) {
        related.push_back(field_name(field, of));
    }
    return related;
}

/// Whether a rule says what the case expects of it.
bool holds(const rule_case& c, const std::shared_ptr<const pack>& with) {
    const auto log = findings_of(c, with);
    std::size_t found = 0;
    bool right = true;
    for (const auto& f : log.details()) {
        if (with->rules[f.rule].code != c.code) {
            continue;
        }
        ++found;
        right = right && c.expected && f.severity == c.expected->how &&
                field_name(f.field, *with) == c.expected->field;
    }
    return right && found == (c.expected ? 1U : 0U);
}

const rule* find_rule(std::string_view code) {
    const auto& rules = instrument()->rules;
    const auto at =
        std::find_if(rules.begin(), rules.end(), [&](const rule& r) { return r.code == code; });
    return at == rules.end() ? nullptr : &*at;
}

TEST_SUITE("validation: rules") {

    TEST_CASE("each case gives the findings it names and no others") {
        for (const auto& c : all_rule_cases()) {
            CAPTURE(c.code);
            CAPTURE(c.what);
            const auto log = findings_of(c, instrument());
            auto expected = c.others;
            if (c.expected) {
                expected.push_back(c.code);
            }
            CHECK(listed(codes_of(log)) == listed(expected));
            for (const auto& f : log.details()) {
                if (instrument()->rules[f.rule].code == c.code && c.expected) {
                    CHECK(token_of(f.severity) == token_of(c.expected->how));
                    CHECK(field_name(f.field) == c.expected->field);
                    CHECK(listed(related_names(f, *instrument())) == listed(c.expected->related));
                }
            }
        }
    }

    TEST_CASE("every rule of the pack has a case that it is silent about and one with a finding") {
        std::map<std::string, std::pair<int, int>> seen; // silent, found
        for (const auto& c : all_rule_cases()) {
            REQUIRE_MESSAGE(find_rule(c.code) != nullptr, c.code, " is not in the pack");
            ++(c.expected ? seen[c.code].second : seen[c.code].first);
        }
        std::string lacking;
        for (const auto& r : instrument()->rules) {
            if (seen[r.code].first == 0 || seen[r.code].second == 0) {
                lacking += r.code + " ";
            }
        }
        CHECK(lacking == "");
    }

    TEST_CASE("a field that a rule checks by itself has a case with a finding") {
        const std::set<rule_kind> each{rule_kind::alone, rule_kind::required, rule_kind::range,
                                       rule_kind::identity_in_text};
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& c : all_rule_cases()) {
            if (c.expected) {
                seen.emplace(c.code, c.expected->field);
            }
        }
        for (const auto& r : instrument()->rules) {
            for (const auto f : r.fields) {
                if (each.contains(r.kind) && !r.unreadable) {
                    CHECK_MESSAGE(seen.contains({r.code, field_name(f)}), r.code, " ",
                                  field_name(f));
                }
            }
        }
    }

    TEST_CASE("a pack without a rule finds the same, except what that rule found") {
        const auto cases = all_rule_cases();
        for (const auto& r : instrument()->rules) {
            auto fewer = std::make_shared<pack>(*instrument());
            std::erase_if(fewer->rules, [&](const rule& other) { return other.code == r.code; });
            for (const auto& c : cases) {
                if (c.code != r.code || !c.expected) {
                    continue;
                }
                CAPTURE(c.code);
                CAPTURE(c.what);
                auto left = codes_of(findings_of(c, instrument()));
                CHECK(std::erase(left, c.code) == 1);
                CHECK(codes_of(findings_of(c, fewer), *fewer) == left);
            }
        }
    }
}

/// A pack in which one thing of one rule is otherwise.
struct mutant {
    std::string what;
    rule changed;
};

void mutate_bounds(const rule& r, std::size_t at, std::size_t a, std::vector<mutant>& mutants) {
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

void mutate_tokens(const rule& r, std::size_t at, std::size_t a, std::vector<mutant>& mutants) {
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
    if (from.missing) {
        add(": without missing", [](atom& changed) { changed.missing = false; });
    }
    if (from.absent) {
        add(": without absent", [](atom& changed) { changed.absent = false; });
    }
}

std::vector<mutant> mutants_of(const rule& r) {
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
    if (r.kind == rule_kind::date_in_year) {
        add("a day less", [](rule& m) { --m.tolerance_days; });
        add("a day more", [](rule& m) { ++m.tolerance_days; });
        add("another severity within", [](rule& m) { m.severity_within = severity::error; });
    }
    return mutants;
}

TEST_CASE("validation: rules: a condition, bound or severity changed in the pack fails a case") {
    std::map<std::string, std::vector<rule_case>> cases;
    for (auto& c : all_rule_cases()) {
        cases[c.code].push_back(std::move(c));
    }
    const auto changed = std::make_shared<pack>(*instrument());
    for (std::size_t i = 0; i < changed->rules.size(); ++i) {
        const auto original = changed->rules[i];
        for (auto& m : mutants_of(original)) {
            changed->rules = {m.changed}; // the others have no say in this one's findings
            const auto& of_rule = cases[original.code];
            CHECK_MESSAGE(!std::all_of(of_rule.begin(), of_rule.end(),
                                       [&](const auto& c) { return holds(c, changed); }),
                          original.code, ": ", m.what, " goes unnoticed");
        }
        changed->rules = instrument()->rules;
    }
}

} // namespace
