#include <brukerplan/write/code_system.hpp>

#include <algorithm>

#include <array>
#include <utility>

#include <boost/json.hpp>

#include "write/pack_words.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;

/// Serialized with one member or element a line.
void write_indented(const json::value& value, std::size_t depth, std::string& out) {
    const std::string margin(2 * depth, ' ');
    const auto write_all = [&](const auto& elements, char open, char close, auto write_one) {
        out += open;
        std::string_view separator = "\n";
        for (const auto& element : elements) {
            out += separator;
            out += margin + "  ";
            write_one(element);
            separator = ",\n";
        }
        out += "\n" + margin + close;
    };
    if (value.is_object() && !value.get_object().empty()) {
        write_all(value.get_object(), '{', '}', [&](const json::key_value_pair& member) {
            out += json::serialize(json::value(member.key())) + ": ";
            write_indented(member.value(), depth + 1, out);
        });
    } else if (value.is_array() && !value.get_array().empty()) {
        write_all(value.get_array(), '[', ']',
                  [&](const json::value& element) { write_indented(element, depth + 1, out); });
    } else {
        out += json::serialize(value);
    }
}

/// A name that programs can use: a capital, then letters, digits and underscores.
std::string machine_name(std::string_view id) {
    std::string name = "Rules_";
    for (const char c : id) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += plain ? c : '_';
    }
    return name;
}

json::object concept_of(const rule& r, std::string_view language) {
    json::object result;
    result["code"] = r.code;
    result["display"] = r.title.in(language);
    result["definition"] = r.reason.in(language);
    json::array designations;
    for (const auto& [name, value] : r.title.entries()) {
        designations.push_back({{"language", name}, {"value", value}});
    }
    result["designation"] = std::move(designations);
    const std::array<std::pair<std::string_view, std::string_view>, 3> values{
        {{"severity", token_of(r.severity)},
         {"ground", token_of(r.ground)},
         {"kind", rule_kind_names[static_cast<std::size_t>(r.kind)]}}};
    json::array properties;
    for (const auto& [code, value] : values) {
        properties.push_back({{"code", code}, {"valueCode", value}});
    }
    result["property"] = std::move(properties);
    return result;
}

} // namespace

std::string rule_code_system_url(const pack& instrument) {
    auto id = instrument.id;
    std::replace(id.begin(), id.end(), '/', '-');
    return "urn:brukerplan:codesystem:" + id + ":rules";
}

std::string rule_code_system(const pack& instrument, std::string_view language) {
    const detail::pack_words words{instrument, language};
    json::object system;
    system["resourceType"] = "CodeSystem";
    system["language"] = language;
    // A name and no address: the library knows no server.
    system["url"] = rule_code_system_url(instrument);
    system["version"] = instrument.edition;
    system["name"] = machine_name(instrument.id);
    system["title"] = words.label("code_system.title", {{"pack", instrument.title.in(language)}});
    system["status"] = "active";
    system["experimental"] = false;
    system["description"] = instrument.note.in(language);
    system["caseSensitive"] = true;
    system["content"] = "complete";
    system["count"] = instrument.rules.size();
    json::array properties;
    for (const std::string_view code : {"severity", "ground", "kind"}) {
        properties.push_back({{"code", code},
                              {"description", words.label("property." + std::string{code})},
                              {"type", "code"}});
    }
    system["property"] = std::move(properties);
    json::array concepts;
    for (const auto& r : instrument.rules) {
        concepts.push_back(concept_of(r, language));
    }
    system["concept"] = std::move(concepts);
    std::string text;
    write_indented(system, 0, text);
    return text + "\n";
}

} // namespace brukerplan
