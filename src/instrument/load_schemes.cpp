#include "instrument/load_schemes.hpp"

#include "instrument/json_document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <brukerplan/instrument/load_scheme.hpp>

#include "instrument/load_rules.hpp"

namespace brukerplan::detail {

namespace {

enum class scheme_kind : std::uint8_t { weighted_sum, rules, rules_then_sum };

constexpr std::array<std::string_view, 3> scheme_kind_names{"weighted_sum", "rules",
                                                            "rules_then_sum"};
constexpr std::array<std::string_view, 2> below_minimum_names{"no_class", "prorate"};
constexpr std::size_t most_rules = 100;
constexpr std::size_t most_conditions = 64; ///< within one

/// Keeps every possible sum of eight products well inside 32 bits.
std::int32_t read_points(const json_node& node) {
    if (node.integer() < -1000 || node.integer() > 1000) {
        node.fail("points and weights lie between -1000 and 1000");
    }
    return node.integer();
}

domain read_domain(const json_node& node, std::string_view name) {
    const auto at = std::find(domain_tokens.begin(), domain_tokens.end(), name);
    if (at == domain_tokens.end()) {
        node.fail("this is not a domain");
    }
    return static_cast<domain>(at - domain_tokens.begin());
}

index_class read_class(const json_node& node) {
    const auto result = read_enum<index_class>(node, index_class_tokens);
    if (result == index_class::none) {
        node.fail("\"none\" is not a class that points, rules or a cap lead to");
    }
    return result;
}

std::array<std::int32_t, rating_count> read_colours(const json_node& node) {
    std::array<std::int32_t, rating_count> points{};
    node.only_keys({"green", "yellow", "red"});
    for (const rating r : {rating::green, rating::yellow, rating::red}) {
        points[static_cast<std::size_t>(r)] = read_points(node[token_of(r)]);
    }
    return points;
}

/// Either `points` by colour and `weights`, or `domain_points` for all eight.
point_table read_point_table(const json_node& node) {
    if (!node.has("domain_points")) {
        std::array<std::int32_t, domain_count> weights{1, 1, 1, 1, 1, 1, 1, 1};
        const auto colours = read_colours(node["points"]);
        node["weights"].each_member([&](std::string_view key, const json_node& value) {
            weights[static_cast<std::size_t>(read_domain(value, key))] = read_points(value);
        });
        return weighted_points(colours, weights);
    }
    for (const std::string_view key : {"points", "weights"}) {
        if (node.has(key)) {
            node[key].fail("a scheme has domain_points, or points and weights");
        }
    }
    point_table points{};
    const auto table = node["domain_points"];
    table.each_member(
        [](std::string_view key, const json_node& value) { (void)read_domain(value, key); });
    for (const domain d : all_domains) {
        points[static_cast<std::size_t>(d)] = read_colours(table[token_of(d)]);
    }
    return points;
}

void read_sum(const json_node& node, scheme_definition& scheme) {
    scheme.points = read_point_table(node);
    const auto classes = node["classes"];
    classes.each([&](const json_node& entry, std::size_t) {
        entry.only_keys({"class", "from"});
        const auto result = read_class(entry["class"]);
        const auto from = entry["from"].integer();
        if (!scheme.classes.empty() && from <= scheme.classes.back().from) {
            entry["from"].fail("the cut-offs must rise");
        }
        scheme.classes.push_back({result, from});
    });
    if (scheme.classes.empty()) {
        classes.fail("a scheme has at least one class");
    }
    if (node.has("cap")) {
        scheme.cap = read_class(node["cap"]);
    }
}

colour_condition read_condition(const json_node& node);

std::vector<colour_condition> read_conditions(const json_node& node) {
    std::vector<colour_condition> conditions;
    node.each(
        [&](const json_node& one, std::size_t) { conditions.push_back(read_condition(one)); });
    if (conditions.empty() || conditions.size() > most_conditions) {
        node.fail("1 to 64 conditions stand here");
    }
    return conditions;
}

colour_condition read_condition(const json_node& node) {
    if (node.has("all")) {
        node.only_keys({"all"});
        return colour_condition::all(read_conditions(node["all"]));
    }
    if (node.has("any")) {
        node.only_keys({"any"});
        return colour_condition::any(read_conditions(node["any"]));
    }
    if (node.has("of")) {
        node.only_keys({"least", "of"});
        auto of = read_conditions(node["of"]);
        const auto least = node["least"].integer();
        if (least < 1 || static_cast<std::size_t>(least) > of.size()) {
            node["least"].fail("from 1 to the number of conditions can be asked for");
        }
        return colour_condition::some(least, std::move(of));
    }
    node.only_keys({"domain", "at_least"});
    const auto colour = read_enum<rating>(node["at_least"], rating_tokens);
    if (colour == rating::not_assessed) {
        node["at_least"].fail("this must be one of: green, yellow, red");
    }
    return colour_condition::colour(read_domain(node["domain"], node["domain"].string()), colour);
}

void read_rules(const json_node& node, scheme_definition& scheme) {
    node.each([&](const json_node& rule, std::size_t) {
        rule.only_keys({"class", "when"});
        scheme.rules.push_back({read_condition(rule["when"]), read_class(rule["class"])});
    });
    if (scheme.rules.empty() || scheme.rules.size() > most_rules) {
        node.fail("a scheme with rules has 1 to 100");
    }
}

void read_missing(const json_node& node, scheme_definition& scheme) {
    scheme.minimum_assessed = node["minimum_assessed"].integer();
    if (scheme.minimum_assessed < 0 || scheme.minimum_assessed > 8) {
        node["minimum_assessed"].fail("there are 0 to 8 assessed domains");
    }
    const bool prorates =
        node.has("below_minimum") && read_name(node["below_minimum"], below_minimum_names) == 1;
    if (prorates != node.has("prorate_from")) {
        node.fail("\"prorate_from\" stands beside \"below_minimum\": \"prorate\", and there alone");
    }
    if (!prorates) {
        return;
    }
    if (!scheme.has_points()) {
        node["below_minimum"].fail("without points there is nothing to prorate");
    }
    scheme.prorate_from = node["prorate_from"].integer();
    if (scheme.prorate_from < 1 || scheme.prorate_from >= scheme.minimum_assessed) {
        node["prorate_from"].fail("this must be at least 1 and less than minimum_assessed");
    }
}

/// A scheme may say what it is, as a document of its own does.
void check_format(const json_node& node) {
    if (node.has("format") && node["format"].string() != "brukerplan/scheme") {
        node["format"].fail("the format must be \"brukerplan/scheme\"");
    }
    if (node.has("version") && node["version"].integer() != 1) {
        node["version"].fail("this library reads version 1 of the scheme format");
    }
}

/// Keys that a kind of scheme has no use for.
void refuse_foreign_parts(const json_node& node, bool has_rules, bool has_sum) {
    for (const std::string_view key : {"points", "weights", "domain_points", "classes", "cap"}) {
        if (!has_sum && node.has(key)) {
            node[key].fail("a scheme of kind \"rules\" has no sum");
        }
    }
    if (!has_rules && node.has("rules")) {
        node["rules"].fail("a scheme of kind \"weighted_sum\" has no rules");
    }
}

scheme_definition read_scheme(const json_node& node, const std::vector<std::string>& languages) {
    check_format(node);
    const auto kind = read_enum<scheme_kind>(node["kind"], scheme_kind_names);
    const bool has_rules = kind != scheme_kind::weighted_sum;
    const bool has_sum = kind != scheme_kind::rules;
    node.only_keys({"format", "version", "id", "kind", "ground", "label", "rules", "points",
                    "weights", "domain_points", "classes", "cap", "otherwise", "minimum_assessed",
                    "below_minimum", "prorate_from", "monotone"});
    refuse_foreign_parts(node, has_rules, has_sum);
    scheme_definition scheme;
    scheme.id = node["id"].string();
    if (scheme.id.empty() || scheme.id.find('\n') != std::string::npos) {
        node["id"].fail("a scheme has an id of its own");
    }
    scheme.ground = read_ground(node["ground"]);
    scheme.label = read_text(node["label"], languages);
    if (has_rules) {
        read_rules(node["rules"], scheme);
    }
    if (has_sum) {
        read_sum(node, scheme);
    }
    if (node.has("otherwise")) {
        scheme.otherwise = read_enum<index_class>(node["otherwise"], index_class_tokens);
    }
    read_missing(node, scheme);
    scheme.monotone = !node.has("monotone") || node["monotone"].boolean();
    return scheme;
}

void need_no_fault(const scheme_definition& scheme, const json_node& node) {
    if (const auto fault = find_fault(scheme)) {
        node.fail_at(fault->path, fault->message);
    }
}

} // namespace

void load_schemes(const json_node& node, pack& into, bool checked_already) {
    node.each([&](const json_node& scheme, std::size_t) {
        auto read = read_scheme(scheme, into.languages);
        if (!checked_already) {
            need_no_fault(read, scheme);
        }
        if (into.find_scheme(read.id) != nullptr) {
            scheme["id"].fail("a scheme has an id of its own");
        }
        into.schemes.push_back(std::move(read));
    });
}

} // namespace brukerplan::detail

namespace brukerplan {

expected<scheme_definition, pack_error> load_scheme(std::string_view json) {
    try {
        const auto document = detail::parse_document(json);
        const detail::json_node root{document, ""};
        auto scheme = detail::read_scheme(root, {"nb"});
        detail::need_no_fault(scheme, root);
        return scheme;
    } catch (const detail::json_fault& fault) {
        return unexpected(pack_error{fault.path, fault.message});
    }
}

} // namespace brukerplan
