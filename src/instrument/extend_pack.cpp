#include "instrument/extend_pack.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

namespace {

namespace json = boost::json;

/// Lists whose entries are known by a key: an entry with the key of an older one changes that.
struct keyed_list {
    std::string_view name;
    std::string_view key;
};
constexpr std::array<keyed_list, 4> keyed_lists{
    {{"fields", "name"}, {"code_lists", "name"}, {"schemes", "id"}, {"rules", "code"}}};
/// Lists inside the entries of these.
constexpr std::array<keyed_list, 2> inner_lists{{{"codes", "token"}, {"alone", "token"}}};

std::string_view text_of(const json::value& value) {
    if (!value.is_string()) {
        return {};
    }
    return {value.get_string().data(), value.get_string().size()};
}

std::string_view key_of(const json::value& entry, std::string_view key) {
    const auto* found = entry.is_object() ? entry.get_object().if_contains(key) : nullptr;
    return found != nullptr ? text_of(*found) : std::string_view{};
}

json::value* entry_of(json::array& list, std::string_view key, std::string_view wanted) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const json::value& entry) {
        return !wanted.empty() && key_of(entry, key) == wanted;
    });
    return at == list.end() ? nullptr : &*at;
}

void merge_into(json::value& base, const json::value& change);

void merge_entries(json::array& base, const json::array& change, std::string_view key) {
    for (const auto& entry : change) {
        if (auto* older = entry_of(base, key, key_of(entry, key))) {
            merge_into(*older, entry);
        } else {
            base.push_back(entry);
        }
    }
}

/// Members of an object replace those of the same name; texts gain languages; lists of codes gain
/// codes; any other list is replaced.
void merge_into(json::value& base, const json::value& change) {
    if (!base.is_object() || !change.is_object()) {
        base = change;
        return;
    }
    for (const auto& member : change.get_object()) {
        auto& older = base.get_object()[member.key()];
        const auto inner =
            std::find_if(inner_lists.begin(), inner_lists.end(),
                         [&](const keyed_list& list) { return list.name == member.key(); });
        if (inner != inner_lists.end() && older.is_array() && member.value().is_array()) {
            merge_entries(older.get_array(), member.value().get_array(), inner->key);
        } else {
            merge_into(older, member.value());
        }
    }
}

} // namespace

extended_pack::extended_pack(const json::object& base, const json::object& change)
    : document_(base), base_id_(key_of(json::value(base), "id")) {
    for (const auto& list : keyed_lists) {
        merge_list(list.name, list.key, change);
    }
    for (const auto& member : change) {
        const std::string_view name{member.key().data(), member.key().size()};
        const bool keyed = std::any_of(keyed_lists.begin(), keyed_lists.end(),
                                       [&](const keyed_list& list) { return list.name == name; });
        if (!keyed && name != "without") {
            changed_members_.emplace_back(name);
            merge_into(document_.get_object()[member.key()], member.value());
        }
    }
    leave_out(change);
}

void extended_pack::merge_list(std::string_view name, std::string_view key,
                               const json::object& change) {
    auto& slot = document_.get_object()[name];
    if (!slot.is_array()) {
        slot = json::array{};
    }
    auto& entries = slot.get_array();
    merged_list merged{std::string{name}, {}};
    merged.in_change.resize(entries.size());
    if (const auto* changes = change.if_contains(name)) {
        const std::string path = "/" + std::string{name};
        json_node{*changes, path}.each([&](const json_node& node, std::size_t position) {
            const auto wanted = node[key].string();
            const auto& entry = changes->get_array()[position];
            if (auto* older = entry_of(entries, key, wanted)) {
                merge_into(*older, entry);
                merged.in_change[static_cast<std::size_t>(older - entries.data())] = position;
            } else {
                entries.push_back(entry);
                merged.in_change.push_back(position);
            }
        });
    }
    lists_.push_back(std::move(merged));
}

void extended_pack::leave_out(const json::object& change) {
    const auto* without = change.if_contains("without");
    if (without == nullptr) {
        return;
    }
    const json_node node{*without, "/without"};
    node.only_keys({"fields", "code_lists", "schemes", "rules"});
    for (std::size_t i = 0; i < keyed_lists.size(); ++i) {
        const auto& list = keyed_lists[i];
        if (!node.has(list.name)) {
            continue;
        }
        auto& entries = document_.get_object()[list.name].get_array();
        auto& in_change = lists_[i].in_change;
        node[list.name].each([&](const json_node& name, std::size_t) {
            const auto* entry = entry_of(entries, list.key, name.string());
            if (entry == nullptr) {
                name.fail("the pack that is extended has nothing of this name");
            }
            const auto at = entry - entries.data();
            entries.erase(entries.begin() + at);
            in_change.erase(in_change.begin() + at);
        });
    }
}

std::string extended_pack::path_in_change(std::string_view path) const {
    const auto begin_of = [](std::string_view p) { return std::min(p.find('/', 1), p.size()); };
    const auto first = path.empty() ? path : path.substr(1, begin_of(path) - 1);
    const auto list = std::find_if(lists_.begin(), lists_.end(),
                                   [&](const merged_list& l) { return l.name == first; });
    if (list != lists_.end()) {
        const auto rest = path.substr(begin_of(path));
        const auto number = rest.empty() ? rest : rest.substr(1, begin_of(rest) - 1);
        std::size_t position = 0;
        const auto [end, failure] =
            std::from_chars(number.data(), number.data() + number.size(), position);
        if (!number.empty() && failure == std::errc{} && end == number.data() + number.size() &&
            position < list->in_change.size() && list->in_change[position]) {
            return "/" + list->name + "/" + std::to_string(*list->in_change[position]) +
                   std::string{rest.substr(begin_of(rest))};
        }
    } else if (path.empty() || std::find(changed_members_.begin(), changed_members_.end(), first) !=
                                   changed_members_.end()) {
        return std::string{path};
    }
    return base_id_ + std::string{path};
}

} // namespace brukerplan::detail
