// Several tokens in one cell, as a file has them and as they are read again.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/model/code_set.hpp>

namespace brukerplan::detail {

[[nodiscard]] inline std::string joined(std::span<const std::string_view> words) {
    std::string result;
    for (const auto word : words) {
        result += (result.empty() ? "" : "|") + std::string{word};
    }
    return result;
}

/// The tokens of a set, in the order of the list.
[[nodiscard]] inline std::string tokens_of(code_set held, const code_list& list) {
    std::vector<std::string_view> tokens;
    for (std::size_t i = 0; i < list.codes.size(); ++i) {
        if (((held.members >> i) & 1U) != 0) {
            tokens.push_back(list.codes[i].token);
        }
    }
    for (std::size_t i = 0; i < list.alone.size(); ++i) {
        if (((static_cast<unsigned>(held.alone) >> i) & 1U) != 0) {
            tokens.push_back(list.alone[i].token);
        }
    }
    return joined(tokens);
}

} // namespace brukerplan::detail
