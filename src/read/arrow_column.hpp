// One Arrow column into the cells of its field.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>

#include "read/arrow_type.hpp"
#include "read/arrow_values.hpp"
#include "read/arrow_words.hpp"
#include "read/cell.hpp"

namespace brukerplan::detail {

class arrow_column {
public:
    /// Borrows the pack and the reader of cells. The type goes with the field.
    arrow_column(const pack& instrument, cell_reader& cells, std::size_t field, arrow_type type,
                 std::int64_t position);

    [[nodiscard]] std::size_t field() const noexcept { return field_; }
    [[nodiscard]] std::int64_t position() const noexcept { return position_; }

    /// Borrows an array that has at least so many rows. Throws arrow_failure.
    void begin(const ArrowArray& array, std::int64_t least_length);
    /// Rows of the array into an empty column, which borrows text from the array and from this.
    /// `row_valid`: one byte a row, 0 where it is null itself; or none. Throws arrow_failure.
    void fill(std::int64_t from, std::size_t rows, std::span<const std::uint8_t> row_valid,
              column& to);

private:
    using valid_rows = std::span<const std::uint8_t>; ///< empty: all of them

    void fill_plain(const arrow_values& v, std::int64_t from, std::size_t rows, valid_rows valid,
                    column& to);
    void fill_booleans(const arrow_values& v, std::int64_t from, std::size_t rows, valid_rows valid,
                       column& to) const;
    template <class Integer>
    void fill_integers(const Integer* values, std::size_t rows, valid_rows valid, column& to);
    template <class Float>
    void fill_floats(const Float* values, std::size_t rows, valid_rows valid, column& to);
    template <class Texts>
    void fill_texts(const Texts& texts, std::size_t rows, valid_rows valid, column& to);
    template <class Texts>
    void fill_places(const Texts& texts, std::size_t rows, valid_rows valid, column& to);
    template <class Texts>
    void fill_cells_of_words(const Texts& texts, std::size_t rows, valid_rows valid, column& to);
    void fill_days(const arrow_values& v, std::int64_t from, std::size_t rows, valid_rows valid,
                   column& to) const;

    template <class Index>
    void take(const Index* indices, std::size_t rows, valid_rows valid, column& to) const;
    template <class Index>
    void take_codes(const Index* indices, std::size_t rows, valid_rows valid, column& to) const;
    void keep_meanings(std::span<const word_meaning> words, arrow_kind index);

    void read_elements(const arrow_values& dictionary);
    void fill_lists(std::int64_t from, std::size_t rows, valid_rows valid, column& to);
    template <class BeginOf>
    void fill_sets(const BeginOf& begin_of, std::size_t rows, valid_rows valid, column& to);
    template <class BeginOf>
    void read_words(const BeginOf& begin_of, std::size_t rows, valid_rows valid);
    [[nodiscard]] std::string joined_words(std::int64_t begin, std::int64_t end) const;

    template <class Integer>
    void fill_code_numbers(const Integer* values, std::size_t rows, valid_rows valid, column& to);
    void append_text(std::string_view text, column& to);
    [[noreturn]] void fail_index(std::int64_t row = -1) const;

    const pack* pack_;
    cell_reader* cells_;
    std::size_t field_;
    field_type field_type_;
    arrow_type type_;
    std::int64_t position_;
    std::optional<word_finder> words_;         ///< of a field of codes
    bool few_codes_ = false;                   ///< of its list
    std::array<std::uint8_t, 256> numbered_{}; ///< codes by their number
    std::array<std::uint8_t, 2> no_and_yes_{}; ///< codes of the two answers

    arrow_values values_;
    column decoded_;                                 ///< values of a dictionary, and an empty one
    bool any_unreadable_ = false;                    ///< of a dictionary
    bool all_values_ = false;                        ///< of a dictionary
    std::vector<std::string_view> unreadable_words_; ///< of a dictionary, by index
    std::vector<word_meaning> meanings_;             ///< of words of a dictionary, by their index
    std::size_t words_held_ = 0;                     ///< by that dictionary
    std::vector<std::uint8_t> element_words_;        ///< of lists, by `element_bits_`
    std::array<std::uint64_t, 256> element_bits_{};
    std::vector<std::optional<std::string_view>> dictionary_elements_;
    std::vector<std::uint8_t> valid_;
};

} // namespace brukerplan::detail
