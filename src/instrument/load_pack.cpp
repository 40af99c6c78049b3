#include <algorithm>
#include <optional>
#include <set>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/person.hpp>

#include "instrument/extend_pack.hpp"
#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"
#include "instrument/load_rules.hpp"
#include "instrument/load_schemes.hpp"
#include "instrument/role_types.hpp"

namespace brukerplan {

namespace detail {

text read_text(const json_node& node, const std::vector<std::string>& languages) {
    text result;
    node.each_member([&](std::string_view language, const json_node& value) {
        if (value.string().empty() || value.string().find('\n') != std::string_view::npos) {
            value.fail("a text of one line is needed here");
        }
        result.set(std::string{language}, std::string{value.string()});
    });
    for (const auto& language : languages) {
        if (!node.has(language)) {
            node.fail("the text in language \"" + language + "\" is missing");
        }
    }
    return result;
}

text read_text(const json_node& node, const pack& in) {
    node.each_member([&](std::string_view language, const json_node& value) {
        const auto among = [&](const std::vector<std::string>& languages) {
            return std::find(languages.begin(), languages.end(), language) != languages.end();
        };
        if (!among(in.languages) && !among(in.more_languages)) {
            value.fail("this language is not among those of the pack");
        }
    });
    return read_text(node, in.languages);
}

ground read_ground(const json_node& node) {
    return read_enum<ground>(node, ground_tokens);
}

} // namespace detail

namespace {

using detail::json_node;
using detail::read_enum;
using detail::read_ground;
using detail::read_text;

constexpr std::size_t most_fields = 1000;

void check_token(const json_node& node) {
    const auto token = node.string();
    const bool good = !token.empty() && std::all_of(token.begin(), token.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!good) {
        node.fail("a token has only the letters a-z, digits and underscores");
    }
}

class pack_loader {
public:
    pack_loader(const json_node& root, bool shipped) : root_(root), shipped_(shipped) {}

    std::shared_ptr<const pack> load() {
        root_.only_keys({"format", "version", "id", "extends", "edition", "year", "title", "note",
                         "languages", "more_languages", "fields", "required_any", "code_lists",
                         "age_groups", "schemes", "rules"});
        if (root_["format"].string() != "brukerplan/pack") {
            root_["format"].fail("the format must be \"brukerplan/pack\"");
        }
        if (root_["version"].integer() != 1) {
            root_["version"].fail("this library reads version 1 of the pack format");
        }
        load_header();
        load_lists();
        load_fields();
        if (root_.has("age_groups")) {
            load_age_groups();
        }
        if (root_.has("schemes")) {
            detail::load_schemes(root_["schemes"], *pack_, shipped_);
        }
        bind_roles();
        detail::load_rules(root_["rules"], *pack_);
        return pack_;
    }

private:
    void load_header() {
        pack_->id = root_["id"].string();
        pack_->edition = root_["edition"].string();
        pack_->year = root_["year"].integer();
        if (root_.has("extends")) {
            pack_->extends = root_["extends"].string();
        }
        root_["languages"].each([&](const json_node& language, std::size_t) {
            pack_->languages.emplace_back(language.string());
        });
        const auto& languages = pack_->languages;
        if (std::find(languages.begin(), languages.end(), "nb") == languages.end()) {
            root_["languages"].fail("every pack has texts in \"nb\"");
        }
        if (root_.has("more_languages")) {
            root_["more_languages"].each([&](const json_node& language, std::size_t) {
                pack_->more_languages.emplace_back(language.string());
            });
        }
        pack_->title = read_text(root_["title"], *pack_);
        pack_->note = read_text(root_["note"], *pack_);
    }

    code load_code(const json_node& node, std::set<std::string, std::less<>>& tokens) {
        node.only_keys({"token", "label", "number", "sector", "municipal"});
        code result;
        check_token(node["token"]);
        result.token = node["token"].string();
        if (!tokens.insert(result.token).second) {
            node["token"].fail("this token stands twice in its list");
        }
        result.label = read_text(node["label"], *pack_);
        if (node.has("number")) {
            result.number = node["number"].integer();
        }
        if (node.has("sector")) {
            result.sector = node["sector"].string();
        }
        if (node.has("municipal")) {
            result.municipal = node["municipal"].boolean();
        }
        return result;
    }

    void load_lists() {
        root_["code_lists"].each([&](const json_node& node, std::size_t) {
            node.only_keys({"name", "ground", "codes", "alone"});
            code_list list;
            check_token(node["name"]);
            list.name = node["name"].string();
            if (pack_->find_list(list.name) != nullptr) {
                node["name"].fail("there are two code lists of this name");
            }
            list.ground = read_ground(node["ground"]);
            std::set<std::string, std::less<>> tokens;
            node["codes"].each([&](const json_node& c, std::size_t) {
                list.codes.push_back(load_code(c, tokens));
            });
            if (list.codes.empty() || list.codes.size() > code_list::most_codes) {
                node["codes"].fail("a code list has 1 to 64 codes");
            }
            if (node.has("alone")) {
                node["alone"].each([&](const json_node& c, std::size_t) {
                    list.alone.push_back(load_code(c, tokens));
                });
                if (list.alone.size() > 8) {
                    node["alone"].fail("at most 8 tokens stand alone");
                }
            }
            pack_->code_lists.push_back(std::move(list));
        });
        check_sectors();
    }

