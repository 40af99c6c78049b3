#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/validation/nearest_codes.hpp>
#include <brukerplan/validation/tuning.hpp>

#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"

namespace brukerplan {

namespace {

using detail::json_node;

/// Reads one profile for one pack.
class tuning_loader {
public:
    tuning_loader(const json_node& root, const pack& of) : root_(root), pack_(of) {}

    tuning load() {
        root_.only_keys({"format", "version", "id", "changes", "areas", "thresholds"});
        if (root_["format"].string() != "brukerplan/profile") {
            root_["format"].fail("the format must be \"brukerplan/profile\"");
        }
        if (root_["version"].integer() != 1) {
            root_["version"].fail("this library reads version 1 of the profile format");
        }
        tuning_.id = root_["id"].string();
        if (tuning_.id.empty()) {
            root_["id"].fail("a profile has an id");
        }
        if (root_.has("changes")) {
            add_area({}, root_["changes"]);
        }
        if (root_.has("areas")) {
            root_["areas"].each([&](const json_node& node, std::size_t) {
                node.only_keys({"area", "changes"});
                add_area(area_of(node["area"]), node["changes"]);
            });
        }
        if (root_.has("thresholds")) {
            std::set<std::size_t> seen;
            root_["thresholds"].each([&](const json_node& node, std::size_t) {
                tuning_.thresholds.push_back(threshold_of(node, seen));
            });
        }
        return std::move(tuning_);
    }

private:
    [[nodiscard]] std::string area_of(const json_node& node) const {
        const auto area = node.string();
        const bool digits =
            std::all_of(area.begin(), area.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits || (area.size() != 4 && area.size() != 6)) {
            node.fail("an area is a municipality of four digits or a district of six");
        }
        if (std::any_of(tuning_.areas.begin(), tuning_.areas.end(),
                        [&](const area_tuning& a) { return a.area == area; })) {
            node.fail("this area stands twice");
        }
        return std::string{area};
    }

    void add_area(std::string area, const json_node& changes) {
        area_tuning made{std::move(area), {}};
        std::set<std::size_t> seen;
        changes.each([&](const json_node& node, std::size_t) {
            made.changes.push_back(change_of(node, seen));
        });
        tuning_.areas.push_back(std::move(made));
    }

    [[nodiscard]] rule_change change_of(const json_node& node, std::set<std::size_t>& seen) const {
        node.only_keys({"rule", "severity", "off", "reason"});
        rule_change change;
        change.rule = rule_of(node["rule"], seen);
        if (pack_.rules[change.rule].kind == rule_kind::row) {
            node["rule"].fail("this rule is about rows that cannot be read and cannot be changed");
        }
        const bool off = node.has("off");
        if (off == node.has("severity")) {
            node.fail("a change either gives a severity or has \"off\": true");
        }
        if (off && !node["off"].boolean()) {
            node["off"].fail("leave the change out instead");
        }
        if (!off) {
            change.severity = severity_of(node["severity"]);
        }
        if (node.has("reason")) {
            change.reason = node["reason"].string();
        }
        if (off && change.reason.empty()) {
            node.fail("a rule is switched off for a \"reason\"");
        }
        return change;
    }

    [[nodiscard]] threshold threshold_of(const json_node& node, std::set<std::size_t>& seen) const {
        node.only_keys({"rule", "share", "severity"});
        const auto rule = rule_of(node["rule"], seen);
        if (pack_.rules[rule].kind == rule_kind::person) {
            node["rule"].fail("this rule is about persons, and a threshold is a share of rows");
        }
        return {rule, severity_of(node["severity"]), node["share"].number(0, 1)};
    }

    /// `seen`: the rules that stand in the same list.
    [[nodiscard]] std::size_t rule_of(const json_node& node, std::set<std::size_t>& seen) const {
        const auto code = node.string();
        const auto at = std::find_if(pack_.rules.begin(), pack_.rules.end(),
                                     [&](const rule& r) { return r.code == code; });
        if (at == pack_.rules.end()) {
            node.fail("the pack has no rule of this code" + nearest_to(code));
        }
        const auto index = static_cast<std::size_t>(at - pack_.rules.begin());
        if (!seen.insert(index).second) {
            node.fail("this rule stands twice in the list");
        }
        return index;
    }

    [[nodiscard]] std::string nearest_to(std::string_view code) const {
        const auto nearer = [&](const rule& a, const rule& b) {
            return edit_distance(code, a.code) < edit_distance(code, b.code);
        };
        const auto nearest = std::min_element(pack_.rules.begin(), pack_.rules.end(), nearer);
        return nearest == pack_.rules.end() ? "" : "; the nearest is " + nearest->code;
    }

    static severity severity_of(const json_node& node) {
        for (const auto s : {severity::info, severity::warning, severity::error}) {
            if (node.string() == token_of(s)) {
                return s;
            }
        }
        node.fail("a severity given to a rule is \"info\", \"warning\" or \"error\"");
    }

    json_node root_;
    const pack& pack_;
    tuning tuning_;
};

} // namespace

expected<tuning, tuning_error> load_tuning(std::string_view json, const pack& of) {
    try {
        const auto document = detail::parse_document(json);
        return tuning_loader{json_node{document, ""}, of}.load();
    } catch (detail::json_fault& fault) {
        return unexpected{tuning_error{std::move(fault.path), std::move(fault.message)}};
    }
}

} // namespace brukerplan
