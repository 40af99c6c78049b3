// What a call gave, or why it gave nothing.
#pragma once

#include <cstdint>
#include <exception>
#include <string_view>
#include <utility>

#include <brukerplan/brukerplan.h>

namespace brukerplan_c {

template <class T>
class result;

/// How a call ended. Holds the details itself: nothing is borrowed.
class [[nodiscard]] status {
public:
    status() noexcept = default;

    [[nodiscard]] bool ok() const noexcept { return details_.code == BPLAN_OK; }
    explicit operator bool() const noexcept { return ok(); }

    /// BPLAN_OK or one of BPLAN_ERROR_*. One that is not known is to be treated as
    /// BPLAN_ERROR_INTERNAL: later versions add codes.
    [[nodiscard]] std::int32_t code() const noexcept { return details_.code; }

    /// One line of English for logs, which never holds what stood in a record. Empty when the call
    /// succeeded. Lives as long as this object, and is followed by a zero byte.
    [[nodiscard]] std::string_view message() const noexcept { return details_.message; }

    /// Data row that it is about, from 0; -1 for none.
    [[nodiscard]] std::int64_t row() const noexcept { return details_.row; }

    /// Field or column that it is about, from 0; -1 for none.
    [[nodiscard]] std::int32_t column() const noexcept { return details_.column; }

    /// Short name of the code, as `unknown_pack`. Lives as long as the library.
    [[nodiscard]] std::string_view name() const noexcept {
        const char* text = nullptr;
        std::int64_t length = 0;
        (void)bplan_code_get_name(code(), &text, &length, nullptr);
        return {text, static_cast<std::size_t>(length)};
    }

    /// For calls of the C interface that one makes oneself: its `err`.
    [[nodiscard]] bplan_error* details() noexcept { return &details_; }

#if defined(__cpp_exceptions)
    /// Throws a `failure` unless the call succeeded. The only thing here that throws, with
    /// result::value_or_throw().
    void or_throw() const;
#endif

private:
    bplan_error details_ = BPLAN_ERROR_INIT;
};

/// A status and, when it is ok, a value. When it is not, the value is empty, and so harmless: 0, no
/// text, a handle with which every further call fails.
template <class T>
class [[nodiscard]] result : public status {
public:
    result(const status& ended, T value) noexcept : status{ended}, value_{std::move(value)} {}

    [[nodiscard]] const T& value() const& noexcept { return value_; }
    [[nodiscard]] T& value() & noexcept { return value_; }
    /// By value, so that a loop over `f().value()` has something to stand on.
    [[nodiscard]] T value() && noexcept { return std::move(value_); }

    [[nodiscard]] T value_or(T otherwise) && noexcept {
        return ok() ? std::move(value_) : std::move(otherwise);
    }

#if defined(__cpp_exceptions)
    [[nodiscard]] T value_or_throw() && {
        or_throw();
        return std::move(value_);
    }
#endif

private:
    T value_;
};

#if defined(__cpp_exceptions)
/// What value_or_throw() throws.
class failure : public std::exception {
public:
    explicit failure(const status& ended) noexcept : ended_{ended} {}

    [[nodiscard]] const status& ended() const noexcept { return ended_; }
    [[nodiscard]] const char* what() const noexcept override { return ended_.message().data(); }

private:
    status ended_;
};

inline void status::or_throw() const {
    if (!ok()) {
        throw failure{*this};
    }
}
#endif

} // namespace brukerplan_c
