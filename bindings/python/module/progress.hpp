// How far a long call has come, and whether it is to go on.
#pragma once

#include <chrono>
#include <exception>

#include "source.hpp"

namespace brukerplan_python {

/// Tells Python from time to time how far a call has come, and lets it be interrupted. Not for
/// every block of rows: waiting for the lock of the interpreter may take longer than the rows did.
struct progress_teller {
    static constexpr std::chrono::milliseconds pause{100};

    nb::object function;
    std::exception_ptr thrown{};
    std::chrono::steady_clock::time_point next = std::chrono::steady_clock::now() + pause;

    static std::int32_t tell(std::int64_t rows, void* payload) {
        auto& self = *static_cast<progress_teller*>(payload);
        if (std::chrono::steady_clock::now() < self.next) {
            return 0;
        }
        nb::gil_scoped_acquire locked;
        try {
            if (PyErr_CheckSignals() != 0) {
                throw nb::python_error();
            }
            if (!self.function.is_none()) {
                self.function(rows);
            }
        } catch (...) {
            self.thrown = std::current_exception();
            return 1;
        }
        self.next = std::chrono::steady_clock::now() + pause;
        return 0;
    }
};

/// Gives the stream of a source to `body`, which takes it. What Python threw meanwhile, in the
/// stream or when it was told how far the call had come, goes before the failure that came of it.
template <class Body>
void with_progress(source& from, progress_teller& teller, Body body) {
    owned_stream stream = std::move(from.stream);
    try {
        body(stream.get());
    } catch (const failure&) {
        from.rethrow();
        if (teller.thrown) {
            std::rethrow_exception(teller.thrown);
        }
        throw;
    }
}

} // namespace brukerplan_python
