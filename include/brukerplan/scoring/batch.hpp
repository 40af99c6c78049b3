// Scores of many assessments at a time, from columns to columns. Every answer is the one that the
// assessment gets by itself.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <brukerplan/scoring/scheme.hpp>

namespace brukerplan {

/// Where the scores go: each array is the caller's, has an element for each row, and may be null
/// when it is not wanted. Numbers are those of the enumerations, as in integer columns.
struct score_columns {
    std::int8_t* classes = nullptr;  ///< `index_class`
    std::int32_t* points = nullptr;  ///< 0 without a class
    std::int8_t* answered = nullptr; ///< number of domains assessed, 0 to 8
    std::int8_t* reasons = nullptr;  ///< `no_class_reason`
    /// The points as one byte each; may be asked for when the scheme has a `short_table`.
    std::int8_t* short_points = nullptr;
};

/// One column of one-byte ratings for each domain, in the order of the domains.
using rating_columns = std::array<const std::uint8_t*, domain_count>;

/// Scores `count` rows of eight columns without gaps. A row with a number that is no rating (not 0
/// to 3) has no class, for the reason `unreadable`, and nothing answered. Gives the number of such
/// rows.
std::size_t score_columns_of(const scheme& by, const rating_columns& ratings, std::size_t count,
                             const score_columns& to) noexcept;

/// The same for columns whose elements lie `strides[d]` bytes apart: arrays of structs. A stride
/// may be 0 (one rating for all rows) or negative.
std::size_t score_strided(const scheme& by, const rating_columns& ratings,
                          const std::array<std::ptrdiff_t, domain_count>& strides,
                          std::size_t count, const score_columns& to) noexcept;

/// Scores assessments that are one 16-bit number each, two bits a domain. Every number is one.
void score_packed(const scheme& by, const std::uint16_t* codes, std::size_t count,
                  const score_columns& to) noexcept;

} // namespace brukerplan
