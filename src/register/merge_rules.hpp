// The rules by which several answers to one question become one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/register/merge_policy.hpp>

#include "register/kept_cells.hpp"

namespace brukerplan::detail {

/// What merging needs to know of a field.
struct merged_field {
    merged_field(const pack& instrument, const field& f);

    [[nodiscard]] bool suits(merge_rule rule) const noexcept;
    /// Answered, and by something else than `unknown`.
    [[nodiscard]] bool is_known(const kept_cell& cell) const noexcept;

    field_type type;
    bool counts_children = false;
    std::optional<std::size_t> unknown; ///< index of the code
    std::optional<std::size_t> yes;
    std::uint8_t unknown_alone = 0; ///< the bit of the answer
    /// By code: the larger the graver, 0 for codes outside the order; nothing when the codes of
    /// the list have none.
    std::optional<std::array<std::uint8_t, code_list::most_codes>> gravity;
};

/// The answer that the rule makes of those of one person, the latest registration first. At least
/// one; the rule suits the field.
[[nodiscard]] kept_cell merged_cell(merge_rule rule, const merged_field& field,
                                    std::span<const kept_cell> latest_first);

/// Whether the rules are such as `make_merge_policy` makes for the pack.
[[nodiscard]] bool is_policy_of(const merge_policy& policy, const pack& instrument);

} // namespace brukerplan::detail
