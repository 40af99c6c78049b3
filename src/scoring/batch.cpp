#include <brukerplan/scoring/batch.hpp>

#include <algorithm>

namespace brukerplan {

namespace {

/// Rows worked on at a time: their codes stay in the first cache, and the loops over them have a
/// fixed form that a compiler makes vector instructions of.
constexpr std::size_t block_size = 128;

template <class Element>
using block = std::array<Element, block_size>;

constexpr std::uint8_t largest_rating = 3;

/// The rows from `first` on.
score_columns advanced(score_columns to, std::size_t first) noexcept {
    const auto advance = [first](auto*& column) {
        if (column != nullptr) {
            column += first;
        }
    };
    advance(to.classes);
    advance(to.points);
    advance(to.answered);
    advance(to.reasons);
    advance(to.short_points);
    return to;
}

void write(const score& s, const score_columns& to, std::size_t row) noexcept {
    if (to.classes != nullptr) {
        to.classes[row] = static_cast<std::int8_t>(s.result);
    }
    if (to.points != nullptr) {
        to.points[row] = s.points;
    }
    if (to.answered != nullptr) {
        to.answered[row] = static_cast<std::int8_t>(s.answered);
    }
    if (to.reasons != nullptr) {
        to.reasons[row] = static_cast<std::int8_t>(s.reason);
    }
    if (to.short_points != nullptr) {
        to.short_points[row] = static_cast<std::int8_t>(s.points);
    }
}

template <class Element>
void high_bytes(const std::uint16_t* from, std::size_t count, Element* to) noexcept {
    if (to != nullptr) {
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = static_cast<std::int8_t>(from[i] >> 8U);
        }
    }
}

/// Class and points, two bytes an assessment: the table is a quarter of the whole one.
void look_up_short(const std::uint16_t* table, const std::uint16_t* codes, std::size_t count,
                   const score_columns& to) noexcept {
    block<std::uint16_t> found;
    for (std::size_t i = 0; i < count; ++i) {
        found[i] = table[codes[i]];
    }
    if (to.classes != nullptr) {
        for (std::size_t i = 0; i < count; ++i) {
            to.classes[i] = static_cast<std::int8_t>(found[i] & 0xFFU);
        }
    }
    high_bytes(found.data(), count, to.points);
    high_bytes(found.data(), count, to.short_points);
}

/// At most a block.
void look_up(const scheme& by, const std::uint16_t* codes, std::size_t count,
             const score_columns& to) noexcept {
    const auto* table = by.short_table();
    if (table != nullptr && to.answered == nullptr && to.reasons == nullptr) {
        look_up_short(table, codes, count, to);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        write(by(assessment{codes[i]}), to, i);
    }
}

/// The four ratings of each row in one byte, the first in its lowest bits; and in `seen` every bit
/// that stood in any of them.
void pack_four(const std::uint8_t* const* ratings, std::size_t first, std::size_t count,
               std::uint8_t* packed, std::uint8_t* seen) noexcept {
    const auto* a = ratings[0] + first;
    const auto* b = ratings[1] + first;
    const auto* c = ratings[2] + first;
    const auto* d = ratings[3] + first;
    for (std::size_t i = 0; i < count; ++i) {
        packed[i] = static_cast<std::uint8_t>(a[i] | b[i] << 2U | c[i] << 4U | d[i] << 6U);
        seen[i] = static_cast<std::uint8_t>(seen[i] | a[i] | b[i] | c[i] | d[i]);
    }
}

/// Takes back what was made of rows that held a number that is no rating.
std::size_t mark_unreadable(const std::uint8_t* seen, std::size_t count,
                            const score_columns& to) noexcept {
    std::uint8_t all = 0;
    for (std::size_t i = 0; i < count; ++i) {
        all = static_cast<std::uint8_t>(all | seen[i]);
    }
    if (all <= largest_rating) {
        return 0;
    }
    std::size_t unreadable = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (seen[i] > largest_rating) {
            write(unreadable_score, to, i);
            ++unreadable;
        }
    }
    return unreadable;
}

} // namespace

std::size_t score_columns_of(const scheme& by, const rating_columns& ratings, std::size_t count,
                             const score_columns& to) noexcept {
    std::size_t unreadable = 0;
    block<std::uint8_t> low;
    block<std::uint8_t> high;
    block<std::uint16_t> codes;
    for (std::size_t first = 0; first < count; first += block_size) {
        const auto rows = std::min(block_size, count - first);
        block<std::uint8_t> seen{};
        pack_four(ratings.data(), first, rows, low.data(), seen.data());
        pack_four(ratings.data() + 4, first, rows, high.data(), seen.data());
        for (std::size_t i = 0; i < rows; ++i) {
            codes[i] = static_cast<std::uint16_t>(low[i] | high[i] << 8U);
        }
        const auto here = advanced(to, first);
        look_up(by, codes.data(), rows, here);
        unreadable += mark_unreadable(seen.data(), rows, here);
    }
    return unreadable;
}

std::size_t score_strided(const scheme& by, const rating_columns& ratings,
                          const std::array<std::ptrdiff_t, domain_count>& strides,
                          std::size_t count, const score_columns& to) noexcept {
    std::array<block<std::uint8_t>, domain_count> gathered;
    rating_columns columns{};
    std::size_t unreadable = 0;
    for (std::size_t first = 0; first < count; first += block_size) {
        const auto rows = std::min(block_size, count - first);
        for (std::size_t d = 0; d < domain_count; ++d) {
            for (std::size_t i = 0; i < rows; ++i) {
                gathered[d][i] = ratings[d][static_cast<std::ptrdiff_t>(first + i) * strides[d]];
            }
            columns[d] = gathered[d].data();
        }
        unreadable += score_columns_of(by, columns, rows, advanced(to, first));
    }
    return unreadable;
}

void score_packed(const scheme& by, const std::uint16_t* codes, std::size_t count,
                  const score_columns& to) noexcept {
    for (std::size_t first = 0; first < count; first += block_size) {
        look_up(by, codes + first, std::min(block_size, count - first), advanced(to, first));
    }
}

} // namespace brukerplan
