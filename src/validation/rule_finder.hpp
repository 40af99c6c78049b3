// Where the rules of a pack find something in a block of rows. What they find there is said by
// `check_rule`, its slow twin, about one row at a time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <brukerplan/validation/finding_counts.hpp>

#include "validation/area_rows.hpp"
#include "validation/conditions.hpp"
#include "validation/place_memo.hpp"
#include "validation/row_block.hpp"
#include "validation/rule_program.hpp"
#include "validation/unit_finder.hpp"

namespace brukerplan::detail {

/// Borrows all that it is given.
class rule_finder {
public:
    rule_finder(const rule_program& program, const unit_finder& units);

    /// Goes on to another batch.
    void begin(const column_table& batch);
    /// What is found in the rows of a block, in the order of rules; valid until the next call. The
    /// block's units must have been found before.
    std::span<const found_rows> find(const row_block& block);

    /// The rows of the block that have a fault; null when none has.
    [[nodiscard]] const row_word* faulty() const noexcept {
        return any_fault_ ? faulty_.data() : nullptr;
    }

private:
    void find_faults();
    void find_all(const check& c);
    void find_parts(const check& c);
    void find_alone();
    void find_number();
    [[nodiscard]] bool marks(number_mark which, row_word* out) const;
    void find_new_rule(const check& c);
    void find_agreement(const check& c);
    void find_identity_in_text();
    void find_date_in_year(const check& c);
    void find_municipality(const check& c);
    void find_district(const check& c);
    void find_district_expected(const check& c);
    void find_assessed(const check& c);
    void find_first_missing(const check& c, row_word* rows);
    void keep_same_code(std::size_t field, std::size_t other, row_word* rows) const;
    void find_sum(const check& c);
    void find_product(const check& c);

    /// Rows in which all conditions hold, into `out`; false when there are none.
    bool meet(std::span<const std::size_t> all, row_word* out);
    /// Keeps those of the rows for which `test(row of the block, row of the batch)` is true.
    template <class Test>
    void keep_rows(row_word* rows, Test test);
    /// Keeps those of the rows for which `mark(row of the block)` is 1 and not 0. For marks that a
    /// compiler works out for many rows at once: all rows are marked.
    template <class Mark>
    void keep_marked(row_word* rows, Mark mark) const;
    [[nodiscard]] std::optional<date> day_of_codes(std::size_t position, std::size_t row) const;
    void emit(std::size_t field, severity given, const row_word* rows);
    void emit_tuned(std::size_t field, std::optional<severity> given, const row_word* rows);

    const rule_program& program_;
    const unit_finder& units_;
    const column_table* batch_ = nullptr;
    condition_bits conditions_;
    place_memo municipalities_;
    place_memo districts_;
    area_rows areas_;
    const row_block* block_ = nullptr;
    const check* check_ = nullptr;
    const rule* rule_ = nullptr;
    bool any_fault_ = false;
    block_bits faulty_{};
    block_bits whole_{}; ///< rows without a fault
    std::vector<found_rows> found_;
    std::vector<row_word> words_; ///< of `found_`; never grows while a block is looked at
    std::size_t used_ = 0;
};

template <class Test>
void rule_finder::keep_rows(row_word* rows, Test test) {
    for (std::size_t w = 0; w < block_->words(); ++w) {
        for (auto rest = rows[w]; rest != 0; rest &= rest - 1) {
            const auto i = w * word_rows + static_cast<std::size_t>(std::countr_zero(rest));
            if (!test(i, block_->first + i)) {
                rows[w] &= ~(row_word{1} << (i % word_rows));
            }
        }
    }
}

template <class Mark>
void rule_finder::keep_marked(row_word* rows, Mark mark) const {
    const auto full = block_->full_words();
    for (std::size_t w = 0; w < full; ++w) {
        rows[w] &= marked([=, from = w * word_rows](std::size_t i) { return mark(from + i); });
    }
    if (const auto rest = block_->rows % word_rows; rest != 0) {
        rows[full] &=
            tested(rest, [=, from = full * word_rows](std::size_t i) { return mark(from + i); });
    }
}

} // namespace brukerplan::detail
