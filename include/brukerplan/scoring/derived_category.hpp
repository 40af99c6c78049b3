// The category of a recipient from the colours, for records whose facts are not known. The category
// rests on two recorded facts (model/category.hpp); reading them off the colours is this library's
// own stand-in, nobody else's, and every result says which of the two it is.
//
// Derivation: a substance-use problem when substance use is yellow or red, none when it is green;
// a less serious mental disorder when mental health is yellow, a serious one when it is red, none
// when it is green. A domain that is not assessed leaves its fact unknown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/category.hpp>

namespace brukerplan {

/// What a category rests on.
enum class category_basis : std::uint8_t {
    recorded, ///< both facts as they were recorded
    derived,  ///< at least one of them was read off a colour
};

inline constexpr std::array<std::string_view, 2> category_basis_tokens{"recorded", "derived"};

[[nodiscard]] constexpr std::string_view token_of(category_basis b) noexcept {
    return category_basis_tokens[static_cast<std::size_t>(b)];
}

struct based_category {
    category value = category::unknown;
    category_basis basis = category_basis::recorded;
    friend constexpr bool operator==(const based_category&,
                                     const based_category&) noexcept = default;
};

[[nodiscard]] constexpr yes_no derived_substance_problem(assessment a) noexcept {
    constexpr std::array<yes_no, rating_count> by_rating{yes_no::unknown, yes_no::no, yes_no::yes,
                                                         yes_no::yes};
    return by_rating[static_cast<std::size_t>(a[domain::substance_use])];
}

[[nodiscard]] constexpr mental_disorder derived_mental_disorder(assessment a) noexcept {
    constexpr std::array<mental_disorder, rating_count> by_rating{
        mental_disorder::unknown, mental_disorder::none, mental_disorder::less_serious,
        mental_disorder::serious};
    return by_rating[static_cast<std::size_t>(a[domain::mental_health])];
}

/// From the colours alone.
[[nodiscard]] constexpr based_category derive_category(assessment a) noexcept {
    return {categorise(derived_substance_problem(a), derived_mental_disorder(a)),
            category_basis::derived};
}

/// From the recorded facts, and from the colours for a fact that is unknown.
[[nodiscard]] constexpr based_category
categorise_or_derive(yes_no substance_problem, mental_disorder disorder, assessment a) noexcept {
    const bool known = substance_problem != yes_no::unknown && disorder != mental_disorder::unknown;
    if (known) {
        return {categorise(substance_problem, disorder), category_basis::recorded};
    }
    return {
        categorise(substance_problem != yes_no::unknown ? substance_problem
                                                        : derived_substance_problem(a),
                   disorder != mental_disorder::unknown ? disorder : derived_mental_disorder(a)),
        category_basis::derived};
}

} // namespace brukerplan
