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

namespace detail {

[[nodiscard]] constexpr char lower_case(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string in_lower_case(std::string_view word) {
    std::string lower{word};
    std::transform(lower.begin(), lower.end(), lower.begin(), lower_case);
    return lower;
}

/// The first part of a cell that is not a token of its list; the whole cell for a single code.
[[nodiscard]] inline std::string_view strange_part(const code_list& list, std::string_view cell) {
    for (auto rest = cell; !rest.empty();) {
        const auto end = std::min(rest.find_first_of("|,"), rest.size());
        const auto first = rest.find_first_not_of(" \t");
        if (first < end) {
            const auto last = rest.find_last_not_of(" \t", end - 1);
            const auto part = rest.substr(first, last + 1 - first);
            const auto token = in_lower_case(part);
            if (!list.find(token) && !list.find_alone(token)) {
                return part;
            }
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return cell;
}

/// How far a code is from what was written, in lower case: not at all when somebody wrote its label
/// instead of its token.
[[nodiscard]] inline std::size_t distance_to(const code& c, std::string_view written) noexcept {
    const auto& labels = c.label.entries();
    const bool is_label = std::any_of(labels.begin(), labels.end(), [&](const auto& label) {
        return std::equal(label.second.begin(), label.second.end(), written.begin(), written.end(),
                          [](char l, char w) { return lower_case(l) == w; });
    });
    return is_label ? 0 : edit_distance(written, c.token);
}

} // namespace detail

/// At most three tokens of the list, nearest first, ties in the order of the list.
[[nodiscard]] inline std::vector<std::string> nearest_codes(const code_list& list,
                                                            std::string_view written) {
    const auto word = detail::in_lower_case(written);
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    for (const auto* codes : {&list.codes, &list.alone}) {
        for (const auto& c : *codes) {
            ranked.emplace_back(detail::distance_to(c, word), c.token);
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
