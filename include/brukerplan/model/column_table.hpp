// What was read: one column a field of the pack, one row a record, and in each cell a value,
// nothing, or something that could not be read. A bad value has a place to stand, so nothing is
// lost.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <brukerplan/model/code_set.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan {

enum class cell_state : std::uint8_t { missing, value, unreadable };

/// How a column stores its values: `number` holds whole numbers and dates (days since 1970-01-01),
/// `code` the index of a code in its list, `codes` sets of codes, `text` bytes, UTF-8.
enum class storage : std::uint8_t { text, number, code, codes };

/// A cell of a `code` column is one byte: the index of the code, at most 63, or one of these.
inline constexpr std::uint8_t code_missing = 64;
inline constexpr std::uint8_t code_unreadable = 65;

/// Where a text stands, from the bytes of its column on.
struct text_place {
    std::uint64_t begin = 0;
    std::uint32_t size = 0;
};

namespace detail {

/// Leaves cells that a vector adds by itself to be set by who lets it grow.
template <class T>
struct unset_cells : std::allocator<T> {
    static_assert(std::is_trivially_copyable_v<T>);
    template <class Other>
    struct rebind {
        using other = unset_cells<Other>;
    };
    void construct(T*) const noexcept {}
    template <class... Parts>
    void construct(T* cell, Parts&&... parts) const noexcept {
        ::new (static_cast<void*>(cell)) T{std::forward<Parts>(parts)...};
    }
};
template <class T>
using grown_cells = std::vector<T, unset_cells<T>>;

} // namespace detail

/// One column. All spans and views are borrowed from it and valid until it is changed.
///
/// Cells are appended one at a time, or in bulk by growing the column and filling the spans that
/// `grown_codes` and the like return; a cell without a value must then hold 0 (an empty set, an
/// empty text).
class column {
public:
    explicit column(storage kind) : kind_(kind) {}

    [[nodiscard]] storage kind() const noexcept { return kind_; }
    /// Whether the input had the column. Without it every cell is missing, and says nothing.
    [[nodiscard]] bool present() const noexcept { return present_; }
    void set_present(bool present) noexcept { present_ = present; }
    [[nodiscard]] std::size_t size() const noexcept {
        return kind_ == storage::code ? code_cells_.size() : states_.size();
    }
    [[nodiscard]] cell_state state(std::size_t row) const noexcept {
        if (kind_ != storage::code) {
            return states_[row];
        }
        const auto cell = code_cells_[row];
        return cell < code_missing    ? cell_state::value
               : cell == code_missing ? cell_state::missing
                                      : cell_state::unreadable;
    }
    [[nodiscard]] bool has_value(std::size_t row) const noexcept {
        return state(row) == cell_state::value;
    }

    /// Of a `number` column, or the index of the code of a `code` column; 0 unless the cell has a
    /// value.
    [[nodiscard]] std::int32_t number(std::size_t row) const noexcept {
        if (kind_ == storage::code) {
            return code_cells_[row] < code_missing ? code_cells_[row] : 0;
        }
        return numbers_[row];
    }
    /// Of a `number` column that holds dates.
    [[nodiscard]] date day(std::size_t row) const noexcept {
        return date{std::chrono::days{numbers_[row]}};
    }
    /// Of a `codes` column; empty unless the cell has a value.
    [[nodiscard]] code_set codes(std::size_t row) const noexcept { return sets_[row]; }
    /// Of a `text` column; empty unless the cell has a value.
    [[nodiscard]] std::string_view text(std::size_t row) const noexcept {
        const auto place = texts_[row];
        return {text_at(text_bytes(), place), place.size};
    }
    /// What stood in a cell that could not be read; empty for other cells. For repair and for
    /// suggestions only: it may be about a patient and never goes into a message.
    [[nodiscard]] std::string_view unreadable_text(std::size_t row) const noexcept {
        if (indexed_.text_of != nullptr && state(row) == cell_state::unreadable) {
            return indexed_.text_of(indexed_, row);
        }
        const auto at = std::lower_bound(
            unreadable_.begin(), unreadable_.end(), row,
            [](const unreadable_cell& cell, std::size_t wanted) { return cell.row < wanted; });
        if (at == unreadable_.end() || at->row != row) {
            return {};
        }
        return {bytes_.data() + at->place.begin, at->place.size};
    }

    // All cells of a column at once, by row.

    [[nodiscard]] std::span<const std::uint8_t> code_cells() const noexcept { return code_cells_; }
    /// Empty for a `code` column.
    [[nodiscard]] std::span<const cell_state> states() const noexcept { return states_; }
    [[nodiscard]] std::span<const std::int32_t> numbers() const noexcept { return numbers_; }
    [[nodiscard]] std::span<const code_set> sets() const noexcept { return sets_; }
    [[nodiscard]] std::span<const text_place> texts() const noexcept { return texts_; }
    /// What the places of `texts` count from; read them by `text_at`.
    [[nodiscard]] const char* text_bytes() const noexcept {
        return borrowed_ != nullptr ? borrowed_ : bytes_.data();
    }
    /// The first byte of a text. Texts that are borrowed may lie in several buffers, so the way
    /// there is counted in addresses, and wraps around for what lies before `bytes`.
    [[nodiscard]] static const char* text_at(const char* bytes, text_place place) noexcept {
        return reinterpret_cast<const char*>(reinterpret_cast<std::uintptr_t>(bytes) +
                                             static_cast<std::uintptr_t>(place.begin));
    }
    /// The place of a borrowed text.
    [[nodiscard]] static text_place place_of(const char* bytes, std::string_view text) noexcept {
        return {reinterpret_cast<std::uintptr_t>(text.data()) -
                    reinterpret_cast<std::uintptr_t>(bytes),
                static_cast<std::uint32_t>(text.size())};
    }

