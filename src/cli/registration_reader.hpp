// A file of registrations, whichever kind it is.
#pragma once

#include <cstddef>
#include <memory>
#include <variant>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/read/ndjson.hpp>

namespace brukerplan::cli {

/// CSV, or JSON with one object a line where the first byte that is not blank is a brace.
class registration_reader {
public:
    [[nodiscard]] static expected<registration_reader, read_error>
    open(byte_source source, std::shared_ptr<const pack> instrument);

    /// The next rows, at most `most_rows`; an empty table at the end of the input.
    [[nodiscard]] column_table next(std::size_t most_rows = 65'536);

    /// Null when the input is of the other kind.
    [[nodiscard]] const csv_dialect* csv() const noexcept;
    [[nodiscard]] const ndjson_dialect* ndjson() const noexcept;

private:
    using any_reader = std::variant<csv_reader, ndjson_reader>;

    explicit registration_reader(any_reader reader) : reader_(std::move(reader)) {}

    any_reader reader_;
};

} // namespace brukerplan::cli
