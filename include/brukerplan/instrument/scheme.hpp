// A scoring scheme as a pack states it: what the colours add up to. No public source gives the
// official formula, so a scheme is named, versioned data.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/domain.hpp>

namespace brukerplan {

/// Class of the living-conditions index, worst last. `none` always comes with a reason.
enum class index_class : std::uint8_t { none, green, yellow, red, blue_light };

inline constexpr std::array<std::string_view, 5> index_class_tokens{"none", "green", "yellow",
                                                                    "red", "blue_light"};

[[nodiscard]] constexpr std::string_view token_of(index_class c) noexcept {
    return index_class_tokens[static_cast<std::size_t>(c)];
}

/// A weighted sum with cut-offs: the points of a domain are its weight times the points of its
/// colour; the class is the last one whose `from` does not exceed the sum.
struct scheme_definition {
    struct cut_off {
        index_class result = index_class::none;
        std::int32_t from = 0; ///< least number of points
    };

    std::string id; ///< name and version: `sum16/1`
    brukerplan::ground ground = ground::ours;
    text label;
    std::array<std::int32_t, rating_count> points{}; ///< by rating; not assessed counts 0
    std::array<std::int32_t, domain_count> weights{1, 1, 1, 1, 1, 1, 1, 1};
    std::vector<cut_off> classes; ///< ascending `from`; the first is the least possible sum
    int minimum_assessed = 8;     ///< with fewer assessed domains there is no class
};

} // namespace brukerplan
