#include "write/listing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace brukerplan::detail {

namespace {

/// The shortest decimals that are read back as the same number, never with an exponent.
std::string decimal_text(double value) {
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed);
    return {digits.data(), end.ptr};
}

/// A value as one cell of text: lists are joined, objects stay JSON.
std::string cell_text(const boost::json::value& value) {
    if (value.is_null()) {
        return {};
    }
    if (value.is_string()) {
        return std::string{value.get_string()};
    }
    if (value.is_double()) {
        return decimal_text(value.get_double());
    }
    if (value.is_array()) {
        std::string joined;
        for (const auto& element : value.get_array()) {
            joined += (joined.empty() ? "" : "|") + cell_text(element);
        }
        return joined;
    }
    return boost::json::serialize(value);
}

} // namespace

std::string on_one_line(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (c < 0x20 || c == 0x7F) {
            text[i] = ' ';
        } else if (c == 0xC2 && next >= 0x80 && next < 0xA0) {
            text.replace(i, 2, " ");
        }
    }
    return text;
}

std::size_t display_width(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string csv_cell(std::string_view text, char separator) {
    if (text.find_first_of("\"\r\n") == text.npos && text.find(separator) == text.npos) {
        return std::string{text};
    }
    std::string quoted{'"'};
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted += '"';
}

listing::listing(listing_format format, std::span<const std::string_view> columns, text_sink sink)
    : format_(format), columns_(columns.begin(), columns.end()), sink_(std::move(sink)) {
    if (format_ == listing_format::csv) {
        write_line(columns_);
    } else if (format_ == listing_format::table) {
        held_.push_back(columns_);
    }
}

void listing::add(const boost::json::object& row) {
    ++rows_;
    if (format_ == listing_format::ndjson || format_ == listing_format::json) {
        const std::string_view before =
            format_ == listing_format::ndjson ? "" : (rows_ == 1 ? "[\n" : ",\n");
        const std::string_view after = format_ == listing_format::ndjson ? "\n" : "";
        sink_(std::string{before} + boost::json::serialize(row) + std::string{after});
        return;
    }
    std::vector<std::string> cells;
    for (const auto& name : columns_) {
        const auto* value = row.if_contains(name);
        cells.push_back(value == nullptr ? std::string{} : cell_text(*value));
    }
    if (format_ == listing_format::csv) {
        write_line(cells);
        return;
    }
    for (auto& cell : cells) {
        cell = on_one_line(std::move(cell));
    }
    held_.push_back(std::move(cells));
}

void listing::finish() {
    if (format_ == listing_format::json) {
        sink_(rows_ == 0 ? "[]\n" : "\n]\n");
    } else if (format_ == listing_format::table) {
        write_table();
    }
}

void listing::write_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += (i == 0 ? "" : ",") + csv_cell(cells[i], ',');
    }
    sink_(line + "\n");
}

void listing::write_table() {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : held_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    for (const auto& row : held_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += (i == 0 ? "" : "  ") + row[i];
            line.append(widths[i] - display_width(row[i]), ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        sink_(line + "\n");
    }
    held_.clear();
}

} // namespace brukerplan::detail
