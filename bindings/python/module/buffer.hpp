// Memory of Python's as the C interface borrows it.
#pragma once

#include <cstdint>
#include <string>

#include "error.hpp"

namespace brukerplan_python {

/// One dimension of whole numbers of a size, in an object with the buffer protocol, for as long as
/// this lives.
class borrowed_buffer {
public:
    /// Throws nb::type_error when it is not that; `kinds` are the letters of the struct module that
    /// will do.
    borrowed_buffer(nb::handle object, std::string_view kinds) {
        if (PyObject_GetBuffer(object.ptr(), &view_, PyBUF_STRIDES | PyBUF_FORMAT) != 0) {
            throw nb::python_error();
        }
        const std::string_view format = view_.format == nullptr ? "B" : view_.format;
        if (view_.ndim != 1 || format.empty() ||
            kinds.find(format.back()) == std::string_view::npos) {
            PyBuffer_Release(&view_);
            throw nb::type_error("an array of another type or with more than one dimension");
        }
    }
    borrowed_buffer(borrowed_buffer&& other) noexcept : view_(other.view_) {
        other.view_.obj = nullptr;
    }
    borrowed_buffer& operator=(borrowed_buffer&&) = delete;
    ~borrowed_buffer() { PyBuffer_Release(&view_); }

    [[nodiscard]] std::int64_t size() const { return view_.shape[0]; }
    [[nodiscard]] std::int64_t stride() const { return view_.strides[0]; }
    [[nodiscard]] bool has_no_gaps() const { return size() < 2 || stride() == view_.itemsize; }
    template <class Number>
    [[nodiscard]] const Number* data() const {
        return static_cast<const Number*>(view_.buf);
    }

private:
    Py_buffer view_{};
};

} // namespace brukerplan_python
