#include "read/arrow_values.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace brukerplan::detail {

namespace {

struct buffer_count {
    std::int64_t least;
    std::int64_t most;
};

constexpr std::int64_t any_number = too_many_rows;

constexpr buffer_count buffers_of(arrow_kind kind) noexcept {
    switch (kind) {
    case arrow_kind::null:
        return {0, 1}; // one that is null was written by early versions
    case arrow_kind::utf8:
    case arrow_kind::large_utf8:
        return {3, 3};
    case arrow_kind::utf8_view:
        return {3, any_number};
    case arrow_kind::fixed_size_list:
        return {1, 1};
    default:
        return {2, 2};
    }
}

constexpr std::uintptr_t alignment_of(arrow_kind kind) noexcept {
    switch (kind) {
    case arrow_kind::int16:
    case arrow_kind::uint16:
        return 2;
    case arrow_kind::int32:
    case arrow_kind::uint32:
    case arrow_kind::float32:
    case arrow_kind::utf8:
    case arrow_kind::date32:
    case arrow_kind::list:
        return 4;
    case arrow_kind::int64:
    case arrow_kind::uint64:
    case arrow_kind::float64:
    case arrow_kind::large_utf8:
    case arrow_kind::date64:
    case arrow_kind::timestamp:
    case arrow_kind::large_list:
        return 8;
    default:
        return 1;
    }
}

/// The specification leaves it to consumers whether they take buffers that are not aligned.
void need_alignment(const void* buffer, std::uintptr_t alignment, std::int64_t column) {
    if (reinterpret_cast<std::uintptr_t>(buffer) % alignment != 0) {
        fail_batch("a buffer is not aligned as its values are", column);
    }
}

/// Length of the elements that lists from the array's own offset on can reach into.
std::int64_t reach_of_fixed_lists(const arrow_type& type, const arrow_values& v,
                                  std::int64_t column) {
    const auto rows = v.offset + v.length;
    if (type.list_size != 0 && rows > too_many_rows / type.list_size) {
        fail_batch("lists hold more elements than there can be", column);
    }
    return v.length == 0 ? 0 : rows * type.list_size;
}

void check_views(const ArrowArray& array, arrow_values& v, std::int64_t column) {
    const auto blocks = static_cast<std::size_t>(array.n_buffers - 3);
    v.blocks = {array.buffers + 2, blocks};
    v.block_sizes = static_cast<const std::int64_t*>(array.buffers[array.n_buffers - 1]);
    if (blocks > 0 && v.block_sizes == nullptr && v.length > 0) {
        fail_batch("the sizes of buffers are not there", column);
    }
    need_alignment(v.block_sizes, alignof(std::int64_t), column);
}

constexpr std::array<std::array<std::uint8_t, 8>, 256> make_spread() {
    std::array<std::array<std::uint8_t, 8>, 256> spread{};
    for (unsigned bits = 0; bits < 256; ++bits) {
        for (unsigned i = 0; i < 8; ++i) {
            spread[bits][i] = static_cast<std::uint8_t>((bits >> i) & 1U);
        }
    }
    return spread;
}

/// The bits of a byte as eight bytes.
constexpr auto spread = make_spread();

} // namespace

arrow_values checked_frame(const ArrowArray& array, std::int64_t least_length,
                           std::int64_t least_buffers, std::int64_t most_buffers,
                           std::int64_t column) {
    if (array.release == nullptr) {
        fail_batch("an array has been released", column);
    }
    if (array.length < 0 || array.offset < 0 || array.length >= too_many_rows ||
        array.offset >= too_many_rows) {
        fail_batch("a length or an offset is negative, or more than there can be", column);
    }
    if (array.length < least_length) {
        fail_batch("an array is shorter than what it is a part of", column);
    }
    if (array.null_count < -1 || array.null_count > array.length) {
        fail_batch("there cannot be so many nulls", column);
    }
    if (array.n_buffers < least_buffers || array.n_buffers > most_buffers ||
        (array.n_buffers > 0 && array.buffers == nullptr)) {
        fail_batch("an array does not have the buffers of its type", column);
    }
    arrow_values v;
    v.length = array.length;
    v.offset = array.offset;
    if (least_buffers > 0 && array.length > 0) {
        v.validity =
            array.null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array.buffers[0]);
        if (v.validity == nullptr && array.null_count > 0) {
            fail_batch("nulls are counted, and nothing says which", column);
        }
    }
    return v;
}

