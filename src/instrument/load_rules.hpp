// The rules of a pack, read from JSON. The fields and code lists of the pack must be there already.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

void load_rules(const json_node& node, pack& into);

/// A text in the languages that the pack needs and perhaps in those that it may have, no others.
text read_text(const json_node& node, const pack& in);
text read_text(const json_node& node, const std::vector<std::string>& languages);
ground read_ground(const json_node& node);

/// Index of the field that a node names.
std::size_t field_index(const json_node& node, const pack& in);

/// Index of the node's text among the names.
std::size_t read_name(const json_node& node, std::span<const std::string_view> names);

/// `since` and `until`, where they are there.
void read_years(const json_node& node, std::optional<int>& since, std::optional<int>& until);
bool within_years(int year, std::optional<int> since, std::optional<int> until) noexcept;

template <class Enum>
Enum read_enum(const json_node& node, std::span<const std::string_view> names) {
    return static_cast<Enum>(read_name(node, names));
}

} // namespace brukerplan::detail
