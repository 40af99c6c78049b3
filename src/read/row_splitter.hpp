// Bytes into rows of cells, one row in memory at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/read/csv.hpp>

namespace brukerplan::detail {

/// The cells of one row, UTF-8, quotes taken away. Borrowed from the splitter until its next step.
struct raw_row {
    std::uint64_t line = 0; ///< first line of the row, from 1
    row_fault fault = row_fault::none;
    std::vector<std::string_view> cells;
};

/// How many cells a row must have; nothing is asked for while the header is read. The last columns
/// of a header may have no name: rows need not go on to them, and get empty cells there.
struct row_width {
    std::size_t columns = 0;
    std::size_t named = 0; ///< up to the last column with a name
};

class row_splitter {
public:
    row_splitter(byte_source source, csv_dialect& dialect);

    /// The bytes at the start of the input: all, or whole lines of one block. They do not depend on
    /// how the source delivers them.
    [[nodiscard]] std::string_view first_block();
    /// Skips bytes of the first block that hold `lines` line ends.
    void skip(std::size_t bytes, std::uint64_t lines = 0) noexcept;

    /// Reads the next row that is not blank. False at the end of the input.
    bool next(row_width width, raw_row& row);

    /// Reads the row at the start with another separator and goes back to the start.
    bool peek(char separator, raw_row& row);

private:
    /// Where a row ends, and whether it can be one.
    struct extent {
        std::size_t size = 0;     ///< bytes of the row without its line end
        std::size_t consumed = 0; ///< with its line end
        std::uint64_t lines = 1;  ///< lines that it takes up
        bool open_quote = false;
        bool too_long = false;
    };

    [[nodiscard]] std::string_view held() const noexcept {
        return std::string_view{buffer_}.substr(0, filled_);
    }
    [[nodiscard]] bool pair_at(std::size_t at) const noexcept;
    bool refill();
    extent find_extent();
    void drop_line();
    void split(std::string_view text, std::vector<std::string_view>& cells);
    [[nodiscard]] bool decode(std::string_view bytes, std::string_view& text);
    void fit(row_width width, raw_row& row) const;
    bool read_row(row_width width, raw_row& row);

    byte_source source_;
    csv_dialect& dialect_;
    std::string buffer_; // what is held stands in its first `filled_` bytes
    std::size_t filled_ = 0;
    std::size_t position_ = 0;
    bool ended_ = false;
    bool peeking_ = false; // nothing that was read may be given up
    std::uint64_t line_ = 1;
    std::string decoded_;
    std::string unquoted_;
};

} // namespace brukerplan::detail
