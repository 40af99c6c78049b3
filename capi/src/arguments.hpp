// What bodies check dates, switches, numbered choices, arrays and structs with.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include <brukerplan/model/date.hpp>

#include "guard.hpp"

namespace brukerplan::capi {

/// A day that there is, of the years 1 to 9999.
[[nodiscard]] inline date day_argument(std::int32_t year, std::int32_t month, std::int32_t day) {
    const bool possible =
        year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    const auto result =
        possible ? make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day))
                 : std::nullopt;
    if (!result) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such day"};
    }
    return *result;
}

/// 0, 0, 0 is no date.
[[nodiscard]] inline std::optional<date> date_argument(std::int32_t year, std::int32_t month,
                                                       std::int32_t day) {
    if (year == 0 && month == 0 && day == 0) {
        return std::nullopt;
    }
    return day_argument(year, month, day);
}

/// 0 or 1.
[[nodiscard]] inline bool switch_argument(std::int32_t on, const char* name = "on") {
    if (on != 0 && on != 1) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, std::string{name} + " must be 0 or 1"};
    }
    return on == 1;
}

/// An enumerator from the first, 0, to `last`.
template <class Enumeration>
[[nodiscard]] Enumeration choice_argument(std::int32_t value, Enumeration last, const char* name) {
    if (value < 0 || value > static_cast<std::int32_t>(last)) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such " + std::string{name}};
    }
    return static_cast<Enumeration>(value);
}

/// More items than any memory holds: such a count is a mistake, and no array of the caller's is
/// touched for it.
inline constexpr std::int64_t too_many_items = std::int64_t{1} << 40U;

[[nodiscard]] inline std::size_t count_argument(std::int64_t count) {
    if (count < 0 || count >= too_many_items) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "count is negative, or more than there can be"};
    }
    return static_cast<std::size_t>(count);
}

/// How many findings are to be kept whole.
inline void need_details(std::int64_t most_details) {
    if (most_details < 0) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "most_details is negative"};
    }
}

/// Items of `size` bytes, each `stride` bytes behind the one before it.
inline void need_stride(std::int64_t stride, std::int64_t size, const char* name) {
    if (stride < size) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                      std::string{name} + " is less than " + std::to_string(size)};
    }
}

/// An array that may be null when it has no elements.
template <class Element>
[[nodiscard]] Element* array_argument(Element* array, std::size_t count, const char* name) {
    return count == 0 ? array : &required(array, name);
}

/// Leaves an array of a caller's all zeros; null and counts that cannot be are passed over.
template <class Element>
void empty_array(Element* array, std::int64_t count) noexcept {
    if (array != nullptr && count > 0 && count < too_many_items) {
        std::fill_n(array, static_cast<std::size_t>(count), Element{});
    }
}

/// A caller's struct as far as it is known here. The caller's may be larger, when it was compiled
/// later; then what is not known here must be zero. `least` is the size it began with.
template <class Struct>
[[nodiscard]] Struct known_part(const Struct& from, std::uint32_t least) {
    constexpr std::uint32_t most = 4096;
    const auto* bytes = reinterpret_cast<const unsigned char*>(&from);
    const std::uint32_t size = from.struct_size;
    const auto is_zero = [](unsigned char byte) { return byte == 0; };
    if (size < least || size > most ||
        (size > sizeof(Struct) && !std::all_of(bytes + sizeof(Struct), bytes + size, is_zero))) {
        throw refusal{BPLAN_ERROR_STRUCT_SIZE, "a struct is not one of this interface"};
    }
    Struct known{};
    std::memcpy(&known, bytes, std::min(std::size_t{size}, sizeof(Struct)));
    return known;
}

} // namespace brukerplan::capi
