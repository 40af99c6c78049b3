// Reading the parts that the report library's documents share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/date.hpp>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

/// The document as JSON of this format and version 1. Throws `report_fault`.
[[nodiscard]] boost::json::value parse_document(std::string_view json, std::string_view format);

/// A string without control characters.
[[nodiscard]] std::string line(const json_node& node);
/// The same, not empty.
[[nodiscard]] std::string name(const json_node& node);
/// The same of a member, empty where it is null.
[[nodiscard]] std::string line_or_null(const json_node& parent, std::string_view key);
/// Whether a member, which must be there, is null.
[[nodiscard]] bool is_null(const json_node& parent, std::string_view key);

/// Lower-case letters a to z, digits and underscores, and not empty.
[[nodiscard]] bool is_identifier(std::string_view value);

/// A whole number that is not negative.
[[nodiscard]] std::int32_t count(const json_node& node);
/// The index of a string among `tokens`.
[[nodiscard]] std::size_t one_of(const json_node& node, std::span<const std::string_view> tokens);
[[nodiscard]] std::optional<date> optional_date(const json_node& parent, std::string_view key);
/// Strings by language, with `nb` among them.
[[nodiscard]] text localized(const json_node& node);

template <class F>
auto list(const json_node& node, F&& read_one) {
    std::vector<decltype(read_one(node))> result;
    result.reserve(node.array().size());
    node.each([&](const json_node& element, std::size_t) { result.push_back(read_one(element)); });
    return result;
}

} // namespace brukerplan::detail
