#include "gather.hpp"

#include <array>
#include <cstring>
#include <string>

#include "error.hpp"
#include "format.hpp"

namespace brukerplan_python {

namespace {

using row_list = std::span<const std::int64_t>;

/// An array with memory of its own, and of those that it leans on.
struct gathered {
    std::vector<std::vector<unsigned char>> buffers;
    std::vector<const void*> pointers;
    std::vector<owned_array> children;
    std::vector<ArrowArray*> child_pointers;
    owned_array dictionary;
    shared_array keep;
    std::int64_t nulls = 0;

    template <class Value>
    Value* add(std::size_t count) {
        buffers.emplace_back(count * sizeof(Value) + 1); // never without an address
        pointers.push_back(buffers.back().data());
        return reinterpret_cast<Value*>(buffers.back().data());
    }
};

owned_array finish(std::unique_ptr<gathered> parts, std::size_t rows) {
    owned_array array;
    array->length = static_cast<std::int64_t>(rows);
    array->null_count = parts->nulls;
    array->n_buffers = static_cast<std::int64_t>(parts->pointers.size());
    array->buffers = parts->pointers.data();
    for (auto& child : parts->children) {
        parts->child_pointers.push_back(child.get());
    }
    array->n_children = static_cast<std::int64_t>(parts->children.size());
    array->children = parts->child_pointers.data();
    array->dictionary = parts->dictionary.released() ? nullptr : parts->dictionary.get();
    array->release = [](ArrowArray* self) {
        delete static_cast<gathered*>(self->private_data);
        self->release = nullptr;
    };
    array->private_data = parts.release();
    return array;
}

void gather_bits(const void* bits, std::int64_t offset, row_list rows, unsigned char* to) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        to[i / 8] =
            static_cast<unsigned char>(to[i / 8] | bit_at(bits, offset + rows[i]) << (i % 8));
    }
}

void gather_validity(const ArrowArray& from, row_list rows, gathered& to) {
    if (from.buffers[0] == nullptr || from.null_count == 0) {
        to.pointers.push_back(nullptr);
        return;
    }
    auto* bits = to.add<unsigned char>((rows.size() + 7) / 8);
    gather_bits(from.buffers[0], from.offset, rows, bits);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        to.nulls += bit_at(bits, static_cast<std::int64_t>(i)) ? 0 : 1;
    }
}

void gather_fixed(const ArrowArray& from, std::size_t width, row_list rows, gathered& to) {
    auto* values = to.add<unsigned char>(rows.size() * width);
    const auto* source = static_cast<const unsigned char*>(from.buffers[1]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::memcpy(values + i * width,
                    source + static_cast<std::size_t>(from.offset + rows[i]) * width, width);
    }
}

template <class Offset>
void gather_bytes(const ArrowArray& from, row_list rows, gathered& to) {
    const auto* offsets = static_cast<const Offset*>(from.buffers[1]) + from.offset;
    const auto* bytes = static_cast<const unsigned char*>(from.buffers[2]);
    auto* ends = to.add<Offset>(rows.size() + 1);
    std::size_t total = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        total += static_cast<std::size_t>(offsets[rows[i] + 1] - offsets[rows[i]]);
        ends[i + 1] = static_cast<Offset>(total);
    }
    auto* values = to.add<unsigned char>(total);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (ends[i + 1] != ends[i]) {
            std::memcpy(values + ends[i], bytes + offsets[rows[i]],
                        static_cast<std::size_t>(ends[i + 1] - ends[i]));
        }
    }
}

/// The views are copied, and the bytes that they point to are leant on.
void gather_views(const ArrowArray& from, const shared_array& keep, row_list rows, gathered& to) {
    gather_fixed(from, 16, rows, to);
    to.pointers.insert(to.pointers.end(), from.buffers + 2, from.buffers + from.n_buffers);
    to.keep = keep;
}

owned_array gather_array(const ArrowSchema& type, const ArrowArray& from, const shared_array& keep,
                         row_list rows);

