// How every function of the C interface is called: inputs first, then the places of the results,
// then the error. Handles that free themselves, dates.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <tuple>
#include <type_traits>

#include <brukerplan/c/result.hpp>

namespace brukerplan_c {

/// A day of the years 1 to 9999; as it is made it is none.
struct date {
    std::int32_t year = 0;
    std::int32_t month = 0;
    std::int32_t day = 0;
};

/// Owns something of the library's, and frees it when it goes; can be moved, not copied. An empty
/// one is null to the library.
template <class Raw, void (*Free)(Raw*)>
class handle {
public:
    using raw = Raw;

    handle() noexcept = default;
    /// Takes what a function of the C interface has made.
    explicit handle(Raw* owned) noexcept : owned_{owned} {}

    /// For functions of the C interface; still owned here.
    [[nodiscard]] Raw* get() const noexcept { return owned_.get(); }
    /// The caller frees it from now on.
    [[nodiscard]] Raw* release() noexcept { return owned_.release(); }
    explicit operator bool() const noexcept { return owned_ != nullptr; }

private:
    struct freed {
        void operator()(Raw* owned) const noexcept { Free(owned); }
    };
    std::unique_ptr<Raw, freed> owned_;
};

namespace detail {

template <class T, class = void>
struct is_handle : std::false_type {};
template <class T>
struct is_handle<T, std::void_t<typename T::raw>> : std::true_type {};

/// An input as the arguments that it is in C.
template <class T>
[[nodiscard]] auto arguments(const T& input) noexcept {
    if constexpr (std::is_same_v<T, std::string_view>) {
        return std::tuple{input.data(), static_cast<std::int64_t>(input.size())};
    } else if constexpr (std::is_same_v<T, date>) {
        return std::tuple{input.year, input.month, input.day};
    } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
        return std::tuple{static_cast<std::int32_t>(input)};
    } else if constexpr (is_handle<T>::value) {
        return std::tuple{input.get()};
    } else {
        return std::tuple{input}; // a number or a pointer
    }
}

/// Where a function leaves a T, and how it becomes one.
template <class T, class = void>
struct output {
    T value{};
    auto places() noexcept { return std::tuple{&value}; }
    T take() noexcept { return value; }
};

/// Borrowed text: a pointer and a length.
template <>
struct output<std::string_view> {
    const char* text = nullptr;
    std::int64_t length = 0;
    auto places() noexcept { return std::tuple{&text, &length}; }
    std::string_view take() noexcept { return {text, static_cast<std::size_t>(length)}; }
};

/// Yes or no, or one of several constants.
template <class T>
struct output<T, std::enable_if_t<std::is_same_v<T, bool> || std::is_enum_v<T>>> {
    std::int32_t value = 0;
    auto places() noexcept { return std::tuple{&value}; }
    T take() noexcept { return static_cast<T>(value); }
};

template <class T>
struct output<T, std::enable_if_t<is_handle<T>::value>> {
    typename T::raw* owned = nullptr;
    auto places() noexcept { return std::tuple{&owned}; }
    T take() noexcept { return T{owned}; }
};

/// Bytes of a fixed number.
template <std::size_t Size>
struct output<std::array<std::uint8_t, Size>> {
    std::array<std::uint8_t, Size> bytes{};
    auto places() noexcept { return std::tuple{bytes.data()}; }
    auto take() noexcept { return bytes; }
};

/// Calls a function without results.
template <class Function, class... Input>
[[nodiscard]] status run(Function* function, const Input&... input) noexcept {
    status ended;
    ended.details()->code =
        std::apply(function, std::tuple_cat(arguments(input)..., std::tuple{ended.details()}));
    return ended;
}

/// Calls a function that gives a T. The C interface leaves it empty on failure.
template <class T, class Function, class... Input>
[[nodiscard]] result<T> call(Function* function, const Input&... input) noexcept {
    status ended;
    output<T> out;
    ended.details()->code = std::apply(
        function, std::tuple_cat(arguments(input)..., out.places(), std::tuple{ended.details()}));
    return {ended, out.take()};
}

// A function of the caller's that is told a number of rows and says whether to go on, as a
// bplan_progress and its payload. What it throws ends the program.

template <class Progress>
std::int32_t tell(std::int64_t rows, void* payload) noexcept {
    return (*static_cast<Progress*>(payload))(rows) ? 0 : 1;
}
template <class Progress>
[[nodiscard]] void* payload_of(Progress& progress) noexcept {
    return const_cast<void*>(static_cast<const void*>(std::addressof(progress)));
}

} // namespace detail
} // namespace brukerplan_c
