// Reading one registration that is written as a JSON object: what a form hands over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>

namespace brukerplan {

struct json_record {
    column_table table; ///< one row of the pack's shape, on line 1
    /// Positions from 1, in the object, of keys that the pack does not know; they are not read.
    std::vector<std::size_t> unknown_keys;
};

/// Records that have keys for the same fields, one row each.
struct json_rows {
    column_table table;
    bool settled = false;           ///< a record has said which columns there are
    std::uint64_t unknown_keys = 0; ///< keys that the pack does not know; they are not read
};

/// Reads `{"municipality": "9001", "housing": "red", "services_received": ["gp"], ...}`, UTF-8 with
/// or without byte order mark. Keys are column names, English or Norwegian, compared as those of a
/// file. Values become cells as those of a file do:
///
/// - a string is a cell; in a field of several codes it may hold several, as in a file;
/// - a number is read by its digits, in `integer`, `code` and `text` fields;
/// - a list of strings is read in `codes` fields; an empty list is an empty cell;
/// - null is an empty cell, and a key that is not there a column that is not there.
///
/// Anything else, and a field that is there twice, is a cell that cannot be read. A national number
/// or a municipality must be a string: as a number it would lose its leading zero. Text that is not
/// one JSON object is a row with `row_fault::json`.
///
/// Keeps nothing of a record. Not for use by several threads at once.
class json_record_reader {
public:
    /// The pack is kept alive.
    explicit json_record_reader(std::shared_ptr<const pack> instrument);

    json_record_reader(json_record_reader&&) noexcept;
    json_record_reader& operator=(json_record_reader&&) noexcept;
    ~json_record_reader();

    /// Fails only when memory runs out, and can then be used again.
    [[nodiscard]] json_record read(std::string_view text);

    /// Reads a record as the next row of a table of the pack's shape, with the line on which it
    /// stands. False when it has keys for other fields than the rows before it: nothing is appended
    /// then, and the record begins another table.
    [[nodiscard]] bool append(std::string_view text, std::uint64_t line, json_rows& to);

private:
    class state;
    std::unique_ptr<state> state_;
};

} // namespace brukerplan
