// What a text must look like to be a municipality's code: for inputs whose pack has no rule about
// it.
#pragma once

#include <string_view>

#include <brukerplan/identity/municipality_code.hpp>

namespace brukerplan::detail {

/// Four digits; whether a municipality has them is another question.
[[nodiscard]] inline bool is_municipality_code(std::string_view text) noexcept {
    return text.size() == 4 && places::all_digits(text);
}

} // namespace brukerplan::detail
