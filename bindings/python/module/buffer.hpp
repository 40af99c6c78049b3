// Memory of Python's as the C interface borrows it.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "error.hpp"

namespace brukerplan_python {

/// One dimension of whole numbers of a size, in an object with the buffer protocol, for as long as
/// this lives.
class borrowed_buffer {
public:
    /// Throws a failure when it is not that; `kinds` are the letters of the struct module that will
    /// do, and `type` is what numpy calls them.
    borrowed_buffer(nb::handle object, std::string_view kinds, const std::string& type) {
        const bool held =
            PyObject_GetBuffer(object.ptr(), &view_, PyBUF_STRIDES | PyBUF_FORMAT) == 0;
        PyErr_Clear();
        if (!held || view_.ndim != 1 || !is_one_of(kinds)) {
            PyBuffer_Release(&view_);
            throw failure{BPLAN_ERROR_INVALID_ARGUMENT,
                          "an array of numbers in one dimension is needed, as numpy.asarray(x, \"" +
                              type + "\")"};
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
    /// Whether its numbers are of a kind, in the byte order of the machine.
    [[nodiscard]] bool is_one_of(std::string_view kinds) const {
        std::string_view format = view_.format == nullptr ? "B" : view_.format;
        constexpr std::string_view own =
            std::endian::native == std::endian::little ? "@=<" : "@=>!";
        if (format.size() == 2 && own.find(format[0]) != std::string_view::npos) {
            format.remove_prefix(1);
        }
        return format.size() == 1 && kinds.find(format[0]) != std::string_view::npos;
    }

    Py_buffer view_{};
};

} // namespace brukerplan_python
