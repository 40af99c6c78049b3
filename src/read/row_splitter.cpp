#include "read/row_splitter.hpp"

#include <algorithm>
#include <utility>

#include "read/charset.hpp"

namespace brukerplan::detail {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20U;
/// A quoted cell longer than this has lost its closing quote.
constexpr std::size_t longest_row = std::size_t{1} << 18U;

bool ends_line(char c) noexcept { return c == '\n' || c == '\r'; }

bool blank(const std::vector<std::string_view>& cells) noexcept {
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        return cell.find_first_not_of(" \t") == cell.npos;
    });
}

} // namespace

row_splitter::row_splitter(byte_source source, csv_dialect& dialect)
    : source_(std::move(source)), dialect_(dialect) {}

std::string_view row_splitter::first_block() {
    while (buffer_.size() < block_size && refill()) {
    }
    return buffer_;
}

void row_splitter::skip(std::size_t bytes, std::uint64_t lines) noexcept {
    position_ += bytes;
    line_ += lines;
}

/// Reads on. What is consumed is given up once it is much, so that memory stays bounded and the
/// start of the input can still be looked at again.
bool row_splitter::refill() {
    if (ended_) {
        return false;
    }
    if (position_ > block_size / 2) {
        buffer_.erase(0, position_);
        position_ = 0;
    }
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + block_size);
    const std::size_t read = source_(std::span<char>{buffer_}.subspan(kept));
    buffer_.resize(kept + read);
    ended_ = read == 0;
    return !ended_;
}

row_splitter::extent row_splitter::find_extent() {
    bool quoted = false;      // between two quotes
    bool quoted_cell = false; // in a cell that began with a quote: every quote in it counts
    bool cell_start = true;
    std::uint64_t lines = 1;
    for (std::size_t i = 0;; ++i) {
        // A carriage return needs a look at the byte behind it.
        if (position_ + i + 1 >= buffer_.size()) {
            refill();
        }
        if (position_ + i >= buffer_.size()) {
            return {i, i, lines, quoted};
        }
        const char c = buffer_[position_ + i];
        const bool pair = c == '\r' && position_ + i + 1 < buffer_.size() &&
                          buffer_[position_ + i + 1] == '\n';
        if (quoted) {
            if (c == '"') {
                quoted = false; // the second one of a doubled quote opens it again
            } else if (ends_line(c) && !pair) {
                ++lines;
            }
            if (i > longest_row) {
                return {i, i, lines, true};
            }
            continue;
        }
        if (ends_line(c)) {
            return {i, i + (pair ? 2U : 1U), lines, false};
        }
        quoted = c == '"' && (cell_start || quoted_cell);
        cell_start = c == dialect_.separator;
        quoted_cell = (quoted_cell && !cell_start) || quoted;
    }
}

/// The first line alone, quotes or not: what is given up when a row makes no sense.
row_splitter::extent row_splitter::first_line() {
    for (std::size_t i = 0;; ++i) {
        if (position_ + i + 1 >= buffer_.size()) {
            refill();
        }
        if (position_ + i >= buffer_.size()) {
            return {i, i, 1, false};
        }
        if (ends_line(buffer_[position_ + i])) {
            const bool pair = buffer_[position_ + i] == '\r' &&
                              position_ + i + 1 < buffer_.size() &&
                              buffer_[position_ + i + 1] == '\n';
            return {i, i + (pair ? 2U : 1U), 1, false};
        }
    }
}

bool row_splitter::decode(std::string_view bytes, std::string_view& text) {
    text = bytes;
    if (is_ascii(bytes)) {
        return true;
    }
    if (dialect_.charset == charset::ascii) {
        dialect_.charset = guess_charset(bytes);
    }
    if (dialect_.charset == charset::utf8) {
        return is_utf8(bytes);
    }
    decoded_.clear();
    const bool whole = append_windows_1252(bytes, decoded_);
    text = decoded_;
    return whole;
}

void row_splitter::split(std::string_view text, std::vector<std::string_view>& cells) {
    cells.clear();
    unquoted_.clear();
    unquoted_.reserve(text.size()); // views into it must stay good
    std::size_t i = 0;
    while (true) {
        if (i < text.size() && text[i] == '"') {
            const std::size_t begin = unquoted_.size();
            bool inside = true;
            for (++i; i < text.size() && (inside || text[i] != dialect_.separator); ++i) {
                if (text[i] != '"') {
                    unquoted_ += text[i];
                } else if (inside && i + 1 < text.size() && text[i + 1] == '"') {
                    unquoted_ += text[i++];
                } else {
                    inside = !inside;
                }
            }
            cells.push_back(std::string_view{unquoted_}.substr(begin));
        } else {
            const auto end = std::min(text.find(dialect_.separator, i), text.size());
            cells.push_back(text.substr(i, end - i));
            i = end;
        }
        if (i >= text.size()) {
            return;
        }
        ++i; // the separator; a cell follows it even at the end of the row
    }
}

bool row_splitter::next(std::size_t columns, raw_row& row) {
    while (read_row(columns, row)) {
        if (row.fault != row_fault::none || !blank(row.cells)) {
            return true;
        }
    }
    return false;
}

bool row_splitter::read_row(std::size_t columns, raw_row& row) {
    extent found = find_extent();
    if (found.consumed == 0 && !found.open_quote) {
        return false;
    }
    row.line = line_;
    row.fault = found.open_quote ? row_fault::quote : row_fault::none;
    std::string_view text;
    const auto bytes = std::string_view{buffer_}.substr(position_, found.size);
    if (row.fault == row_fault::none && !decode(bytes, text)) {
        row.fault = row_fault::encoding;
    }
    if (row.fault == row_fault::none) {
        split(text, row.cells);
        // Spreadsheets write separators for columns that are empty to the right of the header.
        while (columns != 0 && row.cells.size() > columns &&
               row.cells.back().find_first_not_of(" \t") == std::string_view::npos) {
            row.cells.pop_back();
        }
        if (columns != 0 && row.cells.size() != columns && !blank(row.cells)) {
            row.fault = row_fault::cells;
        }
    }
    // A stray quote may have drawn other rows into this one: give up its first line alone.
    if (row.fault != row_fault::none && (found.lines > 1 || found.open_quote)) {
        const auto cells_seen = row.cells.size();
        found = first_line();
        if (row.fault == row_fault::cells) {
            row.cells.resize(cells_seen);
        }
    }
    position_ += found.consumed;
    line_ += found.lines;
    return true;
}

bool row_splitter::peek(char separator, raw_row& row) {
    const auto position = position_;
    const auto line = line_;
    const auto dialect = dialect_;
    dialect_.separator = separator;
    const bool found = next(0, row);
    dialect_ = dialect;
    position_ = position;
    line_ = line;
    return found;
}

} // namespace brukerplan::detail
