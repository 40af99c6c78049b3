// Reading registrations that stand in memory as columns: Arrow C data, from any engine that has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/expected.hpp>

// Defined in <brukerplan/arrow_c_data.h>, and in every Arrow library.
struct ArrowArray;
struct ArrowSchema;

namespace brukerplan {

/// Why columns cannot be used at all. What stands in a cell is not among these: it is a finding.
enum class arrow_fault : std::uint8_t {
    schema,            ///< not a struct of columns, or a part of it is missing
    column_type,       ///< a column whose type does not go with its field
    no_columns,        ///< no column is known to the pack
    missing_columns,   ///< columns that are needed are not there
    duplicate_columns, ///< two columns of one field
    batch,             ///< an array that is not what its schema says
};

struct arrow_error {
    arrow_fault fault = arrow_fault::schema;
    /// Position from 0 of the column that it is about; -1 for none.
    std::int64_t column = -1;
    /// One line of English. Names fields of the pack, and never anything from the input: the name
    /// of a column may be a person's.
    std::string message;
    std::vector<std::string> columns; ///< that are missing or duplicate, by their names in the pack
    /// Row that it is about, from 0 and through all batches of the reader; -1 for none.
    std::int64_t row = -1;
};

/// Which columns must be there.
enum class arrow_columns : std::uint8_t {
    of_a_file,   ///< those that a file must have
    of_an_index, ///< those of the eight domains; besides, only references and national numbers are
                 ///< read
};

/// Reads batches of one schema, a struct whose columns are matched by name as those of a file are.
/// Columns that the pack does not know are never looked at. A cell becomes what the same cell of a
/// file becomes:
///
/// - a string (`utf8`, `large_utf8`, `utf8_view`) is a cell of text; one that is not UTF-8 cannot
/// be
///   read;
/// - an integer of any width is the cell with its digits: 1, 2, 3 rate a domain, and a number or a
///   code that has lost a leading zero does not get it back;
/// - a `float32` or `float64` is the cell with its shortest decimal notation, in which whole
/// numbers
///   have no decimals; NaN is an empty cell; what is infinite, or too large for every whole number
///   up to it to be told apart, cannot be read;
/// - a boolean is `yes` or `no`, where the field's list has both;
/// - `date32`, `date64` and timestamps of any unit are days, in fields of days: of a timestamp
///   with a zone the day of its instant in UTC, of one without the day that it says;
/// - a list (`list`, `large_list`, `fixed_size_list`) of strings holds the codes of a field of
///   several, and cannot be read when one of them is null;
/// - a null, a cell of the null type, and all cells of a row that is null itself are empty.
///
/// All but lists may also be dictionary-encoded, with an index of any integer type, and so may the
/// strings in a list. Any other type is an error that names the column.
///
/// Only what an array declares can be checked: lengths, offsets, counts, indices and, of string
/// views, places. The C data interface does not say how long a buffer is; a buffer that is shorter
/// than its array needs is read beyond its end.
///
/// Not for use by several threads at once.
class arrow_batch_reader {
public:
    /// The schema is not needed afterwards; the pack is kept alive.
    [[nodiscard]] static expected<arrow_batch_reader, arrow_error>
    from_schema(const ArrowSchema& schema, std::shared_ptr<const pack> instrument,
                arrow_columns needed = arrow_columns::of_a_file);

    arrow_batch_reader(arrow_batch_reader&&) noexcept;
    arrow_batch_reader& operator=(arrow_batch_reader&&) noexcept;
    ~arrow_batch_reader();

    /// Begins a batch, whatever is left of the one before. It is borrowed until another is begun.
    [[nodiscard]] std::optional<arrow_error> begin(const ArrowArray& batch);

    /// The next rows of the batch, at most `most_rows` (at least 1); none at its end. The table is
    /// emptied first and its memory used again: few rows at a time, which stay near the processor,
    /// are faster than many. It borrows text from the batch and from the reader, until another is
    /// begun. On an error the table is empty and the batch at its end.
    [[nodiscard]] std::optional<arrow_error> next(column_table& table,
                                                  std::size_t most_rows = 2048);

    /// An empty table of the pack's shape, for `next`.
    [[nodiscard]] column_table make_table() const;

    /// Positions from 0 of columns that the pack does not know.
    [[nodiscard]] const std::vector<std::size_t>& unknown_columns() const noexcept;

private:
    class state;
    explicit arrow_batch_reader(std::unique_ptr<state> s);
    std::unique_ptr<state> state_;
};

} // namespace brukerplan
