// Codes of the C interface as exceptions: a call that fails throws, and Python sees the class of
// its code.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <nanobind/nanobind.h>

#include <brukerplan/brukerplan.h>

namespace brukerplan_python {

namespace nb = nanobind;

/// A call of the C interface that failed; becomes the exception that brukerplan.errors has for its
/// code.
struct failure {
    std::int32_t code = BPLAN_ERROR_INTERNAL;
    std::string message;
    std::int64_t row = -1;
    std::int32_t column = -1;
};

/// Calls a function of the C interface with an error behind the arguments, and throws what it
/// tells.
template <class Function, class... Arguments>
void call(Function* function, Arguments&&... arguments) {
    bplan_error error = BPLAN_ERROR_INIT;
    const std::int32_t code = function(std::forward<Arguments>(arguments)..., &error);
    if (code != BPLAN_OK) {
        throw failure{code, error.message, error.row, error.column};
    }
}

/// The same without the lock of the interpreter, for what takes more than a moment.
template <class Function, class... Arguments>
void call_unlocked(Function* function, Arguments&&... arguments) {
    nb::gil_scoped_release unlocked;
    call(function, std::forward<Arguments>(arguments)...);
}

/// Owns a handle of the C interface.
template <class Handle, void (*free)(Handle*)>
class owned_handle {
public:
    owned_handle() = default;
    owned_handle(owned_handle&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    owned_handle& operator=(owned_handle&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~owned_handle() { free(handle_); }

    [[nodiscard]] Handle* get() const noexcept { return handle_; }
    /// Where a function that makes a handle puts it.
    [[nodiscard]] Handle** out() noexcept { return &handle_; }

private:
    Handle* handle_ = nullptr;
};

/// A text that a function of the C interface lends, as the last outputs of `function`.
template <class Function, class... Arguments>
std::string_view text_from(Function* function, Arguments... arguments) {
    const char* text = nullptr;
    std::int64_t length = 0;
    call(function, arguments..., &text, &length);
    return {text, static_cast<std::size_t>(length)};
}

/// A number that a function of the C interface gives as its last output.
template <class Number, class Function, class... Arguments>
Number number_from(Function* function, Arguments... arguments) {
    Number number = 0;
    call(function, arguments..., &number);
    return number;
}

inline nb::str as_str(std::string_view text) {
    return nb::str(text.data(), text.size());
}

inline std::int64_t length_of(std::string_view text) {
    return static_cast<std::int64_t>(text.size());
}

using owned_document = owned_handle<bplan_document, bplan_document_free>;

/// The text of a document that `function` makes; it works without the lock of the interpreter.
template <class Function, class... Arguments>
nb::str document_from(Function* function, Arguments... arguments) {
    owned_document document;
    call_unlocked(function, arguments..., document.out());
    return as_str(text_from(bplan_document_get_text, document.get()));
}

void bind_errors(nb::module_& module);

} // namespace brukerplan_python
