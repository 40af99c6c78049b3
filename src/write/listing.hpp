// Rows of named values as a terminal table, CSV, NDJSON or a JSON list.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

namespace brukerplan::detail {

enum class listing_format : std::uint8_t { table, csv, ndjson, json };

inline constexpr std::array<std::string_view, 4> listing_format_tokens{"table", "csv", "ndjson",
                                                                       "json"};

/// Takes finished text.
using text_sink = std::function<void(std::string_view)>;

/// Writes one row after another; a table is held back until `finish` knows its widths.
class listing {
public:
    listing(listing_format format, std::span<const std::string_view> columns, text_sink sink);

    /// The row's values by column name; a column that is not there is null.
    void add(const boost::json::object& row);
    /// Must be called once, after the last row.
    void finish();

private:
    void write_line(const std::vector<std::string>& cells);
    void write_table();

    listing_format format_;
    std::vector<std::string> columns_;
    text_sink sink_;
    std::uint64_t rows_ = 0;
    std::vector<std::vector<std::string>> held_;
};

/// One cell of CSV: quoted where it holds the separator, a quote or a line end.
[[nodiscard]] std::string csv_cell(std::string_view text, char separator);

/// With blanks for what a terminal would take as a command or a line end: C0, DEL and C1.
[[nodiscard]] std::string on_one_line(std::string text);

/// Number of terminal columns that UTF-8 text takes up, one a code point.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

} // namespace brukerplan::detail
