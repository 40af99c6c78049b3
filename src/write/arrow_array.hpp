// Arrow arrays to be handed over: made as values, then given away with all that they own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <brukerplan/arrow_c_data.h>

namespace brukerplan::detail {

/// A type and an array of it. Owns its buffers.
struct arrow_node {
    struct buffer {
        std::shared_ptr<const void> owner;
        const void* data = nullptr;
    };

    std::string format;
    std::string name;
    bool nullable = false;
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::vector<buffer> buffers;
    std::vector<arrow_node> children;
    std::unique_ptr<arrow_node> dictionary;

    template <class Container>
    void add(Container bytes) {
        auto owner = std::make_shared<const Container>(std::move(bytes));
        const void* data = owner->data();
        buffers.push_back({std::move(owner), data});
    }
};

/// Gives a node to two empty structs, each to be released by itself. When memory runs out it throws
/// and both are as before.
void give(arrow_node from, ArrowSchema& schema, ArrowArray& array);

/// A struct of columns of one length.
[[nodiscard]] arrow_node struct_of(std::vector<arrow_node> columns, std::size_t rows);

/// Lists of what is in a node. `ends`: 0, and where each list ends
[[nodiscard]] arrow_node list_of(std::string name, std::vector<std::int32_t> ends, arrow_node item);

/// Bits that say which rows have a value.
class validity_builder {
public:
    void add(bool there);
    /// The buffer to the front of a node, and its count; none when all rows have a value.
    void give_to(arrow_node& node) &&;

private:
    std::vector<std::uint8_t> bits_;
    std::int64_t length_ = 0;
    std::int64_t nulls_ = 0;
};

/// Numbers of fixed width: `c` int8, `i` int32, `l` int64, `g` float64.
template <class Number>
class number_column {
public:
    void add(std::optional<Number> value) {
        valid_.add(value.has_value());
        values_.push_back(value.value_or(Number{}));
    }
    [[nodiscard]] arrow_node finish(std::string name, bool nullable = false) && {
        constexpr const char* format = std::is_floating_point_v<Number> ? "g"
                                       : sizeof(Number) == 1            ? "c"
                                       : sizeof(Number) == 4            ? "i"
                                                                        : "l";
        arrow_node node;
        node.format = format;
        node.name = std::move(name);
        node.nullable = nullable;
        node.length = static_cast<std::int64_t>(values_.size());
        std::move(valid_).give_to(node);
        node.add(std::move(values_));
        return node;
    }

private:
    validity_builder valid_;
    std::vector<Number> values_;
};

/// Strings one after the other: utf8, `u`, or large_utf8, `U`, by the width of the offsets.
/// Throws std::length_error when the offsets cannot count them.
template <class Offset>
class string_column {
public:
    void add(std::optional<std::string_view> value) {
        valid_.add(value.has_value());
        bytes_.append(value.value_or(std::string_view{}));
        if (!std::in_range<Offset>(bytes_.size())) {
            throw std::length_error{"more text than a column can hold"};
        }
        offsets_.push_back(static_cast<Offset>(bytes_.size()));
    }
    [[nodiscard]] std::size_t size() const noexcept { return offsets_.size() - 1; }
    [[nodiscard]] arrow_node finish(std::string name, bool nullable = false) && {
        arrow_node node;
        node.format = sizeof(Offset) == 4 ? "u" : "U";
        node.name = std::move(name);
        node.nullable = nullable;
        node.length = static_cast<std::int64_t>(size());
        std::move(valid_).give_to(node);
        node.add(std::move(offsets_));
        node.add(std::move(bytes_));
        return node;
    }

private:
    validity_builder valid_;
    std::vector<Offset> offsets_{0};
    std::string bytes_;
};

/// Strings that occur many times, each kept once: dictionary<int32, utf8>, in the order in which
/// they came.
class dictionary_column {
public:
    void add(std::optional<std::string_view> value);
    [[nodiscard]] arrow_node finish(std::string name, bool nullable = false) &&;

private:
    std::map<std::string, std::int32_t, std::less<>> places_;
    string_column<std::int32_t> values_;
    number_column<std::int32_t> indices_;
};

/// Lists of strings: list<utf8>.
class string_list_column {
public:
    void add(const std::vector<std::string_view>& values);
    [[nodiscard]] arrow_node finish(std::string name) &&;

private:
    std::vector<std::int32_t> offsets_{0};
    string_column<std::int32_t> values_;
};

} // namespace brukerplan::detail
