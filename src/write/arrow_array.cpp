#include "write/arrow_array.hpp"

#include <algorithm>
#include <array>

namespace brukerplan::detail {

namespace {

/// What the private data of a schema owns.
struct held_schema {
    std::string format;
    std::string name;
    std::vector<std::unique_ptr<ArrowSchema>> parts;
    std::vector<ArrowSchema*> children;
};

struct held_array {
    std::vector<arrow_node::buffer> owners;
    std::vector<const void*> buffers;
    std::vector<std::unique_ptr<ArrowArray>> parts;
    std::vector<ArrowArray*> children;
};

/// Releases the parts that nobody has taken, then what the struct itself holds. (A consumer may
/// move a part out; it then leaves it marked as released.)
template <class Struct, class Held>
void release(Struct* released) {
    const std::unique_ptr<Held> held{static_cast<Held*>(released->private_data)};
    for (const auto& part : held->parts) {
        if (part->release != nullptr) {
            part->release(part.get());
        }
    }
    released->release = nullptr;
}

extern "C" {
static void release_schema(ArrowSchema* schema) {
    release<ArrowSchema, held_schema>(schema);
}
static void release_array(ArrowArray* array) {
    release<ArrowArray, held_array>(array);
}
}

/// Releases what it holds unless it has been given away.
template <class Struct>
struct draft {
    Struct value{};
    draft() = default;
    draft(const draft&) = delete;
    draft& operator=(const draft&) = delete;
    ~draft() {
        if (value.release != nullptr) {
            value.release(&value);
        }
    }
    [[nodiscard]] Struct take() noexcept { return std::exchange(value, {}); }
};

/// A draft whose parts are made by `make(node, part)`; what has been made is released when one
/// cannot be.
template <class Struct, class Held, class Make>
void make_parts(const std::vector<const arrow_node*>& nodes, Held& held, Make make) {
    held.parts.reserve(nodes.size());
    for (const auto* node : nodes) {
        held.parts.push_back(std::make_unique<Struct>());
        draft<Struct> part;
        make(*node, part.value);
        *held.parts.back() = part.take();
    }
}

std::vector<const arrow_node*> parts_of(const arrow_node& node) {
    std::vector<const arrow_node*> parts;
    for (const auto& child : node.children) {
        parts.push_back(&child);
    }
    if (node.dictionary) {
        parts.push_back(node.dictionary.get());
    }
    return parts;
}

/// Parts are the children and, last, the dictionary.
template <class Struct, class Held>
void point_at_parts(const arrow_node& node, Held& held, Struct& to) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        held.children.push_back(held.parts[i].get());
    }
    to.n_children = static_cast<std::int64_t>(held.children.size());
    to.children = held.children.empty() ? nullptr : held.children.data();
    to.dictionary = node.dictionary ? held.parts.back().get() : nullptr;
}

void make_schema(const arrow_node& node, ArrowSchema& to) {
    auto owner = std::make_unique<held_schema>();
    auto& held = *owner;
    to.private_data = owner.release();
    to.release = release_schema;
    held.format = node.format;
    held.name = node.name;
    to.format = held.format.c_str();
    to.name = held.name.c_str();
    to.flags = node.nullable ? ARROW_FLAG_NULLABLE : 0;
    make_parts<ArrowSchema>(parts_of(node), held, make_schema);
    point_at_parts(node, held, to);
}

void make_array(const arrow_node& node, ArrowArray& to) {
    auto owner = std::make_unique<held_array>();
    auto& held = *owner;
    to.private_data = owner.release();
    to.release = release_array;
    held.owners = node.buffers;
    for (const auto& buffer : held.owners) {
        held.buffers.push_back(buffer.data);
    }
    to.length = node.length;
    to.null_count = node.null_count;
    to.n_buffers = static_cast<std::int64_t>(held.buffers.size());
    to.buffers = held.buffers.data();
    make_parts<ArrowArray>(parts_of(node), held, make_array);
    point_at_parts(node, held, to);
}

} // namespace

void give(arrow_node from, ArrowSchema& schema, ArrowArray& array) {
    draft<ArrowSchema> type;
    draft<ArrowArray> values;
    make_schema(from, type.value);
    make_array(from, values.value);
    schema = type.take();
    array = values.take();
}

arrow_node struct_of(std::vector<arrow_node> columns, std::size_t rows) {
    arrow_node node;
    node.format = "+s";
    node.length = static_cast<std::int64_t>(rows);
    node.buffers.emplace_back();
    node.children = std::move(columns);
    return node;
}

arrow_node list_of(std::string name, std::vector<std::int32_t> ends, arrow_node item) {
    arrow_node node;
    node.format = "+l";
    node.name = std::move(name);
    node.length = static_cast<std::int64_t>(ends.size()) - 1;
    node.buffers.emplace_back();
    node.add(std::move(ends));
    item.name = "item";
    node.children.push_back(std::move(item));
    return node;
}

void validity_builder::add(bool there) {
    if (length_ % 8 == 0) {
        bits_.push_back(0);
    }
    bits_.back() |= static_cast<std::uint8_t>((there ? 1U : 0U) << (length_ % 8));
    ++length_;
    nulls_ += there ? 0 : 1;
}

void validity_builder::give_to(arrow_node& node) && {
    node.null_count = nulls_;
    if (nulls_ == 0) {
        node.buffers.emplace_back();
    } else {
        node.add(std::move(bits_));
    }
}

void dictionary_column::add(std::optional<std::string_view> value) {
    if (!value) {
        indices_.add(std::nullopt);
        return;
    }
    auto at = places_.find(*value);
    if (at == places_.end()) {
        values_.add(value);
        at = places_.emplace(*value, static_cast<std::int32_t>(places_.size())).first;
    }
    indices_.add(at->second);
}

arrow_node dictionary_column::finish(std::string name, bool nullable) && {
    auto node = std::move(indices_).finish(std::move(name), nullable);
    node.dictionary = std::make_unique<arrow_node>(std::move(values_).finish(""));
    return node;
}

void string_list_column::add(const std::vector<std::string_view>& values) {
    for (const auto value : values) {
        values_.add(value);
    }
    offsets_.push_back(static_cast<std::int32_t>(values_.size()));
}

arrow_node string_list_column::finish(std::string name) && {
    return list_of(std::move(name), std::move(offsets_), std::move(values_).finish("item"));
}

} // namespace brukerplan::detail
