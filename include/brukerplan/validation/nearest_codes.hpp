// Suggestions for a code that is not in its list: the valid tokens nearest to what was written.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/field.hpp>

namespace brukerplan {

/// Number of single-character insertions, deletions and replacements that turn one ASCII text into
/// the other (Levenshtein 1966). Looks at the first 64 characters of each.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b) noexcept {
    constexpr std::size_t longest = 64;
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    std::array<std::size_t, longest + 1> row{};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row[b.size()];
}

/// At most three tokens of the list, nearest first, ties in the order of the list.
[[nodiscard]] inline std::vector<std::string> nearest_codes(const code_list& list,
                                                            std::string_view written) {
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    for (const auto* codes : {&list.codes, &list.alone}) {
        for (const auto& c : *codes) {
            ranked.emplace_back(edit_distance(written, c.token), c.token);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) {
        nearest.emplace_back(ranked[i].second);
    }
    return nearest;
}

} // namespace brukerplan