    [[noreturn]] static void fail_at_code(std::size_t list, std::size_t position,
                                          std::string_view key, const std::string& message) {
        throw detail::json_fault{"/code_lists/" + std::to_string(list) + "/codes/" +
                                     std::to_string(position) + "/" + std::string{key},
                                 detail::in_one_line(message)};
    }
    [[noreturn]] static void fail_at_field(std::size_t position, std::string_view key,
                                           const std::string& message) {
        throw detail::json_fault{"/fields/" + std::to_string(position) + "/" + std::string{key},
                                 detail::in_one_line(message)};
    }

    void check_sectors() const {
        const code_list* sectors = pack_->find_list("sector");
        for (std::size_t i = 0; i < pack_->code_lists.size(); ++i) {
            const auto& codes = pack_->code_lists[i].codes;
            for (std::size_t j = 0; j < codes.size(); ++j) {
                const auto& sector = codes[j].sector;
                if (!sector.empty() && (sectors == nullptr || !sectors->find(sector))) {
                    fail_at_code(i, j, "sector",
                                 "the sector of \"" + codes[j].token +
                                     "\" is not in the list named sector");
                }
            }
        }
    }

    void load_fields() {
        std::set<std::string, std::less<>> names;
        root_["fields"].each([&](const json_node& node, std::size_t) {
            node.only_keys({"name", "alias", "type", "list", "role", "required", "unit", "since",
                            "until", "ground", "label", "description"});
            field result;
            check_token(node["name"]);
            result.name = node["name"].string();
            result.alias = node["alias"].string();
            if (result.alias.empty()) {
                node["alias"].fail("a field has a Norwegian column name");
            }
            for (const auto& name : std::set{result.name, result.alias}) {
                if (!names.insert(name).second) {
                    node.fail("two fields have the column name \"" + name + "\"");
                }
            }
            result.type = read_enum<field_type>(node["type"], field_type_tokens);
            load_field_list(node, result);
            if (node.has("role")) {
                result.role = role_by_name(node["role"].string());
                if (!result.role) {
                    node["role"].fail("the role is not one that the library knows");
                }
                const auto needed = detail::type_of(*result.role);
                if (result.type != needed) {
                    node["role"].fail("a field with this role has the type " +
                                      std::string{token_of(needed)});
                }
            }
            detail::read_years(node, result.since, result.until);
            result.asked = detail::within_years(pack_->year, result.since, result.until);
            result.required = result.asked && node.has("required") && node["required"].boolean();
            if (node.has("unit")) {
                result.unit = node["unit"].string();
            }
            result.ground = read_ground(node["ground"]);
            result.label = read_text(node["label"], *pack_);
            result.description = read_text(node["description"], *pack_);
            pack_->fields.push_back(std::move(result));
        });
        if (pack_->fields.empty() || pack_->fields.size() > most_fields) {
            root_["fields"].fail("a pack has 1 to 1000 fields");
        }
        if (root_.has("required_any")) {
            load_required_any();
        }
    }

    void load_required_any() {
        root_["required_any"].each([&](const json_node& group, std::size_t) {
            auto& fields = pack_->required_any.emplace_back();
            group.each([&](const json_node& name, std::size_t) {
                fields.push_back(detail::field_index(name, *pack_));
            });
            if (fields.empty()) {
                group.fail("at least one field is needed here");
            }
        });
    }

    void load_field_list(const json_node& node, field& result) {
        const bool takes_codes =
            result.type == field_type::code || result.type == field_type::codes;
        if (takes_codes != node.has("list")) {
            node.fail(takes_codes ? "a field of codes names its list"
                                  : "only a field of codes names a list");
        }
        if (!takes_codes) {
            return;
        }
        const auto* list = pack_->find_list(node["list"].string());
        if (list == nullptr) {
            node["list"].fail("there is no code list of this name");
        }
        result.list = static_cast<std::size_t>(list - pack_->code_lists.data());
    }

    void load_age_groups() {
        const auto node = root_["age_groups"];
        node.only_keys({"id", "ground", "lower_bounds"});
        pack_->age_groups.id = node["id"].string();
        pack_->age_groups.ground = read_ground(node["ground"]);
        auto& bounds = pack_->age_groups.lower_bounds;
        node["lower_bounds"].each([&](const json_node& bound, std::size_t) {
            if (!bounds.empty() && bound.integer() <= bounds.back()) {
                bound.fail("the bounds of the age groups must rise");
            }
            bounds.push_back(bound.integer());
        });
        if (bounds.empty()) {
            node["lower_bounds"].fail("there is at least one age group");
        }
    }

