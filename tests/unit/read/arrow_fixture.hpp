// Arrow arrays made by hand, each buffer in memory of its own and no longer than it must be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <brukerplan/arrow_c_data.h>

namespace arrow_test {

using bytes = std::vector<std::byte>;
template <class T>
using cells = std::vector<std::optional<T>>;
using texts = cells<std::string>;

template <class T>
bytes bytes_of(const std::vector<T>& values) {
    bytes result(values.size() * sizeof(T));
    if (!values.empty()) {
        std::memcpy(result.data(), values.data(), result.size());
    }
    return result;
}

/// A type and an array of it. A buffer without a value is a null pointer.
struct node {
    std::string format;
    std::string name;
    std::int64_t length = 0;
    std::int64_t offset = 0;
    std::int64_t null_count = -1;
    std::vector<std::optional<bytes>> buffers;
    std::vector<node> children;
    std::shared_ptr<node> dictionary;
};

/// A part of an array, by its offset.
inline node sliced(node from, std::int64_t first, std::int64_t length) {
    from.offset += first;
    from.length = length;
    from.null_count = from.format == "n" ? length : -1;
    return from;
}

template <class T>
std::optional<bytes> validity_of(const cells<T>& values) {
    bytes bits((values.size() + 7) / 8);
    bool all = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        all = all && values[i].has_value();
        bits[i / 8] |= static_cast<std::byte>((values[i] ? 1U : 0U) << (i % 8));
    }
    return all ? std::nullopt : std::optional{std::move(bits)};
}

template <class T>
constexpr const char* format_of() {
    if constexpr (std::is_same_v<T, float>) {
        return "f";
    } else if constexpr (std::is_same_v<T, double>) {
        return "g";
    } else {
        constexpr const char* formats[2][4] = {{"C", "S", "I", "L"}, {"c", "s", "i", "l"}};
        constexpr auto width = sizeof(T) == 1 ? 0 : sizeof(T) == 2 ? 1 : sizeof(T) == 4 ? 2 : 3;
        return formats[std::is_signed_v<T> ? 1 : 0][width];
    }
}

/// Values of fixed width. What stands where there is none is 0x7B in every byte.
template <class T>
node values(std::string name, const cells<T>& of, std::string format = format_of<T>()) {
    std::vector<T> plain;
    for (const auto& value : of) {
        T other{};
        std::memset(&other, 0x7B, sizeof other);
        plain.push_back(value.value_or(other));
    }
    return {std::move(format),
            std::move(name),
            static_cast<std::int64_t>(of.size()),
            0,
            -1,
            {validity_of(of), bytes_of(plain)},
            {},
            {}};
}

inline node booleans(std::string name, const cells<bool>& of) {
    bytes bits((of.size() + 7) / 8);
    for (std::size_t i = 0; i < of.size(); ++i) {
        bits[i / 8] |= static_cast<std::byte>((of[i].value_or(true) ? 1U : 0U) << (i % 8));
    }
    return {"b",
            std::move(name),
            static_cast<std::int64_t>(of.size()),
            0,
            -1,
            {validity_of(of), bits},
            {},
            {}};
}

/// `Offset` of four bytes or eight. Where there is none there is text all the same.
template <class Offset = std::int32_t>
node strings(std::string name, const texts& of) {
    std::vector<Offset> offsets{0};
    std::string data;
    for (const auto& text : of) {
        data += text.value_or("?");
        offsets.push_back(static_cast<Offset>(data.size()));
    }
    const std::vector<char> plain{data.begin(), data.end()};
    return {sizeof(Offset) == 4 ? "u" : "U",
            std::move(name),
            static_cast<std::int64_t>(of.size()),
            0,
            -1,
            {validity_of(of), bytes_of(offsets), bytes_of(plain)},
            {},
            {}};
}

/// String views over two blocks in turn.
inline node views(std::string name, const texts& of) {
    std::array<std::string, 2> blocks;
    std::vector<std::int32_t> parts;
    for (std::size_t i = 0; i < of.size(); ++i) {
        std::array<std::int32_t, 4> view{0x7B7B7B7B, 0, 0x7B7B7B7B, 0x7B7B7B7B};
        if (of[i]) {
            view = {static_cast<std::int32_t>(of[i]->size()), 0, 0, 0};
            auto& block = blocks[i % 2];
            if (of[i]->size() <= 12) {
                std::memcpy(&view[1], of[i]->data(), of[i]->size());
            } else {
                std::memcpy(&view[1], of[i]->data(), 4);
                view[2] = static_cast<std::int32_t>(i % 2);
                view[3] = static_cast<std::int32_t>(block.size());
                block += *of[i];
            }
        }
        parts.insert(parts.end(), view.begin(), view.end());
    }
    const auto of_block = [&](std::size_t b) {
        return bytes_of(std::vector<char>{blocks[b].begin(), blocks[b].end()});
    };
    const std::vector<std::int64_t> sizes{static_cast<std::int64_t>(blocks[0].size()),
                                          static_cast<std::int64_t>(blocks[1].size())};
    return {"vu",
            std::move(name),
            static_cast<std::int64_t>(of.size()),
            0,
            -1,
            {validity_of(of), bytes_of(parts), of_block(0), of_block(1), bytes_of(sizes)},
            {},
            {}};
}

