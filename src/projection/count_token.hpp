// What may name a municipality, a service or a profile in counts from elsewhere.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/validation/likely_identity.hpp>

namespace brukerplan::detail {

inline constexpr std::size_t longest_count_token = 100;

/// A spreadsheet takes a cell that begins with one of these as a formula, and what names something
/// here names it in the files that are written.
inline constexpr std::string_view begin_formulas = "=+-@";

/// Of a text without blanks at its ends.
[[nodiscard]] inline std::optional<count_fault> fault_of_token(std::string_view text) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    if (text.empty()) {
        return count_fault::empty_cell;
    }
    if (text.size() > longest_count_token || begin_formulas.find(text.front()) != text.npos ||
        std::any_of(text.begin(), text.end(), is_control)) {
        return count_fault::not_a_token;
    }
    return may_identify_somebody(text) ? std::optional{count_fault::identity} : std::nullopt;
}

} // namespace brukerplan::detail