    void bind_roles() {
        for (std::size_t i = 0; i < pack_->fields.size(); ++i) {
            const auto& f = pack_->fields[i];
            if (!f.role || !f.asked) {
                continue;
            }
            auto& column = pack_->roles.columns[index_of(*f.role)];
            if (column != role_binding::unbound) {
                fail_at_field(i, "role",
                              "two fields have the role " + std::string{name_of(*f.role)});
            }
            column = static_cast<std::int16_t>(i);
            bind_codes(f);
        }
        const auto* received = pack_->field_of(role::services_received);
        const auto* needed = pack_->field_of(role::services_needed);
        if (received != nullptr && needed != nullptr && received->list != needed->list) {
            fail_at_field(static_cast<std::size_t>(needed - pack_->fields.data()), "list",
                          "services received and needed are of one code list");
        }
    }

    /// Translates the codes of a field into the numbers of the model's own list, by token.
    void bind_codes(const field& f) {
        if (f.type != field_type::code) {
            return;
        }
        const auto known = model_tokens(*f.role);
        if (known.empty()) {
            return;
        }
        auto& decode = pack_->roles.decode[index_of(*f.role)];
        const auto& codes = pack_->code_lists[f.list].codes;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto at = std::find(known.begin(), known.end(), codes[i].token);
            if (at == known.end()) {
                fail_at_code(f.list, i, "token",
                             "the list of \"" + f.name + "\" has the token \"" + codes[i].token +
                                 "\", which its role does not know");
            }
            decode[i] = static_cast<std::uint8_t>(at - known.begin());
        }
    }

    static std::span<const std::string_view> model_tokens(role r) {
        if (index_of(r) < domain_count) {
            return rating_tokens;
        }
        switch (r) {
        case role::person_sex:
            return sex_tokens;
        case role::problem_substance:
            return yes_no_tokens;
        case role::problem_mental_disorder:
            return mental_disorder_tokens;
        default:
            return {};
        }
    }

    json_node root_;
    bool shipped_;
    std::shared_ptr<pack> pack_ = std::make_shared<pack>();
};

} // namespace

namespace {

/// Whether a text is that of a pack that comes with the library: it has been checked by its tests,
/// and need not be again for each context.
bool is_shipped(std::string_view json) {
    const auto ids = shipped_packs();
    return std::any_of(ids.begin(), ids.end(), [&](std::string_view id) {
        const auto own = shipped_pack_json(id);
        return own.data() == json.data() && own.size() == json.size();
    });
}

/// A parsed document with the packs that it extends merged into it.
class whole_document {
public:
    explicit whole_document(std::string_view json) {
        own_ = is_shipped(json)
                   ? boost::json::parse({json.data(), json.size()}, boost::json::storage_ptr{})
                   : detail::parse_document(json);
        const json_node root{own_, ""};
        if (!root.has("extends")) {
            return;
        }
        const auto base = shipped_pack_json(root["extends"].string());
        if (base.empty()) {
            root["extends"].fail("no pack of this id comes with the library");
        }
        if (root["id"].string() == root["extends"].string()) {
            root["id"].fail("a pack that changes another one has an id of its own");
        }
        merged_.emplace(whole_document{base}.document(), own_);
    }

    [[nodiscard]] const boost::json::value& document() const noexcept {
        return merged_ ? merged_->document() : own_;
    }
    /// A fault in the whole as one in the text.
    [[nodiscard]] detail::json_fault in_text(const detail::json_fault& fault) const {
        return merged_ ? merged_->in_change(fault) : fault;
    }

private:
    boost::json::value own_;
    std::optional<detail::extended_pack> merged_;
};

} // namespace

expected<std::shared_ptr<const pack>, pack_error> load_pack(std::string_view json) {
    std::optional<whole_document> whole;
    try {
        whole.emplace(json);
        return pack_loader{json_node{whole->document(), ""}, is_shipped(json)}.load();
    } catch (const detail::json_fault& fault) {
        auto own = whole ? whole->in_text(fault) : fault;
        return unexpected(pack_error{std::move(own.path), std::move(own.message)});
    }
}

std::optional<std::size_t> pack::find_field(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

const code_list* pack::find_list(std::string_view name) const noexcept {
    for (const auto& list : code_lists) {
        if (list.name == name) {
            return &list;
        }
    }
    return nullptr;
}

const scheme_definition* pack::find_scheme(std::string_view scheme) const noexcept {
    for (const auto& definition : schemes) {
        if (definition.id == scheme) {
            return &definition;
        }
    }
    return nullptr;
}

column_table pack::make_table() const {
    column_table table;
    table.columns.reserve(fields.size());
    for (const auto& f : fields) {
        table.columns.emplace_back(storage_of(f.type));
    }
    return table;
}

} // namespace brukerplan
