// Structs of the Arrow C data interface with owners, and tables that are made of them.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <nanobind/nanobind.h>

#include <brukerplan/arrow_c_data.h>

namespace brukerplan_python {

namespace nb = nanobind;

/// Owns a struct of Arrow and releases it once.
template <class Struct>
class owned_arrow {
public:
    owned_arrow() = default;
    /// Takes what `other` holds, and leaves it as a released one.
    explicit owned_arrow(Struct& other) noexcept : struct_(other) { other.release = nullptr; }
    owned_arrow(owned_arrow&& other) noexcept : owned_arrow(other.struct_) {}
    owned_arrow& operator=(owned_arrow&& other) noexcept {
        std::swap(struct_, other.struct_);
        return *this;
    }
    ~owned_arrow() {
        if (struct_.release != nullptr) {
            struct_.release(&struct_);
        }
    }

    [[nodiscard]] Struct* get() noexcept { return &struct_; }
    [[nodiscard]] const Struct* get() const noexcept { return &struct_; }
    Struct* operator->() noexcept { return &struct_; }
    const Struct* operator->() const noexcept { return &struct_; }
    const Struct& operator*() const noexcept { return struct_; }
    [[nodiscard]] bool released() const noexcept { return struct_.release == nullptr; }

private:
    Struct struct_{};
};

using owned_schema = owned_arrow<ArrowSchema>;
using owned_array = owned_arrow<ArrowArray>;
using owned_stream = owned_arrow<ArrowArrayStream>;
using shared_array = std::shared_ptr<const owned_array>;

/// A copy of a type, with names and metadata.
owned_schema copy_of(const ArrowSchema& schema);

/// Another struct of the same values. `node` is `keep` itself or a part of it, which lives as long
/// as the struct does.
owned_array share(const shared_array& keep, const ArrowArray& node);

/// Columns in batches. Never changes; its memory is shared with whatever was made from it.
struct table {
    std::shared_ptr<const owned_schema> schema;
    std::vector<shared_array> batches;

    [[nodiscard]] std::int64_t rows() const noexcept;
};

table table_of(owned_schema schema, owned_array batch);

/// A stream over the batches of a table, which may be gone before it.
owned_stream stream_of(const table& source);

nb::capsule capsule_of(owned_stream stream);

} // namespace brukerplan_python