inline node nothing(std::string name, std::size_t rows) {
    const auto length = static_cast<std::int64_t>(rows);
    return {"n", std::move(name), length, 0, length, {}, {}, {}};
}

template <class Index>
node dictionary(std::string name, const cells<Index>& indices, node of) {
    auto result = values<Index>(std::move(name), indices);
    result.dictionary = std::make_shared<node>(std::move(of));
    return result;
}

/// Texts by a dictionary that holds each once, behind two entries that nothing uses.
template <class Index>
node encoded(std::string name, const texts& of) {
    texts held{"unused", std::nullopt};
    cells<Index> indices;
    for (const auto& text : of) {
        if (!text) {
            indices.emplace_back();
            continue;
        }
        std::size_t at = 2;
        while (at < held.size() && held[at] != text) {
            ++at;
        }
        if (at == held.size()) {
            held.push_back(text);
        }
        indices.push_back(static_cast<Index>(at));
    }
    return dictionary<Index>(std::move(name), indices, strings("", held));
}

/// Lists of so many elements each; `elements` has them one after the other.
template <class Offset = std::int32_t>
node lists(std::string name, const cells<std::size_t>& sizes, node elements) {
    std::vector<Offset> offsets{0};
    for (const auto& size : sizes) {
        offsets.push_back(
            static_cast<Offset>(offsets.back() + static_cast<Offset>(size.value_or(0))));
    }
    return {sizeof(Offset) == 4 ? "+l" : "+L",
            std::move(name),
            static_cast<std::int64_t>(sizes.size()),
            0,
            -1,
            {validity_of(sizes), bytes_of(offsets)},
            {std::move(elements)},
            {}};
}

inline node fixed_lists(std::string name, std::size_t rows, std::size_t size, node elements) {
    return {"+w:" + std::to_string(size),
            std::move(name),
            static_cast<std::int64_t>(rows),
            0,
            0,
            {std::nullopt},
            {std::move(elements)},
            {}};
}

inline node table(std::vector<node> columns) {
    const auto rows = columns.empty() ? 0 : columns.front().length;
    return {"+s", "", rows, 0, 0, {std::nullopt}, std::move(columns), {}};
}

/// The C structs of a node, which it keeps.
class exported {
public:
    explicit exported(node of) : node_(std::make_unique<node>(std::move(of))) {
        fill(*node_, schema, array);
    }
    exported(exported&&) = default;

    ArrowSchema schema{};
    ArrowArray array{};

private:
    struct part {
        ArrowSchema schema;
        ArrowArray array;
    };

    void fill(const node& from, ArrowSchema& s, ArrowArray& a) {
        auto& schemas = schema_lists_.emplace_back(std::make_unique<std::vector<ArrowSchema*>>());
        auto& arrays = array_lists_.emplace_back(std::make_unique<std::vector<ArrowArray*>>());
        auto& buffers = buffer_lists_.emplace_back(std::make_unique<std::vector<const void*>>());
        auto* of_schema = schemas.get();
        auto* of_array = arrays.get();
        for (const auto& buffer : from.buffers) {
            buffers->push_back(buffer ? static_cast<const void*>(buffer->data()) : nullptr);
        }
        const auto count = static_cast<std::int64_t>(from.children.size());
        s = {from.format.c_str(),
             from.name.c_str(),
             nullptr,
             ARROW_FLAG_NULLABLE,
             count,
             nullptr,
             nullptr,
             [](ArrowSchema* released) { released->release = nullptr; },
             nullptr};
        a = {from.length,
             from.null_count,
             from.offset,
             static_cast<std::int64_t>(from.buffers.size()),
             count,
             buffers->data(),
             nullptr,
             nullptr,
             [](ArrowArray* released) { released->release = nullptr; },
             nullptr};
        for (const auto& child : from.children) {
            auto& made = add(child);
            of_schema->push_back(&made.schema);
            of_array->push_back(&made.array);
        }
        s.children = of_schema->data();
        a.children = of_array->data();
        if (from.dictionary) {
            auto& made = add(*from.dictionary);
            s.dictionary = &made.schema;
            a.dictionary = &made.array;
        }
    }
    part& add(const node& from) {
        auto* made = parts_.emplace_back(std::make_unique<part>()).get();
        fill(from, made->schema, made->array);
        return *made;
    }

    std::unique_ptr<node> node_;
    std::vector<std::unique_ptr<part>> parts_;
    std::vector<std::unique_ptr<std::vector<ArrowSchema*>>> schema_lists_;
    std::vector<std::unique_ptr<std::vector<ArrowArray*>>> array_lists_;
    std::vector<std::unique_ptr<std::vector<const void*>>> buffer_lists_;
};

} // namespace arrow_test
