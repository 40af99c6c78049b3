#include "write/table_cells.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include <boost/json.hpp>

#include "write/listing.hpp"

namespace brukerplan::detail {

namespace {

template <class... Cases>
struct by_kind : Cases... {
    using Cases::operator()...;
};

std::string joined(const auto& parts, const auto& text_of) {
    std::string result;
    for (const auto& part : parts) {
        result += (result.empty() ? "" : "|") + text_of(part);
    }
    return result;
}

std::string csv_text(const table_cell& cell) {
    return std::visit(by_kind{[](std::monostate) { return std::string{}; },
                              [](const std::string& text) { return text; },
                              [](const numeral& number) { return number.digits; },
                              [](const named_numerals& numbers) {
                                  return joined(numbers, [](const auto& of) {
                                      return std::string{of.first} + "=" + of.second.digits;
                                  });
                              },
                              [](const token_list& tokens) {
                                  return joined(tokens,
                                                [](auto token) { return std::string{token}; });
                              }},
                      cell);
}

std::string json_string(std::string_view text) {
    return boost::json::serialize(boost::json::string{text});
}

/// A list or an object: parts with commas between them.
template <class Parts, class Text>
std::string enclosed(char open, const Parts& parts, char close, const Text& text_of) {
    std::string result{open};
    for (const auto& part : parts) {
        result += (result.size() > 1 ? "," : "") + text_of(part);
    }
    return result += close;
}

std::string json_text(const table_cell& cell) {
    return std::visit(
        by_kind{[](std::monostate) { return std::string{"null"}; },
                [](const std::string& text) { return json_string(text); },
                [](const numeral& number) { return number.digits; },
                [](const named_numerals& numbers) {
                    return enclosed('{', numbers, '}', [](const auto& of) {
                        return json_string(of.first) + ":" + of.second.digits;
                    });
                },
                [](const token_list& tokens) { return enclosed('[', tokens, ']', json_string); }},
        cell);
}

} // namespace

numeral fixed_numeral(double value, int decimals) {
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    std::string text{digits.data(), end};
    if (text.starts_with('-') && text.find_first_not_of("-0.") == text.npos) {
        text.erase(0, 1);
    }
    return {std::move(text)};
}

table_cell fixed_cell(double value, int decimals) {
    return std::isfinite(value) ? table_cell{fixed_numeral(value, decimals)} : table_cell{};
}

table_cell whole_cell(std::int64_t value) {
    return numeral{std::to_string(value)};
}

std::string csv_line(std::span<const std::string_view> cells) {
    std::string line;
    for (const auto cell : cells) {
        line += (line.empty() ? "" : ",") + csv_cell(cell, ',');
    }
    return line + "\n";
}

void append_csv_row(std::span<const table_cell> cells, std::string& to) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        to += i == 0 ? "" : ",";
        to += csv_cell(csv_text(cells[i]), ',');
    }
    to += '\n';
}

void append_ndjson_row(std::span<const std::string_view> columns, std::span<const table_cell> cells,
                       std::string& to) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        to += i == 0 ? '{' : ',';
        to += json_string(columns[i]);
        to += ':';
        to += json_text(cells[i]);
    }
    to += "}\n";
}

} // namespace brukerplan::detail