template <class Offset>
void gather_list(const ArrowSchema& type, const ArrowArray& from, const shared_array& keep,
                 row_list rows, gathered& to) {
    const auto* offsets = static_cast<const Offset*>(from.buffers[1]) + from.offset;
    auto* ends = to.add<Offset>(rows.size() + 1);
    std::vector<std::int64_t> items;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (auto item = offsets[rows[i]]; item < offsets[rows[i] + 1]; ++item) {
            items.push_back(item);
        }
        ends[i + 1] = static_cast<Offset>(items.size());
    }
    to.children.push_back(gather_array(*type.children[0], *from.children[0], keep, items));
}

void gather_fixed_list(const ArrowSchema& type, const ArrowArray& from, const shared_array& keep,
                       row_list rows, gathered& to) {
    const std::int64_t size = std::stoll(type.format + std::strlen("+w:"));
    std::vector<std::int64_t> items;
    for (const auto row : rows) {
        for (std::int64_t item = 0; item < size; ++item) {
            items.push_back((from.offset + row) * size + item);
        }
    }
    to.children.push_back(gather_array(*type.children[0], *from.children[0], keep, items));
}

void gather_struct(const ArrowSchema& type, const ArrowArray& from, const shared_array& keep,
                   row_list rows, gathered& to) {
    std::vector<std::int64_t> moved{rows.begin(), rows.end()};
    for (auto& row : moved) {
        row += from.offset;
    }
    for (std::int64_t i = 0; i < from.n_children; ++i) {
        try {
            to.children.push_back(gather_array(*type.children[i], *from.children[i], keep, moved));
        } catch (failure& failed) {
            failed.column = static_cast<std::int32_t>(i);
            throw;
        }
    }
}

void gather_values(const ArrowSchema& type, const ArrowArray& from, const shared_array& keep,
                   row_list rows, gathered& to) {
    const std::string_view format = type.format;
    if (const auto width = fixed_width(format)) {
        gather_fixed(from, width, rows, to);
    } else if (format == "b") {
        gather_bits(from.buffers[1], from.offset, rows,
                    to.add<unsigned char>((rows.size() + 7) / 8));
    } else if (format == "u" || format == "z") {
        gather_bytes<std::int32_t>(from, rows, to);
    } else if (format == "U" || format == "Z") {
        gather_bytes<std::int64_t>(from, rows, to);
    } else if (format == "vu" || format == "vz") {
        gather_views(from, keep, rows, to);
    } else if (format == "+l" || format == "+m") {
        gather_list<std::int32_t>(type, from, keep, rows, to);
    } else if (format == "+L") {
        gather_list<std::int64_t>(type, from, keep, rows, to);
    } else if (format.starts_with("+w:")) {
        gather_fixed_list(type, from, keep, rows, to);
    } else if (format == "+s") {
        gather_struct(type, from, keep, rows, to);
    } else {
        throw failure{BPLAN_ERROR_COLUMN_TYPE, "rows of a column of this type cannot be taken out"};
    }
}

owned_array gather_array(const ArrowSchema& type, const ArrowArray& from, const shared_array& keep,
                         row_list rows) {
    auto parts = std::make_unique<gathered>();
    if (std::string_view{type.format} == "n") {
        parts->nulls = static_cast<std::int64_t>(rows.size());
        return finish(std::move(parts), rows.size());
    }
    if (from.n_buffers > 0) {
        gather_validity(from, rows, *parts);
    }
    gather_values(type, from, keep, rows, *parts);
    if (from.dictionary != nullptr) {
        parts->dictionary = share(keep, *from.dictionary);
    }
    return finish(std::move(parts), rows.size());
}

} // namespace

table gather(const table& from, row_list rows) {
    table found{from.schema, {}};
    std::int64_t first = 0;
    std::size_t at = 0;
    for (const auto& batch : from.batches) {
        const auto end = first + (*batch)->length;
        std::vector<std::int64_t> wanted;
        for (; at < rows.size() && rows[at] < end; ++at) {
            wanted.push_back(rows[at] - first);
        }
        found.batches.push_back(std::make_shared<const owned_array>(
            gather_array(**from.schema, **batch, batch, wanted)));
        first = end;
    }
    return found;
}

} // namespace brukerplan_python
