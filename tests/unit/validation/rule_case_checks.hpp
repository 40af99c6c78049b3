// What the cases of a pack's rules are to show, whichever the pack.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rule_cases.hpp"
#include "rule_mutants.hpp"

namespace brukerplan::validation_test {

using shared_pack = std::shared_ptr<const pack>;

inline finding_log findings_of(const rule_case& c, const shared_pack& with) {
    return c.text.starts_with('{') ? findings_in_json(c.text, c.options, with)
                                   : findings_in(c.text, c.options, with);
}

inline names related_names(const finding& f, const pack& of) {
    names related;
    for (const auto field : related_fields(f, of)) {
        related.push_back(field_name(field, of));
    }
    return related;
}

/// Each case gives the findings it names, as it says, and no others.
inline void check_findings(const std::vector<rule_case>& cases, const shared_pack& with) {
    for (const auto& c : cases) {
        CAPTURE(c.code);
        CAPTURE(c.what);
        const auto log = findings_of(c, with);
        auto expected = c.others;
        if (c.expected) {
            expected.push_back(c.code);
        }
        CHECK(listed(codes_of(log, *with)) == listed(expected));
        for (const auto& f : log.details()) {
            if (with->rules[f.rule].code == c.code && c.expected) {
                CHECK(token_of(f.severity) == token_of(c.expected->how));
                CHECK(field_name(f.field, *with) == c.expected->field);
                CHECK(listed(related_names(f, *with)) == listed(c.expected->related));
            }
        }
    }
}

/// Every rule about rows has a case that it is silent about and one with a finding, and every case
/// such a rule.
inline void check_coverage(const std::vector<rule_case>& cases, const pack& of) {
    std::map<std::string, std::pair<int, int>> seen; // silent, found
    for (const auto& c : cases) {
        ++(c.expected ? seen[c.code].second : seen[c.code].first);
    }
    std::string lacking;
    for (const auto& r : of.rules) {
        if (is_about_row(r)) {
            const auto [silent, found] = seen[r.code];
            lacking += silent == 0 || found == 0 ? r.code + " " : "";
        }
    }
    CHECK(lacking == "");
    CHECK_MESSAGE(seen.size() == count_rules_about_rows(of),
                  "a case names a rule that the pack lacks");
}

/// Whether a rule says what the case expects of it.
inline bool holds(const rule_case& c, const shared_pack& with) {
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

/// A condition, bound or severity changed in the pack fails a case.
inline void check_mutants(std::vector<rule_case> all, const pack& of) {
    std::map<std::string, std::vector<rule_case>> cases;
    for (auto& c : all) {
        cases[c.code].push_back(std::move(c));
    }
    const auto changed = std::make_shared<pack>(of);
    for (const auto& original : of.rules) {
        if (!is_about_row(original)) {
            continue;
        }
        for (auto& m : mutants_of(original)) {
            changed->rules = {m.changed}; // the others have no say in this one's findings
            const auto& of_rule = cases[original.code];
            CHECK_MESSAGE(!std::all_of(of_rule.begin(), of_rule.end(),
                                       [&](const auto& c) { return holds(c, changed); }),
                          original.code, ": ", m.what, " goes unnoticed");
        }
    }
}

} // namespace brukerplan::validation_test
