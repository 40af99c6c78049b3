#include "builder.hpp"

#include <utility>

namespace brukerplan_python {

namespace {

/// A finished column, and the pointers that Arrow wants of it.
struct finished {
    std::unique_ptr<column> owned;
    std::vector<const void*> buffers;
    std::vector<owned_array> children;
    std::vector<ArrowArray*> child_pointers;
    owned_array dictionary;
};

owned_array finish(std::unique_ptr<column> from, std::int64_t rows) {
    auto parts = std::make_unique<finished>();
    owned_array array;
    array->length = rows;
    array->null_count = from->nulls;
    parts->buffers.push_back(from->nulls == 0 ? nullptr : from->validity.data());
    if (from->format != "+s") {
        from->values.reserve(1); // never without an address
        parts->buffers.push_back(from->values.data());
    }
    if (from->format == "U") {
        parts->buffers.push_back(from->text.data());
    }
    for (auto& child : from->children) {
        const auto length = child->length;
        parts->children.push_back(finish(std::move(child), length));
    }
    for (auto& child : parts->children) {
        parts->child_pointers.push_back(child.get());
    }
    if (from->dictionary) {
        const auto length = from->dictionary->length;
        parts->dictionary = finish(std::move(from->dictionary), length);
        array->dictionary = parts->dictionary.get();
    }
    parts->owned = std::move(from);
    array->n_buffers = static_cast<std::int64_t>(parts->buffers.size());
    array->buffers = parts->buffers.data();
    array->n_children = static_cast<std::int64_t>(parts->children.size());
    array->children = parts->child_pointers.data();
    array->release = [](ArrowArray* self) {
        delete static_cast<finished*>(self->private_data);
        self->release = nullptr;
    };
    array->private_data = parts.release();
    return array;
}

owned_schema schema_of(const column& from) {
    std::vector<owned_schema> children;
    std::vector<ArrowSchema*> pointers;
    owned_schema dictionary;
    for (const auto& child : from.children) {
        children.push_back(schema_of(*child));
    }
    for (auto& child : children) {
        pointers.push_back(child.get());
    }
    ArrowSchema plain{};
    plain.format = from.format.c_str();
    plain.name = from.name.c_str();
    plain.flags = ARROW_FLAG_NULLABLE;
    plain.n_children = static_cast<std::int64_t>(pointers.size());
    plain.children = pointers.data();
    if (from.dictionary) {
        dictionary = schema_of(*from.dictionary);
        plain.dictionary = dictionary.get();
    }
    return copy_of(plain);
}

} // namespace

std::unique_ptr<column> new_column(std::string name, std::string format) {
    auto made = std::make_unique<column>();
    if (format == "U" || format == "+L") {
        made->add_value(std::int64_t{0});
    }
    made->name = std::move(name);
    made->format = std::move(format);
    return made;
}

table finish_table(std::vector<std::unique_ptr<column>> columns, std::int64_t rows) {
    auto whole = new_column("", "+s");
    whole->children = std::move(columns);
    auto schema = schema_of(*whole);
    return table_of(std::move(schema), finish(std::move(whole), rows));
}

} // namespace brukerplan_python
