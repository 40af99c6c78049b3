// The unit of each row as its counts go by: found once a text, not once a row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/finding_counts.hpp>

namespace brukerplan::detail {

class unit_finder {
public:
    /// Borrows the binding.
    explicit unit_finder(const role_binding& binding) : binding_(&binding) {}

    /// Goes on to another batch, which it borrows, and the counts as well.
    void begin(const column_table& batch, finding_counts& counts);

    /// The counts of each row's unit from row `first` on; those of a row with a fault, or of one
    /// that names no unit, go together, and so do those whose unit may hold somebody's number.
    void find(std::size_t first, std::span<unit_counts*> units);

    /// Whether some unit of the batch so far, or that of one of the rows found last, holds a
    /// national number.
    [[nodiscard]] bool any_number() const noexcept { return any_number_; }
    [[nodiscard]] bool holds_number(std::size_t row) const noexcept;

private:
    struct unit {
        std::string_view text;
        unit_counts* counts = nullptr; ///< null until a row is counted by its name
        bool masked = false;           ///< the text may hold a number, whoever's
        bool few_digits = false;       ///< too few to hold anything of its row's number
        bool holds_number = false;
    };

    std::uint32_t index_of(std::string_view text, const text_place& place);
    std::uint32_t look_up(std::string_view text);
    void make_room();
    unit_counts& counts_of(std::uint32_t index, std::size_t row);

    const role_binding* binding_;
    finding_counts* counts_ = nullptr;
    const column* units_ = nullptr;
    const column* numbers_ = nullptr;
    bool any_number_ = false;
    std::vector<unit> found_;
    std::vector<std::uint32_t> slots_;  ///< 1 + index in `found_`, by hash; 0 where there is none
    std::vector<std::uint32_t> of_row_; ///< 1 + index in `found_`; 0: no unit
    struct placed_unit {
        text_place place;
        std::uint32_t index = nowhere;
    };
    static constexpr std::uint32_t nowhere = ~std::uint32_t{0};
    static constexpr unsigned near_bits = 6;
    std::array<placed_unit, 1U << near_bits> near_; ///< the last by where their text stands
    std::uint32_t last_ = 0;
};

} // namespace brukerplan::detail
