#include <brukerplan/validation/tuning.hpp>

#include <algorithm>
#include <set>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/validation/finding_counts.hpp>

namespace brukerplan {

namespace {

bool is_area(std::string_view area) noexcept {
    return (area.empty() || area.size() == 4 || area.size() == 6) &&
           std::all_of(area.begin(), area.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool may_be_given(severity s) noexcept {
    return s != severity::none && s != severity::fatal;
}

std::optional<std::string> change_fault(const rule_change& change, const pack& of) {
    if (change.rule >= of.rules.size()) {
        return "a change is about a rule that the pack does not have";
    }
    const auto& r = of.rules[change.rule];
    if (r.kind == rule_kind::row) {
        return "the rule " + r.code + " is about rows that cannot be read and cannot be changed";
    }
    if (change.severity && !may_be_given(*change.severity)) {
        return "the rule " + r.code + " can be given info, warning or error";
    }
    return std::nullopt;
}

std::optional<std::string> threshold_fault(const threshold& limit, const pack& of) {
    if (limit.rule >= of.rules.size()) {
        return "a threshold is about a rule that the pack does not have";
    }
    if (!may_be_given(limit.severity)) {
        return "a threshold of the rule " + of.rules[limit.rule].code +
               " has the severity info, warning or error";
    }
    if (!(limit.share >= 0 && limit.share <= 1)) {
        return "a threshold of the rule " + of.rules[limit.rule].code + " is a share from 0 to 1";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> tuning_fault(const tuning& t, const pack& of) {
    std::set<std::string> areas;
    for (const auto& area : t.areas) {
        if (!is_area(area.area)) {
            return "an area is a municipality of four digits or a district of six";
        }
        if (!areas.insert(area.area).second) {
            return "an area stands twice";
        }
        std::set<std::size_t> rules;
        for (const auto& change : area.changes) {
            if (auto fault = change_fault(change, of)) {
                return fault;
            }
            if (!rules.insert(change.rule).second) {
                return "the rule " + of.rules[change.rule].code + " is changed twice for one area";
            }
        }
    }
    std::set<std::size_t> rules;
    for (const auto& limit : t.thresholds) {
        if (auto fault = threshold_fault(limit, of)) {
            return fault;
        }
        if (!rules.insert(limit.rule).second) {
            return "the rule " + of.rules[limit.rule].code + " has two thresholds";
        }
    }
    return std::nullopt;
}

std::optional<severity> tuned_severity(const tuning& t, std::size_t rule, severity given,
                                       std::string_view municipality, std::string_view district) {
    const rule_change* nearest = nullptr;
    std::size_t nearest_size = 0;
    for (const auto& area : t.areas) {
        const std::string_view code = area.area;
        const bool holds = code.empty() || code == municipality || code == district;
        const auto change = std::find_if(area.changes.begin(), area.changes.end(),
                                         [&](const rule_change& c) { return c.rule == rule; });
        // A district has more digits than a municipality, and everywhere has none.
        if (holds && change != area.changes.end() &&
            (nearest == nullptr || code.size() > nearest_size)) {
            nearest = &*change;
            nearest_size = code.size();
        }
    }
    return nearest != nullptr ? nearest->severity : given;
}

std::vector<exceeded_threshold> exceeded_thresholds(const finding_counts& counts, const tuning& t) {
    std::vector<exceeded_threshold> exceeded;
    for (const auto& limit : t.thresholds) {
        const auto records = counts.rule_records(limit.rule);
        // The quotient of two counts is the double nearest to it, as the share is to its decimals:
        // 29 of 100 are not more than 0.29.
        if (counts.rows() > 0 &&
            static_cast<double>(records) / static_cast<double>(counts.rows()) > limit.share) {
            exceeded.push_back({limit, records, counts.rows()});
        }
    }
    return exceeded;
}

} // namespace brukerplan
