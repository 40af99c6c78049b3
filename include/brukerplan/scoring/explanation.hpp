// Why an assessment has its class: what decided, which domains moved the result and by how much,
// and the smallest changes that would give the next better and the next worse class.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/scoring/scheme.hpp>

namespace brukerplan {

/// What one assessed domain does to the result: the difference to the same assessment with this
/// domain green.
struct domain_effect {
    brukerplan::domain domain = domain::housing;
    rating rated = rating::green;
    /// Points of the colour less those of green, before any scaling.
    std::int32_t points = 0;
    /// The class with this domain green; that of the assessment itself where it moves nothing.
    index_class class_if_green = index_class::none;

    friend bool operator==(const domain_effect&, const domain_effect&) = default;
};

/// One domain with another colour.
struct rating_change {
    brukerplan::domain domain = domain::housing;
    rating from = rating::green;
    rating to = rating::green;

    friend bool operator==(const rating_change&, const rating_change&) = default;
};

/// Changes, in the order of the domains, and what they lead to.
struct class_change {
    std::vector<rating_change> changes;
    score result;

    friend bool operator==(const class_change&, const class_change&) = default;
};

/// `better` changes colours of assessed domains to better ones alone and `worse` to worse ones, and
/// leads to the nearest class that can be reached so. Among the changes that lead there it is the
/// one with the fewest domains, then with the fewest steps between colours, then the one whose
/// domains come first, then the one that changes the first of them most.
struct explanation {
    assessment about;
    brukerplan::score score;
    decision decided;
    std::vector<domain_effect> effects; ///< of the assessed domains, in their order
    std::optional<class_change> better; ///< none without a class, or when there is no better one
    std::optional<class_change> worse;
};

[[nodiscard]] explanation explain(const scheme& by, assessment a);

/// Languages of `in_words`: `nb`, `nn` and `en`.
[[nodiscard]] bool speaks(std::string_view language) noexcept;

/// The explanation as sentences, one each. A language that is not spoken here falls back to bokmal.
[[nodiscard]] std::vector<std::string> in_words(const explanation& e, const scheme& by,
                                                std::string_view language);

} // namespace brukerplan
