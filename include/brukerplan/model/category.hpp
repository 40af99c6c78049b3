// The category of a recipient, from two recorded facts: whether there is a substance-use problem
// and how serious a mental disorder is. It is never read off the colours here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace brukerplan {

/// A recorded yes or no. `unknown` also stands for a fact that was left empty.
enum class yes_no : std::uint8_t { yes, no, unknown };

enum class mental_disorder : std::uint8_t { none, less_serious, serious, unknown };

enum class category : std::uint8_t {
    substance_only,
    substance_and_less_serious_mental,
    substance_and_serious_mental,
    mental_only_less_serious,
    mental_only_serious,
    none,
    unknown,
};

inline constexpr std::array<std::string_view, 7> category_tokens{
    "substance_only",
    "substance_and_less_serious_mental",
    "substance_and_serious_mental",
    "mental_only_less_serious",
    "mental_only_serious",
    "none",
    "unknown"};

[[nodiscard]] constexpr std::string_view token_of(category c) noexcept {
    return category_tokens[static_cast<std::size_t>(c)];
}

/// The category of the two facts; `unknown` as soon as one of them is unknown.
[[nodiscard]] constexpr category categorise(yes_no substance_problem,
                                            mental_disorder disorder) noexcept {
    if (substance_problem == yes_no::unknown || disorder == mental_disorder::unknown) {
        return category::unknown;
    }
    if (substance_problem == yes_no::yes) {
        switch (disorder) {
        case mental_disorder::less_serious:
            return category::substance_and_less_serious_mental;
        case mental_disorder::serious:
            return category::substance_and_serious_mental;
        default:
            return category::substance_only;
        }
    }
    switch (disorder) {
    case mental_disorder::less_serious:
        return category::mental_only_less_serious;
    case mental_disorder::serious:
        return category::mental_only_serious;
    default:
        return category::none;
    }
}

} // namespace brukerplan
