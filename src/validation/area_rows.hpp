// Which rows of a block lie in each of the areas that a caller's tuning names.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

#include "validation/row_block.hpp"

namespace brukerplan::detail {

class area_rows {
public:
    /// Borrows the areas: codes of municipalities and districts.
    area_rows(std::span<const std::string> areas, const role_binding& binding);

    void begin(const row_block& block);
    /// One word for 64 rows, valid until `begin`.
    [[nodiscard]] const row_word* rows(std::size_t area) const noexcept {
        return words_.data() + area * stride_;
    }

private:
    void find(const row_block& block, std::int16_t field, std::size_t code_size);

    std::span<const std::string> areas_;
    std::vector<std::size_t> by_code_; ///< indices in the order of codes
    std::int16_t municipality_;
    std::int16_t district_;
    std::size_t stride_ = 0;
    std::vector<row_word> words_;
};

} // namespace brukerplan::detail
