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

class row_splitter {
public:
    row_splitter(byte_source source, csv_dialect& dialect);

    /// The bytes at the start of the input, at most one block; filled by the first call.
    [[nodiscard]] std::string_view first_block();
    /// Skips bytes of the first block that hold `lines` line ends.
    void skip(std::size_t bytes, std::uint64_t lines = 0) noexcept;

    /// Reads the next row that is not blank. `columns` is the number of cells that a row must have,
    /// 0 while the header is read. False at the end of the input.
    bool next(std::size_t columns, raw_row& row);

    /// Reads the row at the start with another separator and goes back to the start.
    bool peek(char separator, raw_row& row);

private:
    /// Where a row ends, and whether it can be one.
    struct extent {
        std::size_t size = 0;     ///< bytes of the row without its line end
        std::size_t consumed = 0; ///< with its line end
        std::uint64_t lines = 1;  ///< lines that it takes up
        bool open_quote = false;
    };

    extent find_extent();
    extent first_line();
    bool refill();
    void split(std::string_view text, std::vector<std::string_view>& cells);
    [[nodiscard]] bool decode(std::string_view bytes, std::string_view& text);
    bool read_row(std::size_t columns, raw_row& row);

    byte_source source_;
    csv_dialect& dialect_;
    std::string buffer_;
    std::size_t position_ = 0;
    bool ended_ = false;
    std::uint64_t line_ = 1;
    std::string decoded_;
    std::string unquoted_;
};

} // namespace brukerplan::detail
