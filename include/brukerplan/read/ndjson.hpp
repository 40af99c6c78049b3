// Reading a file of registrations: JSON, one object a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/expected.hpp>
#include <brukerplan/read/byte_source.hpp>
#include <brukerplan/read/read_error.hpp>

namespace brukerplan {

/// How the input was understood.
struct ndjson_dialect {
    bool byte_order_mark = false;
    std::uint64_t unknown_keys = 0; ///< in all objects; they are not read
};

/// Reads UTF-8 text with one JSON object a line, each as `json_record_reader` reads it. Lines that
/// hold only blanks are passed over. A line that is not one JSON object is a row with a fault, and
/// so is one of more than 4 MiB; the rest is read.
///
/// Uses bounded memory: a batch and a line. Not for use by several threads at once.
class ndjson_reader {
public:
    /// The pack is kept alive.
    [[nodiscard]] static expected<ndjson_reader, read_error>
    from_source(byte_source source, std::shared_ptr<const pack> instrument);
    /// Throws std::system_error, then or from `next`, when the file cannot be read to its end.
    [[nodiscard]] static expected<ndjson_reader, read_error>
    from_file(const std::string& path, std::shared_ptr<const pack> instrument);
    /// The text is borrowed for the life of the reader.
    [[nodiscard]] static expected<ndjson_reader, read_error>
    from_text(std::string_view text, std::shared_ptr<const pack> instrument);

    ndjson_reader(ndjson_reader&&) noexcept;
    ndjson_reader& operator=(ndjson_reader&&) noexcept;
    ~ndjson_reader();

    /// The next rows, at most `most_rows` (at least 1); an empty table at the end of the input. The
    /// rows of a table have keys for the same fields, so that a batch ends where they change.
    [[nodiscard]] column_table next(std::size_t most_rows = 65'536);

    /// As understood so far.
    [[nodiscard]] const ndjson_dialect& dialect() const noexcept;

private:
    class state;
    explicit ndjson_reader(std::unique_ptr<state> s);
    std::unique_ptr<state> state_;
};

} // namespace brukerplan
