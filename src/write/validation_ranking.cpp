// In which order findings are shown.
#include <brukerplan/write/validation_report.hpp>

#include <algorithm>
#include <tuple>

namespace brukerplan {

std::vector<ranked_rule> ranked_rules(const finding_counts& counts, const pack& instrument) {
    std::vector<ranked_rule> ranked;
    for (std::size_t i = 0; i < instrument.rules.size(); ++i) {
        const auto findings = counts.rule_findings(i);
        const auto rows = counts.rule_records_by_severity(i);
        for (const auto s : {severity::fatal, severity::error, severity::warning, severity::info}) {
            const auto at = static_cast<std::size_t>(s);
            if (findings[at] > 0) {
                ranked.push_back({i, s, rows[at], findings[at]});
            }
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return std::tie(b.found, b.rows) < std::tie(a.found, a.rows);
    });
    return ranked;
}

std::vector<unit_counts> ranked_units(const finding_counts& counts) {
    auto units = counts.units();
    const auto rank = [](const unit_counts& unit) {
        const auto bad = unit.rows[static_cast<std::size_t>(severity::error)] +
                         unit.rows[static_cast<std::size_t>(severity::fatal)];
        return std::tuple{unit.what == unit_counts::kind::named, bad, total(unit.findings)};
    };
    std::stable_sort(units.begin(), units.end(),
                     [&](const auto& a, const auto& b) { return rank(b) < rank(a); });
    return units;
}

std::vector<std::size_t> ranked_rules_of(const unit_counts& unit, const pack& instrument) {
    std::vector<std::size_t> ranked;
    for (std::size_t i = 0; i < unit.records.size(); ++i) {
        if (unit.records[i] > 0) {
            ranked.push_back(i);
        }
    }
    const auto rank = [&](std::size_t rule) {
        return std::tuple{instrument.rules[rule].severity, unit.records[rule]};
    };
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](std::size_t a, std::size_t b) { return rank(b) < rank(a); });
    return ranked;
}

} // namespace brukerplan
