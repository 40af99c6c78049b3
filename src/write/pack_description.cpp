#include "write/pack_description.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "write/document_json.hpp"

namespace brukerplan::detail {

namespace {

namespace json = boost::json;

template <class Number>
json::value number_or_null(const std::optional<Number>& number) {
    return number ? json::value(*number) : json::value{};
}

json::array words_of(const std::vector<std::string>& words) {
    json::array result;
    for (const auto& word : words) {
        result.emplace_back(word);
    }
    return result;
}

json::array field_names(const std::vector<std::size_t>& fields, const pack& of) {
    json::array result;
    for (const auto index : fields) {
        result.emplace_back(of.fields[index].name);
    }
    return result;
}

json::object field_object(const field& f, const pack& of, std::string_view language) {
    const auto* list = of.list_of(f);
    json::object result;
    result["name"] = f.name;
    result["alias"] = text_or_null(f.alias);
    result["type"] = token_of(f.type);
    result["list"] = list != nullptr ? json::value(list->name) : json::value{};
    result["label"] = f.label.in(language);
    result["description"] = text_or_null(f.description.in(language));
    result["role"] = f.role ? json::value(name_of(*f.role)) : json::value{};
    result["required"] = f.required;
    result["asked"] = f.asked;
    result["unit"] = text_or_null(f.unit);
    result["ground"] = token_of(f.ground);
    return result;
}

json::array codes_array(const std::vector<code>& codes, std::string_view language) {
    json::array result;
    for (const auto& c : codes) {
        json::object one;
        one["token"] = c.token;
        one["label"] = c.label.in(language);
        one["number"] = number_or_null(c.number);
        if (!c.sector.empty()) {
            one["sector"] = c.sector;
            one["municipal"] = c.municipal;
        }
        result.push_back(std::move(one));
    }
    return result;
}

json::object list_object(const code_list& list, std::string_view language) {
    json::object result;
    result["name"] = list.name;
    result["ground"] = token_of(list.ground);
    result["codes"] = codes_array(list.codes, language);
    result["alone"] = codes_array(list.alone, language);
    return result;
}

json::object scheme_object(const scheme_definition& scheme, std::string_view language) {
    json::object result;
    result["id"] = scheme.id;
    result["label"] = scheme.label.in(language);
    result["ground"] = token_of(scheme.ground);
    result["points"] = scheme.has_points();
    result["minimum_assessed"] = scheme.fewest_assessed();
    return result;
}

json::object rule_object(const rule& r, const pack& of, std::string_view language) {
    json::object result;
    result["code"] = r.code;
    result["kind"] = rule_kind_names[static_cast<std::size_t>(r.kind)];
    result["severity"] = token_of(r.severity);
    result["ground"] = token_of(r.ground);
    result["fields"] = field_names(r.fields, of);
    result["title"] = r.title.in(language);
    result["reason"] = r.reason.in(language);
    return result;
}

/// `make(part)` of every part.
template <class Parts, class Make>
json::array each(const Parts& parts, Make make) {
    json::array result;
    for (const auto& part : parts) {
        result.push_back(make(part));
    }
    return result;
}

} // namespace

json::object describe_pack(const pack& instrument, std::string_view language) {
    json::object result;
    result["format"] = "brukerplan/pack-description";
    result["version"] = 1;
    result["pack"] = instrument.id;
    result["edition"] = instrument.edition;
    result["year"] = instrument.year;
    result["extends"] = text_or_null(instrument.extends);
    result["mapping"] = text_or_null(instrument.mapping);
    result["language"] = language;
    result["languages"] = words_of(instrument.languages);
    result["title"] = instrument.title.in(language);
    result["note"] = text_or_null(instrument.note.in(language));
    result["fields"] = each(instrument.fields,
                            [&](const auto& f) { return field_object(f, instrument, language); });
    result["required_any"] = each(
        instrument.required_any, [&](const auto& group) { return field_names(group, instrument); });
    result["code_lists"] =
        each(instrument.code_lists, [&](const auto& list) { return list_object(list, language); });
    result["age_groups"] =
        json::object{{"id", instrument.age_groups.id},
                     {"ground", token_of(instrument.age_groups.ground)},
                     {"lower_bounds", json::value_from(instrument.age_groups.lower_bounds)}};
    result["schemes"] =
        each(instrument.schemes, [&](const auto& s) { return scheme_object(s, language); });
    result["rules"] =
        each(instrument.rules, [&](const auto& r) { return rule_object(r, instrument, language); });
    return result;
}

json::object list_shipped_packs() {
    json::object result;
    result["format"] = "brukerplan/pack-list";
    result["version"] = 1;
    result["packs"] = each(shipped_packs(), [](std::string_view id) {
        const auto loaded = load_pack(shipped_pack_json(id));
        if (!loaded) {
            throw std::logic_error("a shipped pack cannot be loaded");
        }
        const pack& shipped = **loaded;
        return json::object{{"pack", shipped.id},
                            {"edition", shipped.edition},
                            {"year", shipped.year},
                            {"languages", words_of(shipped.languages)},
                            {"title", text_object(shipped.title)}};
    });
    return result;
}

} // namespace brukerplan::detail
