// Whatever has columns, as a stream of Arrow.
#pragma once

#include <exception>
#include <memory>

#include "arrow.hpp"
#include "error.hpp"

namespace brukerplan_python {

/// A stream, and the exception of Python that ended it, if it is one of Python's own.
struct source {
    owned_stream stream;
    std::shared_ptr<std::exception_ptr> thrown = std::make_shared<std::exception_ptr>();

    /// Throws the exception of Python that ended the stream; to be called when a call has failed.
    void rethrow() const;
};

/// Of an object with __arrow_c_stream__ or __arrow_c_array__, a capsule of a stream, a table, or an
/// iterator over tables of one schema. A stream that can be read once is taken.
source source_of(nb::handle object);

/// The type that a stream gives, and its next batch; a released one at the end. They throw what
/// ended it.
owned_schema schema_of(source& from);
owned_array next_of(source& from);

/// A whole stream in memory.
table read_all(source from);

void bind_tables(nb::module_& module);

} // namespace brukerplan_python
