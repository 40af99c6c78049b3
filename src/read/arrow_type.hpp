// Types of Arrow columns, as far as cells can be read from them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/read/arrow.hpp>

namespace brukerplan::detail {

/// Thrown while reading, caught where a batch or a schema is taken.
struct arrow_failure {
    arrow_error error;
};

[[noreturn]] void fail_batch(std::string message, std::int64_t column = -1, std::int64_t row = -1);

enum class arrow_kind : std::uint8_t {
    null,
    boolean,
    int8,
    uint8,
    int16,
    uint16,
    int32,
    uint32,
    int64,
    uint64,
    float32,
    float64,
    utf8,
    large_utf8,
    utf8_view,
    date32,
    date64,
    timestamp,
    list,
    large_list,
    fixed_size_list,
};

[[nodiscard]] constexpr bool is_integer(arrow_kind k) noexcept {
    return k >= arrow_kind::int8 && k <= arrow_kind::uint64;
}
[[nodiscard]] constexpr bool is_byte(arrow_kind k) noexcept {
    return k == arrow_kind::int8 || k == arrow_kind::uint8;
}
[[nodiscard]] constexpr bool is_text(arrow_kind k) noexcept {
    return k >= arrow_kind::utf8 && k <= arrow_kind::utf8_view;
}
[[nodiscard]] constexpr bool is_day(arrow_kind k) noexcept {
    return k >= arrow_kind::date32 && k <= arrow_kind::timestamp;
}
[[nodiscard]] constexpr bool is_list(arrow_kind k) noexcept {
    return k >= arrow_kind::list;
}

struct arrow_type {
    arrow_kind kind =
        arrow_kind::null; ///< of what the array itself holds: of a dictionary's, indices
    bool dictionary = false;
    std::int64_t units_in_a_day = 0;         ///< of a timestamp
    std::int64_t list_size = 0;              ///< of a list of a fixed size
    std::unique_ptr<const arrow_type> inner; ///< elements of a list, or values of a dictionary

    /// Kind of the values, whether in a dictionary or not.
    [[nodiscard]] arrow_kind value_kind() const noexcept { return dictionary ? inner->kind : kind; }
};

/// What a schema says, or what is wrong with it: words for a message.
struct arrow_type_or_reason {
    std::optional<arrow_type> type;
    std::string_view reason;
};
[[nodiscard]] arrow_type_or_reason parse_type(const ArrowSchema& schema);

/// Why cells of a field cannot be read from columns of a type; empty when they can.
[[nodiscard]] std::string_view mismatch(const arrow_type& type, const field& f, const pack& p);

} // namespace brukerplan::detail
