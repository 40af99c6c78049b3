// Type letters of the Arrow C data interface.
#pragma once

#include <charconv>
#include <cstddef>
#include <string_view>

namespace brukerplan_python {

/// Bytes of a value of fixed width; 0 for any other type.
inline std::size_t fixed_width(std::string_view format) {
    struct row {
        std::string_view prefix;
        std::size_t width;
    };
    static constexpr row table[] = {
        {"tdD", 4}, {"tdm", 8}, {"tts", 4},  {"ttm", 4}, {"ttu", 8}, {"ttn", 8},
        {"tiM", 4}, {"tiD", 8}, {"tin", 16}, {"ts", 8},  {"tD", 8},  {"c", 1},
        {"C", 1},   {"s", 2},   {"S", 2},    {"e", 2},   {"i", 4},   {"I", 4},
        {"f", 4},   {"l", 8},   {"L", 8},    {"g", 8},
    };
    const auto number_behind = [&](std::size_t at, std::size_t otherwise) {
        std::size_t number = otherwise;
        if (at != 0 && at <= format.size()) {
            std::from_chars(format.data() + at, format.data() + format.size(), number);
        }
        return number;
    };
    if (format.starts_with("w:")) {
        return number_behind(2, 0);
    }
    if (format.starts_with("d:")) { // d:precision,scale[,bits]
        const auto first = format.find(',');
        const auto second = format.find(',', first + 1);
        return number_behind(second == std::string_view::npos ? 0 : second + 1, 128) / 8;
    }
    for (const auto& [prefix, width] : table) {
        if (format.starts_with(prefix) && (prefix.size() > 1 || format.size() == 1)) {
            return width;
        }
    }
    return 0;
}

inline bool bit_at(const void* bits, std::int64_t at) {
    return ((static_cast<const unsigned char*>(bits)[at / 8] >> (at % 8)) & 1) != 0;
}

} // namespace brukerplan_python
