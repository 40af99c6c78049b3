// Municipality codes: which are valid on a date, and which municipalities there are.
//
// A code is four ASCII digits, always text: "0301" is Oslo and 301 is nothing. It is valid through
// a half-open range of dates. The facts are Statistics Norway's (KLASS 131) and are held from 2006;
// everything returned here refers to constant tables and lives as long as the program.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <brukerplan/identity/detail/dated_rows.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan {

/// The first day the facts speak of. Earlier dates are answered "not known", never "not valid".
inline constexpr date municipality_facts_from = detail::places::first_of_january(2006);
/// The day the facts were true. Later dates are answered as if nothing had changed since.
inline constexpr date municipality_facts_as_of = detail::places::first_of_january(2026);

/// The code that means "municipality not stated" in Statistics Norway's tables. It is no
/// municipality and is never valid.
inline constexpr std::string_view municipality_not_stated = "9999";

/// One code with one label and one territory. A code has several of these, one after another, when
/// its label or its territory changed.
struct municipality {
    std::string_view code;        // four digits
    std::string_view label;       // official label, UTF-8; see municipality_name.hpp for its parts
    date valid_from;              // before 2006 the source's date, which may be the label's only
    std::optional<date> valid_to; // exclusive; nothing: no end known
};

/// How a code stands on a date. The names are frozen (see `municipality_validity_name`).
enum class municipality_validity {
    valid = 0,
    not_yet_valid = 1,   // becomes valid later
    no_longer_valid = 2, // was valid earlier
    unknown_code = 3,    // four digits that no municipality had since 2006
    malformed_code = 4,  // not four ASCII digits
    fictional_code = 5,  // 9001-9998: for tests, to be accepted by a caller's test policy only
    before_facts = 6,    // the date lies before `municipality_facts_from`
};

/// "valid", "not_yet_valid", ...: the enumerator's own name.
[[nodiscard]] constexpr std::string_view
municipality_validity_name(municipality_validity validity) noexcept;

/// How `code` stands on `day`. A malformed, fictional or unknown code is named as such on every
/// date.
[[nodiscard]] constexpr municipality_validity municipality_validity_on(std::string_view code,
                                                                       date day) noexcept;

/// Whether `code` is a real municipality's on `day`. False before `municipality_facts_from`, and
/// for fictional codes: `is_fictional_municipality` is a question of its own.
[[nodiscard]] constexpr bool municipality_valid_on(std::string_view code, date day) noexcept;

/// Whether a municipality had `code` at any time since 2006.
[[nodiscard]] constexpr bool municipality_known(std::string_view code) noexcept;

/// Whether `code` is one of the fictional test municipalities "9001" to "9998".
[[nodiscard]] constexpr bool is_fictional_municipality(std::string_view code) noexcept;

/// The municipality with `code` on `day`; null when `municipality_valid_on` is false.
[[nodiscard]] constexpr const municipality* find_municipality(std::string_view code,
                                                              date day) noexcept;

/// Everything known of `code`, in order of time; empty when it is not known.
[[nodiscard]] constexpr std::span<const municipality>
municipality_history(std::string_view code) noexcept;

/// The municipalities on `day` in order of code: a forward range of `const municipality&` with
/// `count()`. Empty before `municipality_facts_from`.
[[nodiscard]] constexpr auto municipalities_on(date day) noexcept;

/// The municipalities on `day` in the county with this two-digit code at that time.
[[nodiscard]] constexpr auto municipalities_of_county(std::string_view county_code,
                                                      date day) noexcept;

} // namespace brukerplan

#include <brukerplan/identity/detail/municipality_lookup.hpp>
