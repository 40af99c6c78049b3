#include "instrument/load_schemes.hpp"

#include <algorithm>

#include "instrument/load_rules.hpp"

namespace brukerplan::detail {

namespace {

/// Keeps every possible sum of eight products well inside 32 bits.
std::int32_t points(const json_node& node) {
    if (node.integer() < -1000 || node.integer() > 1000) {
        node.fail("points and weights lie between -1000 and 1000");
    }
    return node.integer();
}

void load_classes(const json_node& node, scheme_definition& scheme) {
    node.each([&](const json_node& entry, std::size_t) {
        entry.only_keys({"class", "from"});
        const auto result = read_enum<index_class>(entry["class"], index_class_tokens);
        if (result == index_class::none) {
            entry["class"].fail("\"none\" is not a class that points lead to");
        }
        const auto from = entry["from"].integer();
        if (!scheme.classes.empty() && from <= scheme.classes.back().from) {
            entry["from"].fail("the cut-offs must rise");
        }
        scheme.classes.push_back({result, from});
    });
    if (scheme.classes.empty()) {
        node.fail("a scheme has at least one class");
    }
}

scheme_definition load(const json_node& node, const pack& in) {
    node.only_keys(
        {"id", "kind", "ground", "label", "points", "weights", "classes", "minimum_assessed"});
    if (node["kind"].string() != "weighted_sum") {
        node["kind"].fail("this library knows schemes of kind \"weighted_sum\"");
    }
    scheme_definition scheme;
    scheme.id = node["id"].string();
    if (scheme.id.empty() || in.find_scheme(scheme.id) != nullptr) {
        node["id"].fail("a scheme has an id of its own");
    }
    scheme.ground = read_ground(node["ground"]);
    scheme.label = read_text(node["label"], in.languages);
    node["points"].only_keys({"green", "yellow", "red"});
    for (const rating r : {rating::green, rating::yellow, rating::red}) {
        scheme.points[static_cast<std::size_t>(r)] = points(node["points"][token_of(r)]);
    }
    node["weights"].each_member([&](std::string_view key, const json_node& value) {
        const auto at = std::find(domain_tokens.begin(), domain_tokens.end(), key);
        if (at == domain_tokens.end()) {
            value.fail("this is not a domain");
        }
        scheme.weights[static_cast<std::size_t>(at - domain_tokens.begin())] = points(value);
    });
    load_classes(node["classes"], scheme);
    scheme.minimum_assessed = node["minimum_assessed"].integer();
    if (scheme.minimum_assessed < 0 || scheme.minimum_assessed > 8) {
        node["minimum_assessed"].fail("there are 0 to 8 assessed domains");
    }
    return scheme;
}

} // namespace

void load_schemes(const json_node& node, pack& into) {
    node.each(
        [&](const json_node& scheme, std::size_t) { into.schemes.push_back(load(scheme, into)); });
}

} // namespace brukerplan::detail
