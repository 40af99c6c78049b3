#include "read/row_splitter.hpp"

#include <algorithm>
#include <utility>

#include "read/charset.hpp"

namespace brukerplan::detail {

namespace {

constexpr std::size_t row_block_size = std::size_t{1} << 20U;
constexpr std::size_t row_step_size = std::size_t{1} << 16U;
/// A quoted cell that makes a row longer than this, in bytes or in lines, has lost its closing
/// quote. The bound on lines keeps files of nothing but stray quotes from taking forever.
constexpr std::size_t longest_quoted = std::size_t{1} << 18U;
constexpr std::uint64_t most_lines = 256;
/// No row is held beyond this.
constexpr std::size_t longest_row = std::size_t{1} << 22U;

bool ends_line(char c) noexcept {
    return c == '\n' || c == '\r';
}

bool blank(std::string_view cell) noexcept {
    return cell.find_first_not_of(" \t") == cell.npos;
}

bool blank(const std::vector<std::string_view>& cells) noexcept {
    return std::all_of(cells.begin(), cells.end(), [](auto cell) { return blank(cell); });
}

} // namespace

row_splitter::row_splitter(byte_source source, csv_dialect& dialect)
    : source_(std::move(source)), dialect_(dialect) {}

std::string_view row_splitter::first_block() {
    while (filled_ < row_block_size && refill()) {
    }
    if (filled_ < row_block_size) {
        return held();
    }
    const auto block = held().substr(0, row_block_size);
    const auto last = block.find_last_of("\r\n");
    return block.substr(0, last == block.npos ? block.size() : last + 1);
}

void row_splitter::skip(std::size_t bytes, std::uint64_t lines) noexcept {
    position_ += bytes;
    line_ += lines;
}

/// Reads on. What is consumed is given up once it is much, so that memory stays bounded.
bool row_splitter::refill() {
    if (ended_) {
        return false;
    }
    if (position_ > row_block_size / 2 && !peeking_) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(position_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
        filled_ -= position_;
        position_ = 0;
    }
    if (filled_ == buffer_.size()) {
        buffer_.resize(filled_ + row_step_size);
    }
    const std::size_t read = source_(std::span<char>{buffer_}.subspan(filled_));
    filled_ += read;
    ended_ = read == 0;
    return !ended_;
}

/// Whether a carriage return and a line feed stand here, one line end together.
bool row_splitter::pair_at(std::size_t at) const noexcept {
    return held().substr(at, 2) == "\r\n";
}

row_splitter::extent row_splitter::find_extent() {
    bool quoted = false;      // between two quotes
    bool quoted_cell = false; // in a cell that began with a quote: every quote in it counts
    bool cell_start = true;
    std::uint64_t lines = 1;
    for (std::size_t i = 0;; ++i) {
        // A carriage return needs a look at the byte behind it.
        if (position_ + i + 1 >= filled_) {
            refill();
        }
        if (position_ + i >= filled_) {
            return {i, i, lines, quoted, false};
        }
        const char c = buffer_[position_ + i];
        if (quoted) {
            if (c == '"') {
                quoted = false; // the second one of a doubled quote opens it again
            } else if (ends_line(c) && !pair_at(position_ + i)) {
                ++lines;
            }
            if (i > longest_quoted || lines > most_lines) {
                return {i, i, lines, true, false};
            }
            continue;
        }
        if (ends_line(c)) {
            return {i, i + (pair_at(position_ + i) ? 2U : 1U), lines, false, false};
        }
        if (i > longest_row) {
            return {i, i, lines, false, true};
        }
        quoted = c == '"' && (cell_start || quoted_cell);
        cell_start = c == dialect_.separator;
        quoted_cell = (quoted_cell && !cell_start) || quoted;
    }
}

/// Gives up the line that begins here, quotes or not, however long it is.
void row_splitter::drop_line() {
    for (;; ++position_) {
        if (position_ + 1 >= filled_) {
            refill();
        }
        if (position_ >= filled_) {
            return;
        }
        if (ends_line(buffer_[position_])) {
            position_ += pair_at(position_) ? 2 : 1;
            return;
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

/// Brings a row to its width where that loses nothing; otherwise it has a fault.
void row_splitter::fit(row_width width, raw_row& row) const {
    if (width.columns == 0 || blank(row.cells)) {
        return;
    }
    // Spreadsheets write separators for columns that are empty to the right of the header.
    while (row.cells.size() > width.columns && blank(row.cells.back())) {
        row.cells.pop_back();
    }
    if (row.cells.size() >= width.named && row.cells.size() < width.columns) {
        row.cells.resize(width.columns);
    }
    if (row.cells.size() != width.columns) {
        row.fault = row_fault::cells;
    }
}

bool row_splitter::next(row_width width, raw_row& row) {
    while (read_row(width, row)) {
        if (row.fault != row_fault::none || !blank(row.cells)) {
            return true;
        }
    }
    return false;
}

bool row_splitter::read_row(row_width width, raw_row& row) {
    const extent found = find_extent();
    if (found.consumed == 0) {
        return false;
    }
    row.line = line_;
    row.fault = row_fault::none;
    row.cells.clear();
    const auto bytes = held().substr(position_, found.size);
    std::string_view text;
    if (found.open_quote) {
        row.fault = row_fault::quote;
    } else if (found.too_long) {
        row.fault = row_fault::cells;
        split(bytes, row.cells);
    } else if (!decode(bytes, text)) {
        row.fault = row_fault::encoding;
    } else {
        split(text, row.cells);
        fit(width, row);
    }
    // A stray quote may have drawn other rows into this one: give up its first line alone.
    const bool partly =
        row.fault != row_fault::none && (found.lines > 1 || found.open_quote || found.too_long);
    if (partly && !peeking_) {
        drop_line();
        ++line_;
    } else {
        position_ += found.consumed;
        line_ += found.lines;
    }
    return true;
}

bool row_splitter::peek(char separator, raw_row& row) {
    const auto position = position_;
    const auto line = line_;
    const auto dialect = dialect_;
    dialect_.separator = separator;
    peeking_ = true;
    const bool found = next({}, row);
    peeking_ = false;
    dialect_ = dialect;
    position_ = position;
    line_ = line;
    return found;
}

} // namespace brukerplan::detail
