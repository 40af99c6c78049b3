// A value or the reason why there is none: the small part of C++23's std::expected that the
// library needs, usable without exceptions and in constant expressions.
#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace brukerplan {

template <class E>
class unexpected {
public:
    constexpr explicit unexpected(E error) : error_(std::move(error)) {}
    [[nodiscard]] constexpr const E& error() const& noexcept { return error_; }
    [[nodiscard]] constexpr E&& error() && noexcept { return std::move(error_); }

private:
    E error_;
};

template <class E>
unexpected(E) -> unexpected<E>;

/// Holds a `T`, or an `E` that says why there is no `T`. Reading the wrong one is a programming
/// error (asserted in debug builds).
template <class T, class E>
class [[nodiscard]] expected {
public:
    using value_type = T;
    using error_type = E;

    constexpr expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    constexpr expected(unexpected<E> failure)
        : state_(std::in_place_index<1>, std::move(failure).error()) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return state_.index() == 0; }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    constexpr const T& operator*() const& noexcept { return value(); }
    constexpr T& operator*() & noexcept { return value(); }
    constexpr T&& operator*() && noexcept { return std::move(value()); }
    constexpr const T* operator->() const noexcept { return &value(); }
    constexpr T* operator->() noexcept { return &value(); }

    [[nodiscard]] constexpr const T& value() const noexcept {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] constexpr T& value() noexcept {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] constexpr const E& error() const noexcept {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    template <class U>
    [[nodiscard]] constexpr T value_or(U&& fallback) const {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

private:
    std::variant<T, E> state_;
};

} // namespace brukerplan
