// Rows of numbers, names and small lists as CSV and NDJSON, with the same digits in both.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace brukerplan::detail {

/// Digits as they are written.
struct numeral {
    std::string digits;
};
/// `received=12.345|peers=3.210`, or an object.
using named_numerals = std::vector<std::pair<std::string_view, numeral>>;
/// `estimated|few_recipients`, or a list.
using token_list = std::vector<std::string_view>;
/// Nothing is an empty cell, or null.
using table_cell = std::variant<std::monostate, std::string, numeral, named_numerals, token_list>;

/// With a point, whatever the locale, and never `-0.000`. Nothing for what is no finite number.
[[nodiscard]] table_cell fixed_cell(double value, int decimals);
[[nodiscard]] numeral fixed_numeral(double value, int decimals);
[[nodiscard]] table_cell whole_cell(std::int64_t value);

[[nodiscard]] std::string csv_line(std::span<const std::string_view> cells);
void append_csv_row(std::span<const table_cell> cells, std::string& to);
/// One object in one line.
/// `columns`: as many as cells
void append_ndjson_row(std::span<const std::string_view> columns, std::span<const table_cell> cells,
                       std::string& to);

} // namespace brukerplan::detail
