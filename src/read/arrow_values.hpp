// Arrow arrays as they were declared: checked once, then read without another look.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "read/arrow_type.hpp"
#include "read/charset.hpp"

namespace brukerplan::detail {

/// Borrows the array. Rows count from the array's own offset.
struct arrow_values {
    const arrow_type* type = nullptr;
    std::int64_t length = 0;
    std::int64_t offset = 0;
    const std::uint8_t* validity = nullptr; ///< bits, from `-offset`; null when nothing is null
    const void* first = nullptr;            ///< values, indices, offsets or views, from `-offset`
    const char* bytes = nullptr;            ///< of strings with offsets
    std::span<const void* const> blocks;    ///< of string views
    const std::int64_t* block_sizes = nullptr;
    std::unique_ptr<const arrow_values> inner; ///< elements of a list, or values of a dictionary

    /// Values of a buffer of fixed width, from a row on.
    template <class T>
    [[nodiscard]] const T* from(std::int64_t row) const noexcept {
        return static_cast<const T*>(first) + offset + row;
    }
    [[nodiscard]] bool is_valid(std::int64_t row) const noexcept {
        const auto at = static_cast<std::uint64_t>(offset + row);
        return validity == nullptr || ((validity[at / 8] >> (at % 8)) & 1U) != 0;
    }
};

/// Lengths and offsets must lie below: far above any memory, and far below where sums overflow.
inline constexpr std::int64_t too_many_rows = std::int64_t{1} << 48U;

/// What the parts of an array must be for it to be read at all: counts and pointers, not what its
/// buffers hold. `least_length` is how many rows what it is a part of needs. Throws arrow_failure.
[[nodiscard]] arrow_values checked(const arrow_type& type, const ArrowArray& array,
                                   std::int64_t least_length, std::int64_t column);

/// Length, offset, counts and validity of any array, its `buffers` in number.
[[nodiscard]] arrow_values checked_frame(const ArrowArray& array, std::int64_t least_length,
                                         std::int64_t least_buffers, std::int64_t most_buffers,
                                         std::int64_t column);

/// One byte for each row from `from` on, 1 where there is a value; empty when all rows have one.
/// `others` are ANDed, unless empty. Kept in `store`.
[[nodiscard]] std::span<const std::uint8_t> validity_bytes(const arrow_values& values,
                                                           std::int64_t from, std::size_t rows,
                                                           std::span<const std::uint8_t> others,
                                                           std::vector<std::uint8_t>& store);

/// Whether a row is null, by such bytes.
[[nodiscard]] inline bool is_missing(std::span<const std::uint8_t> valid,
                                     std::size_t row) noexcept {
    return !valid.empty() && valid[row] == 0;
}

/// Fails when an offset is negative or before the one before it.
template <class Offset>
void need_rising(const Offset* offsets, std::size_t rows, std::int64_t column) {
    // By signs alone, so that many are compared at a time. Where no offset is negative no
    // difference overflows.
    using bits = std::make_unsigned_t<Offset>;
    auto signs = static_cast<bits>(offsets[0]);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto end = static_cast<bits>(offsets[i + 1]);
        signs |= end | (end - static_cast<bits>(offsets[i]));
    }
    if (static_cast<Offset>(signs) < 0) {
        const auto* fall = std::is_sorted_until(offsets, offsets + rows + 1);
        fail_batch("an offset is negative, or before the one before it", column,
                   offsets[0] < 0 ? 0 : fall - offsets - 1);
    }
}

/// Strings with offsets, `rows` of them (at least 1) from a row on.
template <class Offset>
class offset_texts {
public:
    offset_texts(const arrow_values& v, std::int64_t from, std::size_t rows, std::int64_t column)
        : offsets_(v.from<Offset>(from)), bytes_(v.bytes) {
        need_rising(offsets_, rows, column);
        if (bytes_ == nullptr && offsets_[rows] != offsets_[0]) {
            fail_batch("a buffer of strings is not there", column);
        }
    }
    [[nodiscard]] std::string_view operator()(std::size_t row) const noexcept {
        return between(row, row + 1);
    }
    /// What their places count from; null when there is nothing.
    [[nodiscard]] const char* base() const noexcept { return bytes_; }
    /// Whether none of so many holds another byte than ASCII has.
    [[nodiscard]] bool all_ascii(std::size_t rows) const noexcept {
        return is_ascii(between(0, rows));
    }
    /// Whether so many can be taken as they are.
    [[nodiscard]] bool all_plain(std::size_t rows) const noexcept {
        const auto all = between(0, rows);
        return all.size() <= std::numeric_limits<std::uint32_t>::max() && is_plain(all);
    }

private:
    [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const noexcept {
        const auto size = static_cast<std::size_t>(offsets_[last] - offsets_[first]);
        return size == 0 ? std::string_view{} : std::string_view{bytes_ + offsets_[first], size};
    }

    const Offset* offsets_;
    const char* bytes_;
};

/// String views, from a row on. Each is checked when it is asked for.
class view_texts {
public:
    view_texts(const arrow_values& v, std::int64_t from, std::int64_t column)
        : values_(&v), views_(static_cast<const char*>(v.first)), from_(v.offset + from),
          column_(column) {}
    [[nodiscard]] std::string_view operator()(std::size_t row) const {
        // Sixteen bytes: a size, and either up to twelve bytes of text, or four of them again, the
        // number of a block and a place in it.
        constexpr std::int32_t most_inline = 12;
        const char* view = views_ + (static_cast<std::size_t>(from_) + row) * view_size;
        std::int32_t size = 0;
        std::memcpy(&size, view, sizeof size);
        return size >= 0 && size <= most_inline
                   ? std::string_view{view + sizeof size, static_cast<std::size_t>(size)}
                   : in_block(row);
    }
    /// They lie in several buffers, this one among them.
    [[nodiscard]] const char* base() const noexcept { return views_; }
    [[nodiscard]] static bool all_ascii(std::size_t) noexcept { return false; }
    /// Whether so many stand in their views and can be taken as they are.
    [[nodiscard]] bool all_plain(std::size_t rows) const noexcept;

private:
    static constexpr std::size_t view_size = 16;

    [[nodiscard]] std::string_view in_block(std::size_t row) const;

    const arrow_values* values_;
    const char* views_;
    std::int64_t from_;
    std::int64_t column_;
};

} // namespace brukerplan::detail
