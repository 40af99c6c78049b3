#include "instrument/extend_pack.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace brukerplan::detail {

namespace {

namespace json = boost::json;

/// Lists whose entries are known by a key: an entry with the key of an older one changes that.
struct keyed_list {
    std::string_view name;
    std::string_view key;
};
constexpr std::array<keyed_list, 4> outer_lists{
    {{"fields", "name"}, {"code_lists", "name"}, {"schemes", "id"}, {"rules", "code"}}};
/// Lists inside the entries of these.
constexpr std::array<keyed_list, 2> inner_lists{{{"codes", "token"}, {"alone", "token"}}};
/// Objects that mean something only as a whole.
constexpr std::array<std::string_view, 2> replaced_whole{"example", "example_options"};

/// The key of the list's entries, if they have one. `depth` counts from the whole document, 0.
std::optional<std::string_view> key_of_list(std::string_view name, std::size_t depth) {
    const auto lists =
        depth == 0 ? std::span<const keyed_list>{outer_lists} : std::span{inner_lists};
    const auto at = std::find_if(lists.begin(), lists.end(),
                                 [&](const keyed_list& list) { return list.name == name; });
    return at == lists.end() ? std::nullopt : std::optional{at->key};
}

std::string_view key_of(const json::value& entry, std::string_view key) {
    const auto* found = entry.is_object() ? entry.get_object().if_contains(key) : nullptr;
    return found != nullptr && found->is_string() ? std::string_view{found->get_string()}
                                                  : std::string_view{};
}

std::optional<std::size_t> position_of(const json::array& list, std::string_view key,
                                       std::string_view wanted) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const json::value& entry) {
        return !wanted.empty() && key_of(entry, key) == wanted;
    });
    return at == list.end() ? std::nullopt : std::optional<std::size_t>(at - list.begin());
}

void merge_object(json::object& base, const json_node& change, std::size_t depth);

void merge_value(json::value& base, const json_node& change, const json::value& value,
                 std::size_t depth) {
    if (base.is_object() && value.is_object()) {
        merge_object(base.get_object(), change, depth);
    } else {
        base = value;
    }
}

void merge_list(json::array& base, const json_node& change, std::string_view key,
                std::size_t depth) {
    std::set<std::string, std::less<>> seen;
    change.each([&](const json_node& node, std::size_t position) {
        const auto wanted = node[key].string();
        if (!seen.emplace(wanted).second) {
            node[key].fail("this stands twice in the list");
        }
        const auto& entry = change.array()[position];
        if (const auto older = position_of(base, key, wanted)) {
            merge_value(base[*older], node, entry, depth);
        } else {
            base.push_back(entry);
        }
    });
}

/// Members of an object replace those of the same name; texts gain languages; lists of codes gain
/// codes; any other list is replaced.
void merge_object(json::object& base, const json_node& change, std::size_t depth) {
    change.each_member([&](std::string_view name, const json_node& node) {
        const auto& value = change.object().at(name);
        auto& older = base[name];
        if (const auto key = key_of_list(name, depth)) {
            if (!older.is_array()) {
                older = json::array{};
            }
            merge_list(older.get_array(), node, *key, depth + 1);
        } else if (std::find(replaced_whole.begin(), replaced_whole.end(), name) !=
                   replaced_whole.end()) {
            older = value;
        } else {
            merge_value(older, node, value, depth + 1);
        }
    });
}

/// The parts of a JSON pointer, unescaped.
std::vector<std::string> parts_of(std::string_view pointer) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            parts.emplace_back();
        } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
            parts.back() += pointer[++i] == '1' ? '/' : '~';
        } else {
            parts.back() += pointer[i];
        }
    }
    return parts;
}

std::optional<std::size_t> index_in(const json::array& list, std::string_view part) {
    std::size_t index = 0;
    const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), index);
    const bool good = failure == std::errc{} && end == part.data() + part.size();
    return good && index < list.size() ? std::optional{index} : std::nullopt;
}

/// A place in the whole document, the same in the change for as long as it is there too, and a name
/// for the place that does not count positions.
struct walk {
    const json::value* whole;
    const json::value* change; ///< null once the change has nothing of the kind
    std::string path;          ///< as far as the change goes
    std::size_t depth = 0;     ///< of `path`
    std::string name;

    void step(const std::string& part, std::optional<std::string_view> key) {
        if (whole != nullptr && whole->is_array()) {
            step_into_list(part, key);
            return;
        }
        whole = member_of(whole, part);
        change = member_of(change, part);
        arrive_at(pointer_part(part));
        name += "/" + pointer_part(part);
    }

private:
    static const json::value* member_of(const json::value* holder, std::string_view key) {
        return holder != nullptr && holder->is_object() ? holder->get_object().if_contains(key)
                                                        : nullptr;
    }
    void arrive_at(const std::string& part) {
        if (change != nullptr) {
            path += "/" + part;
            ++depth;
        }
    }
    void step_into_list(const std::string& part, std::optional<std::string_view> key) {
        const auto index = index_in(whole->get_array(), part);
        whole = index ? &whole->get_array()[*index] : nullptr;
        const auto wanted = key && whole != nullptr ? key_of(*whole, *key) : std::string_view{};
        name += "/" + (wanted.empty() ? part : pointer_part(wanted));
        if (change == nullptr || !change->is_array()) {
            change = nullptr;
            return;
        }
        const auto own = key ? position_of(change->get_array(), *key, wanted)
                             : index_in(change->get_array(), part);
        change = own ? &change->get_array()[*own] : nullptr;
        if (own) {
            arrive_at(std::to_string(*own));
        }
    }
};

} // namespace

extended_pack::extended_pack(json::value base, json::value change)
    : change_(std::move(change)), document_(std::move(base)), base_id_(key_of(document_, "id")) {
    merge_object(document_.as_object(), json_node{change_, ""}, 0);
    document_.get_object().erase("without");
    leave_out();
}

void extended_pack::leave_out() {
    const json_node root{change_, ""};
    if (!root.has("without")) {
        return;
    }
    const auto node = root["without"];
    node.only_keys({"fields", "code_lists", "schemes", "rules"});
    for (const auto& list : outer_lists) {
        if (!node.has(list.name)) {
            continue;
        }
        auto* entries = document_.get_object().if_contains(list.name);
        node[list.name].each([&](const json_node& name, std::size_t) {
            const auto at = entries == nullptr
                                ? std::nullopt
                                : position_of(entries->as_array(), list.key, name.string());
            if (!at) {
                name.fail("the pack that is extended has nothing of this name");
            }
            entries->get_array().erase(entries->get_array().begin() +
                                       static_cast<std::ptrdiff_t>(*at));
        });
    }
}

json_fault extended_pack::in_change(const json_fault& fault) const {
    walk at{&document_, &change_, {}, 0, {}};
    std::string last;
    std::size_t depth = 0;
    for (const auto& part : parts_of(fault.path)) {
        // The name of a list stands one above its entries.
        at.step(part, key_of_list(last, depth == 1 ? 0 : 1));
        last = part;
        ++depth;
    }
    if (at.change != nullptr) {
        return {at.path, fault.message};
    }
    // An entry that the change touches, or else what touches all of them.
    constexpr std::size_t entry = 2;
    std::string path = at.path;
    if (at.depth < entry) {
        const auto& members = change_.get_object();
        path = members.contains("without")     ? "/without"
               : members.contains("languages") ? "/languages"
                                               : "/extends";
    }
    return {path,
            fault.message + " (in " + base_id_ + " as it is changed here, at " + at.name + ")"};
}

} // namespace brukerplan::detail
