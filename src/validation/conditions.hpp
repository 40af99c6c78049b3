// The single tests that rules are made of, each told apart once and worked out once a block: the
// fast twin of `evaluate`. A rule asks of an atom that it holds or that it fails, so that three
// values of truth become two questions of yes or no.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <brukerplan/instrument/rule.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/validation/atoms.hpp>

#include "validation/row_block.hpp"

namespace brukerplan::detail {

/// From `low` as many values on as `more` says: values of a cell of a `code` column.
struct cell_run {
    std::uint8_t low;
    std::uint8_t more;
};

struct condition {
    enum class about : std::uint8_t {
        state, ///< the cell of `field` has the state, whether or not the input has the column
        atom,  ///< the atom is decided as wanted
    };
    about what = about::state;
    std::size_t field = 0;
    cell_state state = cell_state::missing;
    atom test;
    truth wanted = truth::yes;
    std::vector<cell_run> runs; ///< the cells of a `code` column that meet it
};

/// The distinct conditions of the rules of a pack.
class condition_list {
public:
    explicit condition_list(std::span<const storage> columns)
        : columns_(columns.begin(), columns.end()), asked_codes_(columns.size()) {}

    /// Index of the condition.
    std::size_t add_state(std::size_t field, cell_state wanted);
    std::size_t add_atom(const atom& test, truth wanted);

    [[nodiscard]] const std::vector<condition>& all() const noexcept { return conditions_; }
    /// Codes of a `codes` column that some condition asks about.
    [[nodiscard]] const std::vector<std::uint64_t>& asked_codes() const noexcept {
        return asked_codes_;
    }

private:
    std::size_t index_of(condition c);

    std::vector<storage> columns_;
    std::vector<condition> conditions_;
    std::vector<std::uint64_t> asked_codes_;
};

/// The rows of a block that meet each condition, worked out when first asked for.
class condition_bits {
public:
    explicit condition_bits(const condition_list& list);

    /// Goes on to another block; what was asked of the last one is forgotten.
    void begin(const row_block& block);
    /// One word for 64 rows, valid until `begin`. Bits beyond the last row are of no meaning.
    const row_word* rows(std::size_t condition);
    /// Rows of a column of sets where an answer that stands alone stands beside others.
    void contradictory(std::size_t field, row_word* out);

private:
    /// A column of sets turned: for each code the rows that have it.
    struct turned_sets {
        std::uint64_t block = 0;       ///< for which it was made
        std::vector<row_word> codes;   ///< 64 sets of rows
        std::vector<row_word> alone;   ///< 8 sets of rows
        std::vector<row_word> several; ///< rows with codes, or with more than one that stands alone
    };
    /// The highest byte of the cells of a `code` column, or of the states of another.
    struct highest_cell {
        std::uint64_t block = 0;
        std::uint8_t value = 0;
    };

    void work_out(const condition& c, row_word* out);
    void work_out_state(const condition& c, row_word* out);
    void work_out_field(const condition& c, row_word* out);
    void work_out_sets(const condition& c, row_word* out);
    void work_out_ages(const condition& c, row_word* out) const;
    void work_out_bases(const condition& c, row_word* out) const;
    void work_out_children(const condition& c, row_word* out) const;
    std::uint8_t highest(std::size_t field);
    const turned_sets& turned(std::size_t field);
    [[nodiscard]] bool met(const condition& c, std::size_t row) const noexcept;

    const condition_list* list_;
    const row_block* block_ = nullptr;
    std::uint64_t block_number_ = 0;
    std::vector<std::uint64_t> worked_out_; ///< by condition: number of the block
    std::vector<row_word> words_;           ///< by condition
    std::size_t stride_ = 0;
    std::vector<turned_sets> sets_;     ///< by field; made room for when first asked for
    std::vector<highest_cell> highest_; ///< by field
};

} // namespace brukerplan::detail
