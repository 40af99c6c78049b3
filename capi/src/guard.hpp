// What stands around the body of every exported function: nothing that is thrown gets out, every
// output is empty on failure, and the caller's error says what happened.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <brukerplan/brukerplan.h>

namespace brukerplan::capi {

/// Thrown where a call cannot be done. One line of English that repeats nothing from a record.
struct refusal {
    std::int32_t code;
    std::string message;
    std::int64_t row = -1;    ///< of the caller's arrays, where it is about one
    std::int32_t column = -1; ///< of the caller's table, likewise
};

/// The sizes a bplan_error may say it has. It began with 280 bytes and can only grow; much more is
/// memory that nobody has initialised.
inline constexpr std::uint32_t least_error_size = 280;
inline constexpr std::uint32_t most_error_size = 4096;
static_assert(sizeof(bplan_error) == least_error_size, "a member was added: see docs/stability.md");

[[nodiscard]] inline bool usable(const bplan_error* err) noexcept {
    return err == nullptr ||
           (err->struct_size >= least_error_size && err->struct_size <= most_error_size);
}

/// Fills the error of a caller. A message that is too long is cut between two characters.
inline std::int32_t report(bplan_error* err, std::int32_t code, std::string_view message,
                           std::int64_t row = -1, std::int32_t column = -1) noexcept {
    if (err == nullptr) {
        return code;
    }
    err->code = code;
    err->row = row;
    err->column = column;
    err->reserved = 0;
    auto size = std::min(message.size(), sizeof(err->message) - 1);
    while (size < message.size() && size > 0 &&
           (static_cast<unsigned char>(message[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    std::transform(
        message.begin(), message.begin() + static_cast<std::ptrdiff_t>(size), err->message,
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c; });
    err->message[size] = '\0';
    return code;
}

/// To be called while an exception is being handled.
inline std::int32_t report_exception(bplan_error* err) noexcept {
    try {
        throw;
    } catch (const refusal& r) {
        return report(err, r.code, r.message, r.row, r.column);
    } catch (const std::bad_alloc&) {
        return report(err, BPLAN_ERROR_MEMORY, "memory ran out");
    } catch (const std::exception&) {
        // What it says is not passed on: nobody has promised that it holds no value of a record.
        return report(err, BPLAN_ERROR_INTERNAL, "the library has a fault; please report it");
    } catch (...) {
        return report(err, BPLAN_ERROR_UNKNOWN, "the library has a fault; please report it");
    }
}

/// The places where a function leaves its results.
template <class... Output>
[[nodiscard]] std::tuple<Output*...> outputs(Output*... to) noexcept {
    return {to...};
}

/// Runs the body of a function. It writes to its outputs last of all, when nothing can fail any
/// more; until then they are empty.
template <class Outputs, class Body>
[[nodiscard]] std::int32_t guarded(bplan_error* err, const Outputs& to, Body&& body) noexcept {
    const bool complete = std::apply(
        [](auto*... output) {
            ((output != nullptr ? void(*output = {}) : void()), ...);
            return (true && ... && (output != nullptr));
        },
        to);
    if (!usable(err)) {
        return BPLAN_ERROR_STRUCT_SIZE;
    }
    if (!complete) {
        return report(err, BPLAN_ERROR_NULL_ARGUMENT, "a pointer for a result is null");
    }
    try {
        std::forward<Body>(body)();
    } catch (...) {
        return report_exception(err);
    }
    return report(err, BPLAN_OK, {});
}

// What bodies check their arguments with.

template <class Handle>
[[nodiscard]] Handle& required(Handle* handle, const char* name) {
    if (handle == nullptr) {
        throw refusal{BPLAN_ERROR_NULL_ARGUMENT, std::string{name} + " is null"};
    }
    return *handle;
}

/// Null with length 0 is empty text: that is what an empty array looks like to many languages.
[[nodiscard]] inline std::string_view text_argument(const char* text, std::int64_t length,
                                                    const char* name) {
    if (length < 0) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                      "the length of " + std::string{name} + " is negative"};
    }
    if (length == 0) {
        return {};
    }
    return {&required(text, name), static_cast<std::size_t>(length)};
}

/// Leaves borrowed text in two outputs. The text is followed by a zero byte.
inline void give(std::string_view text, const char** to, std::int64_t* length) noexcept {
    *to = text.empty() ? "" : text.data();
    *length = static_cast<std::int64_t>(text.size());
}

} // namespace brukerplan::capi
