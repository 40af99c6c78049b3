#include <brukerplan/read/mapping.hpp>

#include <set>
#include <utility>

#include "instrument/json_reader.hpp"
#include "read/header.hpp"

namespace brukerplan {

namespace {

using detail::json_node;

class mapping_loader {
public:
    mapping_loader(const json_node& root, const pack& instrument)
        : root_(root), pack_(instrument) {}

    mapping load() {
        root_.only_keys({"format", "version", "id", "pack", "columns", "codes", "constants"});
        if (root_["format"].string() != "brukerplan/mapping") {
            root_["format"].fail("the format must be \"brukerplan/mapping\"");
        }
        if (root_["version"].integer() != 1) {
            root_["version"].fail("this library reads version 1 of the mapping format");
        }
        mapping_.id = root_["id"].string();
        if (mapping_.id.empty()) {
            root_["id"].fail("a mapping has a name and version, such as \"vendor/1\"");
        }
        const auto wanted = root_["pack"].string();
        if (wanted != pack_.id && wanted != pack_.extends) {
            root_["pack"].fail("the mapping is for another pack than the one in use");
        }
        load_columns();
        load_words();
        load_constants();
        return std::move(mapping_);
    }

private:
    [[nodiscard]] std::size_t field_named(std::string_view name, const json_node& node) const {
        const auto at = pack_.find_field(name);
        if (!at) {
            node.fail("the pack has no field of this name");
        }
        return *at;
    }

    void load_columns() {
        if (!root_.has("columns")) {
            return;
        }
        std::set<std::string> names;
        root_["columns"].each_member([&](std::string_view name, const json_node& node) {
            const auto comparable = detail::comparable_name(name);
            if (comparable.empty()) {
                node.fail("a column has a name");
            }
            if (!names.insert(comparable).second) {
                node.fail("two columns have this name, apart from case, blanks and underscores");
            }
            mapping_.columns.push_back({std::string{name}, field_named(node.string(), node)});
        });
    }

    void load_words() {
        if (!root_.has("codes")) {
            return;
        }
        root_["codes"].each_member([&](std::string_view name, const json_node& node) {
            const auto field = field_named(name, node);
            const auto* list = pack_.list_of(pack_.fields[field]);
            if (list == nullptr) {
                node.fail("this field has no codes");
            }
            node.each_member([&](std::string_view written, const json_node& meaning) {
                const auto token = meaning.string();
                if (!token.empty() && !list->find(token) && !list->find_alone(token)) {
                    meaning.fail("this token is not in the field's code list");
                }
                mapping_.words.push_back({field, std::string{written}, std::string{token}});
            });
        });
    }

    void load_constants() {
        if (!root_.has("constants")) {
            return;
        }
        root_["constants"].each_member([&](std::string_view name, const json_node& node) {
            const auto field = field_named(name, node);
            if (pack_.fields[field].type == field_type::national_number) {
                node.fail("not everybody has the same number");
            }
            mapping_.constants.push_back({field, std::string{node.string()}});
        });
    }

    json_node root_;
    const pack& pack_;
    mapping mapping_;
};

} // namespace

expected<mapping, mapping_error> load_mapping(std::string_view json, const pack& instrument) {
    try {
        const auto document = detail::parse_json(json);
        return mapping_loader{json_node{document, ""}, instrument}.load();
    } catch (const detail::json_fault& fault) {
        return unexpected(mapping_error{fault.path, fault.message});
    }
}

} // namespace brukerplan
