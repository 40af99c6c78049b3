// What was read: one column a field of the pack, one row a record, and in each cell a value,
// nothing, or something that could not be read. A bad value has a place to stand, so nothing is
// lost.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/model/code_set.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan {

enum class cell_state : std::uint8_t { missing, value, unreadable };

/// How a column stores its values: `number` holds whole numbers, dates (days since 1970-01-01) and
/// the index of a code in its list; `codes` holds sets; `text` holds bytes, UTF-8.
enum class storage : std::uint8_t { text, number, codes };

/// One column. All spans and views are borrowed from it and valid until it is changed.
class column {
public:
    explicit column(storage kind) : kind_(kind) {}

    [[nodiscard]] storage kind() const noexcept { return kind_; }
    /// Whether the input had the column. Without it every cell is missing, and says nothing.
    [[nodiscard]] bool present() const noexcept { return present_; }
    void set_present(bool present) noexcept { present_ = present; }
    [[nodiscard]] std::size_t size() const noexcept { return states_.size(); }
    [[nodiscard]] cell_state state(std::size_t row) const noexcept { return states_[row]; }
    [[nodiscard]] bool has_value(std::size_t row) const noexcept {
        return states_[row] == cell_state::value;
    }

    /// Of a `number` column; 0 unless the cell has a value.
    [[nodiscard]] std::int32_t number(std::size_t row) const noexcept { return numbers_[row]; }
    /// Of a `number` column that holds dates.
    [[nodiscard]] date day(std::size_t row) const noexcept {
        return date{std::chrono::days{numbers_[row]}};
    }
    /// Of a `codes` column; empty unless the cell has a value.
    [[nodiscard]] code_set codes(std::size_t row) const noexcept { return sets_[row]; }
    /// Of a `text` column; empty unless the cell has a value.
    [[nodiscard]] std::string_view text(std::size_t row) const noexcept {
        const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
        return std::string_view{bytes_}.substr(begin, ends_[row] - begin);
    }
    /// What stood in a cell that could not be read; empty for other cells. For repair and for
    /// suggestions only: it may be about a patient and never goes into a message.
    [[nodiscard]] std::string_view unreadable_text(std::size_t row) const noexcept {
        const auto at = std::lower_bound(
            unreadable_.begin(), unreadable_.end(), row,
            [](const auto& entry, std::size_t wanted) { return entry.first < wanted; });
        return at != unreadable_.end() && at->first == row ? std::string_view{at->second}
                                                           : std::string_view{};
    }

    void append_missing() { append_empty(cell_state::missing); }
    void append_unreadable(std::string_view raw) {
        unreadable_.emplace_back(size(), std::string{raw});
        append_empty(cell_state::unreadable);
    }
    void append_number(std::int32_t value) {
        states_.push_back(cell_state::value);
        numbers_.push_back(value);
    }
    void append_codes(code_set value) {
        states_.push_back(cell_state::value);
        sets_.push_back(value);
    }
    void append_text(std::string_view value) {
        states_.push_back(cell_state::value);
        bytes_.append(value);
        ends_.push_back(bytes_.size());
    }

private:
    void append_empty(cell_state state) {
        states_.push_back(state);
        switch (kind_) {
        case storage::text:
            ends_.push_back(bytes_.size());
            break;
        case storage::number:
            numbers_.push_back(0);
            break;
        case storage::codes:
            sets_.push_back({});
            break;
        }
    }

    storage kind_;
    bool present_ = true;
    std::vector<cell_state> states_;
    std::vector<std::int32_t> numbers_;
    std::vector<code_set> sets_;
    std::vector<std::size_t> ends_;
    std::string bytes_;
    std::vector<std::pair<std::size_t, std::string>> unreadable_;
};

/// Why a row could not be read as a record.
enum class row_fault : std::uint8_t {
    none,
    cells,    ///< another number of cells than the header has columns
    quote,    ///< a quoted cell that never ends
    encoding, ///< bytes that are not text in the file's character set
    json,     ///< not a JSON object that can be read
};

/// Where a row stood, and what was wrong with it as a whole.
struct row_origin {
    std::uint64_t line = 0; ///< first line of the row, from 1; 0 when it did not come from lines
    row_fault fault = row_fault::none;
    std::uint32_t cells = 0; ///< number of cells found, when `fault` is `cells`
};

/// Rows of one batch. `columns` follow the pack's fields; a row with a fault has only missing
/// cells.
struct column_table {
    std::vector<column> columns;
    std::vector<row_origin> origins;
    /// Index in the whole input of the first row of this batch; data rows count from 0.
    std::uint64_t first_record = 0;
    /// Number of columns that the header of a file has, known or not; 0 when there was none.
    std::size_t header_columns = 0;

    [[nodiscard]] std::size_t rows() const noexcept { return origins.size(); }
};

} // namespace brukerplan
