// Validation the slow and obvious way: row by row, and in each row rule by rule, through
// `check_rule`; and counts that are kept by adding one at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/likely_identity.hpp>
#include <brukerplan/validation/rule_kinds.hpp>
#include <brukerplan/validation/validator.hpp>

namespace reference {

using namespace brukerplan;

struct unit_tally {
    severity_counts rows{};
    severity_counts findings{};
    std::map<std::size_t, std::uint64_t> records; ///< by rule
};

struct validation_result {
    std::vector<severity> worst;
    std::vector<finding> findings;
    severity_counts rows{};
    std::map<std::size_t, severity_counts> by_rule;
    std::map<std::size_t, severity_counts> by_field;
    std::map<std::size_t, std::uint64_t> records;
    std::map<std::size_t, severity_counts> records_by_severity;
    std::map<std::pair<unit_counts::kind, std::string>, unit_tally> units;
};

/// What the caller's tuning makes of a severity in a row; nothing where the rule is off.
inline std::optional<severity> tuned(const tuning& t, std::size_t rule, severity given,
                                     const registration& r) {
    const auto is_here = [&](const std::string& area) {
        return area.empty() || area == (area.size() == 6 ? r.district() : r.municipality());
    };
    std::optional<severity> result = given;
    std::size_t closest = 0;
    for (const auto& a : t.areas) {
        for (const auto& change : a.changes) {
            if (change.rule == rule && is_here(a.area) && a.area.size() >= closest) {
                closest = a.area.size();
                result = change.severity;
            }
        }
    }
    return result;
}

/// Validates one row of a batch and adds what is found.
inline void validate_row(const pack& instrument, const validation_options& options,
                         const column_table& batch, std::size_t row, validation_result& to) {
    const auto record = batch.first_record + row;
    const bool faulty = batch.origins[row].fault != row_fault::none;
    record_facts facts;
    std::string row_ref;
    std::string unit;
    bool row_ref_hidden = false;
    bool unit_hidden = false;
    auto what = unit_counts::kind::unnamed;
    if (!faulty) {
        const registration r{batch, instrument.roles, row};
        facts = facts_of(r);
        row_ref = shown_reference(r.row_ref(), record, r.national_number());
        unit = shown_reference(r.unit(), record, r.national_number());
        row_ref_hidden = may_identify(r.row_ref(), r.national_number());
        unit_hidden = may_identify(r.unit(), r.national_number());
        if (!r.unit().empty()) {
            what = unit_hidden ? unit_counts::kind::masked : unit_counts::kind::named;
        }
    }
    auto& tally = to.units[{what, what == unit_counts::kind::named ? unit : std::string{}}];
    auto worst = faulty ? severity::fatal : severity::none;
    for (std::size_t i = 0; i < instrument.rules.size(); ++i) {
        const auto& rule = instrument.rules[i];
        if ((rule.kind == rule_kind::row) != faulty) {
            continue;
        }
        rule_hits hits;
        check_rule(rule, {instrument, batch, row, facts, options}, hits);
        std::set<severity> seen;
        for (auto& hit : hits.all()) {
            const auto how =
                faulty ? hit.severity
                       : tuned(options.tuning, i, hit.severity, {batch, instrument.roles, row});
            if (!how) {
                continue;
            }
            const auto s = static_cast<std::size_t>(*how);
            worst = std::max(worst, *how);
            to.findings.push_back(
                {record, i, *how, hit.field, row_ref, unit, row_ref_hidden, unit_hidden,
                 std::move(hit.parameters)});
            ++to.by_rule[i][s];
            ++tally.findings[s];
            if (hit.field != finding::no_field) {
                ++to.by_field[hit.field][s];
            }
            if (seen.empty()) {
                ++to.records[i];
                ++tally.records[i];
            }
            if (seen.insert(*how).second) {
                ++to.records_by_severity[i][s];
            }
        }
    }
    to.worst.push_back(worst);
    ++to.rows[static_cast<std::size_t>(worst)];
    ++tally.rows[static_cast<std::size_t>(worst)];
}

inline validation_result validate(const pack& instrument, const validation_options& options,
                                  const column_table& batch) {
    validation_result result;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        validate_row(instrument, options, batch, row, result);
    }
    return result;
}

} // namespace reference
