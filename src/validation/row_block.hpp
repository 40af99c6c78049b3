// Some rows of a batch with what is known of them beyond their cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/validation/options.hpp>
#include <brukerplan/validation/record_facts.hpp>

#include "validation/facts_reader.hpp"
#include "validation/row_bits.hpp"

namespace brukerplan::detail {

/// What rules ask of a national number, each a bit of a byte.
enum class number_mark : std::uint8_t {
    refused,
    lost_leading_zero,
    breaks_test_policy,
    local_kind,
    only_2032_rule,
    welcome_test_number,
};

/// Rows count from 0 in the block. Borrows the batch; reused from block to block.
struct row_block {
    const column_table* batch = nullptr;
    std::size_t first = 0; ///< row of the batch
    std::size_t rows = 0;

    // What rules ask of the facts of rows, column by column, to be looked at many at a time.
    std::vector<std::uint8_t> number_marks;
    std::vector<std::int32_t> first_birth_years; ///< 0 where the number gives none for certain
    std::vector<std::int32_t> last_birth_years;  ///< the first again where there is one
    std::vector<sex> number_sexes;               ///< unknown where the number does not tell
    std::vector<std::uint8_t> age_bases;
    std::vector<std::int32_t> ages;
    std::vector<std::uint8_t> children_known;
    std::vector<std::int64_t> children;

    /// Goes on to another batch, and to other rows of it, whose facts it finds.
    void begin(const column_table& table, const role_binding& binding);
    void begin_rows(std::size_t first_row, std::size_t row_count,
                    const validation_options& options);

    [[nodiscard]] std::size_t words() const noexcept { return words_for(rows); }
    /// What atoms ask of the facts of a row; the rest is left out.
    [[nodiscard]] record_facts facts_for_atoms(std::size_t row) const noexcept {
        record_facts facts;
        facts.basis = static_cast<age_basis>(age_bases[row]);
        facts.age = ages[row];
        if (children_known[row] != 0) {
            facts.children = children[row];
        }
        return facts;
    }
    /// Rows in the words that are full.
    [[nodiscard]] std::size_t full_words() const noexcept { return rows / word_rows; }
    [[nodiscard]] const column& cells(std::size_t field) const noexcept {
        return batch->columns[field];
    }

private:
    facts_reader reader_;
};

} // namespace brukerplan::detail
