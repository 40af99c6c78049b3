#include "projection/count_rows.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "instrument/column_name.hpp"
#include "projection/count_token.hpp"
#include "read/cell.hpp"
#include "read/opening.hpp"

namespace brukerplan::detail {

namespace {

/// All of a text as a number, or nothing.
template <class Number>
std::optional<Number> whole(std::string_view text) {
    Number value{};
    const auto* end = text.data() + text.size();
    const auto [at, failure] = std::from_chars(text.data(), end, value);
    return failure == std::errc{} && at == end ? std::optional{value} : std::nullopt;
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

} // namespace

count_rows::count_rows(count_file file, byte_source source, std::span<const count_column> columns)
    : columns_(columns), rows_(std::move(source), dialect_), place_(columns.size(), nowhere) {
    error_.file = file;
    for (const auto& column : columns) {
        names_.push_back(comparable_name(column.name));
    }
}

std::optional<std::size_t> count_rows::column_named(std::string_view name) const {
    const auto at = std::find(names_.begin(), names_.end(), comparable_name(name));
    return at == names_.end() ? std::nullopt
                              : std::optional{static_cast<std::size_t>(at - names_.begin())};
}

bool count_rows::open() {
    const auto fault = open_table(rows_, dialect_, [&](const auto& cells) {
        return static_cast<std::size_t>(std::count_if(
            cells.begin(), cells.end(), [&](auto name) { return column_named(name).has_value(); }));
    });
    error_.unusable = fault ? std::optional{read_error{*fault, {}}} : read_header();
    return good();
}

std::optional<read_error> count_rows::read_header() {
    rows_.next({}, row_);
    width_ = width_of(row_.cells);
    read_error missing{read_fault::missing_columns, {}};
    read_error duplicate{read_fault::duplicate_columns, {}};
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
        if (const auto column = column_named(row_.cells[i])) {
            if (has(*column)) {
                duplicate.columns.emplace_back(columns_[*column].name);
            }
            place_[*column] = i;
        }
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].needed && !has(c)) {
            missing.columns.emplace_back(columns_[c].name);
        }
    }
    if (!missing.columns.empty()) {
        return looks_garbled(row_.cells) ? read_error{read_fault::unknown_charset, {}} : missing;
    }
    return duplicate.columns.empty() ? std::nullopt : std::optional{std::move(duplicate)};
}

void count_rows::need(std::initializer_list<std::size_t> columns) {
    read_error missing{read_fault::missing_columns, {}};
    for (const auto column : columns) {
        if (!has(column)) {
            missing.columns.emplace_back(columns_[column].name);
        }
    }
    if (!missing.columns.empty()) {
        error_.unusable = std::move(missing);
    }
}

bool count_rows::next() {
    while (rows_.next(width_, row_)) {
        if (row_.fault == row_fault::none) {
            return true;
        }
        fault(row_.fault == row_fault::cells ? count_fault::row_of_other_width
                                             : count_fault::row_not_readable);
    }
    return false;
}

std::string_view count_rows::cell(std::size_t column) const {
    return has(column) ? trimmed(row_.cells[place_[column]]) : std::string_view{};
}

bool count_rows::empty(std::size_t column) const {
    return cell(column).empty();
}

std::optional<std::string> count_rows::token(std::size_t column) {
    const auto text = cell(column);
    if (const auto wrong = fault_of_token(text)) {
        fault(*wrong, column);
        return std::nullopt;
    }
    return std::string{text};
}

std::optional<municipality_round> count_rows::round_of(std::size_t municipality,
                                                       std::size_t round) {
    auto code = token(municipality);
    const auto which = number(round);
    return code && which ? std::optional{municipality_round{*std::move(code), *which}}
                         : std::nullopt;
}

std::optional<int> count_rows::number(std::size_t column) {
    const auto value = whole<int>(cell(column));
    if (!value) {
        fault(count_fault::not_a_round, column);
    }
    return value;
}

std::optional<std::uint32_t> count_rows::count(std::size_t column) {
    const auto value = whole<std::uint32_t>(cell(column));
    if (!value || *value > most_in_a_cell) {
        fault(count_fault::not_a_count, column);
        return std::nullopt;
    }
    return value;
}

std::optional<date> count_rows::day(std::size_t column) {
    const auto value = parse_date(cell(column));
    if (!value) {
        fault(count_fault::not_a_date, column);
    }
    return value;
}

std::optional<double> count_rows::decimal(std::size_t column, double most, bool with_zero,
                                          count_fault otherwise) {
    std::string text{cell(column)};
    if (const auto comma = text.find(','); comma != text.npos) {
        text[comma] = '.';
    }
    const auto value = whole<double>(text);
    if (!value || !(*value >= 0 && *value <= most) || (*value == 0 && !with_zero)) {
        fault(otherwise, column);
        return std::nullopt;
    }
    return value;
}

std::optional<double> count_rows::share(std::size_t column) {
    return decimal(column, 1, false, count_fault::not_a_share);
}

std::optional<double> count_rows::log_sd(std::size_t column) {
    return decimal(column, 1, true, count_fault::not_a_log_sd);
}

std::optional<double> count_rows::amount(std::size_t column) {
    return decimal(column, most_in_a_cell, true, count_fault::not_a_number);
}

std::optional<std::size_t> count_rows::one_of(std::size_t column,
                                              std::span<const std::string_view> tokens,
                                              count_fault otherwise) {
    const auto at = std::find(tokens.begin(), tokens.end(), lower(cell(column)));
    if (at == tokens.end()) {
        fault(otherwise, column);
        return std::nullopt;
    }
    return static_cast<std::size_t>(at - tokens.begin());
}

std::optional<age_band> count_rows::band(std::size_t column) {
    constexpr int oldest = 150;
    const auto text = cell(column);
    const auto sign = std::min(text.find_first_of("-+"), text.size());
    const auto from = whole<int>(text.substr(0, sign));
    const auto rest = text.substr(std::min(sign + 1, text.size()));
    const bool open = sign < text.size() && rest.empty();
    const auto to = sign == text.size() ? from : whole<int>(rest);
    const bool in_order = open || (to && from && *from <= *to && *to <= oldest &&
                                   (sign == text.size() || text[sign] == '-'));
    if (!from || *from < 0 || *from > oldest || !in_order) {
        fault(count_fault::not_an_age_band, column);
        return std::nullopt;
    }
    return age_band{*from, open ? std::nullopt : to};
}

void count_rows::fault(count_fault what, std::size_t column) {
    fault_at(row_.line, what, columns_[column].name);
}

void count_rows::fault_at(std::uint64_t line, count_fault what, std::string_view column) {
    ++error_.fault_count;
    if (error_.faults.size() < most_count_file_faults) {
        error_.faults.push_back({what, line, column});
    }
}

count_file_error count_rows::error() && {
    std::stable_sort(error_.faults.begin(), error_.faults.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(error_);
}

} // namespace brukerplan::detail
