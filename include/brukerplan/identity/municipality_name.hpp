// Names of municipalities: the official label, its parts and their languages, and lookup by name.
//
// An official label may join the names in several languages by " - " ("Trondheim - Traaante"; a
// hyphen without blanks belongs to a name: "Nord-Aurdal") and may end in a parenthesis that tells
// two municipalities of the same name apart ("Vaaler (Innlandet)"). The order of languages
// differs from label to label and says nothing. A part is tagged with a language only where the
// facts say it: see detail/municipality_name_facts.hpp. The code is the key, a name never is.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <brukerplan/identity/municipality_code.hpp>
#include <brukerplan/identity/name_language.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan {

struct municipality_name_part {
    std::string_view text; // UTF-8, lives as long as the label
    name_language language = name_language::undetermined;
};

/// A label taken apart. Refers to the label's text.
struct municipality_name {
    /// Official labels have up to three; of a text with more the last part holds the rest.
    static constexpr std::size_t most_parts = 4;

    std::string_view label;     // as it stands
    std::string_view name;      // without the parenthesis: "Vaaler", "Snaase - Snaasa"
    std::string_view qualifier; // what stands in the parenthesis: "Innlandet"; else empty
    /// At least one, in the label's order.
    detail::places::short_list<municipality_name_part, most_parts> parts;

    /// The part in a language; nothing when no part is known to be in it.
    [[nodiscard]] constexpr std::optional<std::string_view>
    in(name_language language) const noexcept {
        for (const municipality_name_part& part : parts) {
            if (part.language == language) {
                return part.text;
            }
        }
        return std::nullopt;
    }
};

/// Takes an official label apart. A label of one part is taken as Norwegian: every municipality
/// has a Norwegian name, and it is the only one. Meant for labels of these facts.
[[nodiscard]] constexpr municipality_name split_municipality_label(std::string_view label) noexcept;

/// The name of the municipality with `code` on `day`; nothing when the code is not valid then.
[[nodiscard]] constexpr std::optional<municipality_name> municipality_name_on(std::string_view code,
                                                                              date day) noexcept;

/// The municipalities on `day` with this label, name without parenthesis, or part of a name: a
/// forward range of `const municipality&` with `count()`; "Heroey" gives 1515 and 1818. Compares
/// bytes (UTF-8, composed characters, capital letters as written); `name` must outlive the range.
[[nodiscard]] constexpr auto municipalities_named(std::string_view name, date day) noexcept;

/// As above at any time since 2006: one row for each code, label and territory.
[[nodiscard]] constexpr auto municipalities_ever_named(std::string_view name) noexcept;

} // namespace brukerplan

#include <brukerplan/identity/detail/municipality_naming.hpp>
