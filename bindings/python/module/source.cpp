#include "source.hpp"

#include <cerrno>
#include <string>
#include <string_view>
#include <utility>

namespace brukerplan_python {

namespace {

/// Moves the struct out of a capsule, which is left with a released one.
template <class Struct>
owned_arrow<Struct> taken_from(nb::handle capsule, const char* name) {
    auto* held = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (held == nullptr) {
        throw nb::python_error();
    }
    if (held->release == nullptr) {
        throw failure{BPLAN_ERROR_ARROW_STREAM, "what is in the capsule has been taken already"};
    }
    return owned_arrow<Struct>{*held};
}

bool same_text(const char* one, const char* other) {
    return std::string_view(one == nullptr ? "" : one) ==
           std::string_view(other == nullptr ? "" : other);
}

/// Whether arrays of one type can be read as arrays of the other.
bool same_type(const ArrowSchema& one, const ArrowSchema& other) {
    if (!same_text(one.format, other.format) || one.n_children != other.n_children ||
        (one.dictionary == nullptr) != (other.dictionary == nullptr)) {
        return false;
    }
    for (std::int64_t i = 0; i < one.n_children; ++i) {
        if (!same_type(*one.children[i], *other.children[i])) {
            return false;
        }
    }
    return one.dictionary == nullptr || same_type(*one.dictionary, *other.dictionary);
}

/// A stream has one type, and memory of another would be read as what it is not.
void need_same_columns(const ArrowSchema& first, const ArrowSchema& next) {
    if (first.n_children != next.n_children) {
        throw failure{BPLAN_ERROR_ARROW_BATCH,
                      "the parts of a table have different numbers of columns"};
    }
    for (std::int64_t i = 0; i < first.n_children; ++i) {
        const auto& one = *first.children[i];
        const auto& other = *next.children[i];
        if (!same_text(one.name, other.name) || !same_type(one, other)) {
            throw failure{BPLAN_ERROR_ARROW_BATCH,
                          "column " + std::to_string(i) +
                              " (from 0) has another name or type in one part of the table than in "
                              "the parts before it: give all parts the same columns, in the same "
                              "order and with the same types",
                          -1, static_cast<std::int32_t>(i)};
        }
    }
}

/// Reads tables of Python, one after the other, under the lock of the interpreter.
struct python_reader {
    PyObject* iterator;
    table current;
    std::size_t next = 0;
    std::shared_ptr<const owned_schema> first; // of the first table with rows
    std::shared_ptr<std::exception_ptr> thrown;

    explicit python_reader(nb::handle from, std::shared_ptr<std::exception_ptr> to)
        : iterator(from.inc_ref().ptr()), thrown(std::move(to)) {}
    python_reader(const python_reader&) = delete;
    python_reader& operator=(const python_reader&) = delete;
    ~python_reader() {
        nb::gil_scoped_acquire locked;
        Py_DECREF(iterator);
    }

    /// False at the end.
    bool find_batch() {
        while (next == current.batches.size()) {
            nb::gil_scoped_acquire locked;
            const nb::object item = nb::steal(PyIter_Next(iterator));
            if (!item.is_valid()) {
                if (PyErr_Occurred() != nullptr) {
                    throw nb::python_error();
                }
                return false;
            }
            current = nb::cast<const table&>(item);
            // A table without rows has often no types.
            next = current.rows() == 0 ? current.batches.size() : 0;
            if (next < current.batches.size()) {
                first = first ? first : current.schema;
                need_same_columns(**first, **current.schema);
            }
        }
        return true;
    }

    template <class Body>
    int guarded(Body body) noexcept {
        try {
            body();
            return 0;
        } catch (...) {
            *thrown = std::current_exception();
            return EIO;
        }
    }
};

owned_stream stream_of_iterator(nb::handle iterator, std::shared_ptr<std::exception_ptr> thrown) {
    owned_stream stream;
    stream->private_data = new python_reader{iterator, std::move(thrown)};
    stream->get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
        auto& reader = *static_cast<python_reader*>(self->private_data);
        return reader.guarded([&] {
            *out = {};
            if (!reader.find_batch() && !reader.current.schema) {
                throw failure{BPLAN_ERROR_ARROW_SCHEMA, "there is no table, and so no column"};
            }
            owned_schema copy = copy_of(**reader.current.schema);
            std::swap(*copy.get(), *out);
        });
    };
    stream->get_next = [](ArrowArrayStream* self, ArrowArray* out) {
        auto& reader = *static_cast<python_reader*>(self->private_data);
        return reader.guarded([&] {
            *out = {};
            if (reader.find_batch()) {
                const auto& batch = reader.current.batches[reader.next++];
                owned_array shared = share(batch, **batch);
                std::swap(*shared.get(), *out);
            }
        });
    };
    stream->get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream->release = [](ArrowArrayStream* self) {
        delete static_cast<python_reader*>(self->private_data);
        self->release = nullptr;
    };
    return stream;
}

/// What a stream's functions return is an errno code; its words may be about what it reads.
void need(const source& from, int failed) {
    if (failed != 0) {
        from.rethrow();
        throw failure{BPLAN_ERROR_ARROW_STREAM,
                      "the stream failed with its code " + std::to_string(failed)};
    }
}

} // namespace

void source::rethrow() const {
    if (*thrown) {
        std::rethrow_exception(std::exchange(*thrown, nullptr));
    }
}

source source_of(nb::handle object) {
    source made;
    if (nb::isinstance<table>(object)) {
        made.stream = stream_of(nb::cast<const table&>(object));
    } else if (PyCapsule_CheckExact(object.ptr())) {
        made.stream = taken_from<ArrowArrayStream>(object, "arrow_array_stream");
    } else if (nb::hasattr(object, "__arrow_c_stream__")) {
        const nb::object capsule = object.attr("__arrow_c_stream__")();
        made.stream = taken_from<ArrowArrayStream>(capsule, "arrow_array_stream");
    } else if (nb::hasattr(object, "__arrow_c_array__")) {
        const nb::object capsules = object.attr("__arrow_c_array__")();
        made.stream = stream_of(table_of(taken_from<ArrowSchema>(capsules[0], "arrow_schema"),
                                         taken_from<ArrowArray>(capsules[1], "arrow_array")));
    } else if (PyIter_Check(object.ptr()) != 0) {
        made.stream = stream_of_iterator(object, made.thrown);
    } else {
        throw nb::type_error("not a table, a stream, or an iterator over tables");
    }
    return made;
}

owned_schema schema_of(source& from) {
    owned_schema schema;
    need(from, from.stream->get_schema(from.stream.get(), schema.get()));
    return schema;
}

owned_array next_of(source& from) {
    owned_array batch;
    need(from, from.stream->get_next(from.stream.get(), batch.get()));
    return batch;
}

table read_all(source from) {
    nb::gil_scoped_release unlocked;
    // The lock is let go, so the stream must end here and not behind it.
    source own = std::move(from);
    table all{std::make_shared<const owned_schema>(schema_of(own)), {}};
    for (owned_array batch = next_of(own); !batch.released(); batch = next_of(own)) {
        all.batches.push_back(std::make_shared<const owned_array>(std::move(batch)));
    }
    return all;
}

} // namespace brukerplan_python
