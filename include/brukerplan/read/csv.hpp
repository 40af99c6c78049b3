// Reading a file of registrations: CSV as spreadsheets and record systems write it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/expected.hpp>
#include <brukerplan/read/byte_source.hpp>
#include <brukerplan/read/read_error.hpp>

namespace brukerplan {

/// `ascii` means that no other byte has been seen, so that the question has not arisen.
enum class charset : std::uint8_t { ascii, utf8, windows_1252 };

enum class header_language : std::uint8_t { english, norwegian, mixed };

/// How the input was understood.
struct csv_dialect {
    char separator = ';';
    brukerplan::charset charset = charset::ascii;
    bool byte_order_mark = false;
    brukerplan::header_language header_language = header_language::english;
    bool decimal_comma = false; ///< a number with a decimal comma has been seen
    /// Positions from 1 of columns that the pack does not know; they are not read.
    std::vector<std::size_t> unknown_columns;
};

[[nodiscard]] std::string_view token_of(charset c) noexcept;
[[nodiscard]] std::string_view token_of(header_language l) noexcept;

/// Reads `;`, `,` or tab separated text, UTF-8 with or without byte order mark or Windows-1252
/// (Latin-1 is read as it), with quoted cells and line breaks in them, any line end, and column
/// names in English or Norwegian. A row that cannot be read is a row with a fault; the rest is
/// read.
///
/// Uses bounded memory: a batch and a buffer. Not for use by several threads at once.
class csv_reader {
public:
    /// Reads the header. The pack is kept alive.
    [[nodiscard]] static expected<csv_reader, read_error>
    from_source(byte_source source, std::shared_ptr<const pack> instrument);
    /// Throws std::system_error, then or from `next`, when the file cannot be read to its end.
    [[nodiscard]] static expected<csv_reader, read_error>
    from_file(const std::string& path, std::shared_ptr<const pack> instrument);
    /// The text is borrowed for the life of the reader.
    [[nodiscard]] static expected<csv_reader, read_error>
    from_text(std::string_view text, std::shared_ptr<const pack> instrument);

    csv_reader(csv_reader&&) noexcept;
    csv_reader& operator=(csv_reader&&) noexcept;
    ~csv_reader();

    /// The next rows, at most `most_rows` (at least 1); an empty table at the end of the input.
    [[nodiscard]] column_table next(std::size_t most_rows = 65'536);

    /// As understood so far: charset and decimal comma may become known with later rows.
    [[nodiscard]] const csv_dialect& dialect() const noexcept;

private:
    class state;
    explicit csv_reader(std::unique_ptr<state> s);
    std::unique_ptr<state> state_;
};

} // namespace brukerplan
