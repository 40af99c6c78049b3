#include "arrow.hpp"

#include <cerrno>
#include <cstring>
#include <new>
#include <string>

namespace brukerplan_python {

namespace {

/// Length in bytes of metadata as the specification lays it out: a count, then keys and values with
/// their lengths.
std::size_t metadata_size(const char* metadata) {
    const auto number_at = [&](std::size_t at) {
        std::int32_t number = 0;
        std::memcpy(&number, metadata + at, sizeof number);
        return number;
    };
    std::size_t size = sizeof(std::int32_t);
    for (std::int32_t texts = 2 * number_at(0); texts > 0; --texts) {
        size += sizeof(std::int32_t) + static_cast<std::size_t>(number_at(size));
    }
    return size;
}

/// The parts of a struct. One that a consumer has moved away is marked as released and left alone.
template <class Struct>
struct parts_of {
    std::vector<Struct> children;
    std::vector<Struct*> child_pointers;
    Struct dictionary{};

    parts_of() = default;
    parts_of(const parts_of&) = delete;
    parts_of& operator=(const parts_of&) = delete;
    ~parts_of() {
        for (auto& child : children) {
            release(child);
        }
        release(dictionary);
    }

private:
    static void release(Struct& part) {
        if (part.release != nullptr) {
            part.release(&part);
        }
    }
};

struct schema_parts : parts_of<ArrowSchema> {
    std::string format;
    std::string name;
    std::string metadata;
};

struct array_parts : parts_of<ArrowArray> {
    shared_array keep;
};

template <class Struct, class Parts>
void delete_parts(Struct* whole) {
    delete static_cast<Parts*>(whole->private_data);
    whole->release = nullptr;
}

void copy_schema(const ArrowSchema& from, ArrowSchema& to) {
    auto parts = std::make_unique<schema_parts>();
    parts->format = from.format;
    parts->name = from.name == nullptr ? "" : from.name;
    if (from.metadata != nullptr) {
        parts->metadata.assign(from.metadata, metadata_size(from.metadata));
    }
    parts->children.resize(static_cast<std::size_t>(from.n_children));
    for (std::size_t i = 0; i < parts->children.size(); ++i) {
        copy_schema(*from.children[i], parts->children[i]);
        parts->child_pointers.push_back(&parts->children[i]);
    }
    if (from.dictionary != nullptr) {
        copy_schema(*from.dictionary, parts->dictionary);
    }
    to = {};
    to.format = parts->format.c_str();
    to.name = parts->name.c_str();
    to.metadata = from.metadata == nullptr ? nullptr : parts->metadata.data();
    to.flags = from.flags;
    to.n_children = from.n_children;
    to.children = parts->child_pointers.data();
    to.dictionary = from.dictionary == nullptr ? nullptr : &parts->dictionary;
    to.release = delete_parts<ArrowSchema, schema_parts>;
    to.private_data = parts.release();
}

void share_array(const shared_array& keep, const ArrowArray& from, ArrowArray& to) {
    auto parts = std::make_unique<array_parts>();
    parts->keep = keep;
    parts->children.resize(static_cast<std::size_t>(from.n_children));
    for (std::size_t i = 0; i < parts->children.size(); ++i) {
        share_array(keep, *from.children[i], parts->children[i]);
        parts->child_pointers.push_back(&parts->children[i]);
    }
    if (from.dictionary != nullptr) {
        share_array(keep, *from.dictionary, parts->dictionary);
    }
    to = from;
    to.children = parts->child_pointers.data();
    to.dictionary = from.dictionary == nullptr ? nullptr : &parts->dictionary;
    to.release = delete_parts<ArrowArray, array_parts>;
    to.private_data = parts.release();
}

struct table_reader {
    table source;
    std::size_t next = 0;
};

template <class Body>
int as_errno(Body body) noexcept {
    try {
        body();
        return 0;
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    } catch (...) {
        return EIO;
    }
}

} // namespace

owned_schema copy_of(const ArrowSchema& schema) {
    owned_schema copy;
    copy_schema(schema, *copy.get());
    return copy;
}

owned_array share(const shared_array& keep, const ArrowArray& node) {
    owned_array shared;
    share_array(keep, node, *shared.get());
    return shared;
}

std::int64_t table::rows() const noexcept {
    std::int64_t rows = 0;
    for (const auto& batch : batches) {
        rows += (*batch)->length;
    }
    return rows;
}

table table_of(owned_schema schema, owned_array batch) {
    return {std::make_shared<const owned_schema>(std::move(schema)),
            {std::make_shared<const owned_array>(std::move(batch))}};
}

owned_stream stream_of(const table& source) {
    owned_stream stream;
    stream->private_data = new table_reader{source};
    stream->get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
        return as_errno([&] {
            auto& reader = *static_cast<table_reader*>(self->private_data);
            copy_schema(**reader.source.schema, *out);
        });
    };
    stream->get_next = [](ArrowArrayStream* self, ArrowArray* out) {
        return as_errno([&] {
            auto& reader = *static_cast<table_reader*>(self->private_data);
            *out = {};
            if (reader.next < reader.source.batches.size()) {
                const auto& batch = reader.source.batches[reader.next];
                share_array(batch, **batch, *out);
                ++reader.next;
            }
        });
    };
    stream->get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream->release = [](ArrowArrayStream* self) {
        delete static_cast<table_reader*>(self->private_data);
        self->release = nullptr;
    };
    return stream;
}

nb::capsule capsule_of(owned_stream stream) {
    auto held = std::make_unique<owned_stream>(std::move(stream));
    PyObject* capsule = PyCapsule_New(held->get(), "arrow_array_stream", [](PyObject* self) {
        auto* own =
            static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(self, "arrow_array_stream"));
        // The struct is the only member of its owner, so both lie at the same place.
        delete reinterpret_cast<owned_stream*>(own);
    });
    if (capsule == nullptr) {
        throw nb::python_error();
    }
    held.release();
    return nb::steal<nb::capsule>(capsule);
}

} // namespace brukerplan_python
