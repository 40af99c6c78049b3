// What a harness holds the library to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What libFuzzer and the driver call. Always returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Ends the process where a property, told in words, does not hold.
inline void require(bool holds, const char* property) {
    if (!holds) {
        std::fprintf(stderr, "fuzz: this does not hold: %s\n", property);
        std::abort();
    }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a text stays on one line.
inline bool on_one_line(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
}

/// Whether a text may also be written to a terminal.
inline bool fit_for_logs(std::string_view text) {
    return on_one_line(text) && text.find('\x7F') == text.npos;
}

/// Whether `accepts` takes one of the runs of so many digits that a text holds, each start tried.
template <std::size_t Digits = 11, class Accepts>
bool holds_number(std::string_view text, Accepts accepts) {
    std::size_t run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        run = is_digit(text[i]) ? run + 1 : 0;
        if (run >= Digits && accepts(text.substr(i + 1 - Digits, Digits))) {
            return true;
        }
    }
    return false;
}

} // namespace fuzz
