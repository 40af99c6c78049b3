#include "validation/area_rows.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "validation/rule_program.hpp"

namespace brukerplan::detail {

area_rows::area_rows(std::span<const std::string> areas, const role_binding& binding)
    : areas_(areas), by_code_(areas.size()),
      municipality_(binding.column_of(role::place_municipality)),
      district_(binding.column_of(role::place_district)) {
    std::iota(by_code_.begin(), by_code_.end(), std::size_t{0});
    std::sort(by_code_.begin(), by_code_.end(),
              [&](std::size_t a, std::size_t b) { return areas_[a] < areas_[b]; });
}

void area_rows::begin(const row_block& block) {
    if (areas_.empty()) {
        return;
    }
    stride_ = block.words();
    words_.assign(areas_.size() * stride_, 0);
    find(block, municipality_, municipality_code_size);
    find(block, district_, district_code_size);
}

void area_rows::find(const row_block& block, std::int16_t field, std::size_t code_size) {
    if (field == role_binding::unbound) {
        return;
    }
    const auto& cells = block.cells(static_cast<std::size_t>(field));
    std::string_view last;
    std::size_t area = areas_.size();
    for (std::size_t i = 0; i < block.rows; ++i) {
        const auto code = cells.text(block.first + i);
        if (code != last) {
            last = code;
            const auto at = std::lower_bound(
                by_code_.begin(), by_code_.end(), code,
                [&](std::size_t a, std::string_view wanted) { return areas_[a] < wanted; });
            const bool found =
                at != by_code_.end() && areas_[*at] == code && code.size() == code_size;
            area = found ? *at : areas_.size();
        }
        if (area != areas_.size()) {
            words_[area * stride_ + i / word_rows] |= row_word{1} << (i % word_rows);
        }
    }
}

} // namespace brukerplan::detail