    void append_missing() { append_empty(cell_state::missing); }
    void append_unreadable(std::string_view raw) {
        note_unreadable(size(), raw);
        append_empty(cell_state::unreadable);
    }
    void append_number(std::int32_t value) {
        states_.push_back(cell_state::value);
        numbers_.push_back(value);
    }
    /// The index of a code, at most 63.
    void append_code(std::uint8_t index) { code_cells_.push_back(index); }
    void append_codes(code_set value) {
        states_.push_back(cell_state::value);
        sets_.push_back(value);
    }
    /// Not for a column whose text is borrowed.
    void append_text(std::string_view value) {
        states_.push_back(cell_state::value);
        texts_.push_back(keep(value));
    }

    /// Keeps a text for places that are filled in later. Not for a column whose text is borrowed.
    text_place keep(std::string_view value) {
        const text_place place{bytes_.size(), static_cast<std::uint32_t>(value.size())};
        bytes_.append(value);
        return place;
    }
    /// Texts count from here, and must outlive the column's cells. Before any text is appended.
    void borrow_text(const char* bytes) noexcept { borrowed_ = bytes; }
    /// What stood in a cell that is filled in as unreadable; rows in ascending order.
    void note_unreadable(std::size_t row, std::string_view raw) {
        unreadable_.push_back({row, keep(raw)});
    }
    /// The same of all cells that are filled in as unreadable: that of a row has an index in
    /// `texts`. What is borrowed outlives the column's cells.
    template <class Index>
    void borrow_unreadable(const Index* indices, const std::string_view* texts) noexcept {
        indexed_ = {indices, texts, [](const indexed_texts& from, std::size_t row) noexcept {
                        const auto index = static_cast<const Index*>(from.indices)[row];
                        return from.texts[static_cast<std::size_t>(index)];
                    }};
    }

    /// `rows` more cells to be filled, each missing until then.
    std::span<std::uint8_t> grown_codes(std::size_t rows) {
        code_cells_.resize(code_cells_.size() + rows, code_missing);
        return std::span{code_cells_}.last(rows);
    }
    std::span<cell_state> grown_states(std::size_t rows) { return grown(states_, rows); }
    std::span<std::int32_t> grown_numbers(std::size_t rows) { return grown(numbers_, rows); }
    std::span<code_set> grown_sets(std::size_t rows) { return grown(sets_, rows); }
    std::span<text_place> grown_texts(std::size_t rows) { return grown(texts_, rows); }
    // The same where every cell is going to be set: nothing is written that is written again.
    std::span<cell_state> unset_states(std::size_t rows) { return unset(states_, rows); }
    std::span<std::int32_t> unset_numbers(std::size_t rows) { return unset(numbers_, rows); }
    std::span<code_set> unset_sets(std::size_t rows) { return unset(sets_, rows); }
    std::span<text_place> unset_texts(std::size_t rows) { return unset(texts_, rows); }
    /// `rows` more cells that are missing.
    void append_missing_rows(std::size_t rows) {
        switch (kind_) {
        case storage::code:
            grown_codes(rows);
            return;
        case storage::number:
            grown_numbers(rows);
            break;
        case storage::codes:
            grown_sets(rows);
            break;
        case storage::text:
            grown_texts(rows);
            break;
        }
        grown_states(rows);
    }

    /// Forgets all cells and keeps the memory.
    void clear() noexcept {
        states_.clear();
        code_cells_.clear();
        numbers_.clear();
        sets_.clear();
        texts_.clear();
        bytes_.clear();
        unreadable_.clear();
        borrowed_ = nullptr;
        indexed_ = {};
    }

private:
    struct unreadable_cell {
        std::size_t row;
        text_place place; ///< in `bytes_`
    };
    struct indexed_texts {
        const void* indices = nullptr; ///< by row
        const std::string_view* texts = nullptr;
        std::string_view (*text_of)(const indexed_texts& from,
                                    std::size_t row) noexcept = nullptr; ///< null: nothing is
    };

    template <class T>
    static std::span<T> unset(detail::grown_cells<T>& cells, std::size_t rows) {
        cells.resize(cells.size() + rows);
        return std::span{cells}.last(rows);
    }
    /// By cells of nothing but zeros, all at once: one by one they take several times as long.
    template <class T>
    static std::span<T> grown(detail::grown_cells<T>& cells, std::size_t rows) {
        static_assert(cell_state{} == cell_state::missing);
        const auto added = unset(cells, rows);
        if (rows != 0) {
            std::memset(static_cast<void*>(added.data()), 0, added.size_bytes());
        }
        return added;
    }

    void append_empty(cell_state state) {
        switch (kind_) {
        case storage::code:
            code_cells_.push_back(state == cell_state::missing ? code_missing : code_unreadable);
            return;
        case storage::text:
            texts_.push_back({});
            break;
        case storage::number:
            numbers_.push_back(0);
            break;
        case storage::codes:
            sets_.push_back({});
            break;
        }
        states_.push_back(state);
    }

    storage kind_;
    bool present_ = true;
    detail::grown_cells<cell_state> states_;
    std::vector<std::uint8_t> code_cells_;
    detail::grown_cells<std::int32_t> numbers_;
    detail::grown_cells<code_set> sets_;
    detail::grown_cells<text_place> texts_;
    std::string bytes_; ///< of texts that are not borrowed, and of cells that cannot be read
    std::vector<unreadable_cell> unreadable_;
    indexed_texts indexed_;
    const char* borrowed_ = nullptr;
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
