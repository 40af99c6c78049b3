#include <brukerplan/instrument/mapping.hpp>

#include <set>
#include <utility>

#include "instrument/column_name.hpp"
#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"

namespace brukerplan {

namespace {

using detail::json_node;

class mapping_loader {
public:
    mapping_loader(const json_node& root, const pack& to)
        : root_(root), pack_(std::make_shared<pack>(to)) {}

    std::shared_ptr<const pack> load() {
        root_.only_keys({"format", "version", "id", "pack", "columns", "codes", "constants"});
        if (root_["format"].string() != "brukerplan/mapping") {
            root_["format"].fail("the format must be \"brukerplan/mapping\"");
        }
        if (root_["version"].integer() != 1) {
            root_["version"].fail("this library reads version 1 of the mapping format");
        }
        pack_->mapping = root_["id"].string();
        if (pack_->mapping.empty() || pack_->mapping.find('\n') != std::string::npos) {
            root_["id"].fail("a mapping has a name and version, such as \"vendor/1\"");
        }
        const auto wanted = root_["pack"].string();
        if (wanted != pack_->id && wanted != pack_->extends) {
            root_["pack"].fail("the mapping is for another pack than the one in use");
        }
        load_columns();
        load_words();
        load_constants();
        return pack_;
    }

private:
    [[nodiscard]] std::size_t field_named(std::string_view name, const json_node& node) const {
        const auto at = pack_->find_field(name);
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
            pack_->fields[field_named(node.string(), node)].mapped_names.emplace_back(name);
        });
    }

    void load_words() {
        if (!root_.has("codes")) {
            return;
        }
        root_["codes"].each_member([&](std::string_view name, const json_node& node) {
            const auto field = field_named(name, node);
            const auto* list = pack_->list_of(pack_->fields[field]);
            if (list == nullptr) {
                node.fail("this field has no codes");
            }
            node.each_member([&](std::string_view written, const json_node& meaning) {
                const auto token = meaning.string();
                if (!token.empty() && !list->find(token) && !list->find_alone(token)) {
                    meaning.fail("this token is not in the field's code list");
                }
                pack_->fields[field].mapped_words.push_back(
                    {in_lower_case(written), std::string{token}});
            });
        });
    }

    void load_constants() {
        if (!root_.has("constants")) {
            return;
        }
        root_["constants"].each_member([&](std::string_view name, const json_node& node) {
            const auto field = field_named(name, node);
            if (pack_->fields[field].type == field_type::national_number) {
                node.fail("not everybody has the same number");
            }
            pack_->fields[field].constant = std::string{node.string()};
        });
    }

    static std::string in_lower_case(std::string_view word) {
        std::string lower{word};
        for (char& c : lower) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        return lower;
    }

    json_node root_;
    std::shared_ptr<pack> pack_;
};

} // namespace

expected<std::shared_ptr<const pack>, mapping_error> apply_mapping(std::string_view json,
                                                                   const pack& to) {
    try {
        const auto document = detail::parse_document(json);
        return mapping_loader{json_node{document, ""}, to}.load();
    } catch (const detail::json_fault& fault) {
        return unexpected(mapping_error{fault.path, fault.message});
    }
}

} // namespace brukerplan
