// Some rows of a batch with what is known of them beyond their cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/validation/batch_facts.hpp>
#include <brukerplan/validation/record_facts.hpp>

#include "validation/row_bits.hpp"

namespace brukerplan::detail {

/// Rows count from 0 in the block. Borrows the batch; reused from block to block.
struct row_block {
    const column_table* batch = nullptr;
    std::size_t first = 0; ///< row of the batch
    std::size_t rows = 0;
    std::vector<record_facts> facts;
    // Of `facts`, to be looked at many rows at a time.
    std::vector<std::uint8_t> age_bases;
    std::vector<std::int32_t> ages;

    /// Fills in the facts of the rows.
    void find_facts(const role_binding& binding) {
        facts.resize(rows);
        ages.resize(rows);
        age_bases.resize(rows);
        facts_of_rows(*batch, binding, first, facts);
        for (std::size_t i = 0; i < rows; ++i) {
            ages[i] = facts[i].age;
            age_bases[i] = static_cast<std::uint8_t>(facts[i].basis);
        }
    }

    [[nodiscard]] std::size_t words() const noexcept { return words_for(rows); }
    /// Rows in the words that are full.
    [[nodiscard]] std::size_t full_words() const noexcept { return rows / word_rows; }
    [[nodiscard]] const column& cells(std::size_t field) const noexcept {
        return batch->columns[field];
    }
};

} // namespace brukerplan::detail
