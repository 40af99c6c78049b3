// What the stages keep of registrations: cells in memory that is wiped when it is given back.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/code_set.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/register/wiping_allocator.hpp>

namespace brukerplan::detail {

template <class T>
using wiped_vector = std::vector<T, wiping_allocator<T>>;

/// Appends all or nothing, without copying what is there again and again.
template <class T>
void make_room(wiped_vector<T>& values, std::size_t more) {
    if (const auto needed = values.size() + more; needed > values.capacity()) {
        values.reserve(std::max(needed, values.capacity() * 2));
    }
}

/// A cell as merging sees it: `number` is a number, a day, a code of a place as a number, or the
/// index of a code.
struct kept_cell {
    bool answered = false;
    std::int32_t number = 0;
    code_set codes;

    friend bool operator==(const kept_cell&, const kept_cell&) = default;
};

/// How the cells of a field are kept; nothing for texts and national numbers, which never are.
[[nodiscard]] std::optional<storage> kept_storage_of(field_type type) noexcept;

/// The cell of a table. What is no code of a place, and a number of five digits or more, which may
/// be a date (`090385` is read as 90385), is not kept.
[[nodiscard]] kept_cell kept_cell_of(field_type type, const column& cells, std::size_t row);

/// The code of a municipality or district, digit by digit; empty for no answer.
[[nodiscard]] std::string place_code_of(field_type type, const kept_cell& cell);

class kept_column {
public:
    explicit kept_column(storage kind) : kind_(kind) {}

    void make_room(std::size_t more) {
        detail::make_room(bytes_, more);
        if (kind_ == storage::number) {
            detail::make_room(numbers_, more);
        } else if (kind_ == storage::codes) {
            detail::make_room(sets_, more);
        }
    }
    void append(const kept_cell& cell) {
        if (kind_ == storage::code) {
            bytes_.push_back(cell.answered ? static_cast<std::uint8_t>(cell.number) : code_missing);
            return;
        }
        bytes_.push_back(cell.answered ? 1 : 0);
        if (kind_ == storage::number) {
            numbers_.push_back(cell.number);
        } else {
            sets_.push_back(cell.codes);
        }
    }
    [[nodiscard]] kept_cell operator[](std::size_t row) const noexcept {
        if (kind_ == storage::code) {
            const bool answered = bytes_[row] < code_missing;
            return {answered, answered ? bytes_[row] : 0, {}};
        }
        return {bytes_[row] != 0, kind_ == storage::number ? numbers_[row] : 0,
                kind_ == storage::codes ? sets_[row] : code_set{}};
    }
    /// The cells of a column of codes, one byte each.
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return bytes_; }
    [[nodiscard]] storage kind() const noexcept { return kind_; }

private:
    storage kind_;
    wiped_vector<std::uint8_t> bytes_; ///< codes, or whether there is an answer
    wiped_vector<std::int32_t> numbers_;
    wiped_vector<code_set> sets_;
};

/// Cells of some fields of a pack, by row.
class kept_table {
public:
    /// Of fields that can be kept, in ascending order.
    kept_table(const pack& instrument, std::vector<std::size_t> fields);

    /// Of the same fields, without rows.
    [[nodiscard]] kept_table empty_copy() const;

    [[nodiscard]] std::span<const std::size_t> fields() const noexcept { return fields_; }
    [[nodiscard]] std::span<kept_column> columns() noexcept { return columns_; }
    /// In the order of `fields`.
    [[nodiscard]] std::span<const kept_column> columns() const noexcept { return columns_; }
    /// The column of a field; null when it is not kept.
    [[nodiscard]] const kept_column* find(std::size_t field) const noexcept;

    void make_room(std::size_t more);
    /// Rows of a table with the same fields; in rooms that were made.
    template <class Rows>
    void append_rows(const kept_table& from, const Rows& rows) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (const auto row : rows) {
                columns_[i].append(from.columns_[i][row]);
            }
        }
    }

private:
    kept_table() = default;

    std::vector<std::size_t> fields_;
    std::vector<kept_column> columns_;
};

} // namespace brukerplan::detail