arrow_values checked(const arrow_type& type, const ArrowArray& array, std::int64_t least_length,
                     std::int64_t column) {
    const auto buffers = buffers_of(type.kind);
    auto v = checked_frame(array, least_length, buffers.least, buffers.most, column);
    v.type = &type;
    if ((array.dictionary != nullptr) != type.dictionary) {
        fail_batch("an array has a dictionary and its type has none, or the reverse", column);
    }
    const bool list = is_list(type.kind);
    if (array.n_children != (list ? 1 : 0) ||
        (list && (array.children == nullptr || array.children[0] == nullptr))) {
        fail_batch("an array does not have the parts of its type", column);
    }
    if (buffers.least > 1) {
        v.first = array.buffers[1];
        if (v.first == nullptr && v.length > 0) {
            fail_batch("a buffer is not there", column);
        }
        need_alignment(v.first, alignment_of(type.kind), column);
    }
    if (type.dictionary) {
        v.inner = std::make_unique<const arrow_values>(
            checked(*type.inner, *array.dictionary, 0, column));
    } else if (type.kind == arrow_kind::utf8 || type.kind == arrow_kind::large_utf8) {
        v.bytes = static_cast<const char*>(array.buffers[2]);
    } else if (type.kind == arrow_kind::utf8_view) {
        check_views(array, v, column);
    } else if (list) {
        const auto reach =
            type.kind == arrow_kind::fixed_size_list ? reach_of_fixed_lists(type, v, column) : 0;
        v.inner = std::make_unique<const arrow_values>(
            checked(*type.inner, *array.children[0], reach, column));
    }
    return v;
}

std::span<const std::uint8_t> validity_bytes(const arrow_values& values, std::int64_t from,
                                             std::size_t rows, std::span<const std::uint8_t> others,
                                             std::vector<std::uint8_t>& store) {
    if (values.validity == nullptr) {
        return others;
    }
    const auto first = static_cast<std::uint64_t>(values.offset + from);
    const auto shift = first % 8;
    const auto* bits = values.validity + first / 8;
    const auto bytes = (shift + rows + 7) / 8;
    store.resize(bytes * 8);
    for (std::size_t i = 0; i < bytes; ++i) {
        std::memcpy(store.data() + i * 8, spread[bits[i]].data(), 8);
    }
    const std::span result{store.data() + shift, rows};
    for (std::size_t i = 0; i < others.size(); ++i) {
        result[i] &= others[i];
    }
    return result;
}

namespace {

using view_bytes [[gnu::vector_size(16)]] = signed char;

/// All bits of the bytes of a view that are no text, by the size of the text.
constexpr auto beside_texts = [] {
    std::array<std::array<std::uint8_t, 16>, 13> masks{};
    for (std::size_t size = 0; size < masks.size(); ++size) {
        masks[size].fill(0xFF);
        std::fill_n(masks[size].begin() + 4, size, std::uint8_t{0});
    }
    return masks;
}();

} // namespace

bool view_texts::all_plain(std::size_t rows) const noexcept {
    constexpr std::size_t some = 256; // where there is another text, one is mostly among the first
    constexpr auto most_inline = beside_texts.size() - 1;
    const char* view = views_ + static_cast<std::size_t>(from_) * view_size;
    for (std::size_t first = 0; first < rows; first += some) {
        std::uint32_t longest = 0;
        view_bytes plain = ~view_bytes{};
        const char* end = view + std::min(some, rows - first) * view_size;
        for (; view != end; view += view_size) {
            std::uint32_t size = 0; // one below zero is one far beyond
            std::memcpy(&size, view, sizeof size);
            longest = std::max(longest, size);
            view_bytes bytes;
            view_bytes beside;
            std::memcpy(&bytes, view, sizeof bytes);
            std::memcpy(&beside, beside_texts[std::min<std::size_t>(size, most_inline)].data(),
                        sizeof beside);
            plain &= ((bytes > ' ') & (bytes <= '~')) | beside;
        }
        std::array<std::uint64_t, 2> halves;
        std::memcpy(halves.data(), &plain, sizeof plain);
        if (longest > most_inline || (halves[0] & halves[1]) != ~std::uint64_t{0}) {
            return false;
        }
    }
    return true;
}

std::string_view view_texts::in_block(std::size_t row) const {
    const char* view = views_ + (static_cast<std::size_t>(from_) + row) * view_size;
    std::array<std::int32_t, 4> parts{};
    std::memcpy(parts.data(), view, view_size);
    const auto size = parts[0];
    const auto block = static_cast<std::size_t>(static_cast<std::uint32_t>(parts[2]));
    const auto place = parts[3];
    if (size < 0 || block >= values_->blocks.size() || place < 0 ||
        std::int64_t{place} + size > values_->block_sizes[block] ||
        values_->blocks[block] == nullptr) {
        fail_batch("a string view points outside its buffers", column_,
                   static_cast<std::int64_t>(row));
    }
    return {static_cast<const char*>(values_->blocks[block]) + place,
            static_cast<std::size_t>(size)};
}

} // namespace brukerplan::detail
